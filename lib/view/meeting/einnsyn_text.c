// SPDX-License-Identifier: MIT

#include "view/meeting/einnsyn_text.h"

#include "base/amount.h"
#include "input/markdown/link.h"

static struct prose_node *new_node(enum prose_kind kind, const struct view *view) {
    struct prose_node *node = arena_alloc(view->arena, sizeof *node);
    node->kind = kind;
    return node;
}

static struct prose_node *paragraph_of(struct text text, const struct view *view) {
    struct prose_node *paragraph = new_node(PROSE_PARAGRAPH, view);
    paragraph->first = new_node(PROSE_TEXT, view);
    paragraph->first->text = text;
    return paragraph;
}

// "Forsterket utskrivningsteam: 4 500 000 kr" for each allocation.
static struct prose_node *grant_node(const struct view *view, const struct grant *grant) {
    struct prose_node *list = new_node(PROSE_BULLET_LIST, view), **next = &list->first;
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        struct text amount = amount_text(view->arena, allocation->amount.ore);
        struct text line = text_format(view->arena, "%.*s: %.*s\u00A0kr",
                                       TEXT_ARGS(allocation->name.text), TEXT_ARGS(amount));
        *next = new_node(PROSE_ITEM, view);
        (*next)->first = paragraph_of(line, view);
        next = &(*next)->next;
    }
    return list;
}

static struct prose_node *embedded(const struct view *view, const struct prose_node *node) {
    struct text scheme, target;
    if (!markdown_own_scheme(node->url, &scheme, &target))
        return paragraph_of(node->text, view);
    if (text_is(scheme, "tilskudd")) {
        const struct grant *grant = repository_grant(view->repository, target);
        return grant == NULL ? paragraph_of(node->text, view) : grant_node(view, grant);
    }
    const struct plan *plan = repository_whole_plan(view->repository);
    const struct action *action = plan == NULL ? NULL : index_find(&plan->actions, target);
    if (action == NULL)
        return paragraph_of(node->text, view);
    const struct text parts[] = {target, prose_plain(&action->text, false, view->arena)};
    return paragraph_of(text_join(view->arena, parts, 2, TEXT(" ")), view);
}

// A copy in which embeds are what they show. The depth of the tree is bounded where it is read.
static struct prose_node *written_out(const struct view *view, const struct prose_node *first,
                                      const struct prose_node *end) {
    struct prose_node *copy = NULL, **next = &copy;
    for (const struct prose_node *node = first; node != NULL && node != end; node = node->next) {
        if (node->kind == PROSE_EMBED) {
            *next = embedded(view, node);
        } else {
            *next = new_node(node->kind, view);
            **next = *node;
            (*next)->first = written_out(view, node->first, NULL);
        }
        (*next)->next = NULL;
        next = &(*next)->next;
    }
    return copy;
}

struct text einnsyn_text(const struct view *view, const struct prose *prose) {
    struct prose copy = *prose;
    if (prose_is_empty(prose))
        return TEXT("");
    if (prose->first != NULL) {
        copy.first = written_out(view, prose->first, prose->end);
        copy.end = NULL;
    }
    return prose_plain(&copy, false, view->arena);
}
