// SPDX-License-Identifier: MIT

#include "input/markdown/bare_links.h"

#include "input/link/address.h"
#include "input/markdown/inlines.h"

// The text of `node` from byte `from` on becomes a node of its own.
static struct prose_node *split(struct prose_node *node, size_t from, struct arena *arena) {
    struct prose_node *rest = arena_alloc(arena, sizeof *rest);
    *rest = (struct prose_node){
        .kind = PROSE_TEXT,
        .next = node->next,
        .text = text_slice(node->text, from, node->text.size),
    };
    node->text.size = from;
    node->next = rest;
    return rest;
}

static void make_link(struct prose_node *node, struct arena *arena) {
    struct prose_node *words = arena_alloc(arena, sizeof *words);
    *words = (struct prose_node){.kind = PROSE_TEXT, .at = node->at, .text = node->text};
    bool has_scheme = !text_starts_with(words->text, TEXT("www."));
    node->kind = PROSE_LINK;
    node->first = words;
    node->url = has_scheme ? words->text : text_concat(arena, TEXT("https://"), words->text);
    node->text = TEXT("");
}

struct prose_node *markdown_link_addresses(struct markdown_lines *lines, cmark_node *from,
                                           struct prose_node *text, struct arena *arena) {
    struct text words = text->text;
    size_t begin = 0; // of `text` within `words`
    for (size_t at; (at = address_find(text->text, 0)) < text->text.size;) {
        size_t end = address_end(text->text, at);
        struct prose_node *link = at > 0 ? split(text, at, arena) : text;
        if (at > 0)
            link->at = markdown_place_in(lines, from, words, begin + at);
        struct prose_node *rest = end - at < link->text.size ? split(link, end - at, arena) : NULL;
        make_link(link, arena);
        if (rest == NULL)
            return link;
        begin += end;
        rest->at = markdown_place_in(lines, from, words, begin);
        text = rest;
    }
    return text;
}
