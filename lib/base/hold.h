// SPDX-License-Identifier: MIT
// Holds the signals that stop a run, while something is done that must not be interrupted.

#ifndef FELLESSKAP_BASE_HOLD_H
#define FELLESSKAP_BASE_HOLD_H

#include <signal.h>
#include <stdbool.h>

// Until signals_release() with the same set, only signals that cannot be held interrupt the run.
void signals_hold(sigset_t *before);
void signals_release(const sigset_t *before);

// Whether a signal is waiting that will stop the run: long work should then be undone.
bool signals_stop_waiting(void);

#endif
