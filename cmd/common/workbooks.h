// SPDX-License-Identifier: MIT
// Who writes workbooks. The start of libxlsxwriter, and of what it pulls in, costs more than the
// rest of a small run: a command that can write workbooks is linked twice.
//
//     PREFIX/bin/plan-matrix                   one piece, without libxlsxwriter
//     PREFIX/libexec/fellesskap-plan-matrix    with it
//
// The second is started by the first. LINK=dynamic and the variants make the second alone, in bin/.

#ifndef FELLESSKAP_CMD_WORKBOOKS_H
#define FELLESSKAP_CMD_WORKBOOKS_H

#include "common/command.h"

// True where this program can write workbooks. Elsewhere the one that can takes its place, with the
// same arguments, and there is no return; false after a message when that cannot be started.
bool workbooks_can_be_written(const struct command *command, char **argv, struct arena *arena);

#endif
