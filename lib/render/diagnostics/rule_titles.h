// SPDX-License-Identifier: MIT
// The title of each rule, which a forge shows above the message.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_RULE_TITLES_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_RULE_TITLES_H

#include "base/rules.h"

// What the rule is about, in a few words of the reader's language; the summary where there is no
// title.
struct text rule_title(enum rule rule);

#endif
