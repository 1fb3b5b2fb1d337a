// SPDX-License-Identifier: MIT
// Paths of Windows: "\\server\felles\_arkiv". Markdown takes some of their backslashes for escapes.

#ifndef FELLESSKAP_CHECK_MARKUP_PATHS_H
#define FELLESSKAP_CHECK_MARKUP_PATHS_H

#include "check/writing/scan.h"

// At a backslash: reports the path that it is part of, if a backslash of it would not be printed.
// Returns where the path ends; or `at` where there is none, or all of it is printed.
size_t check_path(struct text_scan *scan, size_t at);

#endif
