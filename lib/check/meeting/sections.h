// SPDX-License-Identifier: MIT
// The headings of a case paper: those that have a meaning decide what is proposed and decided.

#ifndef FELLESSKAP_CHECK_MEETING_SECTIONS_H
#define FELLESSKAP_CHECK_MEETING_SECTIONS_H

#include "check/tree/references.h"

// Reports headings that are nearly those with a meaning, or have the wrong level; and the second of
// two sections with the same meaning: only the first is read.
void check_sections(const struct referrer *referrer, const struct case_paper *paper);

#endif
