// SPDX-License-Identifier: MIT

#include "check/meeting/standing_items.h"

#include "base/message.h"

#include <string.h>

struct committee_habits {
    size_t agendas;
    size_t having[MOST_STANDING_ITEMS]; // of the agendas, by item
};

struct agenda_found {
    const struct meeting *meeting;
    struct committee_habits *habits;
    bool is_first; // of its committee
    bool has[MOST_STANDING_ITEMS];
    struct agenda_found *before;
};

void standing_items_init(struct standing_items *items, const struct repository *repository) {
    const struct scalar_list *named = &repository->settings->standing_items;
    struct arena *arena = repository->arena;
    *items = (struct standing_items){.repository = repository};
    index_init(&items->committees, arena);
    for (size_t i = 0; i < named->count && i < MOST_STANDING_ITEMS; i++)
        items->words[items->count++] = text_nfc(arena, text_lower(arena, named->items[i].text));
}

// The title of an item, as the agenda shows it.
static struct text title_of(const struct agenda_item *item) {
    if (item->paper != NULL)
        return item->paper->title.text;
    return item->title.text.size > 0 ? item->title.text : item->text.text;
}

static bool contains(struct text text, struct text part) {
    return part.size > 0 && text.size >= part.size &&
           memmem(text.data, text.size, part.data, part.size) != NULL;
}

// Whether a title has one of the words "protokoll/referat".
static bool has_one_of(struct text title, struct text words) {
    for (struct text rest = words; rest.data != NULL;)
        if (contains(title, text_trim(text_cut(&rest, '/'))))
            return true;
    return false;
}

static struct committee_habits *habits_of(struct standing_items *items, struct text committee) {
    const void *known = index_find(&items->committees, committee);
    struct committee_habits *habits = (struct committee_habits *)known;
    if (habits == NULL) {
        habits = arena_alloc(items->repository->arena, sizeof *habits);
        index_add(&items->committees, committee, habits);
    }
    return habits;
}

void standing_items_add(struct standing_items *items, const struct meeting *meeting) {
    struct arena *arena = items->repository->arena;
    if (meeting->source->broken || meeting_is_cancelled(meeting))
        return;
    struct agenda_found *found = arena_alloc(arena, sizeof *found);
    found->meeting = meeting;
    found->habits = habits_of(items, meeting->committee.text);
    found->is_first = found->habits->agendas == 0;
    found->before = items->newest;
    items->newest = found;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        struct text title = text_nfc(arena, text_lower(arena, title_of(&meeting->agenda.items[i])));
        for (size_t j = 0; j < items->count; j++)
            found->has[j] |= has_one_of(title, items->words[j]);
    }
    found->habits->agendas++;
    for (size_t j = 0; j < items->count; j++)
        found->habits->having[j] += found->has[j];
}

void standing_items_check(const struct standing_items *items) {
    bool named = items->repository->settings->standing_items.at.line > 0;
    for (const struct agenda_found *found = items->newest; found != NULL; found = found->before)
        for (size_t j = 0; j < items->count; j++) {
            const struct meeting *meeting = found->meeting;
            size_t having = found->habits->having[j], others = found->habits->agendas - 1;
            bool usual = !found->is_first && having >= 2 && having * 2 > others;
            if (!found->has[j] && (named || usual))
                report(items->repository->diagnostics, RULE_STANDING_ITEM, meeting->source->path,
                       meeting->agenda.count > 0 ? meeting->agenda.items[0].at : meeting->date.at,
                       _("no item of the agenda is about '%.*s'"), TEXT_ARGS(items->words[j]));
        }
}
