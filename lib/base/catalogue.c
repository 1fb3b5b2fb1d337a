// SPDX-License-Identifier: MIT

#include "base/catalogue.h"

#include <stdint.h>
#include <string.h>

// Where the header of the file has these, in bytes.
enum { COUNT_AT = 8, ENGLISH_AT = 12, TRANSLATED_AT = 16 };

// A row of either table is the length of a text and where it is.
enum { ROW_SIZE = 8, OFFSET_IN_ROW = 4 };

static uint32_t number_at(const struct catalogue *catalogue, size_t at) {
    const unsigned char *byte = catalogue->bytes + at;
    return byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
}

static const char *text_at(const struct catalogue *catalogue, size_t table, size_t row) {
    size_t start = number_at(catalogue, table) + row * ROW_SIZE;
    return (const char *)catalogue->bytes + number_at(catalogue, start + OFFSET_IN_ROW);
}

const char *catalogue_find(const struct catalogue *catalogue, const char *english) {
    size_t low = 0, high = number_at(catalogue, COUNT_AT);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(english, text_at(catalogue, ENGLISH_AT, middle));
        if (order == 0)
            return text_at(catalogue, TRANSLATED_AT, middle);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
