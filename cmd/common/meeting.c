// SPDX-License-Identifier: MIT

#include "common/meeting.h"

#include "check/check.h"

bool meeting_run_read(struct run *run, struct text folder, bool bodies) {
    struct meeting_run *state = run->state;
    const struct meeting *meeting =
        meeting_read(&run->repository.sources, folder, bodies ? PAPERS_WHOLE : PAPERS_FRONT);
    if (meeting == NULL)
        return false;
    check_meeting(&run->repository, meeting);
    if (bodies)
        check_case_papers(&run->repository, meeting);
    state->meeting = meeting_for(meeting, state->audience, &run->arena);
    return true;
}

bool meeting_take_audience(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("it is one of: public, members"));
    for (int i = 0; i < AUDIENCE_COUNT; i++)
        if (text_is(value, audience_names[i])) {
            ((struct meeting_run *)run->state)->audience = (enum audience)i;
            return true;
        }
    return false;
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
        if (state->audience == AUDIENCE_MEMBERS)
            view_for_members(view);
        *value = make(view, meeting);
        state->views[markdown].is_made = true;
    }
    return document_write(&run->maker, name, format, value, output_writer(output));
}
