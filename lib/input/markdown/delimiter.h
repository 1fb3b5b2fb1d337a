// SPDX-License-Identifier: MIT

#ifndef FELLESSKAP_INPUT_MARKDOWN_DELIMITER_H
#define FELLESSKAP_INPUT_MARKDOWN_DELIMITER_H

#include "base/text.h"

// Whether a line may be the one between a table's header and its rows: "|---|:-:|", in a quote too.
bool markdown_is_delimiter(struct text line);

#endif
