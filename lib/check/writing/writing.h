// SPDX-License-Identifier: MIT
// How things are written: the rules of words, numbers and characters, over all files that have
// been read, which were told to keep their texts (sources->keeps_texts).

#ifndef FELLESSKAP_CHECK_WRITING_WRITING_H
#define FELLESSKAP_CHECK_WRITING_WRITING_H

#include "model/tree/repository.h"

void check_texts(const struct repository *repository);

#endif
