// SPDX-License-Identifier: MIT

#include "check/fix/fix.h"

#include "base/message.h"
#include "base/output.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct planning {
    const struct repository *repository;
    struct arena *arena;
    struct text working_folder;
    struct fixed_files *list;
    size_t before; // of its items: those of earlier rounds
    bool found;
};

static void refuse(struct planning *planning, struct text path, const char *message) {
    struct fixed_files *list = planning->list;
    list->refusals =
        arena_append(planning->arena, list->refusals, list->refusal_count, sizeof *list->refusals);
    list->refusals[list->refusal_count++] = message_about(planning->arena, message, path);
}

static bool is_inside(const struct planning *planning, struct text path) {
    char real[PATH_MAX];
    struct text folder = planning->working_folder;
    if (realpath(text_copy(planning->arena, path).data, real) == NULL)
        return false;
    struct text found = text_from(real);
    if (text_ends_with(folder, TEXT("/"))) // the root
        return true;
    return text_starts_with(found, folder) && found.size > folder.size &&
           found.data[folder.size] == '/';
}

static int by_place(const void *left, const void *right) {
    const struct fix *a = left, *b = right;
    int order = (a->from > b->from) - (a->from < b->from);
    return order != 0 ? order : (a->to > b->to) - (a->to < b->to);
}

// Two that begin at one place touch each other as well: nobody knows which comes first.
static size_t without_touching(struct fix *fixes, size_t count, size_t size) {
    size_t kept = 0;
    if (count > 0)
        qsort(fixes, count, sizeof *fixes, by_place);
    for (size_t i = 0; i < count; i++) {
        const struct fix *last = kept == 0 ? NULL : &fixes[kept - 1];
        bool touches = last != NULL && (fixes[i].from < last->to || fixes[i].from == last->from);
        if (!touches && fixes[i].from <= fixes[i].to && fixes[i].to <= size)
            fixes[kept++] = fixes[i];
    }
    return kept;
}

// What the file is with its fixes.
static struct text fixed_text(const struct fixed_file *file, struct arena *arena) {
    struct writer writer;
    size_t at = 0;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < file->count; i++) {
        writer_put(&writer, text_slice(file->bytes, at, file->fixes[i].from));
        writer_put(&writer, file->fixes[i].with);
        at = file->fixes[i].to;
    }
    writer_put(&writer, text_slice(file->bytes, at, file->bytes.size));
    return writer_text(&writer);
}

// The fixed file of an earlier round; NULL: it was not fixed then.
static struct fixed_file *earlier(const struct planning *planning, struct text path) {
    for (size_t i = 0; i < planning->before; i++)
        if (text_equal(planning->list->items[i].path, path))
            return &planning->list->items[i];
    return NULL;
}

static bool read_bytes(struct planning *planning, struct fixed_file *file) {
    const struct sources *sources = &planning->repository->sources;
    const struct fixed_file *before = earlier(planning, file->path);
    if (before == NULL)
        return source_read_bytes(sources, source_find(sources, file->path), &file->bytes);
    file->bytes = fixed_text(before, planning->arena);
    return true;
}

static void keep(struct planning *planning, const struct fixed_file *file) {
    struct fixed_files *list = planning->list;
    struct fixed_file *before = earlier(planning, file->path);
    planning->found = true;
    if (before != NULL) {
        *before = fixed_file_join(before, file, planning->arena);
        return;
    }
    list->items = arena_append(planning->arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = *file;
}

// The diagnostics `first` to `end` (not included) are of one file.
static void plan_file(struct planning *planning, size_t first, size_t end) {
    const struct diagnostics *diagnostics = planning->repository->diagnostics;
    const struct sources *sources = &planning->repository->sources;
    struct fixed_file file = {.path = diagnostics->items[first].file};
    struct source *source = source_find(sources, file.path);
    for (size_t i = first; i < end; i++) {
        if (!diagnostics->items[i].has_fix)
            continue;
        file.fixes = arena_append(planning->arena, file.fixes, file.count, sizeof *file.fixes);
        file.fixes[file.count++] = diagnostics->items[i].fix;
    }
    if (source == NULL || file.count == 0)
        return;
    if (!is_inside(planning, file.path)) {
        refuse(planning, file.path,
               _("'%.*s' leads outside the folder that is checked; it is left as it is"));
        return;
    }
    if (!read_bytes(planning, &file)) {
        refuse(planning, file.path,
               _("'%.*s' is not what it was when it was read; it is left as it is"));
        return;
    }
    file.count = without_touching(file.fixes, file.count, source->text.size);
    for (size_t i = 0; i < file.count; i++) {
        file.fixes[i].from += file.bytes.size - source->text.size;
        file.fixes[i].to += file.bytes.size - source->text.size;
    }
    if (file.count > 0)
        keep(planning, &file);
}

static int by_path(const void *left, const void *right) {
    return text_compare(((const struct fixed_file *)left)->path,
                        ((const struct fixed_file *)right)->path);
}

bool fixes_collect(const struct repository *repository, struct text working_folder,
                   struct fixed_files *list) {
    const struct diagnostics *diagnostics = repository->diagnostics;
    struct planning planning = {repository, repository->arena, working_folder,
                                list,       list->count,       false};
    list->refusal_count = 0; // what could not be fixed before cannot be fixed now
    for (size_t first = 0, end = 1; end <= diagnostics->count; end++) {
        if (end < diagnostics->count &&
            text_equal(diagnostics->items[end].file, diagnostics->items[first].file))
            continue;
        plan_file(&planning, first, end);
        first = end;
    }
    if (list->count > planning.before)
        qsort(list->items, list->count, sizeof *list->items, by_path);
    return planning.found;
}

void fixes_show(const struct fixed_files *list, struct sources *sources) {
    for (size_t i = 0; i < list->count; i++)
        source_add(sources, list->items[i].path, fixed_text(&list->items[i], sources->arena));
}

bool fixed_file_write(const struct fixed_file *file, struct arena *arena) {
    struct output *output = output_open(text_copy(arena, file->path).data, arena, arena);
    if (output == NULL)
        return false;
    output_sync(output);
    writer_put(output_writer(output),
               file->encoded.data != NULL ? file->encoded : fixed_text(file, arena));
    return output_commit(output);
}
