// SPDX-License-Identifier: MIT

#include "input/folder.h"

#include <dirent.h>
#include <stdlib.h>

static int by_name(const void *left, const void *right) {
    return text_compare(*(const struct text *)left, *(const struct text *)right);
}

struct text_list folder_list(struct text folder, struct text suffix, struct arena *arena) {
    struct text_list list = {NULL, 0};
    DIR *opened = opendir(text_copy(arena, folder).data);
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
