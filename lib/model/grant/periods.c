// SPDX-License-Identifier: MIT

#include "model/grant/periods.h"

enum { MONTHS = 12, ALL_MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * MONTHS, MOST_SUMS = 4000000 };

static size_t month_of(struct date date) {
    return (size_t)((date.year - FIRST_YEAR) * MONTHS + date.month - 1);
}

static bool counts(const struct payment *payment) {
    return payment->date.year > 0;
}

// Numbers the periods in which something was paid: `places[month]` becomes one more than the number
// of its period, or stays 0. Returns how many there are.
static size_t number_periods(const struct payments *payments, bool months, uint16_t *places) {
    size_t count = 0;
    size_t step = months ? 1 : MONTHS;
    for (size_t i = 0; i < payments->count; i++)
        if (counts(&payments->items[i]))
            places[month_of(payments->items[i].date)] = 1;
    for (size_t from = 0; from < ALL_MONTHS; from += step) {
        bool any = false;
        for (size_t month = from; month < from + step; month++)
            any = any || places[month] > 0;
        count += any;
        for (size_t month = from; month < from + step; month++)
            places[month] = any ? (uint16_t)count : 0;
    }
    return count;
}

struct periods periods_of(const struct payments *payments, size_t allocation_count,
                          struct arena *arena) {
    struct periods periods = {.are_months = true};
    uint16_t *places = arena_alloc(arena, ALL_MONTHS * sizeof *places);
    if (payments == NULL)
        return periods;
    periods.count = number_periods(payments, true, places);
    if (periods.count > MOST_MONTHS) {
        periods.are_months = false;
        periods.count = number_periods(payments, false, places);
    }
    if (periods.count * allocation_count > MOST_SUMS)
        periods.count = 0;
    if (periods.count == 0)
        return periods;
    periods.starts = arena_alloc(arena, periods.count * sizeof *periods.starts);
    periods.sums = arena_alloc(arena, periods.count * allocation_count * sizeof *periods.sums);
    for (size_t month = ALL_MONTHS; month-- > 0;)
        if (places[month] > 0)
            periods.starts[places[month] - 1] =
                (struct date){(int)(month / MONTHS) + FIRST_YEAR, (int)(month % MONTHS) + 1, 1};
    for (size_t i = 0; i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        if (counts(payment))
            periods
                .sums[payment->allocation * periods.count + places[month_of(payment->date)] - 1] +=
                payment->ore;
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
