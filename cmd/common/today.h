// SPDX-License-Identifier: MIT
// The option -d of the commands that need to know what day it is: the clock is never asked.

#ifndef FELLESSKAP_CMD_TODAY_H
#define FELLESSKAP_CMD_TODAY_H

#include "common/command.h"

// Takes its value.
bool today_take(struct run *run, struct text value, struct text *why);

#endif
