// SPDX-License-Identifier: MIT

#include "check/fix/membership.h"

#include "base/writer.h"

static size_t start_of(const struct source *source, struct text line) {
    return (size_t)(line.data - source->text.data);
}

// Where `words` begin in the line; its size where they are not there.
static size_t find_words(struct text line, struct text words) {
    for (size_t at = 0; at + words.size <= line.size; at++)
        if (text_starts_with(text_slice(line, at, line.size), words))
            return at;
    return line.size;
}

// The bytes that say `organ: ASU`: the line, or a part of "{id: x, organ: ASU}" with its comma.
static bool find_organ(const struct sources *sources, struct source *source,
                       const struct person *person, struct fix *fix) {
    struct text line = source_line(sources, source, person->body.at.line);
    struct text key = text_concat(sources->arena, TEXT("organ: "), person->body.text);
    size_t start = start_of(source, line);
    if (text_equal(text_trim(line), key)) {
        fix->from = start;
        fix->to = text_next_line(source->text, start + line.size);
        return true;
    }
    struct text in_map = text_concat(sources->arena, TEXT(", "), key);
    size_t at = find_words(line, in_map), end = at + in_map.size;
    if (at == line.size || end >= line.size || (line.data[end] != ',' && line.data[end] != '}'))
        return false;
    fix->from = start + at;
    fix->to = start + end;
    return true;
}

static bool has_member(const struct body *body, const struct person *person) {
    for (size_t i = 0; i < body->memberships.count; i++)
        if (text_equal(body->memberships.items[i].who.text, person->id.text))
            return true;
    return false;
}

// Begins the fix before what is deleted: a new line below that of the last member.
static bool add_member(const struct sources *sources, struct source *source,
                       const struct body *body, const struct person *person, struct fix *fix) {
    const struct membership *last = &body->memberships.items[body->memberships.count - 1];
    struct text line = source_line(sources, source, last->who.at.line);
    size_t indent = 0, end = start_of(source, line) + line.size;
    while (indent < line.size && line.data[indent] == ' ')
        indent++;
    struct text item = text_trim(line);
    if (last->who.at.line >= person->body.at.line || end > fix->from ||
        !text_starts_with(item, TEXT("- {")) || !text_ends_with(item, TEXT("}")))
        return false;
    struct text rest = text_slice(source->text, end, fix->from);
    struct writer writer;
    writer_to_memory(&writer, sources->arena);
    writer_put(&writer, text_starts_with(rest, TEXT("\r\n")) ? TEXT("\r\n") : TEXT("\n"));
    writer_put(&writer, text_format(sources->arena, "%*s- {hvem: %.*s}", (int)indent, "",
                                    TEXT_ARGS(person->id.text)));
    writer_put(&writer, rest);
    fix->from = end;
    fix->with = writer_text(&writer);
    return true;
}

bool membership_fix(const struct sources *sources, struct source *source, const struct body *body,
                    const struct person *person, struct fix *fix) {
    *fix = (struct fix){.with = TEXT("")};
    if (source->forgotten > 0 || !find_organ(sources, source, person, fix))
        return false;
    return has_member(body, person) || add_member(sources, source, body, person, fix);
}
