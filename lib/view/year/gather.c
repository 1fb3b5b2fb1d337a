// SPDX-License-Identifier: MIT

#include "view/year/entries.h"

#include <stdlib.h>

#include "model/organisation/groups.h"

static int by_day(const void *left, const void *right) {
    const struct year_entry *a = left, *b = right;
    int order = date_compare(a->day.day, b->day.day);
    if (order == 0)
        order = (int)a->kind - (int)b->kind;
    return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

const struct year_entries *year_entries_of(const struct view_context *context,
                                           const struct year_subject *subject) {
    struct year_entries *entries = arena_alloc(context->arena, sizeof *entries);
    *entries = (struct year_entries){.context = context, .subject = subject};
    index_init(&entries->wanted, context->arena);
    groups_of(context->repository->organisation, subject->body, &entries->wanted);
    year_add_meetings(entries);
    year_add_proposals(entries);
    year_add_duties(entries);
    year_add_decisions(entries);
    year_add_actions(entries);
    year_add_reports(entries);
    if (entries->count > 0)
        qsort(entries->items, entries->count, sizeof *entries->items, by_day);
    for (size_t i = 0; i < entries->count; i++)
        entries->items[i].number = i + 1;
    return entries;
}
