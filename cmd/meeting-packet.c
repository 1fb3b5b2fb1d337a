// SPDX-License-Identifier: MIT
// meeting-packet: the notice and all case papers of a meeting in one document.

#include "common/audience.h"

#include "base/message.h"

static const struct command_option options[] = {
    {"audience", "WHO", N_("public (the default), or members: with what is exempt from publicity"),
     audience_take, 0},
};

static const struct command command = {
    .name = "meeting-packet",
    .summary = N_("Makes the papers of a meeting: notice, agenda and all case papers."),
    .operand = "MEETING",
    .document = "packet",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
