// SPDX-License-Identifier: MIT

#include "input/markdown/mistaken.h"

#include "base/ascii.h"
#include "base/message.h"
#include "input/markdown/inlines.h"
#include "input/markdown/numbers.h"

#include <string.h>

// What the node's first line has from where the node begins.
static struct text first_line(const struct markdown_lines *lines, cmark_node *node) {
    int column = cmark_node_get_start_column(node);
    const struct markdown_line *line = markdown_line(lines, cmark_node_get_start_line(node));
    struct text text = line == NULL || column < 1 ? TEXT("") : line->text;
    size_t start = column < 1 || (size_t)column > text.size ? text.size : (size_t)column - 1;
    return text_slice(text, start, text.size);
}

// --- code ---

static size_t run_of(struct text text, char byte) {
    size_t count = 0;
    while (count < text.size && text.data[count] == byte)
        count++;
    return count;
}

// Whether the last line of the code is a fence as its first.
static bool is_closed(const struct markdown_lines *lines, cmark_node *code, struct text fence) {
    int last = cmark_node_get_end_line(code);
    const struct markdown_line *line = markdown_line(lines, last);
    struct text text = line == NULL ? TEXT("") : text_trim(line->text);
    while (text.size > 0 && (text.data[0] == '>' || ascii_is_blank(text.data[0])))
        text = text_slice(text, 1, text.size);
    return last > cmark_node_get_start_line(code) && text.size >= fence.size &&
           run_of(text, fence.data[0]) == text.size;
}

static void check_fence(struct markdown_lines *lines, cmark_node *code, struct text fence,
                        struct text file, struct diagnostics *diagnostics) {
    struct text info = text_from(cmark_node_get_fence_info(code));
    if (!is_closed(lines, code, fence))
        report(
            diagnostics, RULE_CODE_FENCE, file, markdown_place_of(lines, code),
            _("the code that begins here has no end; write '%.*s' on a line of its own after it"),
            TEXT_ARGS(fence));
    else if (text_find(info, ' ') < info.size || text_find(info, '\t') < info.size)
        report(diagnostics, RULE_CODE_FENCE, file, markdown_place_of(lines, code),
               _("what is on this line after '%.*s' is not shown; write it on the next"),
               TEXT_ARGS(fence));
}

static void check_code(struct markdown_lines *lines, cmark_node *code, struct text file,
                       struct diagnostics *diagnostics) {
    struct text text = first_line(lines, code);
    size_t size = text.size == 0 ? 0 : run_of(text, text.data[0]);
    if (text.size == 0)
        return;
    if (size >= 3 && (text.data[0] == '`' || text.data[0] == '~'))
        check_fence(lines, code, text_slice(text, 0, size), file, diagnostics);
    else
        report(diagnostics, RULE_INDENTED_CODE, file, markdown_place_of(lines, code),
               _("this is printed as code, for it is indented by four spaces; delete them, or "
                 "write '```' on a line of its own above and below"));
}

// --- quotations ---

static bool is_within_quotation(cmark_node *node) {
    for (node = cmark_node_parent(node); node != NULL; node = cmark_node_parent(node))
        if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
            return true;
    return false;
}

// Of a line of a quotation but its first: it has words, and no '>' before them.
static bool is_taken_in(const struct markdown_lines *lines, int number) {
    const struct markdown_line *line = markdown_line(lines, number);
    struct text text = line == NULL || line->inserted ? TEXT("") : text_trim(line->text);
    return text.size > 0 && text.data[0] != '>';
}

static bool has_further_mark(const struct markdown_lines *lines, cmark_node *quote) {
    int last = cmark_node_get_end_line(quote);
    for (int number = cmark_node_get_start_line(quote) + 1; number <= last; number++)
        if (!is_taken_in(lines, number))
            return true;
    return false;
}

// "> 10 prosent", ">= 10 prosent"
static bool is_comparison(const struct markdown_lines *lines, cmark_node *quote) {
    struct text text = first_line(lines, quote);
    struct text words = text.size == 0 ? text : text_trim(text_slice(text, 1, text.size));
    return words.size > 0 && (ascii_is_digit(words.data[0]) || words.data[0] == '=') &&
           cmark_node_get_type(cmark_node_first_child(quote)) == CMARK_NODE_PARAGRAPH &&
           !has_further_mark(lines, quote);
}

static void report_taken_in(struct markdown_lines *lines, int number, struct text file,
                            struct diagnostics *diagnostics) {
    struct text text = markdown_line(lines, number)->text;
    int column = (int)(text_trim(text).data - text.data) + 1;
    report(diagnostics, RULE_QUOTATION, file, markdown_place(lines, number, column),
           _("this line is shown as part of the quotation above; write '>' before it, or an empty "
             "line where the quotation ends"));
}

static void check_quotation(struct markdown_lines *lines, cmark_node *quote, struct text file,
                            struct diagnostics *diagnostics) {
    if (is_within_quotation(quote))
        return;
    if (is_comparison(lines, quote)) {
        report(diagnostics, RULE_QUOTATION, file, markdown_place_of(lines, quote),
               _("this is shown as a quotation, without the '>'; write '\\>' for 'more than'"));
        return;
    }
    bool before = false;
    int last = cmark_node_get_end_line(quote);
    for (int number = cmark_node_get_start_line(quote) + 1; number <= last; number++) {
        bool taken_in = is_taken_in(lines, number);
        if (taken_in && !before)
            report_taken_in(lines, number, file, diagnostics);
        before = taken_in;
    }
}

// --- items ---

// A list of one item with a number that is no mark is reported as that.
static bool is_lone_number(cmark_node *item) {
    return cmark_node_previous(item) == NULL && cmark_node_next(item) == NULL &&
           cmark_node_get_list_start(cmark_node_parent(item)) > 1;
}

// "- 500 000 kroner", "+ 5 %"
static bool is_sign(const struct markdown_lines *lines, cmark_node *item) {
    struct text text = first_line(lines, item);
    struct text words = text.size == 0 ? text : text_trim(text_slice(text, 1, text.size));
    return words.size > 0 && ascii_is_digit(words.data[0]) &&
           (text.data[0] == '-' || text.data[0] == '+') && cmark_node_previous(item) == NULL &&
           cmark_node_next(item) == NULL;
}

// Further to the right than the item before, and not within it: as far as that counts, for numbers
// are told by what they become.
static bool is_hardly_indented(cmark_node *item) {
    cmark_node *before = cmark_node_previous(item);
    return before != NULL && cmark_node_first_child(before) != NULL &&
           cmark_node_get_list_type(cmark_node_parent(item)) == CMARK_BULLET_LIST &&
           cmark_node_get_start_column(item) > cmark_node_get_start_column(before);
}

static void check_item(struct markdown_lines *lines, cmark_node *item, struct text file,
                       struct diagnostics *diagnostics) {
    cmark_node *first = cmark_node_first_child(item);
    if (first == NULL && !is_lone_number(item))
        report(diagnostics, RULE_EMPTY_ITEM, file, markdown_place_of(lines, item),
               _("this item has no text; write it, or delete the line"));
    else if (first != NULL && cmark_node_get_type(first) == CMARK_NODE_LIST)
        report(diagnostics, RULE_EMPTY_ITEM, file, markdown_place_of(lines, item),
               _("this item has only a list within it; write its text, or delete one of the two "
                 "marks"));
    else if (is_sign(lines, item))
        report(diagnostics, RULE_LONE_ITEM, file, markdown_place_of(lines, item),
               _("this is shown as a list of one item, without the '%c'; write '\\%c' where it is "
                 "the sign of the number"),
               first_line(lines, item).data[0], first_line(lines, item).data[0]);
    else if (is_hardly_indented(item))
        report(diagnostics, RULE_ITEM_INDENT, file, markdown_place_of(lines, item),
               _("this is shown as an item beside the one above, not within it; indent it by %d "
                 "spaces, or as much as that one"),
               markdown_indent_within(cmark_node_previous(item)));
}

// --- headings ---

static void check_heading(struct markdown_lines *lines, cmark_node *heading, struct text file,
                          struct diagnostics *diagnostics) {
    int last = cmark_node_get_end_line(heading);
    for (int number = cmark_node_get_start_line(heading) + 1; number <= last; number++) {
        const struct markdown_line *line = markdown_line(lines, number);
        int at = line == NULL ? -1 : markdown_underline_at(line->text);
        if (at < 0)
            continue;
        report(diagnostics, RULE_UNDERLINED_HEADING, file, markdown_place(lines, number, at + 1),
               _("the line of '%c' makes a heading of the text above it; put an empty line "
                 "between, or begin the text with '##' if it is to be a heading"),
               line->text.data[at]);
        return;
    }
}

static void (*const checks[])(struct markdown_lines *, cmark_node *, struct text file,
                              struct diagnostics *) = {
    [CMARK_NODE_CODE_BLOCK] = check_code,
    [CMARK_NODE_BLOCK_QUOTE] = check_quotation,
    [CMARK_NODE_ITEM] = check_item,
    [CMARK_NODE_HEADING] = check_heading,
};

void markdown_mistaken_check(struct markdown_lines *lines, cmark_node *node, struct text file,
                             struct diagnostics *diagnostics) {
    size_t type = cmark_node_get_type(node);
    if (type < sizeof checks / sizeof *checks && checks[type] != NULL)
        checks[type](lines, node, file, diagnostics);
}

bool markdown_is_footnote(cmark_node *link) {
    cmark_node *words = cmark_node_first_child(link);
    return words != NULL && cmark_node_get_type(words) == CMARK_NODE_TEXT &&
           cmark_node_get_literal(words)[0] == '^';
}
