#!/bin/sh
# SPDX-License-Identifier: MIT
# Every rule is explained in docs/rules.md, and fired by a case of tests/cases/.
cd "$(dirname -- "$0")/.." || exit 1
: "${BIN:=build/bin}"
. tests/tap.sh

sed -n -e 's/^RULE([A-Z_]*, "\([a-z-]*\)", \([A-Z]*\)).*/\1 \2/p' -e 's/^FIXED_RULE([A-Z_]*, "\([a-z-]*\)").*/\1 ERROR/p' \
    lib/base/rules.def >"$work/rules"
sed -n 's/^### //p' docs/rules.md >"$work/sections"

# Severity and message are those of the rule.
is_explained() { # RULE SEVERITY
    sed -n "/^### $1\$/,/^### /p" docs/rules.md >"$work/section"
    grep -qi "^\\*\\*$2\\.\\*\\*" "$work/section" && grep -qF "[$1]" "$work/section"
}

check "docs/rules.md has the rules of lib/base/rules.def, in their order" \
    sh -c "cut -d ' ' -f 1 '$work/rules' | diff - '$work/sections' && test -s '$work/rules'"
names() {
    sed -n 's/^\(FIXED_\)\{0,1\}RULE(\([A-Z_]*\),.*/\2/p' lib/base/rules.def | diff - "$1"
}
sed -n 's/^    \[RULE_\([A-Z_]*\)\] =.*/\1/p' lib/render/diagnostics/rule_titles.c >"$work/titles"
check "lib/render/diagnostics/rule_titles.c has a title for each, in their order" names "$work/titles"
while read -r rule severity; do
    check "$rule is explained" is_explained "$rule" "$severity"
    check "$rule is fired" grep -qF "[$rule]" tests/cases/*/expected
done <"$work/rules"
finish
