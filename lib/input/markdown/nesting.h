// SPDX-License-Identifier: MIT
// Finds texts that cmark would need quadratic time for, before cmark reads them.

#ifndef FELLESSKAP_INPUT_MARKDOWN_NESTING_H
#define FELLESSKAP_INPUT_MARKDOWN_NESTING_H

#include "base/message.h"
#include "input/markdown/lines.h"

#define MARKDOWN_TOO_MANY_CONTAINERS _("lists and quotes can be nested at most %d deep")

// Reports, and returns true, when a line begins with more than LIMIT_CONTAINERS marks of lists and
// quotes, or a paragraph leaves too many brackets open.
bool markdown_is_nested_too_deep(struct markdown_lines *lines, struct text file,
                                 struct diagnostics *diagnostics);

#endif
