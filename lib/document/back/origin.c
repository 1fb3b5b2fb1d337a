// SPDX-License-Identifier: MIT

#include "document/back/origin.h"

static struct text place_of(struct text table, struct text id, struct text key,
                            struct arena *arena) {
    return text_format(arena, "%.*s\t%.*s\t%.*s", TEXT_ARGS(table), TEXT_ARGS(id), TEXT_ARGS(key));
}

void origin_know(struct known_origin *known, struct origin origin, struct arena *arena) {
    known->origin = origin;
    index_init(&known->by_place, arena);
    index_init(&known->by_row, arena);
    index_expect(&known->by_place, origin.count);
    for (size_t i = 0; i < origin.count; i++) {
        const struct text *parts = origin.items[i].parts;
        index_add(&known->by_place,
                  place_of(parts[ORIGIN_TABLE], parts[ORIGIN_ID], parts[ORIGIN_KEY], arena),
                  &origin.items[i]);
        if (parts[ORIGIN_ROW].size > 0 && text_is(parts[ORIGIN_KEY], ORIGIN_KEY_ROW))
            index_add(&known->by_row,
                      place_of(parts[ORIGIN_TABLE], parts[ORIGIN_ROW], TEXT(""), arena),
                      &origin.items[i]);
    }
}

enum { MOST_ENTRIES = 200000 };

struct reading {
    struct origin made;
    struct arena *arena;
    bool has_head, is_too_long;
};

// Its head is the first row that shows anything.
static bool is_head(const struct xlsx_row *row) {
    for (uint32_t i = 0; i < ORIGIN_COLUMNS; i++) {
        const struct xlsx_cell *cell = xlsx_cell_in(row, i + 1);
        if (cell == NULL || !text_equal(cell->text, origin_titles[i]))
            return false;
    }
    return true;
}

static bool take_row(void *context, const struct xlsx_row *row) {
    struct reading *reading = context;
    struct origin *made = &reading->made;
    if (!reading->has_head)
        return reading->has_head = is_head(row);
    if (made->count == MOST_ENTRIES) {
        reading->is_too_long = true;
        return false;
    }
    made->items = arena_append(reading->arena, made->items, made->count, sizeof *made->items);
    struct origin_entry *entry = &made->items[made->count++];
    for (uint32_t i = 0; i < ORIGIN_COLUMNS; i++) {
        const struct xlsx_cell *cell = xlsx_cell_in(row, i + 1);
        entry->parts[i] = cell == NULL ? TEXT("") : text_copy(reading->arena, cell->text);
    }
    return true;
}

enum xlsx_fault origin_read(struct known_origin *known, const struct xlsx_book *book,
                            struct arena *arena) {
    struct reading reading = {.arena = arena};
    for (size_t i = 0; i < book->sheet_count && !reading.has_head; i++) {
        enum xlsx_fault fault = xlsx_read_rows(book, &book->sheets[i], take_row, &reading, arena);
        if (fault != XLSX_GOOD || reading.is_too_long)
            return fault != XLSX_GOOD ? fault : XLSX_TOO_LARGE;
    }
    origin_know(known, reading.made, arena);
    return XLSX_GOOD;
}

const struct origin_entry *origin_find(const struct known_origin *known, struct text table,
                                       struct text id, struct text key, struct arena *arena) {
    struct arena_savepoint saved = arena_save(arena);
    const struct origin_entry *found =
        index_find(&known->by_place, place_of(table, id, key, arena));
    arena_release(arena, saved);
    return found;
}

struct text origin_id(const struct known_origin *known, struct text table, struct text row,
                      struct arena *arena) {
    struct arena_savepoint saved = arena_save(arena);
    const struct origin_entry *found =
        index_find(&known->by_row, place_of(table, row, TEXT(""), arena));
    arena_release(arena, saved);
    return found == NULL ? TEXT("") : found->parts[ORIGIN_ID];
}

struct text origin_of_book(const struct known_origin *known, const char *key, struct arena *arena) {
    const struct origin_entry *found =
        origin_find(known, TEXT(""), TEXT(""), text_from(key), arena);
    return found == NULL ? TEXT("") : found->parts[ORIGIN_VALUE];
}
