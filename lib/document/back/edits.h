// SPDX-License-Identifier: MIT
// What somebody changed in the workbook, as changes of the lines of the grant's file.

#ifndef FELLESSKAP_DOCUMENT_BACK_EDITS_H
#define FELLESSKAP_DOCUMENT_BACK_EDITS_H

#include "model/grant/grant.h"
#include "model/organisation/organisation.h"
#include "view/labels.h"

struct edits {
    const struct sources *sources;
    struct source *source;
    const struct grant *grant;
    const struct organisation *organisation;
    const struct labels *labels; // whose words the workbook has
    struct arena *arena;
    struct fix *fixes; // in the order of being made; edits_settle() sorts them
    size_t count;
};

// Adds a fix of the file that was made elsewhere.
void edits_keep(struct edits *edits, struct fix fix);

// A value of a key as it is written in the file, from what the workbook has. False where it is
// none: then `*expected` says what is, translated.
bool edit_words(const struct edits *edits, struct text key, struct text value, struct text *words,
                const char **expected);

// Changes, adds or (where `words` is empty) removes a key of an allocation or of a change. False
// where the file is written in a way that leaves doubt.
bool edit_allocation(struct edits *edits, const struct allocation *allocation, struct text key,
                     struct text words);
bool edit_change(struct edits *edits, const struct grant_change *change, struct text key,
                 struct text words);

// Adds a report to an allocation that has none: its keys and values as lines, "mottatt: …".
bool edit_add_report(struct edits *edits, const struct allocation *allocation,
                     const struct text *lines, size_t count);

// Adds changes after those that are there, each of so many lines.
bool edit_add_changes(struct edits *edits, const struct text_list *changes, size_t count);

// Sorts the fixes, and makes one of those at the same place.
void edits_settle(struct edits *edits);

#endif
