// SPDX-License-Identifier: MIT
// How the cells of a finished workbook look, read from its file.

#ifndef FELLESSKAP_RENDER_XLSX_STYLESHEET_H
#define FELLESSKAP_RENDER_XLSX_STYLESHEET_H

#include "base/archive.h"

// Each look is one text: the elements and attributes of its font, fill, border, number format and
// alignment, in this order, a space after each. xlsx_look_wanted() writes the same.
struct stylesheet {
    struct text_list looks;      // that cells have by their number
    struct text_list conditions; // what conditions add to them
};

// False when the part is not well-formed, refers to what it does not have, says another number of
// fonts, fills and so on than it has, or has one twice.
bool stylesheet_read(const struct archive_part *part, struct stylesheet *sheet,
                     struct arena *arena);

#endif
