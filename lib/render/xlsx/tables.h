// SPDX-License-Identifier: MIT
// What lies over the cells of a sheet: tables, rules of what can be entered, a chart, protection.

#ifndef FELLESSKAP_RENDER_XLSX_TABLES_H
#define FELLESSKAP_RENDER_XLSX_TABLES_H

#include "render/xlsx/cells.h"

// Each is for the sheet of `page`; false with the problem noted.

// Before the rows: the library writes the heads, which the rows' own cells replace.
bool xlsx_set_tables(struct xlsx_page *page);
// With each row: what stands in the totals of a table is known to the table too.
bool xlsx_tell_totals(struct xlsx_page *page, const struct row *row);
bool xlsx_set_entries(struct xlsx_page *page);

// After them: it takes over the values.
bool xlsx_set_chart(struct xlsx_page *page, lxw_workbook *book);
bool xlsx_protect(struct xlsx_page *page);

// "=FORMULA" as the library takes it, which only reads it.
char *xlsx_formula(const struct xlsx_page *page, struct text formula);

#endif
