#!/bin/sh
# SPDX-License-Identifier: MIT
# Every rule is explained in docs/rules.md and its translations, and fired by a case of tests/cases/.
cd "$(dirname -- "$0")/.." || exit 1
: "${BIN:=build/bin}"
. tests/tap.sh
PATH=$(cd "$BIN" && pwd):$PATH

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
# A translation has the same sections in the same order, and shows the same messages: in nynorsk those of nynorsk.
has_same_sections() { # LANGUAGE
    sections_of docs/rules.md | places_in "$1" >"$work/theirs" && sections_of "docs/rules.$1.md" | places_in "$1" | diff "$work/theirs" -
}
places_in() { # LANGUAGE
    case $1 in
    nb) cat ;;
    nn) sed -e 's/: advarsel: .*\( \[\)/: åtvaring\1/' -e 's/: \(åtvaring\|feil\|merknad\): .*\( \[\)/: \1\2/' ;;
    esac
}
sections_of() {
    awk '/^```/ { fence = fence ? "" : $0; next } fence == "" && /^### /; fence == "```text"' "$1"
}
is_translated() { # FILE RULE SEVERITY
    sed -n "/^### $2\$/,/^### /p" "$1" >"$work/section"
    grep -q "^\\*\\*$3\\.\\*\\* [^ ]" "$work/section" && test "$(grep -c '^[^`*#]' "$work/section")" -gt 1
}
severity_in() { # LANGUAGE SEVERITY
    case $1-$2 in
    *-ERROR) echo Feil ;;
    *-NOTE) echo Merknad ;;
    nb-*) echo Advarsel ;;
    nn-*) echo Åtvaring ;;
    esac
}
names() {
    sed -n 's/^\(FIXED_\)\{0,1\}RULE(\([A-Z_]*\),.*/\2/p' lib/base/rules.def | diff - "$1"
}
sed -n 's/^    \[RULE_\([A-Z_]*\)\] =.*/\1/p' lib/render/diagnostics/rule_titles.c >"$work/titles"
check "lib/render/diagnostics/rule_titles.c has a title for each, in their order" names "$work/titles"
for language in nb nn; do
    check "docs/rules.$language.md has the sections and messages of docs/rules.md" \
        has_same_sections "$language"
done
is_nynorsk() {
    sections_of docs/rules.nn.md | grep '^[^#]' >"$work/nynorsk" && ! grep -E ": advarsel: |[ '](skrives|vises|finnes|hvis|noe|fra) " "$work/nynorsk"
}
check "the messages of docs/rules.nn.md are those of nynorsk" is_nynorsk
while read -r rule severity; do
    for language in nb nn; do
        check "$rule is explained in $language" \
            is_translated "docs/rules.$language.md" "$rule" "$(severity_in $language "$severity")"
    done
    check "plan-check --explain $rule is whole" \
        sh -c "LC_ALL=nb_NO.UTF-8 plan-check --explain $rule | grep -qF '[$rule]'"
    check "$rule is explained" is_explained "$rule" "$severity"
    check "$rule is fired" grep -qF "[$rule]" tests/cases/*/expected
done <"$work/rules"
finish
