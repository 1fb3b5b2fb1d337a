#!/bin/sh
# SPDX-License-Identifier: MIT
# Deliveries to eInnsyn are as its API wants them; what it would refuse is refused here.
. tests/tap.sh
PATH=$BIN:$top/tests/judges:$PATH
for meeting in meetings/*-*/; do
    name=$(basename "$meeting")
    check "$name: made" meeting-packet -f einnsyn -o "$work/$name.json" "$meeting"
    check "... and taken" einnsyn.mjs "$work/$name.json"
done

# A tree with minutes, votes, an exempt case and a political committee.
cp -R tests/trees/year "$work/tree"
cd "$work/tree" || exit 1
sed -i '1a orgnummer: 974760673\nepost: post@example.no\ninnsyn-epost: innsyn@example.no\nnettsted: https://example.no/papirer' plan/organisation.yaml
for meeting in meetings/*/; do
    name=$(basename "$meeting")
    grep -q '^nr:' "$meeting/meeting.yaml" || sed -i '2a nr: 9/24' "$meeting/meeting.yaml"
    check "$name: made" meeting-packet -f einnsyn -o "$work/$name.json" "$meeting"
    check "... and taken" einnsyn.mjs "$work/$name.json"
    check "... and nothing is empty" sh -c "! grep -e null -e '\"\"' '$work/$name.json'"
done
asu=$work/2024-02-06-asu.json
psu=$work/2024-05-02-psu.json
is() { # FILE FILTER VALUE
    jq -r "$2" "$1" >"$work/is" && printf '%s\n' "$3" | diff - "$work/is"
}
check "winter time" is "$asu" .moetemappe.moetedato 2024-02-06T09:00:00+01:00
check "summer time" is "$psu" '.moetemappe.moetedato | .[16:]' :00+02:00
check "a political committee has political cases" sh -c "jq -e '[.moetemappe.moetesak[].moetesakstype] | index(\"politisk\")' '$psu'"
check "an administrative one has not" sh -c "jq -e '[.moetemappe.moetesak[].moetesakstype] | index(\"politisk\") == null' '$asu'"
check "an exempt case has its public title" is "$asu" '.moetemappe.moetesak[3] | [.offentligTittel, .offentligTittelSensitiv] | join("|")' 'Avtalesak|Avtalesak'
check "... and nothing of itself" is "$asu" '.moetemappe.moetesak[3] | keys | join(" ")' \
    'externalId moetesaksaar moetesakssekvensnummer moetesakstype offentligTittel offentligTittelSensitiv utvalg'
meeting-packet -f einnsyn --audience members -o "$work/members.json" meetings/2024-02-06-asu
check "its own title is the sensitive one, where that is asked for" is "$work/members.json" \
    '.moetemappe.moetesak[3] | [.offentligTittel, .offentligTittelSensitiv] | join("|")' 'Avtalesak|HEMMELIG tittel'
check "... and that alone" test "$(grep -c HEMMELIG "$work/members.json")" = 1
check "minutes are a document" is "$asu" '[.moetemappe.moetedokument[].moetedokumenttype] | join(" ")' 'innkalling protokoll'
check "documents are where the site has them" is "$asu" '.moetemappe.moetedokument[0].dokumentbeskrivelse[0].dokumentobjekt[0].referanseDokumentfil' \
    https://example.no/papirer/2024-02-06-asu/notice.pdf
check "what was decided has its day" sh -c "jq -e '[.moetemappe.moetesak[].vedtak | select(.) | .dato] | length > 0 and all(. == \"2024-02-06\")' '$asu'"
sed -i /^nettsted/d plan/organisation.yaml
check "without a site, no files" sh -c "meeting-packet -f einnsyn meetings/2024-02-06-asu | tee without.json | grep -c dokumentobjekt | grep -x 0 && einnsyn.mjs without.json"
check "the same bytes again" sh -c "TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 meeting-packet -f einnsyn meetings/2024-02-06-asu | cmp - without.json"

# The votes of a case, by name only where all voted for it.
votes() { # COUNT LINE...
    count=$1
    shift
    cp -R "$work/tree" "$work/votes"
    printf '%s\n' "$@" >"$work/lines"
    sed -i -e '/^avstemning:/,/^[a-zæøå]*:/{/^avstemning:/d;/^ /d}' -e "/^utfall:/r $work/lines" "$work/votes/meetings/2024-02-06-asu/2-24.md"
    meeting-packet -C "$work/votes" -f einnsyn meetings/2024-02-06-asu >"$work/votes.json"
    rm -rf "$work/votes"
    is "$work/votes.json" '[.moetemappe.moetesak[1].vedtak.votering // [] | .[].stemme] | join(" ")' "$count"
}
check "all voted for it" votes 'Ja Ja Ja' 'avstemning: [{for: 3, mot: 0}]'
check "not all did" votes '' 'avstemning: [{for: 2, mot: 1}]'
check "one was blank" votes '' 'avstemning: [{for: 2, mot: 0, blanke: 1}]'
check "not said" votes ''

# The judge does judge.
refuses() { # FILTER
    jq "$1" "$asu" >"$work/bad.json" && ! einnsyn.mjs "$work/bad.json"
}
check "a title that is too long is refused" refuses '.moetemappe.moetesak[0].offentligTittel = "x" * 501'
check "... one of 500 is taken" sh -c "jq '.moetemappe.moetesak[0].offentligTittel = \"x\" * 500' '$asu' >good.json && einnsyn.mjs good.json"
check "a type of its own is refused" refuses '.moetemappe.moetesak[0].moetesakstype = "vedtak"'
check "a missing title is refused" refuses 'del(.moetemappe.moetesak[0].offentligTittelSensitiv)'
check "a key that is none is refused" refuses '.moetemappe.utvalgObjekt = {}'
check "a day without a time is refused" refuses '.moetemappe.moetedato = "2024-02-06"'
check "an id that is used twice is refused" refuses '.moetemappe.moetesak[1].externalId = .moetemappe.moetesak[0].externalId'
check "a national identity number is refused" refuses '.moetemappe.moetested = "Rom 130650 00150"'
finish
