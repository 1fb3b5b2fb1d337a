// SPDX-License-Identifier: MIT

#include "model/grant/periods.h"

enum { MONTHS = 12, ALL_MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * MONTHS, MOST_SUMS = 4000000 };

static size_t month_of(struct date date) {
    return (size_t)((date.year - FIRST_YEAR) * MONTHS + date.month - 1);
}

static bool counts(const struct payment *payment) {
    return payment->date.year > 0;
}

// The first and the last month in which something was paid; false where there is none.
static bool find_months(const struct payments *payments, size_t *first, size_t *last) {
    bool any = false;
    for (size_t i = 0; payments != NULL && i < payments->count; i++) {
        if (!counts(&payments->items[i]))
            continue;
        size_t month = month_of(payments->items[i].date);
        *first = any && *first < month ? *first : month;
        *last = any && *last > month ? *last : month;
        any = true;
    }
    return any;
}

struct periods periods_of(const struct payments *payments, size_t allocation_count,
                          struct arena *arena) {
    struct periods periods = {.are_months = true};
    size_t first, last;
    if (!find_months(payments, &first, &last))
        return periods;
    periods.are_months = last - first < MOST_MONTHS;
    size_t year_end = last / MONTHS * MONTHS + MONTHS - 1;
    last = year_end + MONTHS < ALL_MONTHS ? year_end + MONTHS : year_end;
    size_t step = periods.are_months ? 1 : MONTHS;
    first = first / step * step;
    periods.count = (last - first) / step + 1;
    if (periods.count * allocation_count > MOST_SUMS)
        periods.count = 0;
    if (periods.count == 0)
        return periods;
    periods.starts = arena_alloc(arena, periods.count * sizeof *periods.starts);
    periods.sums = arena_alloc(arena, periods.count * allocation_count * sizeof *periods.sums);
    for (size_t i = 0; i < periods.count; i++) {
        size_t month = first + i * step;
        periods.starts[i] =
            (struct date){(int)(month / MONTHS) + FIRST_YEAR, (int)(month % MONTHS) + 1, 1};
    }
    for (size_t i = 0; i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        if (counts(payment))
            periods.sums[payment->allocation * periods.count +
                         (month_of(payment->date) - first) / step] += payment->ore;
    }
    return periods;
}

struct date period_end(const struct periods *periods, size_t index) {
    struct date start = periods->starts[index];
    if (!periods->are_months)
        return (struct date){start.year + 1, 1, 1};
    return start.month == MONTHS ? (struct date){start.year + 1, 1, 1}
                                 : (struct date){start.year, start.month + 1, 1};
}

struct text period_text(const struct periods *periods, size_t index, struct arena *arena) {
    struct text day = date_iso(arena, periods->starts[index]);
    return text_slice(day, 0, periods->are_months ? 7 : 4);
}
