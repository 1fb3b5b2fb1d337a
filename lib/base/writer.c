// SPDX-License-Identifier: MIT

#include "base/writer.h"

#include <stdint.h>
#include <string.h>

static void grow_in_arena(struct writer *writer, size_t size) {
    size_t wanted = writer->used + size;
    size_t capacity = writer->capacity == 0 ? 128 : writer->capacity;
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

char *writer_room(struct writer *writer, size_t size) {
    if (size > writer->capacity - writer->used)
        writer->make_room(writer, size);
    return size > writer->capacity - writer->used ? NULL : writer->buffer + writer->used;
}

void writer_put(struct writer *writer, struct text text) {
    char *room = text.size > 0 ? writer_room(writer, text.size) : NULL;
    if (room == NULL)
        return;
    memcpy(room, text.data, text.size);
    writer->used += text.size;
}

void writer_byte(struct writer *writer, char byte) {
    if (writer->used < writer->capacity)
        writer->buffer[writer->used++] = byte;
    else
        writer_put(writer, (struct text){&byte, 1});
}

void writer_number(struct writer *writer, int64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (number < 0)
        digits[--at] = '-';
    writer_put(writer, (struct text){digits + at, sizeof digits - at});
}

void writer_repeat(struct writer *writer, char byte, size_t count) {
    if (count <= writer->capacity - writer->used && count > 0) {
        memset(writer->buffer + writer->used, byte, count);
        writer->used += count;
        return;
    }
    while (count-- > 0)
        writer_byte(writer, byte);
}
