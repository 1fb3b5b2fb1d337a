// SPDX-License-Identifier: MIT
// decision-list: every decision of every meeting, and what became of it.

#include "common/command.h"
#include "common/today.h"

#include "base/message.h"
static struct decision_selection *selection_of(struct run *run) {
    return &run->document.choices.decisions;
}

static bool take_open(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    return selection_of(run)->open = true;
}

static bool take_overdue(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    return selection_of(run)->overdue = true;
}

static bool take_body(struct run *run, struct text value, struct text *why) {
    selection_of(run)->body = value;
    *why = text_from(_("an id of plan/organisation.yaml is expected"));
    return value.size > 0;
}

static bool take_case(struct run *run, struct text value, struct text *why) {
    selection_of(run)->case_number = value;
    *why = text_from(_("a case number is expected, like 41/24 or PSU-5/24"));
    return case_number_may_be(value);
}

static const struct command_option options[] = {
    {"date", "DATE", N_("what day it is: what lies ahead has not been decided"), today_take, 'd'},
    {"open", NULL, N_("only what is to be followed up and not done"), take_open, 0},
    {"overdue", NULL, N_("only what should have been done before the day of -d"), take_overdue, 0},
    {"body", "ID", N_("only what this body or person has decided or follows up"), take_body, 0},
    {"case", "NUMBER", N_("only this case: 41/24, or PSU-5/24"), take_case, 0},
};

static const struct command command = {
    .name = "decision-list",
    .summary =
        N_("Makes the register of decisions: who follows up what, by when, and what is done."),
    .document = "decisions",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
