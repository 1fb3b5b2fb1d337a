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

struct text rule_help(enum rule rule) {
    struct text rest = text_of_language(), id = text_from(rule_id(rule));
    for (;;) {
        size_t heading = find(rest, "\n### ");
        if (heading == rest.size)
            return TEXT("");
        rest = text_slice(rest, heading + sizeof "\n###", rest.size);
        struct text title = text_slice(rest, 0, text_find(rest, '\n'));
        if (!text_equal(text_trim(title), id))
            continue;
        rest = text_slice(rest, title.size, rest.size);
        rest = text_slice(rest, 0, find(rest, "\n### "));
        return text_trim(text_slice(rest, 0, find(rest, "\n## ")));
    }
}

struct text rule_summary(struct text help) {
    struct text paragraph = text_slice(help, 0, find(help, "\n\n"));
    size_t severity = find(paragraph, ".** ");
    return severity == paragraph.size
               ? paragraph
               : text_slice(paragraph, severity + sizeof ".** " - 1, paragraph.size);
}
