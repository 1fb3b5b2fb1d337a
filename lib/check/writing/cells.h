// SPDX-License-Identifier: MIT
// Texts that a workbook shows in one cell: spreadsheets have room for 32 767 characters in it.

#ifndef FELLESSKAP_CHECK_WRITING_CELLS_H
#define FELLESSKAP_CHECK_WRITING_CELLS_H

#include "base/prose.h"
#include "model/tree/repository.h"

// Reports a text at `at` in `file` that is too long for a cell.
void check_cell(const struct repository *repository, struct text file, struct position at,
                struct text text);

// The same for prose that stands together in one cell; reported at the first that is there.
void check_cell_of_prose(const struct repository *repository, struct text file,
                         const struct prose *const prose[], size_t count);

#endif
