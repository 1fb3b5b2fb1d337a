// SPDX-License-Identifier: MIT

#include "render/xlsx/verify.h"

#include "render/xlsx/compare.h"
#include "render/xlsx/xml.h"

#include <string.h>

enum element {
    ELEMENT_SHEET,
    ELEMENT_NAME,
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
    ELEMENT_TABLE_COLUMN,
    ELEMENT_SERIES,
    ELEMENT_COMMENT,
    ELEMENT_BOX,
    ELEMENT_TYPE,
    ELEMENT_COUNT
};

// In which parts each is counted, by the start of their names.
static const struct {
    const char *part, *name;
} elements[ELEMENT_COUNT] = {
    [ELEMENT_SHEET] = {"xl/workbook.xml", "sheet"},
    [ELEMENT_NAME] = {"xl/workbook.xml", "definedName"},
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
    [ELEMENT_TABLE_COLUMN] = {"xl/tables/", "tableColumn"},
    [ELEMENT_SERIES] = {"xl/charts/", "c:ser"},
    [ELEMENT_COMMENT] = {"xl/comments", "comment"},
    [ELEMENT_BOX] = {"xl/drawings/vmlDrawing", "v:shape"},
    [ELEMENT_TYPE] = {"[Content_Types].xml", "Override"},
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
    struct text_list strings;
    struct comment_list comments;
    size_t comment; // the one that is read
    struct writer text;
    bool keeps_text;
    bool same;
};

static void count(struct check *check, const char *name) {
    for (size_t i = 0; i < ELEMENT_COUNT; i++)
        if (strcmp(name, elements[i].name) == 0 &&
            text_starts_with(check->part->name, text_from(elements[i].part)))
            check->found[i]++;
}

static bool read_part(struct check *check, const struct archive_part *part,
                      const struct xml_events *events) {
    check->part = part;
    return xml_read(part, events);
}

static void put_text(void *context, struct text piece) {
    struct check *check = context;
    if (check->keeps_text)
        writer_put(&check->text, piece);
}

// Of a part that is known only by what it has.
static void start_any(void *context, const char *name, const char **attributes) {
    (void)attributes;
    count(context, name);
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
    struct text_list *strings = &check->strings;
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
    check->same = check->same && reference != NULL && check->comment < check->comments.count &&
                  xlsx_read_reference(reference, &row, &column) &&
                  check->comments.items[check->comment].row == row &&
                  check->comments.items[check->comment].column == column;
}

static void end_comment(void *context, const char *name) {
    struct check *check = context;
    check->keeps_text = false;
    if (strcmp(name, "comment") != 0 || !check->same)
        return;
    const struct sheet_comment *wanted = &check->comments.items[check->comment++];
    check->same = text_equal(writer_text(&check->text), wanted->text);
}

static bool read_strings(struct check *check) {
    const struct archive_part *part = archive_find(check->archive, TEXT("xl/sharedStrings.xml"));
    const struct xml_events events = {start_string, end_string, put_text, check};
    return part == NULL || read_part(check, part, &events);
}

// What a sheet's file has beside its cells.
static void want_sheet(size_t *wanted, const struct sheet *sheet,
                       const struct sheet_counts *counts) {
    bool filtered = sheet->filter_rows > 0 && sheet->head_rows > 0 && sheet->column_count > 0;
    bool commented = counts->comments > 0, drawn = sheet->chart != NULL;
    wanted[ELEMENT_SHEET]++;
    wanted[ELEMENT_NAME] += filtered;
    wanted[ELEMENT_NAME] += sheet->repeated_rows > 0 && sheet->head_rows > 0;
    wanted[ELEMENT_ROW] += counts->rows;
    wanted[ELEMENT_MERGE] += counts->merges;
    wanted[ELEMENT_LINK] += counts->links;
    wanted[ELEMENT_CONDITION] += sheet->condition_count;
    wanted[ELEMENT_ENTRY] += sheet->entry_count;
    wanted[ELEMENT_TABLE] += sheet->table_count;
    wanted[ELEMENT_DRAWING] += drawn;
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
        wanted[ELEMENT_SERIES] += sheet->chart->series_count;
}

static bool check_sheets(struct check *check) {
    const struct workbook *workbook = check->workbook;
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        struct text name = text_format(check->arena, "xl/worksheets/sheet%zu.xml", i + 1);
        const struct archive_part *part = archive_find(check->archive, name);
        struct sheet_counts counts = {0};
        if (part == NULL || !xlsx_sheet_is_whole(part, &workbook->sheets[i], &check->strings,
                                                 &counts, &check->comments, check->arena))
            return false;
        want_sheet(check->wanted, &workbook->sheets[i], &counts);
    }
    check->wanted[ELEMENT_NAME] += workbook->name_count;
    return true;
}

// Each part but those that go by the ends of their names has its type told.
static bool has_own_type(struct text name) {
    return !text_ends_with(name, TEXT(".rels")) && !text_ends_with(name, TEXT(".vml")) &&
           !text_is(name, "[Content_Types].xml");
}

static bool check_parts(struct check *check) {
    const struct xml_events of_any = {start_any, NULL, NULL, check};
    const struct xml_events of_comments = {start_comment, end_comment, put_text, check};
    for (size_t i = 0; i < check->archive->count; i++) {
        const struct archive_part *part = &check->archive->parts[i];
        bool comments = text_starts_with(part->name, TEXT("xl/comments"));
        check->wanted[ELEMENT_TYPE] += has_own_type(part->name);
        if (!read_part(check, part, comments ? &of_comments : &of_any))
            return false;
    }
    return check->same && check->comment == check->comments.count;
}

bool xlsx_is_whole(const struct archive *archive, const struct workbook *workbook,
                   struct arena *arena) {
    struct check check = {.archive = archive, .workbook = workbook, .arena = arena, .same = true};
    writer_to_memory(&check.text, arena);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (archive_find(archive, needed[i]) == NULL)
            return false;
    return read_strings(&check) && check_sheets(&check) && check_parts(&check) &&
           memcmp(check.found, check.wanted, sizeof check.found) == 0;
}
