#!/bin/sh
# SPDX-License-Identifier: MIT
# The schemas for editors: one for each kind of file that a table reads.
cd "$(dirname -- "$0")/.." || exit 1
: "${BIN:=build/bin}"
. tests/tap.sh
schemas=$BIN/../share/fellesskap/schemas

kinds_of_tables() {
    grep -c 'FIELD("dokument", KIND, REQUIRED' lib/*/*.c | awk -F: '{ sum += $2 } END { print sum }'
}

kinds_of_schemas() {
    jq -r .properties.dokument.const "$schemas"/*.json | sort
}

# "it is one of: a, b, c"
kinds_of_command() {
    LC_ALL=C.UTF-8 "$BIN/plan-check" --schema '' 2>&1 | sed -n 's/.*: //p' | sed 's/, /\n/g' | sort
}

check "a schema for each table of a kind of file" sh -c "test $(kinds_of_tables) = $(kinds_of_command | wc -l)"
kinds_of_schemas >"$work/made"
kinds_of_command >"$work/known"
check "make writes all of them" diff "$work/known" "$work/made"
finish
