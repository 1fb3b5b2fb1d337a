// SPDX-License-Identifier: MIT

#include "check/fix/lines.h"

#include "base/writer.h"

enum { MOST_COLUMNS = 1000 };

bool line_find_place(const struct sources *sources, struct source *source, struct position position,
                     struct line_place *place) {
    if (source->forgotten > 0 || position.line == 0 || position.column > MOST_COLUMNS)
        return false;
    place->line = source_line(sources, source, position.line);
    place->at = 0;
    for (uint32_t column = 1; column < position.column; column++) {
        if (place->at == place->line.size)
            return false;
        text_next_code_point(place->line, &place->at);
    }
    return true;
}

size_t line_offset(const struct source *source, struct text line, size_t at) {
    return (size_t)(line.data - source->text.data) + at;
}

size_t line_indent(struct text line) {
    size_t indent = 0;
    while (indent < line.size && line.data[indent] == ' ')
        indent++;
    return indent;
}

struct text line_before(const struct line_place *place) {
    return text_slice(place->line, 0, place->at);
}

struct text line_after(const struct line_place *place) {
    return text_slice(place->line, place->at, place->line.size);
}

bool line_find_key(const struct line_place *place, struct text key, size_t *column) {
    struct text line = line_before(place);
    size_t indent = line_indent(line);
    if (text_starts_with(text_slice(line, indent, line.size), TEXT("- ")))
        indent += 1 + line_indent(text_slice(line, indent + 1, line.size));
    struct text rest = text_slice(line, indent, line.size);
    *column = indent;
    return text_starts_with(rest, key) &&
           text_is(text_trim(text_slice(rest, key.size, rest.size)), ":");
}

struct text line_break(const struct source *source, struct text line) {
    struct text rest = source->text;
    rest = text_slice(rest, line_offset(source, line, line.size), rest.size);
    return text_starts_with(rest, TEXT("\r\n")) ? TEXT("\r\n") : TEXT("\n");
}

static bool is_quote(struct text text, size_t at) {
    return at < text.size && (text.data[at] == '"' || text.data[at] == '\'');
}

// Where a quoted text ends; 0: in another line.
static size_t quoted_end(struct text value) {
    for (size_t i = 1; i < value.size; i++) {
        bool is_escaped = value.data[0] == '"' && value.data[i] == '\\';
        bool is_doubled = value.data[0] == '\'' && value.data[i] == '\'' && is_quote(value, i + 1);
        if (is_escaped || is_doubled)
            i++;
        else if (value.data[i] == value.data[0])
            return i + 1;
    }
    return 0;
}

// Where a value ends that begins here, before a comment; 0: in another line.
static size_t value_end(struct text value, bool in_braces) {
    static const struct text ends = TEXT_OF(",]}");
    size_t end = 0;
    if (is_quote(value, 0))
        return quoted_end(value);
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] == '#' && i > 0 && value.data[i - 1] == ' ')
            break;
        if (in_braces && text_find(ends, value.data[i]) < ends.size)
            break;
        if (value.data[i] != ' ')
            end = i + 1;
    }
    return end;
}

// True when what begins in this line also ends in it: its brackets are closed, and no line that
// belongs to it follows.
static bool holds_value(const struct sources *sources, struct source *source,
                        struct line_place *place, uint32_t line, size_t column) {
    struct text value = line_after(place);
    size_t open = 0, closed = 0;
    bool is_quoted = is_quote(value, 0);
    if (is_quoted && value_end(value, false) == 0)
        return false;
    if (value.size > 0 && text_find(TEXT("|>&*!"), value.data[0]) < 5)
        return false;
    for (size_t i = 0; !is_quoted && i < value.size && value.data[i] != '#'; i++) {
        open += value.data[i] == '[' || value.data[i] == '{';
        closed += value.data[i] == ']' || value.data[i] == '}';
    }
    if (open != closed)
        return false;
    for (uint32_t next = line + 1; next <= line + 3; next++) {
        struct text following = source_line(sources, source, next);
        if (text_trim(following).size > 0)
            return line_indent(following) <= column;
    }
    return line + 3 > source->line_count;
}

// The quote belongs to the value; the place of a text in Markdown is the one after it.
static bool find_value(const struct sources *sources, struct source *source,
                       struct position position, struct line_place *place) {
    if (!line_find_place(sources, source, position, place))
        return false;
    if (place->at > 0 && is_quote(place->line, place->at - 1))
        place->at--;
    return text_trim(line_before(place)).size > 0;
}

bool line_below_key(const struct sources *sources, struct source *source, struct text key,
                    struct position value, struct text new_line, struct fix *fix) {
    struct line_place place;
    size_t column;
    if (!find_value(sources, source, value, &place) || !line_find_key(&place, key, &column) ||
        !holds_value(sources, source, &place, value.line, column))
        return false;
    fix->from = fix->to = line_offset(source, place.line, place.line.size);
    struct text end = line_break(source, place.line);
    struct writer writer;
    writer_to_memory(&writer, sources->arena);
    for (struct text rest = new_line; rest.data != NULL;) {
        struct text line = text_cut(&rest, '\n');
        writer_put(&writer, text_format(sources->arena, "%.*s%*s%.*s", TEXT_ARGS(end), (int)column,
                                        "", TEXT_ARGS(line)));
    }
    fix->with = writer_text(&writer);
    return true;
}

static bool has_brace(struct text text) {
    return text_find(text, '{') < text.size || text_find(text, '[') < text.size;
}

bool line_is_in_braces(const struct sources *sources, struct source *source,
                       struct position value) {
    struct line_place place;
    return find_value(sources, source, value, &place) && has_brace(line_before(&place));
}

bool line_beside_value(const struct sources *sources, struct source *source, struct position value,
                       struct text words, struct fix *fix) {
    struct line_place place;
    if (!find_value(sources, source, value, &place) || !has_brace(line_before(&place)))
        return false;
    size_t end = value_end(line_after(&place), true);
    fix->from = fix->to = line_offset(source, place.line, place.at + end);
    fix->with = text_concat(sources->arena, TEXT(", "), words);
    return end > 0;
}

bool line_replace_value(const struct sources *sources, struct source *source, struct position value,
                        struct text with, struct fix *fix) {
    struct line_place place;
    if (!find_value(sources, source, value, &place))
        return false;
    struct text after = line_after(&place);
    size_t end = value_end(after, has_brace(line_before(&place)));
    if (end == 0 || text_find(TEXT("|>&*![{"), after.data[0]) < 7)
        return false;
    size_t from = line_offset(source, place.line, place.at);
    *fix = (struct fix){from, from + end, with};
    return true;
}

bool line_remove_key(const struct sources *sources, struct source *source, struct text key,
                     struct position value, struct fix *fix) {
    struct line_place place;
    size_t column;
    if (!find_value(sources, source, value, &place) || !line_find_key(&place, key, &column) ||
        column != line_indent(place.line) ||
        !holds_value(sources, source, &place, value.line, column))
        return false;
    size_t from = line_offset(source, place.line, 0);
    *fix = (struct fix){from, text_next_line(source->text, from + place.line.size), TEXT("")};
    return true;
}
