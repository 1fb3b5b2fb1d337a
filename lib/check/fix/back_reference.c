// SPDX-License-Identifier: MIT

#include "check/fix/back_reference.h"

#include "base/writer.h"
#include "check/fix/lines.h"

// Where the last item of a list is, as it was read.
static bool find_last(const struct sources *sources, struct source *source,
                      const struct scalar_list *list, struct line_place *place) {
    struct scalar last = list->items[list->count - 1];
    return line_find_place(sources, source, last.at, place) &&
           text_starts_with(line_after(place), last.text);
}

// Into "[1.4.1, 2.1.1]", after its last item.
static bool into_flow_list(const struct sources *sources, struct source *source,
                           const struct scalar_list *list, struct text numbers, struct fix *fix) {
    struct line_place place;
    if (!find_last(sources, source, list, &place))
        return false;
    size_t end = place.at + list->items[list->count - 1].text.size;
    fix->from = fix->to = line_offset(source, place.line, end);
    fix->with = text_format(sources->arena, ", %.*s", TEXT_ARGS(numbers));
    return true;
}

// A line of its own below the last "- 2.1.1".
static bool into_block_list(const struct sources *sources, struct source *source,
                            const struct scalar_list *list, struct text numbers, struct fix *fix) {
    struct line_place place;
    if (!find_last(sources, source, list, &place))
        return false;
    struct text mark = line_before(&place);
    if (!text_is(text_trim(mark), "-"))
        return false;
    struct text new_line = line_break(source, place.line);
    fix->from = fix->to = line_offset(source, place.line, place.line.size);
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
                       struct scalar only, const struct line_place *place, struct text numbers,
                       struct fix *fix) {
    size_t column;
    if (!line_find_key(place, key, &column) || !text_starts_with(line_after(place), only.text))
        return false;
    fix->from = line_offset(source, place->line, place->at);
    fix->to = fix->from + only.text.size;
    fix->with =
        text_format(sources->arena, "[%.*s, %.*s]", TEXT_ARGS(only.text), TEXT_ARGS(numbers));
    return true;
}

static bool into_list(const struct sources *sources, struct source *source, struct text key,
                      const struct scalar_list *list, struct text numbers, struct fix *fix) {
    struct line_place place;
    if (list->count == 0 || !line_find_place(sources, source, list->at, &place))
        return false;
    if (text_starts_with(line_after(&place), TEXT("[")))
        return into_flow_list(sources, source, list, numbers, fix);
    if (text_starts_with(line_after(&place), TEXT("- ")))
        return into_block_list(sources, source, list, numbers, fix);
    return list->count == 1 &&
           around_one(sources, source, key, list->items[0], &place, numbers, fix);
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
    struct line_place place;
    size_t column;
    if (!line_find_place(sources, source, value, &place) || !line_find_key(&place, known, &column))
        return true;
    for (uint32_t at = value.line; at <= source->line_count; at++) {
        struct text line = source_line(sources, source, at);
        if (at > value.line && text_trim(line).size > 0 && line_indent(line) < column)
            break;
        if (line_has_key(line, key, column))
            return true;
    }
    for (uint32_t at = value.line; at > 0; at--) {
        struct text line = source_line(sources, source, at);
        if (line_has_key(line, key, column))
            return true;
        if (text_trim(line).size > 0 && line_indent(line) < column)
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
        if (line_below_key(sources, source, above[i].key, above[i].value, line, fix))
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
           (line_below_key(sources, source, TEXT("ramme"), grant->frame.at, line, fix) ||
            line_below_key(sources, source, TEXT("eier"), grant->owner.at, line, fix));
}

// Into the list of a key, or as a new key below another one.
static bool former_name(const struct sources *sources, struct source *source,
                        const struct scalar_list *list, struct text above, struct position value,
                        struct text name, struct fix *fix) {
    if (list->at.line > 0)
        return into_list(sources, source, TEXT("flyttet-fra"), list, name, fix);
    struct text line = text_concat(sources->arena, TEXT("flyttet-fra: "), name);
    return line_below_key(sources, source, above, value, line, fix);
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
    return former->count == 0 && line_below_key(sources, source, TEXT("nr"), number->at, line, fix);
}

bool value_fix(const struct sources *sources, struct source *source, const struct scalar *value,
               struct text meant, struct fix *fix) {
    struct line_place place;
    if (!line_find_place(sources, source, value->at, &place) ||
        !text_starts_with(line_after(&place), value->text))
        return false;
    size_t from = line_offset(source, place.line, place.at);
    *fix = (struct fix){from, from + value->text.size, meant};
    return true;
}
