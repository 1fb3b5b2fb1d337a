// SPDX-License-Identifier: MIT
// What a status report tells: which actions have changed, are late, come next, or are not told of.

#include "view/status/status.h"

#include "model/plan/due.h"
#include "model/plan/numbers.h"
#include "model/tree/plans.h"

// The last note on actions before a day; year 0: of all.
static struct date note_before(const struct status_notes *notes, struct date day) {
    for (size_t i = notes->count; i > 0; i--) {
        const struct status_note *note = notes->items[i - 1];
        if (note->actions.count > 0 && (day.year == 0 || date_compare(note->date.date, day) < 0))
            return note->date.date;
    }
    return (struct date){0, 0, 0};
}

int status_before(const struct status_report *report, const struct action *action) {
    const struct action *before = index_find(&report->before->actions, action->number.text);
    return before == NULL ? -1 : action_status_place(before);
}

static bool has_changed(const struct status_report *report, const struct action *action) {
    const struct action *before =
        report->before == NULL ? NULL : index_find(&report->before->actions, action->number.text);
    if (before == NULL)
        return false;
    return action_status_place(before) != action_status_place(action) ||
           !text_equal(before->progress.text, action->progress.text);
}

// Whether what is shown of the action is what the plan itself says.
static bool plan_speaks(const struct status_report *report, const struct action *action) {
    struct date last = last_reported_day(&report->notes);
    bool is_past = report->day.year != 0 && date_compare(report->day, last) < 0;
    const struct action *own = index_find(&report->own->actions, action->number.text);
    return report->note == NULL && !is_past && own != NULL && action_tells_itself(own);
}

static bool is_told_of(const struct status_report *report, const struct action *action) {
    const struct status_note *last = report->last[action->order].note;
    if (report->note != NULL)
        return last == report->note;
    bool since = last != NULL &&
                 (report->since.year == 0 || date_compare(last->date.date, report->since) >= 0);
    return since || plan_speaks(report, action);
}

static void add(struct action_list *list, const struct action *action, struct arena *arena) {
    list->items = arena_append(arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = action;
}

static void sort_out(struct status_report *report) {
    struct arena *arena = report->context->arena;
    struct plan_walk walk = {.plan = report->plan};
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;) {
        if (action->original != action || !status_has(report, action))
            continue;
        bool closed = action_is_closed(action);
        if (has_changed(report, action))
            add(&report->changed, action, arena);
        if (action_is_overdue(action, report->day))
            add(&report->overdue, action, arena);
        if (!closed && report->day.year != 0 &&
            action_is_planned(action, report->next_from, report->next_to))
            add(&report->next, action, arena);
        if (!closed && !is_told_of(report, action))
            add(&report->unreported, action, arena);
    }
}

static bool tells_of_actions(const struct status_note *note) {
    bool on_slides = false;
    for (size_t i = 0; i < note->slides.count; i++)
        on_slides = on_slides || note->slides.items[i].actions.count > 0;
    return note->actions.count > 0 || on_slides;
}

const struct status_report *status_report_make(const struct view_context *context,
                                               const struct plan *plan,
                                               const struct status_note *note, struct date day,
                                               struct date since) {
    struct arena *arena = context->arena;
    const struct status_notes on_plan = repository_notes_on(context->repository, plan);
    const struct status_notes *notes = &on_plan;
    struct status_report *report = arena_alloc(arena, sizeof *report);
    *report = (struct status_report){.context = context,
                                     .note = note,
                                     .notes = on_plan,
                                     .own = plan,
                                     .day = note != NULL ? note->date.date : day};
    report->since = since.year != 0 ? since : note_before(notes, report->day);
    if (plan == NULL || (note != NULL && !tells_of_actions(note)))
        return report;
    report->plan = note != NULL ? plan_of_note(plan, notes, report->day, arena)
                                : plan_on_day(plan, notes, report->day, arena);
    report->last = last_reports(plan, notes, report->day, arena);
    if (report->since.year != 0)
        report->before = plan_as_reported(plan, notes, report->since, arena);
    if (report->day.year != 0) {
        report->next_from = next_half_year(report->day);
        report->next_to = half_year_end(report->next_from);
    }
    sort_out(report);
    return report;
}

bool status_has(const struct status_report *report, const struct action *action) {
    struct text number = action_number_on(action, report->day);
    return report->day.year == 0 || plan_action(report->plan, number, report->day) == action ||
           index_find(&report->plan->actions, action->number.text) != action;
}

struct status_counts status_count(const struct status_report *report, const struct area *area) {
    const struct plan *plan = report->plan;
    struct status_counts counts = matrix_counts_begin(report->context);
    for (size_t i = 0; i < plan->areas.count; i++) {
        const struct area *one = &plan->areas.items[i];
        for (size_t j = 0; (area == NULL || area == one) && j < one->goals.count; j++)
            for (size_t k = 0; k < one->goals.items[j].actions.count; k++) {
                const struct action *action = &one->goals.items[j].actions.items[k];
                if (status_has(report, action))
                    matrix_count_status(&counts, action);
            }
    }
    return counts;
}

struct text status_area_name(const struct status_report *report, const struct area *area) {
    return area_is_said(area) ? area->name.text : report->plan->title.text;
}

struct text status_report_title(const struct status_report *report) {
    const struct view_context *context = report->context;
    struct text word = label(context->labels, TEXT("status-tittel"));
    if (report->note != NULL && report->note->title.text.size > 0)
        return report->note->title.text;
    if (report->day.year == 0)
        return word;
    return text_format(context->arena, "%.*s %.*s", TEXT_ARGS(word),
                       TEXT_ARGS(label_date(context->labels, report->day, context->arena)));
}

struct text status_origin(const struct status_report *report, const struct action *action,
                          struct arena *arena) {
    const struct labels *labels = report->context->labels;
    const struct last_report *last = &report->last[action->original->order];
    const struct last_report *own = &report->last[action->order];
    if (own->action != NULL)
        last = own;
    if (plan_speaks(report, action))
        return label(labels, TEXT("status-av-planen"));
    if (last->action == NULL)
        return TEXT("");
    struct text parts[2];
    size_t count = 0;
    if (last->note != report->note)
        parts[count++] = label_date(labels, last->note->date.date, arena);
    if (last->action->origin.text.size > 0)
        parts[count++] = last->action->origin.text;
    return text_join(arena, parts, count, TEXT(", "));
}
