// SPDX-License-Identifier: MIT
// Markdown: CommonMark 0.30 with GitHub's pipe tables. The only module that knows cmark.

#ifndef FELLESSKAP_INPUT_MARKDOWN_MARKDOWN_H
#define FELLESSKAP_INPUT_MARKDOWN_MARKDOWN_H

#include "base/diagnostics.h"
#include "base/prose.h"

// Reads prose->source (valid UTF-8, no NUL) and sets first and end; `file` and at give its place in
// the file, and `indent` how many characters each further line of it is indented there (a block
// text in YAML; 0 elsewhere), or PROSE_AT_ONE_PLACE. Nodes are owned by the arena and keep their
// places.
//
// Reports, and leaves out of the tree: raw HTML (raw-html), links with another scheme than https,
// http, mailto and those of ours, links without words, and images that are not embeds (wrong-link;
// their words stay), an embed that is not alone in its paragraph, or is one of too many (embed),
// cells without a column (table-width), lists and quotes nested beyond LIMIT_CONTAINERS
// (prose-nesting). A table of more than LIMIT_TABLE_COLUMNS columns, or whose header and line of
// dashes differ, is reported and stays a paragraph (table-width). A text that cmark would need
// quadratic time for is reported and not read (prose-nesting): then the return value is false.
//
// The tables differ from GitHub's in this: a line that continues a quote or an item without its
// mark is not a header; a line "===" after a table is a paragraph; and a line that would begin a
// block, such as "2. a | b", is not a header within a paragraph.
//
// `*cells`: those of the tables of the file that have been read; the cells of this text are added.
bool markdown_parse(struct prose *prose, struct text file, uint32_t indent, size_t *cells,
                    struct diagnostics *diagnostics, struct arena *arena);

#endif
