// SPDX-License-Identifier: MIT

#include "base/folders.h"

#include <errno.h>
#include <fts.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool folders_make_way(struct text path, size_t from, struct arena *arena) {
    for (size_t at = from; at < path.size; at++) {
        if (path.data[at] != '/')
            continue;
        struct text folder = text_copy(arena, text_slice(path, 0, at));
        if (mkdir(folder.data, 0777) != 0 && errno != EEXIST)
            return false;
    }
    return true;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk) {
    (void)status;
    (void)kind;
    (void)walk;
    remove(path);
    return 0;
}

void folders_remove(struct text path) {
    enum { OPEN_FOLDERS = 8 };
    nftw(path.data, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

// A folder is listed when the walk leaves it, if nothing in it has been listed.
static bool list_entry(const FTSENT *entry, size_t top, struct arena *arena,
                       struct text_list *list) {
    if (entry->fts_level == 0)
        return entry->fts_info != FTS_DNR && entry->fts_info != FTS_ERR;
    struct text below = {entry->fts_path + top, entry->fts_pathlen - top};
    bool is_empty =
        list->count == 0 || !text_starts_with(list->items[list->count - 1],
                                              text_format(arena, "%.*s/", TEXT_ARGS(below)));
    switch (entry->fts_info) {
    case FTS_D:
        return true;
    case FTS_DP:
        if (is_empty)
            text_list_add(list, text_format(arena, "%.*s/", TEXT_ARGS(below)), arena);
        return true;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        errno = entry->fts_errno;
        return false;
    default:
        text_list_add(list, text_copy(arena, below), arena);
        return true;
    }
}

bool folders_list(struct text path, struct arena *arena, struct text_list *list) {
    struct text name = text_copy(arena, path);
    char *const paths[] = {(char *)(uintptr_t)name.data, NULL};
    struct stat status;
    *list = (struct text_list){NULL, 0};
    if (lstat(name.data, &status) != 0)
        return errno == ENOENT;
    if (!S_ISDIR(status.st_mode)) {
        errno = S_ISLNK(status.st_mode) ? ELOOP : ENOTDIR;
        return false;
    }
    FTS *walk = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, NULL);
    bool good = walk != NULL;
    for (const FTSENT *entry; good && (entry = fts_read(walk)) != NULL;)
        good = list_entry(entry, path.size + 1, arena, list);
    int error = errno;
    if (walk != NULL)
        fts_close(walk);
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, text_order);
    errno = error;
    return good;
}
