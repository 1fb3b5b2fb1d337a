// SPDX-License-Identifier: MIT
// Messages to people: written in English in the sources, and translated in po/. The catalogues are
// compiled in, so that messages depend neither on the system's locales nor on installed files.

#ifndef FELLESSKAP_BASE_MESSAGE_H
#define FELLESSKAP_BASE_MESSAGE_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

// The message in the language that was chosen last. The result lives as long as the program.
#define _(message) message_translated(message)
const char *message_translated(const char *english) __attribute__((format_arg(1)));

// The same for a message with a number: `singular` or `plural`, by `count`.
const char *message_plural(const char *singular, const char *plural, size_t count)
    __attribute__((format_arg(1), format_arg(2)));

// Marks a message in a table for translation; the code that shows it calls _(table.message).
#define N_(message) message

// `message` with `about` in the place of its one "%.*s", if it has any. For messages that come from
// a table or a parameter, which no compiler checks against their arguments. Owned by the arena.
struct text message_about(struct arena *arena, const char *message, struct text about);

// Sets the language of the messages ("nb", "nn", "en"). Returns false, and changes nothing, where
// there is no such translation. English until the first call.
bool message_use_language(const char *name);

// Whether it is that of the messages.
bool message_language_is(const char *name);

#endif
