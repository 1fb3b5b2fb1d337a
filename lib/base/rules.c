// SPDX-License-Identifier: MIT

#include "base/rules.h"

static const struct {
    const char *id;
    enum severity severity;
} rules[] = {
#define RULE(name, id, severity) {id, SEVERITY_##severity},
#include "base/rules.def"
#undef RULE
};

const char *rule_id(enum rule rule) {
    return rules[rule].id;
}

enum severity rule_severity(enum rule rule) {
    return rules[rule].severity;
}
