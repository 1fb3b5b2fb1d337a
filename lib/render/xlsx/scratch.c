// SPDX-License-Identifier: MIT

#include "render/xlsx/scratch.h"

#include "render/xlsx/language.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { MOST_IN_MEMORY = 256 * 1024, FIRST_ROOM = 4096 };

struct scratch_file {
    struct scratch *scratch;
    struct scratch_file *next;
    FILE *stream;
    char *memory;
    size_t room;
    size_t size;
    size_t at;
    int file; // -1 while all is in memory
    char buffer[32 * 1024];
};

void scratch_init(struct scratch *scratch) {
    const char *folder = getenv("TMPDIR");
    *scratch = (struct scratch){.folder = folder == NULL || *folder == '\0' ? "/tmp" : folder};
    // The library copies the name of its folder, so the way back here must be in its characters.
    snprintf(scratch->key, sizeof scratch->key, "%p", (void *)scratch);
}

static int open_nameless(const char *folder) {
    int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return file;
    char *name = NULL;
    if (asprintf(&name, "%s/fellesskap-XXXXXX", folder) < 0)
        return -1;
    file = mkostemp(name, O_CLOEXEC);
    if (file >= 0)
        unlink(name);
    free(name);
    return file;
}

static bool write_all(int file, const char *data, size_t size, size_t at) {
    while (size > 0) {
        ssize_t written = pwrite(file, data, size, (off_t)at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        data += written;
        at += (size_t)written;
        size -= (size_t)written;
    }
    return true;
}

static bool make_room(struct scratch_file *scratch_file, size_t size) {
    size_t room = scratch_file->room == 0 ? FIRST_ROOM : scratch_file->room;
    while (room < size)
        room *= 2;
    char *memory =
        room == scratch_file->room ? scratch_file->memory : realloc(scratch_file->memory, room);
    if (memory == NULL)
        return false;
    scratch_file->memory = memory;
    scratch_file->room = room;
    return true;
}

static bool move_to_disk(struct scratch_file *scratch_file) {
    scratch_file->file = open_nameless(scratch_file->scratch->folder);
    if (scratch_file->file < 0 ||
        !write_all(scratch_file->file, scratch_file->memory, scratch_file->size, 0))
        return false;
    free(scratch_file->memory);
    scratch_file->memory = NULL;
    return true;
}

static bool put(struct scratch_file *scratch_file, const char *data, size_t size) {
    size_t end = scratch_file->at + size;
    if (scratch_file->file < 0 && end <= MOST_IN_MEMORY) {
        if (!make_room(scratch_file, end))
            return false;
        memcpy(scratch_file->memory + scratch_file->at, data, size);
        return true;
    }
    if (scratch_file->file < 0 && !move_to_disk(scratch_file))
        return false;
    return write_all(scratch_file->file, data, size, scratch_file->at);
}

// Says that all went well in any case: the library would print to standard error and go on.
static ssize_t write_scratch(void *cookie, const char *data, size_t size) {
    struct scratch_file *scratch_file = cookie;
    int *error = &scratch_file->scratch->error;
    if (*error == 0 && !put(scratch_file, data, size))
        *error = errno == 0 ? EIO : errno;
    scratch_file->at += size;
    if (scratch_file->at > scratch_file->size)
        scratch_file->size = scratch_file->at;
    return (ssize_t)size;
}

static ssize_t read_scratch(void *cookie, char *data, size_t size) {
    struct scratch_file *scratch_file = cookie;
    size_t rest = scratch_file->at < scratch_file->size ? scratch_file->size - scratch_file->at : 0;
    size_t wanted = size < rest ? size : rest;
    if (wanted == 0 || scratch_file->scratch->error != 0)
        return 0;
    ssize_t got = (ssize_t)wanted;
    if (scratch_file->file < 0)
        memcpy(data, scratch_file->memory + scratch_file->at, wanted);
    else
        do
            got = pread(scratch_file->file, data, wanted, (off_t)scratch_file->at);
        while (got < 0 && errno == EINTR);
    if (got <= 0) {
        scratch_file->scratch->error = got < 0 ? errno : EIO;
        return 0;
    }
    scratch_file->at += (size_t)got;
    return got;
}

// Before the library reads a part back, to pack it.
static void set_language(struct scratch_file *scratch_file) {
    struct text language = scratch_file->scratch->language;
    if (language.size == 0 || scratch_file->memory == NULL ||
        !make_room(scratch_file, scratch_file->size + XLSX_LANGUAGE_ROOM))
        return;
    scratch_file->size = xlsx_set_language(scratch_file->memory, scratch_file->size, language);
}

static int seek_scratch(void *cookie, off64_t *offset, int whence) {
    struct scratch_file *scratch_file = cookie;
    off64_t from = whence == SEEK_SET   ? 0
                   : whence == SEEK_CUR ? (off64_t)scratch_file->at
                                        : (off64_t)scratch_file->size;
    if (*offset < -from)
        return -1;
    *offset += from;
    if (*offset == 0 && whence == SEEK_SET)
        set_language(scratch_file);
    scratch_file->at = (size_t)*offset;
    return 0;
}

static int close_scratch(void *cookie) {
    struct scratch_file *scratch_file = cookie;
    struct scratch_file **link = &scratch_file->scratch->open;
    while (*link != scratch_file)
        link = &(*link)->next;
    *link = scratch_file->next;
    if (scratch_file->file >= 0)
        close(scratch_file->file);
    free(scratch_file->memory);
    free(scratch_file);
    return 0;
}

void scratch_close(struct scratch *scratch) {
    while (scratch->open != NULL)
        fclose(scratch->open->stream);
}

FILE *lxw_tmpfile(char *key) {
    void *found = NULL;
    if (key == NULL || sscanf(key, "%p", &found) != 1 || found == NULL)
        return NULL;
    struct scratch *scratch = found;
    struct scratch_file *scratch_file = malloc(sizeof *scratch_file);
    if (scratch_file == NULL)
        return NULL;
    memset(scratch_file, 0, offsetof(struct scratch_file, buffer));
    scratch_file->scratch = scratch;
    scratch_file->file = -1;
    scratch_file->stream = fopencookie(scratch_file, "w+",
                                       (cookie_io_functions_t){
                                           .read = read_scratch,
                                           .write = write_scratch,
                                           .seek = seek_scratch,
                                           .close = close_scratch,
                                       });
    if (scratch_file->stream == NULL) {
        free(scratch_file);
        return NULL;
    }
    setvbuf(scratch_file->stream, scratch_file->buffer, _IOFBF, sizeof scratch_file->buffer);
    scratch_file->next = scratch->open;
    scratch->open = scratch_file;
    scratch->made++;
    return scratch_file->stream;
}
