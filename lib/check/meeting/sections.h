// SPDX-License-Identifier: MIT
// The headings of a case paper: those that have a meaning decide what is proposed and decided.

#ifndef FELLESSKAP_CHECK_MEETING_SECTIONS_H
#define FELLESSKAP_CHECK_MEETING_SECTIONS_H

#include "check/tree/references.h"

// Reports headings that are nearly those with a meaning, or have the wrong level; and the second of
// two sections with the same meaning: only the first is read.
void check_sections(const struct referrer *referrer, const struct case_paper *paper);

// The heading with a meaning that another heading of the paper probably was meant to be, see
// heading_meant().
struct text section_heading_meant(const struct referrer *referrer, struct text title, bool certain,
                                  enum case_section_kind *kind);

// The first paragraph that is bold, or begins with bold words and a colon, and is named like a
// section of this kind, and so was meant as its heading; NULL for none.
const struct prose_node *bold_heading(const struct case_paper *paper, enum case_section_kind kind,
                                      struct arena *arena);

// Reports it, under the rule that misses the section.
void report_bold_heading(const struct referrer *referrer, enum rule rule,
                         const struct prose_node *bold);

#endif
