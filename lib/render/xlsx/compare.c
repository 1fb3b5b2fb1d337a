// SPDX-License-Identifier: MIT

#include "render/xlsx/compare.h"

#include "render/xlsx/cellvalue.h"
#include "render/xlsx/check.h"
#include "render/xlsx/regions.h"
#include "base/xml.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// The library writes 16 digits.
#define ROUNDING 1e-15

// The cells of a sheet in the order of its file: row by row, those that a span covers too.
struct walk {
    const struct sheet *sheet;
    struct arena *rows; // released row by row
    struct arena_savepoint saved;
    struct row row;
    size_t next_row;
    size_t column; // of the next cell
    struct cell covering;
    size_t covered; // how many of the next cells the last one covers
    struct sheet_counts *counts;
    struct comment_list *comments;
    struct xlsx_regions regions;
    struct arena *arena;
    size_t links;
};

// What the file says of a cell.
struct found_cell {
    uint32_t row;
    uint16_t column;
    int look;       // its number in the style sheet
    bool is_shared; // its value is the number of a text
    bool is_number;
    bool has_formula, has_value;
};

struct comparison {
    struct walk walk;
    struct xlsx_sheets *sheets;
    struct found_cell found;
    struct writer formula, value;
    struct writer *open; // the one of the two that the text goes to
    bool in_cell;
    bool same;
};

static void note_comment(struct walk *walk, const struct cell *cell) {
    struct comment_list *list = walk->comments;
    if (cell->comment.size == 0)
        return;
    list->items = arena_append(walk->arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = (struct sheet_comment){
        .row = (uint32_t)(walk->next_row - 1),
        .column = (uint16_t)(walk->column - 1),
        .text = text_copy(walk->arena, cell->comment),
    };
    walk->counts->comments++;
}

static void note_link(struct walk *walk, const struct cell *cell) {
    if (cell->link.size == 0 || walk->links == XLSX_MOST_LINKS ||
        xlsx_link(cell->link, walk->rows) == NULL)
        return;
    walk->links++;
    walk->counts->links++;
    walk->counts->links_outside += !text_starts_with(cell->link, TEXT("#"));
}

static bool next_row(struct walk *walk) {
    struct cell_area region;
    if (walk->next_row == walk->sheet->row_count) {
        walk->counts->regions += xlsx_regions_end(&walk->regions, &region);
        return false;
    }
    arena_release(walk->rows, walk->saved);
    walk->row = walk->sheet->row(walk->sheet->context, walk->next_row, walk->rows);
    walk->counts->regions += xlsx_regions_row(&walk->regions, walk->sheet, &walk->row,
                                              (uint32_t)walk->next_row++, &region);
    walk->column = 0;
    walk->counts->rows++;
    return true;
}

// False at the end. A covered cell is empty, and looks like the one that covers it.
static bool next_cell(struct walk *walk, struct cell *cell) {
    if (walk->covered > 0) {
        walk->covered--;
        walk->column++;
        *cell = (struct cell){
            .kind = CELL_EMPTY, .style = walk->covering.style, .link = walk->covering.link};
        return true;
    }
    while (walk->column >= walk->row.count)
        if (!next_row(walk))
            return false;
    *cell = walk->row.cells[walk->column++];
    if (cell->span > 1) {
        walk->covering = *cell;
        walk->covered = (size_t)cell->span - 1;
        walk->counts->merges++;
    }
    note_comment(walk, cell);
    note_link(walk, cell);
    return true;
}

bool xlsx_read_reference(const char *reference, uint32_t *row, uint16_t *column) {
    uint32_t letters = 0;
    while (*reference >= 'A' && *reference <= 'Z' && letters <= WORKBOOK_COLUMNS)
        letters = 26 * letters + (uint32_t)(*reference++ - 'A') + 1;
    int number = 0;
    if (letters == 0 || letters > WORKBOOK_COLUMNS ||
        !text_to_number(text_from(reference), &number))
        return false;
    *row = (uint32_t)number - 1;
    *column = (uint16_t)(letters - 1);
    return number > 0;
}

static struct text found_text(const struct comparison *comparison) {
    struct text value = writer_text(&comparison->value);
    int number = 0;
    if (!comparison->found.is_shared)
        return value;
    if (!text_to_number(value, &number) || (size_t)number >= comparison->sheets->strings.count)
        return TEXT("");
    return comparison->sheets->strings.items[number];
}

bool xlsx_same_number(struct text found, double wanted) {
    char digits[64], *end = NULL;
    if (found.size == 0 || found.size >= sizeof digits)
        return false;
    memcpy(digits, found.data, found.size);
    digits[found.size] = '\0';
    double number = strtod(digits, &end);
    return *end == '\0' && fabs(number - wanted) <= fabs(wanted) * ROUNDING;
}

static bool same_value(const struct comparison *comparison, const struct cell *cell) {
    const struct xlsx_value wanted = xlsx_value(cell);
    const struct found_cell *found = &comparison->found;
    if (found->has_formula != wanted.is_formula ||
        (wanted.is_formula &&
         !text_equal(writer_text(&comparison->formula),
                     xlsx_formula_in(cell->formula, found->row, comparison->walk.rows))))
        return false;
    switch (wanted.kind) {
    case XLSX_VALUE_TEXT:
        return found->has_value && !found->is_number &&
               text_is(found_text(comparison), xlsx_cell_text(wanted.text, comparison->walk.rows));
    case XLSX_VALUE_NUMBER:
        return found->has_value && found->is_number &&
               xlsx_same_number(writer_text(&comparison->value), wanted.number);
    default:
        return !found->has_value;
    }
}

// The texts of both are compared once for each of the looks.
static bool same_look(const struct comparison *comparison, const struct cell *cell) {
    int found = comparison->found.look;
    enum xlsx_look look = xlsx_look_of(cell);
    struct xlsx_looks *looks = &comparison->sheets->looks;
    int *known = &looks->known[cell->style][look][cell->link.size > 0];
    if (found <= 0 || (size_t)found >= looks->sheet.looks.count)
        return false;
    if (*known == 0 &&
        text_equal(looks->sheet.looks.items[found],
                   xlsx_look_wanted(cell->style, look, cell->link.size > 0, comparison->walk.rows)))
        *known = found;
    return *known == found;
}

static void compare_cell(struct comparison *comparison) {
    struct cell cell;
    struct walk *walk = &comparison->walk;
    comparison->same = comparison->same && next_cell(walk, &cell) &&
                       comparison->found.row == walk->next_row - 1 &&
                       comparison->found.column == walk->column - 1 &&
                       same_value(comparison, &cell) && same_look(comparison, &cell);
}

static void start_cell(struct comparison *comparison, const char **attributes) {
    const char *reference = xml_attribute(attributes, "r");
    const char *type = xml_attribute(attributes, "t");
    const char *look = xml_attribute(attributes, "s");
    struct found_cell *found = &comparison->found;
    *found = (struct found_cell){.is_number = type == NULL,
                                 .is_shared = type != NULL && strcmp(type, "s") == 0};
    comparison->same = comparison->same && reference != NULL &&
                       xlsx_read_reference(reference, &found->row, &found->column) &&
                       look != NULL && text_to_number(text_from(look), &found->look);
    comparison->in_cell = true;
    comparison->formula.used = 0;
    comparison->value.used = 0;
}

static void start(void *context, const char *name, const char **attributes) {
    struct comparison *comparison = context;
    struct found_cell *found = &comparison->found;
    if (strcmp(name, "c") == 0)
        start_cell(comparison, attributes);
    else if (comparison->in_cell && strcmp(name, "f") == 0) {
        comparison->open = &comparison->formula;
        found->has_formula = true;
    } else if (comparison->in_cell && (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)) {
        comparison->open = &comparison->value;
        found->has_value = true;
    } else if (!comparison->in_cell)
        comparison->sheets->beside(comparison->sheets->context, name);
}

static void end(void *context, const char *name) {
    struct comparison *comparison = context;
    comparison->open = NULL;
    if (strcmp(name, "c") != 0)
        return;
    comparison->in_cell = false;
    compare_cell(comparison);
}

static void text(void *context, struct text piece) {
    struct comparison *comparison = context;
    if (comparison->open != NULL)
        writer_put(comparison->open, piece);
}

bool xlsx_sheet_is_whole(const struct archive_part *part, const struct sheet *sheet,
                         struct xlsx_sheets *sheets, struct sheet_counts *counts,
                         struct arena *arena) {
    struct arena rows;
    arena_init(&rows, arena->out_of_memory);
    struct comparison comparison = {
        .walk = {.sheet = sheet,
                 .rows = &rows,
                 .saved = arena_save(&rows),
                 .counts = counts,
                 .comments = &sheets->comments,
                 .arena = arena},
        .sheets = sheets,
        .same = true,
    };
    writer_to_memory(&comparison.formula, arena);
    writer_to_memory(&comparison.value, arena);
    const struct xml_events events = {start, end, text, &comparison, NULL};
    struct cell left_over;
    bool whole =
        xml_read(part, &events) && comparison.same && !next_cell(&comparison.walk, &left_over);
    arena_free(&rows);
    return whole;
}
