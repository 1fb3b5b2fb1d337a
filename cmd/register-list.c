// SPDX-License-Identifier: MIT
// register-list: a register of the cooperation, as its projects.

#include "common/command.h"
#include "common/today.h"

#include "base/message.h"

static const struct command_option options[] = {
    {"date", "DATE", N_("today, for reports that are due; without it, none is"), today_take, 'd'},
};

static const struct command command = {
    .name = "register-list",
    .summary = N_("Makes the list of a register, as of projects."),
    .operand = "REGISTER",
    .document = "register",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
