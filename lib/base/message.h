// SPDX-License-Identifier: MIT
// Messages to people: written in English in the sources, and translated in po/. The catalogues are
// compiled in, so that neither the system's locales nor a file that is missing changes a message.

#ifndef FELLESSKAP_BASE_MESSAGE_H
#define FELLESSKAP_BASE_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

// The message in the language that was chosen last. The result lives as long as the program.
#define _(message) message_translated(message)
const char *message_translated(const char *english) __attribute__((format_arg(1)));

// The same for a message that counts: `singular` or `plural`, by `count`.
const char *message_plural(const char *singular, const char *plural, size_t count)
    __attribute__((format_arg(1), format_arg(2)));

// Marks a message in a table for translation; whoever shows it says _(table.message).
#define N_(message) message

// Messages are in the language named so ("nb", "nn", "en") from now on. Returns false, and changes
// nothing, where there is no such translation. English until the first call.
bool message_use_language(const char *name);

#endif
