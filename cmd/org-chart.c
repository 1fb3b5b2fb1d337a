// SPDX-License-Identifier: MIT
// org-chart: the bodies of the cooperation, and which is under which.

#include "common/command.h"
#include "common/today.h"

#include "base/message.h"

static bool take_body(struct run *run, struct text value, struct text *why) {
    run->document.choices.body = value;
    *why = text_from(_("an id of plan/organisation.yaml is expected"));
    return value.size > 0;
}

static const struct command_option options[] = {
    {"date", "DATE", N_("the day of which its members are; without it, all are shown"), today_take,
     'd'},
    {"body", "ID", N_("the page of this body, with what it has to do"), take_body, 0},
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
