// SPDX-License-Identifier: MIT
// Tables as text with commas (RFC 4180), for spreadsheets and programs.

#ifndef FELLESSKAP_RENDER_DATA_CSV_H
#define FELLESSKAP_RENDER_DATA_CSV_H

#include "base/value.h"
#include "base/writer.h"

// Writes a list of maps with the same keys: a line with the keys, then a line for each map. A map
// alone is a table without rows: its keys. Amounts have a point before their decimals. Lines end in
// CRLF. A text that a spreadsheet would take for a formula has an apostrophe before it. `arena` is
// for lists that make their items.
void csv_write(struct writer *writer, const struct value *rows, struct arena *arena);

#endif
