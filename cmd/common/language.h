// SPDX-License-Identifier: MIT
// The language of messages: that of the locale, or else that of the document tree.

#ifndef FELLESSKAP_CMD_LANGUAGE_H
#define FELLESSKAP_CMD_LANGUAGE_H

#include "base/arena.h"
#include "base/text.h"

// Looks at LANGUAGE, LC_ALL, LC_MESSAGES and LANG. Where they name no language, messages are in
// bokmål until the tree's own language is known.
void language_start(struct arena *arena);

// Somebody has asked for this language (enum language), whatever locale and tree say.
void language_of_messages_must_be(int language);

// The tree is in this language (enum language).
void language_of_messages_is(int language);

#endif
