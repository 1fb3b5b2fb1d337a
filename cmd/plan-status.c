// SPDX-License-Identifier: MIT
// plan-status: how the actions of a plan stand, or what was reported on a day.

#include "common/command.h"

#include "base/message.h"
#include "common/today.h"

static bool take_since(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("write year-month-day, like 2024-10-29"));
    return date_parse(value, &run->document.choices.since);
}

static bool take_slides(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    run->document.kind = document_kind_find(TEXT("slides"));
    return true;
}

static const struct command_option options[] = {
    {"date", "DATE", N_("today; on an earlier day, what was reported by then"), today_take, 'd'},
    {"since", "DATE", N_("the day with which it is compared; else that of the note before"),
     take_since, 0},
    {"slides", NULL, N_("the slides of a note, a subject each, in html, md and json"), take_slides,
     0},
};

static const struct command command = {
    .name = "plan-status",
    .summary = N_("Tells how the actions of a plan stand, or what was reported on a day."),
    .operand = "NOTE|PLAN",
    .default_operand = "",
    .document = "status",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
