// SPDX-License-Identifier: MIT

#include "base/hold.h"

#include <errno.h>

void signals_hold(sigset_t *before) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, before);
}

void signals_release(const sigset_t *before) {
    int error = errno;
    sigprocmask(SIG_SETMASK, before, NULL);
    errno = error;
}

bool signals_stop_waiting(void) {
    static const int stops[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t waiting;
    if (sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (sigismember(&waiting, stops[i]) == 1)
            return true;
    return false;
}
