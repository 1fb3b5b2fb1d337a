// SPDX-License-Identifier: MIT

#include "render/xlsx/cellvalue.h"

#define ORE_OF_KRONE 100.0
enum { LEAP_BUG_ENDS = 60 };

#define SECONDS_OF_DAY (24 * 60 * 60)
#define DAYS_BEFORE_1970 25569 // since the spreadsheets' day 0

// Days as spreadsheets count them, with the 29 February 1900 that never was.
static double day_number(struct date date) {
    int64_t days = date_to_seconds(date) / SECONDS_OF_DAY + DAYS_BEFORE_1970;
    return (double)(days > LEAP_BUG_ENDS ? days : days - 1);
}

static double number_of(const struct cell *cell, enum cell_kind kind) {
    switch (kind) {
    case CELL_EXACT:
        return (double)cell->number / ORE_OF_KRONE;
    case CELL_SHARE:
        return cell->share;
    case CELL_DATE:
        return day_number(cell->date);
    default:
        return (double)cell->number;
    }
}

struct xlsx_value xlsx_value(const struct cell *cell) {
    struct xlsx_value value = {.is_formula = cell->kind == CELL_FORMULA, .text = {"", 0}};
    enum cell_kind kind = value.is_formula ? cell->result : cell->kind;
    bool empty = kind == CELL_EMPTY || (kind == CELL_DATE && cell->date.year == 0);
    if (kind == CELL_TEXT || empty) {
        value.text = cell->text;
        value.kind = value.is_formula || (kind == CELL_TEXT && cell->text.size > 0)
                         ? XLSX_VALUE_TEXT
                         : XLSX_VALUE_NONE;
    } else {
        value.kind = XLSX_VALUE_NUMBER;
        value.number = number_of(cell, kind);
    }
    return value;
}

enum xlsx_look xlsx_look_of(const struct cell *cell) {
    bool has_result = cell->kind == CELL_FORMULA || cell->kind == CELL_EMPTY;
    switch (has_result ? cell->result : cell->kind) {
    case CELL_EXACT:
        return LOOK_KRONER_AND_ORE;
    case CELL_SHARE:
        return LOOK_SHARE;
    case CELL_DATE:
        return LOOK_DATE;
    default:
        return LOOK_PLAIN;
    }
}
