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
    const struct meeting *meeting = ((const struct meeting_run *)run->state)->meeting;
    struct view view;
    view_init(&view, &run->repository, run->maker.arena, run->maker.labels, run->language, name,
              meeting->source->path, meeting->committee.text, format == FORMAT_MARKDOWN);
    struct value value = make(&view, meeting);
    return document_write(&run->maker, name, format, &value, output_writer(output));
}
