// SPDX-License-Identifier: MIT
// Prose shown without a document around it: addresses stay, and embeds are shown as what they are.

#ifndef FELLESSKAP_TESTS_UNIT_PROSE_WHOLE_H
#define FELLESSKAP_TESTS_UNIT_PROSE_WHOLE_H

#include "render/escape.h"
#include "render/prose/escape_markdown.h"
#include "render/prose/prose.h"

static struct text keep_address(const struct prose_links *links, struct text url,
                                struct arena *arena) {
    (void)links;
    (void)arena;
    return url;
}

static struct text embed_itself(const struct prose_links *links, struct text url,
                                struct value *value, struct arena *arena) {
    (void)links;
    *value = value_text(text_copy(arena, url));
    return TEXT("image");
}

// As cmark shows it, which knows no embeds, and as it is written.
static void embed_in_html(struct prose_output *output, struct text partial,
                          const struct value *value, struct text indent) {
    (void)partial;
    (void)indent;
    writer_put(output->writer, TEXT("<p>EMBED "));
    escape_html(output->writer, value->text);
    writer_put(output->writer, TEXT("</p>\n"));
}

static void embed_in_markdown(struct prose_output *output, struct text partial,
                              const struct value *value, struct text indent) {
    (void)partial;
    (void)indent;
    writer_put(output->writer, TEXT("![embed]("));
    escape_markdown_address(output->writer, value->text);
    writer_byte(output->writer, ')');
}

static const struct prose_links whole_links = {.resolve = keep_address, .embed = embed_itself};

#endif
