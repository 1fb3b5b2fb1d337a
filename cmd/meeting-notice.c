// SPDX-License-Identifier: MIT
// meeting-notice: the notice of a meeting with its agenda.

#include "common/meeting.h"

static bool read_notice(struct run *run, struct text folder) {
    return meeting_run_read(run, folder, false);
}

static bool write(struct run *run, enum format format, struct output *output) {
    return meeting_run_write(run, format, output, "notice", notice_value);
}

static const struct command command = {
    .name = "meeting-notice",
    .summary = N_("Makes the notice of a meeting, with the agenda."),
    .operand = "MEETING",
    .formats = "md html json",
    .read = read_notice,
    .language = meeting_run_language,
    .write = write,
};

int main(int argc, char **argv) {
    struct meeting_run state = {.meeting = NULL};
    return command_main(&command, &state, argc, argv);
}
