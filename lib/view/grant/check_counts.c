// SPDX-License-Identifier: MIT
// What the checks of the workbook count, as a spreadsheet does.

#include "view/grant/sheets.h"

// Payments that another one has the voucher, project and amount of, as a spreadsheet compares them.
int64_t count_lines_twice(const struct book *book) {
    const struct payments *payments = book->payments;
    struct arena scratch;
    struct index firsts;
    int64_t count = 0;
    arena_init(&scratch, book->context->arena->out_of_memory);
    index_init(&firsts, &scratch);
    bool *is_twice = arena_alloc(&scratch, payments->count);
    for (size_t i = 0; i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        struct text key =
            text_format(&scratch, "%.*s|%u|%lld", TEXT_ARGS(text_lower(&scratch, payment->voucher)),
                        (unsigned)payment->allocation, (long long)payment->ore);
        const struct payment *first = index_add(&firsts, key, payment);
        if (first != NULL)
            is_twice[i] = is_twice[first - payments->items] = true;
    }
    for (size_t i = 0; i < payments->count; i++)
        count += is_twice[i];
    arena_free(&scratch);
    return count;
}

int64_t count_other_centres(const struct book *book) {
    struct arena scratch;
    int64_t count = 0;
    arena_init(&scratch, book->context->arena->out_of_memory);
    struct arena_savepoint saved = arena_save(&scratch);
    for (size_t i = 0; i < book->payments->count; i++) {
        count += grant_is_other_centre(book->grant, &book->payments->items[i], &scratch);
        arena_release(&scratch, saved);
    }
    arena_free(&scratch);
    return count;
}

int64_t count_early_payments(const struct book *book) {
    int64_t count = 0;
    for (size_t i = 0; book->decided.year > 0 && i < book->payments->count; i++)
        count += date_compare(book->payments->items[i].date, book->decided) < 0;
    return count;
}

// Nothing is paid of them, and that should have begun.
int64_t count_late_starts(const struct book *book) {
    const struct grant *grant = book->grant;
    struct date limit = grant_begins_by(grant, book->decided);
    int64_t count = 0;
    if (limit.year == 0 || date_compare(book->context->repository->today, limit) <= 0)
        return 0;
    for (size_t i = 0; i < grant->allocations.count; i++)
        count += allocation_current(&grant->allocations.items[i]) != 0 &&
                 book->payments->of[i].count == 0;
    return count;
}
