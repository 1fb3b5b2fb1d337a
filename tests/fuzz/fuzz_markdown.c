// SPDX-License-Identifier: MIT
// Markdown with tables, and the tree in every format: HTML is closed and escaped, a cell stays one
// line, and Markdown that is written again reads back as the same.

#include "fuzz.h"

#include "input/file/limits.h"
#include "input/markdown/markdown.h"
#include "render/prose/prose.h"

#include "../unit/prose_whole.h"

#include <string.h>

typedef void write_prose(struct prose_output *output, const struct prose *prose);

static void write_html(struct prose_output *output, const struct prose *prose) {
    output->embed = embed_in_html;
    prose_write_html(output, prose, 0);
}

static void write_markdown(struct prose_output *output, const struct prose *prose) {
    output->embed = embed_in_markdown;
    prose_write_markdown(output, prose, 0, TEXT(""));
}

static void write_cell(struct prose_output *output, const struct prose *prose) {
    prose_write_markdown_cell(output, prose);
}

static struct text written(struct arena *arena, write_prose *write, const struct prose *prose) {
    struct writer writer;
    struct arena scratch;
    arena_init(&scratch, abort);
    writer_to_memory(&writer, arena);
    struct prose_output output = {.writer = &writer, .arena = &scratch, .links = &whole_links};
    write(&output, prose);
    arena_free(&scratch);
    fuzz_require_text(writer_text(&writer));
    return writer_text(&writer);
}

// Tags stand in each other, and every "<" begins one.
static void require_closed(struct text html) {
    struct text open[128];
    size_t depth = 0;
    for (struct text rest = html; text_find(rest, '<') < rest.size;) {
        rest = text_slice(rest, text_find(rest, '<') + 1, rest.size);
        size_t end = text_find(rest, '>');
        REQUIRE_OF(html, end < rest.size && end > 0);
        struct text tag = text_slice(rest, 0, end);
        struct text name = text_slice(tag, 0, text_find(tag, ' '));
        if (text_is(name, "br") || text_is(name, "hr"))
            continue;
        if (name.data[0] != '/') {
            REQUIRE_OF(html, depth < sizeof open / sizeof *open);
            open[depth++] = name;
        } else {
            REQUIRE_OF(html,
                       depth > 0 && text_equal(open[--depth], text_slice(name, 1, name.size)));
        }
    }
    REQUIRE_OF(html, depth == 0);
}

// False beyond a limit: what stood on lines of its own may be too much on one.
static bool read_again(struct fuzz *fuzz, struct text source, struct text path,
                       struct prose *prose) {
    *prose = (struct prose){.source = source, .at = {1, 1}};
    return markdown_parse(prose, path, 0, &(size_t){0}, &fuzz->diagnostics, &fuzz->arena);
}

// What a "*" or "_" means depends on all that is around it, so that not every emphasis within
// emphasis can be written: its tags and signs are not compared.
static size_t size_of_emphasis(struct text rest) {
    static const struct text marks[] = {TEXT_OF("<em>"),      TEXT_OF("</em>"), TEXT_OF("<strong>"),
                                        TEXT_OF("</strong>"), TEXT_OF("*"),     TEXT_OF("_")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_starts_with(rest, marks[i]))
            return marks[i].size;
    return 0;
}

// Without emphasis, and with spaces and tabs as the one space that they show as; but code as it is.
static struct text as_shown(struct fuzz *fuzz, struct text html) {
    char *bytes = arena_alloc(&fuzz->arena, html.size + 1);
    size_t size = 0;
    bool code = false;
    for (size_t i = 0; i < html.size; i++) {
        struct text rest = text_slice(html, i, html.size);
        code = (code || text_starts_with(rest, TEXT("<code"))) &&
               !text_starts_with(rest, TEXT("</code>"));
        size_t mark = code ? 0 : size_of_emphasis(rest);
        bool space = !code && (html.data[i] == ' ' || html.data[i] == '\t');
        if (mark > 0)
            i += mark - 1;
        else if (!space || size == 0 || bytes[size - 1] != ' ')
            bytes[size++] = space ? ' ' : html.data[i];
    }
    return (struct text){bytes, size};
}

static bool is_plain_paragraph(const struct prose_node *node) {
    return node->kind == PROSE_PARAGRAPH && node->plain;
}

static bool is_beside(const struct prose_node *a, const struct prose_node *b, bool in_item) {
    return (a->kind == PROSE_TABLE &&
            (is_plain_paragraph(b) || (in_item && b->kind == PROSE_TABLE))) ||
           (is_plain_paragraph(a) && b->kind == PROSE_TABLE);
}

// A table and a "|" or another table beside it in a tight list, or a "-" in its header below a
// text: whatever would set them apart would make the list loose.
static bool cannot_be_written(const struct prose_node *node, bool in_item) {
    for (; node != NULL; node = node->next)
        if ((node->next != NULL && is_beside(node, node->next, in_item)) ||
            cannot_be_written(node->first, node->kind == PROSE_ITEM))
            return true;
    return false;
}

static void require_same_again(struct fuzz *fuzz, const struct prose *prose, struct text html) {
    struct text markdown = written(&fuzz->arena, write_markdown, prose);
    struct prose again;
    if (!read_again(fuzz, markdown, TEXT("again"), &again))
        return;
    struct text other = written(&fuzz->arena, write_html, &again);
    if (!text_equal(as_shown(fuzz, html), as_shown(fuzz, other)))
        fuzz_fail("read again it is the same", __FILE__, __LINE__,
                  text_format(&fuzz->arena,
                              "--- html\n%.*s\n--- markdown\n%.*s\n--- html again\n%.*s",
                              TEXT_ARGS(html), TEXT_ARGS(markdown), TEXT_ARGS(other)));
}

static void require_cell(struct fuzz *fuzz, const struct prose *prose) {
    struct text cell = written(&fuzz->arena, write_cell, prose);
    REQUIRE_OF(cell, text_find(cell, '\n') == cell.size);
    struct text table = text_format(&fuzz->arena, "|x|\n|-|\n|%.*s|\n", TEXT_ARGS(cell));
    struct prose again;
    if (!read_again(fuzz, table, TEXT("cell"), &again))
        return;
    bool one_column = again.first != NULL && again.first->kind == PROSE_TABLE &&
                      again.first->next == NULL && again.first->first->next != NULL &&
                      again.first->first->next->next == NULL;
    REQUIRE_OF(table, one_column);
}

static void check_formats(struct fuzz *fuzz, const struct prose *prose) {
    struct text html = written(&fuzz->arena, write_html, prose);
    require_closed(html);
    if (fuzz->diagnostics.errors == 0 &&
        !cannot_be_written(prose->first,
                           false)) { // else something is left out, and no document made
        require_same_again(fuzz, prose, html);
        require_cell(fuzz, prose);
    }
    fuzz_require_text(prose_plain(prose, false, &fuzz->arena));
    struct text line = prose_plain(prose, true, &fuzz->arena);
    REQUIRE_OF(line, text_find(line, '\n') == line.size);
}

// cmark does not say how many lines of a paragraph were definitions, and which part of a tab the
// mark of a quote took.
static bool has_known_beginnings(struct text source) {
    return memmem(source.data, source.size, "]:", 2) == NULL &&
           text_find(source, '\t') == source.size;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz fuzz;
    fuzz_begin(&fuzz, data, size);
    struct source *source = source_add(fuzz.sources, TEXT("text"), fuzz.input);
    if (source != NULL) {
        struct prose prose = {.source = source->text, .at = {1, 1}};
        if (markdown_parse(&prose, source->path, 0, &(size_t){0}, &fuzz.diagnostics, &fuzz.arena)) {
            fuzz_require_places(&fuzz, source, prose.first);
            if (fuzz.diagnostics.errors == 0 && has_known_beginnings(source->text))
                fuzz_require_beginnings(&fuzz, source, prose.first);
            check_formats(&fuzz, &prose);
        }
    }
    fuzz_end(&fuzz);
    return 0;
}
