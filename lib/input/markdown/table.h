// SPDX-License-Identifier: MIT
// Pipe tables, as GitHub's extension has them, on top of cmark's tree: for cmark a table is a
// paragraph.

#ifndef FELLESSKAP_INPUT_MARKDOWN_TABLE_H
#define FELLESSKAP_INPUT_MARKDOWN_TABLE_H

#include "base/prose.h"
#include "input/markdown/lines.h"

// Text whose inlines are still to be read.
struct markdown_cell {
    struct prose_node *node;
    struct text text;
    struct position at;
    size_t backslash; // byte of one that is not in the file, see numbers.h; 0: none
};

struct markdown_tables {
    struct markdown_lines *lines;
    struct text file;
    struct diagnostics *diagnostics;
    struct arena *arena;
    struct markdown_cell *cells;
    size_t cell_count;
    size_t *shown;  // cells of the file so far, those included that a short row does not have
    size_t missing; // of them
    bool too_many;  // was reported: no further rows are read
};

// Gives each table a paragraph of its own: inserts lines that end the paragraph in front of its
// header, and after its last row where a row cannot go on but a paragraph can. True when lines were
// inserted: then `document` is out of date, and may still hold such places.
bool markdown_tables_separate(struct markdown_lines *lines, cmark_node *document,
                              struct arena *arena);

// The table that the paragraph is, or NULL. The texts of its cells are appended to tables->cells.
// Reports too many columns, cells that have no column, and more than LIMIT_TABLE_CELLS cells in the
// tables of a file, or more that its short rows do not have than the text has bytes.
struct prose_node *markdown_table_read(struct markdown_tables *tables, cmark_node *paragraph);

#endif
