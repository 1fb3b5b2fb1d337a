// SPDX-License-Identifier: MIT
// Words that are written in one way, by the list of plan/terms.yaml.

#include "check/writing/rules.h"

#include "base/message.h"
#include "base/words.h"

static bool is_met(const struct text_scan *scan, size_t at, const struct spelling *spelling) {
    char lower[SCAN_LONGEST_WORD];
    size_t end = at + spelling->wrong.size;
    const struct term *term = spelling->term;
    if (term->language.at.line > 0 && term->language.index != (int)scan->language)
        return false;
    return end <= scan->text.size && !word_at(scan->text, end) &&
           scan_lower(text_slice(scan->text, at, end), lower) &&
           text_equal((struct text){lower, spelling->wrong.size}, spelling->wrong);
}

static void report_term(struct text_scan *scan, size_t at, const struct spelling *spelling,
                        struct text found, struct text better) {
    struct text remark = spelling->term->remark.text;
    if (remark.size > 0)
        scan_report(scan, RULE_TERM, at, _("'%.*s' is written '%.*s' here: %.*s"), TEXT_ARGS(found),
                    TEXT_ARGS(better), TEXT_ARGS(remark));
    else
        scan_report(scan, RULE_TERM, at, _("'%.*s' is written '%.*s' here"), TEXT_ARGS(found),
                    TEXT_ARGS(better));
    scan_fix(scan, at, at + found.size, better);
}

void mark_terms(const struct terms *terms, unsigned char marks[256]) {
    for (size_t i = 0; i < terms->by_first_word.capacity; i++)
        if (terms->by_first_word.entries[i].thing != NULL)
            marks[word_mark(terms->by_first_word.entries[i].key)] |= ASKS_TERM;
}

size_t check_term(struct text_scan *scan, size_t at) {
    char lower[SCAN_LONGEST_WORD];
    struct text word = scan->word;
    if (scan->terms == NULL || !scan_lower(word, lower))
        return at;
    struct text key = {lower, word.size};
    const struct spelling *spelling = index_find(&scan->terms->by_first_word, key);
    for (; spelling != NULL; spelling = spelling->next) {
        if (!is_met(scan, at, spelling))
            continue;
        struct text found = text_slice(scan->text, at, at + spelling->wrong.size);
        struct text better = word_cased_like(spelling->right, found, scan->repository->arena);
        if (text_equal(found, better))
            continue;
        report_term(scan, at, spelling, found, better);
        return at + found.size;
    }
    return at;
}
