// SPDX-License-Identifier: MIT

#include "input/markdown/markdown.h"

#include "base/message.h"
#include "input/file/characters.h"
#include "input/file/limits.h"
#include "input/markdown/bare_links.h"
#include "input/markdown/cells.h"
#include "input/markdown/html.h"
#include "input/markdown/inlines.h"
#include "input/link/link.h"
#include "input/markdown/memory.h"
#include "input/markdown/mistaken.h"
#include "input/markdown/nesting.h"
#include "input/markdown/numbers.h"
#include "input/markdown/plain.h"
#include "input/markdown/table.h"

#include <cmark.h>
#include <string.h>

enum {
    MOST_ROUNDS = 4,   // of reading again what tables cut in two
    MOST_INLINES = 16, // emphasis and links within each other
    MOST_OPEN_NODES = 2 * LIMIT_CONTAINERS + MOST_INLINES + 2,
    LONGEST_QUOTED = 60, // bytes of what is wrong, in a message
};

// A text that is being read.
struct reading {
    struct markdown_lines lines;
    struct text file;
    struct diagnostics *diagnostics;
    struct arena *arena;
    struct markdown_tables *tables; // NULL while their cells are read
    size_t open_count;              // nodes whose children are being read
    struct prose_node *open[MOST_OPEN_NODES];
    cmark_node *opened_by[MOST_OPEN_NODES];
    struct prose_node **tails[MOST_OPEN_NODES]; // where the next child goes
    int containers;
    int embeds;
    bool too_deep; // was reported
    int open_tags; // HTML elements that were reported and whose end is not worth another report
};

static struct prose_node *add_node(struct reading *reading, enum prose_kind kind,
                                   struct position at) {
    struct prose_node *node = arena_alloc(reading->arena, sizeof *node);
    node->kind = kind;
    node->at = at;
    struct prose_node ***tail = &reading->tails[reading->open_count - 1];
    **tail = node;
    *tail = &node->next;
    return node;
}

static void open_node(struct reading *reading, cmark_node *from, struct prose_node *node) {
    reading->open[reading->open_count] = node;
    reading->opened_by[reading->open_count] = from;
    reading->tails[reading->open_count++] = &node->first;
}

static struct position place_of(struct reading *reading, cmark_node *node) {
    return markdown_place_of(&reading->lines, node);
}

// An entity such as "&#27;" may stand for a character that no text may contain: it is reported, and
// left out. cmark makes the single bytes FE and FF of "&#xFFFE;" and "&#xFFFF;".
static struct text checked(struct reading *reading, cmark_node *node, const char *literal) {
    struct text rest = literal == NULL ? TEXT("") : text_from(literal);
    struct writer kept;
    size_t at = character_first_refused(rest);
    if (at == rest.size)
        return rest;
    writer_to_memory(&kept, reading->arena);
    for (; at < rest.size; at = character_first_refused(rest)) {
        size_t end = at;
        unsigned char byte = (unsigned char)rest.data[at];
        bool valid = byte < 0xFE;
        uint32_t code_point = valid ? text_next_code_point(rest, &end) : 0xFF00U | byte;
        report(reading->diagnostics, RULE_CONTROL_CHARACTER, reading->file, place_of(reading, node),
               _("invisible control character U+%04X; delete it"), (unsigned)code_point);
        writer_put(&kept, text_slice(rest, 0, at));
        rest = text_slice(rest, valid ? end : at + 1, rest.size);
    }
    writer_put(&kept, rest);
    return writer_text(&kept);
}

static struct text copy(struct reading *reading, cmark_node *node, const char *literal) {
    return literal == NULL ? (struct text){NULL, 0}
                           : text_copy(reading->arena, checked(reading, node, literal));
}

static struct text shortened(struct text text) {
    text = text_slice(text, 0, text_find(text, '\n'));
    if (text.size <= LONGEST_QUOTED)
        return text;
    size_t end = LONGEST_QUOTED;
    while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80)
        end--;
    return text_slice(text, 0, end);
}

// Nodes whose children are kept in the node around it, because what the node is cannot be shown.
#define KEEP_ONLY_CHILDREN true

static bool skip(struct reading *reading, cmark_node *node) {
    (void)reading;
    (void)node;
    return KEEP_ONLY_CHILDREN;
}

static bool read_simple(struct reading *reading, cmark_node *node);

static bool read_list(struct reading *reading, cmark_node *node) {
    if (++reading->containers > LIMIT_CONTAINERS) {
        report(reading->diagnostics, RULE_PROSE_NESTING, reading->file, place_of(reading, node),
               MARKDOWN_TOO_MANY_CONTAINERS, LIMIT_CONTAINERS);
        return false;
    }
    if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
        return read_simple(reading, node);
    bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    struct prose_node *list = add_node(reading, ordered ? PROSE_ORDERED_LIST : PROSE_BULLET_LIST,
                                       place_of(reading, node));
    list->number = ordered ? cmark_node_get_list_start(node) : 0;
    list->tight = cmark_node_get_list_tight(node) != 0;
    for (size_t i = 0; ordered && i < reading->open_count; i++)
        list->depth += reading->open[i] != NULL && reading->open[i]->kind == PROSE_ORDERED_LIST;
    if (ordered)
        markdown_list_check(&reading->lines, node, reading->file, reading->diagnostics);
    open_node(reading, node, list);
    return true;
}

static bool read_code_block(struct reading *reading, cmark_node *node) {
    struct prose_node *block = add_node(reading, PROSE_CODE_BLOCK, place_of(reading, node));
    block->text = copy(reading, node, cmark_node_get_literal(node));
    block->url = copy(reading, node, cmark_node_get_fence_info(node));
    return true;
}

static bool read_heading(struct reading *reading, cmark_node *node) {
    struct prose_node *heading = add_node(reading, PROSE_HEADING, place_of(reading, node));
    heading->level = cmark_node_get_heading_level(node);
    open_node(reading, node, heading);
    return true;
}

static void report_html(struct reading *reading, cmark_node *node) {
    const struct markdown_line *line =
        markdown_line(&reading->lines, cmark_node_get_start_line(node));
    struct text html = text_trim(text_from(cmark_node_get_literal(node)));
    struct position at = place_of(reading, node);
    if ((line != NULL && line->inserted) || !markdown_html_is_news(html, &reading->open_tags))
        return;
    struct text found = shortened(html);
    report(reading->diagnostics, RULE_RAW_HTML, reading->file, at,
           _("'%.*s' is HTML, which is not shown; %s"), TEXT_ARGS(found),
           markdown_html_instead(html));
}

static bool read_html(struct reading *reading, cmark_node *node) {
    report_html(reading, node);
    return true;
}

// "&#9;", "&#10;" and "&#13;" are shown as spaces.
static struct text in_one_line(struct reading *reading, struct text text) {
    struct writer line;
    writer_to_memory(&line, reading->arena);
    for (size_t i = 0; i < text.size; i++)
        writer_byte(&line, memchr("\t\n\r", text.data[i], 3) != NULL ? ' ' : text.data[i]);
    return writer_text(&line);
}

static struct text url_of(struct reading *reading, cmark_node *node) {
    return in_one_line(reading, checked(reading, node, cmark_node_get_url(node)));
}

// The words of the nodes within: the name of an embed.
static struct text words_of(struct reading *reading, cmark_node *node) {
    struct writer words;
    writer_to_memory(&words, reading->arena);
    cmark_iter *iterator = cmark_iter_new(node);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *inside = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(inside);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            writer_put(&words, checked(reading, inside, cmark_node_get_literal(inside)));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            writer_byte(&words, ' ');
    }
    cmark_iter_free(iterator);
    return in_one_line(reading, writer_text(&words));
}

static bool read_embed(struct reading *reading, cmark_node *paragraph) {
    cmark_node *image = cmark_node_first_child(paragraph);
    if (cmark_node_get_type(image) != CMARK_NODE_IMAGE || cmark_node_next(image) != NULL)
        return false;
    struct text url = url_of(reading, image);
    if (markdown_link_kind(&url, reading->arena) != LINK_OWN)
        return false;
    if (++reading->embeds == LIMIT_EMBEDS + 1)
        report(reading->diagnostics, RULE_EMBED, reading->file, place_of(reading, image),
               _("more than %d things are embedded in this text"), LIMIT_EMBEDS);
    if (reading->embeds > LIMIT_EMBEDS)
        return true;
    struct prose_node *embed = add_node(reading, PROSE_EMBED, place_of(reading, image));
    embed->url = text_copy(reading->arena, url);
    embed->text = words_of(reading, image);
    return true;
}

static bool is_in_tight_list(cmark_node *paragraph) {
    cmark_node *item = cmark_node_parent(paragraph);
    return cmark_node_get_type(item) == CMARK_NODE_ITEM &&
           cmark_node_get_list_tight(cmark_node_parent(item)) != 0;
}

static bool read_paragraph(struct reading *reading, cmark_node *node) {
    if (cmark_node_first_child(node) == NULL || read_embed(reading, node))
        return false;
    struct prose_node *table =
        reading->tables == NULL ? NULL : markdown_table_read(reading->tables, node);
    if (table != NULL) {
        *reading->tails[reading->open_count - 1] = table;
        reading->tails[reading->open_count - 1] = &table->next;
        return false;
    }
    struct prose_node *paragraph = add_node(reading, PROSE_PARAGRAPH, place_of(reading, node));
    paragraph->plain = is_in_tight_list(node);
    markdown_paragraph_check(&reading->lines, node, reading->file, reading->diagnostics);
    open_node(reading, node, paragraph);
    return true;
}

static bool is_within_link(const struct reading *reading) {
    for (size_t i = reading->open_count; i-- > 0;)
        if (reading->open[i]->kind == PROSE_LINK)
            return true;
    return false;
}

// A line ends by a soft break alone: "&#10;" and "&#13;" in a text are shown as spaces.
static void join_lines(char *bytes, size_t size, char line_end) {
    for (char *at = bytes; (at = memchr(at, line_end, size - (size_t)(at - bytes))) != NULL;)
        *at++ = ' ';
}

// Neighbouring pieces of text become one node.
static bool read_text(struct reading *reading, cmark_node *node) {
    cmark_node *previous = cmark_node_previous(node);
    if (previous != NULL && cmark_node_get_type(previous) == CMARK_NODE_TEXT)
        return true;
    size_t size = 0;
    struct prose_node *text = add_node(reading, PROSE_TEXT, place_of(reading, node));
    for (cmark_node *piece = node; piece != NULL && cmark_node_get_type(piece) == CMARK_NODE_TEXT;
         piece = cmark_node_next(piece))
        size += text_from(cmark_node_get_literal(piece)).size;
    char *bytes = arena_alloc(reading->arena, size + 1);
    for (cmark_node *piece = node; piece != NULL && cmark_node_get_type(piece) == CMARK_NODE_TEXT;
         piece = cmark_node_next(piece)) {
        struct text literal = checked(reading, piece, cmark_node_get_literal(piece));
        if (literal.size > 0)
            memcpy(bytes + text->text.size, literal.data, literal.size);
        text->text.size += literal.size;
    }
    join_lines(bytes, text->text.size, '\n');
    join_lines(bytes, text->text.size, '\r');
    text->text.data = bytes;
    if (!is_within_link(reading)) {
        struct prose_node *last =
            markdown_link_addresses(&reading->lines, node, text, reading->arena);
        reading->tails[reading->open_count - 1] = &last->next;
    }
    return true;
}

static bool read_code(struct reading *reading, cmark_node *node) {
    struct prose_node *code = add_node(reading, PROSE_CODE, place_of(reading, node));
    code->text = copy(reading, node, cmark_node_get_literal(node));
    return true;
}

static bool may_nest(struct reading *reading, cmark_node *node) {
    if (reading->open_count < MOST_OPEN_NODES - 1)
        return true;
    if (!reading->too_deep)
        report(reading->diagnostics, RULE_PROSE_NESTING, reading->file, place_of(reading, node),
               _("emphasis and links are nested too deeply"));
    reading->too_deep = true;
    return false;
}

static bool read_emphasis(struct reading *reading, cmark_node *node) {
    return may_nest(reading, node) ? read_simple(reading, node) : KEEP_ONLY_CHILDREN;
}

// cmark takes an address in angle brackets for a link within another's words too.
static bool read_link(struct reading *reading, cmark_node *node) {
    struct text url = url_of(reading, node);
    struct text found = shortened(url);
    struct position at = place_of(reading, node);
    if (markdown_link_kind(&url, reading->arena) == LINK_WRONG) {
        if (!markdown_is_footnote(node))
            report(reading->diagnostics, RULE_WRONG_LINK, reading->file, at,
                   _("the link '%.*s' leads nowhere; a link begins with https:, http:, mailto:, "
                     "tiltak:, mål:, sak:, organ:, tilskudd: or person:"),
                   TEXT_ARGS(found));
        return KEEP_ONLY_CHILDREN;
    }
    if (cmark_node_first_child(node) == NULL) {
        report(reading->diagnostics, RULE_WRONG_LINK, reading->file, at,
               _("the link has no words; write '[words](%.*s)'"), TEXT_ARGS(found));
        return KEEP_ONLY_CHILDREN;
    }
    if (is_within_link(reading)) {
        report(reading->diagnostics, RULE_WRONG_LINK, reading->file, at,
               _("the link '%.*s' is within the words of another; only one can be followed"),
               TEXT_ARGS(found));
        return KEEP_ONLY_CHILDREN;
    }
    if (!may_nest(reading, node))
        return KEEP_ONLY_CHILDREN;
    struct prose_node *link = add_node(reading, PROSE_LINK, at);
    link->url = text_copy(reading->arena, url);
    link->title = in_one_line(reading, checked(reading, node, cmark_node_get_title(node)));
    open_node(reading, node, link);
    return true;
}

static bool read_image(struct reading *reading, cmark_node *node) {
    struct text url = url_of(reading, node);
    bool own = markdown_link_kind(&url, reading->arena) == LINK_OWN;
    struct text found = shortened(url);
    if (own)
        report(reading->diagnostics, RULE_EMBED, reading->file, place_of(reading, node),
               _("the embedded '%.*s' is within a text; give it a paragraph of its own, with an "
                 "empty line before and after"),
               TEXT_ARGS(found));
    else
        report(reading->diagnostics, RULE_WRONG_LINK, reading->file, place_of(reading, node),
               _("images cannot be shown: '%.*s'; write a link '[words](https://…)', or embed "
                 "a thing of the plan, '![words](tilskudd:…)'"),
               TEXT_ARGS(found));
    return KEEP_ONLY_CHILDREN;
}

// What becomes of each kind of cmark's nodes. False: its children are not read.
static const struct {
    bool (*read)(struct reading *reading, cmark_node *node);
    enum prose_kind kind; // for read_simple
} readers[] = {
    [CMARK_NODE_DOCUMENT] = {skip, 0},
    [CMARK_NODE_BLOCK_QUOTE] = {read_list, PROSE_QUOTE},
    [CMARK_NODE_LIST] = {read_list, 0},
    [CMARK_NODE_ITEM] = {read_simple, PROSE_ITEM},
    [CMARK_NODE_CODE_BLOCK] = {read_code_block, 0},
    [CMARK_NODE_HTML_BLOCK] = {read_html, 0},
    [CMARK_NODE_CUSTOM_BLOCK] = {skip, 0},
    [CMARK_NODE_PARAGRAPH] = {read_paragraph, 0},
    [CMARK_NODE_HEADING] = {read_heading, 0},
    [CMARK_NODE_THEMATIC_BREAK] = {read_simple, PROSE_RULE},
    [CMARK_NODE_TEXT] = {read_text, 0},
    [CMARK_NODE_SOFTBREAK] = {read_simple, PROSE_SOFT_BREAK},
    [CMARK_NODE_LINEBREAK] = {read_simple, PROSE_LINE_BREAK},
    [CMARK_NODE_CODE] = {read_code, 0},
    [CMARK_NODE_HTML_INLINE] = {read_html, 0},
    [CMARK_NODE_CUSTOM_INLINE] = {skip, 0},
    [CMARK_NODE_EMPH] = {read_emphasis, PROSE_EMPHASIS},
    [CMARK_NODE_STRONG] = {read_emphasis, PROSE_STRONG},
    [CMARK_NODE_LINK] = {read_link, 0},
    [CMARK_NODE_IMAGE] = {read_image, 0},
};

static bool read_simple(struct reading *reading, cmark_node *node) {
    enum prose_kind kind = readers[cmark_node_get_type(node)].kind;
    struct prose_node *added = add_node(reading, kind, place_of(reading, node));
    bool leaf = kind == PROSE_RULE || kind == PROSE_SOFT_BREAK || kind == PROSE_LINE_BREAK;
    if (!leaf)
        open_node(reading, node, added);
    return true;
}

static bool is_container(cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_LIST || type == CMARK_NODE_BLOCK_QUOTE;
}

static void read_nodes(struct reading *reading, cmark_node *root, struct prose_node *into) {
    reading->open_count = 1;
    reading->open[0] = into;
    reading->opened_by[0] = NULL;
    reading->tails[0] = &into->first;
    reading->containers = 0;
    cmark_iter *iterator = cmark_iter_new(root);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event == CMARK_EVENT_ENTER)
            markdown_mistaken_check(&reading->lines, node, reading->file, reading->diagnostics);
        if (event == CMARK_EVENT_EXIT) {
            reading->open_count -= reading->opened_by[reading->open_count - 1] == node;
            reading->containers -= is_container(node);
        } else if (node != root && !readers[cmark_node_get_type(node)].read(reading, node)) {
            cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
            reading->containers -= is_container(node);
        }
    }
    cmark_iter_free(iterator);
}

static cmark_node *parse(struct text text, const struct arena *arena) {
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, markdown_memory(arena));
    cmark_parser_feed(parser, text.data == NULL ? "" : text.data, text.size);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

static void read_cells(struct reading *reading, const struct markdown_tables *tables) {
    struct text text = markdown_cells_text(tables, reading->arena);
    struct reading cells = {
        .file = reading->file,
        .diagnostics = reading->diagnostics,
        .arena = reading->arena,
    };
    markdown_lines_init(&cells.lines, text, (struct position){1, 1}, 0, reading->arena);
    cells.lines.only_place = reading->lines.only_place;
    markdown_cells_place(&cells.lines, tables);
    cmark_node *document = parse(text, reading->arena);
    markdown_inlines_place(&cells.lines, document, reading->arena);
    cmark_node *heading = cmark_node_first_child(document);
    for (size_t i = 0; i < tables->cell_count; i++) {
        read_nodes(&cells, heading, tables->cells[i].node);
        heading = cmark_node_next(heading);
    }
    cmark_node_free(document);
}

// Parses the lines, with dates and ordinals at their starts as text.
static cmark_node *parse_lines(struct markdown_lines *lines, struct arena *arena) {
    cmark_node *document = parse(lines->source, arena);
    for (int round = 0;
         round < LIMIT_CONTAINERS && markdown_ordinals_escape(lines, document, arena); round++) {
        cmark_node_free(document);
        document = parse(lines->source, arena);
    }
    return document;
}

// Reads again until dates are no items, and tables have paragraphs of their own.
static cmark_node *parse_settled(struct markdown_lines *lines, struct arena *arena) {
    cmark_node *document = parse_lines(lines, arena);
    for (int round = 1; round < MOST_ROUNDS && markdown_tables_separate(lines, document, arena);
         round++) {
        cmark_node_free(document);
        document = parse_lines(lines, arena); // a date below a table is no item either
    }
    return document;
}

bool markdown_parse(struct prose *prose, struct text file, uint32_t indent, size_t *cells,
                    struct diagnostics *diagnostics, struct arena *arena) {
    prose->first = prose->end = NULL;
    if (markdown_is_plain(prose->source))
        return true;
    struct reading reading = {.file = file, .diagnostics = diagnostics, .arena = arena};
    markdown_lines_init(&reading.lines, prose->source, prose->at, indent, arena);
    if (markdown_is_nested_too_deep(&reading.lines, file, diagnostics))
        return false;
    struct markdown_tables tables = {
        .lines = &reading.lines,
        .file = file,
        .shown = cells,
        .diagnostics = diagnostics,
        .arena = arena,
    };
    reading.tables = &tables;
    cmark_node *document = parse_settled(&reading.lines, arena);
    markdown_inlines_place(&reading.lines, document, arena);
    markdown_ordinals_report(&reading.lines, file, diagnostics);
    struct prose_node *root = arena_alloc(arena, sizeof *root);
    root->at = prose->at;
    read_nodes(&reading, document, root);
    cmark_node_free(document);
    if (tables.cell_count > 0)
        read_cells(&reading, &tables);
    prose->first = root->first;
    if (root->first == NULL) // something was written, but nothing to show
        prose->first = prose->end = root;
    return true;
}
