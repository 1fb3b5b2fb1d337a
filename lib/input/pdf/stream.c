// SPDX-License-Identifier: MIT

#include "input/pdf/stream.h"

#include "input/pdf/tokens.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static bool inflate_all(struct text packed, size_t limit, struct arena *arena, struct text *bytes) {
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)packed.data, .avail_in = (uInt)packed.size};
    size_t capacity = 4 * packed.size + 1024, used = 0;
    char *data = arena_alloc_unset(arena, capacity);
    int status = Z_OK;
    if (packed.size > UINT32_MAX)
        return false;
    if (inflateInit(&stream) != Z_OK)
        arena->out_of_memory();
    while (status == Z_OK && used <= limit) {
        if (used == capacity) {
            data = arena_grow(arena, data, capacity, 2 * capacity);
            capacity *= 2;
        }
        size_t room = capacity - used < limit + 1 ? capacity - used : limit + 1;
        stream.next_out = (Bytef *)data + used;
        stream.avail_out = (uInt)room;
        status = inflate(&stream, Z_NO_FLUSH);
        used += room - stream.avail_out;
        if (status == Z_OK && stream.avail_out > 0 && stream.avail_in == 0)
            break; // cut short: what is there may be enough
    }
    inflateEnd(&stream);
    if (status == Z_MEM_ERROR)
        arena->out_of_memory();
    *bytes = (struct text){data, used};
    return (status == Z_STREAM_END || status == Z_OK) && used <= limit;
}

// PNG, RFC 2083, section 6.6.
static uint8_t paeth(uint8_t left, uint8_t above, uint8_t corner) {
    int to_left = abs(above - corner), to_above = abs(left - corner);
    int to_corner = abs(left + above - 2 * corner);
    if (to_left <= to_above && to_left <= to_corner)
        return left;
    return to_above <= to_corner ? above : corner;
}

static bool undo_filter(uint8_t filter, uint8_t *row, const uint8_t *above, size_t columns) {
    for (size_t i = 0; i < columns; i++) {
        uint8_t left = i > 0 ? row[i - 1] : 0, corner = i > 0 ? above[i - 1] : 0;
        const uint8_t guesses[] = {
            0, left, above[i], (uint8_t)((left + above[i]) / 2), paeth(left, above[i], corner),
        };
        if (filter >= sizeof guesses)
            return false;
        row[i] = (uint8_t)(row[i] + guesses[filter]);
    }
    return true;
}

// Rows of one filter byte and `columns` others become rows without it.
static bool undo_rows(size_t columns, struct arena *arena, struct text *bytes) {
    size_t rows = bytes->size / (columns + 1);
    uint8_t *out = arena_alloc(arena, (rows + 1) * columns);
    for (size_t i = 0; i < rows; i++) {
        const char *in = bytes->data + i * (columns + 1);
        uint8_t *row = out + (i + 1) * columns; // the one above the first is zero
        memcpy(row, in + 1, columns);
        if (!undo_filter((uint8_t)*in, row, row - columns, columns))
            return false;
    }
    *bytes = (struct text){(const char *)out + columns, rows * columns};
    return true;
}

static bool undo_predictor(struct text dictionary, struct arena *arena, struct text *bytes) {
    struct text parameters, value;
    int64_t predictor = 1, columns = 1;
    size_t at = 0;
    if (!pdf_find(dictionary, "DecodeParms", &parameters))
        return true;
    struct pdf_token first = pdf_next_token(parameters, &at);
    if (text_is(first.text, "[")) // an array with one entry per filter; there is one filter
        parameters = text_slice(parameters, at, parameters.size);
    bool open;
    at = 0;
    if (!pdf_take_dictionary(parameters, &at, &parameters, &open))
        return true; // null
    at = 0;
    if (pdf_find(parameters, "Predictor", &value))
        pdf_take_number(value, &at, &predictor);
    at = 0;
    if (pdf_find(parameters, "Columns", &value))
        pdf_take_number(value, &at, &columns);
    if (predictor == 1)
        return true;
    return predictor >= 10 && columns >= 1 && columns <= 1024 &&
           undo_rows((size_t)columns, arena, bytes);
}

bool pdf_unpack(struct text dictionary, struct text packed, size_t limit, struct arena *arena,
                struct text *bytes) {
    struct text filter;
    size_t at = 0;
    *bytes = packed;
    if (!pdf_find(dictionary, "Filter", &filter))
        return packed.size <= limit;
    struct pdf_token name = pdf_next_token(filter, &at);
    if (text_is(name.text, "["))
        name = pdf_next_token(filter, &at);
    if (text_is(name.text, "]"))
        return packed.size <= limit;
    return (text_is(name.text, "/FlateDecode") || text_is(name.text, "/Fl")) &&
           inflate_all(packed, limit, arena, bytes) && undo_predictor(dictionary, arena, bytes);
}
