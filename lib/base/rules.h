// SPDX-License-Identifier: MIT
// The rules that documents can break: rules.def has the table, docs/rules.md a section for each.

#ifndef FELLESSKAP_BASE_RULES_H
#define FELLESSKAP_BASE_RULES_H

#include "base/text.h"

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
enum severity rule_severity(enum rule rule); // the default
bool rule_is_fixed(enum rule rule);

// The rule of an id, or RULE_COUNT; and the id nearest to an unknown one, empty where none is near.
enum rule rule_find(struct text id);
struct text rule_nearest(struct text id);

// The level that a rule is set to.
enum level { LEVEL_NOT_SET, LEVEL_OFF, LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR };

// The words for levels as documents have them ("feil"), from the highest; ends with NULL.
extern const char *const rule_level_words[];

// The level of a word, in Norwegian or in English ("error"); LEVEL_NOT_SET where it is none.
enum level rule_level_find(struct text word);

struct rule_levels {
    enum level of[RULE_COUNT];
};

#endif
