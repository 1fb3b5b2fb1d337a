// SPDX-License-Identifier: MIT
// The option --audience of the commands that write what may be exempt from publicity.

#ifndef FELLESSKAP_CMD_AUDIENCE_H
#define FELLESSKAP_CMD_AUDIENCE_H

#include "common/command.h"

// Takes its value.
bool audience_take(struct run *run, struct text value, struct text *why);

#endif
