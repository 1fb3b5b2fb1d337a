// SPDX-License-Identifier: MIT

#include "common/meeting.h"

#include "check/check.h"

bool meeting_run_read(struct run *run, struct text folder, bool bodies) {
    struct meeting_run *state = run->state;
    state->meeting = meeting_read(&run->repository.sources, folder, bodies);
    if (state->meeting == NULL)
        return false;
    check_meeting(&run->repository, state->meeting);
    if (bodies)
        check_case_papers(&run->repository, state->meeting);
    return true;
}

const struct choice *meeting_run_language(const struct run *run) {
    return &((const struct meeting_run *)run->state)->meeting->language;
}

bool meeting_run_write(struct run *run, enum format format, struct output *output, const char *name,
                       struct value (*make)(const struct view *view,
                                            const struct meeting *meeting)) {
    struct meeting_run *state = run->state;
    const struct meeting *meeting = state->meeting;
    bool markdown = format == FORMAT_MARKDOWN;
    struct view *view = &state->views[markdown].view;
    struct value *value = &state->views[markdown].value;
    if (!state->views[markdown].is_made) {
        view_init(view, &run->repository, &run->arena, run->maker.labels, run->language, name,
                  meeting->source->path, meeting->committee.text, markdown);
        *value = make(view, meeting);
        state->views[markdown].is_made = true;
    }
    return document_write(&run->maker, name, format, value, output_writer(output));
}
