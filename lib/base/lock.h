// SPDX-License-Identifier: MIT
// A lock on a folder, for runs that must not work on it at the same time. Nothing is written to the
// folder, and the system takes the lock away from a run that ends, however it ends.

#ifndef FELLESSKAP_BASE_LOCK_H
#define FELLESSKAP_BASE_LOCK_H

#include <stdbool.h>

// Locks the folder until the run ends or lock_release() is called. Where another run has it, calls
// `waiting` once (it may be NULL) and waits up to `seconds`. On a file system without locks,
// nothing is locked. Returns what lock_release() takes; -1 with errno set when the folder cannot be
// opened, EWOULDBLOCK when the other run has not ended, EINTR when a signal came. If `inherited`,
// programs that this run starts keep the lock too.
int lock_take(const char *folder, int seconds, bool inherited, void (*waiting)(void *context),
              void *context);

void lock_release(int lock);

#endif
