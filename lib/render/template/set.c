// SPDX-License-Identifier: MIT

#include "render/template/set.h"

struct template_set *template_set_new(const struct template_source *source, struct text suffix,
                                      enum escape escape, struct diagnostics *diagnostics,
                                      struct arena *arena) {
    struct template_set *set = arena_alloc(arena, sizeof *set);
    *set = (struct template_set){
        .source = source,
        .suffix = suffix,
        .escape = escape,
        .diagnostics = diagnostics,
        .arena = arena,
        .most_steps = MOST_STEPS,
    };
    return set;
}

struct template *template_set_add(struct template_set *set, struct text name) {
    for (size_t i = 0; i < set->count; i++)
        if (text_equal(set->templates[i]->name, name))
            return set->templates[i];
    struct template *template = arena_alloc(set->arena, sizeof *template);
    template->name = text_copy(set->arena, name);
    set->templates = arena_append(set->arena, set->templates, set->count, sizeof *set->templates);
    set->templates[set->count++] = template;
    return template;
}
