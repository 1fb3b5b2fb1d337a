// SPDX-License-Identifier: MIT

#include "check/writing/classes.h"

#include "base/ascii.h"
#include "base/words.h"
#include "input/link/address.h"
#include "input/markdown/delimiter.h"

#include <string.h>

enum {
    CODE_INDENT = 4,
    MOST_BRACKETS = 100, // as LIMIT_OPEN_BRACKETS of a paragraph
    MOST_FENCE = 80,
    LONGEST_TAG = 1000, // bytes of a tag, and of the text in the parentheses of a link
};

struct classifier {
    struct text text;
    unsigned char *classes;
    size_t indent;
    // Between blocks:
    char fence; // of a code block that is open
    size_t fence_size;
    size_t item_columns; // that the innermost item is indented by
    bool ends_paragraph; // the line before, so that an indented one is code
    bool in_table;
};

static void set(struct classifier *classifier, size_t from, size_t to, enum prose_class class) {
    memset(classifier->classes + from, (int)class, to - from);
}

static size_t run_of(struct text text, size_t at, char byte) {
    size_t end = at;
    while (end < text.size && text.data[end] == byte)
        end++;
    return end - at;
}

// --- addresses ---

static bool is_of_mail(char byte) {
    return ascii_is_digit(byte) || ascii_is_letter(byte) ||
           (byte != '\0' && strchr(".-_+", byte) != NULL);
}

// "name@host.no", at its "@".
static void classify_mail(struct classifier *classifier, size_t begin, size_t at, size_t end) {
    enum { LONGEST_NAME = 64, LONGEST_HOST = 255 };
    struct text text = classifier->text;
    size_t from = at, to = at + 1;
    while (from > begin && at - from < LONGEST_NAME && is_of_mail(text.data[from - 1]))
        from--;
    while (to < end && to - at < LONGEST_HOST && is_of_mail(text.data[to]))
        to++;
    while (to > at + 1 && strchr(".-_+", text.data[to - 1]) != NULL)
        to--;
    size_t period = text_find(text_slice(text, at + 1, to), '.');
    if (from < at && period > 0 && period < to - at - 1)
        set(classifier, from, to, PROSE_MAIL);
}

static void classify_addresses(struct classifier *classifier, size_t from, size_t to) {
    static const bool marks[256] = {['@'] = true, ['h'] = true, ['w'] = true};
    const struct text text = text_slice(classifier->text, 0, to);
    const struct text here = text_slice(text, from, to);
    if (!address_may_be_in(here) && text_find(here, '@') == here.size)
        return;
    for (size_t at = from; (at = text_find_any(text, at, marks)) < to;) {
        size_t end = at;
        if (text.data[at] == '@' && classifier->classes[at] < PROSE_LINKED)
            classify_mail(classifier, from, at, to);
        else if (text.data[at] != '@' && classifier->classes[at] < PROSE_ADDRESS)
            end = address_end(text, at);
        set(classifier, at, end, PROSE_ADDRESS);
        at = end > at ? end : at + 1;
    }
}

// --- within a paragraph ---

struct inlines {
    struct classifier *classifier;
    struct text text;              // up to the end of the paragraph
    size_t last_ticks[MOST_FENCE]; // where the last run of so many backticks begins
    size_t brackets[MOST_BRACKETS];
    size_t bracket_count;
    bool no_comment_end;
};

static void find_ticks(struct inlines *inlines, size_t from) {
    struct text text = inlines->text;
    size_t at = from + text_find(text_slice(text, from, text.size), '`');
    if (at == text.size)
        return;
    memset(inlines->last_ticks, 0, sizeof inlines->last_ticks);
    while (at < text.size) {
        size_t count = run_of(text, at, '`');
        if (count < MOST_FENCE)
            inlines->last_ticks[count] = at;
        at += count;
        at += text_find(text_slice(text, at, text.size), '`');
    }
}

static size_t skip_code(struct inlines *inlines, size_t at) {
    size_t count = run_of(inlines->text, at, '`');
    // NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): counted, for one is here
    if (count >= MOST_FENCE || inlines->last_ticks[count] <= at)
        return at + count;
    size_t end = at + count;
    while (end < inlines->text.size) {
        size_t closing = run_of(inlines->text, end, '`');
        end += closing > 0 ? closing : 1;
        if (closing == count)
            break;
    }
    set(inlines->classifier, at, end, PROSE_VERBATIM);
    return end;
}

static size_t skip_comment(struct inlines *inlines, size_t at) {
    const struct text rest = text_slice(inlines->text, at, inlines->text.size);
    const char *end = inlines->no_comment_end ? NULL : memmem(rest.data, rest.size, "-->", 3);
    if (end == NULL) {
        inlines->no_comment_end = true;
        return at + 1;
    }
    size_t to = at + (size_t)(end - rest.data) + 3;
    set(inlines->classifier, at, to, PROSE_MARKUP);
    return to;
}

static size_t skip_tag(struct inlines *inlines, size_t at) {
    struct text rest = text_slice(inlines->text, at, inlines->text.size);
    if (text_starts_with(rest, TEXT("<!--")))
        return skip_comment(inlines, at);
    char next = rest.size > 1 ? rest.data[1] : '\0';
    if (next != '/' && next != '!' && next != '?' &&
        !((next | 0x20) >= 'a' && (next | 0x20) <= 'z'))
        return at + 1;
    if (rest.size > LONGEST_TAG)
        rest.size = LONGEST_TAG;
    size_t end = text_find(rest, '>');
    if (end == rest.size)
        return at + 1;
    struct text inside = text_slice(rest, 0, end);
    bool spaced = text_find(inside, ' ') < inside.size;
    size_t sign = spaced ? inside.size : text_find(inside, '@');
    bool address = !spaced && text_find(inside, ':') < inside.size;
    set(inlines->classifier, at, at + end + 1,
        address || sign < inside.size ? PROSE_ADDRESS : PROSE_MARKUP);
    // The reader sees it all, unlike that of a link with words.
    if (sign < inside.size && (!address || text_starts_with(inside, TEXT("<mailto:"))))
        classify_mail(inlines->classifier, at + 1, at + sign, at + end);
    return at + end + 1;
}

// The offset after the parenthesis that closes the one at `at`; or `at` when no link ends there.
static size_t destination_end(struct text text, size_t at) {
    size_t limit = text.size - at > LONGEST_TAG ? at + LONGEST_TAG : text.size;
    int depth = 0;
    char quote = '\0';
    for (size_t i = at; i < limit; i++) {
        char byte = text.data[i];
        if (byte == '\\')
            i++;
        else if (quote != '\0')
            quote = byte == quote ? '\0' : quote;
        else if (byte == '"' || (byte == '\'' && text.data[i - 1] == ' '))
            quote = byte;
        else if (byte == '(')
            depth++;
        else if (byte == ')' && --depth == 0)
            return i + 1;
    }
    return at;
}

// The offset after the bracket that closes the one at `at`; or `at`.
static size_t label_end(struct text text, size_t at) {
    size_t limit = text.size - at > LONGEST_TAG ? at + LONGEST_TAG : text.size;
    size_t size = text_find(text_slice(text, at, limit), ']');
    return at + size == limit ? at : at + size + 1;
}

// "[words](address)" and "[words][name]": at the bracket that closes the words.
static size_t close_bracket(struct inlines *inlines, size_t at) {
    struct text text = inlines->text;
    if (inlines->bracket_count == 0)
        return at + 1;
    size_t opened = inlines->brackets[--inlines->bracket_count];
    size_t end = at + 1;
    if (end < text.size && text.data[end] == '(')
        end = destination_end(text, end);
    else if (end < text.size && text.data[end] == '[')
        end = label_end(text, end);
    if (end == at + 1)
        return end;
    for (size_t i = opened; i <= at; i++)
        if (inlines->classifier->classes[i] < PROSE_LINKED)
            inlines->classifier->classes[i] = PROSE_LINKED;
    set(inlines->classifier, at + 1, end, PROSE_ADDRESS);
    return end;
}

static void classify_paragraph(struct classifier *classifier, size_t from, size_t to) {
    static const bool marks[256] = {
        ['\\'] = true, ['`'] = true, ['<'] = true, ['['] = true, [']'] = true};
    struct inlines inlines; // is large: what is not counted is left as it is
    inlines.classifier = classifier;
    inlines.text = text_slice(classifier->text, 0, to);
    inlines.bracket_count = 0;
    inlines.no_comment_end = false;
    find_ticks(&inlines, from);
    for (size_t at = from; (at = text_find_any(inlines.text, at, marks)) < to;) {
        switch (inlines.text.data[at]) {
        case '\\':
            at += 2;
            break;
        case '`':
            at = skip_code(&inlines, at);
            break;
        case '<':
            at = skip_tag(&inlines, at);
            break;
        case '[':
            if (inlines.bracket_count < MOST_BRACKETS)
                inlines.brackets[inlines.bracket_count++] = at;
            at++;
            break;
        default:
            at = close_bracket(&inlines, at);
        }
    }
    classify_addresses(classifier, from, to);
}

// --- lines ---

struct line {
    size_t from; // after its indentation
    size_t to;   // of its text
    size_t next;
    size_t columns;  // of the indentation
    size_t contents; // after the marks of quotes and lists
    bool item;
    bool blank;
};

static size_t mark_size(struct text text, size_t at, size_t to) {
    if (at >= to)
        return 0;
    size_t end = at;
    while (end < to && end - at < 9 && ascii_is_digit(text.data[end]))
        end++;
    bool ordered = end > at && end < to && (text.data[end] == '.' || text.data[end] == ')');
    bool bullet = end == at && strchr("-+*", text.data[at]) != NULL;
    if (!ordered && !bullet)
        return 0;
    return end + 1 == to || text.data[end + 1] == ' ' || text.data[end + 1] == '\t' ? end + 1 - at
                                                                                    : 0;
}

static struct line read_line(const struct classifier *classifier, size_t from) {
    struct text text = classifier->text;
    size_t end = text_line_end(text, from);
    struct line line = {.next = text_next_line(text, end), .to = end};
    size_t at = from;
    while (at < line.to && at - from < classifier->indent && text.data[at] == ' ')
        at++;
    for (; at < line.to && (text.data[at] == ' ' || text.data[at] == '\t'); at++)
        line.columns += text.data[at] == '\t' ? CODE_INDENT : 1;
    line.from = line.contents = at;
    line.blank = at == line.to;
    bool may_have_marks = line.columns < classifier->item_columns + CODE_INDENT;
    while (may_have_marks) {
        while (line.contents < line.to && text.data[line.contents] == ' ')
            line.contents++;
        size_t mark = mark_size(text, line.contents, line.to);
        bool quote = line.contents < line.to && text.data[line.contents] == '>';
        line.item |= mark > 0;
        if (mark == 0 && !quote)
            break;
        line.contents += quote ? 1 : mark;
    }
    return line;
}

// Lines of a fenced code block, with the fences.
static bool is_fenced(struct classifier *classifier, const struct line *line) {
    struct text text = text_slice(classifier->text, 0, line->to);
    char byte = line->contents < line->to ? text.data[line->contents] : '\0';
    size_t size = byte == '`' || byte == '~' ? run_of(text, line->contents, byte) : 0;
    if (classifier->fence != '\0') {
        bool alone = text_trim(text_slice(text, line->contents + size, line->to)).size == 0;
        if (byte == classifier->fence && size >= classifier->fence_size && alone)
            classifier->fence = '\0';
        return true;
    }
    bool ticks_after = byte == '`' && text_find(text_slice(text, line->contents + size, line->to),
                                                '`') < line->to - line->contents - size;
    if (size < 3 || ticks_after)
        return false;
    classifier->fence = byte;
    classifier->fence_size = size;
    return true;
}

static bool is_indented_code(struct classifier *classifier, const struct line *line) {
    if (line->item)
        classifier->item_columns = line->columns + (line->contents - line->from);
    else if (line->columns < classifier->item_columns)
        classifier->item_columns = line->columns;
    return classifier->ends_paragraph && !line->item &&
           line->columns >= classifier->item_columns + CODE_INDENT;
}

static bool is_heading(struct text text, const struct line *line) {
    size_t level = run_of(text_slice(text, 0, line->to), line->contents, '#');
    return level >= 1 && level <= 6 &&
           (line->contents + level == line->to || text.data[line->contents + level] == ' ');
}

// "[name]: address"
static bool is_definition(struct text text, const struct line *line) {
    struct text words = text_slice(text, line->contents, line->to);
    size_t end = text_find(words, ']');
    return words.size > 0 && words.data[0] == '[' && end + 1 < words.size &&
           words.data[end + 1] == ':';
}

static void classify_markdown(struct classifier *classifier) {
    struct text text = classifier->text;
    size_t paragraph = text.size;
    classifier->ends_paragraph = true;
    for (size_t at = 0; at < text.size;) {
        struct line line = read_line(classifier, at);
        enum prose_class class = PROSE_WORDS;
        bool in_item = !line.item && line.columns >= classifier->item_columns;
        if (is_fenced(classifier, &line) || (!line.blank && is_indented_code(classifier, &line)))
            class = PROSE_VERBATIM;
        else if (is_definition(text, &line))
            class = PROSE_ADDRESS;
        else if (is_heading(text, &line))
            class = PROSE_TITLE;
        set(classifier, at, line.next, class);
        bool goes_on = class == PROSE_WORDS && !line.blank;
        if (!goes_on && paragraph < at)
            classify_paragraph(classifier, paragraph, at);
        if (class == PROSE_TITLE)
            classify_paragraph(classifier, at, line.next);
        if (!goes_on)
            paragraph = text.size;
        else if (paragraph == text.size)
            paragraph = at;
        classifier->in_table =
            goes_on && ((classifier->in_table && in_item) ||
                        markdown_is_delimiter(text_slice(text, line.contents, line.to)));
        classifier->ends_paragraph = line.blank || classifier->in_table ||
                                     (class == PROSE_VERBATIM && classifier->ends_paragraph);
        at = line.next;
    }
    if (paragraph < text.size)
        classify_paragraph(classifier, paragraph, text.size);
}

void prose_classify(struct text text, bool markdown, size_t indent, unsigned char *classes) {
    struct classifier classifier = {.text = text, .classes = classes, .indent = indent};
    set(&classifier, 0, text.size, PROSE_WORDS);
    if (markdown)
        classify_markdown(&classifier);
    else
        classify_addresses(&classifier, 0, text.size);
}
