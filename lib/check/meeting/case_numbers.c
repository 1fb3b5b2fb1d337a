// SPDX-License-Identifier: MIT

#include "check/meeting/case_numbers.h"

#include "base/message.h"
#include "check/fix/back_reference.h"

#include <stdlib.h>

void case_numbers_init(struct case_numbers *numbers, const struct repository *repository) {
    *numbers = (struct case_numbers){.repository = repository};
    index_init(&numbers->forms, repository->arena);
    index_init(&numbers->turned, repository->arena);
}

// The forms of a committee, to count in. The index gives what this function itself has put there.
static struct usual_forms *forms_of(struct case_numbers *numbers, struct text committee) {
    const void *found = index_find(&numbers->forms, committee);
    if (found != NULL)
        return (struct usual_forms *)(uintptr_t)found;
    struct usual_forms *forms = arena_alloc(numbers->repository->arena, sizeof *forms);
    usual_forms_init(forms, &numbers->repository->sources, committee);
    index_add(&numbers->forms, committee, forms);
    return forms;
}

static void check_meeting_year(const struct case_numbers *numbers, const struct meeting *meeting) {
    struct case_form form;
    struct case_number number;
    if (case_form_find(meeting->number.text, false, &form, &number) &&
        number.year != meeting->date.date.year)
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
        const struct sources *sources = &numbers->repository->sources;
        if (!case_number_parse(item->case_number.text, sources, one.committee, &one.number) ||
            one.number.committee.size > 0)
            continue;
        usual_forms_add(forms_of(numbers, one.committee), item->case_number.text);
        numbers->items =
            arena_append(arena, numbers->items, numbers->count, sizeof *numbers->items);
        numbers->items[numbers->count++] = one;
    }
}

// A series of a committee counts for itself; where it never starts again, all years are one.
static int by_series(const struct numbered_case *a, const struct numbered_case *b) {
    int order = text_compare(a->committee, b->committee);
    return order != 0 ? order : text_compare(a->number.series, b->number.series);
}

static int counted_year(const struct numbered_case *one) {
    return one->number.starts == RESTARTS_EACH_YEAR ? one->number.year : 0;
}

static int by_year(const struct numbered_case *a, const struct numbered_case *b) {
    int order = by_series(a, b);
    if (order == 0)
        order = counted_year(a) - counted_year(b);
    if (order == 0 && a->number.starts == RESTARTS_EACH_MEETING)
        order = text_compare(a->file, b->file);
    return order;
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
    if (order == 0)
        order = text_compare(a->number.letter, b->number.letter);
    return order != 0 ? order : by_day(a, b);
}

// Whether the number is of the meeting's year when its two parts change places.
static bool may_be_turned(const struct numbered_case *one) {
    return one->form.picture.at.line == 0 && one->number.number % 100 == one->date.year % 100 &&
           one->number.number < 100;
}

static struct text turned_picture(const struct numbered_case *one, struct arena *arena) {
    struct case_form form = one->form;
    form.has_letter = false;
    form.digits = 1;
    form.year_first = !form.year_first;
    form.year_digits = 2;
    return case_form_picture(&form, arena);
}

// Told once of a committee.
static void report_turned(struct case_numbers *numbers, const struct numbered_case *one) {
    struct arena *arena = numbers->repository->arena;
    if (index_add(&numbers->turned, one->committee, one) != NULL)
        return;
    report(numbers->repository->diagnostics, RULE_CASE_NUMBER_YEAR, one->file, one->written.at,
           _("case %.*s is read as one of %d, but the meeting is in %d; if the other number is the "
             "year, write 'saksnummer: %.*s' at %.*s in plan/organisation.yaml"),
           TEXT_ARGS(one->written.text), one->number.year, one->date.year,
           TEXT_ARGS(turned_picture(one, arena)), TEXT_ARGS(one->committee));
}

static void check_year(struct case_numbers *numbers, const struct numbered_case *one) {
    if (one->number.year == 0 || one->number.year == one->date.year || one->is_again)
        return;
    if (may_be_turned(one))
        report_turned(numbers, one);
    else
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
    struct case_number parts = beside->number;
    parts.number = number;
    struct text written = case_form_write(&beside->form, &parts, numbers->repository->arena);
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
    bool year_after = by_series(before, one) == 0 && counted_year(one) > 0 &&
                      before->number.year + 1 == one->number.year;
    int missing = same_year    ? first_missing(numbers, one, before->number.number + 1)
                  : year_after ? first_missing(numbers, one, 1)
                               : 0;
    // A year that is wrong is told elsewhere.
    bool misread = one->number.year > 0 && one->number.year != one->date.year;
    if (missing == 0 || misread)
        return;
    struct case_number parts = one->number;
    parts.number = missing;
    parts.letter = TEXT("");
    struct text number = case_form_write(&one->form, &parts, numbers->repository->arena);
    report(numbers->repository->diagnostics, RULE_CASE_NUMBER_GAP, one->file, one->written.at,
           _("there is no case %.*s before case %.*s; has something been left out?"),
           TEXT_ARGS(number), TEXT_ARGS(one->written.text));
}

// Where one of the two has a paper, another rule reports it.
static void check_twice(const struct case_numbers *numbers, const struct numbered_case *before,
                        struct numbered_case *one) {
    one->is_again =
        by_year(before, one) == 0 && case_number_compare(&before->number, &one->number) == 0;
    if (one->is_again && !text_equal(before->file, one->file) && !before->has_paper &&
        !one->has_paper && !before->is_cancelled && !one->is_cancelled)
        report(numbers->repository->diagnostics, RULE_DUPLICATE_ID, one->file, one->written.at,
               _("case %.*s is on the agenda of %.*s too"), TEXT_ARGS(one->written.text),
               TEXT_ARGS(before->file));
}

// A letter may follow in any form, with a space before it or without.
static bool is_written_as(const struct numbered_case *one, struct arena *arena) {
    struct case_form form = one->form;
    form.has_letter = true;
    form.is_spaced = false;
    struct text joined = case_form_write(&form, &one->number, arena);
    form.is_spaced = true;
    return text_equal(one->written.text, joined) ||
           text_equal(one->written.text, case_form_write(&form, &one->number, arena));
}

// A picture that says nothing has been told where it is written: the numbers are no faults of their
// own.
static bool says_forms(const struct numbering *numbering) {
    for (size_t i = 0; numbering != NULL && i < numbering->count; i++)
        if (numbering->items[i].digits == 0)
            return false;
    return true;
}

// A number of a series that the body has not told of, or of none.
static void report_series(struct case_numbers *numbers, const struct numbered_case *one,
                          const struct numbering *numbering) {
    enum { MOST_SHOWN = 10 };
    struct text pictures[MOST_SHOWN];
    size_t count = 0;
    for (size_t i = 0; numbering != NULL && i < numbering->count && count < MOST_SHOWN; i++)
        pictures[count++] = numbering->items[i].picture.text;
    struct text forms = text_join(numbers->repository->arena, pictures, count, TEXT(", "));
    report(numbers->repository->diagnostics, RULE_WRONG_CASE_NUMBER, one->file, one->written.at,
           _("'%.*s' is not written as the cases of %.*s are: %.*s"), TEXT_ARGS(one->written.text),
           TEXT_ARGS(one->committee), TEXT_ARGS(forms));
}

// As the body has said that it writes them, or as most of its cases are written.
static void check_form(struct case_numbers *numbers, struct numbered_case *one) {
    const struct repository *repository = numbers->repository;
    const struct usual_forms *forms = forms_of(numbers, one->committee);
    if (!usual_form_of_series(forms, one->number.series, &one->form)) {
        one->form = usual_form(forms);
        if (says_forms(forms->numbering))
            report_series(numbers, one, forms->numbering);
        return;
    }
    if (is_written_as(one, repository->arena))
        return;
    struct case_form form = one->form;
    form.has_letter = true;
    form.is_spaced =
        one->written.text.size > 2 && one->written.text.data[one->written.text.size - 2] == ' ';
    struct text meant = case_form_write(&form, &one->number, repository->arena);
    report(repository->diagnostics, RULE_WRONG_CASE_NUMBER, one->file, one->written.at,
           _("'%.*s' is written in another way here; write %.*s"), TEXT_ARGS(one->written.text),
           TEXT_ARGS(meant));
    struct source *source = source_find(&repository->sources, one->file);
    struct fix fix;
    if (source != NULL && value_fix(&repository->sources, source, &one->written, meant, &fix))
        report_fix(repository->diagnostics, fix);
}

void case_numbers_check(struct case_numbers *numbers) {
    struct numbered_case *items = numbers->items;
    size_t count = numbers->count;
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        check_form(numbers, &items[i]);
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
