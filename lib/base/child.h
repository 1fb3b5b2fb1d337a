// SPDX-License-Identifier: MIT
// Work that may crash is done in a process of its own.

#ifndef FELLESSKAP_BASE_CHILD_H
#define FELLESSKAP_BASE_CHILD_H

#include <stdbool.h>
#include <stddef.h>

enum child_end {
    CHILD_DONE,     // the work returned true
    CHILD_REFUSED,  // it returned false
    CHILD_DIED,     // it crashed, or was killed
    CHILD_NOT_MADE, // the system made no process: errno
};

// Runs `work` in a child process and waits for it to end. Changes that it makes to memory are lost,
// except to the `size` bytes of `result`: it gets a copy of them, which is copied back when it
// returns. It writes nothing to standard error, and ends when the parent does.
enum child_end child_do(bool (*work)(void *context, void *result), void *context, void *result,
                        size_t size);

#endif
