// SPDX-License-Identifier: MIT

#include "input/markdown/lines.h"

#include "base/ascii.h"
#include "base/ignore.h"
#include "base/prose.h"
#include "input/markdown/delimiter.h"

enum { TAB_STOP = 4 };

void markdown_lines_init(struct markdown_lines *lines, struct text source, struct position at,
                         uint32_t indent, struct arena *arena) {
    *lines = (struct markdown_lines){.source = ignore_strip(source, arena)};
    bool may_have_comments = lines->source.data != source.data;
    struct text comment;
    uint32_t line = 0;
    if (indent == PROSE_AT_ONE_PLACE)
        lines->only_place = at;
    for (size_t from = 0; from < source.size;) {
        size_t end = text_line_end(source, from);
        struct text text = text_slice(source, from, end);
        from = text_next_line(source, end);
        line++;
        if (may_have_comments && ignore_in_markdown(text, &comment))
            continue;
        bool delimiter = markdown_is_delimiter(text);
        lines->any_delimiter = lines->any_delimiter || delimiter;
        lines->items = arena_append(arena, lines->items, lines->count, sizeof *lines->items);
        lines->items[lines->count] = (struct markdown_line){
            .text = text,
            .line = at.line + line - 1,
            .column = line == 1 ? at.column : 1 + (int64_t)indent,
            .delimiter = delimiter,
        };
        lines->count++;
    }
}

const struct markdown_line *markdown_line(const struct markdown_lines *lines, int number) {
    return number >= 1 && (size_t)number <= lines->count ? &lines->items[number - 1] : NULL;
}

static size_t characters_in_file(const struct markdown_line *line, size_t from, size_t to) {
    struct text part = text_slice(line->text, from, to);
    size_t count = text_length(part);
    for (size_t i = 0; line->is_cell && i < part.size; i++)
        count += part.data[i] == '|';
    return count;
}

// Counts from the last place, forwards or backwards, so that a long line costs linear time.
static void move_cursor(struct markdown_lines *lines, size_t line, size_t byte) {
    if (line != lines->cursor_line) {
        lines->cursor_line = line;
        lines->cursor_byte = 0;
        lines->cursor_characters = 0;
    }
    const struct markdown_line *at = &lines->items[line];
    if (byte >= lines->cursor_byte)
        lines->cursor_characters += characters_in_file(at, lines->cursor_byte, byte);
    else
        lines->cursor_characters -= characters_in_file(at, byte, lines->cursor_byte);
    lines->cursor_byte = byte;
}

struct position markdown_place(struct markdown_lines *lines, int line, int column) {
    if (lines->only_place.line > 0)
        return lines->only_place;
    const struct markdown_line *found = markdown_line(lines, line);
    if (found != NULL && column >= 1 && (size_t)column <= found->text.size + 1)
        move_cursor(lines, (size_t)line - 1, (size_t)column - 1);
    else if (found != NULL && (size_t)line - 1 != lines->cursor_line)
        move_cursor(lines, (size_t)line - 1, 0);
    if (lines->items == NULL || lines->cursor_line >= lines->count)
        return (struct position){0, 0};
    const struct markdown_line *at = &lines->items[lines->cursor_line];
    bool after_backslash = at->backslash > 0 && lines->cursor_byte > at->backslash;
    int64_t place = at->column + (int64_t)lines->cursor_characters - after_backslash;
    return (struct position){at->line, place < 1 ? 1 : (uint32_t)place};
}

static int next_column(int column, char byte) {
    return byte == '\t' ? column - column % TAB_STOP + TAB_STOP : column + 1;
}

// Column, from 0, of byte `end`; only what comes before a container's mark is counted.
static int column_at(struct text line, size_t end) {
    int column = 0;
    for (size_t i = 0; i < end && i < line.size; i++)
        column = next_column(column, line.data[i]);
    return column;
}

static size_t end_of_marker(struct text line, size_t at) {
    while (text_digit_at(line, at))
        at++;
    return at < line.size ? at + 1 : at;
}

// The column at which the content of an item begins, given its mark at byte `at`: after one to four
// spaces; more of them, or none, count as one.
static int content_column(struct text line, size_t at) {
    size_t end = end_of_marker(line, at);
    int marker = column_at(line, end), column = marker;
    size_t i = end;
    while (i < line.size && ascii_is_blank(line.data[i]))
        column = next_column(column, line.data[i++]);
    bool one = i >= line.size || column == marker || column - marker > MARKDOWN_CODE_INDENT;
    return one ? marker + 1 : column;
}

// Walks over what the containers need of the line, from byte *at at *column.
static size_t match(const struct markdown_containers *containers, size_t from, size_t to,
                    struct text line, size_t *at, int *column) {
    for (size_t i = from; i < to; i++) {
        size_t byte = *at;
        int here = *column;
        while (byte < line.size && ascii_is_blank(line.data[byte]) &&
               (containers->items[i].quote || here < *column + containers->items[i].width))
            here = next_column(here, line.data[byte++]);
        if (!containers->items[i].quote) {
            if (here < *column + containers->items[i].width)
                return i;
        } else {
            if (byte >= line.size || line.data[byte] != '>' ||
                here - *column >= MARKDOWN_CODE_INDENT)
                return i;
            here = next_column(here, line.data[byte++]);
            if (byte < line.size && ascii_is_blank(line.data[byte]))
                here = next_column(here, line.data[byte++]);
        }
        *at = byte;
        *column = here;
    }
    return to;
}

static bool is_container(cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM;
}

bool markdown_containers_of(cmark_node *block, const struct markdown_lines *lines,
                            struct markdown_containers *containers) {
    cmark_node *nodes[MARKDOWN_MOST_CONTAINERS];
    size_t count = 0;
    for (cmark_node *node = cmark_node_parent(block); node != NULL;
         node = cmark_node_parent(node)) {
        if (!is_container(node))
            continue;
        if (count == MARKDOWN_MOST_CONTAINERS)
            return false;
        nodes[count++] = node;
    }
    containers->count = 0;
    int line_before = 0, content_before = 0; // of the container around
    for (size_t i = count; i-- > 0;) {
        int number = cmark_node_get_start_line(nodes[i]);
        const struct markdown_line *line = markdown_line(lines, number);
        int start = cmark_node_get_start_column(nodes[i]);
        if (line == NULL || start < 1 || (size_t)start > line->text.size)
            return false;
        size_t outer = containers->count, at = 0;
        int column = 0;
        if (number == line_before)
            column = content_before;
        else
            match(containers, 0, outer, line->text, &at, &column);
        bool quote = cmark_node_get_type(nodes[i]) == CMARK_NODE_BLOCK_QUOTE;
        size_t mark = (size_t)start - 1;
        content_before = content_column(line->text, mark);
        if (quote) {
            content_before = column_at(line->text, mark + 1);
            if (mark + 1 < line->text.size && ascii_is_blank(line->text.data[mark + 1]))
                content_before = next_column(content_before, line->text.data[mark + 1]);
        }
        containers->items[outer].quote = quote;
        containers->items[outer].width = content_before - column;
        containers->count++;
        line_before = number;
    }
    return true;
}

struct markdown_continuation markdown_continue(const struct markdown_containers *containers,
                                               struct text line) {
    struct markdown_continuation found = {0};
    int column = 0;
    found.matched = match(containers, 0, containers->count, line, &found.prefix, &column);
    found.start = found.prefix;
    int here = column;
    while (found.start < line.size && ascii_is_blank(line.data[found.start]))
        here = next_column(here, line.data[found.start++]);
    found.indent = here - column;
    return found;
}

cmark_node *markdown_next_running_text(cmark_iter *iterator) {
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (event != CMARK_EVENT_ENTER ||
            (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING))
            continue;
        cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
        return node;
    }
    return NULL;
}

int markdown_underline_at(struct text line) {
    size_t start = 0, end = line.size;
    while (start < end && strchr(" \t>", line.data[start]) != NULL)
        start++;
    while (end > start && strchr(" \t", line.data[end - 1]) != NULL)
        end--;
    if (start == end || strchr("-=", line.data[start]) == NULL)
        return -1;
    for (size_t at = start; at < end; at++)
        if (line.data[at] != line.data[start])
            return -1;
    return (int)start;
}

bool markdown_ends_heading(const struct markdown_containers *containers, struct text line) {
    struct markdown_continuation found = markdown_continue(containers, line);
    return found.matched == containers->count && found.indent < MARKDOWN_CODE_INDENT &&
           markdown_underline_at(text_slice(line, found.prefix, line.size)) >= 0;
}
