// SPDX-License-Identifier: MIT
// The header of view/register/: a register as every format shows it, in one shape for all of them.
// It has parts; a part has a table, texts and a picture, each of which may be missing. What a
// register shows is told by tables of columns; how that comes out is written once.

#ifndef FELLESSKAP_VIEW_REGISTER_TABLE_H
#define FELLESSKAP_VIEW_REGISTER_TABLE_H

#include "base/workbook.h"
#include "model/register/registry.h"
#include "view/register/picture.h"
#include "view/view.h"

enum register_type {
    REGISTER_TEXT,    // struct scalar: as it is written
    REGISTER_TEXTS,   // struct scalar_list: several of these
    REGISTER_CHOICE,  // struct choice: the label "register-WORD" of its word
    REGISTER_PARTY,   // struct scalar: a body or a person, by its name
    REGISTER_PARTIES, // struct scalar_list: the same, by their short names
    REGISTER_ACTIONS, // struct scalar_list: actions of the plan, with links
    REGISTER_CASES,   // struct scalar_list: cases, with links
    REGISTER_DATE,    // struct dated
    REGISTER_NUMBER,  // a whole number; and what follows: these have no struct of their own, and
    REGISTER_AMOUNT,  // øre         what makes the cell sets them
};

struct register_link {
    struct text words;
    struct text address; // empty: the words alone
};

struct register_cell {
    enum register_type type;
    struct text text;                  // as it is shown; of links, the words with commas between
    const struct register_link *links; // of parties, actions and cases
    size_t link_count;
    struct date date;
    int64_t number;
    struct text formula; // that gives the number in a workbook; empty: none
};

// The row with the titles of columns in a sheet of a workbook, from 0; what is shown is below it.
enum { REGISTER_HEAD_ROW = 2 };

struct register_column {
    struct text name;      // of its cells in JSON
    struct text label_key; // of its title; empty: `title`
    enum register_type type;
    bool is_choice;           // a page offers to show some of its words alone
    double width;             // in a workbook
    size_t offset;            // of the value in the struct of a row
    const char *const *words; // of a choice
    struct text title;
};

// A row of a table of columns: its name, the label of its title, its type and width, and where its
// value is: REGISTER_COLUMN("navn", "register-prosjekt", TEXT, 40, AT(name)).
#define REGISTER_COLUMN(key, label, kind, digits, ...)                                             \
    {                                                                                              \
        .name = TEXT_OF(key), .label_key = TEXT_OF(label), .type = REGISTER_##kind,                \
        .width = (digits), __VA_ARGS__                                                             \
    }

struct register_note {
    struct text title;
    const struct prose *prose;
};

struct register_part {
    struct text title; // empty: none of its own
    struct text anchor;
    const struct register_column *columns;
    size_t column_count;
    struct register_cell *cells; // row after row
    size_t row_count;
    bool has_total; // the last row
    bool joins; // in a workbook it is one sheet with its neighbours of the same columns, the title
                // of the part in front of each row
    struct text remark; // a sentence below the table; empty: none
    struct register_note *notes;
    size_t note_count;
    const struct register_picture *picture; // NULL: none
    const bool *shown;                      // which columns are; NULL: those that a row fills
};

struct register_view {
    const struct view_context *context;
    const struct registry *registry;
    const char *name;       // "projects": the sheets of its workbook have labels of this name
    const char *document;   // the value of `dokument`
    struct text title;      // of the document
    bool has_count;         // of the rows of its first part
    const char *part_label; // what a part is, in the sheet of those that join; and how wide
    double part_width;
    struct register_part *parts;
    size_t count;
};

// Adds a part. `columns` lives as long as the view; `rows` is how many the table can have at most.
struct register_part *register_add_part(struct register_view *view, struct text title,
                                        struct text anchor, const struct register_column *columns,
                                        size_t column_count, size_t rows);

// The cells of a new row, which are empty.
struct register_cell *register_add_row(const struct register_view *view,
                                       struct register_part *part);

// A new row with the values of a struct; its cells, for those that the struct does not have.
struct register_cell *register_add_record(const struct register_view *view,
                                          struct register_part *part, const void *record);

// Adds a text to a part, unless there is none.
void register_add_note(const struct register_view *view, struct register_part *part,
                       const char *label_key, const struct prose *prose);

// The same with a title that is no label.
void register_add_titled_note(const struct register_view *view, struct register_part *part,
                              struct text title, const struct prose *prose);

struct register_cell register_text_cell(struct text text);
struct register_cell register_date_cell(const struct register_view *view, struct date date);
struct register_cell register_number_cell(const struct register_view *view, int64_t number);
struct register_cell register_amount_cell(const struct register_view *view, int64_t ore);
struct register_cell register_link_cell(const struct register_view *view, struct text words,
                                        struct text address);

// Links of an action of the plan and of a case, "sak 42/24", and of a case of another committee.
struct register_link register_action_link(const struct view_context *context, struct text number);
struct register_link register_case_link(const struct view_context *context, struct text number);
struct register_link register_case_link_of(const struct view_context *context,
                                           struct text committee, struct text number);

// The cells of a list of bodies and people, by their short names, and of links.
struct register_cell register_parties_cell(const struct register_view *view,
                                           const struct scalar_list *ids);
struct register_cell register_links_cell(const struct register_view *view,
                                         const struct register_link *links, size_t count);

// The name of the sheet of the n-th part that has a table, from 0, in the language of the document.
struct text register_sheet_name(const struct register_view *view, size_t index);

// The columns in which one of these parts, which have the same, has something; and the first.
const bool *register_filled_columns(const struct register_part *parts, size_t count,
                                    struct arena *arena);

// The title of a column in the language of the document.
struct text register_column_title(const struct register_view *view,
                                  const struct register_column *column);

// What templates and JSON see, a workbook, and the picture of the whole register, which shows
// nothing unless registry_can_be_drawn().
struct value register_value(const struct register_view *view);
const struct workbook *register_workbook(const struct register_view *view);
struct value register_picture_value(const struct register_view *view);

// The first of these without `antall`, for a document that has more.
void register_put_value(const struct register_view *view, struct map_builder *map);

#endif
