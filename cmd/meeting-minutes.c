// SPDX-License-Identifier: MIT
// meeting-minutes: the minutes of a meeting that has been held.

#include "common/meeting.h"
#include "common/today.h"

#include "check/check.h"

struct state {
    struct meeting_run meeting; // first: what the meeting commands share finds it
    struct minutes_choice choice;
};

static bool take_today(struct run *run, struct text value, struct text *why) {
    return today_take(value, &((struct state *)run->state)->choice.today, why);
}

static bool take_changes(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    ((struct state *)run->state)->choice.changes = true;
    return true;
}

static bool read_minutes(struct run *run, struct text folder) {
    struct state *state = run->state;
    if (!meeting_run_read(run, folder, true))
        return false;
    check_held(&run->repository, state->meeting.meeting, state->choice.today);
    if (run->diagnostics.errors == 0)
        state->choice.approval = approval_find(&run->repository, state->meeting.meeting);
    return true;
}

static bool write(struct run *run, enum format format, struct output *output) {
    const struct state *state = run->state;
    const struct meeting *meeting = state->meeting.meeting;
    struct view view;
    view_init(&view, &run->repository, run->maker.arena, run->maker.labels, run->language,
              "minutes", meeting->source->path, meeting->committee.text, format == FORMAT_MARKDOWN);
    if (state->meeting.audience == AUDIENCE_MEMBERS)
        view_for_members(&view);
    struct value value = minutes_value(&view, meeting, &state->choice);
    return document_write(&run->maker, "minutes", format, &value, output_writer(output));
}

static const struct command_option options[] = {
    {"date", "DATE", N_("what day it is: what lies ahead has not been decided"), take_today, 'd'},
    {"show-changes", NULL, N_("show what a decision changes in its proposal"), take_changes, 0},
    {"audience", "WHO", N_("public (the default), or members: with what is exempt from publicity"),
     meeting_take_audience, 0},
};

static const struct command command = {
    .name = "meeting-minutes",
    .summary = N_("Makes the minutes of a meeting: who was there, and what was decided."),
    .operand = "MEETING",
    .formats = "md html json",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_minutes,
    .language = meeting_run_language,
    .write = write,
};

int main(int argc, char **argv) {
    struct state state = {.meeting = {.meeting = NULL}};
    return command_main(&command, &state, argc, argv);
}
