// SPDX-License-Identifier: MIT

#include "view/organisation/work.h"

#include "model/organisation/groups.h"
#include "model/plan/title.h"
#include "model/status/history.h"
#include "model/tree/plans.h"
#include "view/address.h"
#include "view/decisions/decisions.h"

// Values as they are found.
struct found {
    const struct view_context *context;
    const struct body_work *work;
    struct index ids; // of the body, and of the groups that it is part of
    struct value *items;
    size_t count;
};

static void add(struct found *found, const struct map_builder *map) {
    found->items =
        arena_append(found->context->arena, found->items, found->count, sizeof *found->items);
    found->items[found->count++] = map_end(map);
}

static void put(struct found *found, struct map_builder *map, struct text key, struct text has) {
    map_put(map, key, value_list(found->items, found->count));
    map_put(map, has, value_truth(found->count > 0));
    found->items = NULL;
    found->count = 0;
}

static bool is_among(const struct found *found, const struct scalar_list *ids) {
    for (size_t i = 0; i < ids->count; i++)
        if (index_find(&found->ids, ids->items[i].text) != NULL)
            return true;
    return false;
}

// Its own, or that of its original; empty where none is told.
static struct text status_of(const struct view_context *context, const struct action *action) {
    const struct told_status *status =
        action->status.at.line > 0 ? &action->status : &action->original->status;
    return status->at.line == 0 ? TEXT("") : view_status_words(context, status);
}

static void add_actions(struct found *found, const struct goal *goal) {
    const struct view_context *context = found->context;
    struct arena *arena = context->arena;
    for (size_t i = 0; i < goal->actions.count; i++) {
        const struct action *action = &goal->actions.items[i];
        if (!is_among(found, &action->original->owners))
            continue;
        struct map_builder map = map_begin(arena);
        view_put_text(&map, VIEW_KEY("nr"), action->is_numbered ? action->number.text : TEXT(""));
        map_put(&map, TEXT("kort"), value_text(action_title(action, arena)));
        view_put_text(&map, VIEW_KEY("status"), status_of(context, action));
        view_put_text(&map, VIEW_KEY("lenke"),
                      view_action_address(context, action->number.text, arena));
        add(found, &map);
    }
}

static void find_actions(struct found *found) {
    const struct view_context *context = found->context;
    const struct plan *plan =
        repository_plan(context->repository, context->committee, context->day);
    if (plan != NULL) {
        const struct status_notes notes = repository_notes_on(context->repository, plan);
        plan = plan_on_day(plan, &notes, context->day, context->arena);
    }
    for (size_t i = 0; plan != NULL && i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++)
            add_actions(found, &plan->areas.items[i].goals.items[j]);
}

static void find_decisions(struct found *found) {
    const struct view_context *context = found->context;
    struct arena *arena = context->arena;
    const struct decision_selection open = {
        .open = true, .body = found->work->body, .today = found->work->today};
    const struct decision_register *list = decisions_select(context, found->work->decisions, &open);
    for (size_t i = 0; i < list->count; i++) {
        const struct decision *decision = list->shown[i];
        struct text number = decision->paper->number.text;
        struct text committee = decision->meeting->committee.text;
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("sak"),
                value_text(repository_case_in_full(context->repository, committee, number,
                                                   decision->meeting->folder)));
        map_put(&map, TEXT("ordlyd"), value_text(decision_wording(context, decision, arena)));
        view_put_text(&map, VIEW_KEY("hvem"), decision_who(context, decision, arena));
        view_put_text(&map, VIEW_KEY("frist"), decision_deadline(context, decision, arena));
        map_put(&map, TEXT("status"), value_text(decision_status(context, decision)));
        view_put_text(&map, VIEW_KEY("lenke"),
                      view_meeting_address(
                          context, decision->meeting->folder, TEXT("minutes"),
                          number.size > 0 ? view_case_anchor(context, number, arena) : TEXT(""),
                          arena));
        add(found, &map);
    }
}

static void find_grants(struct found *found) {
    const struct view_context *context = found->context;
    const struct repository *repository = context->repository;
    for (size_t i = 0; i < repository->grants.count; i++) {
        const struct grant *grant = repository->grants.items[i].grant;
        struct text url = text_concat(context->arena, TEXT("tilskudd:"), grant->id.text);
        if (index_find(&found->ids, grant->owner.text) == NULL)
            continue;
        struct map_builder map = map_begin(context->arena);
        map_put(&map, TEXT("tittel"), value_text(grant->title.text));
        view_put_text(&map, VIEW_KEY("lenke"),
                      view_link_address(&context->links, url, context->arena));
        add(found, &map);
    }
}

static void find_meetings(struct found *found) {
    const struct view_context *context = found->context;
    struct arena *arena = context->arena;
    for (size_t i = 0; i < found->work->meeting_count; i++) {
        const struct meeting *meeting = found->work->meetings[i];
        if (!text_equal(meeting->committee.text, found->work->body))
            continue;
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("dato"), value_text(date_iso(arena, meeting->date.date)));
        map_put(&map, TEXT("dato-tekst"),
                value_text(label_date(context->labels, meeting->date.date, arena)));
        map_put(&map, TEXT("avlyst"), value_truth(meeting_is_cancelled(meeting)));
        view_put_text(
            &map, VIEW_KEY("lenke"),
            view_meeting_address(context, meeting->folder, TEXT("notice"), TEXT(""), arena));
        add(found, &map);
    }
}

void put_work(const struct view_context *context, struct map_builder *map,
              const struct body_work *work) {
    static const struct {
        struct text key, has;
        void (*find)(struct found *found);
    } kinds[] = {
        {TEXT_OF("tiltak"), TEXT_OF("har-tiltak"), find_actions},
        {TEXT_OF("åpne-vedtak"), TEXT_OF("har-åpne-vedtak"), find_decisions},
        {TEXT_OF("tilskudd"), TEXT_OF("har-tilskudd"), find_grants},
        {TEXT_OF("møteliste"), TEXT_OF("har-møteliste"), find_meetings},
    };
    struct found found = {.context = context, .work = work};
    index_init(&found.ids, context->arena);
    if (work != NULL)
        groups_of(context->repository->organisation, work->body, &found.ids);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (work != NULL)
            kinds[i].find(&found);
        put(&found, map, kinds[i].key, kinds[i].has);
    }
}
