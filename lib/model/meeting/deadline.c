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

// Parts of a year, by the last month of each. Of an ordinal the word may be written, too.
static const struct {
    struct text words;
    int month;
} parts_of_year[] = {
    {TEXT_OF("våren "), 6},           {TEXT_OF("sommeren "), 8},
    {TEXT_OF("sommaren "), 8},        {TEXT_OF("høsten "), 12},
    {TEXT_OF("hausten "), 12},        {TEXT_OF("utgangen av "), 12},
    {TEXT_OF("første halvår "), 6},   {TEXT_OF("fyrste halvår "), 6},
    {TEXT_OF("1. halvår "), 6},       {TEXT_OF("andre halvår "), 12},
    {TEXT_OF("2. halvår "), 12},      {TEXT_OF("første kvartal "), 3},
    {TEXT_OF("fyrste kvartal "), 3},  {TEXT_OF("1. kvartal "), 3},
    {TEXT_OF("andre kvartal "), 6},   {TEXT_OF("2. kvartal "), 6},
    {TEXT_OF("tredje kvartal "), 9},  {TEXT_OF("3. kvartal "), 9},
    {TEXT_OF("fjerde kvartal "), 12}, {TEXT_OF("4. kvartal "), 12},
    {TEXT_OF("1. tertial "), 4},      {TEXT_OF("2. tertial "), 8},
    {TEXT_OF("3. tertial "), 12},
};

// "våren 2025", "2. kvartal 2025", "utgangen av 2025"
static bool read_end_of_part(struct text text, struct date *date) {
    for (size_t i = 0; i < sizeof parts_of_year / sizeof *parts_of_year; i++) {
        struct text words = parts_of_year[i].words;
        if (!text_starts_with(text, words) ||
            !year_parse(text_slice(text, words.size, text.size), &date->year))
            continue;
        date->month = parts_of_year[i].month;
        date->day = date_days_in_month(date->year, date->month);
        return true;
    }
    return false;
}

// "årsskiftet", "årsskiftet 2025/2026", "årsskiftet 2025/26"
static bool read_turn_of_year(struct text text, struct deadline *deadline) {
    struct text years = text, word = text_cut(&years, ' '), next = years;
    int year, after;
    if (!text_is(word, "årsskiftet"))
        return false;
    deadline->turn_of_year = years.data == NULL;
    if (deadline->turn_of_year)
        return true;
    struct text before = text_cut(&next, '/');
    if (next.data == NULL || !year_parse(before, &year) || !text_to_number(next, &after) ||
        (after != year + 1 && after != (year + 1) % 100))
        return false;
    deadline->day.date = (struct date){year, 12, 31};
    return true;
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
    static const struct text words[] = {
        TEXT_OF("snarest"),      TEXT_OF("snarast"),     TEXT_OF("straks"),
        TEXT_OF("omgående"),     TEXT_OF("omgåande"),    TEXT_OF("løpende"),
        TEXT_OF("løpande"),      TEXT_OF("fortløpende"), TEXT_OF("fortløpande"),
        TEXT_OF("ved behov"),    TEXT_OF("etter behov"), TEXT_OF("kontinuerlig"),
        TEXT_OF("kontinuerleg"),
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(text, words[i]))
            return true;
    return false;
}

// "neste møte", "neste ASU-møte"
static bool read_next_meeting(struct scalar scalar, struct text lower, struct deadline *deadline) {
    const struct text next = TEXT("neste "), end = TEXT("-møte");
    deadline->next_meeting = text_is(lower, "neste møte");
    if (deadline->next_meeting)
        return true;
    bool named = text_starts_with(lower, next) && text_ends_with(scalar.text, end);
    if (!named || scalar.text.size <= next.size + end.size)
        return false;
    struct text committee = text_slice(scalar.text, next.size, scalar.text.size - end.size);
    deadline->next_meeting = true;
    deadline->committee = (struct scalar){committee, scalar.at};
    return true;
}

static bool read_words(struct text text, struct deadline *deadline) {
    static const struct text before[] = {
        TEXT_OF("innen "), TEXT_OF("innan "),  TEXT_OF("i løpet av "),
        TEXT_OF("ved "),   TEXT_OF("senest "), TEXT_OF("seinast "),
    };
    if (is_without_day(text))
        return true;
    bool cut = cut_prefix(&text, before, sizeof before / sizeof *before);
    bool read = read_end_of_month(text, deadline) || read_end_of_part(text, &deadline->day.date) ||
                read_written_day(text, &deadline->day.date) || read_turn_of_year(text, deadline);
    deadline->month_end = deadline->month_end && !cut; // its words are those that are written
    return read;
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
    struct text lower = text_lower(binding->arena, scalar.text);
    if (date_parse(scalar.text, &deadline->day.date) || read_words(lower, deadline) ||
        read_next_meeting(scalar, lower, deadline) || read_first_meeting(scalar, deadline))
        return;
    deadline->day.date = (struct date){0, 0, 0};
    struct text examples = example_deadlines(binding);
    bind_wrong_value(binding, RULE_WRONG_DATE, scalar, date_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a deadline; write %.*s"), TEXT_ARGS(scalar.text),
                     TEXT_ARGS(examples));
}

#define BEFORE_PATTERN "(?:[Ii]nn[ea]n|[Ii] løpet av|[Vv]ed|[Ss]enest|[Ss]einast)"
#define PART_OF_YEAR_PATTERN                                                                       \
    "(?:[Vv]åren|[Ss]omm[ea]ren|[Hh]østen|[Hh]austen|[Uu]tgangen av"                             \
    "|(?:[Ff]ørste|[Ff]yrste|[Aa]ndre|[12]\\.) halvår"                                           \
    "|(?:[Ff]ørste|[Ff]yrste|[Aa]ndre|[Tt]redje|[Ff]jerde|[1-4]\\.) kvartal|[1-3]\\. tertial)"

const struct form deadline_form = {
    .read = read_deadline,
    .how = N_("write 2025-06-30, 'utgangen av juni 2025' or 'første ASU-møte i 2025'"),
    .pattern = DATE_PATTERN
    "|(?:" BEFORE_PATTERN " )?(?:(?:[Uu]tgangen av )?" MONTH_PATTERN " " YEAR_PATTERN
    "|[1-3]?[0-9]\\. " MONTH_PATTERN " " YEAR_PATTERN "|" PART_OF_YEAR_PATTERN " " YEAR_PATTERN
    "|[Åå]rsskiftet(?: " YEAR_PATTERN "/(?:[0-9][0-9]){1,2})?)"
    "|[Nn]este (?:[^\\n]+-)?møte|[Ss]nar[ea]st|[Ss]traks|[Oo]mgå[ea]nde"
    "|(?:[Ll]ø|[Ff]ortlø)p[ea]nde|(?:[Vv]ed|[Ee]tter) behov|[Kk]ontinuerl[ie]g"
    "|(?:[Ff]ørste|[Ff]yrste) [^\\n]+-møte i " YEAR_PATTERN,
    .example = "2025-06-30",
};
