// SPDX-License-Identifier: MIT

#include "check/fix/back_reference.h"

#include "base/writer.h"

// A value in its line. A value far along a long line is left to people: the walk is limited.
struct place {
    struct text line;
    size_t at; // byte in the line
};

enum { MOST_COLUMNS = 1000 };

static bool find_place(const struct sources *sources, struct source *source,
                       struct position position, struct place *place) {
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

static size_t offset_of(const struct source *source, struct text line, size_t at) {
    return (size_t)(line.data - source->text.data) + at;
}

static size_t indent_of(struct text line) {
    size_t indent = 0;
    while (indent < line.size && line.data[indent] == ' ')
        indent++;
    return indent;
}

static struct text before(const struct place *place) {
    return text_slice(place->line, 0, place->at);
}

static struct text after(const struct place *place) {
    return text_slice(place->line, place->at, place->line.size);
}

// The column, in bytes, of a key that is alone before the value on its line: " key: " or "- key: ".
static bool find_key(const struct place *place, struct text key, size_t *column) {
    struct text line = before(place);
    size_t indent = indent_of(line);
    if (text_starts_with(text_slice(line, indent, line.size), TEXT("- ")))
        indent += 1 + indent_of(text_slice(line, indent + 1, line.size));
    struct text rest = text_slice(line, indent, line.size);
    *column = indent;
    return text_starts_with(rest, key) &&
           text_is(text_trim(text_slice(rest, key.size, rest.size)), ":");
}

// The line break that the file has at the end of the line.
static struct text line_break(const struct source *source, struct text line) {
    struct text rest = source->text;
    rest = text_slice(rest, offset_of(source, line, line.size), rest.size);
    return text_starts_with(rest, TEXT("\r\n")) ? TEXT("\r\n") : TEXT("\n");
}

// Where the last item of a list is, as it was read.
static bool find_last(const struct sources *sources, struct source *source,
                      const struct scalar_list *list, struct place *place) {
    struct scalar last = list->items[list->count - 1];
    return find_place(sources, source, last.at, place) && text_starts_with(after(place), last.text);
}

// Into "[1.4.1, 2.1.1]", after its last item.
static bool into_flow_list(const struct sources *sources, struct source *source,
                           const struct scalar_list *list, struct text numbers, struct fix *fix) {
    struct place place;
    if (!find_last(sources, source, list, &place))
        return false;
    size_t end = place.at + list->items[list->count - 1].text.size;
    fix->from = fix->to = offset_of(source, place.line, end);
    fix->with = text_format(sources->arena, ", %.*s", TEXT_ARGS(numbers));
    return true;
}

// A line of its own below the last "- 2.1.1".
static bool into_block_list(const struct sources *sources, struct source *source,
                            const struct scalar_list *list, struct text numbers, struct fix *fix) {
    struct place place;
    if (!find_last(sources, source, list, &place))
        return false;
    struct text mark = before(&place);
    if (!text_is(text_trim(mark), "-"))
        return false;
    struct text new_line = line_break(source, place.line);
    fix->from = fix->to = offset_of(source, place.line, place.line.size);
    struct writer writer;
    writer_to_memory(&writer, sources->arena);
    for (struct text rest = numbers; rest.data != NULL;) {
        writer_put(&writer, new_line);
        writer_put(&writer, mark);
        writer_put(&writer, text_trim(text_cut(&rest, ',')));
    }
    fix->with = writer_text(&writer);
    return true;
}

// "se: 1.4.1" becomes "se: [1.4.1, 2.1.1]".
static bool around_one(const struct sources *sources, struct source *source, struct text key,
                       struct scalar only, const struct place *place, struct text numbers,
                       struct fix *fix) {
    size_t column;
    if (!find_key(place, key, &column) || !text_starts_with(after(place), only.text))
        return false;
    fix->from = offset_of(source, place->line, place->at);
    fix->to = fix->from + only.text.size;
    fix->with =
        text_format(sources->arena, "[%.*s, %.*s]", TEXT_ARGS(only.text), TEXT_ARGS(numbers));
    return true;
}

static bool into_list(const struct sources *sources, struct source *source, struct text key,
                      const struct scalar_list *list, struct text numbers, struct fix *fix) {
    struct place place;
    if (list->count == 0 || !find_place(sources, source, list->at, &place))
        return false;
    if (text_starts_with(after(&place), TEXT("[")))
        return into_flow_list(sources, source, list, numbers, fix);
    if (text_starts_with(after(&place), TEXT("- ")))
        return into_block_list(sources, source, list, numbers, fix);
    return list->count == 1 &&
           around_one(sources, source, key, list->items[0], &place, numbers, fix);
}

// True when what begins in this line also ends in it: its brackets are closed, and no line that
// belongs to it follows.
static bool ends_in_line(const struct sources *sources, struct source *source, struct place *place,
                         uint32_t line, size_t column) {
    struct text value = after(place);
    size_t open = 0, closed = 0;
    if (value.size > 0 && text_find(TEXT("|>\"'&*!"), value.data[0]) < 7)
        return false;
    for (size_t i = 0; i < value.size && value.data[i] != '#'; i++) {
        open += value.data[i] == '[' || value.data[i] == '{';
        closed += value.data[i] == ']' || value.data[i] == '}';
    }
    if (open != closed)
        return false;
    for (uint32_t next = line + 1; next <= line + 3; next++) {
        struct text following = source_line(sources, source, next);
        if (text_trim(following).size > 0)
            return indent_of(following) <= column;
    }
    return line + 3 > source->line_count;
}

// `line` ("se: [1.4.1]") as a new line below that of a key, if the whole value of the key is on its
// line.
static bool below_key(const struct sources *sources, struct source *source, struct text key,
                      struct position value, struct text new_line, struct fix *fix) {
    struct place place;
    size_t column;
    if (!find_place(sources, source, value, &place) || !find_key(&place, key, &column) ||
        !ends_in_line(sources, source, &place, value.line, column))
        return false;
    fix->from = fix->to = offset_of(source, place.line, place.line.size);
    fix->with =
        text_format(sources->arena, "%.*s%*s%.*s", TEXT_ARGS(line_break(source, place.line)),
                    (int)column, "", TEXT_ARGS(new_line));
    return true;
}

static bool line_has_key(struct text line, struct text key, size_t column) {
    struct text words = text_slice(line, column < line.size ? column : line.size, line.size);
    return text_starts_with(words, key) &&
           text_starts_with(text_slice(words, key.size, words.size), TEXT(":"));
}

// Whether the map that has `known` also has `key`, without a value: then a second one would be
// wrong. Also true where the map is not found.
static bool has_empty_key(const struct sources *sources, struct source *source, struct text known,
                          struct position value, struct text key) {
    struct place place;
    size_t column;
    if (!find_place(sources, source, value, &place) || !find_key(&place, known, &column))
        return true;
    for (uint32_t at = value.line; at <= source->line_count; at++) {
        struct text line = source_line(sources, source, at);
        if (at > value.line && text_trim(line).size > 0 && indent_of(line) < column)
            break;
        if (line_has_key(line, key, column))
            return true;
    }
    for (uint32_t at = value.line; at > 0; at--) {
        struct text line = source_line(sources, source, at);
        if (line_has_key(line, key, column))
            return true;
        if (text_trim(line).size > 0 && indent_of(line) < column)
            break;
    }
    return false;
}

// A list of an action, and the keys that are usually above it, from the nearest up.
struct listed {
    struct text key;
    const struct scalar_list *list;
    bool below_see; // `se` and `avhenger-av` are among them
};

static bool into_action(const struct sources *sources, struct source *source,
                        const struct action *action, const struct listed *listed,
                        struct text numbers, struct fix *fix) {
    if (listed->list->at.line > 0)
        return into_list(sources, source, listed->key, listed->list, numbers, fix);
    if (has_empty_key(sources, source, TEXT("nr"), action->number.at, listed->key))
        return false;
    const struct {
        struct text key;
        struct position value;
    } above[] = {
        {TEXT("avhenger-av"), action->depends_on.at},
        {TEXT("se"), action->see.at},
        {TEXT("år"), action->years.at},
        {TEXT("støtte"), action->support.at},
        {TEXT("ansvar"), action->owners.at},
        {TEXT("nr"), action->number.at},
    };
    struct text line =
        text_format(sources->arena, "%.*s: [%.*s]", TEXT_ARGS(listed->key), TEXT_ARGS(numbers));
    for (size_t i = listed->below_see ? 0 : 2; i < sizeof above / sizeof *above; i++)
        if (below_key(sources, source, above[i].key, above[i].value, line, fix))
            return true;
    return false;
}

bool back_reference_fix(const struct sources *sources, struct source *source,
                        const struct action *action, struct text numbers, struct fix *fix) {
    const struct listed listed = {TEXT("se"), &action->see, false};
    return into_action(sources, source, action, &listed, numbers, fix);
}

bool back_reference_fix_cases(const struct sources *sources, struct source *source,
                              const struct action *action, struct text cases, struct fix *fix) {
    const struct listed listed = {TEXT("vedtak"), &action->decided_by, true};
    return into_action(sources, source, action, &listed, cases, fix);
}

bool back_reference_fix_grant(const struct sources *sources, struct source *source,
                              const struct grant *grant, struct text case_number, struct fix *fix) {
    struct text line = text_concat(sources->arena, TEXT("vedtatt: "), case_number);
    return grant->decided_by.at.line == 0 &&
           !has_empty_key(sources, source, TEXT("ramme"), grant->frame.at, TEXT("vedtatt")) &&
           (below_key(sources, source, TEXT("ramme"), grant->frame.at, line, fix) ||
            below_key(sources, source, TEXT("eier"), grant->owner.at, line, fix));
}

// Into the list of a key, or as a new key below another one.
static bool former_name(const struct sources *sources, struct source *source,
                        const struct scalar_list *list, struct text above, struct position value,
                        struct text name, struct fix *fix) {
    if (list->at.line > 0)
        return into_list(sources, source, TEXT("flyttet-fra"), list, name, fix);
    struct text line = text_concat(sources->arena, TEXT("flyttet-fra: "), name);
    return below_key(sources, source, above, value, line, fix);
}

bool former_name_fix_meeting(const struct sources *sources, struct source *source,
                             const struct meeting *meeting, struct text name, struct fix *fix) {
    return former_name(sources, source, &meeting->moved_from, TEXT("dato"), meeting->date.at, name,
                       fix);
}

bool former_name_fix_grant(const struct sources *sources, struct source *source,
                           const struct grant *grant, struct text id, struct fix *fix) {
    return former_name(sources, source, &grant->moved_from, TEXT("id"), grant->id.at, id, fix);
}

bool former_name_fix_number(const struct sources *sources, struct source *source,
                            const struct scalar *number, const struct former_numbers *former,
                            struct text name, struct fix *fix) {
    struct text line = text_format(sources->arena, "tidligere-nr: [{nr: %.*s}]", TEXT_ARGS(name));
    return former->count == 0 && below_key(sources, source, TEXT("nr"), number->at, line, fix);
}

bool value_fix(const struct sources *sources, struct source *source, const struct scalar *value,
               struct text meant, struct fix *fix) {
    struct place place;
    if (!find_place(sources, source, value->at, &place) ||
        !text_starts_with(after(&place), value->text))
        return false;
    size_t from = offset_of(source, place.line, place.at);
    *fix = (struct fix){from, from + value->text.size, meant};
    return true;
}
