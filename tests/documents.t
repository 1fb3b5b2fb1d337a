#!/bin/sh
# SPDX-License-Identifier: MIT
# The documents of the example, judged by outside programs; and the rules that make them.
. tests/tap.sh
: "${TEST_BUILD:?names the build folder; run the tests with make check}"
PATH=$top/tests/judges:$BIN:$PATH
convert=$(cd "$BIN/.." && pwd)/share/fellesskap/convert
unset MAKEFLAGS MFLAGS MAKELEVEL
files() { # SUFFIX...
    for suffix; do find "$TEST_BUILD/public" -name "*.$suffix" | sort; done
}

names_differ() {
    sed '/<h2[^>]*>Møter/,$d' "$TEST_BUILD/public/index.html" | grep 'class="navn"' | sed 's/<[^>]*>//g' >"$work/names"
    test "$(wc -l <"$work/names")" -ge 8 && test -z "$(sort "$work/names" | uniq -d)"
}

# What has moved leads on, to the place within the page too.
moved_page() {
    moved=$work/moved
    mkdir "$moved" && cp -R tests/trees/small/plan tests/trees/small/meetings "$moved" || return 1
    sed -i 's/^utvalg: .*/&\nutsendt: 2024-02-27\nflyttet-fra: 2024-03-05-asu/' "$moved/meetings/2024-03-12-asu/meeting.yaml"
    tree-build -C "$moved" --without pdf,docx,pptx || return 1
    moved=$moved/build/public
    vnu "$moved/2024-03-05-asu/packet.html" || return 1
    moved-browser.mjs "$moved/2024-03-05-asu/packet.html" "$moved/2024-03-12-asu/packet.html" sak-3-24
}

ends_with_rows() { # PDF...
    for pdf in "$@"; do
        pdftotext -layout "$pdf" - | awk -v RS='\f' -v FS='\n' '
            { for (i = NF; i > 0 && ($i ~ /^ *$/ || $i ~ /Side [0-9]+ av|^ *(Mål|Tiltak)(: |$)/); i--) continue }
            $i ~ /^ *Nr\. +(Mål|Tiltak)/ { print "page " NR ": " $i; bad = 1 }
            END { exit bad }' || { echo "$pdf"; return 1; }
    done
}

# shellcheck disable=SC2046 # names without spaces
{
    check "every document is there" test "$(files md html json pdf docx xlsx svg | wc -l)" -ge 23
    check "valid HTML and SVG" vnu $(files html svg)
    check "accessible pages" axe.mjs $(files html)
    check "type of 14 pixels and 8 points, labels of 11 pixels, and contrast" legible.mjs $(files html svg pdf | grep -v -e -with-attachments)
    check "no word is cut where nobody hyphenates, and no page is wider than its window" unbroken.mjs $(files html pdf | grep -v -e -with-attachments)
    check "the matrix in a browser" matrix-browser.mjs "$TEST_BUILD/public/action-plan.html" "$TEST_BUILD/public/action-plan.json"
    check "the register of decisions in a browser" decisions-browser.mjs "$TEST_BUILD/public/decisions.html" "$TEST_BUILD/public/decisions.json"
    check "the chart of the organisation on paper" chart-browser.mjs "$TEST_BUILD"/public/organisation.html "$TEST_BUILD"/public/organisation.svg "$TEST_BUILD"/public/organisation.json
    check "what is heard of each document, and all of it without a mouse" heard-browser.mjs $(files html) "$TEST_BUILD"/members/*/packet.html
    check "no two documents outside of meetings are listed under one name" names_differ
    check "a former address, in a browser" moved_page
    # The note of 2021 has goals alone, and the other registers no sums: nothing to compute.
    check "the workbooks calculated anew" xlsx-recalculate $(files xlsx | grep -v -e /status-2021 -e /projects -e /networks -e /indicators -e /deviations -e /organisation -e /year-wheel)
    check "workbooks that can be heard" workbook-access $(files xlsx)
    check "PDF, DOCX and PPTX open" open-documents $(files pdf docx pptx)
    check "no head of a table is alone at the end of a page" ends_with_rows $(files pdf)
    check "PDF/UA, and the words of the page" /usr/bin/python3 tests/judges/pdf-ua $(files pdf | grep -v -e -with-attachments)
    check "JSON" jq -es 'length > 0 and all(.dokument and .["språk"])' $(files json | grep -v -e 360giving -e schemas)
}

# The judge of PDF/UA itself; and what is for print does not claim to be it.
check "a PDF in which a clause is broken is found, for each clause" /usr/bin/python3 tests/judges/pdf-ua --spoil "$TEST_BUILD/public/2024-09-25-asu/packet.pdf"
claims_nothing() { ! pdfinfo "$1" | grep -e '^Tagged: *yes' -e '^Metadata Stream: *yes'; }
check "a packet with attachments does not claim to be PDF/UA" claims_nothing "$TEST_BUILD/public/2024-10-29-asu/packet-with-attachments.pdf"

# The judge of workbooks itself.
mute_is_seen() {
    /usr/bin/python3 - "$work/mute.xlsx" <<'END'
import sys
import openpyxl
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
book = openpyxl.Workbook()
book.active.append(["Nr.", None, "Navn"])
book.active.append([1, 2, "Svak"])
book.active["A4"] = "=SUM($A$1:$A$2)"
book.active["C2"].font = Font(color="00BBBBBB")
book.active.merge_cells("A2:A3")
name = DefinedName("TitleRegion1.A1.C3.1", attr_text="'Sheet'!$B$1")
book.defined_names.append(name) if hasattr(book.defined_names, "append") else book.defined_names.add(name)
book.create_sheet("Uten").append(["a", "b", "c"])
book.save(sys.argv[1])
END
    workbook-access "$work/mute.xlsx" >"$work/seen"
    test $? = 1 && for words in 'no title' 'no language' 'Sheet: its name says nothing' 'stands for' 'no head above B1' 'A2:A3 is one cell' \
        'C2 does not stand out' 'A4 sums the words of A1' 'Uten: no head of columns is marked'; do
        grep -qF "$words" "$work/seen" || { cat "$work/seen"; echo "not seen: $words"; return 1; }
    done
}
check "what is mute in a workbook is found" mute_is_seen

# Half of a page of the plan is never empty, but for the last.
is_full_of_rows() { # FILE.pdf
    pdftotext -bbox "$1" - | awk -F '"' '
        /<page / { if (pages++ && last < 0.55 * height) { print "page " pages - 1 " ends at " last; low = 1 } last = 0; height = $4 }
        /<word / { if ($8 < 0.93 * height) last = $8 > last ? $8 : last }
        END { exit low || !pages }'
}
check "no page of the plan is half empty" is_full_of_rows "$TEST_BUILD/public/action-plan.pdf"

# The judge of type itself: of what is too small or too faint it tells each.
faint_is_seen() {
    cat >"$work/faint.html" <<'END'
<!doctype html><html lang="nb"><title>x</title><style>body { color: #16211f; background: #fff } .strek { border: 2px solid #ccc }</style>
<p style="font-size: 13px">Liten</p><p style="color: #888">Svak</p><p style="background: #1f6f63">På mørk bunn</p>
<span class="ord" style="font-size: 10px">Merke</span><span class="strek"></span>
<svg viewBox="0 0 100 100" width="50" height="50"><rect width="9" height="9" fill="#eee"/><text y="50" font-size="20">Tegnet</text></svg></html>
END
    legible.mjs "$work/faint.html" >"$work/seen"
    test $? = 1 && for words in 'type of 13.0 px, not 14: p' 'contrast of 3.54, not 4.5: p "Svak"' 'contrast of 2.76, not 4.5: p' \
        'type of 10.0 px, not 11: span.ord' 'contrast of 1.61, not 3: span.strek' 'contrast of 1.16, not 3: rect' 'type of 10.0 px, not 11: text'; do
        grep -qF "$words" "$work/seen" || { cat "$work/seen"; echo "not seen: $words"; return 1; }
    done
}
check "type that is too small and what is too faint are found" faint_is_seen
small_print_is_seen() {
    echo '<!doctype html><html lang="nb"><title>x</title><p style="font-size: 7.5pt">Liten</p></html>' >"$work/small.html"
    "$convert/html-to-pdf" "$work/small.html" "$work/small.pdf" && ! legible.mjs "$work/small.pdf" >"$work/seen" &&
        grep -q 'type of 7.[0-9] points, not 8: "Liten"' "$work/seen"
}
check "... and on paper" small_print_is_seen

# The judge of what is heard itself.
deaf_is_seen() {
    sed -e '/Content-Security-Policy/d' -e 's/Årshjul/Hjul/' -e 's/<\/head>/<style>a { transition: color 1s; outline: none !important }<\/style>&/' \
        "$TEST_BUILD/public/strategy.html" >"$work/deaf.html"
    cp "$TEST_BUILD/public/strategy.json" "$work/deaf.json"
    heard-browser.mjs "$work/deaf.html" >"$work/seen"
    test $? = 1 && for words in 'row 5 does not say "Årshjul"' 'a moves for those who do not want it' 'Tab 2: the focus cannot be seen' 'Tab 60: the focus'; do
        grep -qF "$words" "$work/seen" || { cat "$work/seen"; echo "not seen: $words"; return 1; }
    done
}
check "what is not heard, what moves and a focus that is not seen are found" deaf_is_seen

# The tags of a PDF do not make it much larger than what WeasyPrint makes of the page without them.
is_small() { # NAME...
    for name; do
        /usr/bin/python3 -c 'import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], presentational_hints=True)' \
            "$TEST_BUILD/public/$name.html" "$work/plain.pdf" || return 1
        test "$(stat -c %s "$TEST_BUILD/public/$name.pdf")" -le $(($(stat -c %s "$work/plain.pdf") * 13 / 10)) ||
            { stat -c '%s %n' "$TEST_BUILD/public/$name.pdf" "$work/plain.pdf"; return 1; }
    done
}
check "a PDF has at most 1.3 times the bytes that it would have without tags" is_small action-plan decisions 2024-10-29-asu/minutes

# The judge of words itself.
cut_is_seen() {
    {
        echo '<!doctype html><html lang="nb"><title>x</title><style>body { overflow-wrap: break-word; width: 60mm } ul, li { display: inline; padding: 0 }'
        echo 'li::after { content: ", " }</style><p style="width: 5ch">Sekretariatet</p><ul>'
        seq -f '<li>1.%g.17</li>' 1 60
        echo '</ul><pre style="width: 3000px">x</pre></html>'
    } >"$work/cut.html"
    "$convert/html-to-pdf" "$work/cut.html" "$work/cut.pdf" || return 1
    unbroken.mjs "$work/cut.html" "$work/cut.pdf" >"$work/seen"
    test $? = 1 && for words in 'cut.html: "Sekretariatet" is cut' 'pixels wider than the window' 'cut.pdf: ".*" are one word \[paper'; do
        grep -q "$words" "$work/seen" || { cat "$work/seen"; echo "not seen: $words"; return 1; }
    done
}
check "a word that is cut is found, on a screen and on paper" cut_is_seen

# A plan of twelve years: what it is called has room beside them.
many_years() {
    cp -R tests/trees/small "$work/years" && sed -i 's/^år: .*/år: 2022–2033/' "$work/years/plan/action-plan.yaml" &&
        plan-matrix -C "$work/years" -o "$work/years.html" -o "$work/years.xlsx" 2>/dev/null &&
        plan-matrix -C "$work/years" --overview -o "$work/overview.html" 2>/dev/null &&
        unbroken.mjs "$work/overview.html" && vnu "$work/years.html" "$work/overview.html"
}
check "the overview of twelve years, on a phone and on a desk" many_years

# A status that is chosen in the workbook: the bar becomes what it would have been.
plan_with() { # NAME STATUS...
    mkdir -p "$work/statuses/plan"
    cp tests/trees/small/plan/organisation.yaml "$work/statuses/plan"
    name=$1
    shift
    {
        printf 'dokument: handlingsplan\ntittel: Plan\neier: ASU\når: 2022–2025\nområder:\n  - nr: 1\n    navn: A\n    mål:\n      - nr: 1.1\n        mål: B\n        tiltak:\n'
        for status; do
            echo "          - {nr: 1.1.$((8 - $#)), status: $status, tiltak: Et tiltak, ansvar: [ASU], år: {2022: oppstart høst, 2023: x, 2024: \"-\", 2025: igangsatt}}"
            shift
        done
    } | sed 's/status: -, //' >"$work/statuses/plan/action-plan.yaml"
    plan-matrix -C "$work/statuses" -o "$work/$name.xlsx" 2>/dev/null
}
bars_follow() {
    plan_with chosen - 'ikke startet' pågår 'på vent' utsatt fullført utgår &&
        plan_with second 'ikke startet' pågår 'på vent' utsatt fullført utgår - &&
        plan_with third pågår 'på vent' utsatt fullført utgår - 'ikke startet' &&
        plan_with fourth 'på vent' utsatt fullført utgår - 'ikke startet' pågår &&
        bars-follow "$work/chosen.xlsx" "$work/second.xlsx" "$work/third.xlsx" "$work/fourth.xlsx"
}
check "all of a bar follows the status that is chosen in a workbook" bars_follow

# The tree in nynorsk, judged like the other.
nynorsk=$work/nynorsk
mkdir "$nynorsk"
(cd tests/trees/small && plan-matrix -l nn -o "$nynorsk/matrix.html" -o "$nynorsk/matrix.svg" -o "$nynorsk/matrix.json" -o "$nynorsk/matrix.xlsx" &&
    plan-matrix -l nn --status utgår -o "$nynorsk/empty.html" &&
    meeting-notice -l nn -o "$nynorsk/notice.html" meetings/2024-03-12-asu &&
    meeting-packet -l nn -o "$nynorsk/packet.html" meetings/2024-03-12-asu &&
    grant-sheet -l nn -o "$nynorsk/grant.html" -o "$nynorsk/grant.xlsx" plan/grant-2024.yaml &&
    grant-sheet -l nn --report -d 2026-01-01 -o "$nynorsk/report.html" plan/grant-2024.yaml &&
    grant-sheet -l nn --year 2024 -o "$nynorsk/year.html" plan/grant-2024.yaml)
check "small tree, nynorsk: valid HTML and SVG" vnu "$nynorsk"/*.html "$nynorsk"/*.svg
check "small tree, nynorsk: accessible pages" axe.mjs "$nynorsk"/*.html
check "small tree, nynorsk: workbooks that can be heard" workbook-access "$nynorsk"/*.xlsx
check "small tree, nynorsk: type and contrast" legible.mjs "$nynorsk"/*.html "$nynorsk"/*.svg
check "small tree, nynorsk: the workbooks calculated anew" xlsx-recalculate "$nynorsk"/*.xlsx
check "small tree, nynorsk: the matrix in a browser" matrix-browser.mjs "$nynorsk/matrix.html" "$nynorsk/matrix.json"

# A workbook in the hands of an economy office; "make operations" has more of it.
check "the grant workbook in use" grant-operations --count 12 "$TEST_BUILD/public/grant-2024.xlsx"

# As LibreOffice prints it: the title of a sheet is whole on each of its pages side by side, and few pages are free rows alone.
printed_whole() {
    /usr/bin/python3 - "$TEST_BUILD/public/grant-2024.xlsx" <<'END'
import re, subprocess, sys
sys.path.insert(0, "tests/judges")
import office
with office.Office() as program:
    pdf = program.convert(sys.argv[1:], "pdf")[0]
    boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
cut, across, free = [], 0, 0
for number, page in enumerate(boxes.split("<page ")[1:], 1):
    words = [(word, float(end)) for end, word in re.findall(r'xMax="([\d.]+)"[^>]*>([^<]*)</word>', page)]
    months = [end for word, end in words if re.fullmatch(r"\d{4}-\d\d", word)]
    across += bool(months)
    shown = [word for word, _ in words]
    free += "Linje" in shown and not any(re.fullmatch(r"\d\d\.\d\d\.\d{4}", word) for word in shown)
    if months and max(end for word, end in words if word in ("Perioder", "samhandlingstilskudd")) > min(months):
        cut.append(number)  # what is beyond the frozen columns is clipped, and in the file all the same
smallest = min(float(end) - float(top) for top, end in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', boxes)) / 1.22  # a line of Carlito
print(f"{across} pages of periods, the title is cut on {cut}; {free} pages of free rows for payments; type of {smallest:.1f} points")
sys.exit(bool(cut) or across < 2 or free > 1 or smallest < 7)
END
}
check "the grant workbook in print" printed_whole

# The workbooks of grants, read back by others: that of the example, one without payments in nynorsk, and one with payments
# that no kind person would send.
said_by_others() { # FOLDER NAME
    grant-workbook "$1/$2.xlsx" "$1/$2.json" && grant-workbook.mjs "$1/$2.xlsx" "$1/$2.json"
}
(cd tests/trees/small && grant-sheet -l nn -o "$nynorsk/grant.json" plan/grant-2024.yaml)
hostile=$work/hostile
mkdir "$hostile"
cp -R tests/trees/small/plan tests/trees/small/meetings "$hostile"
(
    cd "$hostile" || exit 1
    sed -i 's/^vedtatt: .*/&\nmva: med\negenandel: 50 %\nførste-utbetaling-innen: 6/; s/"0042"/"12345678901234567"/; s/^    beløp: 120 000/&\n    prosjektnummer: "12345678901234568"\n    ansvarssted: "<5"/' plan/grant-2024.yaml
    {
        echo 'dato;prosjektnummer;ansvarssted;bilag;leverandør;beløp;tekst'
        echo '2024-05-01;12345678901234567;10.5;=1+1;=cmd|x;0,10;+1'
        echo '2024-05-01;12345678901234568;<5;@SUM(A1);-1;0,20;=HYPERLINK("http://x.no")'
        echo '1900-03-01;12345678901234567;;1e5;_x0041_;-0,30;01.02.2024'
        echo '2200-12-31;12345678901234567;;#REF!;"<&>""\";9999999999,99;"to'
        echo 'linjer"'
        printf '2024-02-29;12345678901234568;;x;%s;1;  \n' "$(perl -CS -e 'print chr(0xE5) x 32767')"
    } >plan/grant-2024-payments.csv
    grant-sheet -d 2025-12-31 -o grant.xlsx -o grant.json plan/grant-2024.yaml 2>/dev/null
)
# Rules that are turned off or ignored report nothing; what the formulas count is counted all the same.
silent=$work/silent
mkdir "$silent"
cp -R tests/trees/small/plan tests/trees/small/meetings "$silent"
(
    cd "$silent" || exit 1
    printf 'dokument: kontroll\nregler: {early-payment: av, voucher-twice: av, vat-note: av}\n' >.plan-check.yaml
    sed -i 's/^vedtatt: .*/&\nmva: med\nførste-utbetaling-innen: 6/; s/^  - id: kurs/  # plan-check: ignore no-payment\n&/' plan/grant-2024.yaml
    printf 'dato;prosjektnummer;bilag;beløp\n2024-01-05;0042;1;100\n2024-01-05;0042;1;100\n' >plan/grant-2024-payments.csv
    grant-sheet -d 2026-01-01 -o silent.xlsx plan/grant-2024.yaml
    sed -i 's/innen: 6/innen: 900000/' plan/grant-2024.yaml
    grant-sheet -d 2026-01-01 -o later.xlsx plan/grant-2024.yaml
) 2>/dev/null
check "grant workbook, with rules turned off: calculated anew" xlsx-recalculate "$silent/silent.xlsx" "$silent/later.xlsx"
unchecked() { unzip -p "$silent/silent.xlsx" xl/sharedStrings.xml | grep -q '<t>Ikke kontrollert</t>'; }
check "... and a check of such a rule is not said to be right" unchecked
check "grant workbook: as openpyxl, exceljs and the Open XML SDK read it" said_by_others "$TEST_BUILD/public" grant-2024
check "... in nynorsk, without payments" said_by_others "$nynorsk" grant
check "... and what is changed in it, and saved by LibreOffice, comes back into the files" grant-back --count 12
check "open data: by the rules of the 360Giving standard" open-grants.mjs "$TEST_BUILD"/public/grant-2024.360giving.json "$TEST_BUILD"/public/grant-2024.csv "$TEST_BUILD"/public/grant-2024.json
check "grant workbook, with hostile payments" said_by_others "$hostile" grant
check "... calculated anew" xlsx-recalculate "$hostile/grant.xlsx"
# Agreements whose names are patterns, formulas, or alike.
alike=$work/alike
cp -R tests/trees/year "$alike"
printf 'dokument: tilslutning\ntittel: Tilslutning\neier: ASU\ndato: 2024-11-15\navtaler:\n' >"$alike/plan/adoption.yaml"
for name in 'Avt*' Avtale avtale '=1+1' '\"A\"' To To; do
    number=$((${number:-0} + 1))
    printf '  - {id: a%d, navn: "%s", parter: [ASU, PSU], tilslutninger: [{hvem: ASU, tilstand: vedtatt, dato: 2024-11-01}]}\n' "$number" "$name"
done >>"$alike/plan/adoption.yaml"
register-list -C "$alike" adoption -o "$alike/adoption.xlsx"
check "adoption of agreements that are called alike: calculated anew" xlsx-recalculate "$alike/adoption.xlsx"
# Several grants together, with an account of the frame and budgets.
several=$work/several
mkdir "$several"
cp -R "$hostile/plan" "$hostile/meetings" "$several"
(
    cd "$several" || exit 1
    sed 's/^id: .*/id: 2023/; s/^ramme: .*/&\nmottatt: [{dato: 2023-05-01, beløp: 1 mill.}, {dato: 2024-05-01, beløp: "0,50"}]/; s/^    beløp: 120 000/&\n    budsjett: {2023: 20 000, 2024: 100 000}/' plan/grant-2024.yaml >plan/grant-2023.yaml
    printf 'dato;prosjektnummer;bilag;beløp\n2023-06-01;12345678901234568;1;"10,25"\n2024-06-01;12345678901234567;2;-5\n' >plan/grant-2023-payments.csv
    grant-sheet -d 2025-12-31 -o one.xlsx plan/grant-2023.yaml && grant-sheet -d 2025-12-31 -o all.xlsx plan/grant-202[34].yaml
) 2>/dev/null
check "... with budgets and an account of the frame, and several grants" xlsx-recalculate "$several/one.xlsx" "$several/all.xlsx"
check "each sheet keeps its values when it is copied to another workbook" workbook-copies "$TEST_BUILD/public/grant-2024.xlsx" "$hostile/grant.xlsx" "$several/one.xlsx" "$several/all.xlsx"

# On paper: the widest table of amounts ends where the page does.
within_margins() { # FILE.pdf: its words end as far from the right as they begin from the left
    pdftotext -bbox "$1" - | awk -F '"' '
        /<page / { width = $2; first = width; last = 0 }
        /<word / { first = $2 < first ? $2 : first; last = $6 > last ? $6 : last; words++ }
        /<\/page>/ { if (last > width - first + 2) { print last " of " width; beyond = 1 } }
        END { exit beyond || !words }'
}
account_on_paper() {
    grant-sheet --year 2025 -o "$work/year.html" plan/grant-2024.yaml 2>/dev/null &&
        "$convert/html-to-pdf" "$work/year.html" "$work/year.pdf" && within_margins "$work/year.pdf"
}
check "the account of a year is as wide as its paper" account_on_paper

# PDF and DOCX again, elsewhere and at another time.
again() { # FILE TOOL SUFFIX
    mkdir -p "$work/again" && cp "$1".* "$work/again" && rm "$work/again/$(basename "$1").$3" &&
        TZ=Pacific/Kiritimati "$convert/$2" "$work/again/$(basename "$1").$4" "$work/again/$(basename "$1").$3" &&
        cmp "$1.$3" "$work/again/$(basename "$1").$3"
}
check "the same PDF again" again "$TEST_BUILD/public/grant-2024" html-to-pdf pdf html
check "the same DOCX again" again "$TEST_BUILD/public/grant-2024" markdown-to-docx docx md
of_its_day() {
    packet=$TEST_BUILD/public/2024-10-29-asu/packet.docx
    pandoc -t markdown "$packet" | grep -q '^## Sak 41/24 Godkjenning av innkalling og saksliste$' &&
        unzip -p "$packet" docProps/core.xml | grep -q '2024-10-29T00:00:00Z<.*2024-10-29T00:00:00Z<' &&
        ! unzip -p "$TEST_BUILD/public/grant-2024.docx" docProps/core.xml | grep dcterms:
}
check "the number and the title of a case are one heading of a DOCX, which is of its day, or of none" of_its_day
# Points within points of an agenda are on lines of their own, set in.
points_are_nested() {
    mkdir -p "$work/nested" && cp -R tests/trees/small/. "$work/nested" &&
        meeting-notice -C "$work/nested" -o "$work/nested/n.md" -o "$work/nested/n.json" "meetings/2024-03-12-asu" &&
        "$convert/markdown-to-docx" "$work/nested/n.md" "$work/nested/n.docx" &&
        pandoc -t plain "$work/nested/n.docx" | grep -q '^ *• Orienteringer:' &&
        pandoc -t plain "$work/nested/n.docx" | grep -q '^ * ◦ ett *$'
}
check "points within points are nested in DOCX" points_are_nested
# Pandoc 2 gives the cells of a table in a list the numbers of the list; pandoc 3 indents the table.
table_is_in_list() {
    meeting-packet -C "$work/nested" -o "$work/nested/p.md" -o "$work/nested/p.json" meetings/2024-03-12-asu &&
        "$convert/markdown-to-docx" "$work/nested/p.md" "$work/nested/p.docx" &&
        pandoc -t plain "$work/nested/p.docx" >"$work/nested/p.txt" &&
        grep -q '^1\. *ASU fordeler tilskuddet slik:$' "$work/nested/p.txt" &&
        grep -q '^ *2 *Kurs *120.*000,00 *4,8.*%$' "$work/nested/p.txt" &&
        grep -q '^2\. *ASU ber fagrådet$' "$work/nested/p.txt" &&
        unzip -p "$work/nested/p.docx" word/document.xml | tr -d '\n' | sed 's/<w:tbl>/\n&/g; s/<\/w:tbl>/&\n/g' |
        grep '^<w:tbl>' >"$work/nested/tables" &&
        grep -q '<w:tblInd w:w="397"' "$work/nested/tables" && ! grep -q '<w:numPr' "$work/nested/tables"
}
check "a table in a list is in it in DOCX, and its cells have no numbers" table_is_in_list
# A heading above a picture that ends a page is not alone.
is_above_its_picture() {
    {
        echo '<!doctype html><html lang="nb"><title>x</title><p>Avsender</p><h1>Kart</h1><figure><svg role="img" aria-label="Et kart"'
        echo 'viewBox="0 0 10 10" width="600" height="850"><rect width="9" height="9"/></svg></figure><h2>Organene</h2><p>'
        seq 1 400
    } >"$work/above.html"
    "$convert/html-to-pdf" "$work/above.html" "$work/above.pdf" && pdftotext -l 1 "$work/above.pdf" - | grep -x Kart
}
check "a heading is on the page of its picture" is_above_its_picture
# What a page asks for beside itself is not fetched.
lonely() { # ELEMENT
    echo 'body::before { content: "LEAKED" }' >"$work/leak.css"
    echo '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">LEAKED</text></svg>' >"$work/leak.svg"
    echo "<!doctype html><html lang=\"nb\"><title>x</title>$1<p>Her</p></html>" >"$work/page.html"
    "$convert/html-to-pdf" "$work/page.html" "$work/page.pdf"
    pdftotext "$work/page.pdf" - | tee "$work/page.txt"
    grep -q Her "$work/page.txt" && ! grep -q LEAKED "$work/page.txt"
}
check "a PDF is made of the page alone: a style sheet beside it" lonely '<link rel="stylesheet" href="leak.css">'
check "... a style sheet by its path" lonely "<link rel=\"stylesheet\" href=\"file://$work/leak.css\">"
check "... a picture" lonely "<img src=\"file://$work/leak.svg\" alt=\"\">"
finish
