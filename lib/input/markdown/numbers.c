// SPDX-License-Identifier: MIT

#include "input/markdown/numbers.h"

#include "base/ascii.h"
#include "base/date.h"
#include "base/message.h"
#include "base/words.h"
#include "base/writer.h"

#include <string.h>

static bool is_inside_character(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t skip_digits(struct text line, size_t at) {
    while (at < line.size && ascii_is_digit(line.data[at]))
        at++;
    return at;
}

// Where the word after "30. " begins, the number being at byte `at`; 0 where there is none.
static size_t word_after_number(struct text line, size_t at) {
    enum { MOST_DIGITS = 2 };
    size_t period = skip_digits(line, at), start = period + 1;
    if (period == at || period - at > MOST_DIGITS || start >= line.size ||
        line.data[period] != '.' || !ascii_is_blank(line.data[start]))
        return 0;
    while (start < line.size && ascii_is_blank(line.data[start]))
        start++;
    return start;
}

static size_t end_of_word(struct text line, size_t at) {
    while (at < line.size && (word_at(line, at) || is_inside_character(line.data[at])))
        at++;
    return at;
}

// Whether a date ("30. juni", "1. jan.") or an ordinal ("1. halvår") begins at byte `at`. Their
// words begin with a small letter; those of an item seldom do.
static bool ordinal_at(struct text line, size_t at) {
    size_t start = word_after_number(line, at), end = end_of_word(line, start);
    bool ends = end == line.size || line.data[end] != '-';
    return start > 0 && ends && date_is_ordinal_word(text_slice(line, start, end));
}

// The same of "1. Juni 2024" and "1. JUNI 2024", which may be an item of a list of months.
static bool capital_date_at(struct text line, size_t at) {
    enum { LONGEST_MONTH = 9, YEAR_DIGITS = 4 };
    size_t start = word_after_number(line, at), end = end_of_word(line, start);
    char small[LONGEST_MONTH];
    if (start == 0 || end - start > LONGEST_MONTH)
        return false;
    for (size_t i = start; i < end; i++)
        small[i - start] = (char)(line.data[i] | 0x20); // of a letter, the small one
    bool year = end < line.size && line.data[end] == ' ' &&
                skip_digits(line, end + 1) == end + 1 + YEAR_DIGITS;
    return year && month_parse((struct text){small, end - start}) > 0;
}

// The line that an item begins on, and the byte of its mark; NULL where cmark does not know.
static struct markdown_line *line_of(struct markdown_lines *lines, cmark_node *item, size_t *mark) {
    int number = cmark_node_get_start_line(item), column = cmark_node_get_start_column(item);
    if (number < 1 || (size_t)number > lines->count || column < 1)
        return NULL;
    struct markdown_line *line = &lines->items[number - 1];
    *mark = (size_t)column - 1;
    return *mark < line->text.size ? line : NULL;
}

static bool is_ordered(cmark_node *node) {
    return node != NULL && cmark_node_get_type(node) == CMARK_NODE_LIST &&
           cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
}

static bool is_alone(cmark_node *item) {
    return cmark_node_previous(item) == NULL && cmark_node_next(item) == NULL;
}

// Marks the line of an item that is none.
static bool mark_ordinal(struct markdown_lines *lines, cmark_node *item) {
    size_t mark;
    struct markdown_line *line = line_of(lines, item, &mark);
    if (line == NULL || line->backslash > 0 ||
        !(ordinal_at(line->text, mark) || (is_alone(item) && capital_date_at(line->text, mark))))
        return false;
    line->backslash = skip_digits(line->text, mark);
    return true;
}

static void write_lines(struct markdown_lines *lines, const bool *marked, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    size_t *starts = arena_alloc(arena, lines->count * sizeof *starts);
    for (size_t i = 0; i < lines->count; i++) {
        const struct markdown_line *line = &lines->items[i];
        size_t cut = marked[i] ? line->backslash : line->text.size;
        starts[i] = writer.used;
        writer_put(&writer, text_slice(line->text, 0, cut));
        if (marked[i])
            writer_byte(&writer, '\\');
        writer_put(&writer, text_slice(line->text, cut, line->text.size));
        writer_byte(&writer, '\n');
    }
    lines->source = writer_text(&writer);
    for (size_t i = 0; i < lines->count; i++) {
        size_t end = i + 1 < lines->count ? starts[i + 1] : lines->source.size;
        lines->items[i].text = text_slice(lines->source, starts[i], end - 1);
    }
    lines->cursor_line = lines->count; // of no line: the bytes are others
}

bool markdown_ordinals_escape(struct markdown_lines *lines, cmark_node *document,
                              struct arena *arena) {
    bool *marked = NULL;
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_ITEM ||
            !is_ordered(cmark_node_parent(node)) || !mark_ordinal(lines, node))
            continue;
        if (marked == NULL)
            marked = arena_alloc(arena, lines->count * sizeof *marked);
        marked[cmark_node_get_start_line(node) - 1] = true;
        cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
    }
    cmark_iter_free(iterator);
    if (marked != NULL)
        write_lines(lines, marked, arena);
    return marked != NULL;
}

void markdown_ordinals_report(struct markdown_lines *lines, struct text file,
                              struct diagnostics *diagnostics) {
    if (!text_ends_with(file, TEXT(".md")))
        return;
    for (size_t i = 0; i < lines->count; i++) {
        const struct markdown_line *line = &lines->items[i];
        size_t period = line->backslash, start = period, offset;
        if (period == 0)
            continue;
        while (start > 0 && ascii_is_digit(line->text.data[start - 1]))
            start--;
        struct text digits = text_slice(line->text, start, period);
        struct position at = markdown_place(lines, (int)i + 1, (int)start + 1);
        struct position mend = markdown_place(lines, (int)i + 1, (int)period + 1);
        report(diagnostics, RULE_NUMBER_LIKE_ITEM, file, at,
               _("the documents show this as written, but a forge takes '%.*s.' for the number of "
                 "an item; write '%.*s\\.'"),
               TEXT_ARGS(digits), TEXT_ARGS(digits));
        if (diagnostics->offset_of != NULL &&
            diagnostics->offset_of(diagnostics->context, file, mend, &offset))
            report_fix(diagnostics, (struct fix){offset, offset, TEXT("\\")});
    }
}

static int64_t digits_at(struct text line, size_t at) {
    int64_t number = 0;
    for (size_t end = skip_digits(line, at); at < end; at++)
        number = 10 * number + (line.data[at] - '0');
    return number;
}

// The number of an item as written; -1 where cmark does not know.
static int64_t written_number(struct markdown_lines *lines, cmark_node *item) {
    size_t mark;
    const struct markdown_line *line = line_of(lines, item, &mark);
    return line == NULL ? -1 : digits_at(line->text, mark);
}

static struct position place_of(struct markdown_lines *lines, cmark_node *item) {
    return markdown_place(lines, cmark_node_get_start_line(item),
                          cmark_node_get_start_column(item));
}

int markdown_indent_within(cmark_node *item) {
    return cmark_node_get_start_column(cmark_node_first_child(item)) - 1;
}

static bool is_indented(cmark_node *item) {
    cmark_node *before = cmark_node_previous(item);
    return cmark_node_first_child(before) != NULL &&
           cmark_node_get_start_column(item) > cmark_node_get_start_column(before);
}

static void report_number(struct markdown_lines *lines, cmark_node *item, int64_t shown,
                          struct text file, struct diagnostics *diagnostics) {
    long long written = written_number(lines, item);
    if (is_indented(item))
        report(diagnostics, RULE_LIST_NUMBER, file, place_of(lines, item),
               _("the item is written as number %lld and would be shown as %lld; to be within the "
                 "item above, it is indented by %d spaces"),
               written, (long long)shown, markdown_indent_within(cmark_node_previous(item)));
    else
        report(diagnostics, RULE_LIST_NUMBER, file, place_of(lines, item),
               _("the item is written as number %lld and would be shown as %lld: number a list "
                 "without gaps, and write '%lld\\.' for a number at the start of a line of text"),
               written, (long long)shown, written);
}

// Where all items have the number of the first ("1." each), Markdown is meant to count.
static bool has_one_number(struct markdown_lines *lines, cmark_node *list) {
    cmark_node *item = cmark_node_first_child(list);
    while (item != NULL && written_number(lines, item) == cmark_node_get_list_start(list))
        item = cmark_node_next(item);
    return item == NULL;
}

static void check_items(struct markdown_lines *lines, cmark_node *list, struct text file,
                        struct diagnostics *diagnostics) {
    int64_t shown = cmark_node_get_list_start(list);
    if (has_one_number(lines, list))
        return;
    cmark_node *item = cmark_node_next(cmark_node_first_child(list));
    for (; item != NULL; item = cmark_node_next(item)) {
        int64_t written = written_number(lines, item);
        shown++;
        if (written < 0 || written == shown)
            continue;
        report_number(lines, item, shown, file, diagnostics);
        return; // the others follow from it
    }
}

static int64_t number_after(cmark_node *list) {
    int64_t number = cmark_node_get_list_start(list);
    for (cmark_node *item = cmark_node_first_child(list); item != NULL;
         item = cmark_node_next(item))
        number++;
    return number;
}

// The next, or the previous, list with numbers in the same block.
static cmark_node *other_list(cmark_node *list, cmark_node *step(cmark_node *node)) {
    cmark_node *node = step(list);
    while (node != NULL && !is_ordered(node))
        node = step(node);
    return node;
}

// The byte of a mark that the line begins with, after spaces and the marks of quotes; -1 for none.
static int mark_at(const struct markdown_line *line) {
    enum { MOST_DIGITS = 3 };
    struct text text = line->text;
    size_t start = 0;
    while (start < text.size && strchr(" \t>", text.data[start]) != NULL)
        start++;
    size_t end = skip_digits(text, start);
    if (end == start || end - start > MOST_DIGITS || end + 1 >= text.size ||
        strchr(".)", text.data[end]) == NULL || !ascii_is_blank(text.data[end + 1]) ||
        ordinal_at(text, start) || capital_date_at(text, start))
        return -1;
    return (int)start;
}

static bool begins_small(const struct markdown_line *line, size_t mark) {
    size_t word = word_after_number(line->text, mark);
    struct text rest = text_slice(line->text, word == 0 ? line->text.size : word, line->text.size);
    return (rest.size > 0 && rest.data[0] >= 'a' && rest.data[0] <= 'z') ||
           text_starts_with(rest, TEXT("æ")) || text_starts_with(rest, TEXT("ø")) ||
           text_starts_with(rest, TEXT("å"));
}

// Whether "1. gang" and the like, with a small letter, begins a line of the sentence above: right
// below its words. Within an item, which has no other list, wherever it is.
static bool goes_on_with_sentence(struct markdown_lines *lines, cmark_node *list) {
    cmark_node *before = cmark_node_previous(list);
    size_t mark;
    const struct markdown_line *line = line_of(lines, cmark_node_first_child(list), &mark);
    if (before == NULL || line == NULL || cmark_node_get_type(before) != CMARK_NODE_PARAGRAPH ||
        !begins_small(line, mark))
        return false;
    if (cmark_node_get_type(cmark_node_parent(list)) == CMARK_NODE_ITEM)
        return true;
    if (cmark_node_get_end_line(before) + 1 != cmark_node_get_start_line(list))
        return false;
    const struct markdown_line *above = markdown_line(lines, cmark_node_get_end_line(before));
    struct text words = above == NULL ? TEXT("") : text_trim(above->text);
    return above != NULL && mark_at(above) < 0 &&
           (word_before(words, words.size) || text_ends_with(words, TEXT(",")));
}

// Whether the number before it became a part of the text above, as is reported there.
static bool goes_on_from_text(const struct markdown_lines *lines, cmark_node *list) {
    cmark_node *before = cmark_node_previous(list);
    if (before == NULL || cmark_node_get_type(before) != CMARK_NODE_PARAGRAPH)
        return false;
    int64_t number = 0;
    int last = cmark_node_get_end_line(before);
    for (int i = cmark_node_get_start_line(before) + 1; i <= last; i++) {
        const struct markdown_line *line = markdown_line(lines, i);
        int mark = line == NULL ? -1 : mark_at(line);
        number = mark < 0 ? number : digits_at(line->text, (size_t)mark);
    }
    return number > 0 && number + 1 == cmark_node_get_list_start(list);
}

static bool stands_alone(struct markdown_lines *lines, cmark_node *list) {
    if (cmark_node_next(cmark_node_first_child(list)) != NULL)
        return false;
    cmark_node *before = other_list(list, cmark_node_previous);
    cmark_node *after = other_list(list, cmark_node_next);
    bool goes_on = before != NULL && number_after(before) == cmark_node_get_list_start(list);
    bool is_gone_on_from = after != NULL && number_after(list) == cmark_node_get_list_start(after);
    return !goes_on && !is_gone_on_from && !goes_on_from_text(lines, list) &&
           (cmark_node_get_list_start(list) != 1 || goes_on_with_sentence(lines, list));
}

void markdown_list_check(struct markdown_lines *lines, cmark_node *list, struct text file,
                         struct diagnostics *diagnostics) {
    check_items(lines, list, file, diagnostics);
    int number = cmark_node_get_list_start(list);
    if (stands_alone(lines, list))
        report(diagnostics, RULE_LONE_ITEM, file, place_of(lines, list),
               _("this is shown as a list of one item with the number %d; write '%d\\.' where the "
                 "number is part of the text"),
               number, number);
}

void markdown_paragraph_check(struct markdown_lines *lines, cmark_node *paragraph, struct text file,
                              struct diagnostics *diagnostics) {
    int last = cmark_node_get_end_line(paragraph);
    for (int number = cmark_node_get_start_line(paragraph) + 1; number <= last; number++) {
        const struct markdown_line *line = markdown_line(lines, number);
        int at = line == NULL ? -1 : mark_at(line);
        if (at < 0)
            continue;
        size_t end = skip_digits(line->text, (size_t)at);
        struct text digits = text_slice(line->text, (size_t)at, end);
        report(diagnostics, RULE_ITEM_IN_TEXT, file, markdown_place(lines, number, at + 1),
               _("the number %.*s is shown in the text above it, and begins no item; put an empty "
                 "line above, or write '%.*s\\%c' where it is part of the text"),
               TEXT_ARGS(digits), TEXT_ARGS(digits), line->text.data[end]);
        return;
    }
}
