#!/bin/sh
# SPDX-License-Identifier: MIT
# Feeds: each is Atom as RFC 4287 has it, and a feed reader from outside finds in it what is there. Ids, and the days of
# changes, follow from the tree and from nothing else.
. tests/tap.sh
PATH=$BIN:$top/tests/judges:$PATH
tree=$work/tree
mkdir "$tree"
cp -R tests/trees/small/plan tests/trees/small/meetings "$tree"
small_slides 0.1.1 >"$tree/plan/status-2024.yaml"
cd "$tree" || exit 1
meeting=meetings/2024-03-12-asu/meeting.yaml
sed -i 's/^utvalg: .*/&\nutsendt: 2024-02-27/' $meeting

build() {
    tree-build --without pdf,docx,pptx,search "$@"
}
# The two agree; what they read stays in $work/read.
agree() {
    atom build/public/*.atom >"$work/read" && feed-read.mjs build/public/*.atom >"$work/other" &&
        diff -u "$work/read" "$work/other"
}
has() {
    sed 's/\xc2\xa0/ /g' "$work/read" | grep -qF "$1" && return
    cat "$work/read"
    return 1
}
ids() {
    grep -ho '<id>[^<]*' build/public/*.atom | sort
}
state() {
    (cd build/public && stat -c '%n %i %y' ./*.atom)
}

check "a tree without an address is built" build
check "its feeds are Atom, and are read alike" agree
check "they do not say where they are" has "	2024-02-27T12:00:00Z	-"
check "they lead to pages beside them" has "	2024-03-12-asu/notice.html"
check "a meeting is told of when its notice is sent" has "	Møte 1/24 i ASU, 12. mars 2024	2024-02-27T12:00:00Z"
check "a page names them" grep -q 'rel="alternate" type="application/atom+xml"[^>]*href="meetings.atom"' build/public/index.html
ids >"$work/ids"
state >"$work/state"
check "a second run" build
state >"$work/again"
check "... writes none of them" cmp "$work/state" "$work/again"
check "a run on another day" build -d 2031-01-01
state >"$work/again"
check "... writes none of them either" cmp "$work/state" "$work/again"

printf 'nettsted: https://example.no/papirer\n' >>plan/organisation.yaml
check "with its address" build
check "they are read alike" agree
check "they say where they are" has "	https://example.no/papirer/meetings.atom"
check "they lead to pages in full" has "	https://example.no/papirer/2024-03-12-asu/notice.html"
ids >"$work/again"
check "the ids stay as they are" cmp "$work/ids" "$work/again"

printf '%s\n' 'endringer:' '  - dato: 2024-03-01' '    endring: Nytt møtested' >>$meeting
mv meetings/2024-03-12-asu meetings/2024-03-19-asu
meeting=meetings/2024-03-19-asu/meeting.yaml
sed -i 's/^dato: .*/dato: 2024-03-19\nflyttet-fra: 2024-03-12-asu/' $meeting
check "a meeting that has been moved" build
check "... is read alike" agree
check "... was changed on the day of that" has "	Møte 1/24 i ASU, 19. mars 2024	2024-03-01T12:00:00Z"
ids >"$work/again"
check "... and is the same one" cmp "$work/ids" "$work/again"

printf '%s\n' 'protokoll:' '  møteleder: leder-asu' '  referent: rådgiver' '  til-stede: [leder-asu, rådgiver]' >>$meeting
sed -i 's/^type: vedtak/&\nutfall: som forslag/' meetings/2024-03-19-asu/2-24.md
check "with minutes" build
check "... they are read alike" agree
check "... the meeting has changed" has "	Møte 1/24 i ASU, 19. mars 2024	2024-03-19T12:00:00Z"
check "... what was decided is told" has "	ASU sak 2/24: "
check "... of the body, too" grep -q 'ASU sak..2/24: ' build/public/body-asu.atom
check "... and where the minutes are" grep -q 'minutes.html">Protokoll' build/public/meetings.atom

# Calendars: each meeting by the name that it has in its own.
uids() {
    cat "$@" | tr -d '\r' | sed -n 's/^UID://p' | sort -u
}
same_uids() {
    test -n "$(uids build/public/meetings.ics)" && uids build/public/meetings.ics >"$work/all" &&
        uids build/public/2*/notice.ics | cmp - "$work/all" && uids build/public/body-asu.ics | cmp - "$work/all"
}
read_calendar() {
    ical-read.mjs <build/public/body-asu.ics >"$work/calendar" && grep -q 'Møte 1/24 i ASU' "$work/calendar"
}
check "the calendars have the meetings by their names" same_uids
check "... and are read by an outside library" read_calendar

# The map: each page once, by its whole address; none that leads on.
mapped() {
    xmllint --noout build/public/sitemap.xml || return 1
    sed -n 's|^<url><loc>https://example.no/papirer/\(.*\)</loc></url>$|\1|p' build/public/sitemap.xml | sort >"$work/mapped"
    (cd build/public && grep -L 'name="robots" content="noindex"' $(find . -name '*.html')) | sed 's|^\./||' | sort |
        diff - "$work/mapped"
}
check "the former pages are there" test -s build/public/2024-03-12-asu/notice.html
check "the map has the pages" mapped
check "_headers has a policy" grep -q "^  Content-Security-Policy: default-src 'none'" build/public/_headers
mkdir web
echo '/*' >web/_headers
check "with an own _headers" build
check "... it is that" cmp web/_headers build/public/_headers
sed -i '/^nettsted/d' plan/organisation.yaml
check "without its address" build
check "... there is no map" test ! -e build/public/sitemap.xml

# A judge that finds nothing is none.
faulty() { # EXPRESSION
    sed "$1" build/public/meetings.atom >"$work/faulty.atom"
    ! cmp -s build/public/meetings.atom "$work/faulty.atom" && ! atom "$work/faulty.atom" >/dev/null 2>&1
}
for fault in 's/<id>urn:uuid:/<id>/' '0,/<updated>.*/s///' 's/T12:00:00Z/ 12:00/' 's/<author>.*//' 's/ term=/ label2=/' \
    's/<content type="xhtml">/&text/' 's/<published>2024/<published>2034/' 's/<name>/<navn>/; s/<.name>/<\/navn>/'; do
    check "the judge sees $fault" faulty "$fault"
done
finish
