// SPDX-License-Identifier: MIT

#include "render/xlsx/check.h"

#include "base/ascii.h"
#include "base/writer.h"

#include <string.h>

enum { LONGEST_LINK = 2079 };

static bool is_hex(char byte) {
    return ascii_is_digit(byte) || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

// "2024", "A1", "R", "r2c3": the library names such a sheet in formulas without the quotes that it
// needs there, and the file would not open.
static bool reads_as_cell(struct text name) {
    if (name.size > 0 && ascii_is_digit(name.data[0]))
        return true;
    for (size_t i = 0; i < name.size; i++)
        if (!ascii_is_letter(name.data[i]) && !ascii_is_digit(name.data[i]))
            return false;
    size_t letters = 0;
    while (letters < name.size && ascii_is_letter(name.data[letters]))
        letters++;
    bool row_or_column = strchr("RrCc", name.data[0]) != NULL;
    bool ends_in_digit = ascii_is_digit(name.data[name.size - 1]);
    return (letters <= 3 && ends_in_digit) || (row_or_column && (ends_in_digit || name.size == 1));
}

bool xlsx_name_is_allowed(struct text name) {
    if (text_trim(name).size == 0 || text_utf16_units(name) > WORKBOOK_SHEET_NAME ||
        !xlsx_text_is_allowed(name))
        return false;
    for (size_t i = 0; i < name.size; i++)
        if (strchr("[]:*?/\\\t\n", name.data[i]) != NULL)
            return false;
    return name.data[0] != '\'' && name.data[name.size - 1] != '\'' && !reads_as_cell(name);
}

bool xlsx_names_collide(struct text a, struct text b, struct arena *arena) {
    return text_equal(text_lower(arena, a), text_lower(arena, b));
}

bool xlsx_title_is_free(const struct table_column *columns, size_t index, struct arena *arena) {
    enum { LONGEST_TITLE = 255 };
    struct text title = columns[index].title;
    if (title.size == 0 || text_utf16_units(title) > LONGEST_TITLE)
        return false;
    for (size_t i = 0; i < index; i++)
        if (xlsx_names_collide(columns[i].title, title, arena))
            return false;
    return true;
}

// U+FFFE or U+FFFF at byte `at`.
static bool is_noncharacter(struct text text, size_t at) {
    return at + 2 < text.size && (unsigned char)text.data[at] == 0xEF &&
           (unsigned char)text.data[at + 1] == 0xBF && (unsigned char)text.data[at + 2] >= 0xBE;
}

bool xlsx_text_is_allowed(struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte >= ' ' && byte < 0xEF) // nearly every one
            continue;
        if ((byte < ' ' && byte != '\t' && byte != '\n') || is_noncharacter(text, i))
            return false;
    }
    return true;
}

// "_xHHHH_" at the start of `text`.
static bool is_escape(struct text text) {
    return text.size >= 7 && text.data[0] == '_' && text.data[1] == 'x' && is_hex(text.data[2]) &&
           is_hex(text.data[3]) && is_hex(text.data[4]) && is_hex(text.data[5]) &&
           text.data[6] == '_';
}

const char *xlsx_cell_text(struct text text, struct arena *arena) {
    if (text_find(text, '_') == text.size)
        return text_copy(arena, text).data;
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < text.size; i++) {
        if (is_escape(text_slice(text, i, text.size)))
            writer_put(&writer, TEXT("_x005F"));
        writer_byte(&writer, text.data[i]);
    }
    writer_byte(&writer, '\0');
    return writer_text(&writer).data;
}

struct text xlsx_footer_text(struct text text, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < text.size; i++) {
        writer_byte(&writer, text.data[i] == '\n' ? ' ' : text.data[i]);
        if (text.data[i] != '&')
            continue;
        writer_byte(&writer, '&');
        // The library takes "&G" and "&[Picture]" for images, also after an "&" that is escaped.
        if (i + 1 < text.size && (text.data[i + 1] == 'G' || text.data[i + 1] == '['))
            writer_put(&writer, TEXT("\u2060"));
    }
    return writer_text(&writer);
}

// The library turns a link that has one of these words anywhere into a link of another kind.
static const struct text kinds[] = {{"internal:", 9}, {"external:", 9}};

static size_t kind_at(struct text link, size_t at) {
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (text_starts_with(text_slice(link, at, link.size), kinds[i]))
            return kinds[i].size;
    return 0;
}

const char *xlsx_link(struct text link, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    size_t size = 0; // with what the library escapes
    bool inside = text_starts_with(link, TEXT("#"));
    if (inside)
        writer_put(&writer, kinds[0]);
    for (size_t i = inside ? 1 : 0; i < link.size; i++) {
        size_t kind = inside ? 0 : kind_at(link, i);
        if (kind > 0) {
            writer_put(&writer, text_slice(link, i, i + kind - 1));
            writer_put(&writer, TEXT("%3A"));
            size += kind + 2;
            i += kind - 1;
            continue;
        }
        writer_byte(&writer, link.data[i]);
        size += strchr(" \"<>[]^`{}%", link.data[i]) != NULL ? 3 : 1;
    }
    writer_byte(&writer, '\0');
    return size > LONGEST_LINK ? NULL : writer_text(&writer).data;
}
