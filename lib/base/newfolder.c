// SPDX-License-Identifier: MIT

#include "base/newfolder.h"

#include "base/folders.h"

#include "base/hold.h"
#include "base/path.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
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

static bool write_file(struct text folder, const struct new_file *file, struct arena *arena) {
    struct text path = text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(file->name));
    if (!folders_make_way(path, folder.size + 1, arena))
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
void new_folder_remove(struct text folder, const struct new_file *files, size_t count,
                       struct arena *arena) {
    for (size_t i = 0; i < count; i++) {
        struct text path =
            text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(files[i].name));
        unlink(path.data);
        for (size_t end = path.size; end > folder.size + 1; end--)
            if (path.data[end - 1] == '/')
                rmdir(text_copy(arena, text_slice(path, 0, end - 1)).data);
    }
    rmdir(text_copy(arena, folder).data);
}

// Folders within the folder are synced too.
static bool sync_folders(struct text folder, const struct new_file *files, size_t count,
                         struct arena *arena) {
    for (size_t i = 0; i < count; i++) {
        struct text path =
            text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(files[i].name));
        if (text_find(files[i].name, '/') < files[i].name.size &&
            !sync_folder(text_copy(arena, path_parent(path)).data))
            return false;
    }
    return sync_folder(folder.data);
}

// A name with a period in front is hidden from everything that reads the parent folder.
#define TEMPORARY ".unfinished-XXXXXX"

// What killed runs have left. The folder of a run that is still working is locked; the system
// releases the lock of a process that has ended.
static void remove_leftovers(struct text around, struct arena *arena) {
    enum { PREFIX = sizeof ".unfinished-" - 1 };
    DIR *folder = opendir(text_copy(arena, around).data);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        if (strncmp(entry->d_name, TEMPORARY, PREFIX) != 0 ||
            strlen(entry->d_name) != sizeof TEMPORARY - 1)
            continue;
        struct text path = text_format(arena, "%.*s/%s", TEXT_ARGS(around), entry->d_name);
        int left = open(path.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
        if (left >= 0 && flock(left, LOCK_EX | LOCK_NB) == 0)
            folders_remove(path);
        if (left >= 0)
            close(left);
    }
    if (folder != NULL)
        closedir(folder);
}

// Locked as long as the run lasts, where the file system has locks. False where another run removed
// it as a leftover before it was locked.
static bool lock_temporary(const char *path) {
    struct stat status;
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (folder < 0)
        return false;
    bool taken = flock(folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return !taken && fstat(folder, &status) == 0 && status.st_nlink > 0;
}

static bool make_temporary(struct text around, struct arena *arena, struct text *path) {
    enum { ATTEMPTS = 10 };
    for (int i = 0; i < ATTEMPTS; i++) {
        *path = text_format(arena, "%.*s/" TEMPORARY, TEXT_ARGS(around));
        if (mkdtemp((char *)(uintptr_t)path->data) == NULL)
            return false;
        if (lock_temporary(path->data))
            return true;
    }
    return false;
}

static bool write_files(struct text folder, const struct new_file *files, size_t count,
                        struct arena *arena) {
    for (size_t i = 0; i < count; i++) {
        if (signals_stop_waiting()) {
            errno = EINTR;
            return false;
        }
        if (!write_file(folder, &files[i], arena))
            return false;
    }
    return sync_folders(folder, files, count, arena);
}

static bool write_beside(struct text around, struct text path, const struct new_file *files,
                         size_t count, struct arena *arena) {
    struct text temporary;
    mode_t mask = umask(0);
    umask(mask);
    remove_leftovers(around, arena);
    if (!make_temporary(around, arena, &temporary))
        return false;
    bool named = chmod(temporary.data, 0777 & ~mask) == 0 &&
                 write_files(temporary, files, count, arena) &&
                 renameat2(AT_FDCWD, temporary.data, AT_FDCWD, text_copy(arena, path).data,
                           RENAME_NOREPLACE) == 0;
    if (named && sync_folder(around.data))
        return true;
    int error = errno;
    new_folder_remove(named ? path : temporary, files, count, arena);
    errno = error;
    return false;
}

bool new_folder_write(struct text path, const struct new_file *files, size_t count,
                      struct arena *arena) {
    struct text around = text_copy(arena, path_parent(path));
    bool is_first = mkdir(around.data, 0777) == 0;
    if (write_beside(around, path, files, count, arena))
        return true;
    int error = errno;
    if (is_first)
        rmdir(around.data);
    errno = error;
    return false;
}
