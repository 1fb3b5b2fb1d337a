// SPDX-License-Identifier: MIT

#include "render/diagnostics/rule_help.h"

#include "base/message.h"
#include "render/diagnostics/rules_text.h"

#include <string.h>

static size_t find(struct text text, const char *words) {
    const char *at = memmem(text.data, text.size, words, strlen(words));
    return at == NULL ? text.size : (size_t)(at - text.data);
}

// A translation is a file of its own; its name is the translation of this one's.
static struct text text_of_language(void) {
    struct text file = text_from(_("docs/rules.md"));
    size_t index = rules_text_count - 1;
    while (index > 0 && !text_is(file, rules_texts[index].file))
        index--;
    return (struct text){rules_texts[index].data, rules_texts[index].size};
}

// Cuts a line from the front of `rest`. False at the end.
static bool next_line(struct text *rest, struct text *line) {
    size_t end = text_find(*rest, '\n');
    *line = text_slice(*rest, 0, end);
    *rest = text_slice(*rest, end < rest->size ? end + 1 : end, rest->size);
    return line->data < rest->data;
}

// An example in a fence may have headings of its own.
struct text rule_help(enum rule rule) {
    struct text rest = text_of_language(), line, id = text_from(rule_id(rule));
    const char *from = NULL;
    bool fenced = false;
    while (next_line(&rest, &line)) {
        bool section = !fenced && text_starts_with(line, TEXT("### "));
        bool chapter = !fenced && text_starts_with(line, TEXT("## "));
        if (from != NULL && (section || chapter))
            return text_trim((struct text){from, (size_t)(line.data - from)});
        if (section && text_equal(text_slice(line, sizeof "###", line.size), id))
            from = rest.data;
        fenced ^= text_starts_with(line, TEXT("```"));
    }
    return from == NULL ? TEXT("") : text_trim((struct text){from, (size_t)(rest.data - from)});
}

struct text rule_summary(struct text help) {
    struct text paragraph = text_slice(help, 0, find(help, "\n\n"));
    size_t severity = find(paragraph, ".** ");
    return severity == paragraph.size
               ? paragraph
               : text_slice(paragraph, severity + sizeof ".** " - 1, paragraph.size);
}
