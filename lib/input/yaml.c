// SPDX-License-Identifier: MIT

#include "input/yaml.h"

#include "base/message.h"
#include "input/limits.h"

#include <string.h>
#include <yaml.h>

struct yaml {
    yaml_parser_t parser;
    yaml_event_t event; // the last one, whose text is on loan
    struct sources *sources;
    struct source *source;
    struct text text;
    uint32_t first_line;
    size_t offset; // in `text`, of the place at `line` and `column`: it only moves forward
    size_t line;   // 0-based, as libyaml counts
    size_t column;
    int depth;
    int documents;
    bool broken;
};

// libyaml's words for common faults, and ours. `context` is matched only where given.
static const struct {
    const char *problem;
    const char *context;
    const char *message;
} explanations[] = {
    {"mapping values are not allowed in this context", NULL,
     N_("a colon in the middle of a text; put the whole text in quotes: \"…\"")},
    {"found character that cannot start any token", NULL,
     N_("this character cannot begin a text (a tab, @, ` or %); put the text in quotes, and indent "
        "with spaces")},
    {"could not find expected ':'", NULL,
     N_("a line without a colon where a key was expected; write 'key: text', or indent the line to "
        "go on with the text above")},
    {"did not find expected '-' indicator", NULL,
     N_("a list item was expected here; begin the line with '- ' in the same column as the items "
        "above")},
    {"did not find expected key", NULL,
     N_("the line does not fit in here; check the indentation, and quotes in the line above")},
    {"did not find expected ',' or ']'", NULL,
     N_("the list in [ ] is not closed; end it with ']'")},
    {"did not find expected ',' or '}'", NULL, N_("the map in { } is not closed; end it with '}'")},
    {"found unexpected end of stream", NULL,
     N_("the file ends in the middle of a text in quotes; add the closing quote")},
    {"block sequence entries are not allowed in this context", NULL,
     N_("a list cannot begin on this line; put '- ' on a line of its own")},
    {"found undefined alias", NULL, N_("'*' at the start of a text; put the text in quotes")},
    {"found unknown escape character", NULL,
     N_("unknown character after '\\' in double quotes; write the text in single quotes")},
    {"did not find expected alphabetic or numeric character", NULL,
     N_("'&' or '*' at the start of a text; put the text in quotes")},
    {"did not find expected node content", NULL,
     N_("a value was expected here; a comma or bracket is misplaced")},
    {"found a tab character that violates indentation", NULL,
     N_("a tab in the indentation; indent with spaces")},
    {"did not find expected comment or line break", NULL,
     N_("after '|' or '>' the text begins on the next line")},
    {"did not find expected <document start>", NULL,
     N_("the text goes on where the document was at its end; check the indentation")},
};

static const char *explain(const yaml_parser_t *parser) {
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++)
        if (parser->problem != NULL && strcmp(parser->problem, explanations[i].problem) == 0)
            return _(explanations[i].message);
    return _("this is not valid YAML; check colons, quotes and indentation");
}

struct yaml *yaml_open(struct sources *sources, struct source *source, struct text text,
                       uint32_t first_line) {
    struct yaml *yaml = arena_alloc(sources->arena, sizeof *yaml);
    yaml->sources = sources;
    yaml->source = source;
    yaml->text = text;
    yaml->first_line = first_line;
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

struct arena *yaml_arena(const struct yaml *yaml) {
    return yaml->sources->arena;
}

static struct position position_of(const struct yaml *yaml, yaml_mark_t mark) {
    return (struct position){(uint32_t)mark.line + yaml->first_line, (uint32_t)mark.column + 1};
}

static struct yaml_item fail(struct yaml *yaml) {
    const yaml_parser_t *parser = &yaml->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        yaml->sources->arena->out_of_memory();
    yaml->broken = true;
    struct position at = position_of(yaml, parser->problem_mark);
    report(yaml->sources->diagnostics, RULE_YAML_SYNTAX, yaml->source->path, at, "%s",
           explain(parser));
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

// What stands behind `mark` on its line, found by going on from the last place asked for.
static struct text rest_of_line(struct yaml *yaml, yaml_mark_t mark) {
    while (yaml->line < mark.line && yaml->offset < yaml->text.size) {
        struct text rest = text_slice(yaml->text, yaml->offset, yaml->text.size);
        size_t end = text_find(rest, '\n');
        yaml->offset += end + (end < rest.size);
        yaml->line++;
        yaml->column = 0;
    }
    while (yaml->line == mark.line && yaml->column < mark.column &&
           yaml->offset < yaml->text.size) {
        text_next_code_point(yaml->text, &yaml->offset);
        yaml->column++;
    }
    if (yaml->line != mark.line || yaml->column != mark.column)
        return TEXT("");
    struct text rest = text_slice(yaml->text, yaml->offset, yaml->text.size);
    return text_slice(rest, 0, text_find(rest, '\n'));
}

// "tittel: Sak #12" is the text "Sak": YAML takes the rest for a comment. A real comment has a
// space behind its "#".
static void warn_of_comment(struct yaml *yaml, const yaml_event_t *event) {
    if (event->data.scalar.length == 0)
        return;
    struct text rest = rest_of_line(yaml, event->end_mark);
    size_t blank = 0;
    while (blank < rest.size && rest.data[blank] == ' ')
        blank++;
    if (blank == rest.size || rest.data[blank] != '#')
        return;
    struct text comment = text_trim(rest);
    if (comment.size > 1 && comment.data[1] != ' ' && comment.data[1] != '#')
        report(yaml->sources->diagnostics, RULE_YAML_CUT_BY_COMMENT, yaml->source->path,
               position_of(yaml, event->end_mark),
               _("'%.*s' is left out as a comment; put the whole text in quotes, or a space behind "
                 "'#'"),
               TEXT_ARGS(comment));
}

static struct yaml_item scalar(struct yaml *yaml) {
    const yaml_event_t *event = &yaml->event;
    yaml_scalar_style_t style = event->data.scalar.style;
    check_properties(yaml, event->data.scalar.anchor, event->data.scalar.tag, event->start_mark);
    if (style == YAML_PLAIN_SCALAR_STYLE)
        warn_of_comment(yaml, event);
    return (struct yaml_item){
        .kind = YAML_SCALAR,
        .at = position_of(yaml, event->start_mark),
        .text = {(const char *)event->data.scalar.value, event->data.scalar.length},
        .plain = style == YAML_PLAIN_SCALAR_STYLE,
        .block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE,
    };
}

// Deeper than the limit nothing more is read: libyaml needs quadratic time there.
static struct yaml_item enter(struct yaml *yaml, enum yaml_kind kind) {
    struct position at = position_of(yaml, yaml->event.start_mark);
    if (++yaml->depth > LIMIT_YAML_NESTING) {
        yaml->broken = true;
        report(yaml->sources->diagnostics, RULE_YAML_NESTING, yaml->source->path, at,
               _("lists and maps stand more than %d deep in each other"), LIMIT_YAML_NESTING);
        return (struct yaml_item){.kind = YAML_END, .at = at};
    }
    return (struct yaml_item){.kind = kind, .at = at};
}

static struct yaml_item leave(struct yaml *yaml, enum yaml_kind kind) {
    yaml->depth--;
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
    size_t read = (size_t)(yaml->text.data - yaml->source->text.data) + yaml->offset;
    if (yaml->source->can_forget && read > yaml->source->forgotten + FORGOTTEN_AT_ONCE)
        source_forget(yaml->source, read);
}

struct yaml_item yaml_next(struct yaml *yaml) {
    forget_what_is_read(yaml);
    for (;;) {
        yaml_event_delete(&yaml->event);
        if (yaml->broken)
            return (struct yaml_item){.kind = YAML_END};
        if (!yaml_parser_parse(&yaml->parser, &yaml->event))
            return fail(yaml);
        const yaml_event_t *event = &yaml->event;
        switch (event->type) {
        case YAML_SCALAR_EVENT:
            return scalar(yaml);
        case YAML_SEQUENCE_START_EVENT:
            check_properties(yaml, event->data.sequence_start.anchor,
                             event->data.sequence_start.tag, event->start_mark);
            return enter(yaml, YAML_LIST);
        case YAML_MAPPING_START_EVENT:
            check_properties(yaml, event->data.mapping_start.anchor, event->data.mapping_start.tag,
                             event->start_mark);
            return enter(yaml, YAML_MAP);
        case YAML_SEQUENCE_END_EVENT:
            return leave(yaml, YAML_LIST_END);
        case YAML_MAPPING_END_EVENT:
            return leave(yaml, YAML_MAP_END);
        case YAML_ALIAS_EVENT:
            refuse(yaml, event->start_mark,
                   _("aliases (*name) are not used here; put the text in quotes if it begins with "
                     "'*'"));
            return (struct yaml_item){
                .kind = YAML_SCALAR, .at = position_of(yaml, event->start_mark), .text = TEXT("")};
        case YAML_DOCUMENT_START_EVENT:
            start_document(yaml);
            break;
        case YAML_DOCUMENT_END_EVENT:
        case YAML_STREAM_START_EVENT:
        case YAML_NO_EVENT:
            break;
        case YAML_STREAM_END_EVENT:
            return (struct yaml_item){.kind = YAML_END, .at = position_of(yaml, event->start_mark)};
        }
    }
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

uint32_t yaml_block_indent(const struct yaml *yaml, struct yaml_item item) {
    struct text rest = text_slice(yaml->text, yaml->offset, yaml->text.size);
    size_t line = yaml->line + yaml->first_line;
    for (; line <= item.at.line && rest.data != NULL; line++)
        text_cut(&rest, '\n');
    uint32_t indent = 0;
    while (indent < rest.size && rest.data[indent] == ' ')
        indent++;
    return indent;
}
