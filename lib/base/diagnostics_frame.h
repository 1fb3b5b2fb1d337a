// SPDX-License-Identifier: MIT
// The line of a file that a diagnostic is about, with a gutter before it and the word underlined.

#ifndef FELLESSKAP_BASE_DIAGNOSTICS_FRAME_H
#define FELLESSKAP_BASE_DIAGNOSTICS_FRAME_H

#include "base/diagnostics.h"

// A place in the line that was shown last: many messages may be about one long line, and come in
// the order of their columns. Zeros before the first.
struct frame {
    struct text file;
    size_t number_width; // digits of the last line number that is shown of the file
    uint32_t line_number;
    struct text line;
    size_t byte;
    uint32_t column;
};

// Escape sequences for a terminal, all empty where there is no colour; and its columns, 0 where
// there are none.
struct frame_look {
    struct text gutter;
    struct text mark;
    struct text end;
    size_t columns;
};

// Finds the line of diagnostic `index`. The diagnostics are sorted, and must be asked for in that
// order. False where there is no line to show.
bool frame_find(const struct diagnostics *diagnostics, size_t index, struct frame *frame);

// Writes the line that was found, and a line below it that underlines what is meant: what the
// message quotes, a text in quotes, or the word. Of a long line, the part around the place.
void frame_write(struct writer *writer, struct frame *frame, const struct diagnostic *diagnostic,
                 const struct frame_look *look);

// Writes a name or text that comes from a user or a file: no control character of it reaches the
// terminal, and a tab becomes a space.
void write_visible(struct writer *writer, struct text text);

#endif
