// SPDX-License-Identifier: MIT

#include "view/status/status.h"

#include "model/plan/numbers.h"
#include "model/plan/title.h"
#include "view/address.h"
#include "view/plan/matrix.h"

static void put_progress(const struct action *action, struct map_builder *map) {
    int percent;
    bool known = progress_parse(action->progress.text, &percent);
    map_put(map, TEXT("fremdrift"),
            known ? value_number(percent) : (struct value){.kind = VALUE_NONE});
    map_put(map, TEXT("har-fremdrift"), value_truth(known));
}

struct value status_action_value(const struct status_report *report, const struct action *action,
                                 struct arena *arena) {
    const struct view_context *context = report->context;
    struct map_builder map = map_begin(arena);
    int before = report->before == NULL ? -1 : status_before(report, action);
    struct text number = action_number_on(action, report->day);
    struct text title = action_title(action, arena);
    map_put(&map, TEXT("nr"), value_text(number));
    map_put(&map, TEXT("har-nr"), value_truth(action->is_numbered));
    map_put(&map, TEXT("kort"), value_text(title));
    map_put(&map, TEXT("vist"), value_text(action->is_numbered ? number : title));
    view_put_text(&map, VIEW_KEY("lenke"), view_action_address(context, number, arena));
    matrix_put_status(context, action_status_place(action), &map);
    put_progress(action, &map);
    map_put(&map, TEXT("før-tekst"), value_text(matrix_status_words(context, before)));
    view_put_prose(context, &map, VIEW_KEY("kommentar"), &action->comment);
    view_put_parties(context, &map, VIEW_KEY("ansvar"), &action->original->owners, arena);
    view_put_text(&map, VIEW_KEY("kilde"), status_origin(report, action, arena));
    return map_end(&map);
}

// --- lists of actions ---

struct listed {
    const struct status_report *report;
    const struct action_list *list;
};

static struct value listed_item(const void *of, size_t index, struct arena *arena) {
    const struct listed *listed = of;
    return status_action_value(listed->report, listed->list->items[index], arena);
}

static void put_list(const struct status_report *report, struct map_builder *map,
                     struct view_key key, const struct action_list *list) {
    struct listed *listed = arena_alloc(report->context->arena, sizeof *listed);
    *listed = (struct listed){report, list};
    map_put(map, key.name, value_lazy_list(listed_item, listed, list->count));
    map_put(map, key.has, value_truth(list->count > 0));
    map_put(map, key.words, value_number((int64_t)list->count));
}

// --- areas ---

static struct value counts_value(const struct status_counts *counts, struct arena *arena) {
    size_t most = (size_t)counts->count + 1;
    struct value *items = arena_alloc(arena, most * sizeof *items);
    for (size_t i = 0; i < most; i++) {
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("antall"), value_number((int64_t)counts->of[i]));
        items[i] = map_end(&map);
    }
    return value_list(items, most);
}

static void put_counts(const struct status_report *report, const struct area *area,
                       struct map_builder *map, struct arena *arena) {
    const struct status_counts counts = status_count(report, area);
    map_put(map, TEXT("fordeling"), counts_value(&counts, arena));
    map_put(map, TEXT("antall"), value_number((int64_t)counts.sum));
}

static bool is_known(const struct status_report *report, const struct action *action) {
    bool says_something = action_status(action) >= 0 || !prose_is_empty(&action->comment);
    return says_something && status_has(report, action);
}

// The actions that something is known of; the others are listed by their numbers.
static struct action_list known_actions(const struct status_report *report, const struct area *area,
                                        struct arena *arena) {
    struct action_list list = {NULL, 0};
    for (size_t i = 0; i < area->goals.count; i++)
        for (size_t j = 0; j < area->goals.items[i].actions.count; j++) {
            const struct action *action = &area->goals.items[i].actions.items[j];
            if (!is_known(report, action))
                continue;
            list.items = arena_append(arena, list.items, list.count, sizeof *list.items);
            list.items[list.count++] = action;
        }
    return list;
}

static struct value area_value(const struct status_report *report, const struct area *area) {
    struct arena *arena = report->context->arena;
    struct action_list *known = arena_alloc(arena, sizeof *known);
    struct map_builder map = map_begin(arena);
    *known = known_actions(report, area, arena);
    map_put(&map, TEXT("nr"), value_text(area->number.text));
    map_put(&map, TEXT("har-nr"), value_truth(area->is_numbered));
    map_put(&map, TEXT("navn"), value_text(status_area_name(report, area)));
    put_counts(report, area, &map, arena);
    put_list(report, &map, VIEW_KEY("tiltak"), known);
    return map_end(&map);
}

bool status_has_area_numbers(const struct plan *plan) {
    for (size_t i = 0; plan != NULL && i < plan->areas.count; i++)
        if (plan->areas.items[i].is_numbered)
            return true;
    return false;
}

static struct value status_headings(const struct status_report *report) {
    struct arena *arena = report->context->arena;
    const struct status_counts none = matrix_counts_begin(report->context);
    size_t most = (size_t)none.count + 1;
    struct value *items = arena_alloc(arena, most * sizeof *items);
    for (size_t i = 0; i < most; i++) {
        struct map_builder map = map_begin(arena);
        matrix_put_status(report->context, matrix_counted_place(&none, (int)i), &map);
        items[i] = map_end(&map);
    }
    return value_list(items, most);
}

// Whether the plan gives any of its actions a number.
static bool has_numbers(const struct plan *plan) {
    struct plan_walk walk = {.plan = plan};
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;)
        if (action->is_numbered)
            return true;
    return false;
}

// The columns in which an action that is shown has something.
static void put_columns(const struct status_report *report, struct map_builder *map) {
    const struct plan *plan = report->plan;
    bool comments = false, origins = false;
    struct plan_walk walk = {.plan = plan};
    for (const struct action *action; plan != NULL && (action = plan_next_action(&walk)) != NULL;) {
        if (!is_known(report, action))
            continue;
        comments = comments || !prose_is_empty(&action->comment);
        origins = origins || status_origin(report, action, report->context->arena).size > 0;
    }
    map_put(map, TEXT("viser-nr"), value_truth(plan != NULL && has_numbers(plan)));
    map_put(map, TEXT("viser-kommentar"), value_truth(comments));
    map_put(map, TEXT("viser-kilde"), value_truth(origins));
}

static void put_plan(const struct status_report *report, struct map_builder *map) {
    struct arena *arena = report->context->arena;
    const struct plan *plan = report->plan;
    size_t count = plan == NULL ? 0 : plan->areas.count;
    struct value *areas = arena_alloc(arena, (count + 1) * sizeof *areas);
    for (size_t i = 0; i < count; i++)
        areas[i] = area_value(report, &plan->areas.items[i]);
    view_put_text(map, VIEW_KEY("plan"), plan == NULL ? TEXT("") : plan->title.text);
    put_columns(report, map);
    map_put(map, TEXT("statuser"), status_headings(report));
    map_put(map, TEXT("viser-områdenr"), value_truth(status_has_area_numbers(plan)));
    map_put(map, TEXT("områder"), value_list(areas, count));
    if (plan != NULL) {
        put_counts(report, NULL, map, arena);
    } else {
        map_put(map, TEXT("fordeling"), value_list(NULL, 0));
        map_put(map, TEXT("antall"), value_number(0));
    }
    put_list(report, map, VIEW_KEY("endret"), &report->changed);
    put_list(report, map, VIEW_KEY("forfalt"), &report->overdue);
    put_list(report, map, VIEW_KEY("neste"), &report->next);
    put_list(report, map, VIEW_KEY("ikke-rapportert"), &report->unreported);
    status_put_picture(report, map);
}

// --- the whole ---

void status_put_day(const struct status_report *report, struct map_builder *map,
                    struct view_key key, struct date day) {
    struct arena *arena = report->context->arena;
    view_put_text(map, key, day.year == 0 ? TEXT("") : date_iso(arena, day));
    map_put(map, key.words, value_text(label_date(report->context->labels, day, arena)));
}

void status_put_case(const struct status_report *report, struct map_builder *map) {
    const struct status_note *note = report->note;
    const struct view_context *context = report->context;
    bool in_case = note != NULL && note->reported_in.text.size > 0;
    map_put(map, TEXT("sak"),
            in_case ? view_case_reference(context, note->reported_in.text, context->arena)
                    : (struct value){.kind = VALUE_NONE});
    map_put(map, TEXT("har-sak"), value_truth(in_case));
}

static void put_next_words(const struct status_report *report, struct map_builder *map) {
    const struct labels *labels = report->context->labels;
    struct date from = report->next_from;
    struct text words = from.month == 1 ? label(labels, TEXT("status-første-halvår"))
                                        : label(labels, TEXT("status-andre-halvår"));
    view_put_text(map, VIEW_KEY("neste-periode"),
                  from.year == 0 ? TEXT("")
                                 : text_format(report->context->arena, "%.*s %d", TEXT_ARGS(words),
                                               from.year));
}

struct value status_value(const struct status_report *report) {
    const struct view_context *context = report->context;
    const struct status_note *note = report->note;
    const struct prose none = {.first = NULL};
    struct map_builder map = map_begin(context->arena);
    struct value parts = status_parts(report);
    view_put_head(context, &map, "statusnotat", status_report_title(report),
                  note != NULL          ? note->source->path
                  : report->own != NULL ? report->own->source->path
                                        : TEXT(PLAN_PATH));
    status_put_day(report, &map, VIEW_KEY("dato"), report->day);
    status_put_day(report, &map, VIEW_KEY("siden"),
                   report->before == NULL ? (struct date){0, 0, 0} : report->since);
    status_put_case(report, &map);
    view_put_prose(context, &map, VIEW_KEY("innledning"), note == NULL ? &none : &note->text);
    put_plan(report, &map);
    put_next_words(report, &map);
    map_put(&map, TEXT("deler"), parts);
    map_put(&map, TEXT("har-deler"), value_truth(parts.list.count > 0));
    view_put_prose(context, &map, VIEW_KEY("vedlegg"), note == NULL ? &none : &note->appendix);
    return map_end(&map);
}
