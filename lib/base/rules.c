// SPDX-License-Identifier: MIT

#include "base/rules.h"

static const struct {
    const char *id;
    enum severity severity;
    bool fixed;
} rules[] = {
#define RULE(name, id, severity) {id, SEVERITY_##severity, false},
#define FIXED_RULE(name, id) {id, SEVERITY_ERROR, true},
#include "base/rules.def"
#undef RULE
#undef FIXED_RULE
};

const char *rule_id(enum rule rule) {
    return rules[rule].id;
}

enum severity rule_severity(enum rule rule) {
    return rules[rule].severity;
}

bool rule_is_fixed(enum rule rule) {
    return rules[rule].fixed;
}

enum rule rule_find(struct text id) {
    size_t rule = 0;
    while (rule < RULE_COUNT && !text_is(id, rules[rule].id))
        rule++;
    return (enum rule)rule;
}

const char *const rule_level_words[] = {"feil", "advarsel", "merknad", "av", NULL};

enum level rule_level_find(struct text word) {
    static const char *const english[] = {"error", "warning", "note", "off"};
    for (size_t i = 0; rule_level_words[i] != NULL; i++)
        if (text_is(word, rule_level_words[i]) || text_is(word, english[i]))
            return (enum level)(LEVEL_ERROR - (int)i);
    return LEVEL_NOT_SET;
}

struct text rule_nearest(struct text id) {
    struct text ids[RULE_COUNT];
    for (size_t i = 0; i < RULE_COUNT; i++)
        ids[i] = text_from(rules[i].id);
    size_t near = text_nearest(id, ids, RULE_COUNT);
    return near < RULE_COUNT ? ids[near] : TEXT("");
}
