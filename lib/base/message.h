// SPDX-License-Identifier: MIT
// Messages to people are written in English here and translated through gettext (po/).

#ifndef FELLESSKAP_BASE_MESSAGE_H
#define FELLESSKAP_BASE_MESSAGE_H

#define MESSAGE_DOMAIN "fellesskap"

// The message in the reader's language, now.
#define _(message) message_translated(message)
const char *message_translated(const char *english) __attribute__((format_arg(1)));

// Calls it before the next message, and not at all when there is none: most runs say nothing, and
// what a locale needs of files and memory is a good part of a short run.
void message_prepare_with(void (*choose_language)(void));

// Marks a message in a table for translation; whoever shows it says _(table.message).
#define N_(message) message

#endif
