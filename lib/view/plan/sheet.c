// SPDX-License-Identifier: MIT

#include "view/plan/sheet.h"

struct cell plan_area_cell(enum cell_style style, const struct area *area) {
    int number;
    return area_number(area, &number) ? cell_number(style, number)
                                      : cell_text(style, area->number.text);
}
