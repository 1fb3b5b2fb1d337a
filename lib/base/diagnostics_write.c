// SPDX-License-Identifier: MIT

#include "base/diagnostics.h"
#include "base/message.h"
#include "base/personalnumber.h"

// What a hostile file could put into a message must not steer the terminal.
static bool is_harmful(uint32_t code_point) {
    bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    bool direction = (code_point >= 0x202A && code_point <= 0x202E) ||
                     (code_point >= 0x2066 && code_point <= 0x2069);
    return control || direction;
}

static void write_visible(struct writer *writer, struct text text) {
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t code_point = text_next_code_point(text, &at);
        if (code_point == '\t')
            writer_byte(writer, ' ');
        else if (is_harmful(code_point) ||
                 code_point == 0xFFFD) // or no UTF-8, in the name of a file
            writer_put(writer, TEXT("\uFFFD"));
        else
            writer_put(writer, text_slice(text, from, at));
    }
}

// Columns that write_visible() takes on a terminal.
static size_t visible_width(struct text text) {
    size_t width = 0;
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        width += is_harmful(text_next_code_point(text, &at))
                     ? 1
                     : text_width(text_slice(text, from, at));
    }
    return width;
}

enum { EXCERPT_WIDTH = 100, EXCERPT_BEFORE = 60 };

// A place in the line that was shown last: many messages may be about one long line, and come in
// the order of their columns.
struct excerpt {
    struct text file;
    uint32_t line_number;
    struct text line;
    size_t byte;
    uint32_t column;
};

static void move_to(struct excerpt *excerpt, uint32_t column) {
    if (column < excerpt->column) {
        excerpt->byte = 0;
        excerpt->column = 1;
    }
    for (; excerpt->column < column && excerpt->byte < excerpt->line.size; excerpt->column++)
        text_next_code_point(excerpt->line, &excerpt->byte);
}

// Of a long line, the part around the column.
static void write_excerpt(struct writer *writer, struct excerpt *excerpt, uint32_t column) {
    move_to(excerpt, column > EXCERPT_WIDTH ? column - EXCERPT_BEFORE : 1);
    bool cut_before = excerpt->byte > 0;
    struct text shown = text_slice(excerpt->line, excerpt->byte, excerpt->line.size);
    size_t end = 0, before_caret = 0;
    for (uint32_t at = excerpt->column; end < shown.size && at < excerpt->column + EXCERPT_WIDTH;
         at++) {
        text_next_code_point(shown, &end);
        if (at < column)
            before_caret = end;
    }
    writer_put(writer, cut_before ? TEXT("    …") : TEXT("    "));
    write_visible(writer, text_slice(shown, 0, end));
    writer_put(writer, end < shown.size ? TEXT("…\n    ") : TEXT("\n    "));
    writer_repeat(writer, ' ', visible_width(text_slice(shown, 0, before_caret)) + cut_before);
    writer_put(writer, TEXT("^\n"));
}

// False where there is no line to show.
static bool find_excerpt(const struct diagnostics *diagnostics, const struct diagnostic *diagnostic,
                         struct excerpt *excerpt) {
    uint32_t line = diagnostic->at.line;
    if (line == 0 || diagnostics->line_of == NULL)
        return false;
    if (line == excerpt->line_number && text_equal(diagnostic->file, excerpt->file))
        return true;
    *excerpt = (struct excerpt){.file = diagnostic->file, .line_number = line, .column = 1};
    if (!diagnostics->line_of(diagnostics->context, diagnostic->file, line, &excerpt->line)) {
        excerpt->line_number = 0;
        return false;
    }
    excerpt->line = personal_numbers_masked(excerpt->line, diagnostics->arena);
    return true;
}

static const struct {
    const char *word;
    struct text colour;
} severities[] = {
    [SEVERITY_NOTE] = {N_("note"), TEXT_OF("\033[1;36m")},
    [SEVERITY_WARNING] = {N_("warning"), TEXT_OF("\033[1;35m")},
    [SEVERITY_ERROR] = {N_("error"), TEXT_OF("\033[1;31m")},
};

static void write_one(const struct diagnostic *diagnostic, bool colour, struct arena *arena,
                      struct writer *writer) {
    write_visible(writer, personal_numbers_masked(diagnostic->file, arena));
    writer_byte(writer, ':');
    if (diagnostic->at.line > 0) {
        writer_number(writer, diagnostic->at.line);
        writer_byte(writer, ':');
        writer_number(writer, diagnostic->at.column);
        writer_byte(writer, ':');
    }
    if (colour)
        writer_put(writer, severities[diagnostic->severity].colour);
    writer_byte(writer, ' ');
    writer_put(writer, text_from(_(severities[diagnostic->severity].word)));
    writer_byte(writer, ':');
    if (colour)
        writer_put(writer, TEXT("\033[0m"));
    writer_byte(writer, ' ');
    write_visible(writer, diagnostic->message);
    writer_put(writer, TEXT(" ["));
    writer_put(writer, text_from(rule_id(diagnostic->rule)));
    writer_put(writer, TEXT("]\n"));
}

void diagnostics_write(struct diagnostics *diagnostics, enum diagnostics_style style,
                       struct writer *writer) {
    struct excerpt excerpt = {.line_number = 0};
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *diagnostic = &diagnostics->items[i];
        write_one(diagnostic, style == DIAGNOSTICS_COLOUR, diagnostics->arena, writer);
        if (style != DIAGNOSTICS_PLAIN && find_excerpt(diagnostics, diagnostic, &excerpt))
            write_excerpt(writer, &excerpt, diagnostic->at.column);
    }
}
