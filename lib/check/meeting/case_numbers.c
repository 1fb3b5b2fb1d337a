// SPDX-License-Identifier: MIT

#include "check/meeting/case_numbers.h"

#include "base/message.h"

#include <stdlib.h>

static void check_meeting_year(const struct case_numbers *numbers, const struct meeting *meeting) {
    struct case_number number;
    if (case_number_parse(meeting->number.text, &number) && number.year != meeting->date.date.year)
        report(numbers->repository->diagnostics, RULE_CASE_NUMBER_YEAR, meeting->source->path,
               meeting->number.at, _("meeting %.*s has a number of %d, but is in %d"),
               TEXT_ARGS(meeting->number.text), number.year, meeting->date.date.year);
}

void case_numbers_add(struct case_numbers *numbers, const struct meeting *meeting) {
    struct arena *arena = numbers->repository->arena;
    if (meeting->source->broken || meeting->date.date.year == 0)
        return;
    check_meeting_year(numbers, meeting);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        struct numbered_case one = {
            .committee = meeting->committee.text,
            .written = item->case_number,
            .file = meeting->source->path,
            .date = meeting->date.date,
            .has_paper = item->paper != NULL,
            .is_cancelled = meeting_is_cancelled(meeting),
            .order = numbers->count,
        };
        if (!case_number_parse(item->case_number.text, &one.number))
            continue;
        numbers->items =
            arena_append(arena, numbers->items, numbers->count, sizeof *numbers->items);
        numbers->items[numbers->count++] = one;
    }
}

static int by_year(const struct numbered_case *a, const struct numbered_case *b) {
    int order = text_compare(a->committee, b->committee);
    return order != 0 ? order : a->number.year - b->number.year;
}

static int by_day(const void *left, const void *right) {
    const struct numbered_case *a = left, *b = right;
    int order = by_year(a, b);
    if (order == 0)
        order = date_compare(a->date, b->date);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static int by_number(const void *left, const void *right) {
    const struct numbered_case *a = left, *b = right;
    int order = by_year(a, b);
    if (order == 0)
        order = a->number.number - b->number.number;
    return order != 0 ? order : by_day(a, b);
}

static void check_year(const struct case_numbers *numbers, const struct numbered_case *one) {
    if (one->number.year != one->date.year)
        report(numbers->repository->diagnostics, RULE_CASE_NUMBER_YEAR, one->file, one->written.at,
               _("case %.*s has a number of %d, but the meeting is in %d"),
               TEXT_ARGS(one->written.text), one->number.year, one->date.year);
}

static void check_order(const struct case_numbers *numbers, const struct numbered_case *before,
                        const struct numbered_case *one) {
    if (by_year(before, one) == 0 && one->number.number < before->number.number)
        report(numbers->repository->diagnostics, RULE_CASE_NUMBER_ORDER, one->file, one->written.at,
               _("case %.*s comes after case %.*s (%s)"), TEXT_ARGS(one->written.text),
               TEXT_ARGS(before->written.text),
               date_iso(numbers->repository->arena, before->date).data);
}

static bool is_earlier_case(const struct case_numbers *numbers, const struct numbered_case *beside,
                            int number) {
    struct arena *arena = numbers->repository->arena;
    struct text written = text_format(arena, "%d/%02d", number, beside->number.year % 100);
    return repository_case(numbers->repository, beside->committee, written) != NULL;
}

// The first number from `from` on that no case before `one` has; 0 where all are there.
static int first_missing(const struct case_numbers *numbers, const struct numbered_case *one,
                         int from) {
    while (from < one->number.number && is_earlier_case(numbers, one, from))
        from++;
    return from < one->number.number ? from : 0;
}

static void check_gap(const struct case_numbers *numbers, const struct numbered_case *before,
                      const struct numbered_case *one) {
    bool same_year = by_year(before, one) == 0;
    bool year_after = text_equal(before->committee, one->committee) &&
                      before->number.year + 1 == one->number.year;
    int missing = same_year    ? first_missing(numbers, one, before->number.number + 1)
                  : year_after ? first_missing(numbers, one, 1)
                               : 0;
    if (missing > 0)
        report(numbers->repository->diagnostics, RULE_CASE_NUMBER_GAP, one->file, one->written.at,
               _("there is no case %d/%02d before case %.*s; has something been left out?"),
               missing, one->number.year % 100, TEXT_ARGS(one->written.text));
}

// Where one of the two has a paper, another rule reports it.
static void check_twice(const struct case_numbers *numbers, const struct numbered_case *before,
                        struct numbered_case *one) {
    one->is_again = by_year(before, one) == 0 && before->number.number == one->number.number;
    if (one->is_again && !text_equal(before->file, one->file) && !before->has_paper &&
        !one->has_paper && !before->is_cancelled && !one->is_cancelled)
        report(numbers->repository->diagnostics, RULE_DUPLICATE_ID, one->file, one->written.at,
               _("case %.*s is on the agenda of %.*s too"), TEXT_ARGS(one->written.text),
               TEXT_ARGS(before->file));
}

void case_numbers_check(struct case_numbers *numbers) {
    struct numbered_case *items = numbers->items;
    size_t count = numbers->count;
    if (count == 0)
        return;
    qsort(items, count, sizeof *items, by_number);
    for (size_t i = 1; i < count; i++) {
        check_gap(numbers, &items[i - 1], &items[i]);
        check_twice(numbers, &items[i - 1], &items[i]);
    }
    qsort(items, count, sizeof *items, by_day);
    const struct numbered_case *before = NULL;
    for (size_t i = 0; i < count; i++) {
        check_year(numbers, &items[i]);
        if (items[i].is_again)
            continue;
        if (before != NULL)
            check_order(numbers, before, &items[i]);
        before = &items[i];
    }
}
