// SPDX-License-Identifier: MIT

#include "render/xlsx/chart.h"

#include "render/xlsx/cellvalue.h"
#include "render/xlsx/check.h"
#include "render/xlsx/compare.h"
#include "base/xml.h"

#include <string.h>

// What the chart shows, in the order of its file.
struct shown {
    struct xlsx_value *items;
    size_t count;
};

struct reading {
    struct shown wanted;
    size_t next;
    struct writer text;
    bool keeps_text;
    bool same;
};

static void want(struct shown *wanted, struct xlsx_value value, struct arena *arena) {
    wanted->items = arena_append(arena, wanted->items, wanted->count, sizeof *wanted->items);
    wanted->items[wanted->count++] = value;
}

static void want_text(struct shown *wanted, struct text text, struct arena *arena) {
    want(wanted, (struct xlsx_value){.kind = XLSX_VALUE_TEXT, .text = text}, arena);
}

static struct xlsx_value value_at(const struct sheet *sheet, uint32_t index, uint16_t column,
                                  struct arena *arena) {
    struct row row = sheet->row(sheet->context, index, arena);
    return column < row.count ? xlsx_value(&row.cells[column])
                              : (struct xlsx_value){.kind = XLSX_VALUE_NONE};
}

// What is no number is drawn as 0.
static void want_number(struct shown *wanted, struct xlsx_value value, struct arena *arena) {
    double number = value.kind == XLSX_VALUE_NUMBER ? value.number : 0;
    want(wanted, (struct xlsx_value){.kind = XLSX_VALUE_NUMBER, .number = number}, arena);
}

static void want_name(struct shown *wanted, struct xlsx_value value, struct arena *arena) {
    if (value.kind == XLSX_VALUE_TEXT)
        want_text(wanted, text_from(xlsx_cell_text(value.text, arena)), arena);
    else
        want_number(wanted, value, arena);
}

static struct shown shown_in(const struct sheet *sheet, struct arena *arena) {
    const struct sheet_chart *chart = sheet->chart;
    struct shown wanted = {.count = 0};
    want_text(&wanted, chart->title, arena);
    for (size_t i = 0; i < chart->series_count; i++) {
        want_text(&wanted, chart->series[i].name, arena);
        for (uint32_t row = chart->first_row; row <= chart->last_row; row++)
            want_name(&wanted, value_at(sheet, row, chart->name_column, arena), arena);
        for (uint32_t row = chart->first_row; row <= chart->last_row; row++)
            want_number(&wanted, value_at(sheet, row, chart->series[i].column, arena), arena);
    }
    return wanted;
}

static void start(void *context, const char *name, const char **attributes) {
    struct reading *reading = context;
    (void)attributes;
    reading->keeps_text = strcmp(name, "c:v") == 0 || strcmp(name, "a:t") == 0;
    reading->text.used = 0;
}

static bool is_wanted(const struct reading *reading) {
    if (reading->next == reading->wanted.count)
        return false;
    const struct xlsx_value *wanted = &reading->wanted.items[reading->next];
    struct text found = writer_text(&reading->text);
    return wanted->kind == XLSX_VALUE_TEXT ? text_equal(found, wanted->text)
                                           : xlsx_same_number(found, wanted->number);
}

static void end(void *context, const char *name) {
    struct reading *reading = context;
    (void)name;
    if (!reading->keeps_text)
        return;
    reading->keeps_text = false;
    reading->same = reading->same && is_wanted(reading);
    reading->next++;
}

static void keep_text(void *context, struct text piece) {
    struct reading *reading = context;
    if (reading->keeps_text)
        writer_put(&reading->text, piece);
}

static bool is_drawn(const struct archive_part *part, const struct sheet *sheet,
                     struct arena *arena) {
    struct reading reading = {.wanted = shown_in(sheet, arena), .same = true};
    const struct xml_events events = {start, end, keep_text, &reading, NULL};
    writer_to_memory(&reading.text, arena);
    return part != NULL && xml_read(part, &events) && reading.same &&
           reading.next == reading.wanted.count;
}

struct description {
    struct text wanted;
    size_t found;
};

static void find_description(void *context, const char *name, const char **attributes) {
    struct description *description = context;
    const char *words = xml_attribute(attributes, "descr");
    if (strcmp(name, "xdr:cNvPr") == 0)
        description->found += text_is(description->wanted, words == NULL ? "" : words);
}

static bool is_described(const struct archive_part *part, const struct sheet *sheet) {
    struct description description = {.wanted = sheet->chart->description};
    const struct xml_events events = {.start = find_description, .context = &description};
    return part != NULL && xml_read(part, &events) && description.found == 1;
}

static const struct archive_part *part_of(const struct archive *archive, const char *kind,
                                          size_t number, struct arena *arena) {
    return archive_find(archive, text_format(arena, "xl/%ss/%s%zu.xml", kind, kind, number));
}

bool xlsx_chart_is_whole(const struct archive *archive, size_t number, const struct sheet *sheet,
                         struct arena *arena) {
    return is_drawn(part_of(archive, "chart", number, arena), sheet, arena) &&
           is_described(part_of(archive, "drawing", number, arena), sheet);
}
