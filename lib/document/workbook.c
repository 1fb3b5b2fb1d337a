// SPDX-License-Identifier: MIT
// Apart from the other formats: a command without workbooks has no use for it.

#include "document/maker.h"

#include "render/xlsx/xlsx.h"

bool maker_write_workbook(struct document_maker *maker, const struct workbook *workbook,
                          struct output *output) {
    struct xlsx_problem problem;
    bool written = xlsx_write(workbook, output_writer(output), maker->arena, &problem) == XLSX_OK;
    if (!written)
        maker->message = xlsx_explain(&problem, maker->arena);
    return written;
}
