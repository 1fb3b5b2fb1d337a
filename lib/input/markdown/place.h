// SPDX-License-Identifier: MIT
// Where a Markdown text stands in its file.

#ifndef FELLESSKAP_INPUT_MARKDOWN_PLACE_H
#define FELLESSKAP_INPUT_MARKDOWN_PLACE_H

#include <stdint.h>

// The file does not have the text as it is, for it has quotes or its lines are joined: everything
// in it is at its beginning.
#define MARKDOWN_AT_ONE_PLACE UINT32_MAX

#endif
