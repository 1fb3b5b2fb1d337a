// SPDX-License-Identifier: MIT

#include "model/meeting/deadline.h"

#include "base/meant.h"
#include "base/message.h"
#include "input/yaml/binding.h"
#include "input/yaml/wrong_value.h"

static const struct text end_of_month[] = {TEXT_OF("utgangen av ")};
static const struct text first_meeting[] = {TEXT_OF("første "), TEXT_OF("fyrste ")};
static const struct text meeting_in = TEXT_OF("-møte i ");

static bool cut_prefix(struct text *text, const struct text *prefixes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_starts_with(*text, prefixes[i])) {
            *text = text_slice(*text, prefixes[i].size, text->size);
            return true;
        }
    return false;
}

// "juni 2025", "utgangen av juni 2025"
static bool read_end_of_month(struct text text, struct deadline *deadline) {
    struct date *date = &deadline->day.date;
    bool says_so = cut_prefix(&text, end_of_month, 1);
    int month = month_parse(text_cut(&text, ' ')), year;
    if (month == 0 || text.data == NULL || !year_parse(text, &year))
        return false;
    *date = (struct date){year, month, date_days_in_month(year, month)};
    deadline->month_end = says_so;
    return true;
}

static bool read_first_meeting(struct scalar scalar, struct deadline *deadline) {
    struct text text = scalar.text;
    if (!cut_prefix(&text, first_meeting, 2) || text.size < meeting_in.size + 4)
        return false;
    size_t middle = text.size - 4 - meeting_in.size;
    struct text year = text_slice(text, text.size - 4, text.size);
    if (!text_equal(text_slice(text, middle, text.size - 4), meeting_in) ||
        !year_parse(year, &deadline->year) || middle == 0)
        return false;
    deadline->committee = (struct scalar){text_slice(text, 0, middle), scalar.at};
    return true;
}

// "våren 2025", "utgangen av 2025"
static bool read_end_of_season(struct text text, struct date *date) {
    static const struct {
        struct text words;
        int month;
        int day;
    } ends[] = {
        {TEXT_OF("våren "), 6, 30},    {TEXT_OF("første halvår "), 6, 30},
        {TEXT_OF("høsten "), 12, 31},  {TEXT_OF("fyrste halvår "), 6, 30},
        {TEXT_OF("hausten "), 12, 31}, {TEXT_OF("utgangen av "), 12, 31},
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (text_starts_with(text, ends[i].words) &&
            year_parse(text_slice(text, ends[i].words.size, text.size), &date->year)) {
            date->month = ends[i].month;
            date->day = ends[i].day;
            return true;
        }
    return false;
}

// "1. mars 2025"
static bool read_written_day(struct text text, struct date *date) {
    struct text day = text_cut(&text, ' '), month = text_cut(&text, ' ');
    if (!text_ends_with(day, TEXT(".")) || text.data == NULL || !year_parse(text, &date->year) ||
        !text_to_number(text_slice(day, 0, day.size - 1), &date->day))
        return false;
    date->month = month_parse(month);
    return date->month > 0 && date->day > 0 &&
           date->day <= date_days_in_month(date->year, date->month);
}

static bool is_without_day(struct text text) {
    static const struct text words[] = {TEXT_OF("snarest"),     TEXT_OF("snarast"),
                                        TEXT_OF("løpende"),     TEXT_OF("løpande"),
                                        TEXT_OF("fortløpende"), TEXT_OF("fortløpande")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(text, words[i]))
            return true;
    return false;
}

static bool read_words(struct text text, struct deadline *deadline) {
    deadline->next_meeting = text_is(text, "neste møte");
    return deadline->next_meeting || is_without_day(text) || read_end_of_month(text, deadline) ||
           read_end_of_season(text, &deadline->day.date) ||
           read_written_day(text, &deadline->day.date);
}

static struct text example_deadlines(const struct binding *binding) {
    const struct examples *examples = &binding->sources->examples;
    return text_format(
        binding->arena, _("%d-06-30, 'utgangen av juni %d' or 'første %.*s-møte i %d'"),
        examples->year, examples->year, TEXT_ARGS(examples->committee), examples->year);
}

static void read_deadline(struct binding *binding, struct scalar scalar, void *into) {
    struct deadline *deadline = into;
    deadline->text = scalar;
    deadline->day.at = scalar.at;
    if (date_parse(scalar.text, &deadline->day.date) ||
        read_words(text_lower(binding->arena, scalar.text), deadline) ||
        read_first_meeting(scalar, deadline))
        return;
    deadline->day.date = (struct date){0, 0, 0};
    struct text examples = example_deadlines(binding);
    bind_wrong_value(binding, RULE_WRONG_DATE, scalar, date_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a deadline; write %.*s"), TEXT_ARGS(scalar.text),
                     TEXT_ARGS(examples));
}

const struct form deadline_form = {
    .read = read_deadline,
    .how = N_("write 2025-06-30, 'utgangen av juni 2025' or 'første ASU-møte i 2025'"),
    .pattern = DATE_PATTERN "|(?:utgangen av )?" MONTH_PATTERN " " YEAR_PATTERN
                            "|[1-3]?[0-9]\\. " MONTH_PATTERN " " YEAR_PATTERN
                            "|(?:[Vv]åren|[Hh]østen|[Hh]austen|[Uu]tgangen av) " YEAR_PATTERN
                            "|(?:[Ff]ørste|[Ff]yrste) halvår " YEAR_PATTERN
                            "|[Nn]este møte|[Ss]nar[ea]st|(?:[Ll]ø|[Ff]ortlø)p[ea]nde"
                            "|(?:første|fyrste) [^\\n]+-møte i " YEAR_PATTERN,
    .example = "2025-06-30",
};
