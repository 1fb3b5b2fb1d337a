// SPDX-License-Identifier: MIT
// What a command says of itself and of its arguments.

#ifndef FELLESSKAP_CMD_USAGE_H
#define FELLESSKAP_CMD_USAGE_H

#include "common/command.h"

// "NAME: message" on standard error; usage_error() adds how to get help.
void usage_warn(const struct command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void usage_error(const struct command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// On standard output. The exit status: EXIT_CANNOT_WRITE when that failed.
int usage_help(const struct command *command);
int usage_version(const struct command *command);

#endif
