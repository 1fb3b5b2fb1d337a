// SPDX-License-Identifier: MIT
// year-wheel: what comes again, what is due and who meets, month by month.

#include "common/command.h"
#include "common/today.h"

#include "base/message.h"

static bool take_year(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("a year is expected"));
    return year_parse(value, &run->document.choices.year);
}

static bool take_body(struct run *run, struct text value, struct text *why) {
    run->document.choices.body = value;
    *why = text_from(_("an id of plan/organisation.yaml is expected"));
    return value.size > 0;
}

static const struct command_option options[] = {
    {"date", "DATE", N_("what day it is: without --year, the year is that of the day"), today_take,
     'd'},
    {"year", "YEAR", N_("which year; without it, the last that has a meeting"), take_year, 0},
    {"body", "ID", N_("only what this body or person does"), take_body, 0},
};

static const struct command command = {
    .name = "year-wheel",
    .summary = N_("Makes the year wheel: what comes again, what is due and who meets, by month."),
    .document = "year-wheel",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
