// SPDX-License-Identifier: MIT
// One run at a time on a folder.

#ifndef FELLESSKAP_CMD_ALONE_H
#define FELLESSKAP_CMD_ALONE_H

#include "common/command.h"

// Locks the folder until the process ends or lock_release() (base/lock.h) is given what this
// returns; with `inherited`, until those have ended that it starts. Waits for another run, and says
// so. -1 after a message.
int alone_in(const struct command *command, const char *folder, bool inherited);

#endif
