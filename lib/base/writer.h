// SPDX-License-Identifier: MIT
// Bytes on their way out: into memory, or through a buffer to a file.

#ifndef FELLESSKAP_BASE_WRITER_H
#define FELLESSKAP_BASE_WRITER_H

#include "base/text.h"

struct writer {
    char *buffer;
    size_t used;
    size_t capacity;
    // Makes room for at least `size` more bytes, or sets `failed` and empties the buffer.
    void (*make_room)(struct writer *writer, size_t size);
    void *context;
    bool failed; // stays true: the code that finishes the writer checks it
};

// A writer that keeps everything in the arena; the text so far is writer_text().
void writer_to_memory(struct writer *writer, struct arena *arena);
struct text writer_text(const struct writer *writer);

// Where `size` bytes may be written; the caller raises writer->used by the number that it wrote.
// NULL when the writer has failed, or has no buffer as large.
char *writer_room(struct writer *writer, size_t size);

void writer_put(struct writer *writer, struct text text);
void writer_byte(struct writer *writer, char byte);
void writer_number(struct writer *writer, int64_t number);
void writer_repeat(struct writer *writer, char byte, size_t count);

#endif
