// SPDX-License-Identifier: MIT
// Messages to people are written in English here and translated through gettext (po/).

#ifndef FELLESSKAP_BASE_MESSAGE_H
#define FELLESSKAP_BASE_MESSAGE_H

#include <libintl.h>

#define MESSAGE_DOMAIN "fellesskap"

// The message in the reader's language, now.
#define _(message) dgettext(MESSAGE_DOMAIN, message)

// Marks a message in a table for translation; whoever shows it says _(table.message).
#define N_(message) message

#endif
