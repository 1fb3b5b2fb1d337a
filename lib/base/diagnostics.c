// SPDX-License-Identifier: MIT

#include "base/diagnostics.h"

#include "base/message.h"
#include "base/personalnumber.h"

#include <stdio.h>
#include <stdlib.h>

enum { LONGEST_MESSAGE = 600 };

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena) {
    *diagnostics = (struct diagnostics){.arena = arena};
}

void report(struct diagnostics *diagnostics, enum rule rule, struct text file, struct position at,
            const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    report_list(diagnostics, rule, file, at, format, arguments);
    va_end(arguments);
}

// What somebody wrote can be of any length; what is wrong with it stands before and after it.
static struct text without_middle(struct text message, struct arena *arena) {
    if (message.size <= LONGEST_MESSAGE)
        return message;
    size_t head = LONGEST_MESSAGE / 2, tail = message.size - LONGEST_MESSAGE / 2;
    while ((message.data[head] & 0xC0) == 0x80)
        head--;
    while ((message.data[tail] & 0xC0) == 0x80)
        tail++;
    return text_format(arena, "%.*s…%.*s", (int)head, message.data, (int)(message.size - tail),
                       message.data + tail);
}

void report_list(struct diagnostics *diagnostics, enum rule rule, struct text file,
                 struct position at, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *message = arena_alloc(diagnostics->arena, (size_t)size + 1);
    vsnprintf(message, (size_t)size + 1, format, arguments);
    struct text masked =
        personal_numbers_masked((struct text){message, (size_t)size}, diagnostics->arena);

    diagnostics->items = arena_append(diagnostics->arena, diagnostics->items, diagnostics->count,
                                      sizeof *diagnostics->items);
    diagnostics->items[diagnostics->count] = (struct diagnostic){
        .file = text_copy(diagnostics->arena, file),
        .at = at,
        .rule = rule,
        .severity = rule_severity(rule),
        .message = without_middle(masked, diagnostics->arena),
        .order = diagnostics->reported++,
    };
    diagnostics->count++;
    diagnostics->errors += rule_severity(rule) == SEVERITY_ERROR;
}

void report_fix(struct diagnostics *diagnostics, struct fix fix) {
    struct diagnostic *last = &diagnostics->items[diagnostics->count - 1];
    last->has_fix = true;
    last->fix = fix;
}

void diagnostics_settle(struct diagnostics *diagnostics, diagnostic_judge *judge, void *context) {
    size_t kept = diagnostics->settled;
    for (size_t i = diagnostics->settled; i < diagnostics->count; i++)
        if (judge(context, &diagnostics->items[i]))
            diagnostics->items[kept++] = diagnostics->items[i];
    diagnostics->settled = diagnostics->count = kept;
    diagnostics->errors = 0;
    for (size_t i = 0; i < kept; i++)
        diagnostics->errors += diagnostics->items[i].severity == SEVERITY_ERROR;
}

static int by_place(const void *left, const void *right) {
    const struct diagnostic *a = left, *b = right;
    int order = text_compare(a->file, b->file);
    if (order == 0)
        order = (a->at.line > b->at.line) - (a->at.line < b->at.line);
    if (order == 0)
        order = (a->at.column > b->at.column) - (a->at.column < b->at.column);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static bool is_repeated(const struct diagnostic *a, const struct diagnostic *b) {
    return a->rule == b->rule && a->at.line == b->at.line && a->at.column == b->at.column &&
           text_equal(a->file, b->file) && text_equal(a->message, b->message);
}

// What a hostile file could put into a message must not steer the terminal.
static void write_visible(struct writer *writer, struct text text) {
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t code_point = text_next_code_point(text, &at);
        bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
        bool direction = (code_point >= 0x202A && code_point <= 0x202E) ||
                         (code_point >= 0x2066 && code_point <= 0x2069);
        if (code_point == '\t')
            writer_byte(writer, ' ');
        else if (control || direction)
            writer_put(writer, TEXT("\uFFFD"));
        else
            writer_put(writer, text_slice(text, from, at));
    }
}

enum { EXCERPT_WIDTH = 100, EXCERPT_BEFORE = 60 };

// Of a long line, the part around the column.
static void write_excerpt(struct writer *writer, struct text line, uint32_t column) {
    size_t at = 0, number = 1;
    size_t first = column > EXCERPT_WIDTH ? column - EXCERPT_BEFORE : 1;
    while (at < line.size && number < first) {
        text_next_code_point(line, &at);
        number++;
    }
    struct text shown = text_slice(line, at, line.size);
    size_t end = 0, before_caret = 0;
    for (size_t count = 0; end < shown.size && count < EXCERPT_WIDTH; count++) {
        if (first + count == column)
            before_caret = end;
        text_next_code_point(shown, &end);
    }
    if (first + text_length(text_slice(shown, 0, end)) <= column)
        before_caret = end;
    writer_put(writer, TEXT("    "));
    write_visible(writer, text_slice(shown, 0, end));
    writer_put(writer, TEXT("\n    "));
    writer_repeat(writer, ' ', text_width(text_slice(shown, 0, before_caret)));
    writer_put(writer, TEXT("^\n"));
}

static const struct {
    const char *word;
    struct text colour;
} severities[] = {
    [SEVERITY_NOTE] = {N_("note"), TEXT_OF("\033[1;36m")},
    [SEVERITY_WARNING] = {N_("warning"), TEXT_OF("\033[1;35m")},
    [SEVERITY_ERROR] = {N_("error"), TEXT_OF("\033[1;31m")},
};

static void write_one(const struct diagnostics *diagnostics, const struct diagnostic *diagnostic,
                      enum diagnostics_style style, struct writer *writer) {
    bool colour = style == DIAGNOSTICS_COLOUR;
    write_visible(writer, diagnostic->file);
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

    struct text line;
    if (style != DIAGNOSTICS_PLAIN && diagnostic->at.line > 0 && diagnostics->line_of != NULL &&
        diagnostics->line_of(diagnostics->context, diagnostic->file, diagnostic->at.line, &line))
        write_excerpt(writer, personal_numbers_masked(line, diagnostics->arena),
                      diagnostic->at.column);
}

void diagnostics_write(struct diagnostics *diagnostics, enum diagnostics_style style,
                       struct writer *writer) {
    if (diagnostics->count > 0)
        qsort(diagnostics->items, diagnostics->count, sizeof *diagnostics->items, by_place);
    for (size_t i = 0; i < diagnostics->count; i++)
        if (i == 0 || !is_repeated(&diagnostics->items[i - 1], &diagnostics->items[i]))
            write_one(diagnostics, &diagnostics->items[i], style, writer);
}
