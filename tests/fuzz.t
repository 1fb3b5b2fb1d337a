#!/bin/sh
# SPDX-License-Identifier: MIT
# Each fuzz target for a few seconds: what it begins with passes, and what it makes of that meanwhile.
. tests/tap.sh
unset MAKEFLAGS MFLAGS MAKELEVEL
check "the targets are built" nice make -j 2 VARIANT=fuzz CC=clang fuzzers
for source in tests/fuzz/fuzz_*.c; do
    target=$(basename "$source" .c)
    check "$target" nice tests/fuzz/run "${FUZZ_SECONDS:-3}" "${target#fuzz_}"
done
finish
