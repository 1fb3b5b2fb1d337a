// SPDX-License-Identifier: MIT
// The file to which the payments are added that somebody has typed in the workbook: the last of the
// grant's that is a text. Where there is none, one is made; beside a workbook, which no payment is
// written into, the grant's file then names it, too.

#ifndef FELLESSKAP_DOCUMENT_BACK_LEDGER_H
#define FELLESSKAP_DOCUMENT_BACK_LEDGER_H

#include "base/writer.h"
#include "check/fix/join.h"
#include "model/grant/grant.h"
#include "model/grant/payments.h"

// What was typed, by column: amounts "1850000.50", days "2024-10-29".
struct typed_payment {
    struct text values[PAYMENT_COLUMN_COUNT];
};

struct ledger {
    struct text path;
    const struct source *source; // NULL: the file is made
    enum charset charset;
    struct payment_file columns;
    struct text head;            // of a file that is made, with its line break
    const struct scalar *beside; // the workbook that it is made beside, where the grant's file
                                 // names it; NULL: none
};

// Chooses the file, and the columns that its rows get. Nothing is read or written.
struct ledger ledger_of(const struct grant *grant, const struct payments *payments,
                        struct arena *arena);

// Writes a row for a payment that has a place for each of its values.
void ledger_put(const struct ledger *ledger, const struct typed_payment *typed,
                struct writer *writer, struct arena *arena);

// Adds rows to the file, as a fix of it. False with `*why`, translated, where that cannot be.
bool ledger_add(const struct ledger *ledger, struct sources *sources, struct text rows,
                struct fixed_file *file, const char **why);

// Names a file that is made beside a workbook in the file of the grant. False where that is written
// in another way than "fil: export.xlsx" or "fil: [export.xlsx]".
bool ledger_name(const struct ledger *ledger, struct sources *sources, const struct grant *grant,
                 struct fix *fix);

#endif
