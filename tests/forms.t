#!/bin/sh
# SPDX-License-Identifier: MIT
# The trees of tests/trees in the forms of others, every document of each, in every format: what people wrote is in all of them.
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
    check "$tree: no word of it is lost" /usr/bin/python3 tests/judges/conserve/forms.py "$work/$tree" "$work/$tree.site/public"
done
# The judge itself: what is not there is missed.
lost() {
    printf 'dokument: handlingsplan\ntittel: Tapt\n' >"$work/by/plan/action-plan.yaml"
    ! /usr/bin/python3 tests/judges/conserve/forms.py "$work/by" "$work/by.site/public" >"$work/said" && grep -q "'Tapt' is lost" "$work/said"
}
check "a word that is lost is seen" lost
finish
