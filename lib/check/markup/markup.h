// SPDX-License-Identifier: MIT
// What people paste or know from other programs, and Markdown reads as ordinary text: bullets and
// letters of a word processor, footnotes, tables without their line of dashes.

#ifndef FELLESSKAP_CHECK_MARKUP_MARKUP_H
#define FELLESSKAP_CHECK_MARKUP_MARKUP_H

#include "check/writing/scan.h"

// Checks a Markdown text. Its lines are checked where they are those of the file: in the body of a
// paper, and after "|".
void check_markup(struct text_scan *scan);

// Repeated paragraphs and lines, as git leaves them when both sides of a conflict are kept. The
// same lines are checked.
void check_repetition(struct text_scan *scan);

#endif
