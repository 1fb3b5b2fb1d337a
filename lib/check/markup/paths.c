// SPDX-License-Identifier: MIT

#include "check/markup/paths.h"

#include "base/message.h"
#include "base/words.h"
#include "base/writer.h"

#include <string.h>

static bool is_in_path(char byte) {
    return (unsigned char)byte > ' ' && strchr("<>\"|()`", byte) == NULL;
}

// Empty where it is longer than a path can be.
static struct text word_around(struct text text, size_t at) {
    enum { LONGEST = 260 }; // of a path, in Windows
    size_t from = at, to = at;
    while (from > 0 && at - from < LONGEST && is_in_path(text.data[from - 1]))
        from--;
    while (to < text.size && to - at < LONGEST && is_in_path(text.data[to]))
        to++;
    if (at - from == LONGEST || to - at == LONGEST)
        return text_slice(text, at, at);
    while (to > at + 1 && strchr(".,;:!?'*", text.data[to - 1]) != NULL)
        to--;
    return text_slice(text, from, to);
}

static size_t backslashes_at(struct text text, size_t at) {
    size_t end = at;
    while (end < text.size && text.data[end] == '\\')
        end++;
    return end - at;
}

// Whether one of so many at `at` is not printed: of the two before a server's name, and the one
// before a sign, which Markdown takes for its escape. With two more all are, and so is the sign.
static bool is_lost(struct text word, size_t at, size_t count) {
    size_t after = at + count;
    bool sign =
        after < word.size && (unsigned char)word.data[after] < 0x80 && !word_at(word, after);
    return at == 0 ? count == 2 && word_at(word, after) : count == 1 && sign;
}

// "C:\", "\\server\", or a backslash that is no escape wherever.
static bool is_path(struct text word) {
    if (word.size > 2 && ascii_is_letter(word.data[0]) && word.data[1] == ':' &&
        word.data[2] == '\\')
        return true;
    size_t runs = 0;
    for (size_t at = 0, count; at < word.size; at += count + 1) {
        at += text_find(text_slice(word, at, word.size), '\\');
        count = backslashes_at(word, at);
        runs += count > 0;
        if (at > 0 && count == 1 && word_at(word, at + 1))
            return true;
    }
    return runs > 1 && is_lost(word, 0, backslashes_at(word, 0));
}

static struct text with_all(struct text word, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t at = 0; at < word.size;) {
        size_t count = backslashes_at(word, at);
        if (is_lost(word, at, count))
            writer_put(&writer, TEXT("\\\\"));
        writer_put(&writer, text_slice(word, at, at + (count > 0 ? count : 1)));
        at += count > 0 ? count : 1;
    }
    return writer_text(&writer);
}

size_t check_path(struct text_scan *scan, size_t at) {
    struct text word = word_around(scan->text, at);
    size_t from = (size_t)(word.data - scan->text.data);
    if (!is_path(word))
        return at;
    struct text meant = with_all(word, scan->repository->arena);
    if (text_equal(meant, word))
        return at;
    scan_report(scan, RULE_NOT_MARKDOWN, from,
                _("not every '\\' of '%.*s' is printed; write '%.*s'"), TEXT_ARGS(word),
                TEXT_ARGS(meant));
    scan_fix(scan, from, from + word.size, meant);
    return from + word.size;
}
