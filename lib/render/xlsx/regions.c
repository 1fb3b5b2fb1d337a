// SPDX-License-Identifier: MIT

#include "render/xlsx/regions.h"

static bool is_heading(enum cell_style style) {
    return style == STYLE_HEADER || style == STYLE_HEADER_CENTRE || style == STYLE_HEADER_RIGHT ||
           style == STYLE_HEADER_HALF;
}

static bool is_empty(const struct row *row) {
    bool empty = true;
    for (size_t i = 0; i < row->count; i++)
        empty = empty && (row->cells[i].kind == CELL_EMPTY ||
                          (row->cells[i].kind == CELL_TEXT && row->cells[i].text.size == 0));
    return empty;
}

bool xlsx_regions_end(struct xlsx_regions *regions, struct cell_area *ended) {
    bool has_rows = regions->is_open && regions->open.last_row > regions->open.first_row;
    *ended = regions->open;
    regions->is_open = false;
    return has_rows;
}

bool xlsx_regions_row(struct xlsx_regions *regions, const struct sheet *sheet,
                      const struct row *row, uint32_t index, struct cell_area *ended) {
    bool is_head = sheet->table_count == 0 && row->count > 1 && is_heading(row->cells[0].style);
    if (!is_head && !is_empty(row)) {
        regions->open.last_row = index;
        return false;
    }
    bool has_ended = xlsx_regions_end(regions, ended);
    regions->is_open = is_head;
    if (is_head)
        regions->open = (struct cell_area){index, index, 0, (uint16_t)(row->count - 1)};
    return has_ended;
}
