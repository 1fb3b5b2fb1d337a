// SPDX-License-Identifier: MIT

#include "model/year/forms.h"

#include "base/message.h"
#include "input/yaml/binding.h"
#include "model/year/year.h"

enum { LAST_WEEK = 52 }; // that every year has

static void read_day(struct binding *binding, struct scalar scalar, void *into) {
    struct day_of_year *day = into;
    struct text rest = scalar.text, number = text_cut(&rest, '.');
    struct date read = {.month = month_parse(text_trim(rest))};
    day->at = scalar.at;
    if (number.size > 0 && number.size <= 2 && text_to_number(number, &read.day) &&
        date_exists(read)) {
        day->month = read.month;
        day->day = read.day;
        return;
    }
    bind_report(binding, RULE_WRONG_DATE, scalar.at,
                _("'%.*s' is not a day of the year; write it like 15. mars"),
                TEXT_ARGS(scalar.text));
}

// Of each month, the days that it has in some year.
const struct form day_of_year_form = {
    .read = read_day,
    .how = N_("write a day of the year, like 15. mars"),
    .pattern =
        "(?:0?[1-9]|[12][0-9])\\.[ \\t]*" MONTH_PATTERN "|30\\.[ \\t]*(?!februar)" MONTH_PATTERN
        "|31\\.[ \\t]*(?:januar|mars|mai|juli|august|oktober|desember)",
    .example = "15. mars",
};

static void read_week(struct binding *binding, struct scalar scalar, void *into) {
    struct week_of_year *week = into;
    week->at = scalar.at;
    if (text_to_number(scalar.text, &week->week) && week->week >= 1 && week->week <= LAST_WEEK)
        return;
    week->week = 0;
    bind_report(binding, RULE_WRONG_NUMBER, scalar.at,
                _("'%.*s' is not a week that every year has; write its number, 1 to 52"),
                TEXT_ARGS(scalar.text));
}

const struct form week_of_year_form = {
    .read = read_week,
    .how = N_("write the number of a week, 1 to 52"),
    .pattern = "[1-9]|[1-4][0-9]|5[0-2]",
    .example = "12",
    .number = WHOLE_NUMBER,
    .least_number = 1,
    .most_number = LAST_WEEK,
};

static void read_meetings(struct binding *binding, struct scalar scalar, void *into) {
    struct number *times = into;
    int read;
    times->at = scalar.at;
    if (text_to_number(scalar.text, &read) && read >= 1 && read <= MOST_MEETINGS)
        times->value = read;
    else
        bind_report(binding, RULE_WRONG_NUMBER, scalar.at,
                    _("'%.*s' is not how many meetings are proposed; write a number, 1 to 12"),
                    TEXT_ARGS(scalar.text));
}

const struct form meetings_a_year_form = {
    .read = read_meetings,
    .how = N_("write how many meetings, 1 to 12"),
    .pattern = "[1-9]|1[0-2]",
    .example = "4",
    .number = WHOLE_NUMBER,
    .least_number = 1,
    .most_number = MOST_MEETINGS,
};
