// SPDX-License-Identifier: MIT
// A template, parsed and filled with values: without raw tags, nothing of a value comes out as
// markup of HTML; and a text without tags comes out as it is.

#include "fuzz.h"

#include "render/template/template.h"

#include <string.h>

// In every value, and in no template: what is left of it tells whether it was escaped.
#define MARK "\u2603"

struct loader {
    struct template_source source;
    struct text content;
};

// {{>self}} is the template itself, {{>other}} another one.
static bool load(const struct template_source *source, struct text name, struct text *path,
                 struct text *content) {
    *path = name;
    *content = text_starts_with(name, TEXT("other")) ? TEXT("- {{navn}}\n{{>self}}\n")
                                                     : ((const struct loader *)source)->content;
    return text_starts_with(name, TEXT("other")) || text_starts_with(name, TEXT("self"));
}

static struct text resolve(const struct prose_links *links, struct text url, struct arena *arena) {
    (void)links;
    (void)arena;
    return url;
}

static struct text embed(const struct prose_links *links, struct text url, struct value *value,
                         struct arena *arena) {
    (void)links;
    *value = value_text(text_copy(arena, url));
    return TEXT("other");
}

static const struct prose_links links = {.resolve = resolve, .embed = embed};
static const struct prose_node embedded = {.kind = PROSE_EMBED, .url = TEXT_OF("tiltak:1")};
static const struct prose_node words = {.kind = PROSE_TEXT, .text = TEXT_OF("<" MARK ">\"'&")};
static const struct prose_node paragraph = {
    .kind = PROSE_PARAGRAPH,
    .first = (struct prose_node *)(uintptr_t)&words,
    .next = (struct prose_node *)(uintptr_t)&embedded,
};
static const struct prose prose = {.source = TEXT_OF("x"), .first = &paragraph};
static const struct prose plain = {.source = TEXT_OF("<" MARK ">\"'&")};

static struct value values(struct arena *arena) {
    static const struct text hostile = TEXT_OF("<" MARK ">\"'&\n|*[`\\");
    struct map_builder map = map_begin(arena);
    struct value *items = arena_alloc(arena, 2 * sizeof *items);
    map_put(&map, TEXT("navn"), value_text(hostile));
    map_put(&map, TEXT("tall"), value_number(-12));
    map_put(&map, TEXT("sum"), value_amount(12345678));
    map_put(&map, TEXT("ja"), value_truth(true));
    map_put(&map, TEXT("tom"), (struct value){.kind = VALUE_NONE});
    map_put(&map, TEXT("prosa"), value_prose(&prose, &links, 1));
    items[0] = map_end(&map);
    items[1] = value_prose(&plain, &links, 0);
    struct map_builder whole = map_begin(arena);
    map_put(&whole, TEXT("liste"), value_list(items, 2));
    map_put(&whole, TEXT("kart"), items[0]);
    map_put(&whole, TEXT("navn"), value_text(hostile));
    return map_end(&whole);
}

static bool has(struct text text, const char *word) {
    return text.size > 0 && memmem(text.data, text.size, word, strlen(word)) != NULL;
}

static void require_escaped(struct text template, struct text shown, enum escape escape) {
    if (!has(template, "{{"))
        REQUIRE_OF(shown, text_equal(template, shown));
    bool raw = has(template, "{{{") || has(template, "{{&") || has(template, MARK);
    if (raw || escape == ESCAPE_MARKDOWN)
        return;
    REQUIRE_OF(shown, escape != ESCAPE_HTML || !has(shown, "<" MARK));
    REQUIRE_OF(shown, !has(shown, MARK ">\""));
}

static void render(struct fuzz *fuzz, struct text content, enum escape escape) {
    struct loader loader = {{load}, content};
    struct arena arena; // for the writer, whose text grows while the other arena is used
    arena_init(&arena, abort);
    struct writer writer;
    writer_to_memory(&writer, &arena);
    struct value root = values(&fuzz->arena);
    struct template_set *set =
        template_set_new(&loader.source, TEXT(""), escape, &fuzz->diagnostics, &fuzz->arena);
    size_t errors = fuzz->diagnostics.errors;
    bool done = template_render(set, TEXT("self"), &root, 1, &writer);
    REQUIRE(done == (fuzz->diagnostics.errors == errors));
    fuzz_require_text(writer_text(&writer));
    if (done)
        require_escaped(content, writer_text(&writer), escape);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz fuzz;
    fuzz_begin(&fuzz, data, size);
    struct source *source = source_add(fuzz.sources, TEXT("self"), fuzz.input);
    if (source != NULL) {
        render(&fuzz, source->text, ESCAPE_HTML);
        render(&fuzz, source->text, ESCAPE_MARKDOWN);
        render(&fuzz, source->text, ESCAPE_CSS);
    }
    fuzz_end(&fuzz);
    return 0;
}
