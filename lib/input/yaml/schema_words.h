// SPDX-License-Identifier: MIT
// The patterns by which editors know words in any case of letters, and their years.

#ifndef FELLESSKAP_INPUT_YAML_SCHEMA_WORDS_H
#define FELLESSKAP_INPUT_YAML_SCHEMA_WORDS_H

#include "input/yaml/shape.h"

// One of the form's words; where they may have years, also two with a dash between. A regular
// expression without anchors, ended by a NUL byte.
const char *schema_words(const struct form *form, struct arena *arena);

// A text of the form, or words and their years: "høst 2025", "K1–K3 2025–2026", "høst 2025–vår
// 2026".
const char *schema_words_with_years(const struct form *form, struct arena *arena);

#endif
