// SPDX-License-Identifier: MIT

#include "check/fix/join.h"

// Bytes of the file that stay, or others that are put between them.
struct piece {
    size_t from;
    size_t to;
    struct text with; // where from = to
};

struct pieces {
    struct piece *items;
    size_t count;
    struct arena *arena;
};

static size_t size_of(const struct piece *piece) {
    return piece->to - piece->from + piece->with.size;
}

static void add(struct pieces *pieces, struct piece piece) {
    if (size_of(&piece) == 0)
        return;
    pieces->items = arena_append(pieces->arena, pieces->items, pieces->count, sizeof piece);
    pieces->items[pieces->count++] = piece;
}

static struct pieces cut(const struct fixed_file *file, struct arena *arena) {
    struct pieces pieces = {.arena = arena};
    size_t at = 0;
    for (size_t i = 0; i < file->count; i++) {
        add(&pieces, (struct piece){.from = at, .to = file->fixes[i].from});
        add(&pieces, (struct piece){.with = file->fixes[i].with});
        at = file->fixes[i].to;
    }
    add(&pieces, (struct piece){.from = at, .to = file->bytes.size});
    return pieces;
}

// A walk over the pieces, which are one text.
struct walk {
    const struct pieces *pieces;
    size_t index;
    size_t start; // where in the text the piece begins
};

// Bytes `from` to `to` of the text, which begin at or after the end of those taken last.
static void take(struct walk *walk, size_t from, size_t to, struct pieces *into) {
    while (walk->index < walk->pieces->count) {
        const struct piece *piece = &walk->pieces->items[walk->index];
        size_t end = walk->start + size_of(piece);
        size_t first = from > walk->start ? from - walk->start : 0;
        size_t last = to < end ? to - walk->start : end - walk->start;
        if (first < last && piece->with.size > 0)
            add(into, (struct piece){.with = text_slice(piece->with, first, last)});
        else if (first < last)
            add(into, (struct piece){.from = piece->from + first, .to = piece->from + last});
        if (to < end)
            return;
        walk->index++;
        walk->start = end;
    }
}

static void add_fix(struct fixed_file *file, struct fix fix, struct arena *arena) {
    if (fix.from == fix.to && fix.with.size == 0)
        return;
    file->fixes = arena_append(arena, file->fixes, file->count, sizeof fix);
    file->fixes[file->count++] = fix;
}

// The new text between the bytes that are kept replaces the old text there.
static void add_fixes(struct fixed_file *file, const struct pieces *pieces, struct arena *arena) {
    struct fix fix = {.with = TEXT("")};
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        if (piece->with.size > 0) {
            fix.with = text_concat(arena, fix.with, piece->with);
            continue;
        }
        fix.to = piece->from;
        add_fix(file, fix, arena);
        fix = (struct fix){.from = piece->to, .with = TEXT("")};
    }
    fix.to = file->bytes.size;
    add_fix(file, fix, arena);
}

struct fixed_file fixed_file_join(const struct fixed_file *first, const struct fixed_file *second,
                                  struct arena *arena) {
    struct pieces before = cut(first, arena), after = {.arena = arena};
    struct walk walk = {.pieces = &before};
    struct fixed_file joined = {.path = first->path, .bytes = first->bytes};
    size_t at = 0;
    for (size_t i = 0; i < second->count; i++) {
        take(&walk, at, second->fixes[i].from, &after);
        add(&after, (struct piece){.with = second->fixes[i].with});
        at = second->fixes[i].to;
    }
    take(&walk, at, second->bytes.size, &after);
    add_fixes(&joined, &after, arena);
    return joined;
}
