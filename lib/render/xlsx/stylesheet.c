// SPDX-License-Identifier: MIT

#include "render/xlsx/stylesheet.h"

#include "base/xml.h"

#include <string.h>

enum section { FONTS, FILLS, BORDERS, LOOKS, CONDITIONS, FORMATS, SECTION_COUNT };

static const struct {
    const char *name, *item;
} sections[SECTION_COUNT] = {
    [FONTS] = {"fonts", "font"}, [FILLS] = {"fills", "fill"},    [BORDERS] = {"borders", "border"},
    [LOOKS] = {"cellXfs", "xf"}, [CONDITIONS] = {"dxfs", "dxf"}, [FORMATS] = {"numFmts", "numFmt"},
};

struct reading {
    struct arena *arena;
    struct text_list lists[SECTION_COUNT];
    struct text_list format_ids; // of number formats
    int counts[SECTION_COUNT];   // that the sections say they have
    enum section section;        // that is read; SECTION_COUNT: none
    struct writer item;          // that is read
    bool in_item;
    bool sound;
};

static void append(struct reading *reading, struct text_list *list, struct text text) {
    text_list_add(list, text_copy(reading->arena, text), reading->arena);
}

static struct text value_of(const char **attributes, const char *name) {
    const char *value = xml_attribute(attributes, name);
    return value == NULL ? TEXT("") : text_from(value);
}

static void put_element(struct writer *writer, const char *name, const char **attributes) {
    writer_put(writer, text_from(name));
    for (; attributes[0] != NULL; attributes += 2) {
        writer_byte(writer, ' ');
        writer_put(writer, text_from(attributes[0]));
        writer_byte(writer, '=');
        writer_put(writer, text_from(attributes[1]));
    }
    writer_byte(writer, ' ');
}

static void put_referred(struct reading *reading, enum section section, struct text number) {
    const struct text_list *list = &reading->lists[section];
    int index = 0;
    if (text_to_number(number, &index) && (size_t)index < list->count)
        writer_put(&reading->item, list->items[index]);
    else
        reading->sound = false;
}

// Format 0 is the one without any.
static void put_format(struct reading *reading, struct text id) {
    for (size_t i = 0; i < reading->format_ids.count; i++)
        if (text_equal(reading->format_ids.items[i], id)) {
            writer_put(&reading->item, reading->lists[FORMATS].items[i]);
            writer_byte(&reading->item, ' ');
            return;
        }
    if (!text_is(id, "0"))
        put_element(&reading->item, id.data, (const char *[]){NULL});
}

static void start_item(struct reading *reading, const char **attributes) {
    reading->in_item = true;
    reading->item.used = 0;
    if (reading->section == FORMATS) {
        append(reading, &reading->format_ids, value_of(attributes, "numFmtId"));
        writer_put(&reading->item, value_of(attributes, "formatCode"));
    }
    if (reading->section != LOOKS)
        return;
    put_referred(reading, FONTS, value_of(attributes, "fontId"));
    put_referred(reading, FILLS, value_of(attributes, "fillId"));
    put_referred(reading, BORDERS, value_of(attributes, "borderId"));
    put_format(reading, value_of(attributes, "numFmtId"));
}

static void start(void *context, const char *name, const char **attributes) {
    struct reading *reading = context;
    if (reading->in_item) {
        put_element(&reading->item, name, attributes);
        return;
    }
    if (reading->section != SECTION_COUNT && strcmp(name, sections[reading->section].item) == 0) {
        start_item(reading, attributes);
        return;
    }
    reading->section = FONTS;
    while (reading->section != SECTION_COUNT && strcmp(name, sections[reading->section].name) != 0)
        reading->section++;
    if (reading->section != SECTION_COUNT &&
        !text_to_number(value_of(attributes, "count"), &reading->counts[reading->section]))
        reading->sound = false;
}

// The library writes each font, fill, border, look and number format once, but for want of memory.
static bool has_twice(const struct text_list *list) {
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < i; k++)
            if (text_equal(list->items[i], list->items[k]))
                return true;
    return false;
}

// The first look is the library's own, for cells without a format.
static bool begins_with_default(const struct text_list *looks) {
    return looks->count > 0 && text_starts_with(looks->items[0], TEXT("sz val=11 color theme=1 "));
}

static void end(void *context, const char *name) {
    struct reading *reading = context;
    if (!reading->in_item || strcmp(name, sections[reading->section].item) != 0)
        return;
    reading->in_item = false;
    append(reading, &reading->lists[reading->section], writer_text(&reading->item));
}

bool stylesheet_read(const struct archive_part *part, struct stylesheet *sheet,
                     struct arena *arena) {
    struct reading reading = {.arena = arena, .section = SECTION_COUNT, .sound = true};
    writer_to_memory(&reading.item, arena);
    const struct xml_events events = {start, end, NULL, &reading, NULL};
    bool read = xml_read(part, &events);
    sheet->looks = reading.lists[LOOKS];
    sheet->conditions = reading.lists[CONDITIONS];
    for (size_t i = 0; i < SECTION_COUNT; i++)
        if ((i != CONDITIONS && has_twice(&reading.lists[i])) ||
            (size_t)reading.counts[i] != reading.lists[i].count)
            return false;
    return read && reading.sound && begins_with_default(&sheet->looks);
}
