// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"
#include "render/diagnostics/rule_help.h"
#include "render/diagnostics/rule_titles.h"

enum { LINE_WIDTH = 80, CODE_INDENT = 4 };

// What remains of Markdown's marks: the words of links, "'" for "`".
static struct text without_marks(struct text line, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    bool code = false;
    for (size_t at = 0; at < line.size; at++) {
        struct text rest = text_slice(line, at, line.size);
        code = code != (rest.data[0] == '`');
        if (!code && text_starts_with(rest, TEXT("**")))
            at++;
        else if (!code && text_starts_with(rest, TEXT("](")))
            at += text_find(rest, ')');
        else if (code || rest.data[0] != '[')
            writer_byte(&writer, rest.data[0] == '`' ? '\'' : rest.data[0]);
    }
    return writer_text(&writer);
}

static void write_wrapped(struct text words, struct writer *writer) {
    size_t width = 0;
    while (words.data != NULL) {
        struct text word = text_cut(&words, ' ');
        size_t length = text_length(word);
        if (width > 0 && width + 1 + length > LINE_WIDTH) {
            writer_byte(writer, '\n');
            width = 0;
        }
        if (width > 0)
            writer_byte(writer, ' ');
        writer_put(writer, word);
        width += length + (width > 0);
    }
    writer_byte(writer, '\n');
}

static void write_for_reading(struct text help, struct writer *writer, struct arena *arena) {
    bool code = false;
    while (help.data != NULL) {
        struct text line = text_cut(&help, '\n');
        if (text_starts_with(line, TEXT("```"))) {
            code = !code;
        } else if (code) {
            writer_repeat(writer, ' ', line.size > 0 ? CODE_INDENT : 0);
            writer_put(writer, line);
            writer_byte(writer, '\n');
        } else {
            write_wrapped(without_marks(line, arena), writer);
        }
    }
}

void findings_explanation(enum rule rule, bool terminal, struct writer *writer,
                          struct arena *arena) {
    writer_put(writer, text_from(rule_id(rule)));
    writer_put(writer, TEXT(": "));
    writer_put(writer, rule_title(rule));
    writer_put(writer, TEXT("\n\n"));
    if (terminal) {
        write_for_reading(rule_help(rule), writer, arena);
        return;
    }
    writer_put(writer, rule_help(rule));
    writer_byte(writer, '\n');
}
