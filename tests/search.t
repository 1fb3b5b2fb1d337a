#!/bin/sh
# SPDX-License-Identifier: MIT
# The search of the site: what is published is found in a browser, by words of both written languages and by numbers;
# what is exempt is not in the index. The index has the same bytes each time.
. tests/tap.sh
pagefind=$(find "$top/tests/judges/node_modules/@pagefind" -name pagefind_extended -type f 2>/dev/null | head -n 1)
test -n "$pagefind" || { skip "the search" "pagefind is not installed for this machine"; finish; }
PATH=$BIN:$top/tests/judges:$PATH
tree=$work/tree
mkdir "$tree"
cp -R tests/trees/small/plan tests/trees/small/meetings "$tree"
cd "$tree" || exit 1
meeting=meetings/2024-03-12-asu
printf '%s\n' 'utsendt: 2024-02-27' 'protokoll:' '  møteleder: leder-asu' '  referent: rådgiver' '  til-stede: [leder-asu, rådgiver]' >>$meeting/meeting.yaml
sed -i 's/^type: vedtak/&\nutfall: som forslag/' $meeting/2-24.md
printf '\nHer står granatepler.\n' >>$meeting/2-24.md
sed -i 's/^tittel: .*/tittel: Hemmelig sitronsak\nunntatt: offl. § 14\noffentlig-tittel: Avtalesak/' $meeting/3-24.md
printf '\nHer står pasjonsfrukt.\n' >>$meeting/3-24.md

printf '%s\n' 'dokument: årshjul' 'tittel: Året' 'eier: ASU' 'dato: 2024-03-01' 'oppgaver:' \
    '  - {id: fagdag, navn: Fagdag, hvem: [ASU], dato: 4. juni}' >plan/year.yaml

build() {
    tree-build --without pdf,docx,pptx "$@"
}
check "without pagefind" build
check "... there is no search box" sh -c '! grep -q search.js build/public/index.html && test ! -e build/public/pagefind'
says_so() {
    printf 'nettsted: https://example.no/\n' >>plan/organisation.yaml
    build 2>said && grep -q pagefind said && build --without search,pdf,docx,pptx 2>said && ! grep pagefind said
    status=$?
    sed -i '/^nettsted/d' plan/organisation.yaml
    return $status
}
check "... where the site is published that is told, unless the search is left out" says_so

PATH=$(dirname "$pagefind"):$PATH
check "with pagefind" build
check "the page has the search box" grep -q 'src="search.js"' build/public/index.html
state() { (cd build/public && find pagefind -type f -exec stat -c '%n %i %y' {} + | sort); }
state >"$work/state"
check "a second run" build
state >"$work/again"
check "... writes none of the index" cmp "$work/state" "$work/again"
cp -R build/public/pagefind "$work/index"
rm -r build
check "from nothing" build
check "... the index has the same bytes" diff -r "$work/index" build/public/pagefind

# The index is packed in gzip.
unpacked() {
    find build/public/pagefind -type f | while IFS= read -r file; do
        gzip -cdf <"$file" 2>/dev/null || cat "$file"
    done >"$work/unpacked"
    test -s "$work/unpacked"
}
holds() { grep -qaiF "$1" "$work/unpacked"; }
holds_not() { ! grep -qaiF "$1" "$work/unpacked"; }
check "the index is unpacked" unpacked
check "it has what was published" holds granatepler
check "... and no words that run together" holds_not Saksnr.Sak
check "it has nothing exempt of the text" holds_not pasjonsfrukt
check "... nor of the title" holds_not sitron

search-browser.mjs build/public granatepler pasjonsfrukt sitronsak 2/24 0.1.1 tilskot fagdag >"$work/found" 2>"$work/complaints"
check "the browser refuses nothing, and asks for nothing elsewhere" sh -c "cat '$work/complaints'; test $? = 0"
finds() { # PATTERN
    grep -qE "$1" "$work/found" && return
    cat "$work/found"
    return 1
}
tab=$(printf '\t')
check "a word that was published is found" finds "^granatepler${tab}[1-9][0-9]*${tab}2024-03-12-asu/sak-2-24.html"
check "a word that is exempt is not: the register is offered" finds "^pasjonsfrukt${tab}0${tab}register"
check "... nor the title" finds "^sitronsak${tab}0${tab}register"
check "a number of a case leads to its page first" finds "^2/24${tab}[1-9][0-9]*${tab}2024-03-12-asu/sak-2-24.html"
check "a number of an action leads to its page first" finds "^0.1.1${tab}[1-9][0-9]*${tab}action-plan/tiltak-0.1.1.html"
check "a duty is found in the year" finds "^fagdag${tab}1${tab}year-wheel.html"
check "a word of nynorsk finds that of bokmål" finds "^tilskot${tab}[1-9]"
finish
