// SPDX-License-Identifier: MIT

#include "base/writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void grow_in_arena(struct writer *writer, size_t size) {
    size_t wanted = writer->used + size;
    size_t capacity = writer->capacity == 0 ? 1024 : writer->capacity;
    while (capacity < wanted)
        capacity *= 2;
    writer->buffer = arena_grow(writer->context, writer->buffer, writer->used, capacity);
    writer->capacity = capacity;
}

void writer_to_memory(struct writer *writer, struct arena *arena) {
    *writer = (struct writer){.make_room = grow_in_arena, .context = arena};
}

struct text writer_text(const struct writer *writer) {
    return (struct text){writer->buffer, writer->used};
}

void writer_put(struct writer *writer, struct text text) {
    if (text.size > writer->capacity - writer->used)
        writer->make_room(writer, text.size);
    if (text.size > writer->capacity - writer->used)
        return; // failed
    if (text.size > 0)
        memcpy(writer->buffer + writer->used, text.data, text.size);
    writer->used += text.size;
}

void writer_byte(struct writer *writer, char byte) {
    writer_put(writer, (struct text){&byte, 1});
}

void writer_number(struct writer *writer, int64_t number) {
    char digits[24];
    int size = snprintf(digits, sizeof digits, "%" PRId64, number);
    writer_put(writer, (struct text){digits, (size_t)size});
}

void writer_repeat(struct writer *writer, char byte, size_t count) {
    while (count-- > 0)
        writer_byte(writer, byte);
}
