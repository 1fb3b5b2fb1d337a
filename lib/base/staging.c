// SPDX-License-Identifier: MIT

#include "base/staging.h"

#include "base/folders.h"
#include "base/hold.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

void staging_init(struct staging *staging, struct text folder, const char *name,
                  struct arena *arena) {
    *staging = (struct staging){
        .target = text_format(arena, "%.*s/%s", TEXT_ARGS(folder), name),
        .fresh = text_format(arena, "%.*s/.%s-new", TEXT_ARGS(folder), name),
        .old = text_format(arena, "%.*s/.%s-old", TEXT_ARGS(folder), name),
        .arena = arena,
    };
}

static bool is_there(struct text path) {
    struct stat status;
    return lstat(path.data, &status) == 0;
}

void staging_recover(const struct staging *staging) {
    if (!is_there(staging->target) && is_there(staging->old))
        rename(staging->old.data, staging->target.data);
    if (is_there(staging->old))
        folders_remove(staging->old);
    if (is_there(staging->fresh))
        folders_remove(staging->fresh);
}

bool staging_begin(struct staging *staging) {
    if (!staging->is_begun)
        staging->is_begun = mkdir(staging->fresh.data, 0777) == 0;
    return staging->is_begun;
}

struct text staging_path(struct staging *staging, struct text path) {
    struct text whole =
        text_format(staging->arena, "%.*s/%.*s", TEXT_ARGS(staging->fresh), TEXT_ARGS(path));
    folders_make_way(whole, staging->fresh.size + 1, staging->arena);
    return whole;
}

static bool write_all(int file, const char *data, size_t size) {
    while (size > 0) {
        ssize_t written = write(file, data, size);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            data += written;
            size -= (size_t)written;
        }
    }
    return true;
}

static int create(struct text path) {
    return open(path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
}

static bool finish(int file, bool good) {
    int error = errno;
    if (close(file) != 0 && good)
        return false;
    errno = error;
    return good;
}

static bool copy(struct text from, struct text to) {
    char bytes[64 * 1024];
    int source = open(from.data, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    int target = source < 0 ? -1 : create(to);
    bool good = target >= 0;
    for (ssize_t size; good && (size = read(source, bytes, sizeof bytes)) != 0;)
        good = size < 0 ? errno == EINTR : write_all(target, bytes, (size_t)size);
    if (source >= 0)
        close(source);
    return target >= 0 && finish(target, good);
}

bool staging_link(struct staging *staging, struct text path, struct text from) {
    struct text to = staging_path(staging, path);
    if (link(from.data, to.data) == 0)
        return true;
    bool has_no_links = errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK || errno == EXDEV;
    return has_no_links && copy(from, to);
}

bool staging_write(struct staging *staging, struct text path, struct text content) {
    int file = create(staging_path(staging, path));
    return file >= 0 && finish(file, write_all(file, content.data, content.size));
}

// The file system, or the kernel, cannot do this in one step.
static bool exchange_in_two_steps(struct staging *staging) {
    sigset_t before;
    signals_hold(&before);
    bool moved = rename(staging->target.data, staging->old.data) == 0;
    bool done = moved && rename(staging->fresh.data, staging->target.data) == 0;
    int error = errno;
    if (moved && !done)
        rename(staging->old.data, staging->target.data);
    signals_release(&before);
    errno = error;
    return done;
}

static bool exchange_in_one_step(const struct staging *staging) {
    return renameat2(AT_FDCWD, staging->fresh.data, AT_FDCWD, staging->target.data,
                     RENAME_EXCHANGE) == 0;
}

bool staging_exchange(struct staging *staging) {
    if (is_there(staging->target) && exchange_in_one_step(staging))
        staging->replaced = STAGING_EXCHANGED;
    else if (is_there(staging->target)
                 ? (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) &&
                       exchange_in_two_steps(staging)
                 : rename(staging->fresh.data, staging->target.data) == 0)
        staging->replaced = STAGING_MOVED;
    return staging->replaced != STAGING_AS_IT_WAS;
}

bool staging_remove(struct staging *staging) {
    if (!is_there(staging->target))
        return true;
    if (rename(staging->target.data, staging->fresh.data) != 0)
        return false;
    staging->replaced = STAGING_REMOVED;
    return true;
}

void staging_settle(struct staging *staging) {
    if (staging->replaced == STAGING_AS_IT_WAS)
        return;
    staging->replaced = STAGING_AS_IT_WAS;
    staging->is_begun = false;
    staging_recover(staging);
}

void staging_undo(struct staging *staging) {
    const char *fresh = staging->fresh.data, *target = staging->target.data;
    sigset_t before;
    signals_hold(&before);
    if (staging->replaced == STAGING_EXCHANGED)
        exchange_in_one_step(staging);
    else if (staging->replaced == STAGING_REMOVED)
        rename(fresh, target);
    else if (staging->replaced == STAGING_MOVED && rename(target, fresh) == 0 &&
             is_there(staging->old))
        rename(staging->old.data, target);
    signals_release(&before);
    staging->replaced = STAGING_AS_IT_WAS;
}

void staging_discard(struct staging *staging) {
    if (staging->is_begun)
        folders_remove(staging->fresh);
    staging->is_begun = false;
}
