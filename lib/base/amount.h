// SPDX-License-Identifier: MIT
// Amounts of Norwegian kroner, held as whole øre: exact.

#ifndef FELLESSKAP_BASE_AMOUNT_H
#define FELLESSKAP_BASE_AMOUNT_H

#include "base/text.h"
#include "base/writer.h"

// At most 9 999 999 999 999,99 kroner either way, which a spreadsheet's number holds exactly.
#define AMOUNT_LARGEST INT64_C(999999999999999)

enum amount_fault {
    AMOUNT_OK,
    AMOUNT_NOT_A_NUMBER,
    AMOUNT_PERIOD,    // "1.500": thousands, or one and a half?
    AMOUNT_GROUPS,    // "12 00": digits that are not in groups of three
    AMOUNT_ORE,       // more exact than an øre
    AMOUNT_TOO_LARGE, // beyond AMOUNT_LARGEST
};

// "4,5 mill.", "120 000", "1 850 000,50", "11,17 millioner", "800 tusen", a minus sign before it,
// "kr" or "kroner" before or after it, ",-" after it; spaces may be no-break or thin. Whole øre in
// `*ore`. The pattern, a regular expression as JavaScript has them, takes amounts that are too
// large too.
#define AMOUNT_PATTERN                                                                             \
    "(?:kr)?[ \u00A0\u202F\u2009]*[-−]?[ \u00A0\u202F\u2009]*"                                   \
    "(?:[0-9]{1,3}(?:[ \u00A0\u202F\u2009][0-9]{3})+|[0-9]+)"                                      \
    "(?:(?:,[0-9]{1,2})?|(?:,[0-9]+)?[ \u00A0\u202F\u2009]*"                                       \
    "(?:tusen|mill\\.?|million(?:er|ar)?|mrd\\.?))"                                                \
    "(?:,[-–])?[ \u00A0\u202F\u2009]*(?:kroner| kr)?"
enum amount_fault amount_parse(struct text text, int64_t *ore);

// An amount as accounting systems export it: "-1234.5", "1 234,50", "1.234,50", "1,234.50",
// "1'234,50", "1234,50-", "(1234,50)", "1234,5000", "kr 1 234,50", "1 234,-". `mark` is the decimal
// mark, ',' or '.'; or 0 where it is not known: then "1.500" is AMOUNT_PERIOD. An amount with the
// other mark is AMOUNT_PERIOD too.
enum amount_fault amount_parse_export(struct text text, char mark, int64_t *ore);

// A message for a fault that is the same however amounts are written, a printf format for the text
// of the amount ("%.*s"), translated; NULL for the others: whoever reads the amount knows how it is
// written.
const char *amount_fault_message(enum amount_fault fault);

// The decimal mark of an exported amount, where the amount alone shows it; else 0.
char amount_export_mark(struct text written);

// Groups of three with no-break spaces between (Språkrådet), a decimal comma and two digits when
// there are øre, a minus sign U+2212: "1 850 000,50".
void amount_write(struct writer *writer, int64_t ore);
// The same, always with two digits after the comma.
void amount_write_with_ore(struct writer *writer, int64_t ore);
// The same as a text, followed by a NUL that is not counted.
struct text amount_text(struct arena *arena, int64_t ore);

// As programs write it: "-1850000.50", with this decimal mark and always two digits after it.
struct text amount_plain(struct arena *arena, int64_t ore, char mark);

// A share in per cent with one decimal, rounded half away from zero: "40,3 %" with a no-break
// space; "–" when the whole is 0.
struct text share_text(struct arena *arena, int64_t part, int64_t whole);

// The same as a number, 0.403 with all its decimals; 0 when the whole is 0.
double share_number(int64_t part, int64_t whole);

#endif
