#!/bin/sh
# SPDX-License-Identifier: MIT
# Whole trees: what is made of them, what changes with what, and what stays as it was. Without PDF and DOCX, but where these
# are what it is about.
. tests/tap.sh
PATH=$top/tests/judges:$BIN:$PATH
tree=$work/tree
mkdir "$tree"
cp -R tests/trees/small/plan tests/trees/small/meetings "$tree"
cd "$tree" || exit 1
meeting=meetings/2024-03-12-asu
out=$work/out
public=$out/public

build() { # ARGUMENT...
    tree-build --without pdf,docx,pptx -o "$out" "$@" 2>said
    status=$?
    cat said
    return $status
}
fails_with() { # STATUS ARGUMENT...
    wanted=$1
    shift
    build "$@"
    test $? = "$wanted"
}
sums() { (cd "$out" && find . -type f ! -name '.tree*' | LC_ALL=C sort | xargs -d '\n' sha256sum 2>/dev/null); }
stamps() { (cd "$out" && find . -mindepth 1 -printf '%p %T@ %i\n' | LC_ALL=C sort); }

# --- drafts ---
sed -i '/^utsendt:/d' $meeting/meeting.yaml
check "a tree is built" build
check "what is not sent yet is a draft" test -s "$out/drafts/2024-03-12-asu/packet.html"
check "... and not public" test ! -e "$public/2024-03-12-asu"
check "... nor is it listed" sh -c "! grep -q 2024-03-12 '$public/index.html'"
check "a draft can lead to each public page" cmp "$out/drafts/action-plan.html" "$public/action-plan.html"
check "... which is there once" test "$out/drafts/action-plan.html" -ef "$public/action-plan.html"
check "... but not to its other formats" test ! -e "$out/drafts/action-plan.json"
check "the drafts have a list of their own" sh -c "! grep -q action-plan '$out/drafts/index.html'"
sed -i 's/^utvalg: .*/&\nutsendt: 2024-02-27/' $meeting/meeting.yaml
check "what is sent is public" build
check "... with its packet" test -s "$public/2024-03-12-asu/packet.html"
check "... and no draft is left" test ! -e "$out/drafts"
links() { # FOLDER: each link of its pages leads to a file
    (cd "$1" && find . -name '*.html' -o -name '*.md' | while read -r page; do
        case $page in
        *.html) grep -o 'href="[^"#:]*["#]' "$page" | sed 's/^href="//; s/["#]$//' ;;
        *) grep -o '](\([^)#:]*\)[)#]' "$page" | sed 's/^](//; s/[)#]$//' ;;
        esac | grep . | LC_ALL=C sort -u | while read -r link; do
            path=$(printf '%b' "$(echo "$link" | sed 's/\\/\\\\/g; s/%/\\x/g')")
            test -e "$(dirname "$page")/$path" || echo "$page: $link"
        done
    done) >broken
    cat broken
    test ! -s broken
}
check "every link leads to a file" links "$public"
check "each page can be walked to, and each place in it is there" crawl "$public"
spoilt_walk() { # SED-EXPRESSION WHAT: in a page of a case that is spoilt, that is told
    rm -rf "$work/spoilt" && cp -R "$public" "$work/spoilt" && sed -i "$1" "$work/spoilt/2024-03-12-asu/sak-2-24.html" &&
        ! crawl "$work/spoilt" >told && grep -q "^2024-03-12-asu/sak-2-24.html: $2" told
}
check "... a link to nothing is told" spoilt_walk 's/index.html/indeks.html/' 'leads to .*indeks.html, which is not there'
check "... and one to a place that is not" spoilt_walk 's/#sak-2-24/#sak-9-24/' 'leads to .*#sak-9-24, where that place is not'
check "... and a request to the outside" spoilt_walk 's|</body>|<img src="https://example.no/a.png" alt="">&|' 'requests https://example.no/a.png'
check "... and a page that is large" spoilt_walk "s|</body>|<!--$(head -c 100000 /dev/zero | tr '\0' x)-->&|" 'has 1[0-9]* bytes'
lonely() { cp "$public/organisation.html" "$work/spoilt/alone.html" && ! crawl "$work/spoilt" >told && grep -qx 'alone.html: no link leads to it' told; }
check "... and a page that nothing leads to" lonely
check "the pages of things are valid HTML" vnu "$public"/2024-03-12-asu/index.html "$public"/2024-03-12-asu/sak-*.html "$public"/action-plan/*.html
check "the pages of things are accessible" axe.mjs "$public"/2024-03-12-asu/index.html "$public"/2024-03-12-asu/sak-*.html "$public"/action-plan/*.html
check "the list is valid HTML" vnu "$public/index.html"
check "the list is accessible" axe.mjs "$public/index.html"

# --- the same again ---
stamps >before
unchanged() {
    build "$@" && stamps | diff before -
}
check "nothing changed: nothing is written" unchanged
find . -type f -exec touch {} +
check "every file touched: nothing is written" unchanged
changed_by() { # PATTERN COMMAND...: what has changed of the site, one name a line, is what the pattern matches
    pattern=$1
    shift
    sums >before
    "$@"
    build || return 1
    sums | diff before - | sed -n 's/^[<>] [0-9a-f]*  //p' | grep -v -x ./manifest.json | LC_ALL=C sort -u >changed
    cat changed
    test -s changed && ! grep -vE "$pattern" changed
}
# FILE COMMAND...: each document that changes says in the manifest that it is made of the file; some do.
changes_what_is_made_of() {
    file=$1
    shift
    sums >before
    "$@"
    build || return 1
    jq -r --arg file "$file" '.filer[] | select(.["laget-av"] // [] | any(.fil == $file)) | "./" + .fil' "$out/manifest.json" | sort >made-of
    jq -r '.filer[] | select(.["laget-av"]) | "./" + .fil' "$out/manifest.json" | sort >documents
    sums | diff before - | sed -n 's/^> [0-9a-f]*  //p' | sort | comm -12 - documents >changed
    test -s changed && comm -23 changed made-of >unsaid && cat unsaid && test ! -s unsaid
}
title() { sed -i '0,/tittel: /s/tittel: .*/tittel: En annen sak/' plan/earlier-cases.yaml; }
check "the manifest says what is made of an earlier case" changes_what_is_made_of plan/earlier-cases.yaml title
allocation() { sed -i 's/^tittel: .*/tittel: Samhandlingstilskuddet/' plan/grant-2024.yaml; }
check "... of a grant" changes_what_is_made_of plan/grant-2024.yaml allocation
action() { sed -i 's/tiltak: Holde det ved like/tiltak: Holde det godt ved like/' plan/action-plan.yaml; }
check "... of the plan" changes_what_is_made_of plan/action-plan.yaml action
heading() { sed -i 's/^tittel: .*/tittel: Ny tittel/' $meeting/3-24.md; }
check "... of a paper" changes_what_is_made_of $meeting/3-24.md heading
check "... and of nothing that it does not show" sh -c "grep -q /packet.html made-of && ! grep -q /grant-2024 made-of"
marked() { sed -i '1s/^/\xef\xbb\xbf/; s/$/\r/' plan/earlier-cases.yaml; }
digests_of_files() {
    marked && build && jq -r '.filer[]["laget-av"][]? | .sha256 + "  " + .fil' "$out/manifest.json" | sort -u >made-of &&
        grep earlier-cases made-of && sha256sum --check --quiet made-of
}
cp plan/earlier-cases.yaml keep
check "... by the digests of the files, with a mark and the line ends of Windows too" digests_of_files
cp keep plan/earlier-cases.yaml
build >/dev/null
word() { sed -i '$a Et ord til.' $meeting/2-24.md; }
check "a word of a paper changes its packet, its minutes, and the lists" \
    changed_by '/2024-03-12-asu/(packet|minutes|sak-2-24)\.|/decisions\.|/index.html' word
{
    sed -i 's/^vedtatt: .*/&\nmva: med\nførste-utbetaling-innen: 6/; s/^  - id: kurs/  # plan-check: ignore no-payment – kurset venter\n&/' plan/grant-2024.yaml
    printf 'dato;prosjektnummer;bilag;beløp\n2024-01-05;0042;1;100\n2024-01-05;0042;1;100\n' >plan/grant-2024-payments.csv
}
check "a grant with payments" build
rule() { printf 'dokument: kontroll\nregler: {early-payment: av, voucher-twice: av, vat-note: av}\n' >.plan-check.yaml; }
check "the levels of rules change the check of a grant" changed_by '/grant-2024' rule
style() { mkdir -p templates && cp "$top/templates/grant/grant.css" templates && echo 'b { color: red }' >>templates/grant.css; }
check "a style of the tree changes what has it" changed_by '/grant-2024(-report)?\.html' style
pages_style() { cp "$top/templates/site/pages.css" templates && echo 'b { color: red }' >>templates/pages.css; }
check "a style of the pages of things changes the name of their sheet, and what has it" changed_by '/style-[0-9a-f]{16}\.css|/2024-03-12-asu/(index|sak-.*)\.html|/action-plan/' pages_style
words() { sed 's/^oversikt: .*/oversikt: Papirer/' "$top/templates/labels.nb.txt" >templates/labels.nb.txt; }
check "labels of the tree change what has them" changed_by '/index.html' words
site() { mkdir -p web/.well-known && echo x.no >web/CNAME && echo y >web/.well-known/security.txt; }
check "web/ is part of the site" changed_by '/CNAME|/.well-known/security.txt' site
check "... as it is" cmp web/CNAME "$public/CNAME"
exempt() { sed -i 's/^tittel: .*/tittel: Hemmelig\nunntatt: offl. § 13\noffentlig-tittel: Åpen/' $meeting/2-24.md; }
exempt
check "what becomes exempt is in no public file" sh -c "cd '$tree' && tree-build --without pdf,docx,pptx -o '$out' 2>/dev/null; ! grep -rl Hemmelig '$public'"
check "... and whole for the members" grep -q Hemmelig "$out/members/2024-03-12-asu/packet.html"
git -C "$top" show HEAD:tests/trees/small/$meeting/2-24.md >$meeting/2-24.md 2>/dev/null || cp "$top/tests/trees/small/$meeting/2-24.md" $meeting/2-24.md
build >/dev/null

# --- what is taken away, and what has another name, day or language ---
gone() { # FOLDER COMMAND...: it is built, and nothing is left of the folder
    folder=$1
    shift
    "$@" && build && test ! -e "$public/$folder" && ! grep -q "$folder" "$public/index.html" "$out/manifest.json"
}
kept_tree=$work/kept
cp -R . "$kept_tree"
renamed() { mv $meeting meetings/2024-03-14-asu && sed -i 's/^dato: .*/dato: 2024-03-14/' meetings/2024-03-14-asu/meeting.yaml; }
check "a folder with another name: the old one is gone" gone 2024-03-12-asu renamed
check "... and the new one is there" test -s "$public/2024-03-14-asu/packet.html"
mv meetings/2024-03-14-asu $meeting && cp "$kept_tree/$meeting/meeting.yaml" $meeting && build >/dev/null
papers() { sed -i '/  - sak: 3\/24/,/fagråd-1/d; s/^tid: .*/tid: 9.30–10.40/' $meeting/meeting.yaml && rm $meeting/3-24.md; }
check "a paper that is deleted changes what had it" changed_by '/2024-03-12-asu/|/index.html|/action-plan|/grant-2024|/decisions|/meetings|/body-asu' papers
check "... and is in no file" sh -c "! grep -rl '3/24' '$public/2024-03-12-asu'"
cp -R "$kept_tree/." .
build >/dev/null
nynorsk() { sed -i 's/^språk: .*//; s/^dokument: organisasjon/&\nspråk: nn/' plan/organisation.yaml; }
check "another language changes every page" changed_by '.' nynorsk
check "... of each document" sh -c "! grep -L 'lang=\"nn\"' '$public'/*.html '$public'/*/*.html | grep ."
cp "$kept_tree/plan/organisation.yaml" plan
build >/dev/null
attached() { "$top/tests/make-pdf" "$1" A >$meeting/vedlegg/a.pdf; }
sed -i 's|^    tittel: Notat|&\n  - fil: vedlegg/a.pdf\n    tittel: A|' $meeting/2-24.md
attached 1 && build >/dev/null
check "more pages of an attachment change what counts them" changed_by '/2024-03-12-asu/(packet|sak-2-24)|/index.html' attached 3
cp -R "$kept_tree/." . && rm $meeting/vedlegg/a.pdf
meeting_gone() { rm -r $meeting && sed -i 's/, 1\/24//; s/\[sak 1\/24\](sak:1\/24)/sak/' plan/action-plan.yaml && sed -i '/^vedtatt: 2\/24/d' plan/grant-2024.yaml; }
check "a meeting that is deleted: nothing is left of it" gone 2024-03-12-asu meeting_gone
cp -R "$kept_tree/." .
build >/dev/null

# --- what is wrong ---
sums >before
as_before() { sums | diff before -; }
cp plan/grant-2024.yaml keep
echo 'ukjent: x' >>plan/grant-2024.yaml
check "an error: status 1" fails_with 1
check "... is told with its place" grep -q '^plan/grant-2024.yaml:[0-9]*:1: ' said
check "... and nothing is touched" as_before
check "-k: status 1 too" fails_with 1 -k
check "... what has no errors is a draft" test -s "$out/drafts/action-plan.html"
check "... and what has is none" test ! -e "$out/drafts/grant-2024.html"
(cd "$out" && rm -r drafts manifest.json)
cp keep plan/grant-2024.yaml
build >/dev/null
echo x >"$public/own.html"
check "a foreign file stops the run: status 74" fails_with 74
check "... and is named" grep -q "$public/own.html" said
rm "$public/own.html"
strange=$(printf 'own\n.html')
echo x >"$public/$strange"
check "... also where its name has a new line" fails_with 74
check "... which is shown" grep -q 'own\\x0A\.html' said
rm "$public/$strange"
ln -s /etc/passwd web/passwd
check "a link in web/ is refused: status 74" fails_with 74
check "... and named" grep -q 'web/passwd' said
rm web/passwd
mkfifo web/pipe
check "a pipe in web/ is not waited for: status 74" fails_with 74
check "... and named" grep -q 'web/pipe' said
rm web/pipe
mv web elsewhere && ln -s elsewhere web
check "... as web/ itself is" fails_with 74
check "... and named" grep -q 'web: ' said
rm web && mv elsewhere web
mv "$public" "$out/elsewhere" && ln -s elsewhere "$public"
check "... and a site that is a link" fails_with 74
check "... which stays" test -h "$public"
rm "$public" && mv "$out/elsewhere" "$public"
echo x >web/action-plan.html
check "a file of web/ with a document's name is refused: status 74" fails_with 74
check "... and named" grep -q 'action-plan.html' said
rm web/action-plan.html
cp templates/grant.css keep
echo '{{#aldri}}' >templates/grant.css
sums >before
check "a broken template: status 1" fails_with 1
check "... and nothing is touched" as_before
cp keep templates/grant.css

# --- what one format refuses ---
# Nothing was awarded: a warning, and there are no open data; the grant has its other formats.
refused() {
    sed -i '0,/^type: .*/s//&\nutfall: trukket/' $meeting/2-24.md
    build && grep 'grant-2024.csv' said && test -s "$public/grant-2024.html" && test -s "$public/2024-03-12-asu/packet.html" &&
        test ! -e "$public/grant-2024.csv" && test ! -e "$public/grant-2024.360giving.json"
}
cp $meeting/2-24.md keep
check "what one format refuses holds back that document alone, and is told" refused
cp keep $meeting/2-24.md

# --- each document alone ---
# Feeds, the calendars of many meetings, pages of things, and what servers ask for are parts of the site: no command makes
# them alone.
lines_agree() {
    build || return 1
    (cd "$out" && find public members -type f 2>/dev/null ! -name index.html | grep -v -e schemas/ -e CNAME -e well-known -e '\.atom$' -e /meetings.ics -e /body- -e /_headers -e /sak- -e /style- -e /tiltak- | LC_ALL=C sort) >made
    tree-build --without pdf,docx,pptx -n -o "$work/alone" >lines || return 1
    grep -q . lines && mkdir -p "$work/alone" && sed 's/^.* -o \([^ ]*\/\).*/\1/; s/^.* -o '"'"'\(.*\/\)[^/]*'"'"'.*/\1/' lines | sort -u | xargs -d '\n' mkdir -p
    while read -r line; do sh -c "$line" 2>/dev/null || { echo "$line"; return 1; }; done <lines
    (cd "$work/alone" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) | diff made - || return 1
    while read -r file; do cmp "$out/$file" "$work/alone/$file" || return 1; done <made
}
check "-n prints what makes each file, and it makes the same bytes" lines_agree
# Documents longer than a block of an arena, of the grant of the example.
long_agree() {
    tree-build -C "$top" --without pdf,docx,pptx -o "$work/long" 2>/dev/null || return 1
    for file in grant-2024.csv grant-2024.json grant-2024.360giving.json; do
        format=${file#grant-2024.}
        grant-sheet -C "$top" -f "${format%.json}" plan/grant-2024.yaml 2>/dev/null | cmp - "$work/long/public/$file" || return 1
    done
}
check "... also where a document is long" long_agree
single() {
    tree-build -o "$work/single" 2024-03-12-asu/packet.html action-plan.json && cmp "$work/single/2024-03-12-asu/packet.html" "$public/2024-03-12-asu/packet.html" &&
        test "$(find "$work/single" -type f | wc -l)" = 2
}
check "single documents" single
check "... not into a site" sh -c "tree-build -o '$public' action-plan.json 2>/dev/null; test \$? = 2"
hashes() {
    jq -r '.filer[] | "\(.sha256)  \(.fil)"' "$out/manifest.json" >sums && (cd "$out" && sha256sum --quiet -c "$tree/sums") &&
        test "$(wc -l <sums)" = "$(find "$out/public" "$out/members" "$out/drafts" -type f 2>/dev/null | wc -l)"
}
check "the manifest has each file and its digest" hashes
written_before() { # by hand, what is made next
    cp $meeting/2-24.md keep && echo "Et ord til." >>$meeting/2-24.md && build && cp -R "$public" next &&
        cp keep $meeting/2-24.md && build && echo "Et ord til." >>$meeting/2-24.md && cat next/2024-03-12-asu/packet.md >"$public/2024-03-12-asu/packet.md" &&
        build && cmp next/2024-03-12-asu/packet.md "$public/2024-03-12-asu/packet.md" && hashes && cp keep $meeting/2-24.md && build
}
check "... also of one that somebody has written" written_before

# --- killed ---
# At any moment the public folder is the old one or the new one, and the next run tidies up.
killed() { # TIMES
    cp $meeting/2-24.md keep
    sums | grep ' ./public/' >old-sums
    sed -i '$a En setning til.' $meeting/2-24.md
    cp $meeting/2-24.md new && build >/dev/null && sums | grep ' ./public/' >new-sums
    started=$(date +%s%N) && build >/dev/null && took=$((($(date +%s%N) - started) / 1000))
    for turn in $(seq "$1"); do
        if test $((turn % 2)) = 0; then cp keep $meeting/2-24.md; else cp new $meeting/2-24.md; fi
        tree-build --without pdf,docx,pptx -o "$out" 2>/dev/null &
        sleep "$(awk -v most=$took -v seed=$turn 'BEGIN { srand(seed); printf "%.6f", rand() * most * 1.2 / 1000000 }')"
        kill -9 $! 2>/dev/null
        wait $! 2>/dev/null
        sums | grep ' ./public/' >now
        cmp -s now old-sums || cmp -s now new-sums || { diff now old-sums | head; diff now new-sums | head; return 1; }
    done 2>/dev/null
    cp keep $meeting/2-24.md
    build && sums | grep ' ./public/' | diff old-sums - && test -z "$(find "$out" -name '.*-new' -o -name '.*-old' -o -name '.*-next')"
}
check "killed at any moment, the site is the old one or the new one" killed "${KILLS:-30}"
both() {
    tree-build --without pdf,docx,pptx -o "$out" 2>first & tree-build --without pdf,docx -o "$out" 2>second
    status=$?
    wait $! && test $status = 0 && sums | grep ' ./public/' | diff old-sums -
}
check "two at once: one waits" both

# --- converters ---
mkdir -p "$work/lame/bin"
cp -L "$BIN/tree-build" "$work/lame/bin"
cp -R "$BIN/../share" "$work/lame/share"
printf '#!/bin/sh\nexit 1\n' >"$work/lame/share/fellesskap/convert/convert-all"
stamps >before
lame() {
    "$work/lame/bin/tree-build" -o "$out" 2>said
    status=$?
    cat said
    test $status = 74 && grep -q 'action-plan.pdf' said && stamps | diff before -
}
check "a converter that fails: status 74, the document named, nothing touched" lame
rm "$work/lame/share/fellesskap/convert/convert-all"
missing() {
    "$work/lame/bin/tree-build" -o "$out" 2>said
    status=$?
    cat said
    test $status = 74 && grep -q 'convert-all' said && stamps | diff before -
}
check "one that is missing: the same" missing
each_once() { # twenty thousand jobs that take no time, by eight workers
    /usr/bin/python3 -B - "$BIN/../share/fellesskap/convert" <<'END' | tr '\0' '\n' | grep . | sort -n >done && seq 20000 | diff - done | head -n 5 | grep . && return 1
import sys

sys.path.insert(0, sys.argv[1])
import jobs

jobs.attempt = lambda job: ""
jobs.run_all([jobs.Job("pdf", "", str(number + 1), "", "") for number in range(20000)], 8)
END
    test "$(wc -l <done)" = 20000
}
check "each document is converted once, however many work at it" each_once
small_slides 0.1.1 >"$tree/plan/status-2024.yaml"
whole() {
    rm -rf "$out" && tree-build -o "$out" 2>said || return 1
    stamps >before
    tree-build -o "$out" 2>said && stamps | diff before - &&
        test -s "$public/action-plan.pdf" && test -s "$public/2024-03-12-asu/packet.docx" &&
        test -s "$public/status-2024-slides.pptx" && ! test -e "$public/status-2024-slides.docx" && grep -q 'slides.pptx' "$public/index.html" && grep -q 'action-plan.pdf' "$public/index.html"
}
check "with PDF, DOCX and PPTX: once made, nothing is converted again" whole
converted_alone() { # the other command lines of -n
    cp -R "$out" "$work/converted" && find "$work/converted" \( -name '*.pdf' -o -name '*.docx' -o -name '*.pptx' \) -delete || return 1
    tree-build -n -o "$work/converted" 2>/dev/null | grep -e /html-to-pdf -e /markdown-to- >lines
    while IFS= read -r line; do sh -c "$line" || { echo "$line"; return 1; }; done <lines
    test -s lines && diff -r -x '.tree*' "$out" "$work/converted"
}
check "... and each by its command line is the same file" converted_alone
check "without: the links to them are gone too" sh -c "cd '$tree' && tree-build --without pdf,docx,pptx -o '$out' 2>/dev/null && ! grep -q '\.pdf\|\.docx\|\.pptx' '$public/index.html' && ! find '$public' -name '*.pdf' | grep ."
finish
