// SPDX-License-Identifier: MIT
// What each rule is called where a forge shows it above the message.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_RULE_TITLES_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_RULE_TITLES_H

#include "base/rules.h"

// What the rule is about, in a few words of the reader's language; where nobody has found any, the
// summary.
struct text rule_title(enum rule rule);

#endif
