#!/bin/sh
# SPDX-License-Identifier: MIT
# Memory that runs out: one allocation of a run fails, and the run ends with a message and 74, or makes the same
# document. SHORTAGES of them are tried a command, or "all": make shortages.
. tests/tap.sh
case $VARIANT in
san)
    skip "memory that runs out" "the sanitisers have an allocator of their own"
    finish
    exit
    ;;
esac
${CC:-gcc} -shared -fPIC -o "$work/shortage.so" tests/memory/shortage.c || exit 1
PATH=$BIN:$PATH

short() { # OUTPUT COMMAND...
    output=$work/$1
    shift
    tests/memory/run-short "$work/shortage.so" "${SHORTAGES:-60}" "$output" "$@"
}

# Every workbook, for libxlsxwriter has a file of its own for each sheet, and a page.
two=$work/two
mkdir "$two" && cp -R "$top/plan" "$top/meetings" "$two" && second_grant "$two" || exit 1
table_of_documents >"$work/documents"
while IFS='|' read -r name command options subject formats rest; do
    in=$top
    case $subject in
    GRANT) operand=plan/grant-2024.yaml ;;
    GRANTS) in=$two operand="plan/grant-2023.yaml plan/grant-2024.yaml" ;;
    MEETING) operand=meetings/2024-10-29-asu ;;
    REGISTRY) operand=${name#register-} ;;
    *) operand= ;;
    esac
    case " $formats " in
    *" xlsx "*) format=xlsx ;;
    *) test "$name" = packet && format=html || continue ;;
    esac
    # shellcheck disable=SC2086 # options are several words, or none
    check "$name as $format" short "o.$format" "$command" $options -C "$in" -o "$work/o.$format" $operand
done <"$work/documents"
check "plan-check" short none plan-check -C "$top"

# So many warnings that showing them needs memory, when the document is made and has no name yet.
mkdir "$work/warned" && cp -R "$top/plan" "$top/meetings" "$work/warned" || exit 1
payment=$(tail -n 1 plan/grant-2024-payments.csv)
for _ in $(seq 400); do echo "$payment"; done >>"$work/warned/plan/grant-2024-payments.csv"
check "grant-sheet, with warnings" short o.md grant-sheet -C "$work/warned" -o "$work/o.md" plan/grant-2024.yaml
finish
