// SPDX-License-Identifier: MIT

#include "render/prose/prose.h"

#include "base/numerals.h"

#include "render/prose/markdown_inlines.h"

static void write_blocks(struct markdown *markdown, const struct prose_node *first,
                         const struct prose_node *end);

static void write_paragraph(struct markdown *markdown, const struct prose_node *node) {
    markdown_write_inlines(markdown, node->first, false);
}

static void write_inside(struct markdown *markdown, const struct prose_node *node) {
    write_blocks(markdown, node->first, NULL);
}

// As browsers have them: a disc, a circle, then squares.
static struct text bullet(int depth) {
    static const struct text bullets[] = {TEXT_OF("• "), TEXT_OF("◦ "), TEXT_OF("▪ ")};
    return bullets[depth < 2 ? depth : 2];
}

static struct text item_mark(int64_t number, int depth, struct arena *arena) {
    return text_concat(arena, numeral_of_item(number, depth, arena), TEXT(". "));
}

static void write_list(struct markdown *markdown, const struct prose_node *list) {
    struct text mark = bullet(markdown->depth++);
    int number = list->number;
    for (const struct prose_node *item = list->first; item != NULL; item = item->next) {
        if (item != list->first)
            markdown_put(markdown, TEXT(" "));
        if (list->kind == PROSE_ORDERED_LIST)
            markdown_put(markdown, item_mark(number++, list->depth, markdown->output->arena));
        else
            markdown_put(markdown, mark);
        write_inside(markdown, item);
    }
    markdown->depth--;
}

static void write_code_block(struct markdown *markdown, const struct prose_node *node) {
    markdown_write_code(markdown, text_trim(node->text));
}

static void write_row(struct markdown *markdown, const struct prose_node *row) {
    for (const struct prose_node *cell = row->first; cell != NULL; cell = cell->next) {
        if (cell != row->first)
            markdown_put(markdown, TEXT(" "));
        write_paragraph(markdown, cell);
    }
}

// A cell cannot hold a block: the thing's name links to it.
static void write_embed(struct markdown *markdown, const struct prose_node *node) {
    struct prose_node words = {.kind = PROSE_TEXT, .at = node->at, .text = node->text};
    struct prose_node link = {
        .kind = PROSE_LINK,
        .at = node->at,
        .first = &words,
        .url = node->url,
    };
    markdown_write_inlines(markdown, &link, false);
}

static void (*const writers[])(struct markdown *markdown, const struct prose_node *node) = {
    [PROSE_PARAGRAPH] = write_paragraph,
    [PROSE_HEADING] = write_paragraph,
    [PROSE_BULLET_LIST] = write_list,
    [PROSE_ORDERED_LIST] = write_list,
    [PROSE_QUOTE] = write_inside,
    [PROSE_CODE_BLOCK] = write_code_block,
    [PROSE_RULE] = write_inside,
    [PROSE_TABLE] = write_inside,
    [PROSE_ROW] = write_row,
    [PROSE_EMBED] = write_embed,
};

static void write_blocks(struct markdown *markdown, const struct prose_node *first,
                         const struct prose_node *end) {
    for (const struct prose_node *node = first; node != NULL && node != end; node = node->next) {
        if (node != first)
            markdown_put(markdown, TEXT(" "));
        writers[node->kind](markdown, node);
    }
}

void prose_write_markdown_cell(struct prose_output *output, const struct prose *prose) {
    struct markdown markdown = {
        .output = output,
        .writer = output->writer,
        .one_line = true,
        .in_cell = true,
        .depth = output->in_item,
    };
    if (prose->first == NULL)
        markdown_put_text(&markdown, text_trim(prose->source));
    else
        write_blocks(&markdown, prose->first, prose->end);
}
