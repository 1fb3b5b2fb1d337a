// SPDX-License-Identifier: MIT
// The objects of a PDF, found by way of its cross-reference tables. What is read and unpacked is
// bounded, whatever the file says of itself.

#ifndef FELLESSKAP_INPUT_PDF_OBJECTS_H
#define FELLESSKAP_INPUT_PDF_OBJECTS_H

#include "base/arena.h"
#include "base/text.h"

#include <stdint.h>

enum { PDF_MOST_SECTIONS = 256 }; // of cross-references: changes of the file

// A part of the numbers of a cross-reference section.
struct pdf_numbers {
    int64_t first;
    int64_t count;
    int64_t at; // of a table: where its entries begin in the file; of a stream: in `entries`
};

struct pdf_section {
    struct text trailer; // a dictionary
    struct pdf_numbers *numbers;
    size_t count;
    bool is_stream;
    struct text entries; // of a stream
    int64_t widths[3];   // of its fields, in bytes
};

struct pdf_object_stream {
    int64_t object;    // its number
    int64_t first;     // where its objects begin
    int64_t count;     // of them
    struct text bytes; // unpacked; none: no stream has been read
};

struct pdf {
    int file;
    int64_t size;
    struct arena *arena;
    int64_t budget;               // bytes that may still be read and unpacked
    struct pdf_section *sections; // the newest first
    size_t section_count;
    struct pdf_object_stream stream; // the last that was read
};

// Reads the cross-references of an open regular file of `size` bytes. False: it is no PDF, or a
// damaged one. All memory is the arena's.
bool pdf_open(struct pdf *pdf, int file, int64_t size, struct arena *arena);

// The dictionary at `*at` of a text, there or in an object that is referred to there; `*at` moves
// past it. False where there is none, or the budget is spent.
bool pdf_next_dictionary(struct pdf *pdf, struct text text, size_t *at, struct text *dictionary);

// The value of a key, likewise, with its brackets.
bool pdf_find_dictionary(struct pdf *pdf, struct text dictionary, const char *key,
                         struct text *found);
bool pdf_find_array(struct pdf *pdf, struct text dictionary, const char *key, struct text *found);
bool pdf_find_number(struct pdf *pdf, struct text dictionary, const char *key, int64_t *number);

#endif
