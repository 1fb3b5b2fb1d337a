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
while IFS='|' read -r name command options subject rest; do
    case $subject in
    MEETING) operand=meetings/2024-03-12-asu ;;
    MEETINGS) operand= ;;
    *) continue ;;
    esac
    # shellcheck disable=SC2086 # options are several words, or none
    {
        check "$name: meetings/ that cannot be read is an error" unreadable meetings "$command" $options $operand
        check "... and so is a meeting" unreadable meetings/2024-03-12-asu "$command" $options $operand
    }
done <"$work/documents"
finish
