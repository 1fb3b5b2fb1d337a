#!/bin/sh
# SPDX-License-Identifier: MIT
# The chart of the organisation in a browser: of three bodies and of sixty, in trees of every form.
. tests/tap.sh
PATH=$BIN:$top/tests/judges:$PATH

# bodies COUNT FORM: an organisation of so many. A wide one has all forms at once; a deep one is a chain; in a star all are
# below one; in a loose one none is; in a big one a body has more below it than a sheet has room for.
bodies() {
    awk -v count="$1" -v form="$2" '
        function above(i) {
            if (i < 2 || form == "deep") return i - 1
            if (form == "star") return 0
            if (form == "loose") return -1
            if (form == "big") return i <= 29 ? 1 : 29
            return i < 12 ? 1 : i < 40 ? 2 + i % 10 : i < 50 ? 12 + i % 5 : -1
        }
        BEGIN {
            split("faglig,arbeidsgruppe,lokalt,regionalt,sekretariat,administrativt", level, ",")
            split("Fagråd for forebygging, tidlig innsats, helsefremming, læring og mestring|Arbeidsutvalget|" \
                "Samarbeidsutvalg for øyeblikkelig hjelp døgnopphold og utskrivningsklare pasienter|" \
                "Kvalitetsforbedringsnettverkskoordineringsgruppen|MMMMWWWW WWWW <& wwwww mmmm WWW mmm|Analysegruppa", name, "|")
            print "dokument: organisasjon\nnavn: Prøve\norganer:"
            for (i = 0; i < count; i++) {
                printf "  - id: \"o %d\"\n    navn: \"%s %d\"\n", i, name[i % 6 + 1], i
                if (i % 7 != 6) printf "    nivå: %s\n", i == 0 ? "politisk" : level[i % 5 + 1]
                if (above(i) >= 0) printf "    under: \"o %d\"\n", above(i)
                if (i % 13 == 5) print "    består-av: [\"o 1\", \"o 2\"]"
            }
        }'
}

drawn() { # NAME COUNT FORM
    mkdir -p "$work/$1/plan" && bodies "$2" "$3" >"$work/$1/plan/organisation.yaml" || return 1
    org-chart -C "$work/$1" -o "$work/$1.html" -o "$work/$1.svg" -o "$work/$1.json" &&
        chart-browser.mjs "$work/$1.html" "$work/$1.svg" "$work/$1.json"
}
check "one body" drawn one 1 wide
check "three bodies" drawn three 3 wide
for form in wide deep star loose big; do check "60 bodies, $form" drawn "$form" 60 "$form"; done
check "... are valid" vnu "$work/wide.html" "$work/wide.svg" "$work/deep.html"
check "... are accessible" axe.mjs "$work/wide.html"
check "... and legible, on paper too" sh -c 'cd "$1" && tree-build -C wide -o out organisation.pdf && legible.mjs wide.html wide.svg wide/out/organisation.pdf' sh "$work"

# The page of one body.
paged() {
    org-chart -C "$top" --body ASU -d 2024-10-29 -o "$work/asu.html" -o "$work/asu.json" && vnu "$work/asu.html" && axe.mjs "$work/asu.html" &&
        legible.mjs "$work/asu.html" && unbroken.mjs "$work/asu.html" && heard-browser.mjs "$work/asu.html"
}
check "the page of a body is valid, accessible, legible and heard" paged

# It is longer than a page of paper: it begins below its name all the same.
begun() {
    "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/asu.html" "$work/asu.pdf" && pdftotext -l 1 "$work/asu.pdf" - | grep -x Medlemmer
}
check "... and on paper the first page is full" begun

# Ten thousand take no more time for each.
check "10 000 bodies" sh -c 'mkdir -p "$1/plan" && cat >"$1/plan/organisation.yaml" && timeout 20 org-chart -C "$1" -o "$1/out.svg"' sh "$work/many" <<END
$(bodies 10000 deep)
END

# The judge itself.
spoilt() { # WORDS SED
    sed "$2" "$work/three.html" >"$work/spoilt.html" && sed "$2" "$work/three.svg" >"$work/spoilt.svg" || return 1
    chart-browser.mjs "$work/spoilt.html" "$work/spoilt.svg" "$work/three.json" >"$work/seen"
    test $? = 1 && grep -qF "$1" "$work/seen" || { cat "$work/seen"; return 1; }
}
csp='/Content-Security-Policy/d'
check "boxes that overlap are found" spoilt "overlap" 's/\(<rect x="[0-9]*" y="\)[1-9][0-9]*\(" width="[0-9]*" height="[0-9]*" rx\)/\120\2/'
check "... a box that leaves the sheet" spoilt "leaves the sheet" 's/<rect x="[0-9]*"\( y="[0-9]*" width="[0-9]*" height="[0-9]*" rx\)/<rect x="900"\1/'
check "... words that leave their box" spoilt "leaves its box" 's/>Arbeidsutvalget 1</>Arbeidsutvalget for alt det andre som ikke hører til noe annet sted her</'
check "... words that are too small" spoilt "points" "$csp; s/font-size=\"11\"/font-size=\"10\"/"
check "... a line that crosses a box" spoilt "crosses" 's/<line x1="[0-9]*" y1="[0-9]*"/<line x1="504" y1="0"/'
check "... a box that leads nowhere" spoilt "which no section is" 's/<a href="#organ/<a href="#o/'
finish
