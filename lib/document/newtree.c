// SPDX-License-Identifier: MIT

#include "document/newtree.h"

#include "base/folders.h"
#include "base/path.h"
#include "base/writer.h"
#include "document/build/build.h"
#include "input/file/characters.h"
#include "render/escape.h"
#include "render/prose/escape_markdown.h"

#include <errno.h>

struct maker {
    const struct new_tree *tree;
    struct text schemas;
    struct text documentation;
    struct arena *arena;
    struct new_tree_files files;
};

static bool value_of(const struct maker *maker, struct text mark, struct text *value) {
    const struct text language = text_from(language_names[maker->tree->language]);
    const struct {
        const char *mark;
        struct text value;
    } values[] = {
        {"@NAME@", maker->tree->name},           {"@LANGUAGE@", language},
        {"@SCHEMAS@", maker->schemas},           {"@SHARE@", maker->tree->share},
        {"@VERSION@", TEXT(FELLESSKAP_VERSION)}, {"@DOC@", maker->documentation},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (text_starts_with(mark, text_from(values[i].mark))) {
            *value = values[i].value;
            return true;
        }
    return false;
}

static bool starts_line(struct text text, size_t at) {
    return at == 0 || text.data[at - 1] == '\n';
}

// Values in YAML and JSON are written between double quotes, where both escape in the same way.
static struct text filled(const struct maker *maker, struct text name, struct text text) {
    bool is_markdown = text_ends_with(name, TEXT(".md"));
    struct writer writer;
    writer_to_memory(&writer, maker->arena);
    for (size_t at = 0; at < text.size; at++) {
        struct text value, rest = text_slice(text, at, text.size);
        if (text.data[at] != '@' || !value_of(maker, rest, &value)) {
            writer_byte(&writer, text.data[at]);
            continue;
        }
        if (is_markdown)
            escape_markdown(&writer, value, starts_line(text, at));
        else
            escape_json(&writer, value);
        at += 1 + text_find(text_slice(rest, 1, rest.size), '@');
    }
    return writer_text(&writer);
}

// "dot-github/workflows/documents.yml" → ".github/workflows/documents.yml"
static struct text shown_name(struct text name, struct arena *arena) {
    const struct text dot = TEXT("dot-");
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (bool first = true; name.data != NULL; first = false) {
        struct text part = text_cut(&name, '/');
        if (!first)
            writer_byte(&writer, '/');
        if (text_starts_with(part, dot)) {
            writer_byte(&writer, '.');
            part = text_slice(part, dot.size, part.size);
        }
        writer_put(&writer, part);
    }
    return text_copy(arena, writer_text(&writer));
}

static bool fails(struct maker *maker, struct text path) {
    maker->files.fault = path;
    return false;
}

static bool add_file(struct maker *maker, struct text folder, struct text name) {
    struct new_tree_files *files = &maker->files;
    struct text path = text_format(maker->arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(name));
    struct text content;
    if (!build_read_file(path, maker->arena, &content))
        return fails(maker, path);
    files->items = arena_append(maker->arena, files->items, files->count, sizeof *files->items);
    files->items[files->count++] = (struct new_file){
        .name = shown_name(name, maker->arena),
        .content = filled(maker, name, content),
    };
    return true;
}

static bool add_folder(struct maker *maker, struct text name) {
    struct text folder =
        text_format(maker->arena, "%.*s/tree/%.*s", TEXT_ARGS(maker->tree->share), TEXT_ARGS(name));
    struct text_list names;
    if (!folders_list(folder, maker->arena, &names))
        return fails(maker, folder);
    errno = ENOENT;
    for (size_t i = 0; i < names.count; i++)
        if (!add_file(maker, folder, names.items[i]))
            return false;
    return names.count > 0 || fails(maker, folder);
}

struct new_tree_files new_tree_files(const struct new_tree *tree, struct arena *arena) {
    struct text language = text_from(language_names[tree->language]);
    struct maker maker = {
        .tree = tree,
        .schemas =
            text_format(arena, "%.*s/schemas/%.*s", TEXT_ARGS(tree->share), TEXT_ARGS(language)),
        .documentation = text_concat(arena, path_folder(tree->share), TEXT("/doc/fellesskap")),
        .arena = arena,
    };
    if (add_folder(&maker, language) && add_folder(&maker, TEXT("all")) && tree->forge.size > 0)
        add_folder(&maker, tree->forge);
    return maker.files;
}

bool new_tree_name_is_good(struct text name) {
    if (text_first_invalid(name) < name.size || text_trim(name).size == 0)
        return false;
    for (size_t at = 0; at < name.size;) {
        uint32_t code_point = text_next_code_point(name, &at);
        if (character_is_control(code_point) || code_point < ' ')
            return false;
    }
    return true;
}
