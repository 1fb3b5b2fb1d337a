// SPDX-License-Identifier: MIT

#include "model/year/proposals.h"

#include "base/holiday.h"
#include "base/index.h"

#include <stdlib.h>

enum { MONTHS = 12, MONTH_DAYS = 31, JULY = 7, DECEMBER = 12, MOST_WEEKS = 54 };

// By month and day, from 0: the days on which somebody is to meet.
struct days_taken {
    bool is_taken[MONTHS][MONTH_DAYS];
};

static bool is_christmas(struct date day) {
    return (day.month == DECEMBER && day.day >= 20) || (day.month == 1 && day.day <= 6);
}

static bool is_week_before_easter(struct date day) {
    int days = date_days_between(day, easter_sunday(day.year));
    return days > 0 && days < 7;
}

static bool may_meet(struct date day) {
    return is_working_day(day) && day.month != JULY && !is_christmas(day) &&
           !is_week_before_easter(day);
}

// The days of a year that the body may meet on, into `days`; without those that are taken, where
// `taken` is not NULL.
static size_t find_days(const struct meeting_plan *plan, int year, const struct days_taken *taken,
                        struct date days[MOST_WEEKS]) {
    int weekday = meeting_plan_weekday(plan);
    size_t count = 0;
    for (int month = 1; month <= MONTHS; month++)
        for (int day = 1; day <= date_days_in_month(year, month); day++) {
            struct date date = {year, month, day};
            bool is_taken = taken != NULL && taken->is_taken[month - 1][day - 1];
            if (!is_taken && date_weekday(date) == weekday && may_meet(date))
                days[count++] = date;
        }
    return count;
}

static void add_proposals(struct proposals *proposals, const struct meeting_plan *plan, int year,
                          struct days_taken *taken, struct arena *arena) {
    enum { WEEKS_BETWEEN = 3 };
    struct date days[MOST_WEEKS];
    size_t times = (size_t)plan->times.value, count = find_days(plan, year, taken, days);
    if (count < times * WEEKS_BETWEEN)
        count = find_days(plan, year, NULL, days);
    for (size_t i = 0; i < times && count > 0; i++) {
        struct date day = days[(2 * i + 1) * count / (2 * times)];
        taken->is_taken[day.month - 1][day.day - 1] = true;
        proposals->items =
            arena_append(arena, proposals->items, proposals->count, sizeof *proposals->items);
        proposals->items[proposals->count++] = (struct proposed_meeting){plan, day};
    }
}

struct proposals proposals_of(const struct year_wheel *wheel, int year, struct arena *arena) {
    struct proposals proposals = {.count = 0};
    struct days_taken taken = {0};
    for (size_t i = 0; i < wheel->meeting_plans.count; i++)
        add_proposals(&proposals, &wheel->meeting_plans.items[i], year, &taken, arena);
    return proposals;
}

// --- what meetings have taken ---

// The first that is proposed for each body.
static void index_bodies(const struct proposals *proposals, struct index *firsts) {
    for (size_t i = 0; i < proposals->count; i++)
        index_add(firsts, proposals->items[i].plan->committee.text, &proposals->items[i]);
}

static void take_nearest(const struct proposals *proposals, const struct index *firsts,
                         const struct meeting *meeting, bool *is_taken) {
    const struct proposed_meeting *first = index_find(firsts, meeting->committee.text);
    size_t start = first == NULL ? proposals->count : (size_t)(first - proposals->items);
    size_t nearest = proposals->count;
    int least = 0;
    for (size_t i = start; i < proposals->count && proposals->items[i].plan == first->plan; i++) {
        int distance = abs(date_days_between(meeting->date.date, proposals->items[i].day));
        if (is_taken[i] || (nearest < proposals->count && distance >= least))
            continue;
        nearest = i;
        least = distance;
    }
    if (nearest < proposals->count)
        is_taken[nearest] = true;
}

struct proposals proposals_left(const struct year_wheel *wheel,
                                const struct meeting *const meetings[], size_t count, int year,
                                struct date after, struct arena *arena) {
    struct proposals proposals = proposals_of(wheel, year, arena);
    bool *is_taken = arena_alloc(arena, (proposals.count + 1) * sizeof *is_taken);
    struct index firsts;
    size_t left = 0;
    index_init(&firsts, arena);
    index_bodies(&proposals, &firsts);
    for (size_t i = 0; i < count; i++)
        if (meetings[i]->date.date.year == year)
            take_nearest(&proposals, &firsts, meetings[i], is_taken);
    for (size_t i = 0; i < proposals.count; i++)
        if (!is_taken[i] && date_compare(proposals.items[i].day, after) > 0)
            proposals.items[left++] = proposals.items[i];
    proposals.count = left;
    return proposals;
}

static int last_year(const struct year_wheel *wheel, const struct meeting *const meetings[],
                     size_t count) {
    int last = wheel->registry.as_of.date.year;
    for (size_t i = 0; i < count; i++)
        if (meetings[i]->date.date.year > last)
            last = meetings[i]->date.date.year;
    return last < LAST_YEAR ? last + 1 : LAST_YEAR;
}

bool proposal_next(const struct year_wheel *wheel, const struct meeting *const meetings[],
                   size_t count, struct text committee, struct proposed_meeting *next,
                   struct arena *arena) {
    struct date after = wheel->registry.as_of.date;
    for (int year = after.year; year > 0 && year <= last_year(wheel, meetings, count); year++) {
        const struct proposals left = proposals_left(wheel, meetings, count, year, after, arena);
        for (size_t i = 0; i < left.count; i++)
            if (text_equal(left.items[i].plan->committee.text, committee)) {
                *next = left.items[i];
                return true;
            }
    }
    return false;
}
