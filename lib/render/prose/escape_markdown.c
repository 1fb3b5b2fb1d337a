// SPDX-License-Identifier: MIT

#include "render/prose/escape_markdown.h"

#include "base/ascii.h"
#include "render/escape.h"

#include <string.h>
#include <strings.h>

enum { LONGEST_NUMBER = 9 }; // of an item, in digits

// The byte at `at`, or a space past the end.
static char byte_at(struct text text, size_t at) {
    return at < text.size ? text.data[at] : ' ';
}

static size_t end_of_run(struct text text, size_t at, char byte) {
    while (at < text.size && text.data[at] == byte)
        at++;
    return at;
}

// ":smile:", but not the time 13:00:15.
static bool is_emoji(struct text text, size_t at) {
    size_t end = at + 1;
    while (end < text.size &&
           (ascii_is_word(text.data[end]) || strchr("_+-", text.data[end]) != NULL))
        end++;
    return end > at + 1 && byte_at(text, end) == ':' &&
           (at == 0 || !ascii_is_digit(text.data[at - 1]));
}

// "https://…" and "www.…" become links on the forges, and a link extends over the text after it.
static bool colon_means(struct text text, size_t at) {
    bool address = byte_at(text, at + 1) == '/' && byte_at(text, at + 2) == '/';
    return address || is_emoji(text, at);
}

static bool period_means(struct text text, size_t at) {
    return at >= 3 && strncasecmp(text.data + at - 3, "www", 3) == 0;
}

static bool at_sign_means(struct text text, size_t at) {
    return (at == 0 || !ascii_is_word(text.data[at - 1])) && ascii_is_word(byte_at(text, at + 1));
}

// Depending on what follows the text, "!" might begin a picture and "&" an entity.
static bool exclamation_means(struct text text, size_t at) {
    return at + 1 == text.size || ascii_is_digit(text.data[at + 1]);
}

static bool ampersand_means(struct text text, size_t at) {
    return at + 1 == text.size || ascii_is_word(text.data[at + 1]) || text.data[at + 1] == '#';
}

static bool per_cent_means(struct text text, size_t at) {
    return ascii_is_word(byte_at(text, at + 1)) || byte_at(text, at + 1) == '"';
}

static bool brace_means(struct text text, size_t at) {
    return byte_at(text, at + 1) == '+' || byte_at(text, at + 1) == '-';
}

// Whether the byte at `at` would be taken for markup.
typedef bool meaning(struct text text, size_t at);

enum {
    NEVER,
    ALWAYS,
    BLANK,
    FIRST_ASKED,
    AND = FIRST_ASKED,
    AT,
    MARK,
    PER_CENT,
    COLON,
    PERIOD,
    BRACE
};

static const unsigned char kinds[256] = {
    ['\\'] = ALWAYS, ['`'] = ALWAYS,   ['*'] = ALWAYS, ['_'] = ALWAYS, ['['] = ALWAYS,
    [']'] = ALWAYS,  ['<'] = ALWAYS,   ['>'] = ALWAYS, ['~'] = ALWAYS, ['|'] = ALWAYS,
    ['$'] = ALWAYS,  ['^'] = ALWAYS,   ['#'] = ALWAYS, ['&'] = AND,    ['@'] = AT,
    ['!'] = MARK,    ['%'] = PER_CENT, [':'] = COLON,  ['.'] = PERIOD, ['{'] = BRACE,
    ['\t'] = BLANK,  ['\n'] = BLANK,   ['\r'] = BLANK,
};

static meaning *const meanings[] = {
    [AND] = ampersand_means,     [AT] = at_sign_means,  [MARK] = exclamation_means,
    [PER_CENT] = per_cent_means, [COLON] = colon_means, [PERIOD] = period_means,
    [BRACE] = brace_means,
};

static bool means_something(struct text text, size_t at) {
    unsigned char kind = kinds[(unsigned char)text.data[at]];
    return kind == ALWAYS || (kind >= FIRST_ASKED && meanings[kind](text, at));
}

// Index of the byte that makes a block of the line, or text.size.
static size_t block_marker(struct text text) {
    char first = byte_at(text, 0);
    if (first == ':')
        return 0;
    if (first == '-' || first == '+' || first == '=') {
        // "-:" is the line below a table's header.
        char next = byte_at(text, end_of_run(text, 0, first));
        return ascii_is_space(next) || next == ':' ? 0 : text.size;
    }
    size_t at = 0;
    while (at < text.size && at < LONGEST_NUMBER && ascii_is_digit(text.data[at]))
        at++;
    bool item = at > 0 && (byte_at(text, at) == '.' || byte_at(text, at) == ')') &&
                ascii_is_space(byte_at(text, at + 1));
    return item ? at : text.size;
}

static struct text without_spaces_in_front(struct text text) {
    size_t at = 0;
    while (at < text.size && ascii_is_space(text.data[at]))
        at++;
    return text_slice(text, at, text.size);
}

// Two spaces at the end of a line would break it.
static struct text with_one_space_after(struct text text) {
    while (text.size > 1 && ascii_is_space(text.data[text.size - 1]) &&
           ascii_is_space(text.data[text.size - 2]))
        text.size--;
    return text;
}

// Most bytes have no special meaning: they are skipped four at a time, except `marker`.
static size_t skip_plain(struct text text, size_t at, size_t marker) {
    const unsigned char *bytes = (const unsigned char *)text.data;
    size_t end = at <= marker ? marker : text.size;
    while (at + 4 <= end && (kinds[bytes[at]] | kinds[bytes[at + 1]] | kinds[bytes[at + 2]] |
                             kinds[bytes[at + 3]]) == 0)
        at += 4;
    while (at < end && !kinds[bytes[at]])
        at++;
    return at;
}

void escape_markdown(struct writer *writer, struct text text, bool line_start) {
    text = with_one_space_after(line_start ? without_spaces_in_front(text) : text);
    size_t marker = line_start ? block_marker(text) : text.size;
    size_t from = 0;
    for (size_t at = skip_plain(text, 0, marker); at < text.size;
         at = skip_plain(text, at + 1, marker)) {
        bool blank = kinds[(unsigned char)text.data[at]] == BLANK;
        if (!blank && at != marker && !means_something(text, at))
            continue;
        writer_put(writer, text_slice(text, from, at));
        writer_byte(writer, blank ? ' ' : '\\');
        from = blank ? at + 1 : at;
    }
    writer_put(writer, text_slice(text, from, text.size));
}

// cmark decodes entities in an address before it takes backslashes away: one before an ampersand
// does not help.
static void escape_in_address(struct writer *writer, struct text address, size_t at) {
    if (ascii_is_space(address.data[at]))
        escape_uri_path(writer, text_slice(address, at, at + 1));
    else if (address.data[at] == '&')
        writer_put(writer, TEXT("&amp;"));
    else
        writer_put(writer, (struct text){(char[]){'\\', address.data[at]}, 2});
}

void escape_markdown_address(struct writer *writer, struct text address) {
    size_t from = 0;
    for (size_t at = 0; at < address.size; at++) {
        char byte = address.data[at];
        if (!ascii_is_space(byte) && (byte == '\0' || strchr("\\()<>[]*_`|&~$", byte) == NULL))
            continue;
        writer_put(writer, text_slice(address, from, at));
        escape_in_address(writer, address, at);
        from = at + 1;
    }
    writer_put(writer, text_slice(address, from, address.size));
}
