#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual pages are sound mdoc, and have every option that --help has; the lists in docs/ have every command and
# every document.
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

# --- lists in docs/ ---
for page in cmd/*.1; do
    command=$(basename "$page" .1)
    check "README.md has $command" grep -q "^| \`$command\` |" README.md
    check "docs/README.md has $command" grep -qF "| [$command](../cmd/$command.1) |" docs/README.md
done
formats_are_listed() { # COMMAND FORMAT...
    row=$(grep "^| \`$1\` |" README.md)
    shift
    for format; do
        echo "$row" | grep -qw -e "$format" || { echo "$format is not there"; return 1; }
    done
}
described() { # OPERAND COMMAND ARGUMENT...: what the document says that it is has a section in docs/views.md
    operand=$1
    shift
    kind=$("$BIN/$1" -C "$tree" ${2:+"$2"} -f json $operand | jq -r .dokument) || return 1
    grep -qx "## $kind" docs/views.md || { echo "no section $kind"; return 1; }
}
tree=$work/tree
cp -R tests/trees/year "$tree"
small_strategy >"$tree/plan/strategy.md"
small_slides 1.1.1 >"$tree/plan/status-2024.yaml"
table_of_documents >"$work/documents"
while IFS='|' read -r name command options subject formats templates stem; do
    case $subject in
    NOTE) operand=plan/status-2024.yaml ;;
    GRANT) operand=plan/grant-2024.yaml ;;
    GRANTS) second_grant "$tree" && operand="plan/grant-2023.yaml plan/grant-2024.yaml" ;;
    MEETING) operand=meetings/2024-02-06-asu ;;
    REGISTRY) operand=${name#register-} ;;
    *) operand= ;;
    esac
    check "README.md has the formats of $name" formats_are_listed "$command" $formats
    check "docs/templates.md has the templates of $name" grep -qF "\`$templates.html\`" docs/templates.md
    check "docs/addresses.md has $name" grep -q "^| \`/.*$stem\.html\` |" docs/addresses.md
    check "docs/views.md has the keys of $name" described "$operand" "$command" "$options"
done <"$work/documents"
finish
