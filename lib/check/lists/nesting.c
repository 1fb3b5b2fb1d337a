// SPDX-License-Identifier: MIT

#include "check/lists/nesting.h"

#include "base/ascii.h"
#include "check/lists/doubts.h"

enum { LEAST_STEP = 2, TAB_STOP = 4 };

size_t line_start(const struct text_scan *scan, const struct scan_line *line) {
    size_t at = line->from;
    while (at > 0 && ascii_is_blank(scan->text.data[at - 1]))
        at--;
    return at;
}

static size_t column_of(const struct text_scan *scan, const struct scan_line *line) {
    size_t column = 0;
    for (size_t at = line_start(scan, line); at < line->from; at++)
        column += scan->text.data[at] == '\t' ? TAB_STOP - column % TAB_STOP : 1;
    return column;
}

static void note_line(struct list_nesting *nesting, const struct scan_line *line, size_t column) {
    if (!nesting->begun)
        nesting->base = column;
    nesting->begun = nesting->begun || line->text.size > 0;
    nesting->blank = line->text.size == 0;
    nesting->colon = ends_with_colon(line->text);
}

static struct open_item *innermost(struct list_nesting *nesting) {
    return nesting->count == 0 ? NULL : &nesting->items[nesting->count - 1];
}

static void push(struct list_nesting *nesting, struct open_item item) {
    if (nesting->count < DEEPEST_LIST)
        nesting->items[nesting->count++] = item;
}

// Whether text in `column` is no longer within the item: of Markdown's it must be below the text,
// of a word processor's anywhere to the right of the mark.
static bool is_left(const struct open_item *item, size_t column) {
    return item->is_pasted ? column <= item->column : column < item->content;
}

void nesting_pass(struct list_nesting *nesting, const struct text_scan *scan,
                  const struct scan_line *line) {
    int number = 0;
    size_t column = column_of(scan, line), size = markdown_mark_size(line->text, &number);
    bool may_leave = line->text.size > 0 && (size > 0 || nesting->blank);
    while (may_leave && nesting->count > 0 && is_left(innermost(nesting), column))
        nesting->count--;
    if (size > 0 && line->is_prose)
        push(nesting, (struct open_item){column, column, column + size, false, true, number > 0});
    note_line(nesting, line, column);
}

// Whether an item in `column` is below `item`, which may be that of the line before.
static bool is_parent(const struct list_nesting *nesting, const struct open_item *item,
                      size_t column) {
    if (item->is_pasted)
        return column >= item->column + LEAST_STEP;
    return column > item->column || (column == item->column && nesting->colon);
}

// In the column of its parent's text it is below it, and three columns further.
static size_t indent_below(const struct open_item *parent, size_t column) {
    bool fits =
        !parent->is_pasted && column >= parent->content && column < parent->content + TAB_STOP;
    return fits ? column : parent->content;
}

const struct open_item *nesting_open(struct list_nesting *nesting, const struct text_scan *scan,
                                     const struct scan_line *line, struct text mark,
                                     bool is_mended) {
    size_t column = column_of(scan, line), base = nesting->begun ? nesting->base : column;
    size_t indent = column < base + TAB_STOP ? column : base;
    const struct open_item *item;
    bool sibling = false;
    while (!sibling && (item = innermost(nesting)) != NULL && !is_parent(nesting, item, column)) {
        sibling = item->is_pasted && column >= item->column;
        indent = sibling ? item->indent : indent;
        nesting->count--;
    }
    item = innermost(nesting);
    if (item != NULL && !sibling)
        indent = indent_below(item, column);
    if (nesting->count == DEEPEST_LIST)
        nesting->count--;
    bool mended = is_mended && (item == NULL || item->is_mended);
    push(nesting,
         (struct open_item){column, indent, indent + mark.size, true, mended, mark.data[0] != '-'});
    note_line(nesting, line, column);
    return innermost(nesting);
}

// The item that one in `column` would be below, counted from 1; `*goes_on`: one that is right
// before it in a numbered list.
static size_t find_parent(const struct list_nesting *nesting, size_t column, bool *goes_on) {
    size_t at = nesting->count;
    *goes_on = false;
    for (; at > 0 && !is_parent(nesting, &nesting->items[at - 1], column); at--)
        *goes_on = nesting->items[at - 1].is_numbered && nesting->items[at - 1].is_mended;
    return at;
}

bool nesting_goes_on(const struct list_nesting *nesting, const struct text_scan *scan,
                     const struct scan_line *line) {
    bool goes_on;
    find_parent(nesting, column_of(scan, line), &goes_on);
    return goes_on;
}

bool nesting_has_parent(const struct list_nesting *nesting, const struct text_scan *scan,
                        const struct scan_line *line) {
    bool goes_on;
    return find_parent(nesting, column_of(scan, line), &goes_on) > 0;
}

bool nesting_is_below(const struct list_nesting *nesting, const struct text_scan *scan,
                      const struct scan_line *line) {
    return nesting->count > 0 && !nesting->blank &&
           column_of(scan, line) >= nesting->items[0].column + LEAST_STEP;
}
