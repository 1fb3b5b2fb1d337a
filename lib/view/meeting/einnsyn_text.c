// SPDX-License-Identifier: MIT

#include "view/meeting/einnsyn_text.h"

#include "base/amount.h"
#include "input/markdown/link.h"

static struct prose_node *new_node(enum prose_kind kind, const struct view_context *context) {
    struct prose_node *node = arena_alloc(context->arena, sizeof *node);
    node->kind = kind;
    return node;
}

static struct prose_node *paragraph_of(struct text text, const struct view_context *context) {
    struct prose_node *paragraph = new_node(PROSE_PARAGRAPH, context);
    paragraph->first = new_node(PROSE_TEXT, context);
    paragraph->first->text = text;
    return paragraph;
}

// "Forsterket utskrivningsteam: 4 500 000 kr" for each allocation.
static struct prose_node *grant_node(const struct view_context *context,
                                     const struct grant *grant) {
    struct prose_node *list = new_node(PROSE_BULLET_LIST, context), **next = &list->first;
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        struct text amount = amount_text(context->arena, allocation->amount.ore);
        struct text line = text_format(context->arena, "%.*s: %.*s\u00A0kr",
                                       TEXT_ARGS(allocation->name.text), TEXT_ARGS(amount));
        *next = new_node(PROSE_ITEM, context);
        (*next)->first = paragraph_of(line, context);
        next = &(*next)->next;
    }
    return list;
}

static struct prose_node *embedded(const struct view_context *context,
                                   const struct prose_node *node) {
    struct text scheme, target;
    if (!markdown_own_scheme(node->url, &scheme, &target))
        return paragraph_of(node->text, context);
    if (text_is(scheme, "tilskudd")) {
        const struct grant *grant = repository_grant(context->repository, target);
        return grant == NULL ? paragraph_of(node->text, context) : grant_node(context, grant);
    }
    const struct plan *plan = context->repository->plan;
    const struct action *action = plan == NULL ? NULL : index_find(&plan->actions, target);
    if (action == NULL)
        return paragraph_of(node->text, context);
    const struct text parts[] = {target, prose_plain(&action->text, false, context->arena)};
    return paragraph_of(text_join(context->arena, parts, 2, TEXT(" ")), context);
}

// A copy in which embeds are what they show. The depth of the tree is bounded where it is read.
static struct prose_node *written_out(const struct view_context *context,
                                      const struct prose_node *first,
                                      const struct prose_node *end) {
    struct prose_node *copy = NULL, **next = &copy;
    for (const struct prose_node *node = first; node != NULL && node != end; node = node->next) {
        if (node->kind == PROSE_EMBED) {
            *next = embedded(context, node);
        } else {
            *next = new_node(node->kind, context);
            **next = *node;
            (*next)->first = written_out(context, node->first, NULL);
        }
        (*next)->next = NULL;
        next = &(*next)->next;
    }
    return copy;
}

struct text einnsyn_text(const struct view_context *context, const struct prose *prose) {
    struct prose copy = *prose;
    if (prose_is_empty(prose))
        return TEXT("");
    if (prose->first != NULL) {
        copy.first = written_out(context, prose->first, prose->end);
        copy.end = NULL;
    }
    return prose_plain(&copy, false, context->arena);
}
