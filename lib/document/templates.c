// SPDX-License-Identifier: MIT

#include "document/templates.h"

// Where a template comes from.
struct found_file {
    const struct source *source; // NULL: there is none
};

static const struct found_file *find(struct document_templates *templates, struct text name) {
    const struct found_file *known = index_find(&templates->files, name);
    if (known != NULL)
        return known;
    struct found_file *found = arena_alloc(templates->arena, sizeof *found);
    found->source = template_folder_read(templates->folder, name);
    index_add(&templates->files, text_copy(templates->arena, name), found);
    return found;
}

static bool load(const struct template_source *source, struct text name, struct text *path,
                 struct text *content) {
    // What it is a member of may be changed.
    struct document_templates *templates = (struct document_templates *)(uintptr_t)source;
    const struct source *file = find(templates, name)->source;
    if (file == NULL)
        return false;
    *path = file->path;
    *content = file->text;
    return true;
}

void document_templates_init(struct document_templates *templates,
                             const struct template_folder *folder, struct diagnostics *diagnostics,
                             struct arena *arena) {
    *templates = (struct document_templates){
        .source = {load},
        .folder = folder,
        .diagnostics = diagnostics,
        .arena = arena,
    };
    index_init(&templates->files, arena);
}

struct template_set *document_templates_with(struct document_templates *templates,
                                             struct text suffix, enum escape escape) {
    for (size_t i = 0; i < templates->set_count; i++)
        if (text_equal(templates->sets[i]->suffix, suffix))
            return templates->sets[i];
    struct template_set *set =
        template_set_new(&templates->source, text_copy(templates->arena, suffix), escape,
                         templates->diagnostics, templates->arena);
    templates->sets = arena_append(templates->arena, templates->sets, templates->set_count,
                                   sizeof *templates->sets);
    return templates->sets[templates->set_count++] = set;
}
