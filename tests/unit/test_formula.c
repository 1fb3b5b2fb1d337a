// SPDX-License-Identifier: MIT
// Names of cells and words in a spreadsheet's formula.

#include "view/formula.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <stddef.h>

#include <cmocka.h>

static struct arena arena;

static void check(struct text made, const char *expected) {
    if (!text_is(made, expected))
        fail_msg("'%.*s' instead of '%s'", TEXT_ARGS(made), expected);
}

static void cells(void **state) {
    (void)state;
    check(formula_cell(0, 0, &arena), "$A$1");
    check(formula_cell(9, 25, &arena), "$Z$10");
    check(formula_cell(99, 26, &arena), "$AA$100");
    check(formula_cell(1, 51, &arena), "$AZ$2");
    check(formula_cell(1, 52, &arena), "$BA$2");
    check(formula_cell(1, 701, &arena), "$ZZ$2");
    check(formula_cell(1, 702, &arena), "$AAA$2");
    check(formula_cell(WORKBOOK_ROWS - 1, WORKBOOK_COLUMNS - 1, &arena), "$XFD$1048576");
}

static void ranges(void **state) {
    (void)state;
    struct cell_area area = {6, 71, 1, 2};
    check(formula_range(TEXT(""), area, &arena), "$B$7:$C$72");
    check(formula_range(TEXT("Plan"), area, &arena), "'Plan'!$B$7:$C$72");
    check(formula_range(TEXT("Per's plan"), area, &arena), "'Per''s plan'!$B$7:$C$72");
}

static void words(void **state) {
    (void)state;
    check(formula_words(TEXT(""), &arena), "\"\"");
    check(formula_words(TEXT("over rammen"), &arena), "\"over rammen\"");
    check(formula_words(TEXT("\"å\""), &arena), "\"\"\"å\"\"\"");
}

static void columns(void **state) {
    (void)state;
    check(formula_row_cell(6, 11, &arena), "$L7");
    check(formula_here(11, &arena), "$L\x01");
    check(formula_column(TEXT("Utbetalinger"), 5, 12, 7, &arena), "'Utbetalinger'!$H$6:$H$19");
    check(formula_column(TEXT(""), 5, 1, 26, &arena), "$AA$6:$AA$8");
    check(formula_total(5, 7, &arena), "SUBTOTAL(109,$H$6:INDEX($H:$H,ROW()-1))");
    check(formula_date((struct date){2024, 11, 1}, &arena), "DATE(2024,11,1)");
}

int main(void) {
    arena_init(&arena, abort);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells),
        cmocka_unit_test(ranges),
        cmocka_unit_test(words),
        cmocka_unit_test(columns),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
