// SPDX-License-Identifier: MIT

#include "view/plan/matrix.h"

#include "model/organisation/groups.h"
#include "model/plan/numbers.h"

static bool names(const struct scalar_list *ids, const struct index *wanted) {
    for (size_t i = 0; i < ids->count; i++)
        if (index_find(wanted, ids->items[i].text) != NULL)
            return true;
    return false;
}

static bool is_selected(const struct matrix *matrix, const struct action *action) {
    const struct matrix_selection *selection = &matrix->selection;
    const struct action *original = action->original;
    if (selection->owner.size > 0 && !names(&original->owners, &matrix->owners) &&
        !names(&original->support, &matrix->owners))
        return false;
    if (selection->year != 0 && action_mark(original, selection->year) == MARK_NONE)
        return false;
    return matrix->status < 0 || action_status_place(action) == matrix->status;
}

static void select_actions(struct matrix_goal *goal, struct arena *arena) {
    const struct matrix *matrix = goal->matrix;
    goal->actions = arena_alloc(arena, goal->goal->actions.count * sizeof *goal->actions);
    for (size_t i = 0; i < goal->goal->actions.count; i++) {
        const struct action *action = &goal->goal->actions.items[i];
        if (is_selected(matrix, action))
            goal->actions[goal->action_count++] = action;
    }
}

// Where actions are selected by their properties, goals without actions are left out.
static bool shows_empty(const struct matrix_selection *selection) {
    return selection->owner.size == 0 && selection->year == 0 && selection->status.size == 0;
}

// A goal without actions stays where one below it is shown.
static bool shows_part(const struct matrix_area *area, size_t index) {
    for (size_t i = index + 1; i < area->area->goals.count; i++) {
        const struct goal *goal = &area->area->goals.items[i];
        if (goal->depth != GOAL_PART)
            return false;
        if (area->goals[i].action_count > 0 ||
            (goal->actions.count == 0 && shows_empty(&area->matrix->selection)))
            return true;
    }
    return false;
}

static void select_goals(struct matrix_area *area, struct arena *arena) {
    bool empty = shows_empty(&area->matrix->selection);
    area->goals = arena_alloc(arena, area->area->goals.count * sizeof *area->goals);
    for (size_t i = 0; i < area->area->goals.count; i++) {
        area->goals[i] = (struct matrix_goal){
            .matrix = area->matrix, .area = area->area, .goal = &area->area->goals.items[i]};
        select_actions(&area->goals[i], arena);
        area->action_count += area->goals[i].action_count;
    }
    for (size_t i = 0; i < area->area->goals.count; i++) {
        struct matrix_goal goal = area->goals[i];
        goal.has_parts = shows_part(area, i);
        if (goal.action_count > 0 || goal.has_parts || (goal.goal->actions.count == 0 && empty))
            area->goals[area->goal_count++] = goal;
    }
}

static bool has_references(const struct action *action) {
    return action->original != action || action->see.count > 0 || action->depends_on.count > 0 ||
           action->waiting.count > 0 || action->first_copy != NULL ||
           action->decided_by.count > 0 || action->links.count > 0;
}

static void note_goal(struct matrix_shows *shows, const struct matrix_goal *goal) {
    bool is_said = goal_is_said(goal->goal);
    shows->goals |= is_said;
    shows->parts |= goal->goal->depth == GOAL_PART;
    shows->numbers |= is_said && goal->goal->is_numbered;
    shows->references |= goal->goal->decided_by.count > 0 || goal->goal->links.count > 0;
    for (size_t i = 0; i < goal->action_count; i++) {
        const struct action *action = goal->actions[i];
        shows->numbers |= action->is_numbered;
        shows->owners |= action->original->owners.count > 0 || action->original->support.count > 0;
        shows->references |= has_references(action);
    }
}

static struct matrix_shows find_shown(const struct matrix *matrix) {
    struct matrix_shows shows = {.areas = matrix->area_count == 0};
    for (size_t i = 0; i < matrix->area_count; i++) {
        shows.areas |= area_is_said(matrix->areas[i].area);
        for (size_t j = 0; j < matrix->areas[i].goal_count; j++)
            note_goal(&shows, &matrix->areas[i].goals[j]);
    }
    return shows;
}

const struct matrix *matrix_select(const struct view_context *context, const struct plan *plan,
                                   const struct matrix_selection *selection) {
    struct matrix *matrix = arena_alloc(context->arena, sizeof *matrix);
    *matrix = (struct matrix){
        .context = context,
        .plan = plan,
        .selection = *selection,
        .status = selection->status.size == 0
                      ? -1
                      : status_place_of(&plan->scale, selection->status, context->arena),
        .areas = arena_alloc(context->arena, plan->areas.count * sizeof *matrix->areas),
        .year_count = plan->period.to - plan->period.from + 1,
    };
    index_init(&matrix->owners, context->arena);
    groups_of(context->repository->organisation, selection->owner, &matrix->owners);
    for (size_t i = 0; i < plan->areas.count; i++) {
        struct matrix_area *area = &matrix->areas[matrix->area_count];
        *area = (struct matrix_area){.matrix = matrix, .area = &plan->areas.items[i]};
        if (selection->area.size > 0 && !text_equal(selection->area, area->area->number.text))
            continue;
        select_goals(area, context->arena);
        if (area->goal_count > 0 || shows_empty(selection))
            matrix->area_count++;
        matrix->action_count += area->action_count;
    }
    matrix->shows = find_shown(matrix);
    return matrix;
}

static struct value action_item(const void *context, size_t index, struct arena *arena) {
    return matrix_row_value(context, index, arena);
}

// What the goal's own level is called in its area.
static struct text level_word(const struct matrix_goal *shown) {
    const struct labels *labels = shown->matrix->context->labels;
    struct text own = shown->area->columns.goal.text;
    if (shown->goal->depth == GOAL_PART)
        return label(labels, TEXT("kolonne-delmål"));
    return own.size > 0 ? own : label(labels, TEXT("kolonne-mål"));
}

static struct value goal_item(const void *of, size_t index, struct arena *arena) {
    const struct matrix_area *area = of;
    const struct matrix_goal *shown = &area->goals[index];
    const struct view_context *context = area->matrix->context;
    const struct goal *goal = shown->goal;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("nr"), value_text(goal->number.text));
    map_put(&map, TEXT("har-nr"), value_truth(goal->is_numbered));
    map_put(&map, TEXT("nivå"), value_text(level_word(shown)));
    map_put(&map, TEXT("er-delmål"), value_truth(goal->depth == GOAL_PART));
    map_put(&map, TEXT("anker"), value_text(goal_anchor(area->matrix->plan, goal, arena)));
    map_put(&map, TEXT("mål-anker"), value_text(goal_anchor(area->matrix->plan, goal, arena)));
    map_put(&map, TEXT("tidligere-nr"), matrix_former_numbers(&goal->former, TEXT("mål-"), arena));
    view_put_prose(context, &map, VIEW_KEY("mål"), &goal->text);
    view_put_prose(context, &map, VIEW_KEY("merknad"), &goal->remark);
    view_put_cases(context, &map, VIEW_KEY("vedtak"), &goal->decided_by, arena);
    view_put_web_links(&map, &goal->links, arena);
    map_put(&map, TEXT("tiltak"), value_lazy_list(action_item, shown, shown->action_count));
    return map_end(&map);
}

static struct value column_titles(const struct view_context *context,
                                  const struct column_titles *titles, struct arena *arena) {
    const struct {
        struct text key;
        struct text own;
        struct text label_key;
    } columns[] = {
        {TEXT("nr"), titles->number.text, TEXT("kolonne-nr")},
        {TEXT("mål"), titles->goal.text, TEXT("kolonne-mål")},
        {TEXT("tiltak"), titles->action.text, TEXT("kolonne-tiltak")},
    };
    struct map_builder map = map_begin(arena);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        map_put(&map, columns[i].key,
                value_text(columns[i].own.size > 0 ? columns[i].own
                                                   : label(context->labels, columns[i].label_key)));
    return map_end(&map);
}

static struct value area_item(const void *context, size_t index, struct arena *arena) {
    const struct matrix *matrix = context;
    const struct matrix_area *shown = &matrix->areas[index];
    const struct area *area = shown->area;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("nr"), value_text(area->number.text));
    map_put(&map, TEXT("har-nr"), value_truth(area->is_numbered));
    map_put(&map, TEXT("område-nr"), value_text(area->number.text));
    view_put_text(&map, VIEW_KEY("navn"), area->name.text);
    map_put(&map, TEXT("anker"),
            value_text(text_concat(arena, TEXT("område-"), area->number.text)));
    view_put_prose(matrix->context, &map, VIEW_KEY("merknad"), &area->remark);
    view_put_web_links(&map, &area->links, arena);
    map_put(&map, TEXT("kolonner"), column_titles(matrix->context, &area->columns, arena));
    map_put(&map, TEXT("antall"), value_number((int64_t)shown->action_count));
    map_put(&map, TEXT("har-rader"), value_truth(shown->goal_count > 0));
    map_put(&map, TEXT("mål"), value_lazy_list(goal_item, shown, shown->goal_count));
    return map_end(&map);
}

// What the rows have, for the choices of the filter.
struct occurrences {
    struct index owners;
    bool statuses[MOST_STATUS_PLACES];
};

static void note_owners(struct occurrences *found, const struct scalar_list *ids) {
    for (size_t i = 0; i < ids->count; i++)
        index_add(&found->owners, ids->items[i].text, ids);
}

static void find_occurrences(const struct matrix *matrix, struct occurrences *found) {
    index_init(&found->owners, matrix->context->arena);
    for (size_t i = 0; i < matrix->area_count; i++)
        for (size_t j = 0; j < matrix->areas[i].goal_count; j++)
            for (size_t k = 0; k < matrix->areas[i].goals[j].action_count; k++) {
                const struct action *action = matrix->areas[i].goals[j].actions[k];
                int status = action_status_place(action);
                note_owners(found, &action->original->owners);
                note_owners(found, &action->original->support);
                if (status >= 0)
                    found->statuses[status] = true;
            }
    groups_add_members(matrix->context->repository->organisation, &found->owners);
}

// In the order of the organisation: its bodies, then its people. The members of a group own what
// the group owns.
static struct value owner_choices(const struct matrix *matrix, const struct occurrences *found) {
    const struct organisation *organisation = matrix->context->repository->organisation;
    struct arena *arena = matrix->context->arena;
    size_t bodies = organisation->bodies.count, count = 0;
    struct value *items =
        arena_alloc(arena, (bodies + organisation->persons.count) * sizeof *items);
    for (size_t i = 0; i < bodies + organisation->persons.count; i++) {
        struct text id = i < bodies ? organisation->bodies.items[i].id.text
                                    : organisation->persons.items[i - bodies].id.text;
        if (index_find(&found->owners, id) != NULL)
            items[count++] = view_party_choice(matrix->context, id, arena);
    }
    return value_list(items, count);
}

// Those of `owners` whose short name is not all of it.
static void put_short_names(struct map_builder *map, struct value owners, struct arena *arena) {
    const struct value *items = owners.list.context;
    struct value *kept = arena_alloc(arena, owners.list.count * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < owners.list.count; i++)
        if (!text_equal(value_find(&items[i], TEXT("kort"))->text,
                        value_find(&items[i], TEXT("navn"))->text))
            kept[count++] = items[i];
    map_put(map, TEXT("kortformer"), value_list(kept, count));
    map_put(map, TEXT("har-kortformer"), value_truth(count > 0));
}

static struct value status_choices(const struct matrix *matrix, const struct occurrences *found) {
    struct arena *arena = matrix->context->arena;
    const int most = matrix_scale(matrix->context)->count;
    struct value *items = arena_alloc(arena, (size_t)most * sizeof *items);
    size_t count = 0;
    for (int status = 0; status < most; status++) {
        if (!found->statuses[status])
            continue;
        struct map_builder map = map_begin(arena);
        matrix_put_status(matrix->context, status, &map);
        map_put(&map, TEXT("tekst"), value_text(matrix_status_words(matrix->context, status)));
        items[count++] = map_end(&map);
    }
    return value_list(items, count);
}

static struct value year_numbers(const struct matrix *matrix) {
    struct arena *arena = matrix->context->arena;
    struct value *items = arena_alloc(arena, (size_t)matrix->year_count * sizeof *items);
    for (int i = 0; i < matrix->year_count; i++) {
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("år"), value_number(matrix->plan->period.from + i));
        items[i] = map_end(&map);
    }
    return value_list(items, (size_t)matrix->year_count);
}

static void put_selection(const struct matrix *matrix, struct map_builder *map) {
    const struct matrix_selection *chosen = &matrix->selection;
    const struct labels *labels = matrix->context->labels;
    struct arena *arena = matrix->context->arena;
    const struct party *owner =
        organisation_party(matrix->context->repository->organisation, chosen->owner);
    const struct {
        struct text label_key;
        struct text value;
    } criteria[] = {
        {TEXT("filter-ansvarlig"), owner == NULL ? chosen->owner : owner->name},
        {TEXT("filter-område"), chosen->area},
        {TEXT("filter-år"), chosen->year == 0 ? TEXT("") : text_format(arena, "%d", chosen->year)},
        {TEXT("filter-status"),
         matrix->status < 0 ? TEXT("") : matrix_status_words(matrix->context, matrix->status)},
    };
    size_t most = sizeof criteria / sizeof *criteria, count = 0;
    struct value *items = arena_alloc(arena, most * sizeof *items);
    for (size_t i = 0; i < most; i++) {
        if (criteria[i].value.size == 0)
            continue;
        struct map_builder criterion = map_begin(arena);
        map_put(&criterion, TEXT("navn"), value_text(label(labels, criteria[i].label_key)));
        map_put(&criterion, TEXT("verdi"), value_text(criteria[i].value));
        items[count++] = map_end(&criterion);
    }
    map_put(map, TEXT("avgrensning"), value_list(items, count));
    map_put(map, TEXT("har-avgrensning"), value_truth(count > 0));
}

// Whether all actions have room on one sheet, A4 in two columns: a line an action and an area.
static bool matrix_fits_sheet(const struct matrix *matrix) {
    enum { MOST_LINES = 80, MOST_YEARS = 12 };
    return matrix->action_count > 0 && matrix->year_count <= MOST_YEARS &&
           matrix->action_count + matrix->area_count <= MOST_LINES;
}

// The legend, and the shares that the style sheet has a rule for.
static void put_signs(const struct matrix *matrix, struct map_builder *map) {
    const struct matrix_signs signs = matrix_find_signs(matrix);
    struct arena *arena = matrix->context->arena;
    struct value *shares =
        arena_alloc(arena, sizeof signs.shares / sizeof *signs.shares * sizeof *shares);
    size_t count = 0;
    for (int share = 0; share <= SHARE_WHOLE; share++) {
        if (!signs.shares[share])
            continue;
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("prosent"), value_number(share));
        shares[count++] = map_end(&item);
    }
    map_put(map, TEXT("forklaring"), matrix_legend(matrix->context, &signs));
    map_put(map, TEXT("andeler"), value_list(shares, count));
    map_put(map, TEXT("har-i-dag"), value_truth(signs.has[SIGN_TODAY]));
}

struct text matrix_period(const struct plan *plan, struct arena *arena) {
    if (plan->period.from == plan->period.to)
        return text_format(arena, "%d", plan->period.from);
    return text_format(arena, "%d–%d", plan->period.from, plan->period.to);
}

// The columns that are not years: numbers, actions, owners, status, references.
static void put_columns(const struct matrix *matrix, struct map_builder *map) {
    const struct matrix_shows *shows = &matrix->shows;
    int overview = 2 + shows->numbers + shows->owners + matrix->year_count;
    map_put(map, TEXT("viser-nr"), value_truth(shows->numbers));
    map_put(map, TEXT("viser-områder"), value_truth(shows->areas));
    map_put(map, TEXT("viser-mål"), value_truth(shows->goals));
    map_put(map, TEXT("viser-delmål"), value_truth(shows->parts));
    map_put(map, TEXT("viser-ansvar"), value_truth(shows->owners));
    map_put(map, TEXT("viser-henvisninger"), value_truth(shows->references));
    map_put(map, TEXT("antall-kolonner"), value_number(overview + shows->references));
    map_put(map, TEXT("kolonner-i-oversikt"), value_number(overview));
}

struct value matrix_value(const struct matrix *matrix) {
    const struct view_context *context = matrix->context;
    const struct plan *plan = matrix->plan;
    struct occurrences found = {.statuses = {false}};
    find_occurrences(matrix, &found);
    struct map_builder map = map_begin(context->arena);
    view_put_head(context, &map, "handlingsplan", plan->title.text, plan->source->path);
    map_put(&map, TEXT("periode"), value_text(matrix_period(plan, context->arena)));
    map_put(&map, TEXT("eier"), view_party(context, plan->owner.text, context->arena));
    map_put(&map, TEXT("antall"), value_number((int64_t)matrix->action_count));
    map_put(&map, TEXT("har-tiltak"), value_truth(matrix->action_count > 0));
    map_put(&map, TEXT("antall-totalt"), value_number((int64_t)plan->action_count));
    map_put(&map, TEXT("antall-områder"), value_number((int64_t)matrix->area_count));
    map_put(&map, TEXT("har-oversikt"), value_truth(matrix_fits_sheet(matrix)));
    map_put(&map, TEXT("antall-år"), value_number(matrix->year_count));
    map_put(&map, TEXT("årsandel"), value_number(SHARE_WHOLE / matrix->year_count));
    put_columns(matrix, &map);
    put_selection(matrix, &map);
    put_signs(matrix, &map);
    map_put(&map, TEXT("årstall"), year_numbers(matrix));
    struct value owners = owner_choices(matrix, &found);
    map_put(&map, TEXT("ansvarlige"), owners);
    put_short_names(&map, owners, context->arena);
    map_put(&map, TEXT("statuser"), status_choices(matrix, &found));
    map_put(&map, TEXT("områder"), value_lazy_list(area_item, matrix, matrix->area_count));
    return map_end(&map);
}
