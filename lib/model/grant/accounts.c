// SPDX-License-Identifier: MIT

#include "model/grant/accounts.h"

#include "base/writer.h"

#include <stdlib.h>
#include <string.h>

enum { MONTHS = 12, TERTIAL = 4, MOST_TERTIALS = 18, MOST_ACCOUNTS = 5000 };

static int month_of(struct date date) {
    return date.year * MONTHS + date.month - 1;
}

static bool counts(const struct payment *payment) {
    return payment->date.year > 0 && payment->account.size > 0;
}

static int by_place(const void *a, const void *b) {
    const struct account *first = a, *second = b;
    if (first->allocation != second->allocation)
        return first->allocation < second->allocation ? -1 : 1;
    size_t size = first->name.size < second->name.size ? first->name.size : second->name.size;
    int order = memcmp(first->name.data, second->name.data, size);
    return order != 0 ? order : (first->name.size > size) - (second->name.size > size);
}

static struct text key_of(const struct payment *payment, struct arena *arena) {
    return text_format(arena, "%u %.*s", (unsigned)payment->allocation,
                       TEXT_ARGS(text_lower(arena, payment->account)));
}

// Each account once, in order; and where it is, by its key.
static void collect(const struct payments *payments, struct accounts *accounts,
                    struct index *places, struct arena *arena) {
    for (size_t i = 0; i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        if (!counts(payment) || index_add(places, key_of(payment, places->arena), payment) != NULL)
            continue;
        accounts->items =
            arena_append(arena, accounts->items, accounts->count, sizeof *accounts->items);
        accounts->items[accounts->count++] =
            (struct account){payment->allocation, payment->account};
    }
    if (accounts->count > 0)
        qsort(accounts->items, accounts->count, sizeof *accounts->items, by_place);
    index_init(places, places->arena);
    for (size_t i = 0; i < accounts->count; i++) {
        const struct payment payment = {.allocation = accounts->items[i].allocation,
                                        .account = accounts->items[i].name};
        index_add(places, key_of(&payment, places->arena), &accounts->items[i]);
    }
}

// The months from the beginning of the first period to the end of the last.
static void find_periods(const struct payments *payments, struct accounts *accounts,
                         struct arena *arena) {
    int first = 0, last = 0;
    for (size_t i = 0; i < payments->count; i++) {
        int month = month_of(payments->items[i].date);
        if (!counts(&payments->items[i]))
            continue;
        first = first == 0 || month < first ? month : first;
        last = month > last ? month : last;
    }
    accounts->are_tertials = last / TERTIAL - first / TERTIAL < MOST_TERTIALS;
    int step = accounts->are_tertials ? TERTIAL : MONTHS;
    int count = last / step - first / step + 1;
    accounts->period_count = (size_t)count;
    accounts->starts = arena_alloc(arena, accounts->period_count * sizeof *accounts->starts);
    for (size_t i = 0; i < accounts->period_count; i++) {
        int month = (first / step + (int)i) * step;
        accounts->starts[i] = (struct date){month / MONTHS, month % MONTHS + 1, 1};
    }
}

struct accounts accounts_of(const struct payments *payments, struct arena *arena) {
    struct accounts accounts = {.count = 0};
    struct arena scratch;
    struct index places;
    if (payments == NULL || !payments->has_column[PAYMENT_ACCOUNT])
        return accounts;
    arena_init(&scratch, arena->out_of_memory);
    index_init(&places, &scratch);
    collect(payments, &accounts, &places, arena);
    if (accounts.count > MOST_ACCOUNTS)
        accounts.count = 0;
    if (accounts.count > 0) {
        find_periods(payments, &accounts, arena);
        accounts.sums =
            arena_alloc(arena, accounts.count * accounts.period_count * sizeof *accounts.sums);
    }
    int step = accounts.are_tertials ? TERTIAL : MONTHS;
    for (size_t i = 0; accounts.count > 0 && i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        const struct account *of =
            counts(payment) ? index_find(&places, key_of(payment, &scratch)) : NULL;
        if (of == NULL)
            continue;
        size_t period =
            (size_t)(month_of(payment->date) / step - month_of(accounts.starts[0]) / step);
        accounts.sums[(size_t)(of - accounts.items) * accounts.period_count + period] +=
            payment->ore;
    }
    arena_free(&scratch);
    return accounts;
}

struct date accounts_end(const struct accounts *accounts, size_t index) {
    int month = month_of(accounts->starts[index]) + (accounts->are_tertials ? TERTIAL : MONTHS);
    return (struct date){month / MONTHS, month % MONTHS + 1, 1};
}

struct text accounts_period_text(const struct accounts *accounts, size_t index,
                                 struct arena *arena) {
    struct date start = accounts->starts[index];
    return accounts->are_tertials
               ? text_format(arena, "%d T%d", start.year, (start.month - 1) / TERTIAL + 1)
               : text_format(arena, "%d", start.year);
}
