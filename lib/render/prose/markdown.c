// SPDX-License-Identifier: MIT

#include "render/prose/prose.h"

#include "base/date.h"
#include "base/words.h"
#include "render/prose/markdown_inlines.h"

#include <string.h>

enum { GREATEST_NUMBER = 999999999, LEAST_FENCE = 3 };

static void write_blocks(struct markdown *markdown, const struct prose_node *first,
                         const struct prose_node *end, bool tight, char avoid);

static void empty_line(struct markdown *markdown) {
    struct text indent = markdown->indent;
    while (indent.size > 0 && indent.data[indent.size - 1] == ' ')
        indent.size--;
    markdown_put(markdown, TEXT("\n"));
    markdown_put(markdown, indent);
}

// Returns the previous indent, to be restored.
static struct text indent_more(struct markdown *markdown, struct text more) {
    struct text before = markdown->indent;
    struct text parts[] = {before, more};
    markdown->indent = text_join(markdown->output->arena, parts, 2, TEXT(""));
    return before;
}

static void write_paragraph(struct markdown *markdown, const struct prose_node *node) {
    markdown_write_inlines(markdown, node->first, true);
}

static bool has_breaks(const struct prose_node *first) {
    for (const struct prose_node *node = first; node != NULL; node = node->next)
        if (node->kind == PROSE_SOFT_BREAK || node->kind == PROSE_LINE_BREAK ||
            has_breaks(node->first))
            return true;
    return false;
}

static bool ends_with_number_sign(const struct prose_node *node) {
    while (node != NULL && node->next != NULL)
        node = node->next;
    return node != NULL && node->kind == PROSE_TEXT && text_ends_with(node->text, TEXT("#"));
}

static void write_heading(struct markdown *markdown, const struct prose_node *node) {
    int level = node->level + markdown->shift;
    level = level < 1 ? 1 : level > 6 ? 6 : level;
    if (level <= 2 && has_breaks(node->first)) {
        markdown_write_inlines(markdown, node->first, true);
        markdown_new_line(markdown);
        markdown_put(markdown, level == 1 ? TEXT("===") : TEXT("---"));
        return;
    }
    markdown_put(markdown, text_slice(TEXT("######"), 0, (size_t)level));
    if (node->first == NULL)
        return;
    markdown_put(markdown, TEXT(" "));
    markdown->one_line = true;
    markdown_write_inlines(markdown, node->first, false);
    markdown->one_line = false;
    if (ends_with_number_sign(node->first))
        markdown_put(markdown, TEXT(" #"));
}

static void write_item(struct markdown *markdown, const struct prose_node *item, struct text marker,
                       bool tight) {
    static const char spaces[] = "            "; // a number has at most nine digits
    markdown_put(markdown, marker);
    if (item->first == NULL)
        return;
    markdown_put(markdown, TEXT(" "));
    struct text before = indent_more(markdown, (struct text){spaces, marker.size + 1});
    write_blocks(markdown, item->first, NULL, tight, marker.size == 1 ? marker.data[0] : 0);
    markdown->indent = before;
}

// "mars" would make a day of "1.": the item begins with such a word.
static bool begins_with_ordinal(const struct markdown *markdown, const struct prose_node *item) {
    const struct prose_node *block = item->first;
    const struct prose_node *text = block == NULL ? NULL : block->first;
    if (text == NULL || block->kind != PROSE_PARAGRAPH || text->kind != PROSE_TEXT)
        return false;
    struct text word = text_slice(text->text, 0, word_end(text->text, 0));
    return date_is_ordinal_word(text_lower(markdown->output->arena, word));
}

static bool needs_parentheses(const struct markdown *markdown, const struct prose_node *list) {
    const struct prose_node *item = list->kind == PROSE_ORDERED_LIST ? list->first : NULL;
    while (item != NULL && !begins_with_ordinal(markdown, item))
        item = item->next;
    return item != NULL;
}

// Neighbours with the same marker would be one list, and "- - -" is a rule.
static char choose_marker(const struct markdown *markdown, const struct prose_node *list) {
    const char *markers = list->kind != PROSE_ORDERED_LIST    ? "-*"
                          : needs_parentheses(markdown, list) ? ")."
                                                              : ".)";
    return markers[markdown->avoid == markers[0]];
}

static void write_list(struct markdown *markdown, const struct prose_node *list) {
    bool ordered = list->kind == PROSE_ORDERED_LIST;
    char marker = choose_marker(markdown, list);
    int number = list->number;
    bool words_follow = markdown->words_follow;
    for (const struct prose_node *item = list->first; item != NULL; item = item->next) {
        if (item != list->first && !list->tight)
            empty_line(markdown);
        if (item != list->first)
            markdown_new_line(markdown);
        struct text written = {&marker, 1};
        if (ordered)
            written = text_format(markdown->output->arena, "%d%c", number, marker);
        markdown->words_follow = words_follow && item->next == NULL;
        write_item(markdown, item, written, list->tight);
        number += number < GREATEST_NUMBER;
    }
    markdown->marker = marker;
}

// Words on the line after a quotation would be its own, but for a ">" between.
static void write_quote(struct markdown *markdown, const struct prose_node *quote) {
    bool words_follow = markdown->words_follow;
    markdown_put(markdown, TEXT(">"));
    if (quote->first == NULL)
        return;
    markdown_put(markdown, TEXT(" "));
    struct text before = indent_more(markdown, TEXT("> "));
    markdown->words_follow = false;
    write_blocks(markdown, quote->first, NULL, false, 0);
    markdown->indent = before;
    if (!words_follow)
        return;
    markdown_new_line(markdown);
    markdown_put(markdown, TEXT(">"));
}

static size_t longest_run(struct text text, char byte) {
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < text.size; i++) {
        run = text.data[i] == byte ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

static void put_fence(struct markdown *markdown, char byte, size_t size) {
    markdown_put(markdown, (struct text){&byte, 1});
    writer_repeat(markdown->writer, byte, size - 1);
}

// The words after the fence are plain text, except for entities and backslashes.
static void write_info(struct markdown *markdown, struct text info) {
    for (size_t i = 0; i < info.size; i++) {
        char byte = info.data[i];
        if (byte == '\n' || byte == '\r') {
            markdown_put(markdown, TEXT("&#10;"));
            continue;
        }
        if (byte == '\\' || byte == '&')
            markdown_put(markdown, TEXT("\\"));
        markdown_put(markdown, text_slice(info, i, i + 1));
    }
}

static void write_code_block(struct markdown *markdown, const struct prose_node *node) {
    char fence = text_find(node->url, '`') < node->url.size ? '~' : '`';
    size_t run = longest_run(node->text, fence);
    size_t size = run < LEAST_FENCE ? LEAST_FENCE : run + 1;
    put_fence(markdown, fence, size);
    if (node->url.size > 0 && node->url.data[0] == fence)
        markdown_put(markdown, TEXT(" "));
    write_info(markdown, node->url);
    struct text rest = node->text;
    if (text_ends_with(rest, TEXT("\n")))
        rest.size--;
    bool any = node->text.size > 0;
    while (any && rest.data != NULL) {
        struct text line = text_cut(&rest, '\n');
        if (line.size == 0)
            empty_line(markdown);
        else
            markdown_new_line(markdown);
        markdown_put(markdown, line);
    }
    markdown_new_line(markdown);
    put_fence(markdown, fence, size);
}

// Not "---", which turns a paragraph above it into a heading, nor "***", which after "*" is not an
// item.
static void write_rule(struct markdown *markdown, const struct prose_node *node) {
    (void)node;
    markdown_put(markdown, TEXT("___"));
}

static void write_row(struct markdown *markdown, const struct prose_node *row) {
    markdown->one_line = markdown->in_cell = true;
    markdown_put(markdown, TEXT("|"));
    for (const struct prose_node *cell = row->first; cell != NULL; cell = cell->next) {
        markdown_put(markdown, TEXT(" "));
        markdown_write_inlines(markdown, cell->first, false);
        markdown_put(markdown, TEXT(" |"));
    }
    markdown->one_line = markdown->in_cell = false;
}

static const struct text align_marks[] = {
    [PROSE_ALIGN_NONE] = {" --- |", 6},
    [PROSE_ALIGN_LEFT] = {" :-- |", 6},
    [PROSE_ALIGN_CENTRE] = {" :-: |", 6},
    [PROSE_ALIGN_RIGHT] = {" --: |", 6},
};

static void write_table(struct markdown *markdown, const struct prose_node *table) {
    write_row(markdown, table->first);
    markdown_new_line(markdown);
    markdown_put(markdown, TEXT("|"));
    for (const struct prose_node *cell = table->first->first; cell != NULL; cell = cell->next)
        markdown_put(markdown, align_marks[cell->align]);
    for (const struct prose_node *row = table->first->next; row != NULL; row = row->next) {
        markdown_new_line(markdown);
        write_row(markdown, row);
    }
}

static void write_embed(struct markdown *markdown, const struct prose_node *node) {
    struct value value;
    struct text partial = prose_embed_partial(markdown->output, node, &value);
    markdown->line_start = true;
    if (partial.size > 0)
        markdown->output->embed(markdown->output, partial, &value, markdown->indent);
    else
        markdown_put_text(markdown, node->text);
}

static void (*const writers[])(struct markdown *markdown, const struct prose_node *node) = {
    [PROSE_PARAGRAPH] = write_paragraph, [PROSE_HEADING] = write_heading,
    [PROSE_BULLET_LIST] = write_list,    [PROSE_ORDERED_LIST] = write_list,
    [PROSE_QUOTE] = write_quote,         [PROSE_CODE_BLOCK] = write_code_block,
    [PROSE_RULE] = write_rule,           [PROSE_TABLE] = write_table,
    [PROSE_EMBED] = write_embed,
};

static bool is_list(const struct prose_node *node) {
    return node->kind == PROSE_BULLET_LIST || node->kind == PROSE_ORDERED_LIST;
}

// Whether its first line would go on with a paragraph right above it, as does an item that is empty
// or a first number other than 1 (CommonMark 0.30, 5.2).
static bool may_go_on(const struct prose_node *node) {
    bool counts_on = node->kind == PROSE_ORDERED_LIST && node->number != 1;
    bool is_empty = is_list(node) && node->first != NULL && node->first->first == NULL;
    return node->kind == PROSE_PARAGRAPH || node->kind == PROSE_TABLE || counts_on || is_empty;
}

static const struct prose_node *last_of(const struct prose_node *parent) {
    const struct prose_node *node = parent->first;
    while (node != NULL && node->next != NULL)
        node = node->next;
    return node;
}

// Whether a line right below it would go on with its last words.
static bool ends_with_words(const struct prose_node *node) {
    while (node != NULL && is_list(node)) {
        const struct prose_node *item = last_of(node);
        node = item == NULL ? NULL : last_of(item);
    }
    return node != NULL && (node->kind == PROSE_PARAGRAPH || node->kind == PROSE_TABLE);
}

static void write_blocks(struct markdown *markdown, const struct prose_node *first,
                         const struct prose_node *end, bool tight, char avoid) {
    bool words_follow = markdown->words_follow; // the last of them
    bool ends_words = false;                    // the block right above
    for (const struct prose_node *node = first; node != NULL && node != end; node = node->next) {
        if (node != first && !tight)
            empty_line(markdown);
        if (node != first)
            markdown_new_line(markdown);
        bool parentheses = avoid == ')' && needs_parentheses(markdown, node); // so must this list
        if (parentheses || (ends_words && may_go_on(node))) {
            markdown_put(markdown, TEXT("<!-- -->"));
            markdown_new_line(markdown);
            avoid = 0;
        }
        markdown->avoid = avoid;
        bool is_last = node->next == NULL || node->next == end;
        markdown->words_follow = is_last ? words_follow : tight && may_go_on(node->next);
        writers[node->kind](markdown, node);
        avoid = is_list(node) ? markdown->marker : 0;
        ends_words = tight && ends_with_words(node);
    }
}

void prose_write_markdown(struct prose_output *output, const struct prose *prose, int shift,
                          struct text indent) {
    struct markdown markdown = {
        .output = output,
        .writer = output->writer,
        .shift = shift,
        .indent = indent,
        .line_start = true,
    };
    if (prose->first == NULL)
        markdown_put_text(&markdown, text_trim(prose->source));
    else // a list of the template may end right before it
        write_blocks(&markdown, prose->first, prose->end, false, '-');
}
