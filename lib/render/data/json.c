// SPDX-License-Identifier: MIT

#include "render/data/json.h"

#include "base/ignore.h"
#include "render/escape.h"

#include <string.h>

enum { SPACES_A_LEVEL = 2 };

struct json_output {
    struct writer *writer;
    struct arena *arena;
    size_t level;
};

static void write_value(struct json_output *output, const struct value *value);

// A byte, a new line, its indentation, and the quotation mark that a name begins with.
static void begin_line(struct json_output *output, struct text before, bool quoted) {
    size_t spaces = SPACES_A_LEVEL * output->level, size = before.size + 1 + spaces + quoted;
    char *room = writer_room(output->writer, size);
    if (room == NULL)
        return;
    if (before.size > 0)
        *room++ = *before.data;
    *room++ = '\n';
    memset(room, ' ', spaces);
    if (quoted)
        room[spaces] = '"';
    output->writer->used += size;
}

static void write_string(struct json_output *output, struct text text) {
    writer_byte(output->writer, '"');
    escape_json(output->writer, text);
    writer_byte(output->writer, '"');
}

// Exact, which a floating-point number would not be: "1850000.5".
static void write_kroner(struct writer *writer, int64_t ore) {
    uint64_t size = ore < 0 ? (uint64_t)0 - (uint64_t)ore : (uint64_t)ore;
    uint64_t decimals = size % 100;
    if (ore < 0)
        writer_byte(writer, '-');
    writer_number(writer, (int64_t)(size / 100));
    if (decimals == 0)
        return;
    writer_byte(writer, '.');
    writer_byte(writer, (char)('0' + decimals / 10));
    if (decimals % 10 != 0)
        writer_byte(writer, (char)('0' + decimals % 10));
}

static void write_list(struct json_output *output, const struct value *list) {
    output->level++;
    for (size_t i = 0; i < list->list.count; i++) {
        struct arena_savepoint saved = arena_save(output->arena);
        struct value item = value_list_item(list, i, output->arena);
        begin_line(output, i == 0 ? TEXT("[") : TEXT(","), false);
        write_value(output, &item);
        arena_release(output->arena, saved);
    }
    output->level--;
    begin_line(output, TEXT(""), false);
    writer_byte(output->writer, ']');
}

static void write_map(struct json_output *output, const struct value *map) {
    output->level++;
    for (size_t i = 0; i < map->map.count; i++) {
        begin_line(output, i == 0 ? TEXT("{") : TEXT(","), true);
        escape_json(output->writer, map->map.members[i].name);
        writer_put(output->writer, TEXT("\": "));
        write_value(output, &map->map.members[i].value);
    }
    output->level--;
    begin_line(output, TEXT(""), false);
    writer_byte(output->writer, '}');
}

static void write_value(struct json_output *output, const struct value *value) {
    struct writer *writer = output->writer;
    switch (value->kind) {
    case VALUE_NONE:
        writer_put(writer, TEXT("null"));
        break;
    case VALUE_TEXT:
        write_string(output, value->text);
        break;
    case VALUE_NUMBER:
        writer_number(writer, value->number);
        break;
    case VALUE_TRUTH:
        writer_put(writer, value->truth ? TEXT("true") : TEXT("false"));
        break;
    case VALUE_AMOUNT:
        write_kroner(writer, value->ore);
        break;
    case VALUE_PROSE:
        write_string(output, ignore_strip(value->prose->source, output->arena));
        break;
    case VALUE_LIST:
        if (value->list.count == 0)
            writer_put(writer, TEXT("[]"));
        else
            write_list(output, value);
        break;
    case VALUE_MAP:
        if (value->map.count == 0)
            writer_put(writer, TEXT("{}"));
        else
            write_map(output, value);
        break;
    }
}

void json_write(struct writer *writer, const struct value *value, struct arena *arena) {
    // A separate arena: `writer` may be writing to memory in the other one, which releasing an item
    // must not free.
    struct arena items;
    arena_init(&items, arena->out_of_memory);
    struct json_output output = {.writer = writer, .arena = &items};
    write_value(&output, value);
    writer_byte(writer, '\n');
    arena_free(&items);
}
