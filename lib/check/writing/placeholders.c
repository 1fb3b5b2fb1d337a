// SPDX-License-Identifier: MIT
// What was to be filled in, and was not: "xx nettverk", "rapporten (legges her)".

#include "check/writing/rules.h"

#include "base/message.h"
#include "base/words.h"

// Of two words.
static const struct {
    const char *const first[2], *const second[2];
} phrases[] = {
    {{"legges"}, {"her"}}, {{"leggast"}, {"her"}}, {{"skriv"}, {"her"}}, {{"lorem"}, {"ipsum"}}};

enum { PHRASES = sizeof phrases / sizeof *phrases };

void mark_placeholders(unsigned char marks[256]) {
    marks[word_mark(TEXT("xx"))] |= ASKS_PLACEHOLDER;
    marks[word_mark(TEXT("TODO"))] |= ASKS_PLACEHOLDER;
    for (size_t i = 0; i < PHRASES; i++)
        marks[word_mark(text_from(phrases[i].first[0]))] |= ASKS_PLACEHOLDER;
}

static bool is_only_x(struct text word) {
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] != 'x' && word.data[i] != 'X')
            return false;
    return word.size > 1;
}

// Where a placeholder of two words ends; `at` where there is none.
static size_t phrase_end(const struct text_scan *scan, size_t at) {
    for (size_t i = 0; i < PHRASES; i++) {
        if (!scan_is_one_of(scan->word, phrases[i].first))
            continue;
        struct text second = scan_word_after(scan, at + scan->word.size);
        if (scan_is_one_of(second, phrases[i].second))
            return (size_t)(second.data - scan->text.data) + second.size;
    }
    return at;
}

size_t check_placeholder(struct text_scan *scan, size_t at) {
    bool is_word = is_only_x(scan->word) || text_is(scan->word, "TODO");
    size_t end = is_word ? at + scan->word.size : phrase_end(scan, at);
    if (end > at)
        scan_report(scan, RULE_PLACEHOLDER, at,
                    _("'%.*s' was to be filled in; write what belongs here, or take it out"),
                    (int)(end - at), scan->text.data + at);
    return end;
}
