// SPDX-License-Identifier: MIT
// What people paste or are used to from elsewhere, and Markdown takes for ordinary text: bullets
// and letters of a word processor, footnotes, tables without their line of dashes.

#ifndef FELLESSKAP_CHECK_WRITING_MARKUP_H
#define FELLESSKAP_CHECK_WRITING_MARKUP_H

#include "check/writing/scan.h"

// Looks at a text that is Markdown. Its lines are looked at where they are those of the file: in
// the body of a paper, and behind "|".
void check_markup(struct text_scan *scan);

// Paragraphs and lines that follow themselves, as git leaves them when both sides of a conflict are
// kept. Likewise.
void check_repetition(struct text_scan *scan);

#endif
