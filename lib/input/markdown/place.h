// SPDX-License-Identifier: MIT
// The place of a Markdown text in its file.

#ifndef FELLESSKAP_INPUT_MARKDOWN_PLACE_H
#define FELLESSKAP_INPUT_MARKDOWN_PLACE_H

#include <stdint.h>

// The text is not in the file literally, because it is quoted or its lines are joined: everything
// in it is reported at its beginning.
#define MARKDOWN_AT_ONE_PLACE UINT32_MAX

#endif
