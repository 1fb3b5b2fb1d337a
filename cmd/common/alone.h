// SPDX-License-Identifier: MIT
// One run at a time on a folder.

#ifndef FELLESSKAP_CMD_ALONE_H
#define FELLESSKAP_CMD_ALONE_H

#include "common/command.h"

// Locks the folder until the process ends, or until lock_release() (base/lock.h) is given the
// result; with `inherited`, until the processes that it starts have ended too. Waits for another
// run, and says so. -1 after a message.
int alone_in(const struct command *command, const char *folder, bool inherited);

#endif
