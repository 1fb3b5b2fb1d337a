// SPDX-License-Identifier: MIT
// Whose case a number in running text is: "Melhus kommunestyre vedtok i sak 3/24", "PSU behandlet
// dette i sak 1/24".

#ifndef FELLESSKAP_CHECK_WRITING_HOLDERS_H
#define FELLESSKAP_CHECK_WRITING_HOLDERS_H

#include "check/writing/scan.h"

struct case_holder {
    const struct party *body; // who surely has the case; NULL: whoever the text is of
    bool is_unclear;          // somebody else, or one of several
};

// By whom the sentence names before byte `from`, where the words "sak 3/24" begin, and right after
// byte `to`, where they end.
struct case_holder case_holder(const struct text_scan *scan, size_t from, size_t to);

// Adds NAMES_BODY of check/writing/rules.h to the word_mark() of what a body's name begins with.
void mark_holders(const struct organisation *organisation, unsigned char marks[256]);

// "PSU", "FSK": the name of somebody, whoever that is.
bool is_acronym(struct text word);

#endif
