// SPDX-License-Identifier: MIT
// Signals that stop a run wait while something is done that must be done whole.

#ifndef FELLESSKAP_BASE_HOLD_H
#define FELLESSKAP_BASE_HOLD_H

#include <signal.h>
#include <stdbool.h>

// Until signals_release() with the same, no signal interrupts the run but those that cannot be
// held.
void signals_hold(sigset_t *before);
void signals_release(const sigset_t *before);

// Whether one waits that will stop the run: what takes long had better be undone.
bool signals_stop_waiting(void);

#endif
