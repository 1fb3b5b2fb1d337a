#!/bin/sh
# SPDX-License-Identifier: MIT
# The trees of tests/trees in the forms of others, every document of each, in every format: what people wrote is in all of them, in
# order, once; calendars and workbooks say the same.
. tests/tap.sh
PATH=$BIN:$PATH
every_format() { # TREE FORMAT...
    tree=$1 && shift
    for format in "$@"; do
        find "$work/$tree.site/public" -name "*.$format" | grep -q . || { echo "no .$format"; return 1; }
    done
}
for tree in fjord dal gruppe serie oy by; do
    cp -R "tests/trees/$tree" "$work/$tree"
    check "$tree: every document is made, and nothing is told on the way" sh -c "tree-build -C '$work/$tree' -o '$work/$tree.site' 2>'$work/said'; test \$? = 0 && ! grep -E ': (error|warning|note|feil|advarsel|åtvaring|merknad): ' '$work/said'"
    check "$tree: in each format" every_format "$tree" html md json pdf docx xlsx ics svg
    check "$tree: no word of it is lost, twice or in another place" /usr/bin/python3 tests/judges/conserve/forms.py "$work/$tree" "$work/$tree.site/public"
    check "$tree: the workbooks calculated anew" sh -c "tests/judges/xlsx-recalculate \$(find '$work/$tree.site/public' -maxdepth 1 -name '*.xlsx' | grep -v /organisation)"
done
# The judge itself: what is not there, not in its place, or there twice is seen, of each kind.
site=$work/by.site/public
spoil() {
    printf 'dokument: handlingsplan\ntittel: Tapt\n' >"$work/by/plan/action-plan.yaml"
    sed -i 's/^Utvalget tar rapporten.*/&\n\n&/' "$site/2017-09-01-ku/minutes.md" &&
        sed -i '1s/^/Saken avsluttes.\n\n/; 2,$s/^Saken avsluttes\.$//' "$site/2018-01-26-ku/packet.md" &&
        sed -i 's/LOCATION:Rådhuset/LOCATION:Rådhus/; s/Pause/Pausen/' "$site/2017-09-01-ku/notice.ics" &&
        cp "$work/fjord.site/public/decisions.xlsx" "$site/decisions.xlsx" || return 1
    ! /usr/bin/python3 tests/judges/conserve/forms.py "$work/by" "$work/by.site/public" >"$work/said"
}
told() { grep -q "$1" "$work/said" || { cat "$work/said"; return 1; }; }
check "what is spoiled is not taken" spoil
check "... a word that is lost" told "'Tapt' is lost"
check "... a sentence that comes twice" told "2017-09-01-ku/minutes.md: 'Utvalget.*' comes 2 times"
check "... one that is in another place" told "2018-01-26-ku/packet.md: 'Sakenavsluttes.' is not after"
check "... a place in a calendar" told "notice.ics: LOCATION is 'Rådhus' for 'Rådhuset'"
check "... a line of its agenda" told "notice.ics: .*Pausen"
check "... a row of the register" told "decisions.xlsx: '117' is not in"
finish
