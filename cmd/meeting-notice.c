// SPDX-License-Identifier: MIT
// meeting-notice: the notice of a meeting with its agenda.

#include "common/command.h"

#include "base/message.h"

static bool take_method(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("it is one of: publish, request"));
    run->document.choices.method = text_is(value, "request") ? CALENDAR_REQUEST : CALENDAR_PUBLISH;
    return text_is(value, "request") || text_is(value, "publish");
}

static const struct command_option options[] = {
    {"method", "METHOD", N_("of ics: publish (the default), or request: an invitation by e-mail"),
     take_method, 0},
};

static const struct command command = {
    .name = "meeting-notice",
    .summary = N_("Makes the notice of a meeting, with the agenda."),
    .operand = "MEETING",
    .document = "notice",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
