#!/bin/sh
# SPDX-License-Identifier: MIT
# The cases: for each folder of tests/cases, do its commands say what its "expected" says?
. tests/tap.sh

compare() {
    tests/run-case "$1" >"$work/said" 2>&1 || return 1
    diff -u "$1/expected" "$work/said"
}

for folder in tests/cases/*/; do
    check "$(basename "$folder")" compare "${folder%/}"
done
finish
