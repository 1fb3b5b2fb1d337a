// SPDX-License-Identifier: MIT
// Which versions of other programs the converters would use. None is started to find out.

#ifndef FELLESSKAP_DOCUMENT_BUILD_TOOLS_H
#define FELLESSKAP_DOCUMENT_BUILD_TOOLS_H

#include "base/arena.h"
#include "base/text.h"

// The first program of this name in the PATH; empty where there is none.
struct text tools_find(const char *name, struct arena *arena);

// A digest that is another one when pandoc, qpdf, Python or a Python library of the converters has
// been replaced: of the programs in the PATH their size and time, of the libraries the names of the
// folders with their versions.
struct text tools_digest(struct arena *arena);

#endif
