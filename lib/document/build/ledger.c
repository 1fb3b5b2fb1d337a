// SPDX-License-Identifier: MIT

#include "document/build/ledger.h"

#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define ANNOUNCED LEDGER_NAME "-next"

static struct text path_of(const struct ledger *ledger, const char *name) {
    return text_format(ledger->arena, "%.*s/%s", TEXT_ARGS(ledger->folder), name);
}

static struct text read_whole(struct text path, struct arena *arena) {
    struct stat status;
    int file = open(path.data, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
    struct text content = {NULL, 0};
    if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
        char *data = arena_alloc_unset(arena, (size_t)status.st_size + 1);
        ssize_t size = read(file, data, (size_t)status.st_size);
        content = (struct text){data, size > 0 ? (size_t)size : 0};
    }
    if (file >= 0)
        close(file);
    return content;
}

// Four texts a file, each with a NUL after it. One that is cut off ends the list.
static bool read_files(struct ledger *ledger, const char *name) {
    struct text rest = read_whole(path_of(ledger, name), ledger->arena);
    bool is_there = rest.data != NULL;
    while (rest.size > 0) {
        struct made_file *file = arena_alloc(ledger->arena, sizeof *file);
        struct text *const texts[] = {&file->path, &file->digest, &file->converted_from,
                                      &file->modified};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            *texts[i] = text_cut(&rest, '\0');
            if (rest.data == NULL)
                return is_there;
        }
        index_add(&ledger->files, file->path, file);
    }
    return is_there;
}

void ledger_read(struct ledger *ledger, struct text folder, struct arena *arena) {
    *ledger = (struct ledger){.folder = folder, .arena = arena};
    index_init(&ledger->files, arena);
    ledger->was_interrupted = read_files(ledger, ANNOUNCED);
    read_files(ledger, LEDGER_NAME);
}

bool ledger_knows(const struct ledger *ledger, struct text path) {
    return index_find(&ledger->files, path) != NULL;
}

bool ledger_is_from(const struct ledger *ledger, struct text path, struct text digest,
                    struct text converted_from) {
    const struct made_file *file = index_find(&ledger->files, path);
    return file != NULL && text_equal(file->digest, digest) &&
           text_equal(file->converted_from, converted_from);
}

struct text ledger_modified(const struct ledger *ledger, const struct stat *status) {
    return text_format(ledger->arena, "%lld.%09ld", (long long)status->st_mtim.tv_sec,
                       status->st_mtim.tv_nsec);
}

struct text ledger_digest(const struct ledger *ledger, struct text path,
                          const struct stat *status) {
    const struct made_file *file = index_find(&ledger->files, path);
    bool is_known = file != NULL && text_equal(file->modified, ledger_modified(ledger, status));
    return is_known ? file->digest : TEXT("");
}

static void write_text(struct writer *writer, struct text text) {
    writer_put(writer, text);
    writer_byte(writer, '\0');
}

bool ledger_announce(const struct ledger *ledger, const struct made_file *files, size_t count) {
    struct output *output =
        output_open(path_of(ledger, ANNOUNCED).data, ledger->arena, ledger->arena);
    if (output == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        write_text(output_writer(output), files[i].path);
        write_text(output_writer(output), files[i].digest);
        write_text(output_writer(output), files[i].converted_from);
        write_text(output_writer(output), files[i].modified);
    }
    return output_commit(output);
}

bool ledger_settle(const struct ledger *ledger) {
    return rename(path_of(ledger, ANNOUNCED).data, path_of(ledger, LEDGER_NAME).data) == 0;
}
