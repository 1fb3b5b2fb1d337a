// SPDX-License-Identifier: MIT

#ifndef FELLESSKAP_MODEL_PLAN_SHORT_TITLE_H
#define FELLESSKAP_MODEL_PLAN_SHORT_TITLE_H

#include "input/yaml/shape.h"

enum { TITLE_MOST = 60 }; // characters

// For binding tables: the key `kort`, a struct scalar of at most TITLE_MOST characters.
extern const struct form short_title_form;

#endif
