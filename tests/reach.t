#!/bin/sh
# SPDX-License-Identifier: MIT
# How far a build reaches: it reads the tree, what is installed and what the system needs, writes into its folder alone,
# and no shell is started, whatever the files are called.
. tests/tap.sh
PATH=$BIN:$PATH
if ! command -v strace >/dev/null || ! strace -f -o /dev/null true; then
    echo '1..0 # SKIP strace is not installed, or may not trace'
    exit 0
fi
export TMPDIR="$work/tmp" HOME="$work/home"
mkdir "$TMPDIR" "$HOME" "$work/tree"
cp -R tests/trees/small/plan tests/trees/small/meetings "$work/tree"
cd "$work/tree" || exit 1
meeting=meetings/2024-03-12-asu
sed -i '/^utsendt:/d; s/^utvalg: .*/&\nutsendt: 2024-02-27/' $meeting/meeting.yaml
# shellcheck disable=SC2016 # a name, not a command
name='$(touch ran) `touch ran`; touch ran #.txt'
mkdir -p $meeting/vedlegg
echo vedlegg >"$meeting/vedlegg/$name"
sed -i "0,/^type: .*/s//&\nvedlegg:\n  - fil: 'vedlegg\/$name'\n    tittel: Et vedlegg/" $meeting/3-24.md
real=$(dirname "$(dirname "$(realpath "$BIN/tree-build")")")

traced() { # COMMAND...
    strace -f -s 500 -qq -e trace=%file -o "$work/trace" "$@" >"$work/said" 2>&1 || { cat "$work/said" && return 1; }
}
calls() { sed -E 's/^[0-9]+ +//' "$work/trace" | grep -v ' = -1 '; }
# The paths of calls that change something, and of all others.
changing='openat\(.*(O_WRONLY|O_RDWR|O_CREAT)|(mkdir|rename|renameat2|link|linkat|unlink|unlinkat|rmdir|symlink|chmod|chown|truncate)(at)?\('
paths() { grep -oE '"(/[^"]*|[^"]*)"' | tr -d '"' | grep .; }
writes_there() { # nothing but paths in `out`, which is beside the tree, and for temporary files
    calls | grep -E "^($changing)" | paths | grep -vE "^($work/out|$TMPDIR|/dev/(null|tty)|/proc/self/fd/)" |
        grep -vxF -e . >outside.txt
    cat outside.txt
    test ! -s outside.txt
}
reads_there() {
    calls | grep -E '^(openat|open|readlink|execve)\(' | paths | grep '^/' |
        grep -vE "^($work/|$real/|/lib|/usr/|/etc/ld.so|/proc/|/dev/|/sys/)" >outside.txt
    cat outside.txt
    test ! -s outside.txt
}
runs_no_shell() {
    grep -E 'execve\("[^"]*/(sh|bash|dash|env)"' "$work/trace" | grep -v ' = -1 ' >shells.txt
    cat shells.txt
    test ! -s shells.txt && test ! -e ran && test ! -e $meeting/ran
}

check "a tree with a name like a command is built" traced tree-build --without pdf,docx,pptx -o "$work/out"
check "... with the file of that name" sh -c 'grep -q "Et vedlegg" "$1" && grep -q "touch" "$2"' - \
    "$work/out/public/2024-03-12-asu/packet.md" "$work/trace"
check "... which writes into its folder alone" writes_there
check "... and reads the tree and what is installed" reads_there
check "... and starts no shell" runs_no_shell
check "plan-check" traced plan-check
check "... writes nothing" writes_there
check "... and reads the tree and what is installed" reads_there
if command -v pandoc >/dev/null; then
    check "a packet as DOCX" traced tree-build -o "$work/out" 2024-03-12-asu/packet.docx
    check "... is made without a shell" runs_no_shell
else
    skip "a packet as DOCX" "pandoc is not installed"
fi
finish
