// SPDX-License-Identifier: MIT

#include "check/decisions/tasks.h"

#include "base/message.h"
#include "check/decisions/asked.h"
#include "check/writing/written_dates.h"
#include "model/organisation/called.h"

struct task_check {
    const struct repository *repository;
    const struct case_paper *paper;
    struct index followed_up; // numbers of points
    bool has_day;             // in the point that is looked at
    bool has_deadline;        // likewise
};

static void find_day(void *context, const struct written_date *found) {
    struct task_check *check = context;
    check->has_day = true;
    check->has_deadline |= found->is_deadline;
}

static bool is_followed_up(const struct task_check *check, const struct point *point) {
    return index_find(&check->followed_up, point->number) != NULL;
}

// Within a task, what names somebody or a day is a task too.
static bool gives_task(struct task_check *check, const struct point *point, bool within_task) {
    struct arena *arena = check->repository->arena;
    const struct organisation *organisation = check->repository->organisation;
    check->has_day = check->has_deadline = false;
    if (prose_is_empty(&point->text))
        return false;
    written_dates_find(&point->text, arena, find_day, check);
    struct text words = text_lower(arena, prose_plain(&point->text, true, arena));
    return check->has_deadline || words_give_task(organisation, words) ||
           (within_task && (check->has_day ||
                            (organisation != NULL && called_names_somebody(organisation, words))));
}

static void report_task(const struct task_check *check, const struct point *point) {
    report(check->repository->diagnostics, RULE_NOBODY_RESPONSIBLE, check->paper->source->path,
           point->at, _("point %.*s asks for something; who does it? Add it to 'oppfølging'"),
           TEXT_ARGS(point->number));
}

// True when somebody is to do something in a sub-point, whether there is a follow-up or not.
static bool check_sub_points(struct task_check *check, const struct points *points, size_t first,
                             bool within_task) {
    bool any = false;
    for (size_t i = first; i < points->count && points->items[i]->parent != NULL; i++) {
        const struct point *point = points->items[i];
        bool followed_up = is_followed_up(check, point);
        bool told = !followed_up && gives_task(check, point, within_task);
        if (told)
            report_task(check, point);
        any = any || followed_up || told;
    }
    return any;
}

// True when somebody is to do something in the point.
static bool check_point(struct task_check *check, const struct points *points, size_t index) {
    const struct point *point = points->items[index];
    bool followed_up = is_followed_up(check, point);
    bool is_task = followed_up || gives_task(check, point, false);
    bool in_sub_points = check_sub_points(check, points, index + 1, is_task);
    if (!in_sub_points && is_task && !followed_up)
        report_task(check, point);
    return in_sub_points || is_task;
}

// What is asked for before the points, or without any: "ASU ber sekretariatet om å".
static void check_whole(struct task_check *check, const struct point *whole) {
    if (gives_task(check, whole, false))
        report(check->repository->diagnostics, RULE_NOBODY_RESPONSIBLE, check->paper->source->path,
               whole->at,
               _("the decision asks for something; who does it? Add it to 'oppfølging'"));
}

void check_tasks(const struct repository *repository, const struct case_paper *paper,
                 const struct points *points) {
    struct task_check check = {.repository = repository, .paper = paper};
    index_init(&check.followed_up, repository->arena);
    for (size_t i = 0; i < paper->follow_ups.count; i++) {
        const struct follow_up *follow_up = &paper->follow_ups.items[i];
        if (follow_up->point.text.size == 0)
            return; // it follows all of them up
        if (points_find(points, follow_up->point.text) == NULL)
            return; // whose it is will be known when its point has been put right
        index_add(&check.followed_up, follow_up->point.text, follow_up);
    }
    bool any = paper->follow_ups.count > 0;
    for (size_t i = 0; i < points->count; i++)
        if (points->items[i]->number.size > 0 && points->items[i]->parent == NULL)
            any |= check_point(&check, points, i);
    if (!any && points->count > 0 && points->items[0]->number.size == 0)
        check_whole(&check, points->items[0]);
}
