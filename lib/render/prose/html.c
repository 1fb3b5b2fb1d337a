// SPDX-License-Identifier: MIT

#include "render/prose/prose.h"

#include "base/ascii.h"

#include "render/escape.h"
#include "render/prose/parts.h"

#include <string.h>

struct html {
    struct prose_output *output;
    struct writer *writer;
    int shift;
    const struct prose_node *caption; // of the table that comes next
};

static void put(struct html *html, const char *markup) {
    writer_put(html->writer, text_from(markup));
}

static void write_nodes(struct html *html, const struct prose_node *first,
                        const struct prose_node *end);

static void write_inside(struct html *html, const struct prose_node *node) {
    write_nodes(html, node->first, NULL);
}

static void write_text(struct html *html, const struct prose_node *node) {
    escape_html(html->writer, node->text);
}

// In a tight list the words have no tag of their own; what follows them begins a line.
static void write_paragraph(struct html *html, const struct prose_node *node) {
    if (!node->plain)
        put(html, "<p>");
    write_inside(html, node);
    if (!node->plain)
        put(html, "</p>\n");
    else if (node->next != NULL)
        put(html, "\n");
}

static void write_heading(struct html *html, const struct prose_node *node) {
    int level = node->level + html->shift;
    level = level < 1 ? 1 : level > 6 ? 6 : level;
    put(html, "<h");
    writer_number(html->writer, level);
    put(html, ">");
    write_inside(html, node);
    put(html, "</h");
    writer_number(html->writer, level);
    put(html, ">\n");
}

static void write_ordered_list(struct html *html, const struct prose_node *node) {
    static const char *const types[] = {"", " type=\"a\"", " type=\"i\""};
    put(html, "<ol");
    put(html, types[node->depth < 2 ? node->depth : 2]);
    if (node->number != 1) {
        put(html, " start=\"");
        writer_number(html->writer, node->number);
        put(html, "\"");
    }
    put(html, ">\n");
    write_inside(html, node);
    put(html, "</ol>\n");
}

static void write_item(struct html *html, const struct prose_node *node) {
    const struct prose_node *first = node->first;
    put(html, "<li>");
    if (first != NULL && (first->kind != PROSE_PARAGRAPH || !first->plain))
        put(html, "\n");
    write_inside(html, node);
    put(html, "</li>\n");
}

// The first word after the fence names the language, as in cmark's output.
static void write_code_block(struct html *html, const struct prose_node *node) {
    struct text info = node->url;
    size_t end = 0;
    while (end < info.size && strchr(" \t\n\v\f\r", info.data[end]) == NULL)
        end++;
    put(html, "<pre><code");
    if (end > 0) {
        put(html, " class=\"language-");
        escape_html(html->writer, text_slice(info, 0, end));
        put(html, "\"");
    }
    put(html, ">");
    write_text(html, node);
    put(html, "</code></pre>\n");
}

static void write_caption(struct html *html) {
    const struct prose_node *words = html->caption->first;
    html->caption = NULL;
    put(html, "<caption>");
    escape_html(html->writer, text_slice(words->text, PROSE_CAPTION_MARK.size, words->text.size));
    write_nodes(html, words->next, NULL);
    put(html, "</caption>\n");
}

static const char *const align_classes[] = {
    [PROSE_ALIGN_NONE] = "",
    [PROSE_ALIGN_LEFT] = " class=\"align-left\"",
    [PROSE_ALIGN_CENTRE] = " class=\"align-centre\"",
    [PROSE_ALIGN_RIGHT] = " class=\"align-right\"",
};

static void write_row(struct html *html, const struct prose_node *row, bool header) {
    put(html, "<tr>\n");
    for (const struct prose_node *cell = row->first; cell != NULL; cell = cell->next) {
        put(html, header ? "<th scope=\"col\"" : "<td");
        put(html, align_classes[cell->align]);
        put(html, ">");
        write_inside(html, cell);
        put(html, header ? "</th>\n" : "</td>\n");
    }
    put(html, "</tr>\n");
}

static void write_table(struct html *html, const struct prose_node *table) {
    put(html, "<table class=\"prose-table\">\n");
    if (html->caption != NULL)
        write_caption(html);
    put(html, "<thead>\n");
    write_row(html, table->first, true);
    put(html, "</thead>\n");
    if (table->first->next != NULL) {
        put(html, "<tbody>\n");
        for (const struct prose_node *row = table->first->next; row != NULL; row = row->next)
            write_row(html, row, false);
        put(html, "</tbody>\n");
    }
    put(html, "</table>\n");
}

static void write_embed(struct html *html, const struct prose_node *node) {
    struct value value;
    struct text partial = prose_embed_partial(html->output, node, &value);
    if (partial.size > 0) {
        html->output->embed(html->output, partial, &value, TEXT(""));
        return;
    }
    put(html, "<p>");
    write_text(html, node);
    put(html, "</p>\n");
}

static bool is_kept_in_address(unsigned char byte) {
    return ascii_is_letter((char)byte) || ascii_is_digit((char)byte) ||
           (byte != '\0' && strchr("-_.+!*(),%#@?=;:/&$~'", byte));
}

static void write_address(struct html *html, struct text address) {
    static const char digits[] = "0123456789ABCDEF";
    size_t from = 0;
    for (size_t i = 0; i < address.size; i++) {
        unsigned char byte = (unsigned char)address.data[i];
        if (is_kept_in_address(byte))
            continue;
        char escape[] = {'%', digits[byte >> 4], digits[byte & 15]};
        escape_html(html->writer, text_slice(address, from, i));
        writer_put(html->writer, (struct text){escape, sizeof escape});
        from = i + 1;
    }
    escape_html(html->writer, text_slice(address, from, address.size));
}

static void write_link(struct html *html, const struct prose_node *node) {
    struct text address = prose_link_address(html->output, node);
    if (address.size > 0) {
        put(html, "<a href=\"");
        write_address(html, address);
        if (node->title.size > 0) {
            put(html, "\" title=\"");
            escape_html(html->writer, node->title);
        }
        put(html, "\">");
    }
    write_inside(html, node);
    if (address.size > 0)
        put(html, "</a>");
}

// How each kind is written: by a function, or by the texts before and after its content.
static const struct {
    void (*write)(struct html *html, const struct prose_node *node);
    const char *before;
    const char *after;
} formats[] = {
    [PROSE_PARAGRAPH] = {write_paragraph, NULL, NULL},
    [PROSE_HEADING] = {write_heading, NULL, NULL},
    [PROSE_BULLET_LIST] = {NULL, "<ul>\n", "</ul>\n"},
    [PROSE_ORDERED_LIST] = {write_ordered_list, NULL, NULL},
    [PROSE_ITEM] = {write_item, NULL, NULL},
    [PROSE_QUOTE] = {NULL, "<blockquote>\n", "</blockquote>\n"},
    [PROSE_CODE_BLOCK] = {write_code_block, NULL, NULL},
    [PROSE_RULE] = {NULL, "<hr>\n", ""},
    [PROSE_TABLE] = {write_table, NULL, NULL},
    [PROSE_ROW] = {write_inside, NULL, NULL},
    [PROSE_CELL] = {write_inside, NULL, NULL},
    [PROSE_EMBED] = {write_embed, NULL, NULL},
    [PROSE_TEXT] = {write_text, NULL, NULL},
    [PROSE_SOFT_BREAK] = {NULL, "\n", ""},
    [PROSE_LINE_BREAK] = {NULL, "<br>\n", ""},
    [PROSE_CODE] = {write_text, "<code>", "</code>"},
    [PROSE_EMPHASIS] = {NULL, "<em>", "</em>"},
    [PROSE_STRONG] = {NULL, "<strong>", "</strong>"},
    [PROSE_LINK] = {write_link, NULL, NULL},
};

static void write_node(struct html *html, const struct prose_node *node) {
    if (formats[node->kind].before != NULL)
        put(html, formats[node->kind].before);
    if (formats[node->kind].write != NULL)
        formats[node->kind].write(html, node);
    else
        write_inside(html, node);
    if (formats[node->kind].after != NULL)
        put(html, formats[node->kind].after);
}

static void write_nodes(struct html *html, const struct prose_node *first,
                        const struct prose_node *end) {
    for (const struct prose_node *node = first; node != NULL && node != end; node = node->next) {
        if (node->next != end && prose_is_caption(node))
            html->caption = node;
        else
            write_node(html, node);
    }
}

void prose_write_html(struct prose_output *output, const struct prose *prose, int shift) {
    struct html html = {.output = output, .writer = output->writer, .shift = shift};
    if (prose->first != NULL) {
        write_nodes(&html, prose->first, prose->end);
        return;
    }
    if (prose_is_empty(prose))
        return;
    put(&html, "<p>");
    escape_html(output->writer, text_trim(prose->source));
    put(&html, "</p>\n");
}
