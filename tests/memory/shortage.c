// SPDX-License-Identifier: MIT
// Preloaded: one allocation of a run fails, that of number SHORTAGE_AT, counted over the run and
// the processes that it makes. The count is kept in the file SHORTAGE_COUNT, where that is set.

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static long *count; // in memory that processes share
static long fails_at;

__attribute__((constructor)) static void start(void) {
    const char *at = getenv("SHORTAGE_AT"), *name = getenv("SHORTAGE_COUNT");
    int file = name == NULL ? -1 : open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
    if (file >= 0 && ftruncate(file, sizeof *count) != 0)
        _exit(125);
    void *shared = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE,
                        MAP_SHARED | (file < 0 ? MAP_ANONYMOUS : 0), file, 0);
    if (shared == MAP_FAILED)
        _exit(125);
    fails_at = at == NULL ? 0 : atol(at);
    count = shared;
    close(file);
}

static int fails(void) {
    if (count == NULL || ++*count != fails_at)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) {
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    return fails() ? NULL : __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    return fails() ? NULL : __libc_realloc(old, size);
}
