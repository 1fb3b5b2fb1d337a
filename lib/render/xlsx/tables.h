// SPDX-License-Identifier: MIT
// What a sheet has beside its cells: tables, rules for input, a chart, protection.

#ifndef FELLESSKAP_RENDER_XLSX_TABLES_H
#define FELLESSKAP_RENDER_XLSX_TABLES_H

#include "render/xlsx/cells.h"

// Each is for the sheet of `page`; false with the problem recorded.

// Before the rows: the library writes the heads, which the rows' own cells replace.
bool xlsx_set_tables(struct xlsx_page *page);
// With each row: records the totals of a table in the table too.
bool xlsx_tell_totals(struct xlsx_page *page, const struct row *row);
bool xlsx_set_entries(struct xlsx_page *page);

// After the rows: it copies their values.
bool xlsx_set_chart(struct xlsx_page *page, lxw_workbook *book);
bool xlsx_protect(struct xlsx_page *page);

// "=FORMULA" in the type that the library expects; it only reads it.
char *xlsx_formula(const struct xlsx_page *page, struct text formula);

#endif
