// SPDX-License-Identifier: MIT

#include "view/embeds.h"

struct prose_node *view_new_node(enum prose_kind kind, struct arena *arena) {
    struct prose_node *node = arena_alloc(arena, sizeof *node);
    node->kind = kind;
    return node;
}

struct prose_node *view_paragraph(struct text text, struct arena *arena) {
    struct prose_node *paragraph = view_new_node(PROSE_PARAGRAPH, arena);
    paragraph->first = view_new_node(PROSE_TEXT, arena);
    paragraph->first->text = text;
    return paragraph;
}

struct prose_node *view_embed_link(const struct view_context *context,
                                   const struct prose_node *embed, struct arena *arena) {
    (void)context;
    struct prose_node *paragraph =
        view_paragraph(embed->text.size > 0 ? embed->text : embed->url, arena);
    struct prose_node *link = view_new_node(PROSE_LINK, arena);
    link->url = embed->url;
    link->first = paragraph->first;
    paragraph->first = link;
    paragraph->at = link->at = embed->at;
    return paragraph;
}

// The depth of the tree is bounded where it is read.
static bool has_embed(const struct prose_node *first, const struct prose_node *end) {
    for (const struct prose_node *node = first; node != NULL && node != end; node = node->next)
        if (node->kind == PROSE_EMBED || has_embed(node->first, NULL))
            return true;
    return false;
}

struct copying {
    const struct view_context *context;
    embed_writer *write;
    struct arena *arena;
};

static struct prose_node *copy_nodes(const struct copying *copying, const struct prose_node *first,
                                     const struct prose_node *end) {
    struct prose_node *copy = NULL, **next = &copy;
    for (const struct prose_node *node = first; node != NULL && node != end; node = node->next) {
        if (node->kind == PROSE_EMBED) {
            *next = copying->write(copying->context, node, copying->arena);
        } else {
            *next = view_new_node(node->kind, copying->arena);
            **next = *node;
            (*next)->first = copy_nodes(copying, node->first, NULL);
        }
        (*next)->next = NULL;
        next = &(*next)->next;
    }
    return copy;
}

struct prose view_write_embeds(const struct view_context *context, const struct prose *prose,
                               embed_writer *write, struct arena *arena) {
    const struct copying copying = {context, write, arena};
    struct prose copy = *prose;
    if (prose->first == NULL || !has_embed(prose->first, prose->end))
        return copy;
    copy.first = copy_nodes(&copying, prose->first, prose->end);
    copy.end = NULL;
    return copy;
}
