// SPDX-License-Identifier: MIT

#include "view/plan/level_words.h"

#include "base/words.h"

// A level that a label speaks of, in the singular or the plural.
struct spoken {
    enum level_kind kind;
    bool plural;
};

enum { MOST_SPOKEN = 2 };

static const struct spoken area = {LEVEL_AREAS, false}, areas = {LEVEL_AREAS, true},
                           goal = {LEVEL_GOALS, false}, goals = {LEVEL_GOALS, true},
                           part = {LEVEL_PARTS, false}, action = {LEVEL_ACTIONS, false},
                           actions = {LEVEL_ACTIONS, true};

// The labels that speak of levels, in words that another name can take the place of: in the
// indefinite form, and with nothing before them that would have to agree.
static const struct {
    struct text key;
    const struct spoken *spoken[MOST_SPOKEN];
} phrases[] = {
    {TEXT_OF("kolonne-område"), {&area}},
    {TEXT_OF("kolonne-mål"), {&goal}},
    {TEXT_OF("kolonne-delmål"), {&part}},
    {TEXT_OF("kolonne-tiltak"), {&action}},
    {TEXT_OF("plan-beskrivelse"), {&actions}},
    {TEXT_OF("plan-tiltak"), {&actions}},
    {TEXT_OF("plan-områder"), {&areas}},
    {TEXT_OF("plan-innhold"), {&areas}},
    {TEXT_OF("plan-oversikt"), {&actions}},
    {TEXT_OF("plan-tabell"), {&area}},
    {TEXT_OF("plan-ingen"), {&actions}},
    {TEXT_OF("plan-uten-tiltak"), {&actions}},
    {TEXT_OF("filter"), {&actions}},
    {TEXT_OF("filter-område"), {&area}},
    {TEXT_OF("filter-antall"), {&actions}},
    {TEXT_OF("filter-utvalg"), {&actions}},
    {TEXT_OF("filter-ingen"), {&actions}},
    {TEXT_OF("ark-tekster-forklaring"), {&actions}},
    {TEXT_OF("ark-per-område"), {&actions, &area}},
    {TEXT_OF("ark-per-ansvarlig"), {&actions}},
    {TEXT_OF("ark-per-ansvarlig-merknad"), {&actions}},
    {TEXT_OF("ark-per-år"), {&actions}},
    {TEXT_OF("ark-per-status"), {&actions}},
    {TEXT_OF("ark-oversikt-forklaring"), {&actions}},
    {TEXT_OF("ark-merknad-mål"), {&goal}},
    {TEXT_OF("bilde-beskrivelse"), {&actions, &area}},
    {TEXT_OF("bilde-per-år"), {&actions}},
    {TEXT_OF("status-beskrivelse"), {&actions}},
    {TEXT_OF("status-per-område"), {&actions}},
    {TEXT_OF("status-tabell"), {&actions, &area}},
    {TEXT_OF("status-figur"), {&actions, &area}},
    {TEXT_OF("status-ikke-rapportert"), {&actions}},
    {TEXT_OF("status-tiltak"), {&actions}},
    {TEXT_OF("strategi-områder"), {&actions}},
    {TEXT_OF("strategi-tabell"), {&goals, &actions}},
    {TEXT_OF("strategi-tiltak"), {&actions}},
    {TEXT_OF("strategi-pasientgrupper-tabell"), {&goals, &actions}},
    {TEXT_OF("strategi-ingen-mål"), {&goals}},
};

// The general word is itself a label.
static struct text general_word(const struct labels *labels, struct spoken spoken) {
    static const struct text keys[][2] = {
        [LEVEL_AREAS] = {TEXT_OF("kolonne-område"), TEXT_OF("plan-områder")},
        [LEVEL_GOALS] = {TEXT_OF("kolonne-mål"), TEXT_OF("kolonne-mål")},
        [LEVEL_PARTS] = {TEXT_OF("kolonne-delmål"), TEXT_OF("kolonne-delmål")},
        [LEVEL_ACTIONS] = {TEXT_OF("kolonne-tiltak"), TEXT_OF("plan-tiltak")},
    };
    return label(labels, keys[spoken.kind][spoken.plural]);
}

static struct text own_word(const struct plan *plan, struct spoken spoken) {
    const struct level_name *level = plan_level(plan, spoken.kind);
    if (level == NULL)
        return TEXT("");
    return spoken.plural && level->plural.text.size > 0 ? level->plural.text : level->name.text;
}

static bool is_same_word(struct text one, struct text other, struct arena *arena) {
    return text_equal(text_lower(arena, one), text_lower(arena, other));
}

// `text` with `own` for each word that is `general`, in small letters or capital ones.
static struct text with_own_word(struct text text, struct text general, struct text own,
                                 struct arena *arena) {
    struct writer made;
    if (own.size == 0 || is_same_word(text, general, arena))
        return own.size == 0 ? text : word_cased_like(own, text, arena);
    writer_to_memory(&made, arena);
    for (size_t at = 0; at < text.size;) {
        size_t from = at, end = word_end(text, at);
        struct text word = text_slice(text, from, end);
        if (end == from)
            text_next_code_point(text, &end);
        at = end;
        writer_put(&made, word.size > 0 && is_same_word(word, general, arena)
                              ? word_cased_like(own, word, arena)
                              : text_slice(text, from, end));
    }
    return writer_text(&made);
}

// The label of a key with the plan's own words.
static struct value own_label(const struct labels *labels, const struct plan *plan,
                              const struct member *member, struct arena *arena) {
    if (member->value.kind != VALUE_TEXT)
        return member->value;
    struct text text = member->value.text;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        for (size_t j = 0; text_equal(phrases[i].key, member->name) && j < MOST_SPOKEN; j++)
            if (phrases[i].spoken[j] != NULL) {
                struct spoken spoken = *phrases[i].spoken[j];
                text = with_own_word(text, general_word(labels, spoken), own_word(plan, spoken),
                                     arena);
            }
    return value_text(text);
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
        map_put(&map, member->name, own_label(labels, plan, member, arena));
    }
    made->map = map_end(&map);
    return made;
}
