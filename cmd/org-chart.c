// SPDX-License-Identifier: MIT
// org-chart: the bodies of the cooperation, and which is under which.

#include "common/command.h"
#include "common/today.h"

#include "base/message.h"

static const struct command_option options[] = {
    {"date", "DATE", N_("the day of which its members are; without it, now"), today_take, 'd'},
};

static const struct command command = {
    .name = "org-chart",
    .summary = N_("Draws the bodies of the cooperation, and which is under which."),
    .document = "organisation",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
