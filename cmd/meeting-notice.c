// SPDX-License-Identifier: MIT
// meeting-notice: the notice of a meeting with its agenda.

#include "common/meeting.h"

#include "check/check.h"

struct state {
    struct meeting_run run; // first: what the commands of a meeting share finds it here
    enum calendar_method method;
};

static bool take_method(struct run *run, struct text value, struct text *why) {
    struct state *state = run->state;
    *why = text_from(_("it is one of: publish, request"));
    state->method = text_is(value, "request") ? CALENDAR_REQUEST : CALENDAR_PUBLISH;
    return text_is(value, "request") || text_is(value, "publish");
}

static bool read_notice(struct run *run, struct text folder) {
    struct state *state = run->state;
    if (!meeting_run_read(run, folder, false))
        return false;
    if (state->method == CALENDAR_REQUEST)
        check_invitation(&run->repository, state->run.meeting);
    return true;
}

static bool write(struct run *run, enum format format, struct output *output) {
    struct state *state = run->state;
    if (format != FORMAT_ICS)
        return meeting_run_write(run, format, output, "notice", notice_value);
    const struct meeting *meeting = state->run.meeting;
    struct view view;
    view_init(&view, &run->repository, run->maker.arena, run->maker.labels, run->language, "notice",
              meeting->source->path, meeting->committee.text, false);
    view.created =
        run->source_date >= 0 ? run->source_date : date_to_seconds(meeting_last_change(meeting));
    document_write_calendar(notice_calendar(&view, meeting, state->method), output_writer(output));
    return true;
}

static const struct command_option options[] = {
    {"method", "METHOD", N_("of ics: publish (the default), or request: an invitation by e-mail"),
     take_method, 0},
};

static const struct command command = {
    .name = "meeting-notice",
    .summary = N_("Makes the notice of a meeting, with the agenda."),
    .operand = "MEETING",
    .formats = "md html ics json",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_notice,
    .language = meeting_run_language,
    .write = write,
};

int main(int argc, char **argv) {
    struct state state = {.method = CALENDAR_PUBLISH};
    return command_main(&command, &state, argc, argv);
}
