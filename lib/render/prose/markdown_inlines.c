// SPDX-License-Identifier: MIT

#include "render/prose/markdown_inlines.h"

#include "base/ascii.h"

#include "render/prose/escape_markdown.h"

#include <string.h>

void markdown_put(struct markdown *markdown, struct text text) {
    if (text.size == 0)
        return;
    writer_put(markdown->writer, text);
    markdown->last = text.data[text.size - 1];
    markdown->line_start = false;
    markdown->delimiter = 0;
    markdown->opened = false;
}

static void put_byte(struct markdown *markdown, char byte) {
    markdown_put(markdown, (struct text){&byte, 1});
}

void markdown_put_text(struct markdown *markdown, struct text text) {
    if (text.size == 0)
        return;
    escape_markdown(markdown->writer, text, markdown->line_start);
    markdown->last = text.data[text.size - 1];
    markdown->line_start = false;
    markdown->delimiter = 0;
    markdown->opened = false;
}

void markdown_new_line(struct markdown *markdown) {
    markdown_put(markdown, TEXT("\n"));
    markdown_put(markdown, markdown->indent);
    markdown->last = '\n';
    markdown->line_start = true;
}

static void write_nodes(struct markdown *markdown, const struct prose_node *first);

static bool is_space(uint32_t code_point) {
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r') || code_point == 0xA0 ||
           code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
           code_point == 0x202F || code_point == 0x205F || code_point == 0x3000;
}

static void put_space(struct markdown *markdown, uint32_t code_point) {
    markdown_put(markdown, TEXT("&#"));
    writer_number(markdown->writer, code_point);
    markdown_put(markdown, TEXT(";"));
}

static size_t last_code_point(struct text text) {
    size_t at = text.size - 1;
    while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static bool ends_words(const struct prose_node *node) {
    return node->next == NULL || node->next->kind == PROSE_SOFT_BREAK ||
           node->next->kind == PROSE_LINE_BREAK;
}

// Spaces at the edge of a line or of emphasis can only have been written as entities.
static void write_text(struct markdown *markdown, const struct prose_node *node) {
    struct text text = node->text;
    bool at_edge = markdown->line_start || markdown->opened;
    while (at_edge && text.size > 0) {
        size_t end = 0;
        uint32_t code_point = text_next_code_point(text, &end);
        if (!is_space(code_point))
            break;
        put_space(markdown, code_point);
        text = text_slice(text, end, text.size);
    }
    struct text after = {NULL, 0};
    while (ends_words(node) && text.size > 0) {
        size_t from = last_code_point(text), at = from;
        if (!is_space(text_next_code_point(text, &at)))
            break;
        after = text_slice(node->text, node->text.size - after.size - (text.size - from),
                           node->text.size);
        text.size = from;
    }
    markdown_put_text(markdown, text);
    for (size_t at = 0; at < after.size;)
        put_space(markdown, text_next_code_point(after, &at));
}

static void write_soft_break(struct markdown *markdown, const struct prose_node *node) {
    (void)node;
    if (markdown->one_line)
        markdown_put(markdown, TEXT(" "));
    else
        markdown_new_line(markdown);
}

static void write_line_break(struct markdown *markdown, const struct prose_node *node) {
    if (!markdown->one_line)
        markdown_put(markdown, TEXT("\\"));
    write_soft_break(markdown, node);
}

// The shortest fence of backticks that does not occur in the code.
static size_t code_fence(struct text code) {
    uint64_t found = 0;
    size_t longest = 0;
    for (size_t at = 0; at < code.size;) {
        size_t run = 0;
        while (at < code.size && code.data[at] == '`') {
            run++;
            at++;
        }
        found |= run < 64 ? UINT64_C(1) << run : 0;
        longest = run > longest ? run : longest;
        at += run == 0;
    }
    size_t size = 1;
    while (size < 64 && (found >> size & 1) != 0)
        size++;
    return size < 64 ? size : longest + 1;
}

static bool needs_padding(struct text code) {
    char first = code.data[0], last = code.data[code.size - 1];
    size_t spaces = 0;
    while (spaces < code.size && code.data[spaces] == ' ')
        spaces++;
    return first == '`' || last == '`' || (first == ' ' && last == ' ' && spaces < code.size);
}

void markdown_write_code(struct markdown *markdown, struct text code) {
    if (code.size == 0)
        return;
    size_t fence = code_fence(code);
    bool padding = needs_padding(code);
    for (size_t i = 0; i < fence; i++)
        put_byte(markdown, '`');
    if (padding)
        put_byte(markdown, ' ');
    for (size_t i = 0; i < code.size; i++) {
        char byte = code.data[i];
        if (byte == '|' && markdown->in_cell)
            put_byte(markdown, '\\');
        put_byte(markdown, byte == '\n' || byte == '\r' ? ' ' : byte);
    }
    if (padding)
        put_byte(markdown, ' ');
    for (size_t i = 0; i < fence; i++)
        put_byte(markdown, '`');
}

static void write_code(struct markdown *markdown, const struct prose_node *node) {
    markdown_write_code(markdown, node->text);
}

// Stars, unless it is inside the same emphasis, or another begins or ends in the same place: then
// underscores, where they are possible, that is not inside a word.
static char choose_delimiter(const struct markdown *markdown, const struct prose_node *node) {
    bool near_around = markdown->around_kind == node->kind || node->next == NULL;
    char beside = markdown->delimiter != 0 ? markdown->delimiter
                  : near_around            ? markdown->around
                                           : 0;
    bool word_after = node->next != NULL && node->next->kind == PROSE_TEXT &&
                      node->next->text.size > 0 && ascii_is_word(node->next->text.data[0]);
    return beside == '*' && !ascii_is_word(markdown->last) && !word_after ? '_' : '*';
}

static void write_emphasis(struct markdown *markdown, const struct prose_node *node) {
    if (node->kind == PROSE_STRONG && markdown->output->in_strong) {
        write_nodes(markdown, node->first);
        return;
    }
    char delimiter = choose_delimiter(markdown, node), around = markdown->around;
    enum prose_kind around_kind = markdown->around_kind;
    char bytes[] = {delimiter, delimiter};
    struct text run = {bytes, node->kind == PROSE_STRONG ? 2 : 1};
    markdown->around = delimiter;
    markdown->around_kind = node->kind;
    markdown_put(markdown, run);
    markdown->delimiter = delimiter;
    markdown->opened = true;
    write_nodes(markdown, node->first);
    markdown_put(markdown, run);
    markdown->delimiter = delimiter;
    markdown->around = around;
    markdown->around_kind = around_kind;
}

// "<https://…>" for a link that is its own name.
static bool is_own_name(const struct prose_node *link, struct text address) {
    const struct prose_node *words = link->first;
    bool same = words != NULL && words->kind == PROSE_TEXT && words->next == NULL &&
                text_equal(words->text, address) && link->title.size == 0;
    if (!same || !text_starts_with(address, TEXT("http")))
        return false;
    for (size_t i = 0; i < address.size; i++)
        if (!ascii_is_word(address.data[i]) && strchr("-_.:/?#=%~+,;@!()", address.data[i]) == NULL)
            return false;
    return true;
}

// Entities are decoded before backslashes are: "\\&#1;" is no ampersand to cmark, "&amp;" is.
static void write_title(struct markdown *markdown, struct text title) {
    markdown_put(markdown, TEXT(" \""));
    for (size_t i = 0; i < title.size; i++) {
        char byte = title.data[i];
        if (byte == '\n' || byte == '\r') {
            markdown_put(markdown, TEXT("&#10;"));
        } else if (byte == '&') {
            markdown_put(markdown, TEXT("&amp;"));
        } else {
            if (byte != '\0' && strchr("\\\"|", byte) != NULL)
                put_byte(markdown, '\\');
            put_byte(markdown, byte);
        }
    }
    put_byte(markdown, '"');
}

static void write_link(struct markdown *markdown, const struct prose_node *node) {
    struct text address = prose_link_address(markdown->output, node);
    if (address.size == 0) {
        write_nodes(markdown, node->first);
    } else if (is_own_name(node, address)) {
        put_byte(markdown, '<');
        markdown_put(markdown, address);
        put_byte(markdown, '>');
    } else {
        char around = markdown->around;
        markdown->around = 0;
        put_byte(markdown, '[');
        write_nodes(markdown, node->first);
        markdown_put(markdown, TEXT("]("));
        escape_markdown_address(markdown->writer, address);
        if (node->title.size > 0)
            write_title(markdown, node->title);
        put_byte(markdown, ')');
        markdown->around = around;
    }
}

static void (*const writers[])(struct markdown *markdown, const struct prose_node *node) = {
    [PROSE_TEXT] = write_text,
    [PROSE_SOFT_BREAK] = write_soft_break,
    [PROSE_LINE_BREAK] = write_line_break,
    [PROSE_CODE] = write_code,
    [PROSE_EMPHASIS] = write_emphasis,
    [PROSE_STRONG] = write_emphasis,
    [PROSE_LINK] = write_link,
};

static void write_nodes(struct markdown *markdown, const struct prose_node *first) {
    for (const struct prose_node *node = first; node != NULL; node = node->next)
        writers[node->kind](markdown, node);
}

void markdown_write_inlines(struct markdown *markdown, const struct prose_node *first,
                            bool line_start) {
    markdown->line_start = line_start;
    markdown->last = line_start ? '\n' : ' ';
    markdown->delimiter = 0;
    markdown->opened = true;
    markdown->around = 0;
    write_nodes(markdown, first);
}
