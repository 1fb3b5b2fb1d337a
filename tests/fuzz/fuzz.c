// SPDX-License-Identifier: MIT

#include "base/diagnostics_write.h"
#include "fuzz.h"

#include "model/tree/reading.h"

#include <stdio.h>
#include <string.h>

void fuzz_fail(const char *condition, const char *file, int line, struct text why) {
    fprintf(stderr, "%s:%d: this does not hold: %s\n%.*s\n", file, line, condition, TEXT_ARGS(why));
    abort();
}

void fuzz_begin(struct fuzz *fuzz, const uint8_t *data, size_t size) {
    arena_init(&fuzz->arena, abort);
    diagnostics_init(&fuzz->diagnostics, &fuzz->arena);
    fuzz->sources = &fuzz->repository.sources;
    sources_init(fuzz->sources, &fuzz->arena, &fuzz->diagnostics);
    char *copy = malloc(size);
    REQUIRE(copy != NULL || size == 0);
    if (size > 0)
        memcpy(copy, data, size);
    fuzz->input = (struct text){copy, size};
}

void fuzz_open_tree(struct fuzz *fuzz) {
    repository_init(&fuzz->repository, &fuzz->arena, &fuzz->diagnostics, true);
    bool opened = read_organisation(&fuzz->repository);
    read_settings(&fuzz->repository);
    if (!opened || fuzz->diagnostics.errors > 0)
        fuzz_fail("the current folder is tests/trees/small", __FILE__, __LINE__, TEXT(""));
}

void fuzz_require_place(struct fuzz *fuzz, struct source *source, struct position at) {
    struct text line = source_line(fuzz->sources, source, at.line);
    REQUIRE(at.line >= 1 && at.line <= source->line_count);
    REQUIRE(at.column >= 1 && at.column <= text_length(line) + 1);
}

// The bytes that what the node is may begin with. NULL: not known of this kind.
static const char *first_bytes(const struct prose_node *node, char text_first[static 4]) {
    switch (node->kind) {
    case PROSE_EMPHASIS:
    case PROSE_STRONG:
        return "*_";
    case PROSE_LINK: // an address without brackets begins with "http" or "www."
        return "[<hw";
    case PROSE_TEXT: // as it is, or an escape or an entity
        text_first[0] = node->text.data[0];
        memcpy(text_first + 1, "\\&", 3);
        return text_first;
    default:
        return NULL;
    }
}

void fuzz_require_beginnings(struct fuzz *fuzz, struct source *source,
                             const struct prose_node *node) {
    for (; node != NULL; node = node->next) {
        char text_first[4];
        bool is_text = node->kind == PROSE_TEXT;
        const char *bytes = is_text && node->text.size == 0 ? NULL : first_bytes(node, text_first);
        struct text line = source_line(fuzz->sources, source, node->at.line);
        size_t at = 0;
        for (uint32_t column = 1; column < node->at.column && at < line.size; column++)
            text_next_code_point(line, &at);
        if (bytes != NULL && (at == line.size || strchr(bytes, line.data[at]) == NULL))
            fuzz_fail("a node begins at its place", __FILE__, __LINE__,
                      text_format(&fuzz->arena, "%u:%u '%s'\n%.*s", node->at.line, node->at.column,
                                  bytes, TEXT_ARGS(source->text)));
        fuzz_require_beginnings(fuzz, source, node->first);
    }
}

void fuzz_require_places(struct fuzz *fuzz, struct source *source, const struct prose_node *node) {
    for (; node != NULL; node = node->next) {
        fuzz_require_place(fuzz, source, node->at);
        fuzz_require_places(fuzz, source, node->first);
    }
}

void fuzz_require_text(struct text text) {
    REQUIRE_OF(text, text_first_invalid(text) == text.size);
}

static bool begins_character(struct text text, size_t at) {
    return at == text.size || ((unsigned char)text.data[at] & 0xC0) != 0x80;
}

// What a fix takes out are whole characters of the file.
static void require_fix(const struct source *source, struct fix fix) {
    REQUIRE(fix.from <= fix.to && fix.to <= source->text.size);
    REQUIRE(begins_character(source->text, fix.from) && begins_character(source->text, fix.to));
    fuzz_require_text(fix.with);
}

static void require_message(struct fuzz *fuzz, const struct diagnostic *diagnostic) {
    struct source *source = source_find(fuzz->sources, diagnostic->file);
    REQUIRE(diagnostic->message.size > 0);
    if (source != NULL && diagnostic->at.line > 0)
        fuzz_require_place(fuzz, source, diagnostic->at);
    if (diagnostic->has_fix)
        require_fix(source, diagnostic->fix);
}

static void require_visible(struct text text) {
    fuzz_require_text(text);
    for (size_t i = 0; i < text.size; i++)
        REQUIRE_OF(text, (unsigned char)text.data[i] >= ' ' || text.data[i] == '\n');
}

void fuzz_end(struct fuzz *fuzz) {
    struct writer writer;
    for (size_t i = 0; i < fuzz->diagnostics.count; i++)
        require_message(fuzz, &fuzz->diagnostics.items[i]);
    writer_to_memory(&writer, &fuzz->arena);
    diagnostics_write(&fuzz->diagnostics, (struct diagnostics_look){DIAGNOSTICS_FRAMED, 80},
                      &writer);
    require_visible(writer_text(&writer));
    arena_free(&fuzz->arena);
    free((void *)(uintptr_t)fuzz->input.data);
}
