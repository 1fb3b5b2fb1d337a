#!/bin/sh
# SPDX-License-Identifier: MIT
# What make install puts into an empty folder is everything: nothing of the repository is needed afterwards.
. tests/tap.sh
: "${TEST_BUILD:?names the build folder; run the tests with make check}"
root="$work/a root"
prefix=$root/usr
share=$prefix/share/fellesskap
doc=$prefix/share/doc/fellesskap
cp -R tests/trees/small "$work/small"

check "make install" make -s install "B=$TEST_BUILD" "DESTDIR=$root" PREFIX=/usr
(cd "$root" && find . -type f | sort) >"$work/installed"

# Without the repository where the system lets us hide it; nowhere else is the test less strict.
can_mount && hides=yes || hides=
hidden() { # COMMAND...
    if test -n "$hides"; then
        in_namespace sh -c 'mount -t tmpfs none "$0" && cd / && "$@"' "$top" "$@"
    else
        (cd / && "$@")
    fi
}
test -z "$hides" || check "the repository is hidden" hidden sh -c '! test -e "$0/Makefile"' "$top"
PATH=$prefix/bin:/usr/bin:/bin

commands_and_pages() {
    for page in cmd/*.1; do
        command=$(basename "$page" .1)
        test "$(command -v "$command")" = "$prefix/bin/$command" && "$command" --version &&
            test -s "$prefix/share/man/man1/$command.1" && test -s "$doc/$command.1.html" || return 1
    done
    test "$(ls "$prefix")" = "$(printf '%s\n' bin share)" && test "$(ls "$root")" = usr
}
check "the commands and their pages" commands_and_pages
check "a schema of each kind in each language" test "$(ls "$share/schemas/nb")" = "$(ls "$share/schemas/nn")"
languages_differ() {
    grep -q 'som ikke oppgir' "$share/schemas/nb/organisation.json" && grep -q 'som ikkje oppgir' "$share/schemas/nn/organisation.json"
}
check "which is the language of its explanations" languages_differ
check "nothing that others cannot read" sh -c '! find "$0" ! -perm -444 | grep .' "$root"
check "nothing that others can write" sh -c '! find "$0" ! -type l -perm /022 | grep .' "$root"

# The documentation is web pages whose links lead somewhere.
links() {
    status=0
    for page in "$doc"/*.html; do
        grep -o '\(href\|src\)="[^"]*"' "$page" | sed 's/.*="//; s/"$//; s/&amp;/\&/g' | grep -v '^https:' >"$work/links"
        while read -r link; do
            target=${link%%#*}
            test -e "$doc/${target:-${page##*/}}" || { echo "$page: $link"; status=1; }
            case $link in
            *'#'*) grep -q "id=\"${link#*#}\"" "$doc/${target:-${page##*/}}" || { echo "$page: no $link"; status=1; } ;;
            esac
        done <"$work/links"
    done
    return $status
}
check "links of the documentation lead to what is there" links
check "its first page leads to every other" sh -c 'cd "$0" && for page in *.html; do test $page = index.html || grep -q "href=\"$page\"" index.html || { echo $page; exit 1; }; done' "$doc"
check "its pages tell their language" sh -c 'cd "$0" && grep -q "<html.* lang=\"nn\"" rules.nn.html && grep -q "<html.* lang=\"en\"" format.html' "$doc"

same_documents() {
    mkdir "$work/made" "$work/here" &&
        hidden plan-matrix -C "$work/small" -l nn -o "$work/made/a.html" -o "$work/made/a.xlsx" -o "$work/made/a.svg" &&
        "$BIN/plan-matrix" -C "$work/small" -l nn -o "$work/here/a.html" -o "$work/here/a.xlsx" -o "$work/here/a.svg" &&
        diff -r "$work/made" "$work/here"
}
check "the same documents from anywhere" same_documents
check "in Norwegian" sh -c "plan-matrix -C / 2>&1 | grep ' feil: '"

# Ten minutes of somebody who begins: a tree, a meeting, what is missing in it, and every document.
begins() { # LANGUAGE
    tree="$work/ny $1"
    hidden tree-new -l "$1" --ci github --name 'Helsefellesskapet Nordmøre' "$tree" && hidden plan-check -C "$tree" &&
        hidden meeting-new -C "$tree" ASU 2026-03-10 && ! hidden plan-check -C "$tree" >"$work/said" &&
        test "$(grep -c missing-key "$work/said")" = 1 && test "$(wc -l <"$work/said")" = 2 &&
        sed -i '/^dato:/a tid: 13.00–13.20\nsted: Rådhuset\nutsendt: 2026-03-01' "$tree/meetings/2026-03-10-asu/meeting.yaml" &&
        hidden plan-check -C "$tree" && hidden tree-build -C "$tree" || return 1
    for suffix in html md json ics pdf docx; do
        test -s "$tree/build/public/2026-03-10-asu/notice.$suffix" || { echo "no notice.$suffix"; return 1; }
    done
    cmp "$tree/build/public/schemas/meeting.json" "$share/schemas/$1/meeting.json" &&
        schema=$(grep -o '"/[^"]*meeting.json' "$tree/.vscode/settings.json") && test -s "${schema#?}"
}
# Which version made it is told by what it has made.
version_is_told() {
    version=$(tree-build --version | sed 's/.* //')
    test "$(jq -r .versjon "$work/ny nb/build/manifest.json")" = "$version" &&
        pdfinfo "$work/ny nb/build/public/2026-03-10-asu/packet.pdf" | tee "$work/info" | grep "^Creator: *fellesskap $version\$"
    status=$?
    cat "$work/info"
    return $status
}
# What makes PDF or Word files is not installed: said once, and how to do without.
without() { # PACKAGE FORMAT VARIABLE=VALUE
    env "$3" "$prefix/bin/tree-build" -C "$work/ny nb" -o "$work/without" 2>"$work/said"
    status=$?
    cat "$work/said"
    test $status = 74 && test "$(wc -l <"$work/said")" = 1 && grep -q "$1.*--without $2" "$work/said" && ! test -e "$work/without/public" &&
        env "$3" "$prefix/bin/tree-build" -C "$work/ny nb" -o "$work/without" --without "$2" && rm -r "$work/without"
}
check "a new tree, its first meeting, and every document" begins nb
check "and in nynorsk" begins nn

check "the manifest and each PDF name the version" version_is_told
for module in weasyprint pikepdf; do
    mkdir -p "$work/no-$module" && echo "import sys; sys.modules['$module'] = None" >"$work/no-$module/sitecustomize.py"
done
check "without WeasyPrint" without weasyprint pdf "PYTHONPATH=$work/no-weasyprint"
check "without pikepdf" without python3-pikepdf pdf "PYTHONPATH=$work/no-pikepdf"
check "without pandoc" without pandoc docx "PATH=$prefix/bin"
attached() {
    mkdir "$work/ny nb/meetings/2026-03-10-asu/vedlegg" "$work/only-pandoc" && ln -s "$(command -v pandoc)" "$work/only-pandoc/" &&
        cp "$top/meetings/2025-02-04-asu/vedlegg/bemanning-i-piloten.pdf" "$work/ny nb/meetings/2026-03-10-asu/vedlegg/" &&
        sed -i 's/^type:/vedlegg: [{fil: vedlegg\/bemanning-i-piloten.pdf, tittel: Bemanning}]\n&/' "$work/ny nb/meetings/2026-03-10-asu/1-26.md" &&
        without qpdf pdf "PATH=$prefix/bin:$work/only-pandoc"
}
check "without qpdf, where a paper has an attachment" attached

# The example is whole: its editors find the schemas, it has no errors, and all its documents are made.
example() {
    cp -R "$doc/examples" "$work/example" && hidden plan-check -C "$work/example" &&
        hidden tree-build -C "$work/example" -o "$work/site" 2>"$work/said"
    status=$?
    cat "$work/said"
    test $status = 0 && (cd "$work/site/public" && ls action-plan.* grant-2024.pdf 2024-10-29-asu/*) >"$work/formats" &&
        for suffix in html md json xlsx svg pdf docx ics einnsyn; do
            grep -q "\\.$suffix\$" "$work/formats" || { echo "no $suffix"; return 1; }
        done
}
check "the example builds in every format" example
schemas_of_example() {
    sed -sn '1s/^# yaml-language-server: \$schema=//p' "$doc"/examples/plan/*.yaml "$doc"/examples/meetings/*/meeting.yaml | sort -u >"$work/schemas"
    test "$(wc -l <"$work/schemas")" -ge 5 && while read -r schema; do test -s "$root$schema" || { echo "$schema"; return 1; }; done <"$work/schemas"
}
check "the files of the example name installed schemas" schemas_of_example

again() {
    touch "$share/templates/old.html" && make -s install "B=$TEST_BUILD" "DESTDIR=$root" PREFIX=/usr &&
        (cd "$root" && find . -type f | sort) | diff "$work/installed" -
}
check "installing again leaves nothing of an earlier version" again
check "make uninstall" make -s uninstall "DESTDIR=$root" PREFIX=/usr
check "which leaves no file" sh -c '! find "$0" -type f | grep .' "$root"
finish
