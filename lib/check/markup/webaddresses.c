// SPDX-License-Identifier: MIT

#include "check/markup/webaddresses.h"

#include "base/message.h"
#include "base/words.h"
#include "base/writer.h"
#include "check/writing/classes.h"
#include "input/link/address.h"

#include <string.h>

// --- http ---

// Where "http://" begins from `at` on, found by its colon; or text.size.
static size_t find_http(struct text text, size_t at) {
    const size_t letters = sizeof "http" - 1;
    for (size_t colon = at; colon < text.size; colon++) {
        colon += text_find(text_slice(text, colon, text.size), ':');
        if (colon < text.size && colon - at >= letters &&
            text_starts_with(text_slice(text, colon - letters, text.size), TEXT("http://")))
            return colon - letters;
    }
    return text.size;
}

static void check_encryption(struct text_scan *scan) {
    const struct text text = scan->text;
    for (size_t at = 0; !scan->full && (at = find_http(text, at)) < text.size;) {
        size_t end = at + sizeof "http://" - 1;
        while (end < text.size && end - at < SCAN_LONGEST_WORD &&
               strchr(" \t\r\n)>\"|", text.data[end]) == NULL)
            end++;
        while (strchr(".,;:!?'*_", text.data[end - 1]) != NULL)
            end--;
        if (!scan_may_be_verbatim(scan, at) && !word_before(text, at))
            scan_report(scan, RULE_PLAIN_HTTP, at,
                        _("'%.*s' is not encrypted; write https:, if the site has it"),
                        (int)(end - at), text.data + at);
        at = end;
    }
}

// --- stars ---

// Whether the star or underline at `at`, within an address, may begin or end what is emphasised.
static bool is_sign(struct text text, size_t at) {
    char sign = text.data[at];
    bool within = word_before(text, at) && word_at(text, at + 1);
    return (sign == '*' || (sign == '_' && !within)) && (at == 0 || text.data[at - 1] != '\\');
}

// How many groups of such signs are from `from` to `to`.
static size_t count_signs(struct text text, size_t from, size_t to, char sign) {
    size_t count = 0;
    for (size_t at = from; at < to; at++)
        count +=
            text.data[at] == sign && is_sign(text, at) && (at == from || text.data[at - 1] != sign);
    return count;
}

// As far as is looked, for each address.
static size_t paragraph_end(struct text text, size_t at) {
    enum { FARTHEST = 1000 };
    text = text_slice(text, 0, text.size - at < FARTHEST ? text.size : at + FARTHEST);
    size_t end = text_line_end(text, at), next = text_next_line(text, end);
    while (next < text.size &&
           text_trim(text_slice(text, next, text_line_end(text, next))).size > 0) {
        end = text_line_end(text, next);
        next = text_next_line(text, end);
    }
    return end;
}

// Whether the address, or it and the text after it, has two of them: a pair emphasises. One alone
// may end what a sign before the address begins.
static bool has_pair(struct text text, size_t from, size_t to, char sign) {
    size_t count = count_signs(text, from, to, sign);
    bool begun = from > 0 && strchr("*_", text.data[from - 1]) != NULL;
    return count > 1 || (count == 1 && !begun && sign == '*' &&
                         count_signs(text, to, paragraph_end(text, to), sign) > 0);
}

static struct text with_escapes(const struct text_scan *scan, size_t from, size_t to) {
    struct writer writer;
    writer_to_memory(&writer, scan->repository->arena);
    for (size_t at = from; at < to; at++) {
        if (is_sign(scan->text, at))
            writer_byte(&writer, '\\');
        writer_byte(&writer, scan->text.data[at]);
    }
    return writer_text(&writer);
}

// Within angle brackets, or the parentheses of a link, they are signs as any other.
static bool is_words(const struct text_scan *scan, size_t at) {
    return scan->classes[at] == PROSE_ADDRESS && (at == 0 || scan->classes[at - 1] < PROSE_ADDRESS);
}

// "[https://example.no](…": the brackets around the words of a link are no part of an address.
static size_t words_end(struct text text, size_t at) {
    size_t end = address_end(text, at);
    const char *bracket = memmem(text.data + at, end - at, "](", 2);
    return bracket == NULL ? end : (size_t)(bracket - text.data);
}

static void check_stars(struct text_scan *scan) {
    const struct text text = scan->text;
    for (size_t at = 0; !scan->full && (at = address_find(text, at)) < text.size;) {
        size_t end = words_end(text, at);
        if (is_words(scan, at) && (has_pair(text, at, end, '*') || has_pair(text, at, end, '_'))) {
            struct text meant = with_escapes(scan, at, end);
            scan_report(scan, RULE_NOT_MARKDOWN, at,
                        _("signs of the address emphasise a part of it, and the link ends there; "
                          "write '%.*s'"),
                        TEXT_ARGS(meant));
            scan_fix(scan, at, end, meant);
        }
        at = end;
    }
}

void check_web_addresses(struct text_scan *scan) {
    check_encryption(scan);
    check_stars(scan);
}
