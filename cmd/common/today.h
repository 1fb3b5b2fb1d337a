// SPDX-License-Identifier: MIT
// The option -d of the commands that need to know what day it is: the clock is never asked.

#ifndef FELLESSKAP_CMD_TODAY_H
#define FELLESSKAP_CMD_TODAY_H

#include "common/command.h"

// Takes the value of -d. False, and what is expected, when it is no day.
bool today_take(struct text value, struct date *today, struct text *why);

#endif
