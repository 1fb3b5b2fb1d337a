// SPDX-License-Identifier: MIT
// One row of the year matrix.

#include "view/plan/matrix.h"

#include "model/plan/dependency.h"
#include "model/plan/numbers.h"
#include "model/plan/title.h"
#include "view/address.h"
#include "view/deadline.h"

#include <string.h>

// An action with the action whose text, owners and years it shows.
struct shown_action {
    const struct view_context *context;
    const struct plan *plan;
    const struct action *action;
    const struct action *original;
    struct arena *arena;
};

static struct value year_mark_value(const struct shown_action *shown, int year) {
    struct bar bar = matrix_bar(shown->action, year, &shown->plan->period);
    int today = share_of_year(shown->context->repository->today, year);
    int deadline = share_of_year(shown->action->deadline.day.date, year);
    struct map_builder map = map_begin(shown->arena);
    map_put(&map, TEXT("år"), value_number(year));
    map_put(&map, TEXT("merke"), value_text_or_none(mark_name(bar.mark, shown->arena)));
    map_put(&map, TEXT("har-merke"), value_truth(bar.mark != MARK_NONE));
    map_put(&map, TEXT("tekst"), value_text(matrix_mark_words(shown->context, bar.mark)));
    map_put(&map, TEXT("sier-mer"), value_truth(matrix_mark_says_more(bar.mark)));
    map_put(&map, TEXT("planlagt"), value_truth(bar.halves != 0 && !bar.deferred));
    map_put(&map, TEXT("vår"), value_truth((bar.halves & HALF_SPRING) != 0));
    map_put(&map, TEXT("høst"), value_truth((bar.halves & HALF_AUTUMN) != 0));
    map_put(&map, TEXT("start"), value_truth(bar.start));
    map_put(&map, TEXT("slutt"), value_truth(bar.end));
    matrix_put_share(&map, VIEW_KEY("fylt"), bar.filled);
    matrix_put_share(&map, VIEW_KEY("fristpunkt"), deadline);
    matrix_put_share(&map, VIEW_KEY("i-dag"), today);
    map_put(&map, TEXT("oppstart"), value_truth(bar.work_starts));
    map_put(&map, TEXT("utsatt"), value_truth(bar.deferred));
    map_put(&map, TEXT("klasse"), value_text(matrix_bar_look(bar, shown->arena)));
    return map_end(&map);
}

static void put_years(const struct shown_action *shown, struct map_builder *map) {
    const struct period *period = &shown->plan->period;
    const struct year_marks *years = &shown->original->years;
    size_t count = (size_t)(period->to - period->from) + 1;
    struct value *items = arena_alloc(shown->arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = year_mark_value(shown, period->from + (int)i);
    map_put(map, TEXT("årsmerker"), value_list(items, count));

    struct writer words;
    writer_to_memory(&words, shown->arena);
    for (size_t i = 0; i < years->count; i++) {
        if (i > 0)
            writer_byte(&words, ' ');
        writer_number(&words, years->items[i].year);
    }
    map_put(map, TEXT("år-id"), value_text(writer_text(&words)));
}

static void put_owner_ids(const struct shown_action *shown, struct map_builder *map) {
    const struct scalar_list *lists[] = {&shown->original->owners, &shown->original->support};
    struct writer words;
    writer_to_memory(&words, shown->arena);
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < lists[i]->count; j++) {
            if (words.used > 0)
                writer_byte(&words, ' ');
            writer_put(&words, lists[i]->items[j].text);
        }
    map_put(map, TEXT("ansvar-id"), value_text(writer_text(&words)));
}

static void put_status(const struct shown_action *shown, struct map_builder *map) {
    int percent = 0;
    bool has_progress = action_progress(shown->action, &percent);
    struct date day = shown->action->deadline.day.date;
    struct text deadline =
        deadline_words(shown->context->labels, &shown->action->deadline, shown->arena);
    matrix_put_status(shown->context, action_status_place(shown->action), map);
    map_put(map, TEXT("fremdrift"),
            has_progress ? value_number(percent) : (struct value){.kind = VALUE_NONE});
    map_put(map, TEXT("har-fremdrift"), value_truth(has_progress));
    map_put(map, TEXT("frist"),
            value_text_or_none(day.year == 0 ? TEXT("") : date_iso(shown->arena, day)));
    map_put(map, TEXT("har-frist"), value_truth(deadline.size > 0));
    map_put(map, TEXT("frist-tekst"), value_text(deadline));
}

static void put_copies(const struct shown_action *shown, struct map_builder *map) {
    struct scalar_list copies = {NULL, 0, {0, 0}};
    for (const struct action *copy = shown->action->first_copy; copy != NULL;
         copy = copy->next_copy) {
        copies.items = arena_append(shown->arena, copies.items, copies.count, sizeof *copies.items);
        copies.items[copies.count++] = copy->number;
    }
    view_put_actions(shown->context, map, VIEW_KEY("omtalt-av"), &copies, shown->arena);
}

// Why the action cannot come in time, in words; empty where it can.
static struct text late_words(const struct shown_action *shown, const struct action *awaited) {
    const struct labels *labels = shown->context->labels;
    int year = 0;
    enum dependency dependency =
        action_dependency(shown->action, awaited, shown->context->repository->today, &year);
    if (dependency == DEPENDENCY_IN_TIME)
        return TEXT("");
    if (dependency == DEPENDENCY_DROPPED)
        return matrix_status_words(shown->context, action_status_place(awaited));
    const struct text names[] = {TEXT("år")};
    const struct text values[] = {text_format(shown->arena, "%d", year)};
    return label_filled(labels,
                        dependency == DEPENDENCY_LATER ? TEXT("plan-begynner-først")
                                                       : TEXT("plan-ikke-ferdig"),
                        names, values, 1, shown->arena);
}

// What it waits for, each with the reason for which it is late.
static void put_dependencies(const struct shown_action *shown, struct map_builder *map) {
    const struct scalar_list *numbers = &shown->action->depends_on;
    struct arena *arena = shown->arena;
    struct value *items = arena_alloc(arena, numbers->count * sizeof *items);
    struct text *words = arena_alloc(arena, numbers->count * sizeof *words);
    for (size_t i = 0; i < numbers->count; i++) {
        struct text number = numbers->items[i].text;
        const struct action *awaited = plan_action(shown->plan, number, shown->context->day);
        struct text late = awaited == NULL ? TEXT("") : late_words(shown, awaited);
        struct value item = view_action_reference(shown->context, number, arena);
        struct map_builder with_reason = map_begin(arena);
        for (size_t k = 0; k < item.map.count; k++)
            map_put(&with_reason, item.map.members[k].name, item.map.members[k].value);
        view_put_text(&with_reason, VIEW_KEY("sen"), late);
        items[i] = map_end(&with_reason);
        words[i] = value_find(&item, TEXT("vist"))->text;
        if (late.size > 0)
            words[i] = text_format(arena, "%.*s (%.*s)", TEXT_ARGS(words[i]), TEXT_ARGS(late));
    }
    map_put(map, TEXT("avhenger-av"), value_list(items, numbers->count));
    map_put(map, TEXT("har-avhenger-av"), value_truth(numbers->count > 0));
    map_put(map, TEXT("avhenger-av-tekst"),
            value_text(text_join(arena, words, numbers->count, TEXT(", "))));
}

static void put_references(const struct shown_action *shown, struct map_builder *map) {
    const struct action *action = shown->action;
    bool is_copy = shown->original != action;
    map_put(map, TEXT("samme-som"),
            is_copy
                ? view_action_reference(shown->context, shown->original->number.text, shown->arena)
                : (struct value){.kind = VALUE_NONE});
    map_put(map, TEXT("har-samme-som"), value_truth(is_copy));
    view_put_actions(shown->context, map, VIEW_KEY("se"), &action->see, shown->arena);
    put_dependencies(shown, map);
    view_put_actions(shown->context, map, VIEW_KEY("nødvendig-for"), &action->waiting,
                     shown->arena);
    put_copies(shown, map);
    view_put_cases(shown->context, map, VIEW_KEY("vedtak"), &action->decided_by, shown->arena);
    view_put_web_links(map, &action->links, shown->arena);
    bool any = is_copy || action->see.count > 0 || action->depends_on.count > 0 ||
               action->waiting.count > 0 || action->first_copy != NULL ||
               action->decided_by.count > 0 || action->links.count > 0;
    map_put(map, TEXT("har-henvisninger"), value_truth(any));
}

struct value matrix_former_numbers(const struct former_numbers *former, struct text kind,
                                   struct arena *arena) {
    struct value *items = arena_alloc(arena, former->count * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < former->count; i++) {
        struct text number = former->items[i].number.text;
        if (former->items[i].is_elsewhere)
            continue;
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("nr"), value_text(number));
        map_put(&map, TEXT("anker"), value_text(text_concat(arena, kind, number)));
        items[count++] = map_end(&map);
    }
    return value_list(items, count);
}

static struct value action_value(const struct shown_action *row, bool is_first) {
    const struct shown_action shown = *row;
    const struct view_context *context = row->context;
    const struct action *action = row->action;
    struct arena *arena = row->arena;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("nr"), value_text(action_number_on(action, context->day)));
    map_put(&map, TEXT("har-nr"), value_truth(action->is_numbered));
    view_put_text(&map, VIEW_KEY("annen-plan"), context->other_plan);
    map_put(&map, TEXT("anker"), value_text(action_anchor(row->plan, action, arena)));
    map_put(&map, TEXT("tidligere-nr"),
            matrix_former_numbers(&action->former, TEXT("tiltak-"), arena));
    view_put_text(&map, VIEW_KEY("lenke"),
                  view_action_address(context, action_number_on(action, context->day), arena));
    map_put(&map, TEXT("kort"), value_text(action_title(action, arena)));
    map_put(&map, TEXT("har-kort"), value_truth(action_short_title(action).size > 0));
    view_put_prose(context, &map, VIEW_KEY("tiltak"), &shown.original->text);
    view_put_prose(context, &map, VIEW_KEY("merknad"), &action->remark);
    view_put_prose(context, &map, VIEW_KEY("kommentar"), &action->comment);
    view_put_parties(context, &map, VIEW_KEY("ansvar"), &shown.original->owners, arena);
    view_put_parties(context, &map, VIEW_KEY("støtte"), &shown.original->support, arena);
    put_owner_ids(&shown, &map);
    map_put(&map, TEXT("er-først"), value_truth(is_first));
    put_status(&shown, &map);
    put_references(&shown, &map);
    put_years(&shown, &map);
    return map_end(&map);
}

struct value matrix_action_value(const struct view_context *context, const struct plan *plan,
                                 const struct action *action, struct arena *arena) {
    const struct shown_action card = {context, plan, action, action->original, arena};
    return action_value(&card, true);
}

struct value matrix_row_value(const struct matrix_goal *goal, size_t index, struct arena *arena) {
    const struct action *action = goal->actions[index];
    const struct shown_action row = {goal->matrix->context, goal->matrix->plan, action,
                                     action->original, arena};
    return action_value(&row, index == 0);
}
