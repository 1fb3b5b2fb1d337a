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
