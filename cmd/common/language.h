// SPDX-License-Identifier: MIT
// The language of messages: that of the environment, or else that of the document tree.

#ifndef FELLESSKAP_CMD_LANGUAGE_H
#define FELLESSKAP_CMD_LANGUAGE_H

// Looks at LANGUAGE, LC_ALL, LC_MESSAGES and LANG as gettext does, but asks for no locale of the
// system. Where they name no language, messages are in bokmål until the tree's own is known; where
// they name one that we do not have, in English.
void language_start(void);

// Somebody has asked for this language (enum language), whatever environment and tree say.
void language_of_messages_must_be(int language);

// The tree is in this language (enum language).
void language_of_messages_is(int language);

#endif
