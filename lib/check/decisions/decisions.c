// SPDX-License-Identifier: MIT
// What is to be decided: does somebody do it, and does the decision say by when?

#include "check/decisions/decisions.h"

#include "base/message.h"
#include "check/decisions/tasks.h"
#include "check/writing/written_dates.h"

#include <string.h>

struct decision_check {
    const struct repository *repository;
    const struct meeting *meeting;
    const struct case_paper *paper;
    struct index days; // that the proposal and the follow-ups name: ISO dates
};

// A date without a year is the next one from the meeting on.
static struct date with_year(const struct decision_check *check, struct date date) {
    struct date held = check->meeting->date.date;
    if (date.year > 0)
        return date;
    date.year = held.year;
    if (date_compare(date, held) < 0)
        date.year++;
    return date;
}

static void add_day(struct decision_check *check, struct date date) {
    index_add(&check->days, date_iso(check->repository->arena, date), check);
}

static void keep_day(void *context, const struct written_date *found) {
    struct decision_check *check = context;
    add_day(check, with_year(check, found->date));
}

static void compare_day(void *context, const struct written_date *found) {
    struct decision_check *check = context;
    struct arena *arena = check->repository->arena;
    struct date date = with_year(check, found->date);
    if (!found->is_deadline || date_compare(date, check->meeting->date.date) <= 0 ||
        index_find(&check->days, date_iso(arena, date)) != NULL)
        return;
    report(check->repository->diagnostics, RULE_DEADLINE_NOT_DECIDED, check->paper->source->path,
           found->at,
           _("the deadline '%.*s' is neither in the proposed decision nor in 'oppfølging'"),
           TEXT_ARGS(found->words));
}

// "Vurdering", "Vurdering og anbefaling", "Tilråding".
static bool is_assessment(const struct decision_check *check, const struct case_section *section) {
    static const char *const words[] = {"vurdering", "anbefaling", "tilråding"};
    struct text title = text_lower(check->repository->arena, section->title);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (title.size > 0 && memmem(title.data, title.size, words[i], strlen(words[i])) != NULL)
            return true;
    return false;
}

static void check_deadlines(struct decision_check *check, const struct case_section *proposal) {
    const struct case_paper *paper = check->paper;
    struct arena *arena = check->repository->arena;
    index_init(&check->days, arena);
    written_dates_find(&proposal->text, arena, keep_day, check);
    for (size_t i = 0; i < paper->follow_ups.count; i++)
        if (paper->follow_ups.items[i].deadline.day.date.year > 0)
            add_day(check, paper->follow_ups.items[i].deadline.day.date);
    for (size_t i = 0; i < paper->sections.count; i++)
        if (paper->sections.items[i].kind == SECTION_FREE &&
            is_assessment(check, &paper->sections.items[i]))
            written_dates_find(&paper->sections.items[i].text, arena, compare_day, check);
}

static bool is_before_meeting(const struct decision_check *check, struct date day) {
    return day.year > 0 && date_compare(day, check->meeting->date.date) < 0;
}

// Nothing is due, or done, before it is decided.
static void check_follow_up_days(const struct decision_check *check) {
    struct arena *arena = check->repository->arena;
    struct diagnostics *diagnostics = check->repository->diagnostics;
    struct text file = check->paper->source->path;
    struct text held = date_iso(arena, check->meeting->date.date);
    for (size_t i = 0; i < check->paper->follow_ups.count; i++) {
        const struct follow_up *follow_up = &check->paper->follow_ups.items[i];
        struct dated due = follow_up->deadline.day, done = follow_up->done;
        if (is_before_meeting(check, due.date))
            report(diagnostics, RULE_FOLLOW_UP_DATE, file, due.at,
                   _("the deadline %s is before the meeting (%s); is the year right?"),
                   date_iso(arena, due.date).data, held.data);
        if (is_before_meeting(check, done.date))
            report(diagnostics, RULE_FOLLOW_UP_DATE, file, done.at,
                   _("this is done %s, before the meeting (%s); is the year right?"),
                   date_iso(arena, done.date).data, held.data);
    }
}

void check_decisions(const struct repository *repository, const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper == NULL || paper->source->broken || !paper->body_is_read)
            continue;
        const struct case_section *proposal = case_paper_decided_or_proposed(paper);
        struct decision_check check = {
            .repository = repository, .meeting = meeting, .paper = paper};
        if (proposal == NULL || meeting->date.date.year == 0)
            continue;
        check_tasks(repository, paper, &proposal->points);
        check_deadlines(&check, proposal);
        check_follow_up_days(&check);
    }
}
