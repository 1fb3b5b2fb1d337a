// SPDX-License-Identifier: MIT
// National identity numbers (fødselsnummer). They are found so that they can be hidden: no message,
// no line that is shown, and no output may contain one.

#ifndef FELLESSKAP_BASE_PERSONALNUMBER_H
#define FELLESSKAP_BASE_PERSONALNUMBER_H

#include "base/text.h"

// The first number of eleven digits from byte `at` on whose date and both check digits are right:
// bytes `*from` to `*to`. Written without a break, as 6 and 5 digits with a space or a hyphen
// between, or as 4, 2 and 5 with spaces or periods. D-numbers (day + 40) and synthetic ones (month
// + 40, + 65 or + 80) count too. False where there is none.
bool personal_number_find(struct text text, size_t at, size_t *from, size_t *to);

// The text with '*' for each digit of such numbers; `text` itself when it has none.
struct text personal_numbers_masked(struct text text, struct arena *arena);

#endif
