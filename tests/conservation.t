#!/bin/sh
# SPDX-License-Identifier: MIT
# What people wrote comes out in every format that shows it: once, in order, unchanged. make conserve: more texts.
. tests/tap.sh
conserve=$top/tests/judges/conserve
check "500 texts, the same in every format; and what is spoiled in any of them is found" /usr/bin/python3 "$conserve" --spoil 500
check "40 texts, the same in PDF and DOCX too; and what is spoiled there is found" /usr/bin/python3 "$conserve" --paper --spoil 40
check "20 grants, to the øre in every format" /usr/bin/python3 "$top/tests/judges/conserve-grants" 20
check "... and an øre too much is found in any of them" /usr/bin/python3 "$top/tests/judges/conserve-grants" --spoil 5
check "no word of the example lies outside its page" "$conserve/sheets.py" "$TEST_BUILD"/public/*.pdf "$TEST_BUILD"/public/*/*.pdf

# The judge of pages itself.
cat >"$work/wide.html" <<'END'
<!doctype html><html lang="nb"><title>x</title><style>@page { size: A4 }</style><p style="margin-left: 180mm; width: 80mm">Ordet er utenfor arket</p></html>
END
is_seen() { weasyprint -q "$work/wide.html" "$work/wide.pdf" && ! "$conserve/sheets.py" "$work/wide.pdf"; }
check "a word outside its page is seen" is_seen
is_refused() {
    ! "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/wide.html" "$work/refused.pdf" 2>"$work/said" && cat "$work/said" &&
        grep -q 'the word “Ordet” would be outside' "$work/said" && ! test -e "$work/refused.pdf"
}
check "... and no PDF is made of it" is_refused
# A place of many words stands in a box that cannot be divided.
is_divided() {
    printf '<!doctype html><html lang="nb"><title>x</title><style>@page { size: A4 } p { display: inline-block; width: 50%% }</style><p>%s</p></html>' \
        "$(seq -f 'Ord%.0f' -s ' ' 1 3000)" >"$work/long.html" &&
        "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/long.html" "$work/long.pdf" && "$conserve/sheets.py" "$work/long.pdf" &&
        test "$(pdftotext "$work/long.pdf" - | grep -o 'Ord[0-9]*' | sort -u | wc -l)" = 3000
}
check "a box that is longer than a page is on several" is_divided

# A word that is longer than its line, where the style says that words are not broken.
is_broken() {
    word=$(printf 'ord%.0s' $(seq 60))
    printf '<!doctype html><html lang="nb"><title>x</title><style>@page { size: A4 }</style><p>%s</p><table><caption>Tall for %s</caption><tr><td>x</td></tr></table>' \
        "$word" "$word" >"$work/word.html" &&
        "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/word.html" "$work/word.pdf" && "$conserve/sheets.py" "$work/word.pdf" &&
        test "$(pdftotext -raw "$work/word.pdf" - | tr -d '\n\f ' | grep -o "$word" | wc -l)" = 2
}
check "a word that is longer than its line is broken, rather than that no PDF is made" is_broken

# A page that is full but for a few lines; a heading and a table after it.
is_together() {
    for lines in $(seq 30 3 48); do
        {
            printf '<!doctype html><html lang="nb"><title>x</title><style>@page { size: A4; margin: 20mm } body, p, table { margin: 0; font: 12pt/18pt "Liberation Sans" }'
            printf ' h2 { font: inherit; break-after: avoid } tr { break-inside: avoid } .sammen { break-inside: avoid }</style>'
            seq -f '<p>Linje%.0f</p>' 1 "$lines"
            echo '<h2>Overskriften</h2><table><thead><tr><th scope="col">Hodet</th></tr></thead><tbody>'
            seq -f '<tr><td>Rad%.0f<br>x<br>x</td></tr>' 1 20
            echo '</tbody></table>'
        } >"$work/long.html"
        "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/long.html" "$work/long.pdf" && pdftotext -raw "$work/long.pdf" "$work/words" || return 1
        tr '\n\f' ' \n' <"$work/words" | grep -q 'Overskriften Hodet Rad1 .*Rad2' || { echo "after $lines lines: the heading, the head or a row is alone"; return 1; }
        tr '\n\f' ' \n' <"$work/words" | grep -q 'Rad19 .*Rad20' || { echo "after $lines lines: the last row is alone"; return 1; }
    done
}
check "a heading, the head and the first rows of a table are together, and so are the last rows" is_together

# Rows of which two are a little longer than a page.
is_filled() {
    {
        printf '<!doctype html><html lang="nb"><title>x</title><style>@page { size: A4; margin: 20mm } body, p, table { margin: 0; font: 12pt/18pt "Liberation Sans" }'
        echo ' tr { break-inside: avoid } p { orphans: 3; widows: 3 }</style><table><thead><tr><th scope="col">Hodet</th></tr></thead><tbody>'
        for row in 1 2 3 4 5 6; do
            echo "<tr><td>"; seq -f "<p>Rad$row-%.0f</p>" 1 20; echo "</td></tr>"
        done
        echo '</tbody></table>'
    } >"$work/rows.html"
    "$(cd "$BIN/.." && pwd)/share/fellesskap/convert/html-to-pdf" "$work/rows.html" "$work/rows.pdf" &&
        pdftotext -bbox "$work/rows.pdf" - | awk -F '"' '
            /<page / { if (last && last < 0.6 * height) { print "a page ends at " last; low = 1 } last = 0; height = $4 }
            /<word / { last = $8 > last ? $8 : last }
            END { exit low }' &&
        pdftotext -raw "$work/rows.pdf" - | grep -o 'Rad[0-9-]*' >"$work/words" &&
        for row in 1 2 3 4 5 6; do seq -f "Rad$row-%.0f" 1 20; done | cmp - "$work/words"
}
check "no page is half empty because a row does not fit" is_filled

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
