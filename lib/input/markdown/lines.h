// SPDX-License-Identifier: MIT
// The lines of a Markdown text as cmark counts them, and the place of each in its file.

#ifndef FELLESSKAP_INPUT_MARKDOWN_LINES_H
#define FELLESSKAP_INPUT_MARKDOWN_LINES_H

#include "base/diagnostics.h"
#include "base/text.h"

#include <cmark.h>

struct markdown_line {
    struct text text; // without its line break
    uint32_t line;    // in the file
    int64_t column;   // of its first character in the file
    bool inserted;    // not in the file: ends a paragraph, see markdown_table.h
    bool in_table;    // of the tables that have been read
    bool delimiter;   // may be the line below a table's header
    bool is_cell;     // of a table: its "|" is "\|" in the file
    size_t backslash; // byte of one that is not in the file, see numbers.h; 0: none
};

struct markdown_lines {
    struct text source;
    struct markdown_line *items;
    size_t count;
    bool any_delimiter;
    struct position only_place; // of everything; line 0: each has its own
    // The place last asked for, from which the next is counted.
    size_t cursor_line;
    size_t cursor_byte;
    size_t cursor_characters;
};

// Cuts `source` into lines, the first of which is at `at`; the others are indented by `indent`
// characters, or all are PROSE_AT_ONE_PLACE. Lines that are comments to the checks
// (base/ignore.h) are left out. Owned by the arena.
void markdown_lines_init(struct markdown_lines *lines, struct text source, struct position at,
                         uint32_t indent, struct arena *arena);

// Line `number`, 1-based, or NULL.
const struct markdown_line *markdown_line(const struct markdown_lines *lines, int number);

// The place in the file of cmark's line and column (1-based, bytes). Where cmark does not know, the
// place last asked for.
struct position markdown_place(struct markdown_lines *lines, int line, int column);

// Lists' items and quotes around a block, from the outermost: enough to decide which of them a
// further line continues.
enum { MARKDOWN_MOST_CONTAINERS = 32 };

struct markdown_containers {
    size_t count;
    struct {
        bool quote;
        int width; // columns that a line must be indented by to continue an item
    } items[MARKDOWN_MOST_CONTAINERS];
};

// False when there are too many.
bool markdown_containers_of(cmark_node *block, const struct markdown_lines *lines,
                            struct markdown_containers *containers);

// Columns by which a line is code (CommonMark 0.30, 4.4).
enum { MARKDOWN_CODE_INDENT = 4 };

struct markdown_continuation {
    size_t matched; // how many of the containers go on
    size_t prefix;  // bytes of theirs
    size_t start;   // bytes before the first that is not white space
    int indent;     // columns between the two
};

struct markdown_continuation markdown_continue(const struct markdown_containers *containers,
                                               struct text line);

// The byte of the first sign of a line that makes a heading of the text above it, after the marks
// of quotes; -1 where the line is none.
int markdown_underline_at(struct text line);

// Whether this line, in the containers of a paragraph above it, makes a heading of that: its
// underline. cmark says that such a heading ends with it, or with whatever line comes after.
bool markdown_ends_heading(const struct markdown_containers *containers, struct text line);

// The next paragraph or heading that `iterator` comes to, and goes past; NULL at the end.
cmark_node *markdown_next_running_text(cmark_iter *iterator);

#endif
