// SPDX-License-Identifier: MIT
// grant-sheet: a grant and how it is divided, for the economy office.

#include "common/command.h"

#include "base/message.h"

static bool take_report(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    run->document.kind = document_kind_find(TEXT("grant-report"));
    return true;
}

static bool take_date(struct run *run, struct text value, struct text *why) {
    struct document_choices *choices = &run->document.choices;
    struct date date;
    *why = text_from(_("write year-month-day, like 2024-10-29"));
    if (!date_parse(value, &date))
        return false;
    *why = text_from(_("--date and --year do not go together: a year means its last day"));
    if (choices->year != 0)
        return false;
    choices->today = date;
    return true;
}

static bool take_year(struct run *run, struct text value, struct text *why) {
    struct document_choices *choices = &run->document.choices;
    int year;
    *why = text_from(_("a year is expected"));
    if (!year_parse(value, &year))
        return false;
    *why = text_from(_("--date and --year do not go together: a year means its last day"));
    if (choices->today.year != 0 && choices->year == 0)
        return false;
    choices->year = year;
    choices->today = (struct date){year, 12, 31};
    return take_report(run, value, why);
}

static const struct command_option options[] = {
    {"date", "DATE", N_("today, for what is due; without it, nothing is"), take_date, 'd'},
    {"report", NULL, N_("as a report on what became of it, in md and html"), take_report, 0},
    {"year", "YEAR", N_("as the report on what became of it in this year"), take_year, 0},
};

static const struct command command = {
    .name = "grant-sheet",
    .summary = N_("Makes the sheet of a grant: its frame, and how it is allocated."),
    .operand = "GRANT",
    .many_operands = true,
    .document_of_many = "grants",
    .document = "grant",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
