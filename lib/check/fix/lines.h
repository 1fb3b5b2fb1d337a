// SPDX-License-Identifier: MIT
// How keys and their values stand in the lines of a file, and what changes where one of them does.
// Each function that makes a fix returns false where the file is written in another way.

#ifndef FELLESSKAP_CHECK_FIX_LINES_H
#define FELLESSKAP_CHECK_FIX_LINES_H

#include "input/file/source.h"

// A value in its line. A value far along a long line is left to people: the walk is limited.
struct line_place {
    struct text line;
    size_t at; // byte in the line
};

bool line_find_place(const struct sources *sources, struct source *source, struct position position,
                     struct line_place *place);

// The offset in the file of a byte of a line.
size_t line_offset(const struct source *source, struct text line, size_t at);

size_t line_indent(struct text line);

// What is before the value in its line; and the value, with what comes after it.
struct text line_before(const struct line_place *place);
struct text line_after(const struct line_place *place);

// The column, in bytes, of a key that is alone before the value on its line: " key: " or "- key: ".
bool line_find_key(const struct line_place *place, struct text key, size_t *column);

// The line break that the file has at the end of the line.
struct text line_break(const struct source *source, struct text line);

// `line` ("se: [1.4.1]") as a new line below that of a key, if the whole value of the key is on its
// line; or several lines, which are indented as the first is.
bool line_below_key(const struct sources *sources, struct source *source, struct text key,
                    struct position value, struct text new_line, struct fix *fix);

// Where keys stand beside each other, in "{…}": `words` ("status: pågår") after the value.
bool line_beside_value(const struct sources *sources, struct source *source, struct position value,
                       struct text words, struct fix *fix);

// `with` in place of a value that is on one line, with its quotes. In "{…}", where
// line_is_in_braces(), a text with a comma must be in quotes.
bool line_replace_value(const struct sources *sources, struct source *source, struct position value,
                        struct text with, struct fix *fix);
bool line_is_in_braces(const struct sources *sources, struct source *source, struct position value);

// Removes the line of a key, which is not the first of an item.
bool line_remove_key(const struct sources *sources, struct source *source, struct text key,
                     struct position value, struct fix *fix);

#endif
