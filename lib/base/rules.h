// SPDX-License-Identifier: MIT
// The rules that documents can break: rules.def has the table, docs/rules.md a section for each.

#ifndef FELLESSKAP_BASE_RULES_H
#define FELLESSKAP_BASE_RULES_H

#include <stdbool.h>

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum rule {
#define RULE(name, id, severity) RULE_##name,
#define FIXED_RULE(name, id) RULE_##name,
#include "base/rules.def"
#undef RULE
#undef FIXED_RULE
    RULE_COUNT
};

const char *rule_id(enum rule rule);
enum severity rule_severity(enum rule rule); // where nobody has set another
bool rule_is_fixed(enum rule rule);

#endif
