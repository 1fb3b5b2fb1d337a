// SPDX-License-Identifier: MIT
// org-chart: the bodies of the cooperation, and which is under which.

#include "common/command.h"

#include "base/message.h"

static const struct command command = {
    .name = "org-chart",
    .summary = N_("Draws the bodies of the cooperation, and which is under which."),
    .document = "organisation",
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
