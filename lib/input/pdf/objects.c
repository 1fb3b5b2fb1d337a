// SPDX-License-Identifier: MIT

#include "input/pdf/objects.h"

#include "input/pdf/stream.h"
#include "input/pdf/tokens.h"

#include <string.h>
#include <unistd.h>

enum {
    TAIL_BYTES = 2048,                   // where startxref is
    FIRST_WINDOW = 1024,                 // of an object; doubled until it ends
    MOST_WINDOW = 8 * 1024 * 1024,       // a page tree with half a million pages at its top
    MOST_TABLE_BYTES = 16 * 1024 * 1024, // of an unpacked stream
    MOST_BYTES = 128 * 1024 * 1024,      // of all that is read and unpacked of a file
    MOST_SUBSECTIONS = 65536,
    MOST_DEPTH = 4, // a page tree in a stream, whose length is elsewhere
    ENTRY_BYTES = 20,
    LOOKUP_BYTES = 64, // what finding an object counts as, at least
};

// Where an object is: in the file, or with others in a stream.
struct place {
    bool in_stream;
    int64_t at; // the offset in the file, or the number of the stream
};

static bool read_window(struct pdf *pdf, int64_t at, size_t size, struct text *window) {
    if (at < 0 || at >= pdf->size || (pdf->budget -= (int64_t)size) < 0)
        return false;
    if ((int64_t)size > pdf->size - at)
        size = (size_t)(pdf->size - at);
    char *bytes = arena_alloc_unset(pdf->arena, size);
    for (size_t have = 0; have < size;) {
        ssize_t got = pread(pdf->file, bytes + have, size - have, (off_t)at + (off_t)have);
        if (got <= 0)
            return false;
        have += (size_t)got;
    }
    *window = (struct text){bytes, size};
    return true;
}

typedef bool taker(struct text text, size_t *at, struct text *taken, bool *open);

// A window from `at` on that holds what `take` takes whole, after `skip` words ("12 0 obj").
static bool read_whole(struct pdf *pdf, int64_t at, int skip, taker *take, struct text *window,
                       struct text *whole, size_t *end) {
    for (size_t size = FIRST_WINDOW; size <= MOST_WINDOW; size *= 2) {
        bool open;
        if (!read_window(pdf, at, size, window))
            return false;
        *end = 0;
        for (int i = 0; i < skip; i++)
            if (pdf_next_token(*window, end).kind != PDF_TOKEN_WORD)
                return false;
        if (take(*window, end, whole, &open))
            return true;
        if (!open || (int64_t)size >= pdf->size - at)
            return false;
    }
    return false;
}

static bool read_dictionary(struct pdf *pdf, int64_t at, int skip, struct text *window,
                            struct text *dictionary, size_t *end) {
    return read_whole(pdf, at, skip, pdf_take_dictionary, window, dictionary, end);
}

static bool find_number(struct text dictionary, const char *key, int64_t *number) {
    struct text value;
    size_t at = 0;
    return pdf_find(dictionary, key, &value) && pdf_take_number(value, &at, number);
}

static bool find_reference(struct text dictionary, const char *key, int64_t *object) {
    struct text value;
    size_t at = 0;
    return pdf_find(dictionary, key, &value) && pdf_take_reference(value, &at, object);
}

static bool resolve_number(struct pdf *pdf, struct text dictionary, const char *key, int depth,
                           int64_t *number);

// The stream of an object whose dictionary ends at `end` of a window that begins at `at`.
static bool read_stream(struct pdf *pdf, int64_t at, struct text window, size_t end,
                        struct text dictionary, int depth, struct text *bytes) {
    int64_t length;
    struct text packed;
    if (!pdf_take(window, &end, "stream") ||
        !resolve_number(pdf, dictionary, "Length", depth, &length))
        return false;
    if (end < window.size && window.data[end] == '\r')
        end++;
    if (end < window.size && window.data[end] == '\n')
        end++;
    at += (int64_t)end;
    if (length <= 0 || length > pdf->size - at || !read_window(pdf, at, (size_t)length, &packed) ||
        !pdf_unpack(dictionary, packed, MOST_TABLE_BYTES, pdf->arena, bytes))
        return false;
    pdf->budget -= (int64_t)bytes->size;
    return true;
}

static bool add_numbers(struct pdf *pdf, struct pdf_section *section, struct pdf_numbers numbers) {
    if (section->count == MOST_SUBSECTIONS)
        return false;
    section->numbers =
        arena_append(pdf->arena, section->numbers, section->count, sizeof *section->numbers);
    section->numbers[section->count++] = numbers;
    return true;
}

// "xref", then "first count" and so many entries, again and again, then "trailer" and a dictionary.
static bool read_table(struct pdf *pdf, int64_t at, struct pdf_section *section) {
    struct text window;
    size_t end;
    at += 4;
    for (;;) {
        struct pdf_numbers numbers;
        size_t next = 0;
        if (!read_window(pdf, at, 64, &window))
            return false;
        if (pdf_take(window, &next, "trailer"))
            return read_dictionary(pdf, at, 1, &window, &section->trailer, &end);
        if (!pdf_take_number(window, &next, &numbers.first) ||
            !pdf_take_number(window, &next, &numbers.count))
            return false;
        while (next < window.size &&
               (window.data[next] == ' ' || window.data[next] == '\r' || window.data[next] == '\n'))
            next++;
        numbers.at = at + (int64_t)next;
        if (numbers.count > (pdf->size - numbers.at) / ENTRY_BYTES ||
            !add_numbers(pdf, section, numbers))
            return false;
        at = numbers.at + numbers.count * ENTRY_BYTES;
    }
}

static bool read_widths(struct pdf_section *section) {
    struct text value;
    size_t at = 0;
    int64_t sum = 0;
    if (!pdf_find(section->trailer, "W", &value) || !text_is(pdf_next_token(value, &at).text, "["))
        return false;
    for (size_t i = 0; i < 3; i++) {
        if (!pdf_take_number(value, &at, &section->widths[i]) || section->widths[i] > 8)
            return false;
        sum += section->widths[i];
    }
    return sum > 0;
}

static int64_t entry_size(const struct pdf_section *section) {
    return section->widths[0] + section->widths[1] + section->widths[2];
}

// Without an Index, all numbers from 0 to Size.
static bool read_index(struct pdf *pdf, struct pdf_section *section) {
    struct pdf_numbers numbers = {0, 0, 0};
    struct text value;
    size_t at = 0;
    if (!pdf_find(section->trailer, "Index", &value))
        return find_number(section->trailer, "Size", &numbers.count) &&
               add_numbers(pdf, section, numbers);
    if (!text_is(pdf_next_token(value, &at).text, "["))
        return false;
    int64_t most = (int64_t)section->entries.size / entry_size(section);
    while (pdf_take_number(value, &at, &numbers.first) &&
           pdf_take_number(value, &at, &numbers.count)) {
        if (numbers.count > most || !add_numbers(pdf, section, numbers))
            return false;
        numbers.at += numbers.count * entry_size(section);
    }
    return section->count > 0;
}

static bool read_cross_stream(struct pdf *pdf, int64_t at, struct pdf_section *section) {
    struct text window;
    size_t end;
    section->is_stream = true;
    return read_dictionary(pdf, at, 3, &window, &section->trailer, &end) &&
           read_stream(pdf, at, window, end, section->trailer, MOST_DEPTH, &section->entries) &&
           read_widths(section) && read_index(pdf, section);
}

static bool read_section(struct pdf *pdf, int64_t at) {
    struct text window;
    size_t next = 0;
    if (pdf->section_count == PDF_MOST_SECTIONS || !read_window(pdf, at, 64, &window))
        return false;
    struct pdf_section *section = &pdf->sections[pdf->section_count++];
    *section = (struct pdf_section){.is_stream = false};
    bool is_table = pdf_take(window, &next, "xref");
    return is_table ? read_table(pdf, at + (int64_t)next - 4, section)
                    : read_cross_stream(pdf, at, section);
}

// All sections, from the newest back to the first. A cycle ends at their number.
static bool read_sections(struct pdf *pdf, int64_t at) {
    for (;;) {
        int64_t hidden;
        size_t index = pdf->section_count;
        if (!read_section(pdf, at))
            return false;
        struct text trailer = pdf->sections[index].trailer;
        if (find_number(trailer, "XRefStm", &hidden) && !read_section(pdf, hidden))
            return false;
        if (!find_number(trailer, "Prev", &at))
            return true;
    }
}

static int64_t big_endian(const char *bytes, int64_t width) {
    uint64_t value = 0;
    for (int64_t i = 0; i < width; i++)
        value = value << 8 | (uint8_t)bytes[i];
    return value > INT64_MAX ? -1 : (int64_t)value;
}

static bool place_in_table(struct pdf *pdf, int64_t at, struct place *place) {
    struct text entry;
    size_t next = 0;
    int64_t generation;
    place->in_stream = false;
    return read_window(pdf, at, ENTRY_BYTES, &entry) && pdf_take_number(entry, &next, &place->at) &&
           pdf_take_number(entry, &next, &generation) && pdf_take(entry, &next, "n");
}

static bool place_in_stream(const struct pdf_section *section, int64_t at, struct place *place) {
    const int64_t *widths = section->widths;
    if (at + entry_size(section) > (int64_t)section->entries.size)
        return false;
    const char *bytes = section->entries.data + at;
    int64_t type = widths[0] == 0 ? 1 : big_endian(bytes, widths[0]);
    place->in_stream = type == 2;
    place->at = big_endian(bytes + widths[0], widths[1]);
    return type == 1 || type == 2;
}

// The newest section that has the object decides. One where its number is free may hide it from
// old readers (XRefStm).
static bool find_place(struct pdf *pdf, int64_t object, struct place *place) {
    for (size_t i = 0; i < pdf->section_count; i++) {
        const struct pdf_section *section = &pdf->sections[i];
        pdf->budget -= (int64_t)(section->count * sizeof *section->numbers);
        int64_t size = section->is_stream ? entry_size(section) : ENTRY_BYTES;
        for (size_t j = 0; j < section->count; j++) {
            const struct pdf_numbers *numbers = &section->numbers[j];
            if (object < numbers->first || object - numbers->first >= numbers->count)
                continue;
            int64_t at = numbers->at + (object - numbers->first) * size;
            if (section->is_stream ? place_in_stream(section, at, place)
                                   : place_in_table(pdf, at, place))
                return true;
        }
    }
    return false;
}

// The last stream is kept: objects that belong together are in the same one.
static bool open_stream(struct pdf *pdf, int64_t stream, int depth) {
    struct place place;
    struct text window, dictionary;
    size_t after;
    if (pdf->stream.bytes.data != NULL && pdf->stream.object == stream)
        return true;
    pdf->stream.bytes = (struct text){NULL, 0};
    pdf->stream.object = stream;
    return find_place(pdf, stream, &place) && !place.in_stream &&
           read_dictionary(pdf, place.at, 3, &window, &dictionary, &after) &&
           find_number(dictionary, "First", &pdf->stream.first) &&
           find_number(dictionary, "N", &pdf->stream.count) &&
           read_stream(pdf, place.at, window, after, dictionary, depth, &pdf->stream.bytes);
}

// In an object stream: "number offset" of each, then, from First on, the objects.
static bool object_in_stream(struct pdf *pdf, int64_t stream, int64_t object, int depth,
                             struct text *text) {
    size_t at = 0;
    int64_t number, offset;
    if (!open_stream(pdf, stream, depth))
        return false;
    struct text bytes = pdf->stream.bytes;
    int64_t first = pdf->stream.first;
    for (int64_t i = 0; i < pdf->stream.count && pdf->budget > (int64_t)at; i++) {
        if (!pdf_take_number(bytes, &at, &number) || !pdf_take_number(bytes, &at, &offset))
            return false;
        if (number != object)
            continue;
        pdf->budget -= (int64_t)at + LOOKUP_BYTES;
        if (first > (int64_t)bytes.size || offset > (int64_t)bytes.size - first)
            return false;
        *text = text_slice(bytes, (size_t)(first + offset), bytes.size);
        return true;
    }
    pdf->budget -= (int64_t)at + LOOKUP_BYTES;
    return false;
}

static bool take_in_stream(struct pdf *pdf, struct text text, taker *take, struct text *whole) {
    size_t at = 0;
    bool open;
    bool taken = take(text, &at, whole, &open);
    if (!taken && open)
        pdf->budget -= (int64_t)text.size; // all of it has been looked through
    return taken;
}

static bool find_object(struct pdf *pdf, int64_t object, taker *take, struct text *whole) {
    struct place place;
    struct text text;
    size_t at;
    if (!find_place(pdf, object, &place))
        return false;
    if (place.in_stream)
        return object_in_stream(pdf, place.at, object, MOST_DEPTH, &text) &&
               take_in_stream(pdf, text, take, whole);
    return read_whole(pdf, place.at, 3, take, &text, whole, &at);
}

static bool take_value(struct pdf *pdf, struct text text, size_t *at, taker *take,
                       struct text *whole) {
    int64_t object;
    bool open;
    bool taken = pdf_take_reference(text, at, &object) ? find_object(pdf, object, take, whole)
                                                       : take(text, at, whole, &open);
    if (taken)
        pdf->budget -= (int64_t)whole->size;
    return taken;
}

bool pdf_next_dictionary(struct pdf *pdf, struct text text, size_t *at, struct text *dictionary) {
    while (*at < text.size && pdf->budget > 0) {
        size_t before = *at;
        if (take_value(pdf, text, at, pdf_take_dictionary, dictionary))
            return true;
        if (*at == before)
            pdf_next_token(text, at);
    }
    return false;
}

bool pdf_find_dictionary(struct pdf *pdf, struct text dictionary, const char *key,
                         struct text *found) {
    struct text value;
    size_t at = 0;
    return pdf_find(dictionary, key, &value) &&
           take_value(pdf, value, &at, pdf_take_dictionary, found);
}

bool pdf_find_array(struct pdf *pdf, struct text dictionary, const char *key, struct text *found) {
    struct text value;
    size_t at = 0;
    return pdf_find(dictionary, key, &value) && take_value(pdf, value, &at, pdf_take_array, found);
}

// A number that may be in an object of its own.
static bool resolve_number(struct pdf *pdf, struct text dictionary, const char *key, int depth,
                           int64_t *number) {
    struct place place;
    struct text text;
    int64_t object, self, generation;
    size_t at = 0;
    if (!find_reference(dictionary, key, &object))
        return find_number(dictionary, key, number);
    if (depth == 0 || !find_place(pdf, object, &place))
        return false;
    if (place.in_stream)
        return object_in_stream(pdf, place.at, object, depth - 1, &text) &&
               pdf_take_number(text, &at, number);
    return read_window(pdf, place.at, 128, &text) && pdf_take_number(text, &at, &self) &&
           pdf_take_number(text, &at, &generation) && pdf_take(text, &at, "obj") &&
           pdf_take_number(text, &at, number);
}

static bool find_start(struct pdf *pdf, int64_t *start) {
    static const char word[] = "startxref";
    struct text head, tail;
    int64_t from = pdf->size > TAIL_BYTES ? pdf->size - TAIL_BYTES : 0;
    if (!read_window(pdf, 0, 1024, &head) || memmem(head.data, head.size, "%PDF-", 5) == NULL ||
        !read_window(pdf, from, TAIL_BYTES, &tail))
        return false;
    for (size_t at = tail.size; at-- > 0;) {
        if (!text_starts_with(text_slice(tail, at, tail.size), TEXT("startxref")))
            continue;
        at += sizeof word - 1;
        return pdf_take_number(tail, &at, start);
    }
    return false;
}

bool pdf_find_number(struct pdf *pdf, struct text dictionary, const char *key, int64_t *number) {
    return resolve_number(pdf, dictionary, key, MOST_DEPTH, number);
}

bool pdf_open(struct pdf *pdf, int file, int64_t size, struct arena *arena) {
    int64_t start;
    *pdf = (struct pdf){.file = file, .size = size, .arena = arena, .budget = MOST_BYTES};
    pdf->sections = arena_alloc_unset(arena, PDF_MOST_SECTIONS * sizeof *pdf->sections);
    return find_start(pdf, &start) && read_sections(pdf, start);
}
