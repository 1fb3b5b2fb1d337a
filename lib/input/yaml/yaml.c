// SPDX-License-Identifier: MIT

#include "input/yaml/yaml.h"

#include "base/message.h"
#include "input/file/characters.h"
#include "input/file/limits.h"
#include "input/yaml/fault.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct yaml {
    yaml_parser_t parser;
    yaml_event_t event; // the last one, which owns the text of the current item
    struct sources *sources;
    struct source *source;
    struct text text;
    uint32_t first_line;
    size_t offset; // in `text`, of the place at `line` and `column`: it only moves forward
    size_t line;   // 0-based, as libyaml counts
    size_t column;
    size_t extent_offset; // of the character `extent_index`, the end of an extent asked for
    size_t extent_index;
    int depth;
    int flow; // of these, so many from the outermost [ or { on
    int documents;
    bool broken;
    bool swallows;     // the last scalar is in quotes, and has lines with keys
    yaml_mark_t quote; // where it begins
    yaml_mark_t after; // and ends
    size_t line_after; // 0-based: the line after the last one, which does not exist; or 0
    struct position end;
    bool may_be_cut; // somewhere a comment looks like the end of a text
};

// Does a comment begin here that looks like text, "#12" rather than "# 12"?
static bool is_text_like_comment(struct text text, size_t at) {
    return at + 1 < text.size && text.data[at] == '#' && text.data[at + 1] != ' ' &&
           text.data[at + 1] != '#' && text.data[at + 1] != '\n' && text.data[at + 1] != '\r';
}

static bool has_text_like_comment(struct text text) {
    for (size_t at = text_find(text, '#'); at < text.size;
         at += 1 + text_find(text_slice(text, at + 1, text.size), '#'))
        if (at > 0 && text.data[at - 1] == ' ' && is_text_like_comment(text, at))
            return true;
    return false;
}

// Where the last line has no line break, libyaml ends the file on the line after it.
static void find_end(struct yaml *yaml) {
    struct text text = yaml->text;
    if (text.size == 0 || text.data[text.size - 1] == '\n')
        return;
    size_t line = 0, start = 0;
    for (size_t end; (end = text_line_end(text, start)) < text.size; line++)
        start = text_next_line(text, end);
    yaml->line_after = line + 1;
    yaml->end = (struct position){
        .line = (uint32_t)line + yaml->first_line,
        .column = (uint32_t)text_length(text_slice(text, start, text.size)) + 1,
    };
}

struct yaml *yaml_open(struct sources *sources, struct source *source, struct text text,
                       uint32_t first_line) {
    struct yaml *yaml = arena_alloc(sources->arena, sizeof *yaml);
    yaml->sources = sources;
    yaml->source = source;
    yaml->text = text;
    yaml->first_line = first_line;
    yaml->may_be_cut = has_text_like_comment(text);
    find_end(yaml);
    if (!yaml_parser_initialize(&yaml->parser))
        sources->arena->out_of_memory();
    yaml_parser_set_encoding(&yaml->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&yaml->parser, (const unsigned char *)text.data, text.size);
    return yaml;
}

void yaml_close(struct yaml *yaml) {
    yaml_event_delete(&yaml->event);
    yaml_parser_delete(&yaml->parser);
}

bool yaml_broken(const struct yaml *yaml) {
    return yaml->broken;
}

static struct position position_of(const struct yaml *yaml, yaml_mark_t mark) {
    if (yaml->line_after > 0 && mark.line == yaml->line_after)
        return yaml->end;
    return (struct position){(uint32_t)mark.line + yaml->first_line, (uint32_t)mark.column + 1};
}

// Moves the cursor to a line, from where it was: over a whole file this costs one walk.
static void move_to_line(struct yaml *yaml, size_t line) {
    while (yaml->line < line && yaml->offset < yaml->text.size) {
        size_t end = text_line_end(yaml->text, yaml->offset);
        if (end == yaml->text.size)
            return; // libyaml counts one line more after a last line without a line break
        yaml->offset = text_next_line(yaml->text, end);
        yaml->line++;
        yaml->column = 0;
    }
}

// The file is UTF-8: a byte that is not the first of its character begins with 10.
static size_t next_character(struct text text, size_t at) {
    do
        at++;
    while (at < text.size && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return at;
}

// And to a place; false when the cursor is already past it.
static bool move_to(struct yaml *yaml, yaml_mark_t mark) {
    move_to_line(yaml, mark.line);
    while (yaml->line == mark.line && yaml->column < mark.column &&
           yaml->offset < yaml->text.size) {
        yaml->offset = next_character(yaml->text, yaml->offset);
        yaml->column++;
    }
    return yaml->line == mark.line && yaml->column == mark.column;
}

// The position of byte `at` of the text, which is in the line of the cursor or before.
static struct position position_before(const struct yaml *yaml, size_t at) {
    size_t line = yaml->line, from = at;
    for (size_t end = text_line_end(yaml->text, at); end < yaml->offset;
         end = text_line_end(yaml->text, text_next_line(yaml->text, end)))
        line--;
    while (from > 0 && yaml->text.data[from - 1] != '\n' && yaml->text.data[from - 1] != '\r')
        from--;
    size_t column = text_length(text_slice(yaml->text, from, at));
    return (struct position){(uint32_t)line + yaml->first_line, (uint32_t)column + 1};
}

// A quote that is not closed ends where the next one begins: the fault is found there.
static bool began_at_open_quote(const struct yaml *yaml) {
    return yaml->swallows && yaml->parser.problem_mark.line == yaml->after.line;
}

static struct yaml_item fail(struct yaml *yaml) {
    const yaml_parser_t *parser = &yaml->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        yaml->sources->arena->out_of_memory();
    yaml->broken = true;
    if (began_at_open_quote(yaml)) {
        struct position quote = position_of(yaml, yaml->quote);
        report(yaml->sources->diagnostics, RULE_YAML_SYNTAX, yaml->source->path, quote, "%s",
               _("the text in quotes that begins here does not end; add the closing quote"));
        return (struct yaml_item){.kind = YAML_END, .at = quote};
    }
    bool began = yaml_fault_is_where_it_began(parser->problem) && parser->context != NULL;
    yaml_mark_t mark = began ? parser->context_mark : parser->problem_mark;
    struct position at = position_of(yaml, mark);
    bool known = move_to(yaml, mark);
    size_t offset = known ? yaml->offset : 0;
    const char *message =
        yaml_fault_message(parser->problem, known ? yaml->text : TEXT(""), &offset);
    if (known && offset != yaml->offset)
        at = position_before(yaml, offset);
    report(yaml->sources->diagnostics, RULE_YAML_SYNTAX, yaml->source->path, at, "%s", message);
    return (struct yaml_item){.kind = YAML_END, .at = at};
}

static void refuse(const struct yaml *yaml, yaml_mark_t mark, const char *message) {
    report(yaml->sources->diagnostics, RULE_YAML_FEATURE, yaml->source->path,
           position_of(yaml, mark), "%s", message);
}

static void check_properties(const struct yaml *yaml, const yaml_char_t *anchor,
                             const yaml_char_t *tag, yaml_mark_t mark) {
    if (anchor != NULL)
        refuse(yaml, mark,
               _("anchors (&name) are not used here; put the text in quotes if it "
                 "begins with '&'"));
    if (tag != NULL)
        refuse(yaml, mark,
               _("tags (!name) are not used here; put the text in quotes if it begins with '!'"));
}

// "tittel: Sak #12" is the text "Sak": YAML reads the rest as a comment. A real comment has a space
// after its "#".
static void warn_of_comment(struct yaml *yaml, const yaml_event_t *event) {
    if (!move_to(yaml, event->end_mark))
        return;
    size_t at = yaml->offset;
    while (at < yaml->text.size && yaml->text.data[at] == ' ')
        at++;
    if (!is_text_like_comment(yaml->text, at))
        return;
    struct text comment = text_slice(yaml->text, at, yaml->text.size);
    comment = text_trim(text_slice(comment, 0, text_find(comment, '\n')));
    report(yaml->sources->diagnostics, RULE_YAML_CUT_BY_COMMENT, yaml->source->path,
           position_of(yaml, event->end_mark),
           _("'%.*s' is left out as a comment; put the whole text in quotes, or a space after '#'"),
           TEXT_ARGS(comment));
}

static bool has_key(struct text text) {
    return memmem(text.data, text.size, ": ", 2) != NULL;
}

static void look_for_open_quote(struct yaml *yaml, const yaml_event_t *event) {
    struct text text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    yaml_scalar_style_t style = event->data.scalar.style;
    bool quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    yaml->swallows = quoted && event->start_mark.line < event->end_mark.line && has_key(text);
    yaml->quote = event->start_mark;
    yaml->after = event->end_mark;
}

// What the escape at `at`, after its backslash, means; `*end` is the offset after it.
static uint32_t escaped(struct text text, size_t at, size_t *end) {
    static const struct {
        char letter;
        uint32_t means; // or 0: as many hexadecimal digits as `digits` says
        size_t digits;
    } escapes[] = {
        {'0', 0, 0},    {'a', 0x07, 0}, {'b', 0x08, 0},   {'e', 0x1B, 0},
        {'f', 0x0C, 0}, {'v', 0x0B, 0}, {'x', 0, 2},      {'u', 0, 4},
        {'U', 0, 8},    {'N', 0x85, 0}, {'L', 0x2028, 0}, {'P', 0x2029, 0},
    };
    char letter = at < text.size ? text.data[at] : ' ';
    *end = at + 1;
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        if (escapes[i].letter != letter)
            continue;
        char digits[9] = "";
        struct text rest = text_slice(text, *end, text.size);
        memcpy(digits, rest.data, rest.size < escapes[i].digits ? rest.size : escapes[i].digits);
        *end += escapes[i].digits;
        return escapes[i].digits == 0 ? escapes[i].means : (uint32_t)strtoul(digits, NULL, 16);
    }
    return ' ';
}

// An escape can stand for what the file itself may not have; each is reported at its place.
static void check_escapes(struct yaml *yaml, const yaml_event_t *event) {
    struct text value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE ||
        character_first_refused(value) == value.size || !move_to(yaml, event->start_mark))
        return;
    size_t at = yaml->offset + 1;
    while (at < yaml->text.size && yaml->text.data[at] != '"') {
        size_t end = at + 1;
        uint32_t code_point = ' ';
        if (yaml->text.data[at] == '\\')
            code_point = escaped(yaml->text, at + 1, &end);
        if (character_is_control(code_point))
            report(yaml->sources->diagnostics, RULE_CONTROL_CHARACTER, yaml->source->path,
                   source_position(yaml->sources, yaml->source,
                                   (size_t)(yaml->text.data - yaml->source->text.data) + at),
                   _("invisible control character U+%04X; delete it"), (unsigned)code_point);
        at = end;
    }
}

static struct yaml_item scalar(struct yaml *yaml) {
    const yaml_event_t *event = &yaml->event;
    yaml_scalar_style_t style = event->data.scalar.style;
    look_for_open_quote(yaml, event);
    check_properties(yaml, event->data.scalar.anchor, event->data.scalar.tag, event->start_mark);
    check_escapes(yaml, event);
    if (style == YAML_PLAIN_SCALAR_STYLE && yaml->may_be_cut)
        warn_of_comment(yaml, event);
    return (struct yaml_item){
        .kind = YAML_SCALAR,
        .at = position_of(yaml, event->start_mark),
        .text = {(const char *)event->data.scalar.value, event->data.scalar.length},
        .plain = style == YAML_PLAIN_SCALAR_STYLE,
        .block = style == YAML_LITERAL_SCALAR_STYLE,
    };
}

static bool is_flow(const yaml_event_t *event) {
    if (event->type == YAML_SEQUENCE_START_EVENT)
        return event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    return event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
}

// Deeper than the limit nothing more is read: libyaml needs quadratic time there.
static struct yaml_item enter(struct yaml *yaml, enum yaml_kind kind) {
    struct position at = position_of(yaml, yaml->event.start_mark);
    if (yaml->flow > 0 || is_flow(&yaml->event))
        yaml->flow++;
    if (++yaml->depth > LIMIT_YAML_NESTING) {
        yaml->broken = true;
        report(yaml->sources->diagnostics, RULE_YAML_NESTING, yaml->source->path, at,
               _("lists and maps are nested more than %d deep"), LIMIT_YAML_NESTING);
        return (struct yaml_item){.kind = YAML_END, .at = at};
    }
    return (struct yaml_item){.kind = kind, .at = at};
}

static struct yaml_item leave(struct yaml *yaml, enum yaml_kind kind) {
    yaml->depth--;
    yaml->flow -= yaml->flow > 0;
    return (struct yaml_item){.kind = kind, .at = position_of(yaml, yaml->event.start_mark)};
}

static void start_document(struct yaml *yaml) {
    const yaml_event_t *event = &yaml->event;
    if (event->data.document_start.version_directive != NULL ||
        event->data.document_start.tag_directives.start !=
            event->data.document_start.tag_directives.end)
        refuse(yaml, event->start_mark, _("directives (%YAML, %TAG) are not used here"));
    if (++yaml->documents == 2)
        refuse(yaml, event->start_mark,
               _("a second document begins here ('---'); each file has one"));
}

enum { FORGOTTEN_AT_ONCE = 1024 * 1024 };

static void forget_what_is_read(struct yaml *yaml) {
    if (!yaml->source->can_forget)
        return;
    move_to_line(yaml, yaml->event.start_mark.line);
    size_t read = (size_t)(yaml->text.data - yaml->source->text.data) + yaml->offset;
    if (read > yaml->source->forgotten + FORGOTTEN_AT_ONCE)
        source_forget(yaml->source, read);
}

static struct yaml_item refuse_alias(struct yaml *yaml) {
    yaml_mark_t mark = yaml->event.start_mark;
    refuse(yaml, mark,
           _("aliases (*name) are not used here; put the text in quotes if it begins with '*'"));
    return (struct yaml_item){.kind = YAML_SCALAR, .at = position_of(yaml, mark), .text = TEXT("")};
}

// What the event says; false where it says nothing.
static bool item_of_event(struct yaml *yaml, struct yaml_item *item) {
    const yaml_event_t *event = &yaml->event;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        *item = scalar(yaml);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        check_properties(yaml, event->data.sequence_start.anchor, event->data.sequence_start.tag,
                         event->start_mark);
        *item = enter(yaml, YAML_LIST);
        return true;
    case YAML_MAPPING_START_EVENT:
        check_properties(yaml, event->data.mapping_start.anchor, event->data.mapping_start.tag,
                         event->start_mark);
        *item = enter(yaml, YAML_MAP);
        return true;
    case YAML_SEQUENCE_END_EVENT:
        *item = leave(yaml, YAML_LIST_END);
        return true;
    case YAML_MAPPING_END_EVENT:
        *item = leave(yaml, YAML_MAP_END);
        return true;
    case YAML_ALIAS_EVENT:
        *item = refuse_alias(yaml);
        return true;
    case YAML_DOCUMENT_START_EVENT:
        start_document(yaml);
        return false;
    case YAML_DOCUMENT_END_EVENT:
    case YAML_STREAM_START_EVENT:
        return false;
    case YAML_NO_EVENT: // asked again after the end
    case YAML_STREAM_END_EVENT:
        break;
    }
    *item = (struct yaml_item){.kind = YAML_END, .at = position_of(yaml, event->start_mark)};
    return true;
}

struct yaml_item yaml_next(struct yaml *yaml) {
    struct yaml_item item;
    forget_what_is_read(yaml);
    do {
        yaml_event_delete(&yaml->event);
        if (yaml->broken)
            return (struct yaml_item){.kind = YAML_END};
        if (!yaml_parser_parse(&yaml->parser, &yaml->event))
            return fail(yaml);
    } while (!item_of_event(yaml, &item));
    return item;
}

bool yaml_next_entry(struct yaml *yaml, struct yaml_item *entry) {
    *entry = yaml_next(yaml);
    return entry->kind != YAML_LIST_END && entry->kind != YAML_MAP_END && entry->kind != YAML_END;
}

void yaml_skip(struct yaml *yaml, struct yaml_item opened) {
    if (opened.kind != YAML_LIST && opened.kind != YAML_MAP)
        return;
    int depth = yaml->depth;
    for (struct yaml_item item = opened; item.kind != YAML_END && yaml->depth >= depth;)
        item = yaml_next(yaml);
}

struct position yaml_item_end(const struct yaml *yaml) {
    return position_of(yaml, yaml->event.end_mark);
}

// The byte of the character `index`, which is not before the one last asked for.
static size_t offset_of(struct yaml *yaml, size_t index) {
    while (yaml->extent_index < index && yaml->extent_offset < yaml->text.size) {
        yaml->extent_offset = next_character(yaml->text, yaml->extent_offset);
        yaml->extent_index++;
    }
    return yaml->extent_offset;
}

// An escape is longer than what it stands for.
bool yaml_is_as_written(const struct yaml *yaml) {
    const yaml_event_t *event = &yaml->event;
    yaml_scalar_style_t style = event->data.scalar.style;
    bool quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    struct text text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    size_t width = event->end_mark.index - event->start_mark.index;
    return (quoted || style == YAML_PLAIN_SCALAR_STYLE) &&
           event->start_mark.line == event->end_mark.line &&
           width == text_length(text) + 2 * (size_t)quoted;
}

struct yaml_extent yaml_extent(struct yaml *yaml) {
    const yaml_event_t *event = &yaml->event;
    size_t before = (size_t)(yaml->text.data - yaml->source->text.data);
    size_t from = offset_of(yaml, event->start_mark.index);
    size_t to = offset_of(yaml, event->end_mark.index);
    yaml_scalar_style_t style = event->data.scalar.style;
    bool quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    bool block = !quoted && style != YAML_PLAIN_SCALAR_STYLE;
    while (block && from < to && yaml->text.data[from] != '\n' && yaml->text.data[from] != '\r')
        from++;
    from += quoted || (block && from < to);
    return (struct yaml_extent){
        .from = before + from,
        .to = before + to - quoted,
        .in_flow = yaml->flow > 0,
        .block = block,
    };
}

static uint32_t count_spaces(struct text line) {
    uint32_t count = 0;
    while (count < line.size && line.data[count] == ' ')
        count++;
    return count;
}

// From the first line that is not empty: empty lines need not be indented in the file.
uint32_t yaml_block_indent(struct yaml *yaml, struct yaml_item item) {
    struct text text = item.text;
    size_t line = item.at.line - yaml->first_line + 1;
    for (; text.size > 0 && text.data[0] == '\n'; line++)
        text = text_slice(text, 1, text.size);
    move_to_line(yaml, line);
    struct text rest = text_slice(yaml->text, yaml->offset, yaml->text.size);
    uint32_t in_file = count_spaces(rest), in_text = count_spaces(text);
    return in_file > in_text ? in_file - in_text : 0;
}
