// SPDX-License-Identifier: MIT

#include "base/text.h"

#include "base/ascii.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

int text_compare(struct text a, struct text b) {
    size_t shared = a.size < b.size ? a.size : b.size;
    int order = shared == 0 ? 0 : memcmp(a.data, b.data, shared);
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

int text_order(const void *left, const void *right) {
    return text_compare(*(const struct text *)left, *(const struct text *)right);
}

struct text text_trim(struct text text) {
    size_t from = 0, to = text.size;
    while (from < to && ascii_is_space(text.data[from]))
        from++;
    while (to > from && ascii_is_space(text.data[to - 1]))
        to--;
    return text_slice(text, from, to);
}

// Most looks find nothing: four bytes at a time.
size_t text_find_any(struct text text, size_t at, const bool set[256]) {
    const unsigned char *bytes = (const unsigned char *)text.data;
    for (; at + 4 <= text.size; at += 4)
        if (set[bytes[at]] | set[bytes[at + 1]] | set[bytes[at + 2]] | set[bytes[at + 3]])
            break;
    while (at < text.size && !set[bytes[at]])
        at++;
    return at;
}

// In pieces, so that where all lines end in carriage returns, none is searched to the end.
size_t text_line_end(struct text text, size_t from) {
    enum { PIECE = 256 };
    for (size_t at = from; at < text.size; at += PIECE) {
        struct text piece = text_slice(text, at, text.size - at > PIECE ? at + PIECE : text.size);
        struct text line = text_slice(piece, 0, text_find(piece, '\n'));
        size_t end = text_find(line, '\r');
        if (end < piece.size)
            return at + end;
    }
    return text.size;
}

size_t text_next_line(struct text text, size_t end) {
    if (end == text.size)
        return end;
    bool pair = text.data[end] == '\r' && end + 1 < text.size && text.data[end + 1] == '\n';
    return end + 1 + pair;
}

struct text text_cut(struct text *rest, char separator) {
    size_t end = text_find(*rest, separator);
    struct text first = text_slice(*rest, 0, end);
    *rest = end == rest->size ? (struct text){NULL, 0} : text_slice(*rest, end + 1, rest->size);
    return first;
}

struct text text_copy(struct arena *arena, struct text text) {
    return (struct text){arena_copy(arena, text.data, text.size), text.size};
}

struct text text_format(struct arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    char most[256]; // are shorter, and formatted once
    int size = vsnprintf(most, sizeof most, format, arguments);
    va_end(arguments);
    if (size < 0) // more than 2 GB, or no memory
        arena->out_of_memory();
    char *data = arena_alloc_unset(arena, (size_t)size + 1);
    if ((size_t)size < sizeof most)
        memcpy(data, most, (size_t)size + 1);
    else
        vsnprintf(data, (size_t)size + 1, format, again);
    va_end(again);
    return (struct text){data, (size_t)size};
}

struct text text_join(struct arena *arena, const struct text *parts, size_t count,
                      struct text separator) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += parts[i].size + (i > 0 ? separator.size : 0);
    char *joined = arena_alloc(arena, size + 1);
    char *end = joined;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            end = (char *)memcpy(end, separator.data, separator.size) + separator.size;
        if (parts[i].size > 0)
            end = (char *)memcpy(end, parts[i].data, parts[i].size) + parts[i].size;
    }
    return (struct text){joined, size};
}

struct text text_concat(struct arena *arena, struct text a, struct text b) {
    return text_join(arena, (struct text[]){a, b}, 2, (struct text){"", 0});
}

bool text_to_number(struct text text, int *number) {
    if (text.size == 0 || text.size > 9)
        return false;
    int sum = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        sum = 10 * sum + (text.data[i] - '0');
    }
    *number = sum;
    return true;
}

uint32_t text_next_wide(struct text text, size_t *at) {
    utf8proc_int32_t code_point = 0;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text.data + *at,
                                             (utf8proc_ssize_t)(text.size - *at), &code_point);
    *at += size > 0 ? (size_t)size : 1;
    return size > 0 ? (uint32_t)code_point : 0xFFFD;
}

size_t text_length(struct text text) {
    size_t length = 0;
    for (size_t i = 0; i < text.size; i++)
        length += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return length;
}

size_t text_width(struct text text) {
    size_t width = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t code_point = text_next_code_point(text, &at);
        width += code_point < 0x80 ? 1 : (size_t)utf8proc_charwidth((utf8proc_int32_t)code_point);
    }
    return width;
}

// U+00C0 to U+00FF: the letters of western Europe that are not ASCII.
static bool is_latin_letter(struct text text, size_t at) {
    return (unsigned char)text.data[at] == 0xC3 && at + 1 < text.size &&
           ((unsigned char)text.data[at + 1] & 0xC0) == 0x80;
}

static size_t skip_printable_ascii(struct text text, size_t at) {
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = UINT64_C(0x8080808080808080);
    for (; at + sizeof ones <= text.size; at += sizeof ones) {
        uint64_t eight;
        memcpy(&eight, text.data + at, sizeof eight);
        // What is not ASCII has its high bit; so has a control minus a space, and delete plus one.
        uint64_t odd = (eight | (eight - 0x20 * ones) | (eight + ones)) & highs;
        // A carry makes only the bits above the first such byte wrong.
        if (odd != 0 && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)
            return at + (size_t)__builtin_ctzll(odd) / 8;
        if (odd != 0)
            break;
    }
    while (at < text.size && text.data[at] >= 0x20 && text.data[at] < 0x7F)
        at++;
    return at;
}

size_t text_skip_plain(struct text text, size_t at) {
    for (;;) {
        at = skip_printable_ascii(text, at);
        if (at < text.size && text.data[at] == '\n')
            at++;
        else if (at < text.size && is_latin_letter(text, at))
            at += 2;
        else
            return at;
    }
}

size_t text_first_invalid(struct text text) {
    for (size_t at = text_skip_plain(text, 0); at < text.size; at = text_skip_plain(text, at)) {
        if ((unsigned char)text.data[at] < 0x80) {
            at++;
            continue;
        }
        utf8proc_int32_t code_point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                                 (utf8proc_ssize_t)(text.size - at), &code_point);
        if (size <= 0)
            return at;
        at += (size_t)size;
    }
    return text.size;
}

// The first byte of U+0300 or above, the first combining character, from `at` on.
static size_t skip_below_marks(struct text text, size_t at) {
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = UINT64_C(0x8080808080808080);
    for (uint64_t eight; at + sizeof eight <= text.size; at += sizeof eight) {
        memcpy(&eight, text.data + at, sizeof eight);
        uint64_t from_cc = (eight & ~highs) + (0x100 - 0xCC) * ones;
        if ((from_cc & eight & highs) != 0)
            break;
    }
    while (at < text.size && (unsigned char)text.data[at] < 0xCC)
        at++;
    return at;
}

// Below the marks everything is in form C, and so are dashes, quotes and dots: the common case.
static bool is_surely_nfc(struct text text) {
    for (size_t at = 0; (at = skip_below_marks(text, at)) < text.size;) {
        uint32_t code_point = text_next_code_point(text, &at);
        if (code_point < 0x2002 || code_point > 0x206F)
            return false;
    }
    return true;
}

struct text text_made_valid(struct arena *arena, struct text text) {
    static const struct text replacement = TEXT_OF("\uFFFD");
    size_t from = text_first_invalid(text), size = from;
    if (from == text.size)
        return text;
    char *bytes = arena_alloc_unset(arena, text.size * replacement.size);
    memcpy(bytes, text.data, from);
    while (from < text.size) { // text.data[from] is wrong
        memcpy(bytes + size, replacement.data, replacement.size);
        size += replacement.size;
        struct text rest = text_slice(text, from + 1, text.size);
        size_t valid = text_first_invalid(rest);
        memcpy(bytes + size, rest.data, valid);
        size += valid;
        from += 1 + valid;
    }
    return (struct text){bytes, size};
}

// Marks after a letter are sorted, which takes quadratic time. No script needs many: a run longer
// than Unicode's stream-safe format allows (UAX #15) is not a letter, and stays as it is.
static bool has_too_many_marks(struct text text) {
    enum { MOST_MARKS = 30 };
    int marks = 0;
    for (size_t at = 0; at < text.size && marks <= MOST_MARKS;) {
        utf8proc_int32_t code_point = (utf8proc_int32_t)text_next_code_point(text, &at);
        bool mark = utf8proc_get_property(code_point)->combining_class != 0;
        marks = mark ? marks + 1 : 0;
    }
    return marks > MOST_MARKS;
}

struct text text_nfc(struct arena *arena, struct text text) {
    if (is_surely_nfc(text) || has_too_many_marks(text))
        return text;
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t size =
        utf8proc_map((const utf8proc_uint8_t *)text.data, (utf8proc_ssize_t)text.size, &mapped,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (size == UTF8PROC_ERROR_NOMEM)
        arena->out_of_memory();
    if (size < 0)
        return text;
    struct text normal = {(const char *)mapped, (size_t)size};
    struct text result = text_equal(normal, text) ? text : text_copy(arena, normal);
    free(mapped);
    return result;
}

struct text text_lower(struct arena *arena, struct text text) {
    // A lower-case letter may need one byte more than its capital, never more than four.
    char *lower = arena_alloc_unset(arena, 4 * text.size + 1);
    size_t size = 0;
    for (size_t at = 0; at < text.size;) {
        if ((unsigned char)text.data[at] < 0x80) {
            lower[size++] = ascii_lower(text.data[at++]);
            continue;
        }
        utf8proc_int32_t code_point = (utf8proc_int32_t)text_next_code_point(text, &at);
        size += (size_t)utf8proc_encode_char(utf8proc_tolower(code_point),
                                             (utf8proc_uint8_t *)lower + size);
    }
    lower[size] = '\0';
    return (struct text){lower, size};
}

// Letters that do not decompose into another letter and a mark.
static const char *letter_in_ascii(uint32_t letter) {
    static const struct {
        uint32_t letter;
        const char *ascii;
    } letters[] = {
        {0xE6, "ae"}, {0xF8, "o"}, {0x111, "d"}, {0x14B, "n"}, {0x167, "t"}, {0xDF, "ss"},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].letter == letter)
            return letters[i].ascii;
    return "";
}

struct text text_slug(struct arena *arena, struct text text) {
    struct text lower = text_lower(arena, text_nfc(arena, text));
    char *slug = arena_alloc(arena, 3 * lower.size + 1);
    size_t size = 0;
    bool gap = false;
    for (size_t at = 0; at < lower.size;) {
        utf8proc_int32_t parts[8];
        utf8proc_int32_t whole = (utf8proc_int32_t)text_next_code_point(lower, &at);
        utf8proc_ssize_t count =
            utf8proc_decompose_char(whole, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, NULL);
        uint32_t letter = count > 0 ? (uint32_t)parts[0] : 0;
        char plain[] = {(char)letter, '\0'};
        bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        const char *ascii = is_plain ? plain : letter_in_ascii(letter);
        if (*ascii == '\0') {
            gap |= count > 0;
            continue;
        }
        if (gap && size > 0)
            slug[size++] = '-';
        gap = false;
        for (; *ascii != '\0'; ascii++)
            slug[size++] = *ascii;
    }
    return (struct text){slug, size};
}

enum { LONGEST_COMPARED = 64 };

static bool same_letter(char a, char b) {
    bool letter = (a | 0x20) >= 'a' && (a | 0x20) <= 'z';
    return a == b || (letter && (a | 0x20) == (b | 0x20));
}

struct edit_table {
    struct text a, b;
    size_t rows[3][LONGEST_COMPARED + 1];
};

// Fills row `i`, of the first `i` bytes of `a`, and returns the least in it.
static size_t fill_row(struct edit_table *table, size_t i) {
    const char *a = table->a.data, *b = table->b.data;
    size_t *now = table->rows[i % 3], *before = table->rows[(i + 2) % 3];
    const size_t *two_before = table->rows[(i + 1) % 3];
    size_t least_of_row = now[0] = i;
    for (size_t j = 1; j <= table->b.size; j++) {
        size_t least = before[j - 1] + !same_letter(a[i - 1], b[j - 1]);
        if (before[j] + 1 < least)
            least = before[j] + 1;
        if (now[j - 1] + 1 < least)
            least = now[j - 1] + 1;
        bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if (swapped && two_before[j - 2] + 1 < least)
            least = two_before[j - 2] + 1;
        now[j] = least;
        least_of_row = least < least_of_row ? least : least_of_row;
    }
    return least_of_row;
}

// Optimal string alignment distance over bytes, ignoring case, with three rows of the table; or
// more than `most`, where it is more. A row goes on from the two before it.
static size_t edits(struct text a, struct text b, size_t most) {
    struct edit_table table;
    size_t before = 0;
    table.a = a;
    table.b = b;
    for (size_t j = 0; j <= b.size; j++)
        table.rows[0][j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t least = fill_row(&table, i);
        if (least > most && before >= most)
            return most + 1;
        before = least;
    }
    return table.rows[a.size % 3][b.size];
}

static size_t common_start(struct text a, struct text b) {
    size_t size = 0;
    while (size < a.size && size < b.size && a.data[size] == b.data[size])
        size++;
    return size;
}

// Of numbers like 3.1.2, one of the same chapter is meant rather than one with the same end.
static bool begins_more_alike(struct text text, struct text a, struct text b) {
    return common_start(text, a) > common_start(text, b);
}

// How often a text has each letter; what differs in case alone is one.
struct letters {
    unsigned char count[32];
};

static struct letters count_letters(struct text text) {
    struct letters letters = {{0}};
    for (size_t i = 0; i < text.size; i++)
        letters.count[text.data[i] & 31]++;
    return letters;
}

// The letters of `other` that are not in `text`, which has these, or the other way round: at least
// so many changes lie between the two.
static size_t letters_apart(struct text text, struct letters letters, struct text other) {
    size_t both = 0;
    for (size_t i = 0; i < other.size; i++)
        if (letters.count[other.data[i] & 31] > 0) {
            letters.count[other.data[i] & 31]--;
            both++;
        }
    return (text.size > other.size ? text.size : other.size) - both;
}

static bool may_be_near(struct text text, const struct letters *letters, struct text other,
                        size_t most) {
    if (other.size == 0 || other.size > LONGEST_COMPARED || other.size + most < text.size ||
        text.size + most < other.size)
        return false;
    return letters_apart(text, *letters, other) <= most;
}

// Each letter of a short abbreviation says nearly all: "ASU" is not a slip for "PSU", but "AUS" and
// "asu" are for "ASU".
static bool is_other_word(struct text text, const struct letters *letters,
                          struct text abbreviation) {
    enum { SHORT = 3 };
    for (size_t i = 0; i < abbreviation.size; i++)
        if (abbreviation.data[i] < 'A' || abbreviation.data[i] > 'Z')
            return false;
    return text.size <= SHORT && text.size == abbreviation.size &&
           letters_apart(text, *letters, abbreviation) > 0;
}

size_t text_nearest(struct text text, const struct text *candidates, size_t count) {
    size_t nearest = count;
    size_t fewest = text.size / 3 + 1; // more changes than this are another word
    if (text.size == 0 || text.size > LONGEST_COMPARED)
        return count;
    const struct letters letters = count_letters(text);
    for (size_t i = 0; i < count; i++) {
        if (!may_be_near(text, &letters, candidates[i], fewest) ||
            is_other_word(text, &letters, candidates[i]))
            continue;
        size_t distance = edits(text, candidates[i], fewest);
        bool as_near =
            distance == fewest &&
            (nearest == count || begins_more_alike(text, candidates[i], candidates[nearest]));
        if (distance < fewest || as_near) {
            fewest = distance;
            nearest = i;
        }
    }
    return nearest;
}

static bool has_few_edits(struct text text, struct text other) {
    size_t few = (text.size + 2) / 4;
    return text.size <= LONGEST_COMPARED && other.size <= LONGEST_COMPARED &&
           edits(text, other, few) <= few;
}

static size_t count_words(struct text text) {
    size_t count = 0;
    for (; text.data != NULL; count++)
        text_cut(&text, ' ');
    return count;
}

bool text_is_slip_of(struct text text, struct text other) {
    bool near = has_few_edits(text, other);
    if (count_words(text) != count_words(other))
        return near;
    while (near && text.data != NULL)
        near = has_few_edits(text_cut(&text, ' '), text_cut(&other, ' '));
    return near;
}

size_t text_utf16_units(struct text text) {
    size_t units = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        units += (byte & 0xC0) != 0x80; // the first byte of a character
        units += byte >= 0xF0;          // of one that takes two units
    }
    return units;
}

void text_list_add(struct text_list *list, struct text text, struct arena *arena) {
    list->items = arena_append(arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = text;
}
