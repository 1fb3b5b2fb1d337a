// SPDX-License-Identifier: MIT

#include "input/file/folder.h"

#include "base/message.h"
#include "base/system_error.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int by_name(const void *left, const void *right) {
    return text_compare(*(const struct text *)left, *(const struct text *)right);
}

static bool is_missing(int error) {
    return error == ENOENT || error == ENOTDIR;
}

struct text_list folder_list(struct text folder, struct text suffix,
                             struct diagnostics *diagnostics, struct arena *arena) {
    struct text_list list = {NULL, 0};
    DIR *opened = opendir(text_copy(arena, folder).data);
    if (opened == NULL && errno == ENOMEM)
        arena->out_of_memory();
    if (opened == NULL && !is_missing(errno))
        report(diagnostics, RULE_FILE_UNREADABLE, folder, (struct position){0, 0},
               _("cannot read the folder: %s"), system_error(errno));
    if (opened == NULL)
        return list;
    for (struct dirent *entry = readdir(opened); entry != NULL; entry = readdir(opened)) {
        if (entry->d_name[0] == '.' || !text_ends_with(text_from(entry->d_name), suffix))
            continue;
        list.items = arena_append(arena, list.items, list.count, sizeof *list.items);
        list.items[list.count++] = text_format(arena, "%.*s/%s", TEXT_ARGS(folder), entry->d_name);
    }
    closedir(opened);
    if (list.count > 0)
        qsort(list.items, list.count, sizeof *list.items, by_name);
    return list;
}

struct text folder_in_repository(struct text folder, struct arena *arena) {
    for (size_t end = folder.size;; end--) {
        bool is_folder = end == folder.size || folder.data[end] == '/';
        struct text top = text_slice(folder, 0, end);
        if (is_folder && access(text_format(arena, "%.*s/.git", TEXT_ARGS(top)).data, F_OK) == 0)
            return end == folder.size ? TEXT("")
                                      : text_format(arena, "%.*s/", (int)(folder.size - end - 1),
                                                    folder.data + end + 1);
        if (end == 0)
            return TEXT("");
    }
}
