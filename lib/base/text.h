// SPDX-License-Identifier: MIT
// UTF-8 text with its length. A NUL byte in it is data.

#ifndef FELLESSKAP_BASE_TEXT_H
#define FELLESSKAP_BASE_TEXT_H

#include "base/arena.h"
#include "base/ascii.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct text {
    const char *data;
    size_t size; // bytes
};

struct text_list {
    struct text *items;
    size_t count;
};

// The list is owned by the arena; the text stays where it is.
void text_list_add(struct text_list *list, struct text text, struct arena *arena);

#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})

// The same as an initialiser of a constant table.
#define TEXT_OF(literal)                                                                           \
    { (literal), sizeof(literal) - 1 }

// For printf's "%.*s".
#define TEXT_ARGS(text) (int)(text).size, (text).data

// Inline, with text_slice() and text_find(): they are called for each word of a tree, and of a
// literal the compiler knows the size.
static inline struct text text_from(const char *nul_terminated) {
    return (struct text){nul_terminated, strlen(nul_terminated)};
}

// The part of `text` from byte `from` to byte `to` (not included).
static inline struct text text_slice(struct text text, size_t from, size_t to) {
    return (struct text){from == 0 ? text.data : text.data + from, to - from};
}

static inline bool text_equal(struct text a, struct text b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline bool text_is(struct text text, const char *nul_terminated) {
    return text_equal(text, text_from(nul_terminated));
}

static inline bool text_starts_with(struct text text, struct text prefix) {
    return text.size >= prefix.size && text_equal(text_slice(text, 0, prefix.size), prefix);
}

static inline bool text_ends_with(struct text text, struct text suffix) {
    return text.size >= suffix.size &&
           text_equal(text_slice(text, text.size - suffix.size, text.size), suffix);
}

// Order of bytes, which for UTF-8 is the order of code points: the same in any locale.
int text_compare(struct text a, struct text b);

// The same for qsort() of texts.
int text_order(const void *left, const void *right);

// Without spaces, tabs and line breaks at both ends.
struct text text_trim(struct text text);

// Index of the first `byte`, or text.size when there is none.
static inline size_t text_find(struct text text, char byte) {
    const char *found = text.size == 0 ? NULL : (const char *)memchr(text.data, byte, text.size);
    return found == NULL ? text.size : (size_t)(found - text.data);
}

// The first byte from `at` on that `set` has true; or text.size.
size_t text_find_any(struct text text, size_t at, const bool set[256]);

// The end of the line that contains `from`, before its line break; and the start of the line after
// that. A line feed ends a line, a carriage return, or the two together.
size_t text_line_end(struct text text, size_t from);
size_t text_next_line(struct text text, size_t end);

// Cuts off and returns what comes before the first `separator`; `*rest` becomes what comes after
// it. At the end `*rest` has data NULL.
struct text text_cut(struct text *rest, char separator);

// A copy owned by the arena, followed by a NUL.
struct text text_copy(struct arena *arena, struct text text);

// printf into the arena.
struct text text_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

struct text text_concat(struct arena *arena, struct text a, struct text b);
struct text text_join(struct arena *arena, const struct text *parts, size_t count,
                      struct text separator);

// Whole numbers from 0 to 999 999 999; false for anything else.
bool text_to_number(struct text text, int *number);

// Reads one code point at `*at` and moves `*at` past it. The text must be valid UTF-8. Of those
// that are not ASCII text_next_wide() does the same.
uint32_t text_next_wide(struct text text, size_t *at);
static inline uint32_t text_next_code_point(struct text text, size_t *at) {
    unsigned char first = (unsigned char)text.data[*at];
    return first < 0x80 ? ++*at, first : text_next_wide(text, at);
}

// UTF-16 code units, in which spreadsheets count.
size_t text_utf16_units(struct text text);

// Code points, as an editor counts columns.
size_t text_length(struct text text);

// Columns on a terminal or in a fixed-width cell: wide characters are two, combining ones none.
size_t text_width(struct text text);

// The first byte from `at` on that is not part of a printable ASCII character, a line feed or a
// letter of U+00C0 to U+00FF; or text.size. Most of a text is skipped eight bytes at a time.
size_t text_skip_plain(struct text text, size_t at);

// Byte offset of the first fault of UTF-8 (RFC 3629), or text.size.
size_t text_first_invalid(struct text text);

// With U+FFFD for invalid UTF-8, which file names may contain. Returns `text` itself where all of
// it is valid.
struct text text_made_valid(struct arena *arena, struct text text);

// Unicode normalisation form C: what macOS writes in two code points becomes one. Returns `text`
// itself when nothing changes, and when it has more than 30 marks in a row.
struct text text_nfc(struct arena *arena, struct text text);

// Lower case, code point by code point.
struct text text_lower(struct arena *arena, struct text text);

// Letters a to z, digits and single hyphens, for names that any program takes: "Søndre Trøndelag" →
// "sondre-trondelag".
struct text text_slug(struct arena *arena, struct text text);

// The candidate with the fewest edits (insert, delete, replace, swap) from `text`, if they are few
// for its length; index, or `count` when nothing is near.
size_t text_nearest(struct text text, const struct text *candidates, size_t count);

// Whether it is `other`, but for a slip in a few of its letters: "vedtaket" is "vedtak", "votering"
// is not "vurdering". Stricter than text_nearest(); where both have as many words, each is looked
// at.
bool text_is_slip_of(struct text text, struct text other);

// Whether there is an ASCII digit at byte `at`, which may be beyond the end.
static inline bool text_digit_at(struct text text, size_t at) {
    return at < text.size && ascii_is_digit(text.data[at]);
}

#endif
