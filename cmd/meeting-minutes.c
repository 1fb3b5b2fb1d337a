// SPDX-License-Identifier: MIT
// meeting-minutes: the minutes of a meeting that has been held.

#include "common/audience.h"
#include "common/today.h"

#include "base/message.h"

static bool take_changes(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    run->document.choices.shows_changes = true;
    return true;
}

static const struct command_option options[] = {
    {"date", "DATE", N_("what day it is: what lies ahead has not been decided"), today_take, 'd'},
    {"show-changes", NULL, N_("show what a decision changes in its proposal"), take_changes, 0},
    {"audience", "WHO", N_("public (the default), or members: with what is exempt from publicity"),
     audience_take, 0},
};

static const struct command command = {
    .name = "meeting-minutes",
    .summary = N_("Makes the minutes of a meeting: who was there, and what was decided."),
    .operand = "MEETING",
    .document = "minutes",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
