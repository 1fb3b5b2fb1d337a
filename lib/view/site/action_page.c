// SPDX-License-Identifier: MIT
// The page of an action: what it is, how it has been reported, which cases are about it, and what
// it has been given.

#include "base/path.h"
#include "model/plan/title.h"
#include "view/address.h"
#include "view/site/pages.h"

static void put_place(const struct view_context *context, const struct action_page *page,
                      struct map_builder *map) {
    static const struct prose nothing = {.at = {0, 0}};
    bool has_area = area_is_said(page->area);
    bool has_goal = goal_is_said(page->goal);
    view_put_text(map, VIEW_KEY("område"), has_area ? page->area->name.text : TEXT(""));
    view_put_text(map, VIEW_KEY("område-nr"),
                  has_area && page->area->is_numbered ? page->area->number.text : TEXT(""));
    view_put_prose(context, map, VIEW_KEY("mål"), has_goal ? &page->goal->text : &nothing);
    view_put_text(map, VIEW_KEY("mål-nr"),
                  has_goal && page->goal->is_numbered ? page->goal->number.text : TEXT(""));
}

// Where the document of a note is.
static struct text note_address(const struct view_context *context,
                                const struct status_note *note) {
    struct text stem = path_without_suffix(note->source->path);
    text_cut(&stem, '/');
    return view_root_path(context, text_concat(context->arena, stem, TEXT(".html")),
                          context->arena);
}

static void put_told(const struct view_context *context, const struct action_page *page,
                     struct map_builder *map) {
    struct arena *arena = context->arena;
    size_t count = page->naming.told_count;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        const struct told_of_action *told = &page->naming.told[i];
        struct date date = told->note->date.date;
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("dato"), value_text(date_iso(arena, date)));
        map_put(&item, TEXT("dato-tekst"), value_text(label_date(context->labels, date, arena)));
        view_put_text(&item, VIEW_KEY("status"),
                      told->action->status.at.line == 0
                          ? TEXT("")
                          : view_status_words(context, &told->action->status));
        view_put_text(&item, VIEW_KEY("fremdrift"), told->action->progress.text);
        view_put_prose(context, &item, VIEW_KEY("kommentar"), &told->action->comment);
        view_put_text(&item, VIEW_KEY("lenke"), note_address(context, told->note));
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("meldt"), value_list(items, count));
    map_put(map, TEXT("har-meldt"), value_truth(count > 0));
}

static void put_cases(const struct view_context *context, const struct action_page *page,
                      struct map_builder *map) {
    struct arena *arena = context->arena;
    size_t count = page->naming.case_count;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        const struct case_history *history = page->naming.cases[i];
        struct date date = history->meeting->date.date;
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("sak"), value_text(history->in_full));
        map_put(&item, TEXT("tittel"), value_text(history->paper->title.text));
        map_put(&item, TEXT("dato"), value_text(date_iso(arena, date)));
        map_put(&item, TEXT("dato-tekst"), value_text(label_date(context->labels, date, arena)));
        view_put_text(&item, VIEW_KEY("lenke"),
                      view_case_page(context, history->meeting->folder, history->number, arena));
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("saker"), value_list(items, count));
    map_put(map, TEXT("har-saker"), value_truth(count > 0));
}

static void put_allocations(const struct view_context *context, const struct action_page *page,
                            struct map_builder *map) {
    struct arena *arena = context->arena;
    size_t count = page->naming.allocation_count;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct grant *grant = page->naming.allocations[i].grant;
        const struct allocation *allocation = page->naming.allocations[i].allocation;
        int64_t amount = allocation->amount.ore + allocation->changed;
        struct text url = text_concat(arena, TEXT("tilskudd:"), grant->id.text);
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("navn"), value_text(allocation->name.text));
        map_put(&item, TEXT("tilskudd"), value_text(grant->title.text));
        view_put_text(&item, VIEW_KEY("lenke"), view_link_address(&context->links, url, arena));
        map_put(&item, TEXT("beløp"), value_amount(amount));
        items[i] = map_end(&item);
        sum += amount;
    }
    map_put(map, TEXT("tildelinger"), value_list(items, count));
    map_put(map, TEXT("har-tildelinger"), value_truth(count > 0));
    map_put(map, TEXT("tildelt"), value_amount(sum));
}

struct value action_page_value(const struct view_context *context, const struct action_page *page) {
    struct arena *arena = context->arena;
    const struct action *action = page->action;
    struct text level = label(context->labels, TEXT("kolonne-tiltak"));
    struct text name = action_title(action, arena);
    struct text number = action->is_numbered ? text_format(arena, "%.*s %.*s", TEXT_ARGS(level),
                                                           TEXT_ARGS(action->number.text))
                                             : level;
    const struct site_step way[] = {
        {page->plan->title.text,
         view_plan_page(context, page->plan, TEXT("index"), TEXT(""), arena)},
        {number, TEXT("")},
    };
    struct map_builder map = map_begin(arena);
    view_put_head(context, &map, "tiltaksside",
                  text_format(arena, "%.*s: %.*s", TEXT_ARGS(number), TEXT_ARGS(name)),
                  page->plan->source->path);
    site_put_frame(context, page->frame, way, sizeof way / sizeof *way, &map);
    map_put(&map, TEXT("nummer"), value_text(number));
    map_put(&map, TEXT("navn"), value_text(name));
    put_place(context, page, &map);
    map_put(&map, TEXT("dette"), matrix_action_value(context, page->plan, action, arena));
    put_told(context, page, &map);
    put_cases(context, page, &map);
    put_allocations(context, page, &map);
    return map_end(&map);
}
