// SPDX-License-Identifier: MIT
// What docs/rules.md says about a rule, or its translation for the reader.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_RULE_HELP_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_RULE_HELP_H

#include "base/rules.h"

// The section of the rule without its heading, as Markdown. Empty where there is none.
struct text rule_help(enum rule rule);

// Its first sentences, after the severity: what breaks the rule.
struct text rule_summary(struct text help);

#endif
