// SPDX-License-Identifier: MIT

#include "render/xlsx/verify.h"

#include "render/xlsx/chart.h"
#include "render/xlsx/compare.h"
#include "base/xml.h"

#include <string.h>

enum element {
    ELEMENT_SHEET,
    ELEMENT_NAME,
    ELEMENT_PANE,
    ELEMENT_SELECTION,
    ELEMENT_ROW,
    ELEMENT_MERGE,
    ELEMENT_LINK,
    ELEMENT_CONDITION,
    ELEMENT_ENTRY,
    ELEMENT_TABLE,
    ELEMENT_DRAWING,
    ELEMENT_BOXES,
    ELEMENT_PROTECTION,
    ELEMENT_FILTER,
    ELEMENT_RELATION,
    ELEMENT_CHART_RELATION,
    ELEMENT_BOOK_RELATION,
    ELEMENT_ROOT_RELATION,
    ELEMENT_TABLE_COLUMN,
    ELEMENT_SERIES,
    ELEMENT_POINT,
    ELEMENT_LINE,
    ELEMENT_FILL,
    ELEMENT_HATCHING,
    ELEMENT_COMMENT,
    ELEMENT_BOX,
    ELEMENT_TYPE,
    ELEMENT_DEFAULT_TYPE,
    ELEMENT_COUNT
};

// The parts in which each is counted, by the start of their names.
static const struct {
    const char *part, *name;
} elements[ELEMENT_COUNT] = {
    [ELEMENT_SHEET] = {"xl/workbook.xml", "sheet"},
    [ELEMENT_NAME] = {"xl/workbook.xml", "definedName"},
    [ELEMENT_PANE] = {"xl/worksheets/sheet", "pane"},
    [ELEMENT_SELECTION] = {"xl/worksheets/sheet", "selection"},
    [ELEMENT_ROW] = {"xl/worksheets/sheet", "row"},
    [ELEMENT_MERGE] = {"xl/worksheets/sheet", "mergeCell"},
    [ELEMENT_LINK] = {"xl/worksheets/sheet", "hyperlink"},
    [ELEMENT_CONDITION] = {"xl/worksheets/sheet", "cfRule"},
    [ELEMENT_ENTRY] = {"xl/worksheets/sheet", "dataValidation"},
    [ELEMENT_TABLE] = {"xl/worksheets/sheet", "tablePart"},
    [ELEMENT_DRAWING] = {"xl/worksheets/sheet", "drawing"},
    [ELEMENT_BOXES] = {"xl/worksheets/sheet", "legacyDrawing"},
    [ELEMENT_PROTECTION] = {"xl/worksheets/sheet", "sheetProtection"},
    [ELEMENT_FILTER] = {"xl/worksheets/sheet", "autoFilter"},
    [ELEMENT_RELATION] = {"xl/worksheets/_rels/", "Relationship"},
    [ELEMENT_CHART_RELATION] = {"xl/drawings/_rels/", "Relationship"},
    [ELEMENT_BOOK_RELATION] = {"xl/_rels/", "Relationship"},
    [ELEMENT_ROOT_RELATION] = {"_rels/", "Relationship"},
    [ELEMENT_TABLE_COLUMN] = {"xl/tables/", "tableColumn"},
    [ELEMENT_SERIES] = {"xl/charts/", "c:ser"},
    [ELEMENT_POINT] = {"xl/charts/", "c:pt"},
    [ELEMENT_LINE] = {"xl/charts/", "a:ln"},
    [ELEMENT_FILL] = {"xl/charts/", "a:solidFill"},
    [ELEMENT_HATCHING] = {"xl/charts/", "a:pattFill"},
    [ELEMENT_COMMENT] = {"xl/comments", "comment"},
    [ELEMENT_BOX] = {"xl/drawings/vmlDrawing", "v:shape"},
    [ELEMENT_TYPE] = {"[Content_Types].xml", "Override"},
    [ELEMENT_DEFAULT_TYPE] = {"[Content_Types].xml", "Default"},
};

static const struct text needed[] = {
    TEXT_OF("[Content_Types].xml"), TEXT_OF("_rels/.rels"),
    TEXT_OF("xl/workbook.xml"),     TEXT_OF("xl/_rels/workbook.xml.rels"),
    TEXT_OF("xl/styles.xml"),       TEXT_OF("xl/theme/theme1.xml"),
    TEXT_OF("docProps/core.xml"),   TEXT_OF("docProps/app.xml"),
};

struct check {
    const struct archive *archive;
    const struct workbook *workbook;
    struct arena *arena;
    size_t found[ELEMENT_COUNT], wanted[ELEMENT_COUNT];
    const struct archive_part *part; // that is read
    bool *is_read;                   // by the place of the part in the archive
    struct xlsx_sheets sheets;
    size_t comment; // the one that is read
    struct writer text;
    bool keeps_text;
    bool same;
};

static void count(void *context, const char *name) {
    struct check *check = context;
    for (size_t i = 0; i < ELEMENT_COUNT; i++)
        if (strcmp(name, elements[i].name) == 0 &&
            text_starts_with(check->part->name, text_from(elements[i].part)))
            check->found[i]++;
}

static void begin_part(struct check *check, const struct archive_part *part) {
    check->part = part;
    check->is_read[part - check->archive->parts] = true;
}

static bool read_part(struct check *check, const struct archive_part *part,
                      const struct xml_events *events) {
    begin_part(check, part);
    return xml_read(part, events);
}

static void put_text(void *context, struct text piece) {
    struct check *check = context;
    if (check->keeps_text)
        writer_put(&check->text, piece);
}

static void compare_sheet(struct check *check, const char *name, const char *state) {
    size_t index = check->found[ELEMENT_SHEET];
    check->same =
        check->same && name != NULL && index < check->workbook->sheet_count &&
        text_is(check->workbook->sheets[index].name, name) &&
        check->workbook->sheets[index].is_hidden == (state != NULL && strcmp(state, "hidden") == 0);
}

// For a part that is only checked by its number of elements.
static void start_any(void *context, const char *name, const char **attributes) {
    struct check *check = context;
    if (strcmp(name, elements[ELEMENT_SHEET].name) == 0)
        compare_sheet(check, xml_attribute(attributes, "name"), xml_attribute(attributes, "state"));
    check->text.used = 0;
    check->keeps_text = strcmp(name, elements[ELEMENT_NAME].name) == 0;
    count(check, name);
}

// printf writes this where the library had no memory for a sheet's name.
static void end_any(void *context, const char *name) {
    struct check *check = context;
    if (strcmp(name, elements[ELEMENT_NAME].name) == 0)
        check->same = check->same && !text_starts_with(writer_text(&check->text), TEXT("(null)!"));
    check->keeps_text = false;
}

static void start_string(void *context, const char *name, const char **attributes) {
    struct check *check = context;
    (void)attributes;
    if (strcmp(name, "si") == 0)
        check->text.used = 0;
    check->keeps_text = strcmp(name, "t") == 0;
}

static void end_string(void *context, const char *name) {
    struct check *check = context;
    struct text_list *strings = &check->sheets.strings;
    check->keeps_text = false;
    if (strcmp(name, "si") != 0)
        return;
    strings->items =
        arena_append(check->arena, strings->items, strings->count, sizeof *strings->items);
    strings->items[strings->count++] = text_copy(check->arena, writer_text(&check->text));
}

static void start_comment(void *context, const char *name, const char **attributes) {
    struct check *check = context;
    count(check, name);
    check->keeps_text = strcmp(name, "t") == 0;
    if (strcmp(name, "comment") != 0)
        return;
    const char *reference = xml_attribute(attributes, "ref");
    uint32_t row = 0;
    uint16_t column = 0;
    check->text.used = 0;
    check->same = check->same && reference != NULL &&
                  check->comment < check->sheets.comments.count &&
                  xlsx_read_reference(reference, &row, &column) &&
                  check->sheets.comments.items[check->comment].row == row &&
                  check->sheets.comments.items[check->comment].column == column;
}

static void end_comment(void *context, const char *name) {
    struct check *check = context;
    check->keeps_text = false;
    if (strcmp(name, "comment") != 0 || !check->same)
        return;
    const struct sheet_comment *wanted = &check->sheets.comments.items[check->comment++];
    check->same = text_equal(writer_text(&check->text), wanted->text);
}

static bool read_strings(struct check *check) {
    const struct archive_part *part = archive_find(check->archive, TEXT("xl/sharedStrings.xml"));
    const struct xml_events events = {start_string, end_string, put_text, check, NULL};
    return part == NULL || read_part(check, part, &events);
}

// The looks of cells are compared with them. Those of conditions are there, each once, in the order
// in which the sheets first ask for them.
static bool read_looks(struct check *check) {
    const struct workbook *workbook = check->workbook;
    struct stylesheet *sheet = &check->sheets.looks.sheet;
    bool seen[CONDITION_LOOKS] = {false};
    size_t count = 0;
    if (!stylesheet_read(archive_find(check->archive, TEXT("xl/styles.xml")), sheet, check->arena))
        return false;
    for (size_t i = 0; i < workbook->sheet_count; i++)
        for (size_t k = 0; k < workbook->sheets[i].condition_count; k++) {
            enum condition_look look = workbook->sheets[i].conditions[k].look;
            if (seen[look])
                continue;
            seen[look] = true;
            if (count == sheet->conditions.count ||
                !text_equal(sheet->conditions.items[count++],
                            xlsx_condition_wanted(look, check->arena)))
                return false;
        }
    return count == sheet->conditions.count;
}

static void want_chart(size_t *wanted, const struct sheet_chart *chart) {
    size_t rows = (size_t)(chart->last_row - chart->first_row) + 1, hatched = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        hatched += chart->series[i].look == BAR_HATCHED;
    wanted[ELEMENT_SERIES] += chart->series_count;
    wanted[ELEMENT_POINT] += 2 * chart->series_count * rows;       // a name and a value each
    wanted[ELEMENT_LINE] += chart->series_count + 1;               // around bars, and the grid
    wanted[ELEMENT_FILL] += 2 * chart->series_count + 1 - hatched; // of lines, and of bars
    wanted[ELEMENT_HATCHING] += hatched;
}

// What a sheet's file has beside its cells.
static void want_sheet(size_t *wanted, const struct sheet *sheet,
                       const struct sheet_counts *counts) {
    bool filtered = sheet->filter_rows > 0 && sheet->head_rows > 0 && sheet->column_count > 0;
    bool commented = counts->comments > 0, drawn = sheet->chart != NULL;
    size_t frozen = (sheet->head_rows > 0 ? 1u : 0u) + (sheet->frozen_columns > 0 ? 1u : 0u);
    wanted[ELEMENT_SHEET]++;
    wanted[ELEMENT_NAME] += filtered;
    wanted[ELEMENT_NAME] += sheet->repeated_rows > 0 && sheet->head_rows > 0;
    wanted[ELEMENT_NAME] += counts->regions;
    wanted[ELEMENT_PANE] += frozen > 0;
    wanted[ELEMENT_SELECTION] += frozen == 2 ? 3 : frozen;
    wanted[ELEMENT_ROW] += counts->rows;
    wanted[ELEMENT_MERGE] += counts->merges;
    wanted[ELEMENT_LINK] += counts->links;
    wanted[ELEMENT_CONDITION] += sheet->condition_count;
    wanted[ELEMENT_ENTRY] += sheet->entry_count;
    wanted[ELEMENT_TABLE] += sheet->table_count;
    wanted[ELEMENT_DRAWING] += drawn;
    wanted[ELEMENT_CHART_RELATION] += drawn;
    wanted[ELEMENT_BOXES] += commented;
    wanted[ELEMENT_PROTECTION] += sheet->is_protected;
    wanted[ELEMENT_FILTER] += filtered;
    wanted[ELEMENT_RELATION] +=
        counts->links_outside + sheet->table_count + drawn + (commented ? 2u : 0u);
    wanted[ELEMENT_COMMENT] += counts->comments;
    wanted[ELEMENT_BOX] += counts->comments;
    for (size_t i = 0; i < sheet->table_count; i++) {
        const struct cell_area *area = &sheet->tables[i].area;
        wanted[ELEMENT_TABLE_COLUMN] += (size_t)(area->last_column - area->first_column) + 1;
    }
    if (drawn)
        want_chart(wanted, sheet->chart);
}

// What the workbook has once: its sheets, style sheet, theme and texts; itself and two kinds of
// properties; XML, relations and the boxes of comments.
static void want_book(struct check *check) {
    bool has_strings = archive_find(check->archive, TEXT("xl/sharedStrings.xml")) != NULL;
    check->wanted[ELEMENT_NAME] += check->workbook->name_count;
    check->wanted[ELEMENT_BOOK_RELATION] = check->workbook->sheet_count + 2 + has_strings;
    check->wanted[ELEMENT_ROOT_RELATION] = 3;
    check->wanted[ELEMENT_DEFAULT_TYPE] = check->sheets.comments.count > 0 ? 3 : 2;
}

static bool check_charts(const struct check *check) {
    const struct workbook *workbook = check->workbook;
    size_t number = 0;
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        const struct sheet *sheet = &workbook->sheets[i];
        if (sheet->chart != NULL &&
            !xlsx_chart_is_whole(check->archive, ++number, sheet, check->arena))
            return false;
    }
    return true;
}

static bool check_sheets(struct check *check) {
    const struct workbook *workbook = check->workbook;
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        struct text name = text_format(check->arena, "xl/worksheets/sheet%zu.xml", i + 1);
        const struct archive_part *part = archive_find(check->archive, name);
        struct sheet_counts counts = {0};
        if (part == NULL)
            return false;
        begin_part(check, part);
        if (!xlsx_sheet_is_whole(part, &workbook->sheets[i], &check->sheets, &counts, check->arena))
            return false;
        want_sheet(check->wanted, &workbook->sheets[i], &counts);
    }
    want_book(check);
    return true;
}

// The type of each part is listed, except of those whose type follows from the end of their name.
static bool has_own_type(struct text name) {
    return !text_ends_with(name, TEXT(".rels")) && !text_ends_with(name, TEXT(".vml")) &&
           !text_is(name, "[Content_Types].xml");
}

// Those that have not been read for what is in their cells.
static bool check_parts(struct check *check) {
    const struct xml_events of_any = {start_any, end_any, put_text, check, NULL};
    const struct xml_events of_comments = {start_comment, end_comment, put_text, check, NULL};
    for (size_t i = 0; i < check->archive->count; i++) {
        const struct archive_part *part = &check->archive->parts[i];
        bool comments = text_starts_with(part->name, TEXT("xl/comments"));
        check->wanted[ELEMENT_TYPE] += has_own_type(part->name);
        if (!check->is_read[i] && !read_part(check, part, comments ? &of_comments : &of_any))
            return false;
    }
    return check->same && check->comment == check->sheets.comments.count;
}

bool xlsx_is_whole(const struct archive *archive, const struct workbook *workbook,
                   struct arena *arena) {
    struct check check = {.archive = archive, .workbook = workbook, .arena = arena, .same = true};
    check.is_read = arena_alloc(arena, archive->count * sizeof *check.is_read);
    check.sheets.beside = count;
    check.sheets.context = &check;
    writer_to_memory(&check.text, arena);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (archive_find(archive, needed[i]) == NULL)
            return false;
    return read_strings(&check) && read_looks(&check) && check_sheets(&check) &&
           check_charts(&check) && check_parts(&check) &&
           memcmp(check.found, check.wanted, sizeof check.found) == 0;
}
