#!/bin/sh
# SPDX-License-Identifier: MIT
# The schemas for editors: one for each kind of file that a table reads.
cd "$(dirname -- "$0")/.." || exit 1
: "${BIN:=build/bin}"
. tests/tap.sh
schemas=$BIN/../share/fellesskap/schemas/nb

kinds_of_tables() {
    grep 'FIELD("dokument", KIND, REQUIRED' lib/*/*/*.c | grep -vc NO_HELP
}

kinds_of_schemas() {
    jq -r .properties.dokument.const "$schemas"/*.json | sort
}

# "it is one of: a, b, c"
kinds_of_command() {
    LC_ALL=C.UTF-8 "$BIN/plan-check" --schema '' 2>&1 | sed -n 's/.*: //p' | sed 's/, /\n/g' | sort
}

check "a schema for each table of a kind of file" sh -c "test $(kinds_of_tables) = $(kinds_of_command | wc -l)"
kinds_of_schemas >"$work/made"
kinds_of_command >"$work/known"
check "make writes all of them" diff "$work/known" "$work/made"

# "# yaml-language-server: $schema=../build/share/fellesskap/schemas/nb/grant.json" of a file "dokument: tilskudd"
names_its_schema() {
    schema=$(sed -n '1s/^# yaml-language-server: \$schema=//p' "$1")
    kind=$(sed -n 's/^dokument: *//p' "$1" | sed 's/ *#.*//')
    case $schema in
    */share/fellesskap/schemas/nb/*.json) ;;
    *) echo "the first line of $1 names no schema, as those of other files do"; return 1 ;;
    esac
    test "$(cd "$(dirname "$1")" && realpath -m "$schema")" = "$top/build/share/fellesskap/schemas/nb/${schema##*/}" || { echo "$schema is not in build/"; return 1; }
    known=$(jq -r .properties.dokument.const "$schemas/${schema##*/}")
    test "$known" = "$kind" || { echo "$1 is '$kind', and its schema for '$known'"; return 1; }
}
for file in $(find plan meetings -name '*.yaml' | sort); do
    check "$file names its schema" names_its_schema "$file"
done

# A paper in meetings/queue/ has its committee where others have their number.
papers=$schemas/case-paper.json
check "papers in the queue: their keys are offered" jq -e '.properties | has("utvalg", "minutter")' "$papers"
check "no paper needs both, and each needs one" jq -e '(.required | index("sak", "utvalg")) == null and
    [.allOf[].anyOf[] | [.required[0], (.propertyNames.not.enum | sort | join(" "))]] == [["sak", "minutter utvalg"], ["utvalg", "sak"]]' "$papers"

# Each schema except those of papers and of the strategy, whose YAML is within Markdown.
known_to_vscode() {
    jq -r '.["yaml.schemas"] | keys[] | sub(".*/"; "")' .vscode/settings.json | sort >"$work/settings"
    ls "$schemas" | grep -vx -e case-paper.json -e strategy.json | diff - "$work/settings"
}
check "VS Code knows every schema" known_to_vscode
new_tree_has_the_same() {
    for settings in .vscode/settings.json share/tree/all/dot-vscode/settings.json; do
        jq '.["yaml.schemas"] |= with_entries(.key |= sub(".*/"; ""))' "$settings" >"$work/settings-$(echo "$settings" | cut -c 1)"
    done
    diff "$work/settings-." "$work/settings-s"
}
check "... in a new tree too" new_tree_has_the_same
known_to_page() {
    tr -d '\n' <cmd/plan-check.1 | sed 's/\.Cm / /g' >"$work/page"
    while read -r kind; do
        grep -qF " $kind" "$work/page" || grep -qF "\"$kind\"" "$work/page" || { echo "$kind"; return 1; }
    done <"$work/known"
}
check "the page of plan-check has every kind" known_to_page
known_to_docs() {
    for schema in "$schemas"/*.json; do
        grep -qF "| \`${schema##*/}\` |" docs/editors-and-ci.md || { echo "$schema"; return 1; }
    done
}
check "docs/editors-and-ci.md has every schema" known_to_docs

# "organisation plan/organisation.yaml": which files they say that a schema is for.
patterns_of_vscode() {
    jq -r '.["yaml.schemas"] | to_entries[] | (.key | sub(".*/"; "") | sub(".json$"; "")) + " " + .value' .vscode/settings.json
}
patterns_of_docs() {
    sed -n 's/^| `\(.*\)\.json` | `\(.*\)` |$/\1 \2/p' docs/editors-and-ci.md | sed 's/…/*/g'
}
# Each file of the example is of the one kind that they say.
fits_the_files() { # patterns_of_vscode | patterns_of_docs
    "$1" >"$work/patterns"
    test -s "$work/patterns" || return 1
    for file in $(find plan meetings -name '*.yaml'); do
        kind=$(sed -n 's/^dokument: *//p' "$file" | sed 's/ *#.*//')
        while read -r schema pattern; do
            case $file in
            $pattern) jq -r .properties.dokument.const "$schemas/$schema.json" ;;
            esac
        done <"$work/patterns" >"$work/said"
        test "$(cat "$work/said")" = "$kind" || { echo "$file is '$kind', and not '$(cat "$work/said")'"; return 1; }
    done
}
check "VS Code has each file's own schema" fits_the_files patterns_of_vscode
check "docs/editors-and-ci.md too" fits_the_files patterns_of_docs

jq -r '.. | .properties? // empty | keys[]' "$schemas"/*.json | LC_ALL=C sort -u >"$work/keys"
described() { # in docs/format.md, by itself or in an example
    test -s "$work/keys" && while read -r key; do
        grep -qE "\`$key\`|(^|[ {])$key:" docs/format.md || { echo "$key"; return 1; }
    done <"$work/keys"
}
check "docs/format.md has every key" described
paired() {
    awk -F '|' '/^\|/ { print $2 }' docs/glossary.md | sed 's/(.*//' | tr , '\n' | sed 's/^ *//; s/ *$//' | LC_ALL=C sort -u >"$work/words"
    LC_ALL=C comm -23 "$work/keys" "$work/words" >"$work/without"
    cat "$work/without"
    test -s "$work/keys" && ! test -s "$work/without"
}
check "docs/glossary.md has every key" paired
finish
