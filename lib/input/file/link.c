// SPDX-License-Identifier: MIT

#include "input/file/link.h"

#include "base/message.h"
#include "base/path.h"

#include <sys/stat.h>

const char *file_kind_word(mode_t mode) {
    if (S_ISDIR(mode))
        return _("a folder");
    if (S_ISLNK(mode))
        return _("a link");
    if (S_ISFIFO(mode))
        return _("a named pipe");
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return _("a device");
    return _("not a regular file");
}

static bool is_current_folder(const char *name) {
    struct stat status, here;
    return stat(name, &status) == 0 && stat(".", &here) == 0 && status.st_dev == here.st_dev &&
           status.st_ino == here.st_ino;
}

bool path_has_link(struct text path, struct text *plain, struct arena *arena) {
    const struct text folder = path_folder(path);
    const bool is_relative = !text_starts_with(path, TEXT("/"));
    const bool is_known = plain->size > 0 && text_equal(folder, *plain);
    struct text part = {path.data, is_known ? folder.size : 0};
    bool in_tree = is_relative;
    while (part.size < path.size) {
        struct stat status;
        struct text rest = text_slice(path, part.size + 1, path.size);
        part.size += 1 + text_find(rest, '/');
        const char *name = text_copy(arena, part).data;
        if (in_tree && lstat(name, &status) == 0 && S_ISLNK(status.st_mode))
            return true;
        in_tree = in_tree || is_current_folder(name);
    }
    if (is_relative && !is_known)
        *plain = text_copy(arena, folder);
    return false;
}
