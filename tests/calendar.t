#!/bin/sh
# SPDX-License-Identifier: MIT
# Calendars: libical and ical.js read the same in every field, and what they read is what the files say.
. tests/tap.sh
PATH=$BIN:$top/tests/judges:$PATH
tree=$work/tree
mkdir "$tree"
cp -R tests/trees/small/plan tests/trees/small/meetings "$tree"
# shellcheck disable=SC2086 # a command and its options
check "the reader is made" ${CC:-gcc} -Wall -Wextra -o "$work/ical-read" tests/judges/ical-read.c -lical
cd "$tree" || exit 1

# The two agree; what they read stays in $work/read.
agree() { # FILE
    "$work/ical-read" <"$1" >"$work/read" && ical-read.mjs <"$1" >"$work/read.js" && diff -u "$work/read" "$work/read.js"
}
has() {
    grep -qxF "$1" "$work/read" && return
    cat "$work/read"
    return 1
}
# RFC 5545: CR LF after each line, 75 bytes at most, UTF-8.
well_formed() { # FILE
    perl -ne 'die "no CR LF: $_" unless s/\r\n\z//; die "a stray CR: $_" if /\r/; die length() . ": $_" if length > 75;
        die "no UTF-8: $_" unless utf8::decode($_)' "$1"
}

# meeting DATE TIME [LINE...]: the small meeting on another day, in $folder, and no other.
meeting() {
    folder=meetings/$1-asu
    rm -rf meetings/*
    cp -R "$top/tests/trees/small/meetings/2024-03-12-asu" "$folder"
    sed -i "s/^dato: .*/dato: $1/; s/^tid: .*/tid: $2/; /^    kl:/d" "$folder/meeting.yaml"
    shift 2
    for line; do printf '%s\n' "$line" >>"$folder/meeting.yaml"; done
}
cat >>plan/organisation.yaml <<'END'
  - id: leder-psu
    rolle: 'Leder "PSU"; nord, sør: øst'
    epost: a+b'c%d@x.no
    organ: ASU
  - id: annen
    rolle: Annet medlem
    epost: RAADGIVER@example.no
    organ: ASU
  - id: uten
    rolle: Uten adresse
    organ: ASU
END
sed -i 's/^    navn: Fagråd for legesamarbeid/&\n    epost: fagraad@example.no/' plan/organisation.yaml

judge() { # NAME METHOD
    meeting-notice -f ics --method "$2" "$folder" >"$work/event.ics"
    check "$1: made" test -s "$work/event.ics"
    check "... well-formed" well_formed "$work/event.ics"
    check "... both readers agree" agree "$work/event.ics"
}
# The clock of each season, and of the days on which it changes.
while read -r day time start end; do
    meeting "$day" "$time"
    judge "$day $time" publish
    check "... begins at $start" has "DTSTART=$start"
    check "... ends at $end" has "DTEND=$end"
done <<'END'
2024-01-16 9.30–11.00 20240116T083000Z 20240116T100000Z
2024-06-19 9.30–11.00 20240619T073000Z 20240619T090000Z
2024-03-31 1.30–3.00 20240331T003000Z 20240331T010000Z
2024-03-31 12.00–13.30 20240331T100000Z 20240331T113000Z
2024-10-26 12.00–13.30 20241026T100000Z 20241026T113000Z
2024-10-27 12.00–13.30 20241027T110000Z 20241027T123000Z
2024-12-31 22.30–24.00 20241231T213000Z 20241231T230000Z
2031-07-01 22.30–24.00 20310701T203000Z 20310701T220000Z
END

meeting 2024-05-14 9.30–11.00
judge "without who calls" publish
check "... no method is claimed" sh -c "! grep METHOD '$work/read'"
check "... the first edition" has SEQUENCE=0
check "... the day of the meeting, where no other is given" has DTSTAMP=20240514T000000Z
check "... its number makes its name" has UID=asu-1-24@helsefellesskapet-i-provefjorden
meeting 2024-05-14 9.30–11.00 'innkaller: rådgiver' 'innkalt: [leder-psu, fagråd-2, ASU, uten, rådgiver]' 'utsendt: 2024-04-30' \
    'endringer:' '  - {dato: 2024-05-02, endring: "Nytt sted: a; b, c \\ d"}' '  - {dato: 2024-05-03, endring: Ny tid}'
sed -i 's/^sted: .*/sted: "Rom 1; bygg \\"A\\", 2. etasje \\\\ nord 🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔"/' $folder/meeting.yaml
judge "changed" publish
check "... published" has METHOD=PUBLISH
check "... the third edition" has SEQUENCE=2
check "... of the last change" has DTSTAMP=20240503T000000Z
check "... under the same name" has UID=asu-1-24@helsefellesskapet-i-provefjorden
check "... stands" has STATUS=CONFIRMED
check "... the place, sign by sign" has 'LOCATION=Rom 1; bygg "A", 2. etasje \ nord 🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔'
check "... the organiser" has ORGANIZER=mailto:raadgiver@example.no
check "... no attendees" sh -c "! grep ATTENDEE '$work/read'"
# Prose is Markdown in JSON, and words in a calendar: links are their words, bullets are drawn.
meeting-notice -f json $folder | jq -r '
    def words: gsub("\\[(?<words>[^]]*)\\]\\([^)]*\\)"; "\(.words)") | gsub("\n+- "; "\n    • ") | rtrimstr("\n");
    (.endringer[] | "Endret \(."dato-tekst"): \(.endring)"), (.merknad // empty | words), "", "Saksliste:",
    (.saksliste[] | ([.kl // empty, (.sak // empty | "Sak \(.):"), .tittel, (.undertittel // empty | "– \(.)")] | join(" ")),
        (.punkter[]? | "  • \(.punkt | words)"))' |
    awk 'NR > 1 { printf "\\n" } { printf "%s", $0 } END { print "" }' >"$work/description"
check "... the agenda, as in the notice" has "DESCRIPTION=$(cat "$work/description")"

sed -i 's/, uten, /, /' $folder/meeting.yaml
judge "an invitation" request
check "... a request" has METHOD=REQUEST
cat >"$work/called" <<'END'
ATTENDEE=mailto:a+b'c%25d@x.no
  CN=Leder 'PSU'; nord, sør: øst
ATTENDEE=mailto:fagraad@example.no
  CN=Fagråd for legesamarbeid
ATTENDEE=mailto:RAADGIVER@example.no
  CN=Annet medlem
END
called() { grep -A1 '^ATTENDEE' "$work/read" | grep -v '^--' | diff "$work/called" -; }
check "... those who are called, each once" called
check "... a body is a group" sh -c "grep -A2 fagraad@ '$work/read' | grep -x '  CUTYPE=GROUP'"
echo 'avlyst: {dato: 2024-05-13, grunn: Sykdom}' >>$folder/meeting.yaml
judge "a cancellation" request
check "... cancels" has METHOD=CANCEL
check "... the fourth edition" has SEQUENCE=3
check "... is cancelled" has STATUS=CANCELLED
check "... and says so" has 'SUMMARY=Avlyst: Møte 1/24 i ASU'
judge "cancelled, for all" publish
check "... is published" has METHOD=PUBLISH
check "... is cancelled" has STATUS=CANCELLED

# The tasks of the register of decisions.
decision-list -C "$top/tests/trees/year" -d 2025-01-10 -f ics >"$work/event.ics"
check "tasks: well-formed" well_formed "$work/event.ics"
check "... both readers agree" agree "$work/event.ics"
check "... one is done" has STATUS=COMPLETED
check "... a deadline that names a meeting has its day" sh -c "grep '^DUE.*20250114' '$work/event.ics'"
check "... each has a name of its own" sh -c "grep ^UID '$work/event.ics' | sort | uniq -d | (! grep .)"
meeting-notice -f ics --method publish "$folder" >"$work/event.ics"

# The year: what recurs is, year by year, what the document of that year says of it.
year="year-wheel -C $top"
$year --year 2025 -f ics >"$work/year.ics"
check "the year: well-formed" well_formed "$work/year.ics"
check "... both readers agree" agree "$work/year.ics"
check "... each has a name of its own" sh -c "grep ^UID= '$work/read' | sort | uniq -d | (! grep .)"
check "... a meeting has the name that its notice has" sh -c "meeting-notice -C '$top' -f ics meetings/2025-02-04-asu | grep '^UID' | cut -c 5-30 | grep -F -f - '$work/read'"
as_documents() { # what duties are on which days, in the calendar and in five documents
    awk -F '=' '
        /^\[/ { count = 0; rule = 0 } /^DTSTART=/ { days[count++] = $2 }
        /^OCCURS=/ { if (!rule++) count = 0; days[count++] = $2 }
        /^SUMMARY=/ { for (i = 0; i < count; i++) print substr(days[i], 1, 8), substr($0, 9) }' "$work/read" | sort -u >"$work/in-calendar"
    for each in 2025 2026 2027 2028 2029; do
        $year --year $each -f json | jq -r '.deler[].rader[].celler | map({(.kolonne): .verdi}) | add | select(.slag == "Oppgave") | "\(.dag | gsub("-"; "")) \(.hva)"'
    done | sort -u >"$work/in-documents"
    test "$(wc -l <"$work/in-documents")" -ge 80 && cut -c 10- "$work/in-documents" | sort -u >"$work/duties" &&
        awk 'NR == FNR { duty[$0] = 1; next } substr($0, 10) in duty' "$work/duties" "$work/in-calendar" | diff - "$work/in-documents"
}
check "... each duty on its days, for five years" as_documents
check "... a day that was moved is not there twice" sh -c "! grep -x OCCURS=20260517 '$work/read'"

# The same bytes at any time, and another stamp where it is given.
check "the stamp of SOURCE_DATE_EPOCH" sh -c "SOURCE_DATE_EPOCH=1700000000 meeting-notice -f ics $folder | grep -x 'DTSTAMP:20231114T221320Z.'"
check "the time zone of the machine has no say" sh -c "TZ=Pacific/Kiritimati meeting-notice -f ics $folder | cmp - '$work/event.ics'"
finish
