// SPDX-License-Identifier: MIT

#include "view/view.h"

#include "model/plan/numbers.h"
#include "model/plan/title.h"
#include "view/address.h"
#include "view/meant.h"

void view_put_head(const struct view_context *context, struct map_builder *map, const char *name,
                   struct text title, struct text source_path) {
    map_put(map, TEXT("dokument"), value_text(text_from(name)));
    map_put(map, TEXT("språk"), value_text(text_from(language_names[context->language])));
    map_put(map, TEXT("fellesskap"), value_text(context->repository->organisation->name.text));
    map_put(map, TEXT("tittel"), value_text(title));
    map_put(map, TEXT("kilde"), value_text(source_path));
}

void view_put_text(struct map_builder *map, struct view_key key, struct text text) {
    map_put(map, key.name, value_text_or_none(text));
    map_put(map, key.has, value_truth(text.size > 0));
}

void view_put_prose(const struct view_context *context, struct map_builder *map,
                    struct view_key key, const struct prose *prose) {
    map_put(map, key.name, value_prose(prose, &context->links, 0));
    map_put(map, key.has, value_truth(!prose_is_empty(prose)));
}

void view_put_exemption(struct map_builder *map, const struct exemption *exemption) {
    view_put_text(map, VIEW_KEY("unntatt"),
                  is_exempt(exemption) ? exemption->basis.text : TEXT(""));
}

static void put_party(const struct party *party, struct text id, struct map_builder *map) {
    map_put(map, TEXT("id"), value_text(id));
    map_put(map, TEXT("navn"), value_text(party == NULL ? id : party->name));
    map_put(map, TEXT("kort"), value_text(party == NULL ? id : party->short_name));
}

struct value view_party(const struct view_context *context, struct text id, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    put_party(organisation_party(context->repository->organisation, id), id, &map);
    return map_end(&map);
}

struct value view_party_choice(const struct view_context *context, struct text id,
                               struct arena *arena) {
    const struct party *party = organisation_party(context->repository->organisation, id);
    const struct body *body = party == NULL ? NULL : party->body;
    struct map_builder map = map_begin(arena);
    put_party(party, id, &map);
    struct writer words;
    writer_to_memory(&words, arena);
    for (size_t i = 0; body != NULL && i < body->groups.count; i++) {
        if (i > 0)
            writer_byte(&words, ' ');
        writer_put(&words, body->groups.items[i].text);
    }
    view_put_text(&map, VIEW_KEY("grupper"), writer_text(&words));
    return map_end(&map);
}

// "L", "har-L", "L-tekst".
static void put_list(struct map_builder *map, struct view_key key, const struct value *items,
                     const struct text *words, size_t count, struct arena *arena) {
    map_put(map, key.name, value_list(items, count));
    map_put(map, key.has, value_truth(count > 0));
    map_put(map, key.words, value_text(text_join(arena, words, count, TEXT(", "))));
}

typedef struct value show_party(const struct view_context *context, struct text id,
                                struct arena *arena);

static void put_parties(const struct view_context *context, struct map_builder *map,
                        struct view_key key, const struct scalar_list *ids, show_party *show,
                        struct arena *arena) {
    struct value *items = arena_alloc(arena, ids->count * sizeof *items);
    struct text *words = arena_alloc(arena, ids->count * sizeof *words);
    for (size_t i = 0; i < ids->count; i++) {
        items[i] = show(context, ids->items[i].text, arena);
        words[i] = value_find(&items[i], TEXT("kort"))->text;
    }
    put_list(map, key, items, words, ids->count, arena);
}

void view_put_parties(const struct view_context *context, struct map_builder *map,
                      struct view_key key, const struct scalar_list *ids, struct arena *arena) {
    put_parties(context, map, key, ids, view_party, arena);
}

void view_put_party_choices(const struct view_context *context, struct map_builder *map,
                            struct view_key key, const struct scalar_list *ids,
                            struct arena *arena) {
    put_parties(context, map, key, ids, view_party_choice, arena);
}

// What an action is called where it is only named: its number; where the plan gives it none, what
// it is about. Documents of other files know only what it is called for short, or else its place.
static struct text shown_name(const struct view_context *context, const struct action *action,
                              struct text number, struct arena *arena) {
    if (action == NULL || action->is_numbered)
        return number;
    struct text title =
        context->kind == VIEW_OF_PLAN ? action_title(action, arena) : action_short_title(action);
    return title.size > 0 ? title : number;
}

void view_put_actions(const struct view_context *context, struct map_builder *map,
                      struct view_key key, const struct scalar_list *numbers, struct arena *arena) {
    struct value *items = arena_alloc(arena, numbers->count * sizeof *items);
    struct text *words = arena_alloc(arena, numbers->count * sizeof *words);
    for (size_t i = 0; i < numbers->count; i++) {
        items[i] = view_action_reference(context, numbers->items[i].text, arena);
        words[i] = value_find(&items[i], TEXT("vist"))->text;
    }
    put_list(map, key, items, words, numbers->count, arena);
}

// With the plan where it is not the one that is meant without a word.
static struct text with_plan(const struct view_context *context, struct found_action found,
                             struct text name, struct arena *arena) {
    return found.plan == NULL || view_is_own_plan(context, found.plan)
               ? name
               : text_format(arena, "%.*s (%.*s)", TEXT_ARGS(name), TEXT_ARGS(found.plan->id.text));
}

struct value view_action_reference(const struct view_context *context, struct text number,
                                   struct arena *arena) {
    struct found_action found = view_action(context, number);
    const struct action *action = found.action;
    struct text name = shown_name(context, action, found.number, arena);
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("nr"), value_text(found.number));
    map_put(&map, TEXT("plan"), value_text(found.plan == NULL ? TEXT("") : found.plan->id.text));
    map_put(&map, TEXT("vist"), value_text(with_plan(context, found, name, arena)));
    view_put_text(&map, VIEW_KEY("kort"),
                  action == NULL || !action->is_numbered ? TEXT("") : action_short_title(action));
    map_put(&map, TEXT("anker"),
            value_text(action == NULL ? text_concat(arena, TEXT("tiltak-"), found.number)
                                      : action_anchor_of(found.plan, action, found.number, arena)));
    view_put_text(&map, VIEW_KEY("lenke"), view_action_address(context, number, arena));
    return map_end(&map);
}

struct text view_case_number(const struct view_context *context, struct text number,
                             struct arena *arena) {
    return case_number_shown(number, &context->repository->sources, context->committee, arena);
}

struct value view_case_reference(const struct view_context *context, struct text number,
                                 struct arena *arena) {
    const struct known_case *known =
        repository_case(context->repository, context->committee, number);
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("sak"), value_text(view_case_number(context, number, arena)));
    map_put(&map, TEXT("tittel"), value_text_or_none(known == NULL ? TEXT("") : known->title));
    view_put_text(&map, VIEW_KEY("lenke"), view_case_address(context, known, arena));
    return map_end(&map);
}

void view_put_cases(const struct view_context *context, struct map_builder *map,
                    struct view_key key, const struct scalar_list *numbers, struct arena *arena) {
    struct value *items = arena_alloc(arena, numbers->count * sizeof *items);
    struct text *words = arena_alloc(arena, numbers->count * sizeof *words);
    struct text word = numbers->count > 0 ? label(context->labels, TEXT("sak")) : TEXT("");
    for (size_t i = 0; i < numbers->count; i++) {
        struct text number = numbers->items[i].text;
        items[i] = view_case_reference(context, number, arena);
        words[i] = text_join(arena, (struct text[]){word, view_case_number(context, number, arena)},
                             2, TEXT(" "));
    }
    put_list(map, key, items, words, numbers->count, arena);
}

void view_put_web_links(struct map_builder *map, const struct web_links *links,
                        struct arena *arena) {
    struct value *items = arena_alloc(arena, links->count * sizeof *items);
    for (size_t i = 0; i < links->count; i++) {
        struct map_builder link = map_begin(arena);
        map_put(&link, TEXT("tittel"), value_text(links->items[i].title.text));
        map_put(&link, TEXT("url"), value_text(links->items[i].url.text));
        items[i] = map_end(&link);
    }
    map_put(map, TEXT("lenker"), value_list(items, links->count));
    map_put(map, TEXT("har-lenker"), value_truth(links->count > 0));
}

struct text view_own_status_words(const struct view_context *context,
                                  const struct own_status *own) {
    bool nynorsk = context->language == LANGUAGE_NN && own->name_nn.text.size > 0;
    return nynorsk ? own->name_nn.text : own->name.text;
}

struct text view_status_words(const struct view_context *context,
                              const struct told_status *status) {
    return status->own == NULL ? context->labels->statuses[status->index]
                               : view_own_status_words(context, status->own);
}
