#!/bin/sh
# SPDX-License-Identifier: MIT
# What people wrote comes out in every format that shows it: once, in order, unchanged. make conserve: more texts.
. tests/tap.sh
conserve=$top/tests/judges/conserve
check "500 texts, the same in every format" /usr/bin/python3 "$conserve" 500
check "40 texts, the same in PDF and DOCX too; and what is spoiled in any format is found" /usr/bin/python3 "$conserve" --paper --spoil 40
check "no word of the example lies outside its page" "$conserve/sheets.py" "$TEST_BUILD"/public/*.pdf "$TEST_BUILD"/public/*/*.pdf

# The judge of pages itself.
cat >"$work/wide.html" <<'END'
<!doctype html><html lang="nb"><title>x</title><style>@page { size: A4 }</style><p style="margin-left: 180mm; width: 80mm">Ordet er utenfor arket</p></html>
END
is_seen() {
    "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/wide.html" "$work/wide.pdf" && ! "$conserve/sheets.py" "$work/wide.pdf"
}
check "a word outside its page is seen" is_seen

# A column whose word of few wide letters is wider than its text of many narrow ones.
{
    echo '<!doctype html><html lang="nb"><title>x</title><style>@page { size: A4; margin: 20mm }</style><table>'
    wide=$(printf 'MW%.0s' $(seq 30)) narrow=$(printf 'til %.0s' $(seq 16)) prose=$(printf 'en litt lang tekst %.0s' $(seq 99))
    for cell in "$wide" "$narrow"; do
        echo "<tr><td>$cell<td>$cell<td>$cell<td>$prose"
    done
    echo '</table>'
} >"$work/letters.html"
letters_fit() {
    "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/letters.html" "$work/letters.pdf" &&
        "$conserve/sheets.py" "$work/letters.pdf"
}
check "wide letters and narrow ones in a column" letters_fit

# A case in which more columns stand beside each other than a sheet has place for.
all_columns() {
    cp -R tests/trees/year "$work/tree" && {
        printf '## Forslag til vedtak\n\nASU tar saken til orientering.\n\n## Bakgrunn\n\n'
        for columns in 9 16 64; do
            printf 'Tabell: Bred\n\n'
            for row in 0 1 2; do
                printf '|'
                for column in $(seq "$columns"); do
                    test $row = 1 && printf ' --- |' || printf ' Verdi%d-%d spesialisthelsetjenesten |' "$columns" "$column"
                done
                echo
            done
            echo
        done
        printf '    %s\n' "$(seq -s '' 1 90)"
    } >"$work/body" && {
        sed '/^---$/,/^---$/!d' "$work/tree/meetings/2025-01-14-asu/2-25.md"
        cat "$work/body"
    } >"$work/paper" && mv "$work/paper" "$work/tree/meetings/2025-01-14-asu/2-25.md"
    "$BIN/meeting-packet" -C "$work/tree" -o "$work/p.html" meetings/2025-01-14-asu 2>/dev/null &&
        "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/p.html" "$work/p.pdf" &&
        "$conserve/sheets.py" "$work/p.pdf" && pdftotext -raw "$work/p.pdf" - | tr -d '\n\f' >"$work/words" &&
        for word in Verdi9-9 Verdi16-16 Verdi64-64 "$(seq -s '' 1 90)"; do
            grep -qF "$word" "$work/words" || { echo "$word is lost"; return 1; }
        done
}
check "tables of 9, 16 and 64 columns, and a long line of code: all of it is on the page" all_columns
finish
