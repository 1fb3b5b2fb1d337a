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
    struct mending_list *list;
    size_t before; // of its items: those of earlier rounds
    bool found;
};

static void refuse(struct planning *planning, struct text path, const char *message) {
    struct mending_list *list = planning->list;
    list->refusals =
        arena_append(planning->arena, list->refusals, list->refusal_count, sizeof *list->refusals);
    list->refusals[list->refusal_count++] = text_format(planning->arena, message, TEXT_ARGS(path));
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

// The one of an earlier round; NULL: there is none.
static struct mending *earlier(const struct planning *planning, struct text path) {
    for (size_t i = 0; i < planning->before; i++)
        if (text_equal(planning->list->items[i].path, path))
            return &planning->list->items[i];
    return NULL;
}

static bool read_bytes(struct planning *planning, struct mending *mending) {
    const struct sources *sources = &planning->repository->sources;
    const struct mending *before = earlier(planning, mending->path);
    if (before == NULL)
        return source_read_bytes(sources, source_find(sources, mending->path), &mending->bytes);
    mending->bytes = mend_text(before, planning->arena);
    return true;
}

static void keep(struct planning *planning, const struct mending *mending) {
    struct mending_list *list = planning->list;
    struct mending *before = earlier(planning, mending->path);
    planning->found = true;
    if (before != NULL) {
        *before = mend_join(before, mending, planning->arena);
        return;
    }
    list->items = arena_append(planning->arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = *mending;
}

// The diagnostics `first` to `end` (not included) are of one file.
static void plan_file(struct planning *planning, size_t first, size_t end) {
    const struct diagnostics *diagnostics = planning->repository->diagnostics;
    const struct sources *sources = &planning->repository->sources;
    struct mending mending = {.path = diagnostics->items[first].file};
    struct source *source = source_find(sources, mending.path);
    for (size_t i = first; i < end; i++) {
        if (!diagnostics->items[i].has_fix)
            continue;
        mending.fixes =
            arena_append(planning->arena, mending.fixes, mending.count, sizeof *mending.fixes);
        mending.fixes[mending.count++] = diagnostics->items[i].fix;
    }
    if (source == NULL || mending.count == 0)
        return;
    if (!is_inside(planning, mending.path)) {
        refuse(planning, mending.path,
               _("'%.*s' leads outside the folder that is checked; it is left as it is"));
        return;
    }
    if (!read_bytes(planning, &mending)) {
        refuse(planning, mending.path,
               _("'%.*s' is not what it was when it was read; it is left as it is"));
        return;
    }
    mending.count = without_touching(mending.fixes, mending.count, source->text.size);
    for (size_t i = 0; i < mending.count; i++) {
        mending.fixes[i].from += mending.bytes.size - source->text.size;
        mending.fixes[i].to += mending.bytes.size - source->text.size;
    }
    if (mending.count > 0)
        keep(planning, &mending);
}

static int by_path(const void *left, const void *right) {
    return text_compare(((const struct mending *)left)->path,
                        ((const struct mending *)right)->path);
}

bool mend_plan(const struct repository *repository, struct text working_folder,
               struct mending_list *list) {
    const struct diagnostics *diagnostics = repository->diagnostics;
    struct planning planning = {repository, repository->arena, working_folder,
                                list,       list->count,       false};
    list->refusal_count = 0; // what could not be mended before cannot be mended now
    for (size_t first = 0, end; first < diagnostics->count; first = end) {
        end = first + 1;
        while (end < diagnostics->count &&
               text_equal(diagnostics->items[end].file, diagnostics->items[first].file))
            end++;
        plan_file(&planning, first, end);
    }
    if (list->count > planning.before)
        qsort(list->items, list->count, sizeof *list->items, by_path);
    return planning.found;
}

void mend_show(const struct mending_list *list, struct sources *sources) {
    for (size_t i = 0; i < list->count; i++)
        source_add(sources, list->items[i].path, mend_text(&list->items[i], sources->arena));
}

struct text mend_text(const struct mending *mending, struct arena *arena) {
    struct writer writer;
    size_t at = 0;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < mending->count; i++) {
        writer_put(&writer, text_slice(mending->bytes, at, mending->fixes[i].from));
        writer_put(&writer, mending->fixes[i].with);
        at = mending->fixes[i].to;
    }
    writer_put(&writer, text_slice(mending->bytes, at, mending->bytes.size));
    return writer_text(&writer);
}

bool mend_write(const struct mending *mending, struct arena *arena) {
    struct output *output = output_open(text_copy(arena, mending->path).data, arena, arena);
    if (output == NULL)
        return false;
    output_sync(output);
    writer_put(output_writer(output), mend_text(mending, arena));
    return output_commit(output);
}
