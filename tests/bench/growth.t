#!/bin/sh
# SPDX-License-Identifier: MIT
# Growth: ten times the plan costs at most 10.4 times the instructions, ten times as many other
# meetings next to nothing, and to check them all ten times as much. Instructions are counted, so that a busy machine changes nothing.
. tests/tap.sh

instructions() { # of a command that is run in tree $1, with those of the process that writes a workbook
    (cd "$work/$1" && shift && valgrind --tool=cachegrind --cache-sim=no --trace-children=yes \
        --cachegrind-out-file=/dev/null "$@" 2>&1 >/dev/null | tr -d , | awk '/ I *refs:/ { sum += $NF } END { print sum }')
}

at_most() { # factor, smaller tree, larger tree, command...
    most=$1 small=$2 large=$3
    shift 3
    awk -v few="$(instructions "$small" "$@")" -v many="$(instructions "$large" "$@")" -v most="$most" \
        'BEGIN { print many " over " few ", at most " most; exit !(few > 0 && many > 0 && many <= most * few) }'
}

if ! command -v valgrind >/dev/null; then
    echo '1..0 # SKIP no valgrind (./bootstrap --test installs it)'
    exit 0
fi
for size in 1000:1 10000:1 52:20 52:200; do
    tests/bench/generate . "$work/$size" ${size%:*} ${size#*:} || exit 1
    check "the tree of $size has no error" "$BIN/plan-check" -f json -o "$work/found.json" -C "$work/$size"
done
for format in md html svg json xlsx; do
    check "10 000 actions over 1000, plan-matrix to $format" \
        at_most 10.4 1000:1 10000:1 "$BIN/plan-matrix" -o "$work/out.$format"
done
for command in meeting-notice meeting-packet meeting-minutes; do
    check "one of 200 meetings over one of 20, $command" \
        at_most 1.1 52:20 52:200 "$BIN/$command" -o "$work/out.html" meetings/2024-10-29-asu
done
check "200 meetings over 20, plan-check" at_most 10.4 52:20 52:200 "$BIN/plan-check" -f json

# A note on all actions, against the matrix of them to the same formats.
status_costs() {
    plan=$work/10000:1/plan
    rm -f "$plan"/status-*.yaml
    sed -nE '1i dokument: statusnotat\ndato: 2024-12-01\ntiltak:
        s/^ +- nr: ([0-9]+\.[0-9]+\.[0-9A-Z]+)$/  - {nr: \1, status: pågår, kommentar: Det er i gang.}/p' "$plan/action-plan.yaml" >"$plan/status-2024.yaml"
    awk -v matrix="$(instructions 10000:1 "$BIN/plan-matrix" -o x.md -o x.html -o x.json)" \
        -v status="$(instructions 10000:1 "$BIN/plan-status" -o x.md -o x.html -o x.json plan/status-2024.yaml)" \
        'BEGIN { print status " over " matrix; exit !(matrix > 0 && status > 0 && status <= 1.5 * matrix) }' &&
        test "$(grep -c 'Det er i gang' "$work/10000:1/x.md")" = 10000
}
check "10 000 actions, plan-status over plan-matrix" status_costs
finish
