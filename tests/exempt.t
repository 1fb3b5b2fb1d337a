#!/bin/sh
# SPDX-License-Identifier: MIT
# What is exempt from publicity reaches no public output: a word is planted wherever exempt things are written, and
# looked for in everything that every command writes, unpacked.
. tests/tap.sh
PATH=$BIN:$PATH
convert=$(cd "$BIN/.." && pwd)/share/fellesskap/convert
tree=$work/tree
mkdir "$tree" "$work/public" "$work/members"
cp -R tests/trees/small/plan tests/trees/small/meetings "$tree"
small_strategy 'Vi følger opp sak 3/24, se [saken](sak:3/24).' >"$tree/plan/strategy.md"
small_slides 0.1.1 'Vi følger opp sak 3/24, se [saken](sak:3/24).' >"$tree/plan/status-2024.yaml"
cd "$tree" || exit 1
meeting=meetings/2024-03-12-asu

# The small tree, with an exempt case, an exempt attachment of another, and references to the case from everywhere.
cat >$meeting/3-24.md <<'END'
---
dokument: sak
sak: 3/24
tittel: Lekkasje i tittelen
undertittel: Lekkasje i undertittelen
unntatt: offl. § 13 jf. fvl. § 13
offentlig-tittel: Personalsak
type: vedtak
utfall: endret
avstemning: [{for: 1, mot: 0}]
inhabile: [{hvem: leder-asu, vara: lekkasje-3, grunn: Lekkasje}]
ansvarlig: [lekkasje-1]
saksbehandler: [lekkasje-2]
oppfølging:
  - punkt: 1
    hvem: [lekkasje-3]
    frist: 2031-07-17
vedlegg:
  - fil: vedlegg/lekkasje-4.pdf
    tittel: Lekkasje i vedlegget
  - fil: vedlegg/lekkasje-5.txt
    tittel: Lekkasje i et annet
    unntatt: offl. § 14
    offentlig-tittel: Et dokument
---
Lekkasje før overskriften.

## Forslag til vedtak

1. Lekkasje i vedtaket.

## Behandling i møtet

Lekkasje i behandlingen.

## Vedtak

1. Lekkasje i det som ble vedtatt.

## Protokolltilførsel

Lekkasje i tilførselen.

## Lekkasje i en overskrift

Lekkasje i [lekkasje i lenken](https://lekkasje.example/lekkasje) og `lekkasje`.

Tabell: Lekkasje

| Lekkasje | a |
| --- | --- |
| lekkasje | b |
END
"$top/tests/make-pdf" 2 "Lekkasje i kartet" >$meeting/vedlegg/lekkasje-4.pdf
"$top/tests/make-pdf" 1 "Lekkasje i kartet" >$meeting/vedlegg/lekkasje-7.pdf
"$top/tests/make-pdf" 3 "Fritt kart" >$meeting/vedlegg/kart.pdf
echo lekkasje >$meeting/vedlegg/lekkasje-5.txt
cp $meeting/vedlegg/lekkasje-5.txt $meeting/vedlegg/lekkasje-6.txt
sed -i 's|^    tittel: Notat|&\n  - fil: vedlegg/lekkasje-6.txt\n    tittel: Lekkasje i tittelen til vedlegget\n    unntatt: offl. § 14\n    offentlig-tittel: Brev\n  - fil: vedlegg/lekkasje-7.pdf\n    tittel: Lekkasje\n    unntatt: offl. § 14\n    offentlig-tittel: Tegning\n  - fil: vedlegg/kart.pdf\n    tittel: Kart|; s|^type: vedtak|&\nutfall: som forslag|; s|^Det vises til|Se [saken](sak:3/24). &|' $meeting/2-24.md
sed -i 's|^  - sak: 3/24|&\n    punkter: [Lekkasje i et punkt, "[lekkasje](https://lekkasje.example)"]|; s|\[fagråd-1\]|[lekkasje-1]|' $meeting/meeting.yaml
cat >>$meeting/meeting.yaml <<'END'
protokoll:
  møteleder: leder-asu
  referent: rådgiver
  til-stede: [leder-asu, rådgiver]
END
for number in 1 2 3; do
    printf '  - id: lekkasje-%d\n    rolle: Lekkasje i rollen\n    navn: Lekkasje %d\n    epost: lekkasje@lekkasje.example\n' $number $number
done >>plan/organisation.yaml
sed -i '0,/vedtak: .*/s//vedtak: [3\/24]/' plan/action-plan.yaml
sed -i 's|^vedtatt: .*|vedtatt: 3/24|' plan/grant-2024.yaml
cat >plan/projects.yaml <<'END'
dokument: prosjekter
tittel: Prosjekter
eier: ASU
dato: 2024-11-15
merknad: Se [saken](sak:3/24).
prosjekter:
  - {id: team, navn: Team, tilstand: pågår, eier: ASU, fra: 2024-11-01, mandat: "Se [saken](sak:3/24).", tilskudd: [{id: 2024, tildeling: team}]}
END
cat >plan/networks.yaml <<'END'
dokument: nettverk
tittel: Nettverk
eier: ASU
dato: 2024-11-15
merknad: Se [saken](sak:3/24).
nettverk:
  - {id: forum, navn: Forum, tilstand: eksisterende, eier: ASU, saker: [3/24], mandat: "Se [saken](sak:3/24)."}
END
cat >plan/adoption.yaml <<'END'
dokument: tilslutning
tittel: Tilslutning
eier: ASU
dato: 2024-11-15
merknad: Se [saken](sak:3/24).
avtaler:
  - {id: avtale, navn: Avtale, parter: [ASU], saker: [3/24], merknad: "Se [saken](sak:3/24)."}
END
cat >plan/year.yaml <<'END'
dokument: årshjul
tittel: Året
eier: ASU
dato: 2024-11-15
merknad: Se [saken](sak:3/24).
oppgaver:
  - {id: dag, navn: Temadag, hvem: [ASU], måned: mars, saker: [3/24], merknad: "Se [saken](sak:3/24)."}
END
cat >plan/deviations.yaml <<'END'
dokument: avvik
tittel: Avvik
eier: ASU
dato: 2024-11-15
merknad: Se [saken](sak:3/24).
arter:
  - {id: pasient, navn: Pasient}
tertialer:
  - {tertial: 1. tertial 2024, avvik: [{art: pasient, antall: 7}], saker: [3/24], læringspunkter: "Se [saken](sak:3/24)."}
END
cat >plan/indicators.yaml <<'END'
dokument: indikatorer
tittel: Indikatorer
eier: ASU
dato: 2024-11-15
merknad: Se [saken](sak:3/24).
indikatorer:
  - {id: tall, navn: Tall, enhet: døgn, kilde: sykehuset, saker: [3/24], verdier: [{periode: 2024, verdi: 3}], merknad: "Se [saken](sak:3/24)."}
END

sed -i '1a orgnummer: 974760673\nepost: post@example.no\ninnsyn-epost: innsyn@example.no' plan/organisation.yaml

# everything FOLDER: the bytes of its files, and what is packed in them.
everything() {
    find "$1" -type f | sort | while IFS= read -r file; do
        echo "$file"
        cat "$file"
        case $file in
        *.pf_fragment | *.pf_index | *.pf_filter | *.pf_meta) gzip -cdf <"$file" ;;
        *.xlsx | *.docx | *.pptx) unzip -p "$file"; unzip -l "$file" ;;
        *.pdf)
            qpdf --qdf --object-streams=disable --stream-data=uncompress --decode-level=all "$file" -
            pdftotext "$file" -
            pdfinfo "$file"
            ;;
        esac
    done
}
# As it is written, in UTF-16 of both orders, and in hexadecimal.
# 0 when something is found, 1 when nothing is; 2 when a file cannot be looked into.
leaks() { # FOLDER
    test -n "$(find "$1" -type f)" || return 2
    everything "$1" 2>"$work/complaints" >"$work/bytes"
    test ! -s "$work/complaints" || { cat "$work/complaints"; return 2; }
    perl -0777 -ne '
        my $word = "lekkasje";
        my $wide = join "\0", split //, $word;
        my $found = 0;
        for my $form ($word, $wide, unpack("H*", $word), unpack("H*", "\0$wide")) {
            while (/(.{0,60}\Q$form\E.{0,60})/gis) { print "$1\n"; $found = 1 }
        }
        exit !$found' "$work/bytes"
}
clean() { # FOLDER
    leaks "$1"
    test $? = 1
}

clean_text() { # FILE
    ! grep -i lekkasje "$1"
}

# Every document in every format that the table of documents has, made of what its subject has here: a new document is
# looked at without a word here.
write_all() { # NAME COMMAND OPTIONS OPERAND FORMATS
    mkdir -p "$work/public/$1"
    for format in $5; do
        "$2" $3 -o "$work/public/$1/$1.$format" $4 || return 1
    done
}
table_of_documents >"$work/documents"
while IFS='|' read -r name command options subject formats rest; do
    case $subject in
    PLAN | STATUS | STRATEGY | MEETINGS | YEAR | ORGANISATION) operand= ;;
    NOTE) operand=plan/status-2024.yaml ;;
    GRANT) operand=plan/grant-2024.yaml ;;
    GRANTS) second_grant . && operand="plan/grant-2023.yaml plan/grant-2024.yaml" ;;
    REGISTRY) operand=${name#register-} ;;
    MEETING) operand=$meeting ;;
    *) fail "$name: what it is made of is not here"; continue ;;
    esac
    check "$name: $formats" write_all "$name" "$command" "$options" "$operand" "$formats"
    check "$name: nothing exempt" clean "$work/public/$name"
done <"$work/documents"
mkdir "$work/public/body"
check "the page of a body" org-chart --body ASU -o "$work/public/body/body.md" -o "$work/public/body/body.html" -o "$work/public/body/body.json"
check "... has nothing exempt" clean "$work/public/body"
for command in "$BIN"/*; do
    command=${command##*/}
    case $command in
    plan-check) ;;  # says what is wrong to those who write the files
    tree-build) ;;  # makes what these make; looked at below
    tree-new) ;;    # reads no tree
    meeting-new) ;; # writes for them too; what is made of its files is looked at below
    *) check "$command makes a document" grep -q "|$command|" "$work/documents" ;;
    esac
done
make_paged() { # FOLDER
    for kind in notice packet minutes; do
        test -e "$1/$kind.html" || continue
        case $kind in
        notice | minutes) "$convert/html-to-pdf" "$1/$kind.html" "$1/$kind.pdf" ;;
        packet) "$convert/html-to-pdf" --with-attachments "$1/$kind-with-attachments.pdf" $meeting -- "$1/$kind.html" "$1/$kind.pdf" ;;
        esac && "$convert/markdown-to-docx" "$1/$kind.md" "$1/$kind.docx" || return 1
    done
}
for kind in notice packet minutes; do
    check "PDF and DOCX of the $kind" make_paged "$work/public/$kind"
    check "... nothing exempt" clean "$work/public/$kind"
done
make_slides() { "$convert/markdown-to-pptx" "$work/public/slides/slides.md" "$work/public/slides/slides.pptx"; }
check "PPTX of the slides" make_slides
check "... nothing exempt" clean "$work/public/slides"
shows() { grep -qF "$2" "$work/public/$1"; }
check "the case is there: its number" shows packet/packet.md '## Sak 3/24'
check "... its public title" shows packet/packet.html Personalsak
check "... its legal basis" shows notice/notice.json '"offl. § 13 jf. fvl. § 13"'
check "the attachment is there" shows packet/packet.md '2. Brev (unntatt offentlighet, offl. § 14)'
has_bundle() {
    pdftotext "$1" - | tr "\f" "\n" >"$work/words"
    test "$(grep -c "$2" "$work/words")" = "$3"
}
check "the public attachment is bundled" has_bundle "$work/public/packet/packet-with-attachments.pdf" '^Fritt kart [123]$' 3
check "the register has the other case" shows decisions/decisions.json Samhandlingstilskudd
check "the minutes have the public title" shows minutes/minutes.md Personalsak
check "the plan has the public title" shows action-plan/action-plan.json Personalsak
check "the grant has the public title" shows grant/grant.json Personalsak

# The members see it all, and what looks for leaks finds it in every format.
write_members() {
    meeting-packet --audience members -o "$work/members/packet.md" -o "$work/members/packet.html" \
        -o "$work/members/packet.json" $meeting && make_paged "$work/members"
}
check "the members' packet" write_members
check "... has all the attachments" has_bundle "$work/members/packet-with-attachments.pdf" '^\(Lekkasje i\|Fritt\) kart\(et\)\? [123]$' 6
for format in md html json pdf docx; do
    mkdir "$work/members/$format"
    mv "$work/members/packet.$format" "$work/members/$format"
    check "... is whole: $format" leaks "$work/members/$format"
done

# An exempt case that is postponed is exempt in the next meeting too.
postpone() {
    cp -R "$tree" "$work/postponed" && cd "$work/postponed" && sed -i 's/^utfall: .*/utfall: utsatt/; /^## Vedtak/,/^$/d; /^1. Lekkasje i det/d' $meeting/3-24.md &&
        meeting-new ASU 2024-06-04 && grep -q Lekkasje meetings/2024-06-04-asu/*.md &&
        mkdir "$work/public/postponed" && next=meetings/2024-06-04-asu &&
        meeting-notice -o "$work/public/postponed/notice.html" -o "$work/public/postponed/notice.json" $next &&
        meeting-packet -o "$work/public/postponed/packet.html" -o "$work/public/postponed/packet.json" $next
}
check "an exempt case that is postponed" postpone
cd "$tree" || exit 1
check "... nothing exempt" clean "$work/public/postponed"
check "... its public title" shows postponed/packet.html Personalsak

# A case without a paper, on the notice.
sed -i '/^  - tekst:/i\  - sak: 4/24\n    minutter: 0\n    tittel: Lekkasje uten saksfremlegg\n    unntatt: offl. § 15\n    offentlig-tittel: Orientering\n    punkter: [lekkasje]' $meeting/meeting.yaml
rm -r "$work/public/notice"
check "a case without a paper" write_all notice meeting-notice "" $meeting "md html ics json"
check "... nothing exempt" clean "$work/public/notice"
check "... its public title" shows notice/notice.md '**Orientering** (unntatt offentlighet, offl. § 15)'

# The index of the search is made where the judges have pagefind.
pagefind=$(find "$top/tests/judges/node_modules/@pagefind" -name pagefind_extended -type f 2>/dev/null | head -n 1)
test -z "$pagefind" || PATH=$(dirname "$pagefind"):$PATH
# The whole site, and the files beside it for the members.
build_all() {
    sed -i '/^  - sak: 4/,/^  - tekst:/{/^  - tekst:/!d}' $meeting/meeting.yaml &&
        sed -i 's/^utvalg: .*/&\nutsendt: 2024-02-27/' $meeting/meeting.yaml && tree-build 2>"$work/said"
    status=$?
    cat "$work/said"
    return $status
}
check "tree-build makes both packets" build_all
check "the public packet is there" test -s build/public/2024-03-12-asu/packet-with-attachments.pdf
if test -n "$pagefind"; then
    check "the index of the search is there" test -s build/public/pagefind/pagefind-entry.json
else
    skip "the index of the search is there" "pagefind is not installed for this machine"
fi
check "... and the public folder holds nothing exempt" clean build/public
check "... nor does what is said" clean_text "$work/said"
check "build/members has the whole packet" leaks build/members
finish
