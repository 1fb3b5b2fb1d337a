#!/bin/sh
# SPDX-License-Identifier: MIT
# Slides: the PPTX by its parts and by LibreOffice, the page in a browser, and both against the note.
. tests/tap.sh
PATH=$BIN:$top/tests/judges:$PATH
convert=$(cd "$BIN/.." && pwd)/share/fellesskap/convert

# One that is large: actions in several tables, long points, comments with lists, letters that mean something elsewhere.
large() {
    mkdir "$work/large" && cp -R tests/trees/small/plan "$work/large" && big_plan 30 >"$work/large/plan/action-plan.yaml" || return 1
    rm -f "$work/large/plan/"grant-*
    {
        printf 'dokument: statusnotat\nspråk: nn\ntittel: Status & <teikn>\ndato: 2024-12-01\ntiltak:\n'
        for i in $(seq 1 12); do
            printf '  - nr: 1.1.%d\n    status: pågår\n    fremdrift: %d %%\n    kommentar: |\n      Kommentar nummer %d med | og *ord* på fleire linjer:\n\n      - punkt a%d\n      - punkt b%d & 1 < 2\n' "$i" "$i" "$i" "$i" "$i"
        done
        printf 'lysark:\n  - tittel: Alle tiltaka\n    tiltak: [%s]\n' "$(seq -s ', ' -f '1.1.%.0f' 1 30)"
        printf '  - tittel: Mange punkt\n    punkter:\n'
        for i in $(seq 1 14); do
            printf '      - Punkt nummer %d er eit *langt* punkt som seier noko om alt det som skal gjerast før jul, og om [tiltak 1.1.%d](tiltal), og litt til.\n' "$i" "$i" | sed "s/(tiltal)/(tiltak:1.1.$i)/"
        done
        printf '    manus: |\n      Først dette.\n\n      1. så ein\n      2. så to\n\n         - under\n'
        printf '  - tittel: Høg\n    punkter:\n      - |\n        Ein\n%s\n' "$(seq -f '        - linje %.0f' 1 30 | sed '1s/^/\n/')"
        printf '  - {tittel: Alle tiltaka (2), tiltak: [1.1.30], punkter: ["1 < 2 & 3 \\\\*"]}\n'
    } >"$work/large/plan/status-2024.yaml"
    tree-build -C "$work/large" -o "$work/large/out" status-2024-slides 2>"$work/said" || { cat "$work/said"; return 1; }
}
check "a large one is made, in nynorsk" large
mkdir "$work/example" && cp -R plan meetings "$work/example"
check "those of the example are made" tree-build -C "$work/example" -o "$work/example/out" status-2023-slides
for tree in example/out/status-2023 large/out/status-2024; do
    note=$work/${tree%%/*}/plan/${tree##*/}.yaml
    deck=$work/$tree-slides
    check "${tree##*/}: the parts, the words of page and note, and LibreOffice" slides "$deck.pptx" "$note"
    check "... the page in a browser" slides-browser.mjs "$deck.html" "$deck.json"
    check "... valid and accessible" sh -c "vnu '$deck.html' && axe.mjs '$deck.html'"
done
nine() { test "$(jq '.antall, (.lysark | length)' "$work/example/out/status-2023-slides.json" | tr '\n' ' ')" = '10 9 '; }
check "the example has the nine of 2023, and a title" nine
sums() { jq -e '.lysark | map(.tittel) == ["Alle tiltaka", "Alle tiltaka (3)", "Alle tiltaka (4)", "Alle tiltaka (5)", "Alle tiltaka (6)"] + (map(.tittel) | .[5:]) and all(.tiltak | length <= 6)' "$work/large/out/status-2024-slides.json"; }
check "a table that is long goes on, and no title is taken" sums

again() {
    mkdir -p "$work/elsewhere" && cp "$work/example/out/status-2023-slides.md" "$work/example/out/status-2023-slides.json" "$work/elsewhere" &&
        (cd "$work/elsewhere" && TZ=Asia/Tokyo LC_ALL=C "$convert/markdown-to-pptx" -- status-2023-slides.md again.pptx) &&
        cmp "$work/elsewhere/again.pptx" "$work/example/out/status-2023-slides.pptx"
}
check "the same bytes again, elsewhere and at another time" again
fails() { # what pandoc does not make is told, and nothing is left
    mkdir "$work/lame" && printf '#!/bin/sh\necho "no memory" >&2\nexit 3\n' >"$work/lame/pandoc" && chmod +x "$work/lame/pandoc" || return 1
    PATH=$work/lame:$PATH tree-build -C "$work/large" -o "$work/large/none" status-2024-slides.pptx 2>"$work/said"
    status=$?
    cat "$work/said"
    test $status = 74 && grep -q 'status-2024-slides.pptx.*no memory' "$work/said" && ! find "$work/large/none" -type f | grep .
}
check "pandoc fails: status 74, and nothing is made" fails

# The judge itself sees what is wrong, of each kind.
spoiled() { # PART EXPRESSION WORDS
    rm -rf "$work/spoiled" && mkdir "$work/spoiled" && cp "$work/example/out/"* "$work/spoiled" &&
        /usr/bin/python3 - "$work/spoiled/status-2023-slides.pptx" "$1" "$2" "$3" <<'END' || return 1
import sys
import zipfile
file, name, old, new = sys.argv[1:]
with zipfile.ZipFile(file) as archive:
    parts = {part: archive.read(part) for part in archive.namelist()}
assert old.encode() in parts[name], old
parts[name] = parts[name].replace(old.encode(), new.encode(), 1)
with zipfile.ZipFile(file, "w") as archive:
    for part, content in parts.items():
        archive.writestr(part, content)
END
    slides "$work/spoiled/status-2023-slides.pptx" plan/status-2023.yaml >"$work/said"
    status=$?
    cat "$work/said"
    test $status = 1 && grep -q "$4" "$work/said"
}
slide=ppt/slides/slide2.xml
check "a relationship that leads nowhere is seen" spoiled ppt/slides/_rels/slide2.xml.rels slideLayout8 slideLayout88 'not there'
check "... an id that is there twice" spoiled $slide 'id="2"' 'id="6"' 'shape twice'
check "... a title that is another's" spoiled $slide 'Pilot for forsterket utskrivningsteam</a:t>' 'Barn og unge</a:t>' 'none of its own'
check "... no alternative text" spoiled $slide 'descr=' 'title=' 'alternative'
check "... no language" spoiled $slide 'lang="nb-NO"' 'lang="en-US"' 'no language'
check "... a word that is lost" spoiled $slide 'Teamet skal' 'Teamet' 'on the page'
check "... a note that is lost" spoiled ppt/notesSlides/notesSlide3.xml 'Sekretariatet ved ASU' 'Noen' 'the notes'
check "... a type that is missing" spoiled '[Content_Types].xml' '/ppt/slides/slide2.xml' '/ppt/slides/slide99.xml' 'no type\|not there'
finish
