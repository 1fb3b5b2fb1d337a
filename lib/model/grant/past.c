// SPDX-License-Identifier: MIT

#include "model/grant/past.h"

static bool is_later(struct date date, struct date day) {
    return date.year > 0 && date_compare(date, day) > 0;
}

// Year 0: there is none.
static struct date newest_report(const struct allocation *allocation) {
    size_t count = allocation->reports.count;
    return count == 0 ? (struct date){0, 0, 0} : allocation->reports.items[count - 1].received.date;
}

static bool any_receipt_later(const struct receipts *receipts, struct date day) {
    for (size_t i = 0; i < receipts->count; i++)
        if (is_later(receipts->items[i].date.date, day))
            return true;
    return false;
}

static bool any_later(const struct grant *grant, const struct payments *payments, struct date day) {
    for (size_t i = 0; i < grant->changes.count; i++)
        if (is_later(grant->changes.items[i].date.date, day))
            return true;
    for (size_t i = 0; i < grant->allocations.count; i++)
        if (is_later(newest_report(&grant->allocations.items[i]), day))
            return true;
    for (size_t i = 0; i < payments->count; i++)
        if (is_later(payments->items[i].date, day))
            return true;
    return any_receipt_later(&grant->received, day) || any_receipt_later(&grant->returned, day);
}

static void copy_receipts(struct receipts *receipts, struct date day, struct arena *arena) {
    const struct receipts all = *receipts;
    receipts->items = arena_alloc(arena, all.count * sizeof *receipts->items);
    receipts->count = 0;
    for (size_t i = 0; i < all.count; i++)
        if (!is_later(all.items[i].date.date, day))
            receipts->items[receipts->count++] = all.items[i];
}

static void copy_allocations(struct grant *past, struct date day, struct arena *arena) {
    size_t count = past->allocations.count;
    struct allocation *copies = arena_alloc(arena, count * sizeof *copies);
    for (size_t i = 0; i < count; i++) {
        copies[i] = past->allocations.items[i];
        copies[i].changed = 0;
        copies[i].committed.ore = 0;
        copies[i].commitments.count = 0;
        copies[i].put_in = (struct money){.ore = 0};
        while (copies[i].reports.count > 0 && is_later(newest_report(&copies[i]), day))
            copies[i].reports.count--;
        allocation_settle_report(&copies[i]);
    }
    past->allocations.items = copies;
}

static void copy_changes(struct grant *past, const struct grant *grant, struct date day,
                         struct arena *arena) {
    size_t count = 0;
    struct grant_change *copies = arena_alloc(arena, grant->changes.count * sizeof *copies);
    past->changed = 0;
    for (size_t i = 0; i < grant->changes.count; i++) {
        struct grant_change change = grant->changes.items[i];
        if (is_later(change.date.date, day))
            continue;
        if (change.of != NULL) {
            struct allocation *of = &past->allocations.items[change.of - grant->allocations.items];
            of->changed += change_effect(&change);
            past->changed += change_effect(&change);
            change.of = of;
        }
        copies[count++] = change;
    }
    past->changes.items = copies;
    past->changes.count = count;
}

const struct grant *grant_until(const struct grant *grant, const struct payments *payments,
                                struct date day, struct arena *arena) {
    if (!any_later(grant, payments, day))
        return grant;
    struct grant *past = arena_alloc(arena, sizeof *past);
    *past = *grant;
    past->is_past = true;
    copy_allocations(past, day, arena);
    copy_changes(past, grant, day, arena);
    copy_receipts(&past->received, day, arena);
    copy_receipts(&past->returned, day, arena);
    return past;
}

const struct payments *payments_until(const struct payments *payments, const struct grant *grant,
                                      struct date day, struct arena *arena) {
    if (!grant->is_past)
        return payments;
    struct payments *past = arena_alloc(arena, sizeof *past);
    *past = *payments;
    past->items = arena_alloc(arena, payments->count * sizeof *past->items);
    past->of = arena_alloc(arena, grant->allocations.count * sizeof *past->of);
    past->count = 0;
    past->total = 0;
    for (size_t i = 0; i < payments->count; i++) {
        if (is_later(payments->items[i].date, day))
            continue;
        past->items[past->count++] = payments->items[i];
        past->total += payments->items[i].ore;
    }
    payments_count(past);
    return past;
}
