// SPDX-License-Identifier: MIT

#include "input/markdown/inlines.h"

#include "base/ascii.h"
#include "input/file/characters.h"
#include "input/markdown/memory.h"

#include <string.h>

enum { LAST_CODE_POINT = 0x10FFFF };
enum { MOST_ROUNDS = 3 }; // of looking for where the text of a block begins

struct place {
    struct position at;
    int line; // of `lines`
    size_t byte;
    size_t shown; // bytes of the words before `byte`, which moves with them
};

// A walk through the inlines of a paragraph or a heading.
struct walk {
    struct markdown_lines *lines;
    struct arena *arena;
    struct markdown_containers containers;
    int first; // line of the block
    int last;
    int before;    // bytes before the text of the first line, which cmark adds to each column
    int line;      // where the walk is
    size_t start;  // bytes before the text of that line
    size_t offset; // of the line from the one whose columns cmark counts
    int too_far;   // lines beyond the last one
    enum { NOT_ASKED, COUNTED, NOT_COUNTED } backslash; // see counts_backslash()
};

static bool cmark_counts_backslash(const struct arena *arena) {
    static const char broken[] = "a\\\nb";
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, markdown_memory(arena));
    cmark_parser_feed(parser, broken, sizeof broken - 1);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    cmark_node *last = cmark_node_last_child(cmark_node_first_child(document));
    bool counts = cmark_node_get_start_line(last) == 2;
    cmark_node_free(document);
    return counts;
}

// cmark 0.30 does not count the line that a backslash ends.
static bool counts_backslash(struct walk *walk) {
    if (walk->backslash == NOT_ASKED)
        walk->backslash = cmark_counts_backslash(walk->arena) ? COUNTED : NOT_COUNTED;
    return walk->backslash == COUNTED;
}

static struct text line_text(const struct walk *walk, int number) {
    return markdown_line(walk->lines, number)->text;
}

// Of a line that goes on without the marks of all containers cmark keeps the spaces in front.
static void go_to_line(struct walk *walk, int number) {
    walk->line = number;
    walk->start = (size_t)walk->before;
    if (number == walk->first)
        return;
    struct markdown_continuation found =
        markdown_continue(&walk->containers, line_text(walk, number));
    walk->start = found.matched == walk->containers.count ? found.start : found.prefix;
}

// In the block's text, where each line break is one byte, "\r\n" too.
static size_t size_of_line(const struct walk *walk) {
    return line_text(walk, walk->line).size - walk->start + 1;
}

static void skip_line(struct walk *walk) {
    walk->offset += size_of_line(walk);
    go_to_line(walk, walk->line + 1);
}

static void count_lines(struct walk *walk, int lines) {
    int left = walk->last - walk->line;
    walk->too_far += lines > left ? lines - left : 0;
    if (lines <= 0 || left == 0)
        return;
    go_to_line(walk, lines < left ? walk->line + lines : walk->last);
    walk->offset = 0;
}

// At most the end of the line: cmark's columns can be beyond it.
static struct place place_on_line(const struct walk *walk, size_t byte) {
    size_t end = line_text(walk, walk->line).size;
    byte = byte < end ? byte : end;
    struct position at = markdown_place(walk->lines, walk->line, (int)byte + 1);
    return (struct place){.at = at, .line = walk->line, .byte = byte};
}

static struct place go_to_column(struct walk *walk, int column) {
    size_t offset = column > walk->before ? (size_t)(column - walk->before - 1) : 0;
    while (walk->line < walk->last && offset >= walk->offset + size_of_line(walk))
        skip_line(walk);
    size_t byte = walk->start + (offset > walk->offset ? offset - walk->offset : 0);
    return place_on_line(walk, byte);
}

static struct place go_over_break(struct walk *walk, cmark_node *node) {
    struct text line = line_text(walk, walk->line);
    struct place place = place_on_line(walk, line.size);
    bool backslash = cmark_node_get_type(node) == CMARK_NODE_LINEBREAK &&
                     text_ends_with(line, TEXT("\\")) && !counts_backslash(walk);
    if (!backslash)
        count_lines(walk, 1);
    else if (walk->line < walk->last)
        skip_line(walk);
    return place;
}

// Of "<https://…>" cmark counts the columns in the whole text: it is one byte before its words.
// Of "[`](…)" it gives the place after the backtick.
static bool is_counted_elsewhere(cmark_node *link) {
    cmark_node *words = cmark_node_first_child(link);
    return cmark_node_get_type(link) == CMARK_NODE_LINK && words != NULL &&
           cmark_node_get_type(words) == CMARK_NODE_TEXT &&
           cmark_node_get_literal(words)[0] != '`' &&
           cmark_node_get_start_column(words) != cmark_node_get_start_column(link) + 1;
}

// Backticks that no others close are text, and cmark gives the place after them.
static struct place before_backticks(const struct walk *walk, cmark_node *node,
                                     struct place place) {
    struct text line = line_text(walk, place.line);
    cmark_node *previous = cmark_node_previous(node);
    size_t byte = place.byte;
    if (cmark_node_get_literal(node)[0] == '`' &&
        (previous == NULL || cmark_node_get_type(previous) != CMARK_NODE_CODE))
        while (byte > walk->start && line.data[byte - 1] == '`')
            byte--;
    return byte < place.byte ? place_on_line(walk, byte) : place;
}

static size_t count_of(struct text line, size_t from, char byte) {
    size_t end = from;
    while (end < line.size && line.data[end] == byte)
        end++;
    return end - from;
}

// 1 or 2 stars around an emphasis; 0 of another node.
static size_t stars_of(cmark_node *node) {
    cmark_node_type type = node == NULL ? CMARK_NODE_NONE : cmark_node_get_type(node);
    return type == CMARK_NODE_STRONG ? 2 : type == CMARK_NODE_EMPH ? 1 : 0;
}

// Stars from byte `from` on that follow a backslash ("\\*\\*"); those between them too, where
// `all`.
static size_t count_escaped(struct text line, size_t from, char star, bool all) {
    size_t count = 0;
    for (; from < line.size; from++) {
        bool escaped =
            from + 1 < line.size && line.data[from] == '\\' && line.data[from + 1] == star;
        if (!escaped && !(all && count > 0 && line.data[from] == star))
            break;
        from += escaped;
        count++;
    }
    return count;
}

// Of the stars that end an emphasis, those left over are text ("*word**"), and cmark gives the
// place of the first of all.
static struct place after_stars(const struct walk *walk, cmark_node *node, struct place place) {
    struct text literal = text_from(cmark_node_get_literal(node));
    char star = literal.size > 0 ? literal.data[0] : '\0';
    size_t used = 0; // by the emphasis before, and by what ends with it
    for (cmark_node *ended = cmark_node_previous(node); stars_of(ended) > 0;
         ended = cmark_node_last_child(ended))
        used += stars_of(ended);
    if (used == 0 || (star != '*' && star != '_'))
        return place;
    struct text line = line_text(walk, place.line);
    size_t written = count_of(line, place.byte, star);
    size_t left = count_of(literal, 0, star);
    bool all = left < literal.size; // none of them begins an emphasis: the text goes on
    size_t escaped = count_escaped(line, place.byte + written, star, all);
    left -= escaped < left ? escaped : left;
    size_t most = written > left ? written - left : 0;
    if (stars_of(cmark_node_next(node)) == 0 || used > most)
        used = most;
    return used > 0 ? place_on_line(walk, place.byte + used) : place;
}

static struct place enter(struct walk *walk, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        return go_over_break(walk, node);
    int column = is_counted_elsewhere(node)
                     ? cmark_node_get_start_column(cmark_node_first_child(node)) - 1
                     : cmark_node_get_start_column(node);
    struct place place = go_to_column(walk, column);
    if (type == CMARK_NODE_TEXT)
        return after_stars(walk, node, before_backticks(walk, node, place));
    if (type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE)
        count_lines(walk, cmark_node_get_end_line(node) - cmark_node_get_start_line(node));
    return place;
}

static void leave(struct walk *walk, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    if ((type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) && !is_counted_elsewhere(node))
        go_to_column(walk, cmark_node_get_end_column(node));
}

static void walk_through(struct walk *walk, cmark_node *block, int skipped) {
    walk->offset = 0;
    walk->too_far = 0;
    go_to_line(walk, walk->first + skipped);
    cmark_iter *iterator = cmark_iter_new(block);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (node == block)
            continue;
        if (event == CMARK_EVENT_EXIT) {
            leave(walk, node);
            continue;
        }
        struct place *place = cmark_node_get_user_data(node);
        if (place == NULL)
            place = arena_alloc(walk->arena, sizeof *place);
        *place = enter(walk, node);
        cmark_node_set_user_data(node, place);
    }
    cmark_iter_free(iterator);
}

// The line above the first underline. cmark says that such a heading ends with it, or with whatever
// line comes after.
static int last_line_of_text(const struct walk *walk, cmark_node *block) {
    int first = cmark_node_get_start_line(block), last = cmark_node_get_end_line(block);
    if (cmark_node_get_type(block) != CMARK_NODE_HEADING)
        return last < first ? first : last;
    for (int number = first + 1; number <= last; number++) {
        const struct markdown_line *line = markdown_line(walk->lines, number);
        if (line == NULL || markdown_ends_heading(&walk->containers, line->text))
            return number - 1;
    }
    return first;
}

static bool begin(struct walk *walk, cmark_node *block) {
    int end = cmark_node_get_end_line(block);
    walk->first = cmark_node_get_start_line(block);
    const struct markdown_line *first = markdown_line(walk->lines, walk->first);
    if (first == NULL || !markdown_containers_of(block, walk->lines, &walk->containers))
        return false;
    walk->last = last_line_of_text(walk, block);
    if (markdown_line(walk->lines, walk->last) == NULL)
        return false;
    // The columns of "# A heading" are those of its line.
    walk->before = end == walk->first ? 0 : cmark_node_get_start_column(block) - 1;
    return walk->before >= 0 && (size_t)walk->before < first->text.size;
}

// The line breaks within the inlines, but for those in the addresses of links.
static int count_breaks(cmark_node *block) {
    int count = 0;
    cmark_iter *iterator = cmark_iter_new(block);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            count++;
        else if (type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE)
            count += cmark_node_get_end_line(node) - cmark_node_get_start_line(node);
    }
    cmark_iter_free(iterator);
    return count;
}

// "[a]:"; the bracket may be closed on a later line.
static bool may_be_definition(const struct walk *walk) {
    struct text first = line_text(walk, walk->first), last = line_text(walk, walk->last);
    const char *from = first.data + walk->before;
    struct text text = {from, (size_t)(last.data + last.size - from)};
    size_t end = 1;
    if (text.size == 0 || text.data[0] != '[')
        return false;
    while (end < text.size && (text.data[end] != ']' || text.data[end - 1] == '\\'))
        end++;
    return end + 1 < text.size && text.data[end + 1] == ':';
}

// cmark takes definitions ("[a]: https://…") out of the beginning of a block, and does not say how
// many lines they were: those that the inlines leave over.
static void place_block(struct walk *walk, cmark_node *block) {
    if (!begin(walk, block))
        return;
    int skipped = 0;
    if (may_be_definition(walk))
        skipped = walk->last - walk->first - count_breaks(block);
    for (int round = 0; round < MOST_ROUNDS; round++) {
        walk_through(walk, block, skipped < 0 ? 0 : skipped);
        if (walk->too_far == 0)
            return;
        skipped -= walk->too_far;
    }
}

void markdown_inlines_place(struct markdown_lines *lines, cmark_node *document,
                            struct arena *arena) {
    struct walk walk = {.lines = lines, .arena = arena};
    if (lines->only_place.line > 0)
        return;
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_node *node; (node = markdown_next_running_text(iterator)) != NULL;)
        place_block(&walk, node);
    cmark_iter_free(iterator);
}

struct position markdown_place_of(struct markdown_lines *lines, cmark_node *node) {
    const struct place *place = cmark_node_get_user_data(node);
    return place != NULL ? place->at
                         : markdown_place(lines, cmark_node_get_start_line(node),
                                          cmark_node_get_start_column(node));
}

// "&amp;amp;" is shown as "&amp;": as the first entity is written.
static bool is_ampersand(struct text entity) {
    static const struct text names[] = {{"&amp;", 5}, {"&AMP;", 5}, {"&#38;", 5}, {"&#x26;", 6}};
    size_t i = 0, count = sizeof names / sizeof *names;
    while (i < count && !text_equal(entity, names[i]))
        i++;
    return i < count;
}

// Bytes of an entity at the start of `written`, which `shown` does not have as it is written.
static size_t entity(struct text written, struct text shown) {
    size_t end = 1;
    while (end < written.size && (ascii_is_letter(written.data[end]) ||
                                  ascii_is_digit(written.data[end]) || written.data[end] == '#'))
        end++;
    bool ends = end > 1 && end < written.size && written.data[end] == ';';
    struct text found = text_slice(written, 0, ends ? end + 1 : 0);
    return is_ampersand(found) || !text_starts_with(shown, found) ? found.size : 0;
}

// Whether "&#1;" or "&#x1;" stands for what no text may contain: that is not shown, and reported.
// The code points 0 and above the last are shown as U+FFFD.
static bool is_left_out(struct text entity) {
    bool is_hex = entity.size > 2 && (entity.data[2] | 0x20) == 'x';
    uint32_t code_point = 0;
    if (entity.size < 2 || entity.data[1] != '#')
        return false;
    for (size_t i = is_hex ? 3 : 2; i + 1 < entity.size && code_point <= LAST_CODE_POINT; i++) {
        char byte = entity.data[i];
        uint32_t digit = (uint32_t)(ascii_is_digit(byte) ? byte - '0' : (byte | 0x20) - 'a' + 10);
        code_point = code_point * (is_hex ? 16 : 10) + digit;
    }
    return code_point > 0 && code_point <= LAST_CODE_POINT && character_is_control(code_point);
}

static bool is_escape(struct text written) {
    return written.size > 1 && written.data[0] == '\\' &&
           strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", written.data[1]) != NULL;
}

// Goes over one character, as it is written and as it is shown.
static void go_over_character(struct place *place, struct text line, struct text words) {
    struct text written = text_slice(line, place->byte, line.size);
    struct text shown = text_slice(words, place->shown, words.size);
    size_t skipped = written.data[0] == '&' ? entity(written, shown) : 0;
    place->byte += skipped;
    if (!is_left_out(text_slice(written, 0, skipped)))
        text_next_code_point(words, &place->shown);
    if (skipped > 0)
        return;
    place->byte += is_escape(written);
    text_next_code_point(line, &place->byte);
}

struct position markdown_place_in(struct markdown_lines *lines, cmark_node *text, struct text words,
                                  size_t offset) {
    struct place *place = cmark_node_get_user_data(text);
    if (place == NULL)
        return markdown_place_of(lines, text);
    struct text line = markdown_line(lines, place->line)->text;
    while (place->shown < offset && place->shown < words.size && place->byte < line.size)
        go_over_character(place, line, words);
    return markdown_place(lines, place->line, (int)place->byte + 1);
}
