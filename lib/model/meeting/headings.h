// SPDX-License-Identifier: MIT
// The headings of a case paper that have a meaning, in bokmål and nynorsk.

#ifndef FELLESSKAP_MODEL_MEETING_HEADINGS_H
#define FELLESSKAP_MODEL_MEETING_HEADINGS_H

#include "base/text.h"

enum case_section_kind {
    SECTION_FREE,
    SECTION_PROPOSAL,  // "Forslag til vedtak"
    SECTION_TREATMENT, // "Behandling i møtet": this and those below are for the minutes
    SECTION_DECISION,  // "Vedtak", where it differs from the proposal
    SECTION_ENTRY,     // "Protokolltilførsel"
};

// However it is capitalised, and with or without a colon or a period at its end.
enum case_section_kind heading_kind(struct text title, struct arena *arena);

// The known heading that an unknown one probably was meant to be, in the language of the messages:
// "Vedtak" for "Konklusjon", for a misspelt one, or for one that says whose it is ("ASUs vedtak",
// "Vedtak i sak 2/24"; `owners` are the names of the committee and of the case). Empty where there
// is none. `certain`: only what can hardly be anything else. Sets its kind.
struct text heading_meant(struct text title, const struct text *owners, size_t owner_count,
                          bool certain, enum case_section_kind *kind, struct arena *arena);

#endif
