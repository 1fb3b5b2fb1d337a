// SPDX-License-Identifier: MIT
// A document as a tree of values: exactly what the templates and the JSON output get.

#ifndef FELLESSKAP_BASE_VALUE_H
#define FELLESSKAP_BASE_VALUE_H

#include "base/prose.h"
#include "base/text.h"

enum value_kind {
    VALUE_NONE, // a key without a value: JSON null, nothing in a template
    VALUE_TEXT,
    VALUE_NUMBER,
    VALUE_TRUTH,
    VALUE_AMOUNT, // øre; JSON: kroner as a number; elsewhere as amount_write() has it
    VALUE_PROSE,
    VALUE_LIST,
    VALUE_MAP,
};

struct value;
struct member;
struct prose_links;

// Makes item `index` of a list when it is needed, in `arena`, which is released when the item has
// been shown: a document of 100 000 rows is never in memory as a whole.
typedef struct value value_item(const void *context, size_t index, struct arena *arena);

struct value {
    enum value_kind kind;
    union {
        struct text text;
        int64_t number;
        bool truth;
        struct {
            int64_t ore;
            bool with_ore; // two decimals for whole kroner, too
        };
        struct {
            const struct prose *prose;
            const struct prose_links *links;
            int shift; // a heading of level n is shown as level n + shift
        };
        struct {
            size_t count;
            value_item *item;
            const void *context; // for value_list(): the array itself
        } list;
        struct {
            size_t count;
            const struct member *members;
        } map;
    };
};

struct member {
    struct text name;
    struct value value;
};

// How the links and embeds of our own schemes (tiltak:, sak:, …) come out in one document.
struct prose_links {
    // The address to link to, or an empty text where nothing shows the thing: then the words are
    // not a link. `url` has one of our schemes and has been checked.
    struct text (*resolve)(const struct prose_links *links, struct text url, struct arena *arena);
    // The partial template that shows an embedded thing, and what it shows.
    struct text (*embed)(const struct prose_links *links, struct text url, struct value *value,
                         struct arena *arena);
};

static inline struct value value_text(struct text text) {
    return (struct value){.kind = VALUE_TEXT, .text = text};
}

// None where the text is empty.
static inline struct value value_text_or_none(struct text text) {
    return text.size == 0 ? (struct value){.kind = VALUE_NONE} : value_text(text);
}

static inline struct value value_number(int64_t number) {
    return (struct value){.kind = VALUE_NUMBER, .number = number};
}

static inline struct value value_truth(bool truth) {
    return (struct value){.kind = VALUE_TRUTH, .truth = truth};
}

static inline struct value value_amount(int64_t ore) {
    return (struct value){.kind = VALUE_AMOUNT, .ore = ore};
}

// None where there is no text. Headings are shown `shift` levels deeper.
struct value value_prose(const struct prose *prose, const struct prose_links *links, int shift);

// A list over an array of values that lives as long as the list.
struct value value_list(const struct value *items, size_t count);

// A list of one value, which is copied to the arena.
struct value value_list_of_one(struct value item, struct arena *arena);

// A list whose items are made one by one; `context` lives as long as the list.
struct value value_lazy_list(value_item *item, const void *context, size_t count);

// Item `index` of a list; `arena` is for lists that make their items.
struct value value_list_item(const struct value *list, size_t index, struct arena *arena);

// The value of `name` in a map, or NULL.
const struct value *value_find(const struct value *map, struct text name);

// Builds a map member by member. The map is owned by the arena.
struct map_builder {
    struct arena *arena;
    struct member *members;
    size_t count;
};

struct map_builder map_begin(struct arena *arena);
void map_put(struct map_builder *map, struct text name, struct value value);
struct value map_end(const struct map_builder *map);

#endif
