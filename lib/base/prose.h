// SPDX-License-Identifier: MIT
// Running text as a tree: what Markdown means, with the place of every node in its file.

#ifndef FELLESSKAP_BASE_PROSE_H
#define FELLESSKAP_BASE_PROSE_H

#include "base/diagnostics.h"
#include "base/text.h"

// The indent of a text that is not in its file literally, because it is quoted or its lines are
// joined: everything in it is reported at its beginning.
#define PROSE_AT_ONE_PLACE UINT32_MAX

enum prose_kind {
    // blocks
    PROSE_PARAGRAPH,
    PROSE_HEADING,      // level
    PROSE_BULLET_LIST,  // tight
    PROSE_ORDERED_LIST, // tight, depth, number: of its first item
    PROSE_ITEM,
    PROSE_QUOTE,
    PROSE_CODE_BLOCK, // text; url: the info string
    PROSE_RULE,
    PROSE_TABLE, // its rows; the first is the header
    PROSE_ROW,
    PROSE_CELL,  // align
    PROSE_EMBED, // url: "tilskudd:2024"; text: what is written for it
    // inlines
    PROSE_TEXT, // text
    PROSE_SOFT_BREAK,
    PROSE_LINE_BREAK,
    PROSE_CODE, // text
    PROSE_EMPHASIS,
    PROSE_STRONG,
    PROSE_LINK, // url, title
};

enum prose_align { PROSE_ALIGN_NONE, PROSE_ALIGN_LEFT, PROSE_ALIGN_CENTRE, PROSE_ALIGN_RIGHT };

struct prose_node {
    enum prose_kind kind;
    union {
        int level;  // 1 to 6
        int number; // of a list's first item
        enum prose_align align;
        bool plain; // of a paragraph in a tight list: shown without space around it
    };
    bool tight;
    int depth; // of a numbered list: how many of them are around it
    struct position at;
    struct prose_node *first; // child
    struct prose_node *next;  // sibling
    struct text text;
    struct text url;
    struct text title;
};

// A text, or a section of one. Where `first` is NULL the whole of `source` is one paragraph
// without any markup: most texts are, and need no tree. Where it is `end`, and not NULL, there is
// nothing to show.
struct prose {
    struct text source; // the Markdown as written; of a text put together of parts, its words
    struct position at; // of the first character of `source`
    const struct prose_node *first;
    const struct prose_node *end; // the first sibling that is no longer part of it, or NULL
};

static inline bool prose_is_empty(const struct prose *prose) {
    return prose == NULL || (prose->first == prose->end &&
                             (prose->first != NULL || text_trim(prose->source).size == 0));
}

// A paragraph "Tabell: words" directly before a table is the table's caption.
#define PROSE_CAPTION_MARK TEXT("Tabell: ")
bool prose_is_caption(const struct prose_node *node);

// The words alone, for a spreadsheet's cell or a picture: paragraphs and items on lines of their
// own, "• " or "1. " before an item, "a. " and "i. " within, two spaces a level deeper, cells of a
// table with tabs between. With `one_line`, spaces instead of line breaks. Owned by the arena.
struct text prose_plain(const struct prose *prose, bool one_line, struct arena *arena);

#endif
