// SPDX-License-Identifier: MIT
// Actions with one text: two that are meant as one, and will come to differ.

#include "check/plan/rules.h"

#include "base/message.h"

// Short texts ("Følge opp arbeidet.") may well stand twice.
enum { SHORTEST_TEXT = 30 };

// With one space wherever there is any.
static struct text squeezed(struct text text, struct arena *arena) {
    char *bytes = arena_alloc_unset(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool space = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
        if (!space)
            bytes[size++] = text.data[i];
        else if (size > 0 && bytes[size - 1] != ' ')
            bytes[size++] = ' ';
    }
    return text_trim((struct text){bytes, size});
}

void check_plan_texts(struct repository *repository, const struct plan *plan) {
    struct plan_walk walk = {.plan = plan};
    struct index texts;
    if (plan->source->broken)
        return;
    index_init(&texts, repository->arena);
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;) {
        if (action->same_as.text.size > 0 || action->text.source.size < SHORTEST_TEXT ||
            action->number.text.size == 0)
            continue;
        struct text text = squeezed(action->text.source, repository->arena);
        const struct action *first = index_add(&texts, text, action);
        if (first != NULL)
            report(repository->diagnostics, RULE_SAME_TEXT, plan->source->path, action->text.at,
                   _("action %.*s has the same text as %.*s; write 'samme-som: %.*s' instead, and "
                     "owners and years stand in one place"),
                   TEXT_ARGS(action->number.text), TEXT_ARGS(first->number.text),
                   TEXT_ARGS(first->number.text));
    }
}
