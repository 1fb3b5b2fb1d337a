// SPDX-License-Identifier: MIT

#include "model/decisions/decisions.h"

struct builder {
    const struct repository *repository;
    struct arena *arena;
    const struct meeting *const *meetings;
    size_t meeting_count;
    struct date today;
    struct decisions *decisions;
    struct index listed;
};

// The day of the first meeting of a committee in a year, after `day`, that is not cancelled.
static struct date first_meeting(const struct meeting *const *meetings, size_t count,
                                 struct text committee, int year, struct date day) {
    for (size_t i = 0; i < count; i++) {
        const struct meeting *meeting = meetings[i];
        if (text_equal(meeting->committee.text, committee) && meeting->date.date.year == year &&
            date_compare(meeting->date.date, day) > 0 && !meeting_is_cancelled(meeting))
            return meeting->date.date;
    }
    return (struct date){0, 0, 0};
}

// The next meeting of a committee after the day.
static struct date next_meeting(const struct meeting *const *meetings, size_t count,
                                struct text committee, struct date day) {
    struct date first = {0, 0, 0};
    for (int year = day.year; year <= day.year + 1 && first.year == 0; year++)
        first = first_meeting(meetings, count, committee, year, day);
    return first;
}

struct date follow_up_due(const struct follow_up *follow_up, const struct meeting *of,
                          const struct meeting *const *meetings, size_t count) {
    const struct deadline *deadline = &follow_up->deadline;
    struct date decided = of->date.date;
    if (deadline->turn_of_year)
        return (struct date){decided.year, 12, 31};
    if (deadline->next_meeting)
        return next_meeting(meetings, count,
                            deadline->committee.text.size > 0 ? deadline->committee.text
                                                              : of->committee.text,
                            decided);
    return deadline->committee.text.size > 0
               ? first_meeting(meetings, count, deadline->committee.text, deadline->year, decided)
               : deadline->day.date;
}

static bool is_after(struct date today, struct date date) {
    return today.year != 0 && date.year != 0 && date_compare(date, today) < 0;
}

enum decision_state follow_up_state(const struct follow_up *follow_up, struct date due,
                                    struct date today) {
    bool done = follow_up->done.date.year != 0 &&
                (today.year == 0 || date_compare(follow_up->done.date, today) <= 0);
    if (done || follow_up->reported.text.size > 0)
        return DECISION_DONE;
    return is_after(today, due) ? DECISION_OVERDUE : DECISION_OPEN;
}

static struct decision *add(struct builder *builder, const struct decision *decision) {
    struct decisions *list = builder->decisions;
    list->items = arena_append(builder->arena, list->items, list->count, sizeof *list->items);
    list->items[list->count] = *decision;
    return &list->items[list->count++];
}

static void add_follow_up(struct builder *builder, struct decision decision,
                          const struct follow_up *follow_up) {
    decision.follow_up = follow_up;
    decision.due =
        follow_up_due(follow_up, decision.meeting, builder->meetings, builder->meeting_count);
    decision.state = follow_up_state(follow_up, decision.due, builder->today);
    add(builder, &decision);
}

// What follows up the whole of a decision that has numbered points only.
static void add_whole(struct builder *builder, const struct decision *decision,
                      const struct points *points) {
    bool has_text = false;
    for (size_t i = 0; i < points->count; i++)
        has_text = has_text || points->items[i]->number.size == 0;
    for (size_t i = 0; i < decision->paper->follow_ups.count && !has_text; i++)
        if (decision->paper->follow_ups.items[i].point.text.size == 0)
            add_follow_up(builder, *decision, &decision->paper->follow_ups.items[i]);
}

// A point once for each follow-up of it, or once when there is none.
static void add_point(struct builder *builder, struct decision decision,
                      const struct point *point) {
    const struct case_paper *paper = decision.paper;
    bool alone = true;
    decision.point = point->number;
    decision.text = point->text;
    for (size_t i = 0; i < paper->follow_ups.count; i++) {
        const struct follow_up *follow_up = &paper->follow_ups.items[i];
        if (!text_equal(follow_up->point.text, point->number))
            continue;
        add_follow_up(builder, decision, follow_up);
        alone = false;
    }
    if (alone)
        add(builder, &decision);
}

static void add_case(struct builder *builder, const struct meeting *meeting,
                     const struct case_paper *paper) {
    static const enum decision_state of_outcomes[OUTCOME_COUNT] = {
        [OUTCOME_POSTPONED] = DECISION_POSTPONED,
        [OUTCOME_WITHDRAWN] = DECISION_WITHDRAWN,
        [OUTCOME_REJECTED] = DECISION_REJECTED,
    };
    struct decision decision = {.meeting = meeting, .paper = paper};
    const struct case_section *section = case_paper_decision(paper);
    for (size_t i = 0; section != NULL && i < section->points.count; i++)
        add_point(builder, decision, section->points.items[i]);
    if (section != NULL)
        add_whole(builder, &decision, &section->points);
    if (section == NULL && paper->outcome.at.line > 0)
        decision.state = of_outcomes[paper->outcome.index];
    if (decision.state != DECISION_MADE)
        add(builder, &decision);
}

// Of a case in which nothing is decided, or of an item without a number: what is to be done.
static void add_tasks(struct builder *builder, const struct meeting *meeting,
                      const struct agenda_item *item, const struct case_paper *paper) {
    struct decision decision = {.meeting = meeting, .paper = paper, .text = item->record};
    if (meeting->minutes.at.line == 0 || case_paper_decision(paper) != NULL ||
        !case_paper_follow_ups_hold(paper))
        return;
    for (size_t i = 0; i < paper->follow_ups.count; i++) {
        decision.point = paper->follow_ups.items[i].point.text;
        add_follow_up(builder, decision, &paper->follow_ups.items[i]);
    }
}

// Adds a text to one of the lists of a case, unless it has been added. `what` tells the lists
// apart.
static bool list_once(struct builder *builder, const struct case_history *history, const char *what,
                      struct text_list *list, struct text text) {
    struct arena *arena = builder->arena;
    struct text key = text_format(arena, "%.*s-%.*s %s %.*s", TEXT_ARGS(history->committee),
                                  TEXT_ARGS(history->number), what, TEXT_ARGS(text));
    if (index_add(&builder->listed, key, history) != NULL)
        return false;
    text_list_add(list, text, arena);
    return true;
}

static struct case_history *history_of(struct builder *builder, struct text committee,
                                       struct text number, struct text folder) {
    struct decisions *list = builder->decisions;
    struct text key = repository_case_key(builder->repository, committee, number, folder);
    const struct case_history *found = index_find(&list->histories_by_key, key);
    if (found != NULL)
        return list->histories[found->place];
    struct case_history *history = arena_alloc(builder->arena, sizeof *history);
    history->committee = committee;
    history->number = number;
    history->in_full = repository_case_in_full(builder->repository, committee, number, folder);
    history->place = list->history_count;
    index_add(&list->histories_by_key, key, history);
    index_add(&list->histories_by_number, history->in_full, history);
    list->histories =
        arena_append(builder->arena, list->histories, list->history_count, sizeof *list->histories);
    list->histories[list->history_count++] = history;
    return history;
}

// Of a case as a document of `committee` names it.
static struct case_history *named_history(struct builder *builder, struct text committee,
                                          struct text number) {
    struct case_number parts;
    const struct sources *sources = &builder->repository->sources;
    bool known = case_number_parse(number, sources, committee, &parts);
    if (known && parts.committee.size > 0)
        return history_of(builder, parts.committee, parts.rest, TEXT(""));
    return history_of(builder, committee, number, TEXT(""));
}

static void add_history(struct builder *builder, const struct meeting *meeting,
                        const struct case_paper *paper) {
    struct text committee = meeting->committee.text;
    struct case_history *history =
        history_of(builder, committee, paper->number.text, meeting->folder);
    history->meeting = meeting;
    history->paper = paper;
    history->subjects = subjects_of(builder->repository, meeting, paper, SIZE_MAX);
    for (size_t i = 0; i < paper->follows.count; i++) {
        struct case_history *earlier =
            named_history(builder, committee, paper->follows.items[i].text);
        list_once(builder, history, "follows", &history->follows, earlier->in_full);
        list_once(builder, earlier, "followed by", &earlier->followed_by, history->in_full);
    }
}

static void add_item(struct builder *builder, const struct meeting *meeting,
                     const struct agenda_item *item) {
    const struct case_paper *paper = agenda_item_paper(item, builder->arena);
    if (paper == NULL)
        return;
    add_tasks(builder, meeting, item, paper);
    if (item->paper == NULL)
        return;
    add_case(builder, meeting, paper);
    add_history(builder, meeting, paper);
}

static void find_earlier_cases(struct builder *builder) {
    struct decisions *list = builder->decisions;
    for (size_t i = 0; i < list->history_count; i++) {
        struct case_history *history = list->histories[i];
        if (history->paper == NULL)
            history->known =
                repository_case(builder->repository, history->committee, history->number);
    }
}

const struct decisions *decisions_of(const struct repository *repository,
                                     const struct meeting *const *meetings, size_t count,
                                     struct date today) {
    struct builder builder = {
        .repository = repository,
        .arena = repository->arena,
        .meetings = meetings,
        .meeting_count = count,
        .today = today,
        .decisions = arena_alloc(repository->arena, sizeof *builder.decisions),
    };
    index_init(&builder.listed, repository->arena);
    index_init(&builder.decisions->histories_by_number, repository->arena);
    index_init(&builder.decisions->histories_by_key, repository->arena);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < meetings[i]->agenda.count; j++)
            add_item(&builder, meetings[i], &meetings[i]->agenda.items[j]);
    find_earlier_cases(&builder);
    return builder.decisions;
}

const struct case_history *decisions_history(const struct repository *repository,
                                             const struct decisions *decisions,
                                             struct text committee, struct text number) {
    return index_find(&decisions->histories_by_key,
                      repository_case_key(repository, committee, number, TEXT("")));
}

bool decision_is_of_case(const struct repository *repository, const struct decision *decision,
                         struct text number) {
    const struct meeting *meeting = decision->meeting;
    struct text committee = meeting->committee.text, folder = meeting->folder;
    if (decision->paper->number.text.size == 0)
        return false;
    struct text own =
        repository_case_key(repository, committee, decision->paper->number.text, folder);
    return text_equal(own, repository_case_key(repository, committee, number, folder));
}
