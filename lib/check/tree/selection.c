// SPDX-License-Identifier: MIT

#include "check/tree/selection.h"

#include "base/path.h"
#include "base/message.h"

#include <stdlib.h>

// "./a//b/../c" is "a/c"; an empty text is the working folder, and data NULL what is outside it.
static struct text plain_path(struct text working_folder, struct text name, struct arena *arena) {
    static const struct text outside = {NULL, 0};
    char *path = arena_alloc(arena, name.size + 1);
    size_t size = 0;
    if (text_starts_with(name, TEXT("/"))) {
        size_t end = working_folder.size;
        if (!text_starts_with(name, working_folder) || (end < name.size && name.data[end] != '/'))
            return outside;
        name = text_slice(name, end, name.size);
    }
    while (name.data != NULL) {
        struct text part = text_cut(&name, '/');
        if (part.size == 0 || text_is(part, "."))
            continue;
        if (text_is(part, "..")) {
            if (size == 0)
                return outside;
            while (size > 0 && path[--size] != '/')
                continue;
            continue;
        }
        if (size > 0)
            path[size++] = '/';
        for (size_t i = 0; i < part.size; i++)
            path[size++] = part.data[i];
    }
    return (struct text){path, size};
}

// A walk over the files of the repository, with repetitions.
static bool next_file(const struct repository *repository, size_t *at, struct text *file) {
    const struct index *sources = &repository->sources.by_path;
    while (*at < sources->capacity && sources->entries[*at].thing == NULL)
        ++*at;
    size_t of_diagnostics = *at - (*at < sources->capacity ? *at : sources->capacity);
    if (*at < sources->capacity)
        *file = sources->entries[*at].key;
    else if (of_diagnostics < repository->diagnostics->count)
        *file = repository->diagnostics->items[of_diagnostics].file;
    else
        return false;
    ++*at;
    return true;
}

void selection_init(struct selection *selection, const struct repository *repository,
                    struct text working_folder) {
    *selection = (struct selection){.repository = repository, .working_folder = working_folder};
    index_init(&selection->known, repository->arena);
    index_init(&selection->chosen, repository->arena);
    size_t at = 0;
    for (struct text path; next_file(repository, &at, &path);)
        while (index_add(&selection->known, path, repository) == NULL)
            path = path_folder(path);
}

bool selection_add(struct selection *selection, struct text name, struct text *why) {
    struct arena *arena = selection->repository->arena;
    struct text path = plain_path(selection->working_folder, name, arena);
    if (path.data == NULL) {
        *why = text_format(arena, _("'%.*s' lies outside the folder that is checked"),
                           TEXT_ARGS(name));
        return false;
    }
    if (index_find(&selection->known, path) == NULL) {
        *why = text_format(arena,
                           _("'%.*s' is not a file that is read; those of plan/ and meetings/ are"),
                           TEXT_ARGS(name));
        return false;
    }
    index_add(&selection->chosen, path, selection);
    return true;
}

static bool is_chosen(const struct selection *selection, struct text path) {
    while (path.size > 0 && index_find(&selection->chosen, path) == NULL)
        path = path_folder(path);
    return index_find(&selection->chosen, path) != NULL;
}

static bool judge(void *context, struct diagnostic *diagnostic) {
    return is_chosen(context, diagnostic->file);
}

void selection_apply(struct selection *selection) {
    diagnostics_keep(selection->repository->diagnostics, judge, selection);
}

struct text_list selection_files(const struct selection *selection) {
    struct text_list list = {NULL, 0};
    size_t at = 0, kept = 0;
    for (struct text path; next_file(selection->repository, &at, &path);)
        if (is_chosen(selection, path))
            text_list_add(&list, path, selection->repository->arena);
    if (list.count > 0)
        qsort(list.items, list.count, sizeof *list.items, text_order);
    for (size_t i = 0; i < list.count; i++)
        if (kept == 0 || !text_equal(list.items[kept - 1], list.items[i]))
            list.items[kept++] = list.items[i];
    list.count = kept;
    return list;
}
