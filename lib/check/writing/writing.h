// SPDX-License-Identifier: MIT
// How things are written: the rules of words, numbers and characters, over all files that have been
// read with their texts kept (sources->keeps_texts).

#ifndef FELLESSKAP_CHECK_WRITING_WRITING_H
#define FELLESSKAP_CHECK_WRITING_WRITING_H

#include "model/tree/repository.h"

void check_texts(const struct repository *repository);

#endif
