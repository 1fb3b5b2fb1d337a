// SPDX-License-Identifier: MIT
// Reads Markdown from standard input and shows it: "prose-html [html|markdown|cell|plain|tree]".
// What is wrong in it goes to standard error. For tests/markdown/compare-tables.

#include "base/diagnostics_write.h"
#include "input/markdown/markdown.h"
#include "prose_whole.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noreturn)) static void no_memory(void) {
    fputs("out of memory\n", stderr);
    exit(EXIT_FAILURE);
}

static void write_tree(struct writer *writer, const struct prose_node *node, size_t depth) {
    for (; node != NULL; node = node->next) {
        writer_repeat(writer, ' ', 2 * depth);
        writer_number(writer, node->kind);
        writer_byte(writer, ' ');
        writer_number(writer, node->at.line);
        writer_byte(writer, ':');
        writer_number(writer, node->at.column);
        writer_byte(writer, ' ');
        writer_put(writer, node->text);
        writer_put(writer, node->url);
        writer_byte(writer, '\n');
        write_tree(writer, node->first, depth + 1);
    }
}

static void write_format(const char *format, struct prose_output *output,
                         const struct prose *prose) {
    if (strcmp(format, "markdown") == 0) {
        output->embed = embed_in_markdown;
        prose_write_markdown(output, prose, 0, TEXT(""));
        writer_byte(output->writer, '\n');
    } else if (strcmp(format, "cell") == 0) {
        prose_write_markdown_cell(output, prose);
        writer_byte(output->writer, '\n');
    } else if (strcmp(format, "plain") == 0) {
        writer_put(output->writer, prose_plain(prose, false, output->arena));
        writer_byte(output->writer, '\n');
    } else if (strcmp(format, "tree") == 0) {
        write_tree(output->writer, prose->first, 0);
    } else {
        output->embed = embed_in_html;
        prose_write_html(output, prose, 0);
    }
}

static struct text read_input(struct arena *arena) {
    struct writer writer;
    char buffer[65536];
    writer_to_memory(&writer, arena);
    for (size_t size; (size = fread(buffer, 1, sizeof buffer, stdin)) > 0;)
        writer_put(&writer, (struct text){buffer, size});
    return writer_text(&writer);
}

static void put_text(struct text text, FILE *file) {
    if (text.size > 0)
        fwrite(text.data, 1, text.size, file);
}

int main(int count, char **arguments) {
    struct arena arena;
    arena_init(&arena, no_memory);
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, &arena);
    struct prose prose = {
        .source = read_input(&arena),
        .at = {1, 1},
    };
    markdown_parse(&prose, TEXT("-"), 0, &(size_t){0}, &diagnostics, &arena);

    struct writer writer, messages;
    writer_to_memory(&writer, &arena);
    writer_to_memory(&messages, &arena);
    struct prose_output output = {.writer = &writer, .arena = &arena, .links = &whole_links};
    write_format(count > 1 ? arguments[1] : "html", &output, &prose);
    diagnostics_write(&diagnostics, (struct diagnostics_look){DIAGNOSTICS_PLAIN, 0}, &messages);
    put_text(writer_text(&writer), stdout);
    put_text(writer_text(&messages), stderr);
    arena_free(&arena);
    return diagnostics.errors > 0;
}
