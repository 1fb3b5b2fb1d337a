// SPDX-License-Identifier: MIT
// plan-strategy: what the helsefellesskap wants, and what its plan does about it.

#include "common/command.h"

#include "base/message.h"
#include "common/today.h"

static const struct command_option options[] = {
    {"date", "DATE", N_("today; on an earlier day, what was reported by then"), today_take, 'd'},
};

static const struct command command = {
    .name = "plan-strategy",
    .summary = N_("Tells what the helsefellesskap wants, and what its plan does about it."),
    .document = "strategy",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
