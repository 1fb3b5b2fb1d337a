// SPDX-License-Identifier: MIT
// The rules that documents can break: rules.def has the table, docs/rules.md a section for each.

#ifndef FELLESSKAP_BASE_RULES_H
#define FELLESSKAP_BASE_RULES_H

#include <stddef.h>

enum severity { SEVERITY_WARNING, SEVERITY_ERROR };

enum rule {
#define RULE(name, id, severity) RULE_##name,
#include "base/rules.def"
#undef RULE
    RULE_COUNT
};

const char *rule_id(enum rule rule);
enum severity rule_severity(enum rule rule);

#endif
