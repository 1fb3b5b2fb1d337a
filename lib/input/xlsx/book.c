// SPDX-License-Identifier: MIT

#include "input/xlsx/book.h"

#include "base/message.h"
#include "input/xlsx/days.h"

#include <string.h>

// A relation of the workbook: "rId3" leads to a part.
struct relation {
    struct text id, target;
};

struct opening {
    struct xlsx_book *book;
    struct arena *arena;
    struct relation *relations;
    size_t relation_count;
    struct writer text; // of the item that is read
    bool keeps_text;
    bool stops;
    enum xlsx_fault fault;
};

const char *xlsx_fault_message(enum xlsx_fault fault) {
    static const char *const messages[] = {
        [XLSX_NO_WORKBOOK] = N_("'%.*s' is not a workbook (.xlsx)"),
        [XLSX_BROKEN] = N_("the workbook '%.*s' is damaged or not whole; save it again"),
        [XLSX_MACROS] = N_("the workbook '%.*s' has macros; save it as .xlsx, without them"),
        [XLSX_TOO_LARGE] = N_("the workbook '%.*s' is too large to be read"),
    };
    return fault == XLSX_GOOD ? NULL : _(messages[fault]);
}

static struct text owned(struct opening *opening, const char *text) {
    return text_copy(opening->arena, text_from(text == NULL ? "" : text));
}

static void take_relation(void *context, const char *name, const char **attributes) {
    struct opening *opening = context;
    if (strcmp(xml_local_name(name), "Relationship") != 0 ||
        opening->relation_count >= 4 * LIMIT_XLSX_SHEETS)
        return;
    opening->relations = arena_append(opening->arena, opening->relations, opening->relation_count,
                                      sizeof *opening->relations);
    opening->relations[opening->relation_count++] =
        (struct relation){owned(opening, xml_attribute(attributes, "Id")),
                          owned(opening, xml_attribute(attributes, "Target"))};
}

// "worksheets/sheet1.xml" and "/xl/worksheets/sheet1.xml" are the same part.
static const struct archive_part *find_target(struct opening *opening, struct text id) {
    for (size_t i = 0; i < opening->relation_count; i++) {
        struct text target = opening->relations[i].target;
        if (!text_equal(opening->relations[i].id, id))
            continue;
        target = text_starts_with(target, TEXT("/"))
                     ? text_slice(target, 1, target.size)
                     : text_concat(opening->arena, TEXT("xl/"), target);
        return archive_find(&opening->book->archive, target);
    }
    return NULL;
}

// The id of a relation is an attribute of another namespace, whose prefix anybody may choose.
static const char *relation_id(const char **attributes) {
    for (; attributes[0] != NULL; attributes += 2)
        if (strchr(attributes[0], ':') != NULL && strcmp(xml_local_name(attributes[0]), "id") == 0)
            return attributes[1];
    return NULL;
}

static void take_sheet(void *context, const char *name, const char **attributes) {
    struct opening *opening = context;
    struct xlsx_book *book = opening->book;
    if (strcmp(xml_local_name(name), "workbookPr") == 0) {
        const char *from_1904 = xml_attribute(attributes, "date1904");
        book->from_1904 = from_1904 != NULL && (*from_1904 == '1' || *from_1904 == 't');
    }
    if (strcmp(xml_local_name(name), "sheet") != 0)
        return;
    if (book->sheet_count == LIMIT_XLSX_SHEETS) {
        opening->fault = XLSX_TOO_LARGE;
        opening->stops = true;
        return;
    }
    const struct archive_part *part = find_target(opening, owned(opening, relation_id(attributes)));
    if (part == NULL) // a sheet that is a chart, say
        return;
    book->sheets =
        arena_append(opening->arena, book->sheets, book->sheet_count, sizeof *book->sheets);
    book->sheets[book->sheet_count++] =
        (struct xlsx_sheet){owned(opening, xml_attribute(attributes, "name")), part};
}

// --- texts ---

static void start_string(void *context, const char *name, const char **attributes) {
    struct opening *opening = context;
    const char *local = xml_local_name(name);
    (void)attributes;
    if (strcmp(local, "si") == 0)
        opening->text.used = 0;
    else if (strcmp(local, "rPh") == 0) // how it is read aloud, in East Asia
        opening->keeps_text = false;
    else
        opening->keeps_text = strcmp(local, "t") == 0;
}

static void end_string(void *context, const char *name) {
    struct opening *opening = context;
    struct xlsx_book *book = opening->book;
    opening->keeps_text = false;
    if (strcmp(xml_local_name(name), "si") != 0 || opening->stops)
        return;
    if (book->string_count == LIMIT_XLSX_STRINGS) {
        opening->fault = XLSX_TOO_LARGE;
        opening->stops = true;
        return;
    }
    book->strings =
        arena_append(opening->arena, book->strings, book->string_count, sizeof *book->strings);
    book->strings[book->string_count++] = text_copy(opening->arena, writer_text(&opening->text));
}

static void put_string(void *context, struct text piece) {
    struct opening *opening = context;
    if (!opening->keeps_text || opening->stops)
        return;
    opening->stops = opening->text.used + piece.size > LIMIT_XLSX_CELL_BYTES;
    if (!opening->stops)
        writer_put(&opening->text, piece);
}

// --- the whole ---

// True where there is no such part, and none is needed.
static bool read_part(struct opening *opening, struct text name, bool needed, size_t limit,
                      const struct xml_events *events) {
    const struct archive_part *part = archive_find(&opening->book->archive, name);
    if (part == NULL) {
        opening->fault = needed ? XLSX_NO_WORKBOOK : XLSX_GOOD;
        return !needed;
    }
    opening->fault = part->size > limit ? XLSX_TOO_LARGE : XLSX_GOOD;
    if (opening->fault != XLSX_GOOD)
        return false;
    if (xml_read(part, events))
        return true;
    if (opening->fault == XLSX_GOOD)
        opening->fault = XLSX_BROKEN;
    return false;
}

static bool read_styles(struct opening *opening) {
    struct xlsx_book *book = opening->book;
    const struct archive_part *part = archive_find(&book->archive, TEXT("xl/styles.xml"));
    if (part == NULL)
        return true;
    opening->fault = part->size > LIMIT_XLSX_TEXT_BYTES ? XLSX_TOO_LARGE : XLSX_GOOD;
    if (opening->fault != XLSX_GOOD)
        return false;
    book->shows_days = arena_alloc(opening->arena, LIMIT_XLSX_STYLES * sizeof *book->shows_days);
    if (!xlsx_read_styles(part, book->shows_days, LIMIT_XLSX_STYLES, &book->style_count,
                          opening->arena))
        opening->fault = XLSX_BROKEN;
    return opening->fault == XLSX_GOOD;
}

static bool has_macros(const struct archive *archive) {
    for (size_t i = 0; i < archive->count; i++)
        if (text_ends_with(archive->parts[i].name, TEXT("vbaProject.bin")) ||
            text_starts_with(archive->parts[i].name, TEXT("xl/macrosheets/")))
            return true;
    return false;
}

enum xlsx_fault xlsx_open(struct text bytes, struct xlsx_book *book, struct arena *arena) {
    struct opening opening = {.book = book, .arena = arena};
    const struct xml_events of_relations = {
        .start = take_relation, .context = &opening, .stops = &opening.stops};
    const struct xml_events of_sheets = {
        .start = take_sheet, .context = &opening, .stops = &opening.stops};
    const struct xml_events of_strings = {start_string, end_string, put_string, &opening,
                                          &opening.stops};
    *book = (struct xlsx_book){.sheet_count = 0};
    if (bytes.size > LIMIT_XLSX_BYTES)
        return XLSX_TOO_LARGE;
    if (!text_starts_with(bytes, TEXT("PK\003\004")))
        return XLSX_NO_WORKBOOK;
    if (!archive_read_any(bytes, &book->archive, arena))
        return XLSX_BROKEN;
    if (has_macros(&book->archive))
        return XLSX_MACROS;
    writer_to_memory(&opening.text, arena);
    bool whole =
        read_part(&opening, TEXT("xl/_rels/workbook.xml.rels"), true, LIMIT_XLSX_TEXT_BYTES,
                  &of_relations) &&
        read_part(&opening, TEXT("xl/workbook.xml"), true, LIMIT_XLSX_TEXT_BYTES, &of_sheets) &&
        read_part(&opening, TEXT("xl/sharedStrings.xml"), false, LIMIT_XLSX_TEXT_BYTES,
                  &of_strings) &&
        read_styles(&opening);
    return whole ? XLSX_GOOD : opening.fault;
}
