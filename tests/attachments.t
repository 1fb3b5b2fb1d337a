#!/bin/sh
# SPDX-License-Identifier: MIT
# Attached PDFs: the library counts their pages as qpdf does, and they are bundled after the packet, in order.
. tests/tap.sh
PATH=$BIN:$PATH
case $TEST_BUILD in
/*) pages=$TEST_BUILD/tests/pdf-pages ;;
*) pages=$top/$TEST_BUILD/tests/pdf-pages ;;
esac
mkdir "$work/pdf"
convert=$(cd "$BIN/.." && pwd)/share/fellesskap/convert
cd "$work/pdf" || exit 1
for count in 1 2 40 3000; do "$top/tests/make-pdf" $count >plain-$count.pdf; done
for count in 1 40 3000; do
    from=plain-$count.pdf
    qpdf --object-streams=generate $from streams-$count.pdf
    qpdf --object-streams=generate --stream-data=uncompress $from unpacked-$count.pdf
    qpdf --linearize $from linear-$count.pdf
    qpdf --linearize --object-streams=generate $from linear-streams-$count.pdf
    qpdf --empty --pages $from 1 plain-2.pdf -- merged-$count.pdf
    qpdf --encrypt '' owner 256 -- $from no-password-$count.pdf
    qpdf --encrypt user owner 128 --use-aes=y -- --object-streams=generate $from password-$count.pdf
done
as_qpdf_counts() {
    for file in plain-* streams-* unpacked-* linear-* merged-*; do
        test "$($pages "$file")" = "$(qpdf --show-npages "$file")" || { echo "$file"; return 1; }
    done
}
check "pages, as qpdf counts them" as_qpdf_counts
all_are() { # WORD FILE...
    word=$1
    shift
    for file; do test "$($pages "$file")" = "$word" || { echo "$file"; return 1; }; done
}
check "who needs a password is told so" all_are encrypted password-* no-password-*
# A change that was appended to the old file, twice, with a comment in between.
cp plain-2.pdf changed.pdf
for count in 7 9; do
    old=$(grep -a -A1 startxref changed.pdf | tail -n 1)
    at=$(wc -c <changed.pdf)
    printf '2 0 obj\n<< /Type /Pages %% (/Count 3\n /Kids [] /Count %d >>\nendobj\n' $count >>changed.pdf
    start=$(wc -c <changed.pdf)
    printf 'xref\n2 1\n%010d 00000 n \ntrailer\n<< /Size 8 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n' "$at" "$old" "$start" >>changed.pdf
    check "the newest change counts: $count" all_are $count changed.pdf
done
# Cut anywhere, a file has no pages; nothing is read past its end.
cut_anywhere() {
    size=$(wc -c <streams-1.pdf)
    for at in $(seq 0 13 $((size - 20))); do
        head -c "$at" streams-1.pdf >cut.pdf
        all_are damaged cut.pdf || return 1
    done
}
check "a file that is cut off is damaged" cut_anywhere
# Much that unpacks from little: 64 MiB of zeros as an object stream.
perl -MCompress::Zlib -e 'my $z = compress("0 " x (32 << 20), 9); my $head = "%PDF-1.5\n1 0 obj\n<< /Type /XRef /W [1 2 1] /Size 9 /Root 2 0 R /Filter /FlateDecode /Length " . length($z) . " >>\nstream\n";
    print $head, $z, "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"' >bomb.pdf
test "${VARIANT-}" = san || check "a bomb does not go off" sh -c "ulimit -v 400000; test \"\$($pages bomb.pdf)\" = damaged"

# The packet with three attached PDFs in two cases, and a file of another kind.
tree=$work/tree
mkdir "$tree"
cp -R "$top/tests/trees/small/plan" "$top/tests/trees/small/meetings" "$tree"
cd "$tree" || exit 1
meeting=meetings/2024-03-12-asu
"$top/tests/make-pdf" 2 Kart >$meeting/vedlegg/kart.pdf
"$top/tests/make-pdf" 1 Brev >$meeting/vedlegg/brev.pdf
cp "$work/pdf/streams-40.pdf" "$meeting/vedlegg/en lang & rapport.pdf"
sed -i 's|^    tittel: Notat|&\n  - fil: vedlegg/kart.pdf\n    tittel: Kart <1> "A"\n  - fil: vedlegg/brev.pdf\n    tittel: Brev|' $meeting/2-24.md
sed -i 's|^ansvarlig:|vedlegg: [{fil: vedlegg/en lang \& rapport.pdf, tittel: Rapport}]\n&|' $meeting/3-24.md
bundle() { # FILE
    meeting-packet -o packet.html -o packet.json $meeting && "$convert/html-to-pdf" --with-attachments "$1" $meeting -- packet.html alone.pdf
}
check "a packet with attachments" bundle packet.pdf
qpdf --json=2 --json-key=outlines --json-key=pages packet.pdf >outlines.json
alone=$(qpdf --show-npages alone.pdf)
check "... is whole" qpdf --check packet.pdf
check "... has all pages, and three covers" test "$(qpdf --show-npages packet.pdf)" = $((alone + 3 + 2 + 1 + 40))
cat >"$work/expected" <<END
$((alone + 1)) Vedlegg 2 til sak 2/24: Kart <1> "A"
$((alone + 4)) Vedlegg 3 til sak 2/24: Brev
$((alone + 6)) Vedlegg 1 til sak 3/24: Rapport
END
jq -r '.outlines[] | .. | objects | select(.title // "" | startswith("Vedlegg ")) | "\(.destpageposfrom1) \(.title)"' outlines.json >"$work/bookmarks"
check "... has a bookmark at each cover" diff "$work/expected" "$work/bookmarks"
on_page() { # NUMBER WORDS
    pdftotext -f "$1" -l "$1" packet.pdf - >"$work/words"
    grep -qF "$2" "$work/words" && return
    cat "$work/words"
    return 1
}
check "... the cover says what it is" on_page $((alone + 1)) 'VEDLEGG 2 TIL SAK 2/24'
check "... and how long" on_page $((alone + 1)) "2 sider"
check "... then the file" on_page $((alone + 3)) 'Kart 2'
check "... then the next" on_page $((alone + 5)) 'Brev 1'
check "... and the last page of the last" on_page $((alone + 46)) 'Side 40'
check "... the packet counts its own pages" on_page "$alone" "Side $alone av $alone"
check "... bookmarks of the packet are still there" sh -c "jq -e '[.outlines[] | .. | objects | select(.title)] | length > 5' outlines.json"
sleep 1.1
check "the same bytes again" sh -c "TZ=Pacific/Kiritimati '$convert/html-to-pdf' --with-attachments again.pdf $meeting -- packet.html alone.pdf && cmp packet.pdf again.pdf"
# What acts, is embedded or comments does not come along.
kept=$work/brev.pdf
cp $meeting/vedlegg/brev.pdf "$kept"
"$top/tests/make-pdf" 1 Brev '/AA << /O << /S /JavaScript /JS (app.alert) >> >> /AF [] /Annots [
    << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (a.exe) >> >>
    << /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Merknad) >>
    << /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] >> ]' \
    '/OpenAction << /S /JavaScript /JS (app.alert) >> /Names << /JavaScript << /Names [] >> /EmbeddedFiles << /Names [] >> >>' >"$work/acts.pdf"
acts() { # FILE: what acts in it, whatever object it is in
    /usr/bin/python3 - "$1" <<'END'
import sys, pikepdf
words = b"/AA /AF /EmbeddedFiles /FileAttachment /JS /JavaScript /Launch /OpenAction /Text".split()
with pikepdf.open(sys.argv[1]) as pdf:
    objects = b" ".join(each.unparse(resolved=True) for each in pdf.objects)
print(*[word.decode() for word in words if word + b" " in objects])
END
}
check "an attachment that acts" test "$(acts "$work/acts.pdf")" = '/AA /AF /EmbeddedFiles /FileAttachment /JS /JavaScript /Launch /OpenAction /Text'
cp "$work/acts.pdf" $meeting/vedlegg/brev.pdf
check "... is bundled" bundle still.pdf
check "... and acts no more" test -z "$(acts still.pdf)"
# A layer that is hidden in the file is hidden in the bundle; so is an annotation.
cat >"$work/layers.py" <<'END'
import sys, pikepdf
from pikepdf import Array, Dictionary, Name
pdf = pikepdf.new()
pdf.add_blank_page(page_size=(595, 842))
layers = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("Vist", "Skjult")]
default = Dictionary(OFF=[layers[1]]) if sys.argv[2] == "off" else Dictionary(BaseState=Name.OFF, ON=[layers[0]])
pdf.Root.OCProperties = Dictionary(OCGs=layers, D=default)
font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
words = b"/OC /%s BDC BT /F1 12 Tf 72 %d Td (%s) Tj ET EMC "
page = pdf.pages[0].obj
page.Resources = Dictionary(Font=Dictionary(F1=font), Properties=Dictionary(A=layers[0], B=layers[1]))
page.Contents = pdf.make_stream(words % (b"A", 700, b"VISTLAG") + words % (b"B", 600, b"SKJULTLAG"))
stamp = pdf.make_stream(b"BT /F1 12 Tf (SKJULTSTEMPEL) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 99, 20]),
                        Resources=Dictionary(Font=Dictionary(F1=font)))
page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([9, 9, 99, 29]), F=2, AP=Dictionary(N=stamp))])
pdf.save(sys.argv[1])
END
hides() { # off|on
    /usr/bin/python3 "$work/layers.py" $meeting/vedlegg/brev.pdf "$1" && bundle hidden.pdf && pdftotext hidden.pdf - >"$work/words" &&
        grep -q VISTLAG "$work/words" && ! grep SKJULT "$work/words"
}
check "a layer that is off stays off" hides off
check "... and one that is not on" hides on
cp "$kept" $meeting/vedlegg/brev.pdf
meeting-packet -o packet.html -o packet.json $meeting
# The file is another than the packet says.
cp packet.pdf before.pdf
"$top/tests/make-pdf" 5 >$meeting/vedlegg/brev.pdf
check "an attachment with other pages is refused" sh -c "! '$convert/html-to-pdf' --with-attachments packet.pdf $meeting -- packet.html alone.pdf 2>said && grep 'has 5 pages, but says that it has 1' said"
echo x >$meeting/vedlegg/brev.pdf
check "... one that cannot be read, too" sh -c "! '$convert/html-to-pdf' --with-attachments packet.pdf $meeting -- packet.html alone.pdf"
check "... and the old file is as it was" sh -c 'cmp packet.pdf before.pdf && ! ls | grep new'
finish
