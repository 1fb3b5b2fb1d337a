// SPDX-License-Identifier: MIT

#include "view/organisation/box.h"

#include "view/organisation/words.h"
#include "view/plan/width.h"

enum {
    NAME_SIZE = 122, // for the width of bold words of 12
    SMALL_SIZE = 104,
    MOST_LINES = 24, // of a text; no name is so long
    MOST_TEXTS = 3   // below the name
};

// Adds a text to lines that have room for it.
static void add_lines(struct text *lines, size_t *count, struct text text, int room, int size,
                      struct arena *arena) {
    for (int i = 0; text.size > 0; i++) {
        size_t end = text_line_size(text, room, size);
        if (i + 1 == MOST_LINES && end < text.size) {
            lines[(*count)++] = text_cut_to_width(text, room, size, arena);
            return;
        }
        struct text line = text_trim(text_slice(text, 0, end));
        if (line.size > 0)
            lines[(*count)++] = line;
        text = text_slice(text, end, text.size);
    }
}

static struct text filled(const struct view_context *context, struct text key, struct text words) {
    const struct text name = TEXT("navn");
    return words.size == 0 ? words
                           : label_filled(context->labels, key, &name, &words, 1, context->arena);
}

static struct text above(const struct view_context *context, const struct structure *structure,
                         const struct placed_body *placed) {
    return placed->parent == STRUCTURE_TOP
               ? TEXT("")
               : body_short_name(context, structure->items[placed->parent].body);
}

struct chart_box chart_measure(const struct view_context *context,
                               const struct structure *structure, size_t place, int width,
                               bool tied) {
    const struct placed_body *placed = &structure->items[place];
    struct arena *arena = context->arena;
    struct text national = body_national_words(context, placed);
    const struct text small[MOST_TEXTS] = {
        national.size > 0 ? national : body_level_words(context, placed->body),
        filled(context, TEXT("organ-består-av-navn"), body_members_words(context, placed->body)),
        filled(context, TEXT("organ-under-navn"),
               tied ? TEXT("") : above(context, structure, placed))};
    struct text *name = arena_alloc(arena, MOST_LINES * sizeof *name);
    struct text *lines = arena_alloc(arena, MOST_TEXTS * MOST_LINES * sizeof *lines);
    struct chart_box box = {.placed = placed, .width = width, .name.items = name};
    int room = width - 2 * BOX_PADDING;
    add_lines(name, &box.name.count, body_name(context, placed->body), room, NAME_SIZE, arena);
    for (size_t i = 0; i < MOST_TEXTS; i++)
        add_lines(lines, &box.small.count, small[i], room, SMALL_SIZE, arena);
    box.small.items = lines;
    box.height =
        2 * BOX_TOP + (int)box.name.count * BOX_NAME_LINE + (int)box.small.count * BOX_SMALL_LINE;
    return box;
}
