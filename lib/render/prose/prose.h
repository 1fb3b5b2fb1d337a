// SPDX-License-Identifier: MIT
// The header of render/prose/: prose in the formats of documents. Formatters are tables over the
// kinds of node.

#ifndef FELLESSKAP_RENDER_PROSE_PROSE_H
#define FELLESSKAP_RENDER_PROSE_PROSE_H

#include "base/value.h"
#include "base/writer.h"

struct prose_output {
    struct writer *writer;
    struct arena *arena;             // for what a link resolves to
    const struct prose_links *links; // NULL: links of our schemes are shown as words
    // Shows an embedded thing by its partial; the template engine's part. In Markdown each line but
    // the first begins with `indent`, and there is no line break at the end.
    void (*embed)(struct prose_output *output, struct text partial, const struct value *value,
                  struct text indent);
    void *context;
    bool in_item;   // of a cell: a "• " comes before it
    bool in_strong; // of a cell: it is between "**", and what is strong in it is not marked
                    // again
};

// Blocks, each on lines of its own. A heading of level n becomes h(n + shift), at most h6.
void prose_write_html(struct prose_output *output, const struct prose *prose, int shift);

// Blocks as Markdown again, which reads back as the same tree. Every line but the first begins with
// `indent`; no line break at the end. Headings as above.
void prose_write_markdown(struct prose_output *output, const struct prose *prose, int shift,
                          struct text indent);

// On one line for a table's cell: blocks joined by a space, items as "• …", those within them as
// "◦ …" and "▪ …", pipes escaped; emphasis, code and links stay.
void prose_write_markdown_cell(struct prose_output *output, const struct prose *prose);

#endif
