// SPDX-License-Identifier: MIT
// What a workbook can hold, and how its texts are written. The library does not check its input.

#ifndef FELLESSKAP_RENDER_XLSX_CHECK_H
#define FELLESSKAP_RENDER_XLSX_CHECK_H

#include "base/workbook.h"

// The most links that a sheet can have.
enum { XLSX_MOST_LINKS = 65530 };

// Whether a sheet can have this name: see struct sheet. Whether another sheet has it is not
// checked.
bool xlsx_name_is_allowed(struct text name);

// Spreadsheets treat "Plan" and "PLAN" as the same name.
bool xlsx_names_collide(struct text a, struct text b, struct arena *arena);

// Whether a column of a table can have this title, given the titles of the columns before it.
bool xlsx_title_is_free(const struct table_column *columns, size_t index, struct arena *arena);

// Whether the text has characters only that XML can hold: no control characters but tab and line
// feed, no NUL, no U+FFFE and U+FFFF.
bool xlsx_text_is_allowed(struct text text);

// The text as it is written to a cell, followed by a NUL: what looks like an escape of the format
// ("_x0041_", which would be read as "A") is escaped itself. May be a copy of `text`.
const char *xlsx_cell_text(struct text text, struct arena *arena);

// The text in the footer's language of codes, where "&" begins one.
struct text xlsx_footer_text(struct text text, struct arena *arena);

// The link as the library expects it, or NULL where it is longer than spreadsheets allow.
const char *xlsx_link(struct text link, struct arena *arena);

#endif
