// SPDX-License-Identifier: MIT

#include "base/ignore.h"

#include "base/ascii.h"

#include <string.h>

static const struct text mark = TEXT_OF("plan-check:");

bool ignore_may_be_in(struct text text) {
    return text.size > 0 && memmem(text.data, text.size, mark.data, mark.size) != NULL;
}

// What follows the start of the comment.
static bool cut_mark(struct text comment, size_t opening, struct text *words) {
    comment = text_trim(text_slice(comment, opening, comment.size));
    if (!text_starts_with(comment, mark))
        return false;
    *words = text_trim(text_slice(comment, mark.size, comment.size));
    return true;
}

bool ignore_in_yaml(struct text comment, struct text *words) {
    return text_starts_with(comment, TEXT("#")) && cut_mark(comment, 1, words);
}

bool ignore_in_markdown(struct text line, struct text *words) {
    static const struct text opening = TEXT_OF("<!--"), closing = TEXT_OF("-->");
    line = text_trim(line);
    if (line.size < opening.size + closing.size || !text_starts_with(line, opening))
        return false;
    const char *end = memmem(line.data, line.size, closing.data, closing.size);
    size_t size = line.size - closing.size;
    return end == line.data + size && cut_mark(text_slice(line, 0, size), opening.size, words);
}

static struct text cut_word(struct text *words) {
    size_t end = 0;
    while (end < words->size && !ascii_is_blank(words->data[end]) && words->data[end] != ',')
        end++;
    struct text word = text_slice(*words, 0, end);
    *words = text_trim(text_slice(*words, end, words->size));
    return word;
}

bool ignore_begins(struct text *words) {
    return text_is(cut_word(words), "ignore");
}

struct text ignore_cut_id(struct text *words, bool *more) {
    static const struct text dashes[] = {TEXT_OF("–"), TEXT_OF("—"), TEXT_OF("--"), TEXT_OF("-"),
                                         TEXT_OF(":")};
    struct text id = cut_word(words);
    *more = text_starts_with(*words, TEXT(","));
    size_t separator = *more;
    for (size_t i = 0; separator == 0 && i < sizeof dashes / sizeof *dashes; i++)
        if (text_starts_with(*words, dashes[i]))
            separator = dashes[i].size;
    *words = text_trim(text_slice(*words, separator, words->size));
    return id;
}

struct text ignore_strip(struct text markdown, struct arena *arena) {
    struct text words;
    if (text_find(markdown, '<') == markdown.size || !ignore_may_be_in(markdown))
        return markdown;
    char *bytes = arena_alloc_unset(arena, markdown.size);
    size_t size = 0;
    for (size_t from = 0, next; from < markdown.size; from = next) {
        size_t end = text_line_end(markdown, from);
        next = text_next_line(markdown, end);
        if (ignore_in_markdown(text_slice(markdown, from, end), &words))
            continue;
        memcpy(bytes + size, markdown.data + from, next - from);
        size += next - from;
    }
    return (struct text){bytes, size};
}
