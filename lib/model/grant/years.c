// SPDX-License-Identifier: MIT

#include "model/grant/years.h"

#include <stdlib.h>

int grant_decision_year(const struct grant *grant, struct date decided) {
    int year, to;
    if (decided.year > 0)
        return decided.year;
    return period_parse(grant->id.text, &year, &to) ? year : 0;
}

static int by_thing_and_year(const void *a, const void *b) {
    const struct grant_event *first = a, *second = b;
    if (first->of != second->of)
        return first->of < second->of ? -1 : 1;
    return (first->year > second->year) - (first->year < second->year);
}

// 0 where there are none.
static int first_year(const struct grant_event *events, size_t count) {
    int first = 0;
    for (size_t i = 0; i < count; i++)
        if (first == 0 || events[i].year < first)
            first = events[i].year;
    return first;
}

size_t grant_events(const struct grant *grant, const struct payments *payments, int decided,
                    struct grant_event *events) {
    const struct allocation *allocations = grant->allocations.items;
    size_t count = 0;
    for (size_t i = 0; i < grant->changes.count; i++) {
        const struct grant_change *change = &grant->changes.items[i];
        if (change->of != NULL)
            events[count++] =
                (struct grant_event){(uint32_t)(change->of - allocations), change->date.date.year,
                                     .changed = change_effect(change)};
    }
    for (size_t i = 0; payments != NULL && i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        events[count++] =
            (struct grant_event){payment->allocation, payment->date.year, .paid = payment->ore};
    }
    if (decided == 0)
        decided = first_year(events, count);
    for (size_t i = 0; decided != 0 && i < grant->allocations.count; i++)
        events[count++] =
            (struct grant_event){(uint32_t)i, decided, .decided = allocations[i].amount.ore};
    return count;
}

// One account a year of the events of one allocation, which are in order.
static struct year_accounts settle(const struct grant_event *events, size_t count,
                                   struct arena *arena) {
    struct grant_year *made = NULL;
    size_t years = 0;
    for (size_t i = 0; i < count; i++) {
        const struct grant_event *event = &events[i];
        struct grant_year *last = years == 0 ? NULL : &made[years - 1];
        if (last == NULL || last->year != event->year) {
            int64_t brought = last == NULL ? 0 : last->left;
            made = arena_append(arena, made, years, sizeof *made);
            last = &made[years++];
            *last = (struct grant_year){.year = event->year, .brought = brought, .left = brought};
        }
        last->decided += event->decided;
        last->changed += event->changed;
        last->paid += event->paid;
        last->left += event->decided + event->changed - event->paid;
    }
    return (struct year_accounts){made, years};
}

struct grant_years grant_years_settle(struct grant_event *events, size_t count, size_t of_count,
                                      struct arena *arena) {
    struct grant_years years = {.of = arena_alloc(arena, (of_count + 1) * sizeof *years.of)};
    qsort(events, count, sizeof *events, by_thing_and_year);
    for (size_t from = 0, to; from < count && events[from].of < of_count; from = to) {
        for (to = from; to < count && events[to].of == events[from].of;)
            to++;
        years.of[events[from].of] = settle(&events[from], to - from, arena);
    }
    for (size_t i = 0; i < count; i++)
        events[i].of = 0;
    qsort(events, count, sizeof *events, by_thing_and_year);
    years.whole = settle(events, count, arena);
    return years;
}

struct grant_years grant_years_of(const struct grant *grant, const struct payments *payments,
                                  int decided, struct arena *arena) {
    size_t allocations = grant->allocations.count;
    size_t most = allocations + grant->changes.count + (payments == NULL ? 0 : payments->count);
    struct grant_event *events = arena_alloc_unset(arena, (most + 1) * sizeof *events);
    size_t count = grant_events(grant, payments, decided, events);
    return grant_years_settle(events, count, allocations, arena);
}

struct grant_year grant_year_at(struct year_accounts accounts, int year) {
    struct grant_year found = {.year = year};
    for (size_t i = 0; i < accounts.count && accounts.items[i].year <= year; i++) {
        found.brought = found.left = accounts.items[i].left;
        if (accounts.items[i].year == year)
            found = accounts.items[i];
    }
    return found;
}
