// SPDX-License-Identifier: MIT

#include "base/output.h"

#include "base/hold.h"
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_SIZE = 64 * 1024, MOST_TEMPORARIES = 16, ATTEMPTS = 100, MOST_LINKS = 40 };

struct output {
    struct writer writer;
    struct arena *arena;
    struct arena *buffers;
    int file;
    int error; // errno of the first failed write
    bool sync;
    char *target;       // NULL: written to directly
    char *hidden;       // room for a temporary name
    char *temporary;    // `hidden`, while there is a file of that name
    char proc_name[32]; // of the open file
};

// Files to remove when a signal ends the run; a NULL is a free place.
static char *volatile temporaries[MOST_TEMPORARIES];

static void remember(char *name) {
    for (size_t i = 0; i < MOST_TEMPORARIES; i++)
        if (temporaries[i] == NULL) {
            temporaries[i] = name;
            return;
        }
}

static void forget(const char *name) {
    for (size_t i = 0; i < MOST_TEMPORARIES; i++)
        if (temporaries[i] == name)
            temporaries[i] = NULL;
}

void output_remove_temporaries(void) {
    for (size_t i = 0; i < MOST_TEMPORARIES; i++)
        if (temporaries[i] != NULL)
            unlink(temporaries[i]);
}

static void drain(struct writer *writer, size_t size) {
    struct output *output = writer->context;
    size_t at = 0;
    while (at < writer->used && output->error == 0) {
        ssize_t written = write(output->file, writer->buffer + at, writer->used - at);
        if (written >= 0)
            at += (size_t)written;
        else if (errno != EINTR)
            output->error = errno;
    }
    writer->used = 0;
    writer->failed = output->error != 0;
    if (size > writer->capacity && !writer->failed) {
        writer->buffer = arena_alloc_unset(output->buffers, size);
        writer->capacity = size;
    }
}

// Room for the longest that hide() writes, so that output_commit() needs no memory.
static size_t hidden_size(const char *target) {
    return strlen(target) + sizeof ".fellesskap--" + 2 * sizeof "-2147483648";
}

// With its slash.
static int size_of_folder(const char *path) {
    struct text whole = text_from(path);
    return (int)(whole.size - path_name(whole).size);
}

// "folder/.fellesskap-PROCESS-NUMBER" beside the target.
static void hide(struct output *output, int number) {
    snprintf(output->hidden, hidden_size(output->target), "%.*s.fellesskap-%d-%d",
             size_of_folder(output->target), output->target, (int)getpid(), number);
}

// No signal may arrive before it is known that the file is to be removed.
static bool open_hidden(struct output *output) {
    sigset_t before;
    signals_hold(&before);
    output->file = open(output->hidden, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
    int error = errno;
    if (output->file >= 0) {
        output->temporary = output->hidden;
        remember(output->temporary);
    }
    signals_release(&before);
    errno = error;
    return output->file >= 0;
}

static bool open_beside(struct output *output) {
    struct text folder = text_copy(output->arena, path_parent(text_from(output->target)));
    output->file = open(folder.data, O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
    if (output->file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return output->file >= 0;
    for (int i = 0; i < ATTEMPTS; i++) {
        hide(output, i);
        if (open_hidden(output))
            return true;
        if (errno != EEXIST)
            return false;
    }
    return false;
}

// The name of the file that a link leads to, so that the link stays; the file need not exist yet.
// NULL with errno set when the links form a loop.
static char *follow_links(const char *path, struct arena *arena) {
    char *name = arena_copy(arena, path, strlen(path));
    for (int i = 0; i < MOST_LINKS; i++) {
        char link[PATH_MAX];
        ssize_t size = readlink(name, link, sizeof link);
        if (size < 0)
            return name;
        int folder = link[0] == '/' ? 0 : size_of_folder(name);
        name = (char *)text_format(arena, "%.*s%.*s", folder, name, (int)size, link).data;
    }
    errno = ELOOP;
    return NULL;
}

// Decides between a file that is replaced and a device that is written to.
static bool open_path(struct output *output, const char *path) {
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
        if (S_ISDIR(status.st_mode)) {
            errno = EISDIR;
            return false;
        }
        output->file = open(path, O_WRONLY | O_CLOEXEC);
        return output->file >= 0;
    }
    output->target = follow_links(path, output->arena);
    if (output->target == NULL)
        return false;
    output->hidden = arena_alloc(output->arena, hidden_size(output->target));
    return open_beside(output);
}

static struct output *begin(int file, struct arena *arena, struct arena *buffers) {
    struct output *output = arena_alloc(arena, sizeof *output);
    output->arena = arena;
    output->buffers = buffers;
    output->file = file;
    output->writer = (struct writer){
        .buffer = arena_alloc_unset(buffers, BUFFER_SIZE),
        .capacity = BUFFER_SIZE,
        .make_room = drain,
        .context = output,
    };
    return output;
}

struct output *output_standard_error(struct arena *arena) {
    return begin(STDERR_FILENO, arena, arena);
}

struct output *output_open(const char *path, struct arena *arena, struct arena *buffers) {
    struct output *output = begin(STDOUT_FILENO, arena, buffers);
    if (path != NULL && !open_path(output, path))
        return NULL;
    snprintf(output->proc_name, sizeof output->proc_name, "/proc/self/fd/%d", output->file);
    return output;
}

struct output *output_in_memory(struct arena *arena) {
    struct output *output = arena_alloc(arena, sizeof *output);
    writer_to_memory(&output->writer, arena);
    return output;
}

struct text output_content(const struct output *output) {
    return writer_text(&output->writer);
}

void output_sync(struct output *output) {
    output->sync = true;
}

bool output_is_terminal(const struct output *output) {
    return output->target == NULL && isatty(output->file) != 0;
}

size_t output_columns(const struct output *output) {
    struct winsize size;
    bool known = output_is_terminal(output) && ioctl(output->file, TIOCGWINSZ, &size) == 0;
    return known ? size.ws_col : 0;
}

struct writer *output_writer(struct output *output) {
    return &output->writer;
}

static bool keep_mode_of_old_file(const struct output *output) {
    struct stat old;
    return stat(output->target, &old) != 0 || fchmod(output->file, old.st_mode & 07777) == 0;
}

static bool give_name(struct output *output) {
    for (int i = 0; output->temporary == NULL && i < ATTEMPTS; i++) {
        hide(output, i);
        if (linkat(AT_FDCWD, output->proc_name, AT_FDCWD, output->hidden, AT_SYMLINK_FOLLOW) == 0)
            output->temporary = output->hidden;
        else if (errno != EEXIST)
            return false;
    }
    if (output->temporary == NULL)
        return false;
    if (rename(output->temporary, output->target) == 0)
        return true;
    int error = errno;
    unlink(output->temporary);
    errno = error;
    return false;
}

// No signal may arrive between giving the temporary name and giving the final one.
static bool replace_target(struct output *output) {
    sigset_t before;
    signals_hold(&before);
    bool replaced = keep_mode_of_old_file(output) && give_name(output);
    if (output->temporary != NULL)
        forget(output->temporary);
    signals_release(&before);
    return replaced;
}

bool output_flush(struct output *output) {
    drain(&output->writer, 0);
    errno = output->error;
    return output->error == 0;
}

bool output_commit(struct output *output) {
    drain(&output->writer, 0);
    if (output->error == 0 && output->target != NULL &&
        ((output->sync && fsync(output->file) != 0) || !replace_target(output)))
        output->error = errno;
    if (close(output->file) != 0 && output->error == 0)
        output->error = errno;
    if (output->error != 0 && output->temporary != NULL) {
        unlink(output->temporary);
        forget(output->temporary);
    }
    errno = output->error;
    return output->error == 0;
}

void output_discard(struct output *output) {
    if (output->target != NULL)
        close(output->file);
    if (output->temporary != NULL) {
        unlink(output->temporary);
        forget(output->temporary);
    }
}
