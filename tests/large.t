#!/bin/sh
# SPDX-License-Identifier: MIT
# A workbook with many payments, as others read and calculate it: 2000, or 100 000 with PAYMENTS=100000 (make large).
. tests/tap.sh
PATH=$top/tests/judges:$BIN:$PATH
large=$work/large
mkdir "$large"
cp -R plan meetings "$large"
make_book() {
    tests/bench/payments "$large" "${PAYMENTS:-2000}" &&
        grant-sheet -C "$large" -d 2026-12-31 -o large.xlsx -o large.json plan/grant-bench.yaml 2>/dev/null
}
check "it is made" make_book
all_there() {
    test "$(jq '.utbetalinger | length' "$large/large.json")" = "${PAYMENTS:-2000}"
}
check "... with every payment" all_there
check "calculated anew by LibreOffice" xlsx-recalculate "$large/large.xlsx"
check "read back by openpyxl" grant-workbook "$large/large.xlsx" "$large/large.json"
check "read back by exceljs, and without faults for the Open XML SDK" grant-workbook.mjs "$large/large.xlsx" "$large/large.json"
finish
