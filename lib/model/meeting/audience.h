// SPDX-License-Identifier: MIT
// Who a document is for. What is exempt from publicity is taken out of the model before a view sees
// it, so that no view can show it.

#ifndef FELLESSKAP_MODEL_MEETING_AUDIENCE_H
#define FELLESSKAP_MODEL_MEETING_AUDIENCE_H

#include "model/meeting/meeting.h"

enum audience { AUDIENCE_PUBLIC, AUDIENCE_MEMBERS, AUDIENCE_COUNT };

// "public", "members"; by enum audience, NULL after the last.
extern const char *const audience_names[];

// The meeting as it may be shown: itself for the members. For the public, an exempt case keeps its
// number, its time, its public title and the legal basis; an exempt attachment the last two. What
// is changed is copied to the arena. A public title that is missing is empty, never the other one.
const struct meeting *meeting_for(const struct meeting *meeting, enum audience audience,
                                  struct arena *arena);

// The same of one case paper. An exempt one has type.index -1 and no sections.
const struct case_paper *case_paper_for(const struct case_paper *paper, enum audience audience,
                                        struct arena *arena);

// Whether the meeting has anything that is exempt; asked of either form of it.
bool meeting_has_exempt(const struct meeting *meeting);

#endif
