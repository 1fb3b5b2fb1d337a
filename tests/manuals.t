#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual pages are sound mdoc, and have every option that --help has.
cd "$(dirname -- "$0")/.." || exit 1
: "${BIN:=build/bin}"
. tests/tap.sh
export LC_ALL=C.UTF-8 LANGUAGE=en

# "  -C, --directory DIR" and "      --owner ID"
options_of() {
    "$BIN/$1" --help | sed -n 's/^  *\(-.,\)\{0,1\} *\(--[a-z-]*\).*/\1 \2/p' | tr -d , | tr ' ' '\n' | grep .
}

has_options() { # COMMAND PAGE
    options_of "$1" >"$work/options"
    grep -qx -e --help "$work/options" || { echo "--help shows no options"; return 1; }
    missing=0
    while read -r option; do
        case $option in
        --*) pattern="\\.It .*Fl Fl ${option#--}\\>" ;;
        *) pattern="\\.It Fl ${option#-}\\>" ;;
        esac
        grep -q "^$pattern" "$2" || { echo "$option is not in $2"; missing=1; }
    done <"$work/options"
    return $missing
}

has_sections() {
    for section in NAME SYNOPSIS DESCRIPTION ENVIRONMENT FILES 'EXIT STATUS' EXAMPLES DIAGNOSTICS 'SEE ALSO' STANDARDS; do
        grep -qx "\\.Sh $section" "$1" || { echo "no section $section"; return 1; }
    done
}

for page in cmd/*.1; do
    command=$(basename "$page" .1)
    check "$command: mandoc finds nothing" mandoc -Tlint -Wwarning "$page"
    check "$command: the page has every option of --help" has_options "$command" "$page"
    check "$command: the page has all its sections" has_sections "$page"
done
finish
