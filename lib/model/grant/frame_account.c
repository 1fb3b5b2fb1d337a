// SPDX-License-Identifier: MIT

#include "model/grant/frame_account.h"

struct span {
    int first, last; // 0: none
};

static void widen(struct span *span, int year) {
    if (year == 0)
        return;
    if (span->first == 0 || year < span->first)
        span->first = year;
    if (year > span->last)
        span->last = year;
}

static struct span years_of(const struct grant *grant, const struct payments *payments) {
    struct span span = {0, 0};
    for (size_t i = 0; i < grant->received.count; i++)
        widen(&span, grant->received.items[i].date.date.year);
    for (size_t i = 0; i < grant->returned.count; i++)
        widen(&span, grant->returned.items[i].date.date.year);
    for (size_t i = 0; payments != NULL && i < payments->count; i++)
        widen(&span, payments->items[i].date.year);
    return span;
}

static bool is_carried_from(const struct grant_change *change, const struct span *span) {
    return change->of != NULL && change->kind.at.line > 0 && change->kind.index == CHANGE_CARRIED &&
           change->from.value >= span->first && change->from.value <= span->last;
}

static void add_all(struct frame_year *years, const struct span *span, const struct grant *grant,
                    const struct payments *payments) {
    for (size_t i = 0; i < grant->received.count; i++) {
        const struct receipt *receipt = &grant->received.items[i];
        if (receipt->date.date.year > 0)
            years[receipt->date.date.year - span->first].received += receipt->amount.ore;
    }
    for (size_t i = 0; i < grant->returned.count; i++) {
        const struct receipt *receipt = &grant->returned.items[i];
        if (receipt->date.date.year > 0)
            years[receipt->date.date.year - span->first].returned += receipt->amount.ore;
    }
    for (size_t i = 0; payments != NULL && i < payments->count; i++)
        if (payments->items[i].date.year > 0)
            years[payments->items[i].date.year - span->first].spent += payments->items[i].ore;
    for (size_t i = 0; i < grant->changes.count; i++) {
        const struct grant_change *change = &grant->changes.items[i];
        if (is_carried_from(change, span))
            years[change->from.value - span->first].carried += change->amount.ore;
    }
}

struct frame_account frame_account_of(const struct grant *grant, const struct payments *payments,
                                      struct arena *arena) {
    struct frame_account account = {NULL, 0};
    const struct span span = years_of(grant, payments);
    if (grant->received.count + grant->returned.count == 0 || span.first == 0)
        return account;
    int count = span.last - span.first + 1;
    account.count = (size_t)count;
    account.items = arena_alloc(arena, account.count * sizeof *account.items);
    add_all(account.items, &span, grant, payments);
    for (size_t i = 0; i < account.count; i++) {
        struct frame_year *year = &account.items[i];
        year->year = span.first + (int)i;
        year->opening = i == 0 ? 0 : account.items[i - 1].closing;
        year->closing = year->opening + year->received - year->spent - year->returned;
    }
    return account;
}

int64_t receipts_sum(const struct receipts *receipts) {
    int64_t sum = 0;
    for (size_t i = 0; i < receipts->count; i++)
        sum += receipts->items[i].amount.ore;
    return sum;
}
