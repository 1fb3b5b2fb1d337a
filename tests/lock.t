#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs that change the same tree at the same time, and folders that cannot be read.
. tests/tap.sh
PATH=$BIN:$PATH
tree=$work/tree
mkdir "$tree"
cp -R tests/trees/small/plan tests/trees/small/meetings "$tree"
cd "$tree" || exit 1
export LC_ALL=C

waits() {
    flock . sleep 1 &
    sleep 0.2
    meeting-new ASU 2024-05-07 2>said
    status=$?
    wait
    cat said
    test $status = 0 && grep -q '^meeting-new: ' said
}
check "meeting-new waits for another run" waits
fixes() {
    flock . sleep 1 &
    sleep 0.2
    plan-check --fix >report 2>said
    wait
    cat said
    grep -q '^plan-check: ' said
}
check "plan-check --fix does" fixes
only_reads() {
    flock . sleep 1 &
    sleep 0.2
    plan-check >report 2>said
    wait
    cat said
    test ! -s said
}
check "plan-check alone does not" only_reads
grant=plan/grant-2024.yaml
grant-sheet -o "$work/grant.xlsx" $grant
"$top/tests/change-workbook" "$work/grant.xlsx" "$work/changed.xlsx" 'Tildelinger 2 Bundet=5'
brings_back() {
    flock . sleep 1 &
    sleep 0.2
    grant-sheet --from "$work/changed.xlsx" --write $grant >report 2>said
    wait
    cat said
    grep -q '^grant-sheet: ' said && grep -q '^    bundet: 5$' $grant
}
check "grant-sheet --from --write does" brings_back
only_shows() {
    flock . sleep 1 &
    sleep 0.2
    grant-sheet --from "$work/changed.xlsx" $grant >report 2>said
    wait
    cat said
    ! grep -q '^grant-sheet: ' said
}
check "grant-sheet --from alone does not" only_shows
check "nothing is left of a lock" test -z "$(find . -name '*lock*')"

if test "$(id -u)" = 0; then
    nobody() { setpriv --reuid=65534 --clear-groups "$@"; }
else
    nobody() { "$@"; }
fi
chmod 755 "$work" "$tree"
unreadable() { # FOLDER COMMAND...
    folder=$1
    shift
    chmod 000 "$folder"
    nobody "$@" -f json >made 2>said
    status=$?
    chmod 755 "$folder"
    cat said
    test $status = 1 && grep -q "^$folder" said && test ! -s made
}
cp -R "$BIN" "$work/bin"
test ! -d "$BIN/../share" || cp -R "$BIN/../share" "$work/share"
PATH=$work/bin:$PATH
table_of_documents >"$work/documents"
sed 's/^id: .*/id: 2023/; s/^vedtatt: .*//' $grant >plan/grant-2023.yaml
printf 'dokument: årshjul\ntittel: Året\neier: ASU\ndato: 2024-01-01\noppgaver:\n  - {id: dag, navn: Dag, hvem: [ASU], uke: 12}\n' >plan/year.yaml
while IFS='|' read -r name command options subject rest; do
    case $subject in
    MEETING) operand=meetings/2024-03-12-asu folder=meetings item=$operand ;;
    MEETINGS) operand='' folder=meetings item=meetings/2024-03-12-asu ;;
    YEAR) operand='' folder=plan item=plan/year.yaml ;;
    GRANT) operand=$grant folder=plan item=$operand ;;
    GRANTS) operand="plan/grant-2023.yaml $grant" folder=plan item=$grant ;;
    *) continue ;;
    esac
    # shellcheck disable=SC2086 # options are several words, or none
    {
        check "$name: $folder/ that cannot be read is an error" unreadable $folder "$command" $options $operand
        check "... and so is one of it" unreadable "$item" "$command" $options $operand
    }
done <"$work/documents"
finish
