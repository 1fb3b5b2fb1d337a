// SPDX-License-Identifier: MIT
// What the commands that read a meeting have in common.

#ifndef FELLESSKAP_CMD_MEETING_H
#define FELLESSKAP_CMD_MEETING_H

#include "common/command.h"

#include "base/message.h"
#include "view/meeting/meeting.h"

// The state of such a run.
struct meeting_run {
    const struct meeting *meeting; // as the audience may see it
    enum audience audience;
    struct {
        struct view view;
        struct value value;
        bool is_made;
    } views[2]; // with links to HTML, which JSON has too, and with links to Markdown
};

// Reads and checks the meeting in a folder; with `bodies`, its papers whole. What the audience may
// not see is then gone from it.
bool meeting_run_read(struct run *run, struct text folder, bool bodies);

// --audience
bool meeting_take_audience(struct run *run, struct text value, struct text *why);

const struct choice *meeting_run_language(const struct run *run);

// Writes the document `name` that `make` makes of the meeting.
bool meeting_run_write(struct run *run, enum format format, struct output *output, const char *name,
                       struct value (*make)(const struct view *view,
                                            const struct meeting *meeting));

#endif
