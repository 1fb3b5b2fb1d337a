// SPDX-License-Identifier: MIT

#include "view/meeting/einnsyn_text.h"

#include "base/amount.h"
#include "input/link/link.h"
#include "view/embeds.h"
#include "view/meant.h"

// "Forsterket utskrivningsteam, pilotering: 4 500 000 kr" for each allocation.
static struct prose_node *grant_node(const struct grant *grant, struct arena *arena) {
    struct prose_node *list = view_new_node(PROSE_BULLET_LIST, arena), **next = &list->first;
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        struct text amount = amount_text(arena, allocation->amount.ore);
        struct text phase = allocation->phase.text;
        struct text line =
            text_format(arena, "%.*s%s%.*s: %.*s\u00A0kr", TEXT_ARGS(allocation->name.text),
                        phase.size > 0 ? ", " : "", TEXT_ARGS(phase), TEXT_ARGS(amount));
        *next = view_new_node(PROSE_ITEM, arena);
        (*next)->first = view_paragraph(line, arena);
        next = &(*next)->next;
    }
    return list;
}

static struct prose_node *embedded(const struct view_context *context,
                                   const struct prose_node *node, struct arena *arena) {
    struct text scheme, target;
    if (!markdown_own_scheme(node->url, &scheme, &target))
        return view_paragraph(node->text, arena);
    if (text_is(scheme, "tilskudd")) {
        const struct grant *grant = repository_grant(context->repository, target);
        return grant == NULL ? view_paragraph(node->text, arena) : grant_node(grant, arena);
    }
    struct found_action found = view_action(context, target);
    const struct action *action = found.action;
    if (action == NULL)
        return view_paragraph(node->text, arena);
    const struct text parts[] = {found.number, prose_plain(&action->text, false, arena)};
    return view_paragraph(text_join(arena, parts, 2, TEXT(" ")), arena);
}

struct text einnsyn_text(const struct view_context *context, const struct prose *prose) {
    if (prose_is_empty(prose))
        return TEXT("");
    const struct prose copy = view_write_embeds(context, prose, embedded, context->arena);
    return prose_plain(&copy, false, context->arena);
}
