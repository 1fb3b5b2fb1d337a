// SPDX-License-Identifier: MIT
// A workbook as sheets, columns and cells, before any library sees it.

#ifndef FELLESSKAP_BASE_WORKBOOK_H
#define FELLESSKAP_BASE_WORKBOOK_H

#include "base/date.h"
#include "base/text.h"

enum cell_kind {
    CELL_EMPTY,   // its style alone
    CELL_TEXT,    // never a formula or a link, whatever it looks like
    CELL_NUMBER,  // a whole number
    CELL_EXACT,   // øre, shown as kroner with two decimals
    CELL_SHARE,   // a fraction, shown in per cent with one decimal
    CELL_DATE,    // shown as 29.10.2024; empty where no date is given
    CELL_FORMULA, // its result is stored with it, for programs that do not calculate when they open
                  // a file
};

// How a cell looks. render/xlsx_styles.c has the table of colours, fonts and borders. The words in
// a bar's cell say the same as its look, which alone would be lost on a screen reader.
enum cell_style {
    STYLE_PLAIN,
    STYLE_TITLE,
    STYLE_TITLE_WRAPPED, // smaller, for a narrow place
    STYLE_SUBTITLE,
    STYLE_SUBTITLE_RIGHT, // its words run over the cells to the left
    STYLE_HEADER,         // of a column
    STYLE_HEADER_CENTRE,
    STYLE_HEADER_RIGHT, // over numbers
    STYLE_AREA,         // a dark band across the sheet; its words run over the cells to the right
    STYLE_HEADER_HALF,  // of a narrow column, small
    STYLE_GOAL_LINE,    // a light band across the sheet; its words run over the cells to the right
    STYLE_BODY,         // wrapped, in the middle of the row, a thin line below
    STYLE_BODY_AGAIN,   // the same for what steps back
    STYLE_BODY_CENTRE,
    STYLE_BODY_RIGHT, // numbers and amounts
    STYLE_LABEL,      // a row's heading at the left
    STYLE_NUMBER_KEY, // an action's number: stays text when somebody edits it
    STYLE_SPRING,     // nothing is planned in this half of a year; a line before the year
    STYLE_AUTUMN,     // the same, without the line
    STYLE_BAR,        // planned: these are filled, with white above and below, and differ in grey.
    STYLE_BAR_NOT_STARTED, // Type and lines come with CONDITION_BAR_…, which can follow the status
    STYLE_BAR_ONGOING,
    STYLE_BAR_WAITING,
    STYLE_BAR_DEFERRED,
    STYLE_BAR_DONE,
    STYLE_BAR_DROPPED,
    STYLE_SIGN,             // in a legend: as a bar with its condition
    STYLE_SIGN_NOT_STARTED, // pale, between lines
    STYLE_SIGN_ONGOING,     // dark
    STYLE_SIGN_WAITING,     // hatched
    STYLE_SIGN_DEFERRED,    // white, between dashed lines
    STYLE_SIGN_DONE,        // black
    STYLE_SIGN_DROPPED,     // grey, struck out
    STYLE_TOTAL,            // the sum's line: its words
    STYLE_TOTAL_RIGHT,      // the sum's line: its numbers
    STYLE_FILL_IN,          // for somebody to write in, also on a protected sheet; stays text
    STYLE_FILL_IN_RIGHT,    // the same for numbers, amounts and dates
    STYLE_OPEN,             // as STYLE_BODY, and can be changed on a protected sheet
    STYLE_OPEN_RIGHT,       // as STYLE_BODY_RIGHT, and can be changed on a protected sheet
    STYLE_CHECK_GOOD,       // a check that holds; see struct condition for one that does not
    STYLE_NOTE,             // small, wrapped
    STYLE_COUNT
};

// The most that any spreadsheet program reads.
enum {
    WORKBOOK_ROWS = 1048576,
    WORKBOOK_COLUMNS = 16384,
    WORKBOOK_TEXT = 32767,    // of a cell or comment, in UTF-16 code units
    WORKBOOK_FORMULA = 8192,  // the same
    WORKBOOK_SHEET_NAME = 31, // the same
};

// In the formula of a cell or of a table's column, after a column of the sheet: "$A" WORKBOOK_ROW
// is the cell of column A in the same row, wherever that is by now.
#define WORKBOOK_ROW '\x01'

// What a cell shows, or the result of its formula. Only what `kind` says is looked at.
struct cell {
    enum cell_kind kind;
    enum cell_style style;
    enum cell_kind result; // of a formula: CELL_TEXT, CELL_NUMBER, CELL_EXACT, CELL_SHARE,
                           // CELL_DATE; of an empty cell: how what is written there will look
    uint16_t span;         // columns joined from this one on; 0 and 1: this one alone
    struct text formula;   // in English with commas, without its "="; no text of users in it; in it
                           // WORKBOOK_ROW is the number of the row that it is in
    struct text text;
    int64_t number; // a whole number (2^53 at most), or øre (AMOUNT_LARGEST at most)
    double share;   // finite
    struct date date;
    struct text link;    // https://… or mailto:…, or "#Sheet!A1" in this workbook; empty: none
    struct text comment; // shown when the cell is pointed at; empty: none
};

struct row {
    const struct cell
        *cells; // cell i is in column i; those that an earlier span covers are ignored
    size_t count;
};

struct column {
    double width; // in digits of the standard font, up to 255
};

// 0-based, the last included.
struct cell_area {
    uint32_t first_row, last_row;
    uint16_t first_column, last_column;
};

// How an area looks where a condition is true.
enum condition_look {
    CONDITION_RED,   // wrong: red with white bold words
    CONDITION_AMBER, // waits for somebody: light, with dark bold words
    CONDITION_BAR,   // these as the signs of their names: STYLE_SIGN, …
    CONDITION_BAR_NOT_STARTED,
    CONDITION_BAR_ONGOING,
    CONDITION_BAR_WAITING,
    CONDITION_BAR_DEFERRED,
    CONDITION_BAR_DONE,
    CONDITION_BAR_DROPPED,
    CONDITION_LOOKS
};

struct condition {
    struct cell_area area;
    struct text formula; // for the first cell of the area; in English with commas, without its "="
    enum condition_look look;
};

struct table_column {
    struct text
        title; // as its cell in the head has it; other than the others in any case of letters
    struct text formula; // what new rows of the table get; empty: nothing. It may have WORKBOOK_ROW
};

// A table with a name. Its head is the first row of the area; there is one row more at least. A
// workbook with tables is held in memory while it is made.
struct sheet_table {
    struct text name; // letters, digits and "_", no other table's or defined name's
    struct cell_area area;
    const struct table_column *columns; // as many as the area is wide
    bool total;                         // the last row of the area has the sums
};

enum entry_kind {
    ENTRY_WORDS, // one of `words`
    ENTRY_NAMED, // one of the cells of the defined name `name`
    ENTRY_DATE,  // a day from 1900 to 2200
    ENTRY_AMOUNT // a number; not less than zero
};

// What can be written in an area, offered as a list where it is one.
struct entry_rule {
    struct cell_area area;
    enum entry_kind kind;
    const char *const *words; // ends with NULL; 255 characters together at most
    struct text name;
    struct text hint; // shown beside the cell that is written in; 255 characters at most
};

struct defined_name {
    struct text name;
    struct text formula; // "'Tildeling'!$D$4", without its "="
};

enum bar_look { BAR_DARK, BAR_HATCHED, BAR_LIGHT }; // told apart without colours too

struct chart_series {
    struct text name;
    uint16_t column; // of the values, in the rows of the chart
    enum bar_look look;
};

// Stacked bars, one for each row of the sheet from `first_row` to `last_row`.
struct sheet_chart {
    uint32_t row; // of its upper left corner, in the first column
    uint32_t first_row, last_row;
    uint16_t name_column; // what the bars are called
    const struct chart_series *series;
    size_t series_count;
    struct text title;
    struct text description; // for those who do not see it
    uint16_t width, height;  // pixels
};

struct sheet {
    // At most 31 UTF-16 code units, none of []:*?/\, no apostrophe at its ends, other than the
    // names before it in any case of letters, and not one that reads as a cell ("A1", "2024").
    struct text name;
    const struct column *columns;
    size_t column_count;
    size_t row_count;
    // Makes row `index` (0-based) in `arena`, which is released when the row has been written.
    // Called in order, and more than once.
    struct row (*row)(const void *context, size_t index, struct arena *arena);
    const void *context;
    uint32_t head_rows;      // rows at the top that stay in view; the last has the column headings
    uint32_t repeated_rows;  // so many of the head rows, the last ones, repeat on each printed page
    uint32_t filter_rows;    // rows below the head that a filter on the headings covers; 0: none
    uint16_t frozen_columns; // at the left, that stay in view
    uint16_t hidden_columns; // so many of the last are not shown
    uint32_t folded_rows;    // so many of the last are folded, with a sign at the row above them:
                             // they wait for something, and are not printed until somebody unfolds
                             // them
    uint16_t pages_wide;     // fitted to so many, the frozen columns on each; 0: one
    bool landscape;          // A4, or A3 where it would be too small; otherwise upright on A4
    bool is_hidden;          // the sheet is not shown; never the first
    bool is_protected;       // without a password: what is not open can be read and not changed
    const struct condition *conditions;
    size_t condition_count;
    const struct sheet_table *tables;
    size_t table_count;
    const struct entry_rule *entries;
    size_t entry_count;
    const struct sheet_chart *chart; // NULL: none
    struct text footer_left;         // in print, on the left of "side 1 av 3"
};

struct workbook {
    struct text title;              // of the file's properties
    struct text author;             // the same
    struct text page_word, of_word; // "Side", "av"
    struct text language;           // "nb-NO" or "nn-NO"; empty: none is given
    const struct defined_name *names;
    size_t name_count;
    int64_t created;            // seconds since 1970, never the clock
    const struct sheet *sheets; // one at least
    size_t sheet_count;
};

static inline struct cell cell_empty(enum cell_style style) {
    return (struct cell){.kind = CELL_EMPTY, .style = style};
}

// Waits for something of this kind.
static inline struct cell cell_blank(enum cell_style style, enum cell_kind kind) {
    return (struct cell){.kind = CELL_EMPTY, .style = style, .result = kind};
}

static inline struct cell cell_text(enum cell_style style, struct text text) {
    return (struct cell){.kind = CELL_TEXT, .style = style, .text = text};
}

static inline struct cell cell_number(enum cell_style style, int64_t number) {
    return (struct cell){.kind = CELL_NUMBER, .style = style, .number = number};
}

static inline struct cell cell_exact(enum cell_style style, int64_t ore) {
    return (struct cell){.kind = CELL_EXACT, .style = style, .number = ore};
}

static inline struct cell cell_share(enum cell_style style, double share) {
    return (struct cell){.kind = CELL_SHARE, .style = style, .share = share};
}

static inline struct cell cell_date(enum cell_style style, struct date date) {
    return (struct cell){.kind = CELL_DATE, .style = style, .date = date};
}

// A formula whose result is what `result` shows, in the style of `result`.
static inline struct cell cell_formula(struct text formula, struct cell result) {
    result.result = result.kind;
    result.kind = CELL_FORMULA;
    result.formula = formula;
    return result;
}

// A row of `count` empty cells, which the caller fills through `*cells`.
struct row row_empty(enum cell_style style, size_t count, struct cell **cells, struct arena *arena);

#endif
