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

struct text rule_nearest(struct text id) {
    struct text ids[RULE_COUNT];
    for (size_t i = 0; i < RULE_COUNT; i++)
        ids[i] = text_from(rules[i].id);
    size_t near = text_nearest(id, ids, RULE_COUNT);
    return near < RULE_COUNT ? ids[near] : TEXT("");
}
