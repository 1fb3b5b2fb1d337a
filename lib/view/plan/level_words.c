// SPDX-License-Identifier: MIT

#include "view/plan/level_words.h"

#include "base/words.h"

static const struct {
    struct text key;
    enum level_kind kind;
    bool plural;
} words[] = {
    {TEXT_OF("kolonne-område"), LEVEL_AREAS, false},
    {TEXT_OF("filter-område"), LEVEL_AREAS, false},
    {TEXT_OF("plan-områder"), LEVEL_AREAS, true},
    {TEXT_OF("kolonne-mål"), LEVEL_GOALS, false},
    {TEXT_OF("kolonne-delmål"), LEVEL_PARTS, false},
    {TEXT_OF("kolonne-tiltak"), LEVEL_ACTIONS, false},
    {TEXT_OF("plan-tiltak"), LEVEL_ACTIONS, true},
};

static struct text own_word(const struct plan *plan, struct text key) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct level_name *level = plan_level(plan, words[i].kind);
        if (level == NULL || !text_equal(words[i].key, key))
            continue;
        return words[i].plural && level->plural.text.size > 0 ? level->plural.text
                                                              : level->name.text;
    }
    return TEXT("");
}

const struct labels *labels_of_plan(const struct labels *labels, const struct plan *plan,
                                    struct arena *arena) {
    if (plan == NULL || plan->levels.count == 0)
        return labels;
    struct labels *made = arena_alloc(arena, sizeof *made);
    struct map_builder map = map_begin(arena);
    *made = *labels;
    for (size_t i = 0; i < labels->map.map.count; i++) {
        const struct member *member = &labels->map.map.members[i];
        struct text own = own_word(plan, member->name);
        map_put(&map, member->name,
                own.size == 0 ? member->value
                              : value_text(word_cased_like(own, member->value.text, arena)));
    }
    made->map = map_end(&map);
    return made;
}
