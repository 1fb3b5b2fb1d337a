// SPDX-License-Identifier: MIT
// The header of check/writing/: the rules that a text is scanned by.

#ifndef FELLESSKAP_CHECK_WRITING_RULES_H
#define FELLESSKAP_CHECK_WRITING_RULES_H

#include "check/writing/scan.h"

// A rule looks at the word or number that begins at byte `at`, reports what is wrong, and returns
// where it ends; or `at` when it has nothing to say of it.
typedef size_t text_rule(struct text_scan *scan, size_t at);

text_rule check_contact;         // telephone numbers
text_rule check_slash_date;      // "7/2-24"
text_rule check_thousands;       // "1.500 kroner"
text_rule check_range;           // "2022-2025"
text_rule check_breakable;       // "1 500 kroner" with spaces at which a line can break
text_rule check_joined;          // "1.mars", "16,7%", "500kr"
text_rule check_clock;           // "kl 13"
text_rule check_placeholder;     // "xx", "(legges her)"
text_rule check_term;            // words of plan/terms.yaml
text_rule check_named_reference; // "sak 30/24", "tiltak 1.2.1"
text_rule check_prefixed_case;   // "PSU-5/24"
text_rule check_plain_reference; // "1.2.1" in a plan

// Which rules are asked of a word, as bits.
enum {
    ASKS_CLOCK = 1,
    ASKS_PLACEHOLDER = 2,
    ASKS_TERM = 4,
    ASKS_NAMED_REFERENCE = 8,
    ASKS_PREFIXED_CASE = 16,
    ASKS_ALL = 31,  // of a word that a hyphen follows
    NAMES_BODY = 32 // asks nothing: the name of a body may begin with the word
};

// Adds the rule to the word_mark() of each word that it has something to say of.
void mark_clock_words(unsigned char marks[256]);
void mark_placeholders(unsigned char marks[256]);
void mark_terms(const struct terms *terms, unsigned char marks[256]);
void mark_reference_words(const struct organisation *organisation, unsigned char marks[256]);

// At an "@": an e-mail address.
void check_mail_address(struct text_scan *scan, size_t at);

#endif
