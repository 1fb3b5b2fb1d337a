// SPDX-License-Identifier: MIT

#include "view/year/entries.h"

#include "view/address.h"

bool year_is_for(const struct year_entries *entries, const struct scalar_list *who) {
    for (size_t i = 0; i < who->count; i++)
        if (index_find(&entries->wanted, who->items[i].text) != NULL)
            return true;
    return entries->subject->body.size == 0;
}

struct year_entry *year_add(struct year_entries *entries, struct year_entry entry) {
    if (entry.day.day.year != entries->subject->year || !year_is_for(entries, &entry.who))
        return NULL;
    entries->items = arena_append(entries->context->arena, entries->items, entries->count,
                                  sizeof *entries->items);
    entries->items[entries->count] = entry;
    entries->items[entries->count].number = entries->count; // until they are sorted
    return &entries->items[entries->count++];
}

struct register_link year_action_link(const struct view_context *context, struct text number) {
    struct register_link link = register_action_link(context, number);
    const struct text words[] = {label(context->labels, TEXT("årshjul-tiltak")), number};
    link.words = text_join(context->arena, words, 2, TEXT("\u00a0"));
    return link;
}

const struct register_link *year_links(const struct year_entries *entries,
                                       const struct scalar_list *actions,
                                       const struct scalar_list *cases, size_t *count) {
    const struct view_context *context = entries->context;
    struct register_link *links =
        arena_alloc(context->arena, (actions->count + cases->count) * sizeof *links);
    *count = 0;
    for (size_t i = 0; i < actions->count; i++)
        links[(*count)++] = year_action_link(context, actions->items[i].text);
    for (size_t i = 0; i < cases->count; i++)
        links[(*count)++] = register_case_link(context, cases->items[i].text);
    return links;
}
