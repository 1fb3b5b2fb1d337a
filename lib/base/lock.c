// SPDX-License-Identifier: MIT

#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum { STEP_MILLISECONDS = 20, STEPS_A_SECOND = 1000 / STEP_MILLISECONDS };

static bool is_free(int folder) {
    return flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

static bool wait_for(int folder, int seconds) {
    const struct timespec step = {.tv_nsec = STEP_MILLISECONDS * 1000 * 1000};
    for (int i = 0; i < seconds * STEPS_A_SECOND; i++) {
        if (nanosleep(&step, NULL) != 0)
            return false;
        if (is_free(folder))
            return true;
    }
    errno = EWOULDBLOCK;
    return false;
}

int lock_take(const char *folder, int seconds, bool inherited, void (*waiting)(void *context),
              void *context) {
    int opened = open(folder, O_RDONLY | O_DIRECTORY | (inherited ? 0 : O_CLOEXEC));
    if (opened < 0 || is_free(opened))
        return opened;
    if (waiting != NULL)
        waiting(context);
    if (wait_for(opened, seconds))
        return opened;
    int error = errno;
    close(opened);
    errno = error;
    return -1;
}

void lock_release(int lock) {
    if (lock >= 0)
        close(lock);
}
