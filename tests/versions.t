#!/bin/sh
# SPDX-License-Identifier: MIT
# Trees as they were written for earlier versions, tests/versions/VERSION: this one reads them as they are, or
# plan-check --fix mends them; afterwards every document is made.
. tests/tap.sh
PATH=$BIN:$PATH
version=$(sed -n 's/^VERSION := //p' Makefile)
check "the example of this version is kept" test -s "tests/versions/$version/plan/organisation.yaml"

errors() {
    plan-check -C "$1" | grep ': feil: '
}
reads() { # TREE
    errors "$1" || return 0
    plan-check -C "$1" --fix && ! errors "$1"
}
# What people wrote in titles and decisions is in what is made of it.
builds() { # TREE
    tree-build -C "$1" --without pdf,docx,pptx -o "$1.site" || return 1
    cat "$1.site"/*/*.md "$1.site"/*/*/*.md | tr -d '\\' >"$1.text"
    sed -n 's/^tittel: *//p' "$1"/meetings/*/*.md >"$1.titles"
    test "$(wc -l <"$1.titles")" -ge 5 && while read -r title; do
        grep -qF -e "$title" "$1.text" || { echo "$title"; return 1; }
    done <"$1.titles"
}
for folder in tests/versions/*/; do
    name=$(basename "$folder")
    check "$name is a version" grep -q "^## $name\$" CHANGELOG.md
    cp -R "$folder" "$work/$name"
    check "$name: without errors, or mended" reads "$work/$name"
    check "$name: every document" builds "$work/$name"
done
finish
