// SPDX-License-Identifier: MIT
// A text that the rules of good writing walk through, word by word.

#ifndef FELLESSKAP_CHECK_WRITING_SCAN_H
#define FELLESSKAP_CHECK_WRITING_SCAN_H

#include "model/tree/plans.h"

struct text_scan {
    const struct repository *repository;
    struct arena *scratch; // forgotten with the text
    struct source *source;
    const struct written_text *written;
    struct text text;             // bytes of the source from written->from on
    const unsigned char *classes; // enum prose_class, one a byte
    const struct terms *terms;    // or NULL
    const unsigned char *marks;   // by word_mark(): the rules that are asked, as in rules.h
    enum language language;       // of the file
    struct text committee;        // whose case numbers are meant
    struct date day;              // of the paper; year 0: not known
    const struct plan *plan;      // whose file it is: its own numbers are meant; or NULL
    bool full;                    // enough has been found
    size_t fault_count;
    size_t holder_count; // cases whose holder has been looked for
    struct text small;   // the text in small letters, once it has been asked for
    struct text word;    // where it begins that the rules look at; empty at a number
    size_t after_date;   // the offset after the slash date that was found last
};

// Reports bytes `from` to `to`; the message is a printf format.
void scan_report(struct text_scan *scan, enum rule rule, size_t from, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Adds to the last report what to write instead, which is certain.
void scan_fix(struct text_scan *scan, size_t from, size_t to, struct text with);

// Whether byte `at` is of code or HTML, or may be.
bool scan_may_be_verbatim(const struct text_scan *scan, size_t at);

// A number with what belongs to it, as "7/2-24" or "13.00-17.00", without punctuation at its end;
// empty where something before it makes it a part of something else.
struct text scan_number(const struct text_scan *scan, size_t at);

// Reads digits at `*at`, at most `most` of them, and moves it. -1 without any, or with more.
int scan_digits(struct text text, size_t *at, size_t most);

// The same for a year of two digits, which is of this century, or of four.
int scan_year(struct text text, size_t *at);

// The offset after the spaces and single line breaks from `at` on.
size_t scan_skip_space(struct text text, size_t at);

// The word before `at`, with spaces and perhaps a period between; the word that begins at `at` or
// after spaces. Empty where there is none.
struct text scan_word_before(const struct text_scan *scan, size_t at);
struct text scan_word_after(const struct text_scan *scan, size_t at);

// The same of the longest id of a body or a person, which may have hyphens; else the word.
struct text scan_party_before(const struct text_scan *scan, size_t at);
struct text scan_party_after(const struct text_scan *scan, size_t at);

// Whether the word is one of `words` (small letters, ends with NULL), in any case.
bool scan_is_one_of(struct text word, const char *const *words);

// Small letters of a word in a room of this size; false when it is longer.
enum { SCAN_LONGEST_WORD = 128 };
bool scan_lower(struct text word, char *lower);

#endif
