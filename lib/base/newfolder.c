// SPDX-License-Identifier: MIT

#include "base/newfolder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int file, struct text content) {
    while (content.size > 0) {
        ssize_t written = write(file, content.data, content.size);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            content = text_slice(content, (size_t)written, content.size);
    }
    return true;
}

static bool copy_all(int file, struct text original, struct arena *arena) {
    char bytes[64 * 1024];
    int from = open(text_copy(arena, original).data, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (from < 0)
        return false;
    ssize_t size;
    bool good = true;
    while (good && (size = read(from, bytes, sizeof bytes)) != 0)
        good = size > 0 ? write_all(file, (struct text){bytes, (size_t)size}) : errno == EINTR;
    int error = errno;
    close(from);
    errno = error;
    return good;
}

// The folders on the way to a file.
static bool make_way(struct text path, size_t from, struct arena *arena) {
    for (size_t at = from; at < path.size; at++) {
        if (path.data[at] != '/')
            continue;
        struct text folder = text_copy(arena, text_slice(path, 0, at));
        if (mkdir(folder.data, 0777) != 0 && errno != EEXIST)
            return false;
    }
    return true;
}

static bool write_file(struct text folder, const struct new_file *file, struct arena *arena) {
    struct text path = text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(file->name));
    if (!make_way(path, folder.size + 1, arena))
        return false;
    int opened = open(path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (opened < 0)
        return false;
    bool good = file->original.size > 0 ? copy_all(opened, file->original, arena)
                                        : write_all(opened, file->content);
    good = good && fsync(opened) == 0;
    return close(opened) == 0 && good;
}

static bool sync_folder(const char *path) {
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = folder >= 0 && fsync(folder) == 0;
    if (folder >= 0)
        close(folder);
    return good;
}

// What was written so far; the folders from the inside out.
static void remove_files(struct text folder, const struct new_file *files, size_t count,
                         struct arena *arena) {
    for (size_t i = 0; i < count; i++) {
        struct text path =
            text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(files[i].name));
        unlink(path.data);
        for (size_t end = path.size; end > folder.size + 1; end--)
            if (path.data[end - 1] == '/')
                rmdir(text_copy(arena, text_slice(path, 0, end - 1)).data);
    }
    rmdir(folder.data);
}

static struct text folder_of(struct text path, struct arena *arena) {
    size_t end = path.size;
    while (end > 0 && path.data[end - 1] != '/')
        end--;
    return end == 0 ? TEXT(".") : text_copy(arena, text_slice(path, 0, end - 1));
}

// The folders of files that lie deeper are synced too.
static bool sync_folders(struct text folder, const struct new_file *files, size_t count,
                         struct arena *arena) {
    for (size_t i = 0; i < count; i++) {
        struct text path =
            text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(files[i].name));
        if (text_find(files[i].name, '/') < files[i].name.size &&
            !sync_folder(folder_of(path, arena).data))
            return false;
    }
    return sync_folder(folder.data);
}

bool new_folder_write(struct text path, const struct new_file *files, size_t count,
                      struct arena *arena) {
    struct text around = folder_of(path, arena);
    // A period in front: nothing that reads the folder sees it.
    struct text temporary = text_format(arena, "%.*s/.new-XXXXXX", TEXT_ARGS(around));
    mode_t mask = umask(0);
    umask(mask);
    if (mkdtemp((char *)(uintptr_t)temporary.data) == NULL)
        return false;
    bool good = chmod(temporary.data, 0777 & ~mask) == 0;
    for (size_t i = 0; i < count && good; i++)
        good = write_file(temporary, &files[i], arena);
    good = good && sync_folders(temporary, files, count, arena) &&
           renameat2(AT_FDCWD, temporary.data, AT_FDCWD, text_copy(arena, path).data,
                     RENAME_NOREPLACE) == 0;
    if (good)
        return sync_folder(around.data);
    int error = errno;
    remove_files(temporary, files, count, arena);
    errno = error;
    return false;
}
