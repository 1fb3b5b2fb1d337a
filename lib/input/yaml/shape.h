// SPDX-License-Identifier: MIT
// What binding tables are made of: one constant table for each kind of map, with key, type, and
// offset in the struct.

#ifndef FELLESSKAP_INPUT_YAML_SHAPE_H
#define FELLESSKAP_INPUT_YAML_SHAPE_H

#include "base/date.h"
#include "base/prose.h"
#include "input/yaml/yaml.h"

// What the tables fill in. A key that is not given leaves zeros: at.line == 0.

struct scalar {
    struct text text;
    struct position at;
};

struct scalar_list {
    struct scalar *items;
    size_t count;
    struct position at; // of the list
};

// Whether one of them is `text`.
static inline bool scalar_list_has(const struct scalar_list *list, struct text text) {
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i].text, text))
            return true;
    return false;
}

struct prose_list {
    struct prose *items;
    size_t count;
    struct position at; // of the list
};

struct dated {
    struct date date;
    struct position at;
};

struct money {
    int64_t ore;
    struct position at;
};

enum { NUMBER_UNKNOWN = -1 };

struct number {
    int value; // NUMBER_UNKNOWN: the value is not a number
    struct position at;
};

struct choice {
    int index; // in the field's choices; -1 where none is given
    struct position at;
};

// Any list of structs begins like this one.
struct record_list {
    void *items;
    size_t count;
};

enum field_type {
    FIELD_TEXT,    // struct scalar: one line
    FIELD_ID,      // struct scalar: one line, in normalisation form C
    FIELD_PROSE,   // struct prose: Markdown
    FIELD_PROSES,  // struct prose_list: a list of Markdown texts
    FIELD_TEXTS,   // struct scalar_list: a list of one-line texts, or one alone
    FIELD_IDS,     // struct scalar_list: the same in normalisation form C
    FIELD_NUMBER,  // struct number: 0 to 999 999 999
    FIELD_DATE,    // struct dated
    FIELD_AMOUNT,  // struct money
    FIELD_CHOICE,  // struct choice: one of `choices`
    FIELD_SPECIAL, // whatever form->read makes of a scalar
    FIELD_VARIANT, // whatever form->read_item makes of a value of any kind
    FIELD_RECORD,  // a struct by `shape`
    FIELD_PEOPLE,  // struct scalar_list: ids, or records by `shape` in their place, whose first
                   // field is the id; of one without an id, the other texts with commas between
    FIELD_PERSON,  // struct scalar: one of these
    FIELD_RECORDS, // struct record_list of structs by `shape`
    FIELD_KIND,    // the first key of a file; its value is `choices[0]`, and nothing is stored
};

enum field_flag {
    FIELD_OPTIONAL,
    FIELD_REQUIRED,
    FIELD_FILLED, // may be missing, but must have a value where it is given
    FIELD_ALIKE,  // all maps of this shape in a file have it, or none
    FIELD_EITHER, // one of the rows with this flag must be there
};

struct binding;
struct field;

enum form_number { NO_NUMBER, WHOLE_NUMBER, ANY_NUMBER };

// A way of writing a value that has a reader of its own. Editors know it by its pattern: a regular
// expression as JavaScript has them, which matches the whole text.
struct form {
    // Reads a text of one line into `*into`, or an item of any kind. Reports what is wrong itself.
    void (*read)(struct binding *binding, struct scalar scalar, void *into);
    void (*read_item)(struct binding *binding, struct yaml_item item, void *into);
    const char *scheme; // "sak": what is read names a thing of this scheme; or NULL
    const char *how;    // N_("write number/year, like 41/24"): the editor's message for a wrong
                        // value
    const char *pattern;
    const char *example;
    // What YAML reads as a number (1.2, 13.00, 2024) is a number to an editor.
    enum form_number number;
    bool truth;       // true and false are texts like others
    int least_number; // any where both are zero
    int most_number;
    // read_item may also take a list of texts, or a map of keys to words, in any case of letters. A
    // pattern that is NULL: no such text, list or key.
    const char *item_pattern;
    const char *key_pattern;
    const char *const *keys;    // instead of a pattern, all of them; ends with NULL
    const char *const *words;   // ends with NULL
    const char *years_pattern;  // two words may have a dash between, and a text may be words with
                                // such years after them
    const struct field *values; // instead of words: what the values are, or maps of texts to them
};

struct field {
    const char *key;
    enum field_type type;
    enum field_flag flag;
    size_t offset;
    const char *help;    // N_("the body above it"): what it says, for editors
    const char *example; // a value as it is written; NULL: the one of its form or type
    const struct shape *shape;
    const char *const *choices; // ends with NULL; of FIELD_SPECIAL, what editors suggest
    const struct form *form;    // needed by FIELD_SPECIAL and FIELD_VARIANT; otherwise for editors
                                // only
};

struct shape {
    size_t size; // of the struct
    const struct field *fields;
    size_t field_count;
    bool lenient; // other keys are skipped without a report: another reader of the file checks them
    size_t at;    // where the struct keeps the position of its map; 0: it does not
    const char *short_key; // a text in place of the map is the value of this key, and of records
                           // one may stand without a list; NULL: there is no such short form
};

// A row of a table, where the value goes and what it says, and what else its type needs:
// FIELD("id", ID, REQUIRED, .offset = offsetof(struct body, id), N_("…"), .example = "ASU").
#define FIELD(name, kind, need, place, ...)                                                        \
    { .key = name, .type = FIELD_##kind, .flag = FIELD_##need, place, .help = __VA_ARGS__ }

// The help of rows that no editor sees: those of lenient shapes.
#define NO_HELP NULL

#define SHAPE(type, table)                                                                         \
    { .size = sizeof(type), .fields = table, .field_count = sizeof(table) / sizeof *(table) }

#define LENIENT_SHAPE(type, table)                                                                 \
    {                                                                                              \
        .size = sizeof(type), .fields = table, .field_count = sizeof(table) / sizeof *(table),     \
        .lenient = true                                                                            \
    }

// The same for a struct that has a member `at` (not its first) for the position of its map.
#define SHAPE_WITH_PLACE(type, table)                                                              \
    {                                                                                              \
        .size = sizeof(type), .fields = table, .field_count = sizeof(table) / sizeof *(table),     \
        .at = offsetof(type, at)                                                                   \
    }

// Both.
#define LENIENT_SHAPE_WITH_PLACE(type, table)                                                      \
    {                                                                                              \
        .size = sizeof(type), .fields = table, .field_count = sizeof(table) / sizeof *(table),     \
        .lenient = true, .at = offsetof(type, at)                                                  \
    }

// The first with a short form: "leder" for "{hvem: leder}".
#define SHORT_SHAPE(type, table, key)                                                              \
    {                                                                                              \
        .size = sizeof(type), .fields = table, .field_count = sizeof(table) / sizeof *(table),     \
        .short_key = key                                                                           \
    }

#endif
