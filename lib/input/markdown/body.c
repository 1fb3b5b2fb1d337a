// SPDX-License-Identifier: MIT

#include "input/markdown/body.h"

#include "base/message.h"
#include "input/file/limits.h"
#include "input/markdown/markdown.h"
#include "input/markdown/names.h"

static struct text with_line_feeds(struct text text, struct arena *arena) {
    if (text_find(text, '\r') == text.size)
        return text;
    char *bytes = arena_alloc(arena, text.size);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool pair = text.data[i] == '\r' && i + 1 < text.size && text.data[i + 1] == '\n';
        if (!pair)
            bytes[size++] = text.data[i] == '\r' ? '\n' : text.data[i];
    }
    return (struct text){bytes, size};
}

void body_keep(struct sources *sources, struct source *source, struct text body) {
    if (body.size == 0)
        return;
    size_t from = (size_t)(body.data - source->text.data);
    struct written_text text = {
        .from = from, .to = from + body.size, .markdown = true, .links_from = from};
    source_keep_text(sources, source, text);
}

bool body_read(struct sources *sources, struct source *source, const struct front_matter *parts,
               struct prose *prose) {
    if (parts->body.size > LIMIT_BODY_BYTES) {
        report(sources->diagnostics, RULE_TEXT_TOO_LONG, source->path,
               (struct position){parts->body_line, 1},
               _("the text below the front matter has %zu bytes; at most %d are allowed"),
               parts->body.size, LIMIT_BODY_BYTES);
        return false;
    }
    *prose = (struct prose){
        .source = with_line_feeds(parts->body, sources->arena),
        .at = {parts->body_line, 1},
    };
    bool good = markdown_parse(prose, source->path, 0, &source->cells, sources->diagnostics,
                               sources->arena);
    markdown_note_names(sources, prose->first);
    return good;
}
