// SPDX-License-Identifier: MIT

#include "view/meeting/changes.h"

#include "base/difference.h"
#include "base/numerals.h"

// A text as words, with a word before each paragraph that says where it begins: that is compared
// too, without the number, which changes with the items before it.
struct words {
    struct arena *arena;
    struct text *items;
    struct text *marks; // of a word that begins a paragraph: "3a"; data NULL for other words
    int *depths;        // likewise
    size_t count;
};

static void add_word(struct words *words, struct text word, struct text mark, int depth) {
    struct arena *arena = words->arena;
    words->items = arena_append(arena, words->items, words->count, sizeof *words->items);
    words->marks = arena_append(arena, words->marks, words->count, sizeof *words->marks);
    words->depths = arena_append(arena, words->depths, words->count, sizeof *words->depths);
    words->items[words->count] = word;
    words->marks[words->count] = mark;
    words->depths[words->count++] = depth;
}

static void add_paragraph(struct words *words, struct text text, struct text mark, int depth) {
    struct text begins = text_format(words->arena, "\n%d%s", depth,
                                     mark.size == 0       ? ""
                                     : text_is(mark, "•") ? "•"
                                                          : "1");
    add_word(words, begins, mark, depth);
    for (struct text rest = text; rest.data != NULL;) {
        struct text word = text_cut(&rest, ' ');
        if (word.size > 0)
            add_word(words, word, (struct text){NULL, 0}, depth);
    }
}

static void add_blocks(struct words *words, const struct prose_node *node,
                       const struct prose_node *end, struct text mark, struct text around,
                       int depth);

// "3", and "3a" for what is in a list within it.
static struct text item_mark(struct words *words, const struct prose_node *list, int64_t number,
                             struct text around) {
    if (list->kind == PROSE_BULLET_LIST)
        return TEXT("•");
    return around.size > 0 && !text_is(around, "•")
               ? text_concat(words->arena, around, numeral_letters(number, words->arena))
               : text_format(words->arena, "%lld", (long long)number);
}

// A list within a point; its own items have numbers of their own.
static void add_list(struct words *words, const struct prose_node *list, struct text around,
                     int depth) {
    int64_t number = list->number;
    for (const struct prose_node *item = list->first; item != NULL; item = item->next) {
        struct text mark = item_mark(words, list, number++, around);
        add_blocks(words, item->first, NULL, mark, mark, depth + 1);
    }
}

static void add_rows(struct words *words, const struct prose_node *table, int depth) {
    for (const struct prose_node *row = table->first; row != NULL; row = row->next) {
        struct text *cells = NULL;
        size_t count = 0;
        for (const struct prose_node *cell = row->first; cell != NULL; cell = cell->next) {
            struct prose one = {.first = cell, .end = cell->next};
            cells = arena_append(words->arena, cells, count, sizeof *cells);
            cells[count++] = prose_plain(&one, true, words->arena);
        }
        struct text line = text_join(words->arena, cells, count, TEXT(" | "));
        add_paragraph(words, line, TEXT(""), depth);
    }
}

// The first paragraph of an item follows its mark. The depth of the tree is bounded.
static void add_blocks(struct words *words, const struct prose_node *node,
                       const struct prose_node *end, struct text mark, struct text around,
                       int depth) {
    struct text shown = mark;
    for (; node != end && node != NULL; node = node->next, shown = TEXT("")) {
        struct prose one = {.first = node, .end = node->next};
        switch (node->kind) {
        case PROSE_BULLET_LIST:
        case PROSE_ORDERED_LIST:
            add_list(words, node, around, depth);
            break;
        case PROSE_QUOTE:
            add_blocks(words, node->first, NULL, TEXT(""), TEXT(""), depth);
            break;
        case PROSE_TABLE:
            add_rows(words, node, depth);
            break;
        case PROSE_RULE:
            break;
        default:
            add_paragraph(words, prose_plain(&one, true, words->arena), shown, depth);
            break;
        }
    }
}

// A point that begins with something else than a paragraph, or with nothing, has a line of its own.
static void add_point(struct words *words, const struct point *point) {
    int depth = (point->number.size > 0) + (point->parent != NULL);
    const struct prose *text = &point->text;
    if (text->first == NULL) {
        add_paragraph(words, text_trim(text->source), point->number, depth);
        return;
    }
    bool paragraph = !prose_is_empty(text) && text->first->kind == PROSE_PARAGRAPH;
    if (!paragraph && point->number.size > 0)
        add_paragraph(words, TEXT(""), point->number, depth);
    add_blocks(words, text->first, text->end, paragraph ? point->number : TEXT(""), TEXT(""),
               depth);
}

static struct words words_of(const struct points *points, struct arena *arena) {
    struct words words = {.arena = arena};
    for (size_t i = 0; i < points->count; i++)
        add_point(&words, points->items[i]);
    return words;
}

// The list of paragraphs as it grows; the last one is open.
struct paragraphs {
    struct arena *arena;
    struct value *items;
    size_t count;
    struct text mark;
    int depth;
    struct value *parts;
    size_t part_count;
    struct text *words; // of the part that is open
    size_t word_count;
    enum difference_kind kind;   // likewise
    const struct words *removed; // a paragraph that is gone, if words that are gone follow
    size_t removed_index;
};

static void end_part(struct paragraphs *paragraphs) {
    struct arena *arena = paragraphs->arena;
    if (paragraphs->word_count == 0)
        return;
    struct text text = text_join(arena, paragraphs->words, paragraphs->word_count, TEXT(" "));
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("ord"), value_text(text));
    map_put(&map, TEXT("lik"), value_truth(paragraphs->kind == DIFFERENCE_SAME));
    map_put(&map, TEXT("fjernet"), value_truth(paragraphs->kind == DIFFERENCE_REMOVED));
    map_put(&map, TEXT("tilføyd"), value_truth(paragraphs->kind == DIFFERENCE_ADDED));
    paragraphs->parts =
        arena_append(arena, paragraphs->parts, paragraphs->part_count, sizeof *paragraphs->parts);
    paragraphs->parts[paragraphs->part_count++] = map_end(&map);
    paragraphs->words = NULL;
    paragraphs->word_count = 0;
}

static void end_paragraph(struct paragraphs *paragraphs) {
    end_part(paragraphs);
    if (paragraphs->part_count == 0 && paragraphs->mark.size == 0)
        return;
    struct map_builder map = map_begin(paragraphs->arena);
    map_put(&map, TEXT("merke"), value_text_or_none(paragraphs->mark));
    map_put(&map, TEXT("har-merke"), value_truth(paragraphs->mark.size > 0));
    map_put(&map, TEXT("nivå"), value_number(paragraphs->depth));
    map_put(&map, TEXT("deler"), value_list(paragraphs->parts, paragraphs->part_count));
    paragraphs->items = arena_append(paragraphs->arena, paragraphs->items, paragraphs->count,
                                     sizeof *paragraphs->items);
    paragraphs->items[paragraphs->count++] = map_end(&map);
    paragraphs->mark = TEXT("");
    paragraphs->parts = NULL;
    paragraphs->part_count = 0;
}

static void begin_paragraph(struct paragraphs *paragraphs, const struct words *words,
                            size_t index) {
    end_paragraph(paragraphs);
    paragraphs->mark = words->marks[index];
    paragraphs->depth = words->depths[index];
}

static void show_word(struct paragraphs *paragraphs, struct text word, enum difference_kind kind) {
    if (kind != paragraphs->kind)
        end_part(paragraphs);
    paragraphs->kind = kind;
    paragraphs->words = arena_append(paragraphs->arena, paragraphs->words, paragraphs->word_count,
                                     sizeof *paragraphs->words);
    paragraphs->words[paragraphs->word_count++] = word;
}

static void show(struct paragraphs *paragraphs, const struct words *words, size_t index,
                 enum difference_kind kind) {
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): the steps are those of the words
    bool begins = words->marks[index].data != NULL;
    bool gone = kind == DIFFERENCE_REMOVED;
    if (begins && gone) {
        paragraphs->removed = words;
        paragraphs->removed_index = index;
        return;
    }
    if (gone && paragraphs->removed != NULL)
        begin_paragraph(paragraphs, paragraphs->removed, paragraphs->removed_index);
    paragraphs->removed = NULL;
    if (begins)
        begin_paragraph(paragraphs, words, index);
    else
        show_word(paragraphs, words->items[index], kind);
}

struct value changes_value(const struct points *old, const struct points *new,
                           struct arena *arena) {
    const struct words before = words_of(old, arena), after = words_of(new, arena);
    const struct differences steps =
        difference_find(before.items, before.count, after.items, after.count, arena);
    struct paragraphs paragraphs = {.arena = arena};
    size_t in_new = 0; // of what is the same, the new paragraph's number is shown
    for (size_t i = 0; i < steps.count; i++) {
        const struct difference *step = &steps.items[i];
        if (step->kind == DIFFERENCE_REMOVED) {
            show(&paragraphs, &before, step->index, step->kind);
            continue;
        }
        show(&paragraphs, &after, in_new, step->kind);
        in_new++;
    }
    end_paragraph(&paragraphs);
    return value_list(paragraphs.items, paragraphs.count);
}
