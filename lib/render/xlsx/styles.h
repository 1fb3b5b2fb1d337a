// SPDX-License-Identifier: MIT
// How the cells of workbooks look: one table, and the library's formats made from it.

#ifndef FELLESSKAP_RENDER_XLSX_STYLES_H
#define FELLESSKAP_RENDER_XLSX_STYLES_H

#include "base/workbook.h"

struct lxw_format;
struct lxw_workbook;

// How the value of a cell is shown.
enum xlsx_look { LOOK_PLAIN, LOOK_KRONER_AND_ORE, LOOK_SHARE, LOOK_DATE, LOOK_COUNT };

// What row heights need to know of a style.
struct xlsx_type {
    double size; // points
    bool bold;
    bool wrapped;
    uint8_t indent; // steps between the words and the edge that they are aligned to
};

// The formats of one workbook, each made when the first cell asks for it.
struct xlsx_formats {
    struct lxw_workbook *workbook;
    struct lxw_format *made[STYLE_COUNT][LOOK_COUNT][2]; // without and with a link
    struct lxw_format *conditions[CONDITION_LOOKS];
};

struct xlsx_type xlsx_type_of(enum cell_style style);

// NULL when memory has run out. Owned by the workbook.
struct lxw_format *xlsx_format(struct xlsx_formats *formats, enum cell_style style,
                               enum xlsx_look look, bool linked);

// What a condition adds to the format of a cell; as above.
struct lxw_format *xlsx_condition_format(struct xlsx_formats *formats, enum condition_look look);

// What the file should contain for such a format: see render/xlsx/stylesheet.h.
struct text xlsx_look_wanted(enum cell_style style, enum xlsx_look look, bool linked,
                             struct arena *arena);
struct text xlsx_condition_wanted(enum condition_look look, struct arena *arena);

#endif
