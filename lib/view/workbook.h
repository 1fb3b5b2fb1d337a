// SPDX-License-Identifier: MIT
// What the workbooks of all documents have alike.

#ifndef FELLESSKAP_VIEW_WORKBOOK_H
#define FELLESSKAP_VIEW_WORKBOOK_H

#include "base/workbook.h"
#include "view/context.h"

// A workbook of these sheets, with its author, language and date, and without defined names. Owned
// by the context's arena; the sheets must last as long.
struct workbook *view_workbook(const struct view_context *context, struct text title,
                               const struct sheet *sheets, size_t sheet_count);

#endif
