// SPDX-License-Identifier: MIT

#include "base/diagnostics_frame.h"

#include "base/personalnumber.h"

#include <string.h>

// Bytes from a hostile file must not control the terminal through a message.
static bool is_harmful(uint32_t code_point) {
    bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    bool direction = (code_point >= 0x202A && code_point <= 0x202E) ||
                     (code_point >= 0x2066 && code_point <= 0x2069);
    return control || direction;
}

void write_visible(struct writer *writer, struct text text) {
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t code_point = text_next_code_point(text, &at);
        if (code_point == '\t')
            writer_byte(writer, ' ');
        else if (is_harmful(code_point) ||
                 code_point == 0xFFFD) // or invalid UTF-8, in the name of a file
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

enum { MOST_SHOWN = 100, LEAST_SHOWN = 40 }; // characters of a line

// "  21 | " and two "…" take their room of the terminal.
static uint32_t most_characters(const struct frame *frame, size_t columns) {
    size_t taken = 2 + frame->number_width + 3 + 2;
    if (columns == 0 || columns >= MOST_SHOWN + taken)
        return MOST_SHOWN;
    return columns < LEAST_SHOWN + taken ? LEAST_SHOWN : (uint32_t)(columns - taken);
}

static void move_to(struct frame *frame, uint32_t column) {
    if (column < frame->column) {
        frame->byte = 0;
        frame->column = 1;
    }
    for (; frame->column < column && frame->byte < frame->line.size; frame->column++)
        text_next_code_point(frame->line, &frame->byte);
}

// The longest text that the message quotes ('…') and that `rest` begins with.
static size_t quoted_length(struct text message, struct text rest) {
    size_t longest = 0;
    for (size_t open = 0; open < message.size; open++) {
        if (message.data[open] != '\'')
            continue;
        struct text quoted = text_slice(message, open + 1, message.size);
        for (size_t close = 1; close < quoted.size && close <= rest.size; close++)
            if (quoted.data[close] == '\'' && close > longest &&
                memcmp(quoted.data, rest.data, close) == 0)
                longest = close;
    }
    return longest;
}

static bool ends_word(struct text rest, size_t at) {
    char byte = rest.data[at];
    bool last = at + 1 == rest.size || rest.data[at + 1] == ' ';
    return strchr(" \t)]}\"'", byte) != NULL || (last && strchr(",;:.!?", byte) != NULL);
}

// How many bytes at the start of `rest` the message is about: what it quotes, a text in quotes, or
// a word. At least one character, unless `rest` is empty.
static size_t length_of_word(struct text message, struct text rest) {
    size_t first = 0;
    if (rest.size == 0)
        return 0;
    text_next_code_point(rest, &first);
    bool quote = rest.data[0] == '"' || rest.data[0] == '\'';
    size_t quoted = quoted_length(message, text_slice(rest, quote, rest.size));
    if (quoted > 0)
        return quote + quoted +
               (quote && quote + quoted < rest.size && rest.data[quote + quoted] == rest.data[0]);
    size_t end = first;
    if (quote) {
        end += text_find(text_slice(rest, first, rest.size), rest.data[0]);
        return end < rest.size ? end + 1 : first;
    }
    if (rest.data[0] == ' ' || rest.data[0] == '\t')
        return first;
    while (end < rest.size && !ends_word(rest, end))
        end++;
    return end;
}

static size_t digits_of(uint32_t number) {
    size_t digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

// "  21 | ", or without a number "     | ".
static void write_gutter(struct writer *writer, const struct frame *frame, bool with_number,
                         const struct frame_look *look) {
    size_t digits = with_number ? digits_of(frame->line_number) : 0;
    size_t width = frame->number_width > digits ? frame->number_width : digits;
    writer_put(writer, look->gutter);
    writer_repeat(writer, ' ', 2 + width - digits);
    if (with_number)
        writer_number(writer, frame->line_number);
    writer_put(writer, TEXT(" |"));
    writer_put(writer, look->end);
    writer_byte(writer, ' ');
}

void frame_write(struct writer *writer, struct frame *frame, const struct diagnostic *diagnostic,
                 const struct frame_look *look) {
    uint32_t column = diagnostic->at.column, most = most_characters(frame, look->columns);
    move_to(frame, column > most ? column - most * 6 / 10 : 1);
    bool cut_before = frame->byte > 0;
    struct text shown = text_slice(frame->line, frame->byte, frame->line.size);
    size_t end = 0, word = 0;
    for (uint32_t at = frame->column; end < shown.size && at < frame->column + most; at++) {
        text_next_code_point(shown, &end);
        if (at < column)
            word = end;
    }
    bool cut_after = end < shown.size;
    shown = text_slice(shown, 0, end);
    struct text rest = text_slice(shown, word, shown.size);
    size_t width = visible_width(text_slice(rest, 0, length_of_word(diagnostic->message, rest)));
    write_gutter(writer, frame, true, look);
    writer_put(writer, cut_before ? TEXT("…") : TEXT(""));
    write_visible(writer, shown);
    writer_put(writer, cut_after ? TEXT("…\n") : TEXT("\n"));
    write_gutter(writer, frame, false, look);
    writer_repeat(writer, ' ', visible_width(text_slice(shown, 0, word)) + cut_before);
    writer_put(writer, look->mark);
    writer_repeat(writer, '^', width > 0 ? width : 1);
    writer_put(writer, look->end);
    writer_byte(writer, '\n');
}

static uint32_t last_line_of_file(const struct diagnostics *diagnostics, size_t first) {
    uint32_t last = 0;
    for (size_t i = first; i < diagnostics->count &&
                           text_equal(diagnostics->items[i].file, diagnostics->items[first].file);
         i++)
        last = diagnostics->items[i].at.line;
    return last;
}

bool frame_find(const struct diagnostics *diagnostics, size_t index, struct frame *frame) {
    const struct diagnostic *diagnostic = &diagnostics->items[index];
    uint32_t line = diagnostic->at.line;
    if (!text_equal(diagnostic->file, frame->file))
        *frame = (struct frame){
            .file = diagnostic->file,
            .number_width = digits_of(last_line_of_file(diagnostics, index)),
        };
    if (line == 0 || diagnostics->line_of == NULL)
        return false;
    if (line == frame->line_number)
        return true;
    frame->line_number = line;
    frame->byte = 0;
    frame->column = 1;
    if (!diagnostics->line_of(diagnostics->context, diagnostic->file, line, &frame->line)) {
        frame->line_number = 0;
        return false;
    }
    frame->line = personal_numbers_masked(frame->line, diagnostics->arena);
    return true;
}
