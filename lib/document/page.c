// SPDX-License-Identifier: MIT

#include "document/page.h"

#include "base/digest.h"

#include <string.h>

static struct text content_hash(struct text content, struct arena *arena) {
    return text_concat(arena, TEXT("sha256-"), digest_base64(content, arena));
}

static bool load(const struct document_maker *maker, struct text name, struct text *content) {
    const struct template_source *source = &maker->templates->source;
    struct text path;
    return source->load(source, name, &path, content);
}

static bool write_styles(const struct document_maker *maker, const char *name,
                         const struct value *contexts, size_t context_count,
                         struct writer *writer) {
    const struct text files[] = {
        TEXT("base.css"),
        text_format(maker->arena, "%s.css", name),
        TEXT("paged.css"),
        text_format(maker->arena, "%s.paged.css", name),
    };
    struct template_set *set = document_templates_with(maker->templates, TEXT(".css"), ESCAPE_CSS);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct text content;
        if (load(maker, files[i], &content) &&
            !template_render(set, files[i], contexts, context_count, writer))
            return false;
    }
    return true;
}

// A page whose styles have those of the filter has a filter.
static bool has_filter(const struct document_maker *maker, const char *name) {
    static const struct text partial = TEXT_OF("{{>filter-style}}");
    struct text styles;
    return load(maker, text_format(maker->arena, "%s.css", name), &styles) &&
           memmem(styles.data, styles.size, partial.data, partial.size) != NULL;
}

// Before the script of a page with a filter comes what all such pages share.
static struct text script_of(const struct document_maker *maker, const char *name) {
    struct text shared = TEXT(""), own;
    if (!load(maker, text_format(maker->arena, "%s.js", name), &own))
        return TEXT("");
    if (has_filter(maker, name))
        load(maker, TEXT("filter.js"), &shared);
    return text_trim(text_concat(maker->arena, shared, own));
}

bool page_assets(const struct document_maker *maker, const char *name, const struct value *contexts,
                 size_t context_count, struct value *assets) {
    struct arena growing;
    arena_init(&growing, maker->arena->out_of_memory);
    struct writer writer;
    writer_to_memory(&writer, &growing);
    bool good = write_styles(maker, name, contexts, context_count, &writer);
    struct text style = text_copy(maker->arena, text_trim(writer_text(&writer)));
    arena_free(&growing);
    if (!good)
        return false;
    struct text script = script_of(maker, name);

    struct map_builder map = map_begin(maker->arena);
    map_put(&map, TEXT("stil"), value_text(style));
    map_put(&map, TEXT("stil-hash"), value_text(content_hash(style, maker->arena)));
    map_put(&map, TEXT("skript"), value_text(script));
    map_put(&map, TEXT("skript-hash"), value_text(content_hash(script, maker->arena)));
    *assets = map_end(&map);
    return true;
}
