#!/bin/sh
# SPDX-License-Identifier: MIT
# The year wheel: whatever is in it, nothing overlaps, and no words are too small.
. tests/tap.sh
PATH=$BIN:$top/tests/judges:$PATH

# year BODIES DUTIES: a tree with so many, all kinds of them, in $tree. The names of bodies are long.
year() {
    tree=$work/$1-$2
    mkdir -p "$tree/plan"
    {
        printf 'dokument: organisasjon\nnavn: Prøve\nspråk: nn\norganer:\n'
        for i in $(seq "$1"); do printf '  - {id: o-%d, navn: Organ nummer %d med eit langt namn, kort: Samarbeidsorgan %d, nivå: faglig}\n' "$i" "$i" "$i"; done
    } >"$tree/plan/organisation.yaml"
    {
        printf 'dokument: årshjul\ntittel: Året\neier: o-1\ndato: 2026-01-01\noppgaver:\n  - {id: alltid, navn: Alltid, hvem: [o-1]}\n'
        awk -v bodies="$1" -v duties="$2" 'BEGIN {
            split("januar februar mars april mai juni juli august september oktober november desember", month, " ")
            split("år halvår tertial kvartal", every, " ")
            for (i = 0; i < duties; i++) {
                printf "  - id: d-%d\n    navn: Oppgåve nummer %d\n    hvem: [o-%d]\n", i, i, i * 7 % bodies + 1
                if (i % 3 == 0) printf "    uke: %d\n", i * 11 % 52 + 1
                else if (i % 3 == 1) printf "    måned: %s\n    hvert: %s\n", month[i * 5 % 12 + 1], every[i % 4 + 1]
                else printf "    dato: %d. %s\n    forberedelser: [{navn: Før %d, dager-før: %d}]\n", i % 28 + 1, month[i * 5 % 12 + 1], i, i % 300
            }
        }'
    } >"$tree/plan/year.yaml"
}
judged() { # NAME OPTION...
    name=$1
    shift
    year-wheel "$@" -o "$work/$name.svg" -o "$work/$name.json" && wheel-browser.mjs "$work/$name.svg" "$work/$name.json"
}
check "the example" judged example -C .
check "... in 2024" judged example-2024 -C . --year 2024
for size in "1 0" "1 80" "3 20" "3 80" "9 80" "10 80" "30 80" "60 80" "2 600"; do
    # shellcheck disable=SC2086 # two words
    year $size
    check "bodies and duties: $size" judged "${tree##*/}" -C "$tree"
done
check "... one alone" judged alone -C "$work/30-80" --body o-2
check "valid" vnu "$work/30-80.svg"

# On paper.
paper() {
    tree-build -C "$work/10-80" -o "$work/out" year-wheel && legible.mjs "$work/out/year-wheel.html" "$work/out/year-wheel.pdf" &&
        axe.mjs "$work/out/year-wheel.html" && /usr/bin/python3 "$top/tests/judges/pdf-ua" "$work/out/year-wheel.pdf"
}
check "80 duties as a page and on paper" paper

# The judge itself.
seen() {
    for change in 's/font-size="120"/font-size="110"/' 's/<text x="[0-9]*" y="[0-9]*" text-anchor/<text x="3800" y="900" text-anchor/' \
        's/<circle cx="[0-9]*" cy="[0-9]*" r="110"/<circle cx="900" cy="900" r="110"/' 's/>3<\/text>/>4<\/text>/' 's/viewBox="0 0 7600/viewBox="0 0 3600/'; do
        sed "$change" "$work/3-20.svg" >"$work/bad.svg"
        wheel-browser.mjs "$work/bad.svg" "$work/3-20.json" >"$work/said" && { echo "not seen: $change"; return 1; }
    done
    return 0
}
check "what overlaps, is too small, or is missing is found" seen
finish
