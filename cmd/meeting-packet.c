// SPDX-License-Identifier: MIT
// meeting-packet: the notice and all case papers of a meeting in one document.

#include "common/meeting.h"

#include "check/check.h"
#include "view/meeting/einnsyn.h"

static bool read_packet(struct run *run, struct text folder) {
    return meeting_run_read(run, folder, true);
}

static bool write_delivery(struct run *run, struct output *output) {
    const struct meeting_run *state = run->state;
    const struct meeting *meeting = state->meeting;
    struct view view;
    check_einnsyn(&run->repository, meeting);
    if (run->diagnostics.errors > 0)
        return false;
    view_init(&view, &run->repository, run->maker.arena, run->maker.labels, run->language,
              "einnsyn", meeting->source->path, meeting->committee.text, false);
    view.audience = state->audience;
    struct value value = einnsyn_value(&view, meeting);
    return document_write(&run->maker, "einnsyn", FORMAT_EINNSYN, &value, output_writer(output));
}

static bool write(struct run *run, enum format format, struct output *output) {
    if (format == FORMAT_EINNSYN)
        return write_delivery(run, output);
    return meeting_run_write(run, format, output, "packet", packet_value);
}

static const struct command_option options[] = {
    {"audience", "WHO", N_("public (the default), or members: with what is exempt from publicity"),
     meeting_take_audience, 0},
};

static const struct command command = {
    .name = "meeting-packet",
    .summary = N_("Makes the papers of a meeting: notice, agenda and all case papers."),
    .operand = "MEETING",
    .formats = "md html json einnsyn",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_packet,
    .language = meeting_run_language,
    .write = write,
};

int main(int argc, char **argv) {
    struct meeting_run state = {.meeting = NULL};
    return command_main(&command, &state, argc, argv);
}
