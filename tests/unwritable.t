#!/bin/sh
# SPDX-License-Identifier: MIT
# What cannot be written: whichever call of the system fails, all files are as they were, or as they are to be.
. tests/tap.sh
PATH=$BIN:$PATH
if ! command -v strace >/dev/null || ! strace -f -o /dev/null true; then
    echo '1..0 # SKIP strace is not installed, or may not trace'
    exit 0
fi
cd "$work" || exit 1
sums() { (cd "$1" && find . -type f ! -name '.tree-build*' | LC_ALL=C sort | xargs -d '\n' sha256sum 2>/dev/null); }

step=1 # from one call that fails to the next
# Runs a command again and again in a copy of folder `old`, each time with a later call of one kind failing, until none
# fails; `from` is "+" when all those after it fail too, as on a full disk. It says what is neither as `old` nor as `new`.
fails_at_each() { # NAME ERROR FROM COMMAND...
    call=$1 error=$2 from=$3
    shift 3
    n=$((1 - step))
    while :; do
        n=$((n + step))
        rm -rf copy
        cp -a old copy
        (cd copy && strace -f --seccomp-bpf -qq -o "$work/trace" -e trace="$call" \
            -e inject="$call:error=$error:when=$n$from" "$@" >"$work/said" 2>&1)
        status=$?
        grep -q INJECTED trace || break
        sums copy >is
        if test $status != 0; then
            cmp -s is old.sums || echo "$call $n$from: status $status, but not all is as it was"
            test $status = 74 || echo "$call $n$from: status $status"
            grep -q . said || test "$call" != "${call#write}" || echo "$call $n$from: nothing is said"
            (cd copy && "$@" >"$work/said" 2>&1)
            sums copy | cmp -s - new.sums || echo "$call $n$from: the next run does not put it right"
        else
            cmp -s is new.sums || echo "$call $n$from: status 0, but not all is as it is to be"
        fi
    done >faults
    test $n -gt $step || echo "$call: there is none" >>faults
    cat faults
    test ! -s faults
}

# --- a whole site, with a draft ---
mkdir old
cp -R "$top/tests/trees/small/plan" "$top/tests/trees/small/meetings" old
sent=old/meetings/2024-03-12-asu draft=old/meetings/2024-09-10-asu
cp -R $sent $draft
sed -i 's/^utvalg: .*/&\nutsendt: 2024-02-27/' $sent/meeting.yaml
sed -i 's/2024-03-12/2024-09-10/; s/^nr: .*/nr: 2\/24/; s/sak: \([123]\)\/24/sak: 1\1\/24/' $draft/meeting.yaml
for n in 1 2 3; do
    mv $draft/$n-24.md $draft/1$n-24.md
    sed -i "s/^sak: .*/sak: 1$n\/24/" $draft/1$n-24.md
done
build() { tree-build --without pdf,docx,pptx -o out; }
(cd old && build) >said 2>&1 || cat said
sed -i 's/^tittel: .*/& med mer/' old/plan/action-plan.yaml
printf '\nEtt ord til.\n' | tee -a $sent/3-24.md >>$draft/13-24.md
sums old >old.sums
cp -a old new
(cd new && build) >said 2>&1 || cat said
sums new >new.sums
check "the draft and what is public change" sh -c 'diff old.sums new.sums | grep -c "> .*out/[dp]" | grep -qx "[1-9][0-9]*"'
for call in linkat rename renameat2; do
    check "tree-build, each $call fails" fails_at_each $call ENOSPC "" tree-build --without pdf,docx,pptx -o out
done
step=4
for call in mkdir link; do
    check "tree-build, each fourth $call fails" fails_at_each $call ENOSPC "" tree-build --without pdf,docx,pptx -o out
done
step=9
check "tree-build, the disk is full from each ninth write on" fails_at_each write,link,linkat,mkdir ENOSPC + \
    tree-build --without pdf,docx,pptx -o out
step=1
check "tree-build, nothing may be renamed" fails_at_each renameat2,rename EACCES "" tree-build --without pdf,docx,pptx -o out
check "tree-build, the file system cannot exchange folders" fails_at_each renameat2 EINVAL "" \
    tree-build --without pdf,docx,pptx -o out

# --- a new meeting, which takes cases out of the queue ---
rm -rf old new
mkdir old
cp -R "$top/tests/trees/year/plan" "$top/tests/trees/year/meetings" old
mkdir -p old/meetings/queue/vedlegg
echo fil >old/meetings/queue/vedlegg/fil.txt
for name in a b; do
    {
        printf -- '---\ndokument: sak\nutvalg: ASU\ntittel: Fra køen\ntype: vedtak\nansvarlig: [rådgiver]\n'
        test $name = b || printf 'vedlegg:\n  - fil: vedlegg/fil.txt\n    tittel: Fil\n'
        printf -- '---\n## Forslag til vedtak\n\n1. Vi gjør det.\n'
    } >old/meetings/queue/$name.md
done
sums old >old.sums
cp -a old new
(cd new && meeting-new ASU 2025-02-04) >said 2>&1 || cat said
sums new >new.sums
check "two cases leave the queue" sh -c 'grep -c queue/.*md old.sums | grep -qx 2 && ! grep -q queue/.*md new.sums'
for call in mkdir rename renameat2 fsync chmod; do
    check "meeting-new, each $call fails" fails_at_each $call EIO "" meeting-new ASU 2025-02-04
done
check "meeting-new, the disk is full" fails_at_each write,mkdir,fsync ENOSPC + meeting-new ASU 2025-02-04
finish
