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

// Does `work` in a copy of this process, and waits for its end. What it changes in memory is lost,
// but for the `size` bytes of `result`, which it is handed a copy of and which come back where it
// returns. It says nothing on standard error, and ends when we do.
enum child_end child_do(bool (*work)(void *context, void *result), void *context, void *result,
                        size_t size);

#endif
