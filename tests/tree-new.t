#!/bin/sh
# SPDX-License-Identifier: MIT
# tree-new leaves a whole tree or nothing: on a full disk, and where it is stopped or killed.
. tests/tap.sh
PATH=$BIN:$PATH
cd "$work" || exit 1
tree-new --ci github whole >/dev/null
files=$(find whole -type f | wc -l)

# So many files and folders, and not one more.
full() { # OPTIONS OF MOUNT
    rm -rf disk.kept
    in_namespace sh -c 'mount -t tmpfs -o "$1" none "$0" && tree-new --ci github "$0/tree" >"$0.said" 2>&1; echo $? >"$0.status"
        cp -R "$0/." "$0.kept"' "$work/disk" "$1" || return 1
    case $(cat disk.status) in
    0) diff -r whole disk.kept/tree ;;
    74) test -z "$(ls -A disk.kept)" && grep 'plass' disk.said ;;
    *) cat disk.said; return 1 ;;
    esac
    result=$?
    echo "status $(cat disk.status) with $1"
    return $result
}
each_size() {
    for count in $(seq 2 30); do
        full "nr_inodes=$count" || return 1
        cat disk.status >>statuses
    done
    test "$(sort -u statuses | tr '\n' ' ')" = '0 74 '
}
mkdir disk
if can_mount; then
    check "a full disk at each file" each_size
    check "a disk of one page" full size=4k
else
    skip "a full disk" "nothing can be mounted here"
fi

# At many moments; the files of a run that was killed outright are gone after the next.
stopped() { # SIGNAL
    made=0
    for moment in $(seq 1 40); do
        rm -rf here && mkdir here
        timeout --foreground -s "$1" "0.00$moment" tree-new --ci github here/tree >/dev/null 2>&1
        if test -e here/tree; then
            diff -r whole here/tree || return 1
            made=$((made + 1))
        elif test "$1" = TERM && test -n "$(ls -A here)"; then
            ls -A here
            return 1
        fi
        tree-new here/next >/dev/null && ! ls -A here | grep unfinished || return 1
    done
    echo "$made of 40 were made, $files files each"
}
check "stopped" stopped TERM
check "killed" stopped KILL
# Who may read, and not write: told, with nothing begun. The queue keeps its cases.
as_reader() { # COMMAND...
    if test "$(id -u)" = 0; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}
no_permission() { # STATUS FOLDER COMMAND...
    expected=$1 folder=$2
    shift 2
    find "$folder" | sort >before
    chmod a-w "$folder"
    as_reader "$@" >said 2>&1
    status=$?
    chmod u+w "$folder"
    cat said
    test $status = "$expected" && test "$(wc -l <said)" = 1 && grep 'du har ikke tilgang' said && find "$folder" | sort | diff before -
}
chmod 711 "$work"
if as_reader "$BIN/tree-new" --version >/dev/null 2>&1 && as_reader cat "$BIN/../share/fellesskap/templates/labels.nb.txt" >/dev/null 2>&1; then
    mkdir -p locked && cp -R whole mine && printf -- '---\ndokument: sak\nutvalg: ASU\ntittel: Rutiner\ntype: vedtak\nansvarlig: [ASU]\n---\n## Forslag til vedtak\n\n1. ASU vedtar det.\n' >mine/meetings/queue/a.md
    check "no permission: tree-new" no_permission 74 locked tree-new locked/tree
    check "no permission: meeting-new" no_permission 74 mine/meetings meeting-new -C mine ASU 2026-03-10
    check "no permission: tree-build" no_permission 74 mine tree-build -C mine --without pdf,docx,pptx
else
    skip "no permission" "others cannot run the commands here"
fi
check "standard output that cannot be written: told" sh -c 'tree-new told >/dev/full; test $? = 74 && diff -r whole/plan told/plan'
finish
