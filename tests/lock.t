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
# shellcheck disable=SC2310 # a function of its own, in a pipeline
unreadable() { # FOLDER
    chmod 000 "$1"
    nobody decision-list -f json >register 2>said
    status=$?
    chmod 755 "$1"
    cat said
    test $status = 1 && grep -q "^$1" said
}
cp -R "$BIN" "$work/bin"
test ! -d "$BIN/../share" || cp -R "$BIN/../share" "$work/share"
PATH=$work/bin:$PATH
check "meetings/ that cannot be read is an error" unreadable meetings
check "... and so is a meeting" unreadable meetings/2024-03-12-asu
finish
