// SPDX-License-Identifier: MIT

#include "base/prose.h"

#include "base/numerals.h"
#include "base/writer.h"

// The words on their way out.
struct plain {
    struct writer writer;
    struct arena *arena;
    bool one_line;
    bool begun; // something has been written
    int depth;  // of lists
};

static void begin_line(struct plain *plain) {
    if (plain->begun)
        writer_byte(&plain->writer, plain->one_line ? ' ' : '\n');
    plain->begun = true;
    if (!plain->one_line)
        writer_repeat(&plain->writer, ' ', 2 * (size_t)plain->depth);
}

static void write_nodes(struct plain *plain, const struct prose_node *first,
                        const struct prose_node *end);

static void write_text(struct plain *plain, const struct prose_node *node) {
    writer_put(&plain->writer, node->text);
}

static void write_space(struct plain *plain, const struct prose_node *node) {
    (void)node;
    writer_byte(&plain->writer, ' ');
}

static void write_line_break(struct plain *plain, const struct prose_node *node) {
    (void)node;
    begin_line(plain);
}

static void write_inside(struct plain *plain, const struct prose_node *node) {
    write_nodes(plain, node->first, NULL);
}

static void write_paragraph(struct plain *plain, const struct prose_node *node) {
    begin_line(plain);
    write_inside(plain, node);
}

static void write_embed(struct plain *plain, const struct prose_node *node) {
    begin_line(plain);
    write_text(plain, node);
}

static void write_code_block(struct plain *plain, const struct prose_node *node) {
    struct text rest = node->text;
    if (text_ends_with(rest, TEXT("\n")))
        rest.size--;
    while (rest.data != NULL) {
        begin_line(plain);
        writer_put(&plain->writer, text_cut(&rest, '\n'));
    }
}

// The first paragraph of an item follows its mark on the same line.
static void write_item(struct plain *plain, const struct prose_node *item) {
    const struct prose_node *first = item->first;
    bool paragraph = first != NULL && first->kind == PROSE_PARAGRAPH;
    if (paragraph)
        write_inside(plain, first);
    plain->depth++;
    write_nodes(plain, paragraph ? first->next : first, NULL);
    plain->depth--;
}

static void write_list(struct plain *plain, const struct prose_node *list) {
    int64_t number = list->number;
    for (const struct prose_node *item = list->first; item != NULL; item = item->next) {
        begin_line(plain);
        if (list->kind == PROSE_ORDERED_LIST) {
            writer_put(&plain->writer, numeral_of_item(number++, list->depth, plain->arena));
            writer_put(&plain->writer, TEXT(". "));
        } else {
            writer_put(&plain->writer, TEXT("• "));
        }
        write_item(plain, item);
    }
}

static void write_table(struct plain *plain, const struct prose_node *table) {
    for (const struct prose_node *row = table->first; row != NULL; row = row->next) {
        begin_line(plain);
        for (const struct prose_node *cell = row->first; cell != NULL; cell = cell->next) {
            if (cell != row->first)
                writer_byte(&plain->writer, plain->one_line ? ' ' : '\t');
            write_inside(plain, cell);
        }
    }
}

static void (*const writers[])(struct plain *plain, const struct prose_node *node) = {
    [PROSE_PARAGRAPH] = write_paragraph,
    [PROSE_HEADING] = write_paragraph,
    [PROSE_BULLET_LIST] = write_list,
    [PROSE_ORDERED_LIST] = write_list,
    [PROSE_ITEM] = write_inside,
    [PROSE_QUOTE] = write_inside,
    [PROSE_CODE_BLOCK] = write_code_block,
    [PROSE_RULE] = NULL,
    [PROSE_TABLE] = write_table,
    [PROSE_ROW] = write_inside,
    [PROSE_CELL] = write_inside,
    [PROSE_EMBED] = write_embed,
    [PROSE_TEXT] = write_text,
    [PROSE_SOFT_BREAK] = write_space,
    [PROSE_LINE_BREAK] = write_line_break,
    [PROSE_CODE] = write_text,
    [PROSE_EMPHASIS] = write_inside,
    [PROSE_STRONG] = write_inside,
    [PROSE_LINK] = write_inside,
};

static void write_nodes(struct plain *plain, const struct prose_node *first,
                        const struct prose_node *end) {
    for (const struct prose_node *node = first; node != NULL && node != end; node = node->next)
        if (writers[node->kind] != NULL)
            writers[node->kind](plain, node);
}

bool prose_is_caption(const struct prose_node *node) {
    return node->kind == PROSE_PARAGRAPH && node->next != NULL && node->next->kind == PROSE_TABLE &&
           node->first != NULL && node->first->kind == PROSE_TEXT &&
           text_starts_with(node->first->text, PROSE_CAPTION_MARK);
}

struct text prose_plain(const struct prose *prose, bool one_line, struct arena *arena) {
    if (prose->first == NULL)
        return text_trim(prose->source);
    struct plain plain = {.arena = arena, .one_line = one_line};
    writer_to_memory(&plain.writer, arena);
    write_nodes(&plain, prose->first, prose->end);
    return writer_text(&plain.writer);
}
