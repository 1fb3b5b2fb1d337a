// SPDX-License-Identifier: MIT
// A document that is made of several operands, where a command makes one of each alone, too.

#ifndef FELLESSKAP_CMD_SEVERAL_H
#define FELLESSKAP_CMD_SEVERAL_H

#include "common/command.h"

// Takes the operands: from now on the run makes the command's document of many.
void several_take(struct run *run, char **operands, size_t count);

// Whether what the operands and options have chosen has a format; false after a message.
bool run_has_format(const struct run *run, enum format format);

#endif
