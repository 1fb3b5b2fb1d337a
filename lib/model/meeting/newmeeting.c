// SPDX-License-Identifier: MIT

#include "model/meeting/newmeeting.h"

#include "model/meeting/approval.h"
#include "model/meeting/usualform.h"

struct finder {
    const struct repository *repository;
    struct arena *arena;
    struct new_meeting *found;
    const struct meeting **meetings; // of the committee, by date
    size_t count;
    struct index followed; // numbers that a case follows
};

static void find_meetings(struct finder *finder) {
    const struct repository *repository = finder->repository;
    finder->meetings =
        arena_alloc(finder->arena, repository->meetings.count * sizeof *finder->meetings);
    for (size_t i = 0; i < repository->meetings.count; i++)
        if (text_equal(repository->meetings.items[i]->committee.text, finder->found->committee))
            finder->meetings[finder->count++] = repository->meetings.items[i];
}

// Meetings are numbered as cases are: "5/24", "2024/5", or "5" alone.
static void find_meeting_number(struct finder *finder) {
    struct new_meeting *found = finder->found;
    found->number = 1;
    found->has_number = finder->count == 0;
    found->number_form = (struct case_form){.between = TEXT("/"), .digits = 1, .year_digits = 2};
    for (size_t i = 0; i < finder->count; i++) {
        struct text number = finder->meetings[i]->number.text;
        int year = finder->meetings[i]->date.date.year;
        struct case_form form = {0};
        struct case_number parts = {.year = year};
        if (!case_form_find(number, false, &form, &parts) && !text_to_number(number, &parts.number))
            continue;
        found->has_number = true;
        found->number_form = form;
        if (parts.year == found->date.year && parts.number >= found->number)
            found->number = parts.number + 1;
    }
}

static void raise(struct finder *finder, struct text text) {
    struct new_meeting *found = finder->found;
    const struct case_form *form = &found->case_form;
    struct case_number parts;
    if (case_number_parse(text, &finder->repository->sources, found->committee, &parts) &&
        text_equal(parts.series, form->before) && parts.starts != RESTARTS_EACH_MEETING &&
        (parts.starts == RESTARTS_NEVER || parts.year == found->date.year) &&
        parts.number >= found->first_case)
        found->first_case = parts.number + 1;
}

static void find_case_form(struct finder *finder) {
    struct usual_forms forms;
    usual_forms_init(&forms, &finder->repository->sources, finder->found->committee);
    for (size_t i = 0; i < finder->count; i++)
        for (size_t j = 0; j < finder->meetings[i]->agenda.count; j++)
            usual_forms_add(&forms, finder->meetings[i]->agenda.items[j].case_number.text);
    finder->found->case_form = usual_form(&forms);
}

static void find_numbers(struct finder *finder) {
    struct new_meeting *found = finder->found;
    find_meeting_number(finder);
    find_case_form(finder);
    found->first_case = 1;
    for (size_t i = 0; i < finder->count; i++)
        for (size_t j = 0; j < finder->meetings[i]->agenda.count; j++)
            raise(finder, finder->meetings[i]->agenda.items[j].case_number.text);
    const struct index *cases = &finder->repository->cases;
    for (size_t i = 0; i < cases->capacity; i++) {
        const struct known_case *known = cases->entries[i].thing;
        if (known != NULL && known->paper == NULL && known->folder.size == 0 &&
            text_equal(known->committee, found->committee) &&
            date_compare(known->date, found->date) < 0)
            raise(finder, known->number);
    }
}

static void find_model(struct finder *finder) {
    struct new_meeting *found = finder->found;
    for (size_t i = 0; i < finder->count && found->model == NULL; i++) {
        const struct meeting *meeting = finder->meetings[finder->count - 1 - i];
        if (date_compare(meeting->date.date, found->date) < 0)
            found->model = meeting;
    }
}

// One year back: cases that have waited longer are not put on the next agenda.
static bool is_recent(const struct finder *finder, const struct meeting *meeting) {
    struct date from = finder->found->date;
    from.year--;
    return date_compare(meeting->date.date, finder->found->date) < 0 &&
           date_compare(meeting->date.date, from) >= 0;
}

static void find_unapproved(struct finder *finder) {
    struct new_meeting *found = finder->found;
    found->unapproved = arena_alloc(finder->arena, finder->count * sizeof *found->unapproved);
    for (size_t i = 0; i < finder->count; i++) {
        const struct meeting *meeting = finder->meetings[i];
        if (is_recent(finder, meeting) && !meeting_is_cancelled(meeting) &&
            meeting->minutes.approved.date.at.line == 0 &&
            approval_find(finder->repository, meeting) == NULL)
            found->unapproved[found->unapproved_count++] = meeting;
    }
}

static void find_followed(struct finder *finder) {
    index_init(&finder->followed, finder->arena);
    for (size_t i = 0; i < finder->count; i++)
        for (size_t j = 0; j < finder->meetings[i]->agenda.count; j++) {
            const struct case_paper *paper = finder->meetings[i]->agenda.items[j].paper;
            for (size_t k = 0; paper != NULL && k < paper->follows.count; k++)
                index_add(&finder->followed, paper->follows.items[k].text, paper);
        }
}

static void find_postponed(struct finder *finder) {
    struct new_meeting *found = finder->found;
    for (size_t i = 0; i < finder->count; i++)
        for (size_t j = 0; j < finder->meetings[i]->agenda.count; j++) {
            const struct agenda_item *item = &finder->meetings[i]->agenda.items[j];
            if (item->paper == NULL || !is_recent(finder, finder->meetings[i]) ||
                !case_paper_came_out(item->paper, OUTCOME_POSTPONED) ||
                index_find(&finder->followed, item->paper->number.text) != NULL)
                continue;
            found->postponed = arena_append(finder->arena, found->postponed, found->postponed_count,
                                            sizeof *found->postponed);
            found->postponed[found->postponed_count++] = (struct postponed_case){
                finder->meetings[i], item->paper, agenda_item_minutes(item)};
        }
}

static void find_queue(struct finder *finder) {
    const struct queue all = *finder->repository->queue;
    struct queue *queue = &finder->found->queue;
    queue->files = all.files;
    queue->items = arena_alloc(finder->arena, all.count * sizeof *queue->items);
    for (size_t i = 0; i < all.count; i++)
        if (text_equal(all.items[i].committee.text, finder->found->committee))
            queue->items[queue->count++] = all.items[i];
}

struct new_meeting new_meeting_find(const struct repository *repository, struct text committee,
                                    struct date date, const struct meeting *model) {
    struct new_meeting found = {.committee = committee, .date = date, .model = model};
    struct finder finder = {.repository = repository, .arena = repository->arena, .found = &found};
    find_meetings(&finder);
    find_numbers(&finder);
    find_model(&finder);
    find_unapproved(&finder);
    find_followed(&finder);
    find_postponed(&finder);
    find_queue(&finder);
    return found;
}
