// SPDX-License-Identifier: MIT

#include "render/template/parse.h"

#include "base/ascii.h"
#include "base/message.h"
#include "render/template/names.h"

#include <string.h>

struct tag {
    char kind; // of "{&#^/>!", or 0
    size_t from, to;
    struct text name;
};

// What comes before the place on its line, in a Markdown template.
struct line {
    struct writer indent; // white space in place of white space and markers, "> " for a quote
    bool indents;         // only those so far
    bool opens;           // no other text so far, perhaps values
    bool row;
    bool address;
};

struct parser {
    struct template_set *set;
    struct template *template;
    struct text content;
    struct line line;
    struct arena growing;         // holds the operations until their number is known
    size_t open[DEEPEST_SECTION]; // operations of the sections not yet closed
    size_t depth;
};

#define FAULT(parser, offset, ...)                                                                 \
    (report((parser)->set->diagnostics, RULE_TEMPLATE, (parser)->template->path,                   \
            template_position((parser)->template, offset), __VA_ARGS__),                           \
     false)

struct position template_position(const struct template *template, size_t offset) {
    struct text before = text_slice(template->content, 0, offset);
    size_t start = 0;
    uint32_t line = 1;
    for (size_t end; (end = text_line_end(before, start)) < offset; line++)
        start = text_next_line(before, end);
    return (struct position){line, (uint32_t)text_length(text_slice(before, start, offset)) + 1};
}

static bool begins_line(struct text content, size_t at) {
    return at == 0 || content.data[at - 1] == '\n';
}

// Index of `wanted` from `from` on, or content.size.
static size_t find(struct text content, size_t from, struct text wanted) {
    while (from + wanted.size <= content.size) {
        const char *first = memchr(content.data + from, wanted.data[0], content.size - from);
        if (first == NULL)
            break;
        from = (size_t)(first - content.data);
        if (content.size - from >= wanted.size && memcmp(first, wanted.data, wanted.size) == 0)
            return from;
        from++;
    }
    return content.size;
}

static struct operation *add_operation(struct parser *parser, enum operation_kind kind, size_t at) {
    struct template *template = parser->template;
    template->operations = arena_append(&parser->growing, template->operations, template->count,
                                        sizeof *template->operations);
    struct operation *operation = &template->operations[template->count++];
    *operation = (struct operation){.kind = kind, .at = at};
    return operation;
}

static void start_line(struct line *line) {
    line->indent.used = 0;
    line->indents = line->opens = true;
    line->row = line->address = false;
}

// The size of "- " or "12. " at the front, without the space; or 0.
static size_t item_marker(struct text text) {
    size_t at = 0;
    while (text_digit_at(text, at))
        at++;
    if (at == text.size)
        return 0;
    bool ends = at > 0 ? text.data[at] == '.' || text.data[at] == ')'
                       : strchr("-*+", text.data[at]) != NULL && text.data[at] != '\0';
    return ends && at + 1 < text.size && ascii_is_blank(text.data[at + 1]) ? at + 1 : 0;
}

// The number of bytes of white space and markers at the front, which are added to the line's
// indentation.
static size_t follow_indent(struct line *line, struct text text) {
    size_t at = 0;
    while (at < text.size) {
        size_t marker = item_marker(text_slice(text, at, text.size));
        if (marker > 0)
            writer_repeat(&line->indent, ' ', marker);
        else if (ascii_is_blank(text.data[at]) || text.data[at] == '>')
            writer_byte(&line->indent, text.data[at]);
        else
            break;
        at += marker > 0 ? marker : 1;
    }
    return at;
}

static bool is_address_open(struct text text, bool open) {
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == ')')
            open = false;
        else if (text.data[i] == '(')
            open = open || (i > 0 && text.data[i - 1] == ']');
    }
    return open;
}

static void follow_line(struct parser *parser, struct text text) {
    struct line *line = &parser->line;
    const char *last = text.size == 0 ? NULL : memrchr(text.data, '\n', text.size);
    if (last != NULL) {
        start_line(line);
        text = text_slice(text, (size_t)(last - text.data) + 1, text.size);
    }
    line->address = is_address_open(text, line->address);
    if (line->indents)
        text = text_slice(text, follow_indent(line, text), text.size);
    text = text_trim(text);
    if (text.size == 0)
        return;
    line->row = line->row || (line->indents && text.data[0] == '|');
    line->indents = false;
    line->opens = false;
}

static void add_text(struct parser *parser, size_t from, size_t to) {
    struct text text = text_slice(parser->content, from, to);
    if (parser->set->escape == ESCAPE_MARKDOWN)
        follow_line(parser, text);
    if (text.size == 0)
        return;
    struct operation *operation = add_operation(parser, OPERATION_TEXT, from);
    operation->text = text;
    operation->begins_line = begins_line(parser->content, from);
}

static bool can_be_in_name(char byte) {
    return byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n' && byte != '{' &&
           byte != '}' && byte != '\0';
}

static bool read_name(struct parser *parser, struct tag *tag, size_t from, size_t to) {
    tag->name = text_trim(text_slice(parser->content, from, to));
    if (tag->name.size == 0)
        return FAULT(parser, tag->from, _("the tag has no name"));
    for (size_t i = 0; i < tag->name.size; i++)
        if (!can_be_in_name(tag->name.data[i]))
            return FAULT(parser, tag->from,
                         _("'%.*s' is no name: a tag holds one word; is a '}}' missing?"),
                         TEXT_ARGS(text_cut(&(struct text){tag->name.data, tag->name.size}, '\n')));
    return true;
}

// Reads the tag that begins at `from`.
static bool read_tag(struct parser *parser, size_t from, struct tag *tag) {
    size_t at = from + 2;
    char sign = at < parser->content.size ? parser->content.data[at] : '\0';
    *tag = (struct tag){.from = from};
    if (sign == '=')
        return FAULT(parser, from, _("other delimiters than '{{' and '}}' cannot be set"));
    if (sign != '\0' && strchr("{&#^/>!", sign) != NULL) {
        tag->kind = sign;
        at++;
    }
    struct text ending = sign == '{' ? TEXT("}}}") : TEXT("}}");
    size_t end = find(parser->content, at, ending);
    if (end == parser->content.size)
        return FAULT(parser, from, _("the tag is not closed: '%.*s' is missing"),
                     TEXT_ARGS(ending));
    tag->to = end + ending.size;
    return sign == '!' || read_name(parser, tag, at, end);
}

// Whether a tag that shows nothing itself is alone on its line. Then `*from` and `*to` become the
// ends of the line.
static bool stands_alone(struct text content, const struct tag *tag, size_t *from, size_t *to) {
    *from = tag->from;
    *to = tag->to;
    if (tag->kind == '\0' || strchr("#^/>!", tag->kind) == NULL)
        return false;
    size_t start = tag->from, end = tag->to;
    while (start > 0 && ascii_is_blank(content.data[start - 1]))
        start--;
    while (end < content.size && ascii_is_blank(content.data[end]))
        end++;
    if (end + 1 < content.size && content.data[end] == '\r' && content.data[end + 1] == '\n')
        end++;
    if (!begins_line(content, start) || (end < content.size && content.data[end] != '\n'))
        return false;
    *from = start;
    *to = end < content.size ? end + 1 : end;
    return true;
}

static bool split_name(struct parser *parser, const struct tag *tag, struct tag_name *name) {
    *name = (struct tag_name){.text = tag->name};
    if (text_is(tag->name, "."))
        return true;
    for (struct text rest = tag->name; rest.data != NULL;) {
        struct text part = text_cut(&rest, '.');
        if (part.size == 0)
            return FAULT(parser, tag->from, _("'%.*s' is no name: a part of it is empty"),
                         TEXT_ARGS(tag->name));
        name->parts =
            arena_append(parser->set->arena, name->parts, name->count, sizeof *name->parts);
        name->parts[name->count++] = (struct name_part){.text = part, .trait = name_trait(part)};
    }
    return true;
}

static bool add_value(struct parser *parser, const struct tag *tag) {
    struct line *line = &parser->line;
    struct operation *operation =
        add_operation(parser, tag->kind == '\0' ? OPERATION_VALUE : OPERATION_RAW, tag->from);
    operation->opens_line = line->opens;
    operation->in_row = line->row;
    struct text before = text_slice(parser->content, 0, tag->from);
    struct text after = text_slice(parser->content, tag->to, parser->content.size);
    operation->is_item = text_ends_with(before, TEXT("• "));
    operation->is_strong =
        text_ends_with(before, TEXT("**")) && text_starts_with(after, TEXT("**"));
    operation->in_address = line->address;
    if (line->indent.used > 0)
        operation->indent = text_copy(parser->set->arena, writer_text(&line->indent));
    line->indents = false;
    return split_name(parser, tag, &operation->name);
}

static bool add_section(struct parser *parser, const struct tag *tag) {
    if (parser->depth == DEEPEST_SECTION)
        return FAULT(parser, tag->from, _("sections nest deeper than %d"), DEEPEST_SECTION);
    parser->open[parser->depth++] = parser->template->count;
    enum operation_kind kind = tag->kind == '#' ? OPERATION_SECTION : OPERATION_INVERTED;
    return split_name(parser, tag, &add_operation(parser, kind, tag->from)->name);
}

static bool close_section(struct parser *parser, const struct tag *tag) {
    if (parser->depth == 0)
        return FAULT(parser, tag->from, _("'{{/%.*s}}' closes a section that is not open"),
                     TEXT_ARGS(tag->name));
    struct operation *section = &parser->template->operations[parser->open[parser->depth - 1]];
    if (!text_equal(section->name.text, tag->name))
        return FAULT(parser, tag->from,
                     _("'{{/%.*s}}' here, but the section that is open is '%.*s' of line %u"),
                     TEXT_ARGS(tag->name), TEXT_ARGS(section->name.text),
                     template_position(parser->template, section->at).line);
    section->after = parser->template->count;
    parser->depth--;
    return true;
}

// `alone`: it is alone on its line, after `indent`.
static void add_partial(struct parser *parser, const struct tag *tag, bool alone,
                        struct text indent) {
    struct text parts[] = {tag->name, parser->set->suffix};
    struct operation *operation = add_operation(parser, OPERATION_PARTIAL, tag->from);
    operation->partial =
        template_set_add(parser->set, text_join(parser->set->arena, parts, 2, TEXT("")));
    operation->indent = indent;
    operation->begins_line = alone;
    operation->in_row = parser->line.row;
}

static bool add_tag(struct parser *parser, const struct tag *tag, bool alone, struct text indent) {
    switch (tag->kind) {
    case '!':
        return true;
    case '#':
    case '^':
        return add_section(parser, tag);
    case '/':
        return close_section(parser, tag);
    case '>':
        add_partial(parser, tag, alone, indent);
        return true;
    default:
        return add_value(parser, tag);
    }
}

static bool parse(struct parser *parser) {
    struct text content = parser->content;
    size_t at = 0, open;
    struct tag tag;
    while ((open = find(content, at, TEXT("{{"))) < content.size) {
        if (!read_tag(parser, open, &tag))
            return false;
        size_t from, to;
        bool alone = stands_alone(content, &tag, &from, &to);
        add_text(parser, at, from);
        // A partial's indentation also goes before a line that begins with a tag.
        if (!alone && begins_line(content, open))
            add_operation(parser, OPERATION_TEXT, open)->begins_line = true;
        if (!add_tag(parser, &tag, alone, text_slice(content, from, open)))
            return false;
        at = to;
    }
    add_text(parser, at, content.size);
    if (parser->depth > 0) {
        struct operation *section = &parser->template->operations[parser->open[parser->depth - 1]];
        return FAULT(parser, section->at, _("the section is not closed: '{{/%.*s}}' is missing"),
                     TEXT_ARGS(section->name.text));
    }
    return true;
}

bool template_parse(struct template_set *set, struct template *template) {
    struct parser parser = {.set = set, .template = template, .content = template->content};
    arena_init(&parser.growing, set->arena->out_of_memory);
    start_line(&parser.line);
    writer_to_memory(&parser.line.indent, set->arena);
    bool good = parse(&parser);
    size_t size = template->count * sizeof *template->operations;
    if (size > 0)
        template->operations =
            memcpy(arena_alloc_unset(set->arena, size), template->operations, size);
    arena_free(&parser.growing);
    return good;
}
