#!/bin/sh
# SPDX-License-Identifier: MIT
# A document is written whole or not at all: full disks, closed pipes, killed runs, names that cannot be written.
. tests/tap.sh
PATH=$BIN:$PATH
tree=$work/tree
mkdir "$tree" "$work/out"
cp -R tests/trees/small/plan tests/trees/small/meetings "$tree"
small_strategy >"$tree/plan/strategy.md"
small_slides 0.1.1 >"$tree/plan/status-2024.yaml"
second_grant "$tree"
grant_decided "$tree"
big_plan 20000 >"$tree/plan/big.yaml"
cp -R tests/trees/year "$tree"
sed -i '1a orgnummer: 974760673\nepost: post@example.no\ninnsyn-epost: innsyn@example.no' "$tree/year/plan/organisation.yaml"
cd "$tree" || exit 1
out=$work/out
MATRIX="plan-matrix plan/big.yaml"
export out tree work

# A folder with a file that must stay as it is, alone.
lay_out() {
    chmod -R u+rwX "$out" && rm -rf "$out" && mkdir "$out" && echo 'as it was' >"$out/old.$1"
}
is_untouched() { # suffix
    test "$(cat "$out/old.$1")" = 'as it was' || { echo "the old file was touched"; return 1; }
    test "$(ls -A "$out")" = "old.$1" || { ls -lA "$out"; return 1; }
}

# cannot_write COMMAND...: status 74, and a message of one line that names the command and why.
cannot_write() {
    "$@" 2>"$work/err"
    status=$?
    cat "$work/err"
    echo "status $status"
    test $status = 74 && test "$(wc -l <"$work/err")" = 1 && grep -q "^$1: kan ikke skrive .*: [a-z]" "$work/err"
}

documents() { # FUNCTION ARGUMENT...: calls it with format, command and operand of every document
    table_of_documents >"$work/documents"
    while IFS='|' read -r name command options subject formats rest; do
        case $subject in
        PLAN) operand=plan/action-plan.yaml ;;
        GRANT) operand=plan/grant-2024.yaml ;;
        GRANTS) operand="plan/grant-2023.yaml plan/grant-2024.yaml" ;;
        MEETING) operand="-C year meetings/2024-02-06-asu" ;;
        STATUS | STRATEGY | ORGANISATION) operand= ;;
        NOTE) operand=plan/status-2024.yaml ;;
        MEETINGS | YEAR) operand="-C year" ;;
        REGISTRY) operand="-C year ${name#register-}" ;;
        *) fail "$name: what it is made of is not here"; continue ;;
        esac
        for format in $formats; do "$@" "$format" "$command${options:+ $options}" "$operand"; done
    done <"$work/documents"
}

cannot_write_as() { # like cannot_write for a command within sh -c
    sh -c "$1" 2>"$work/err"
    status=$?
    cat "$work/err"
    echo "status $status"
    test $status = 74 && test "$(wc -l <"$work/err")" = 1 && grep -q "^[a-z-]*: kan ikke skrive .*: [a-z]" "$work/err"
}
to_full_device() {
    check "$2 -f $1 >/dev/full" cannot_write_as "$2 -f $1 $3 >/dev/full"
    check "$2 -f $1 -o /dev/full" cannot_write_as "$2 -f $1 -o /dev/full $3"
}
documents to_full_device
check "a device gets what a file gets" sh -c 'plan-matrix -f md -o /dev/stdout | cat >"$work/a" && plan-matrix -f md >"$work/b" && cmp "$work/a" "$work/b"'
check "a workbook may go to a pipe" sh -c 'plan-matrix -f xlsx | cat >"$work/a.xlsx" && plan-matrix -o "$work/b.xlsx" && cmp "$work/a.xlsx" "$work/b.xlsx"'
check "no message is lost in a file, and the file keeps what it had" sh -c 'cd "$work" && echo before >log &&
    plan-matrix nothing.yaml 2>>log; test "$(wc -l <log)" = 2 && grep -q before log && grep -q "^plan/organisation.yaml: feil: " log'

# --- names that cannot be written ---
refuses() { # NAME ARGUMENT...: into names that cannot be
    name=$1
    shift
    lay_out md
    check "$name" cannot_write plan-matrix "$@"
    check "$name: nothing is touched" is_untouched md
}
refuses "-o in a folder that is not there" -o "$out/missing/plan.md"
mkdir "$work/folder.md"
refuses "-o onto a folder" -o "$work/folder.md"
refuses "-o below a file" -o "$out/old.md/plan.md"
refuses "several -o, the last cannot be opened" -o "$out/old.md" -o "$out/new.html" -o "$out/missing/plan.json"
refuses "several -o, the last is a full device" -f md -o "$out/old.md" -o "$out/new.md" -o /dev/full
refuses "a name that is too long" -o "$out/$(printf '%0300d' 0).md"
name_of_250=$(printf '%0250d' 0)
lay_out md
check "a name of 253 bytes is not too long" sh -c "plan-matrix -o '$out/$name_of_250.md' && test -s '$out/$name_of_250.md'"

lay_out md
ln -s old.md "$out/link.md"
chmod 640 "$out/old.md"
check "through a link" plan-matrix -o "$out/link.md"
check "the link stays" test -L "$out/link.md"
check "its file is new" grep -q '^# Handlingsplan' "$out/old.md"
check "the mode of the old file stays" test "$(stat -c %a "$out/old.md")" = 640
check "a new file has the mode that others get" sh -c 'umask 027; plan-matrix -o "$out/new.md" && test "$(stat -c %a "$out/new.md")" = 640'
lay_out md
mkdir "$work/elsewhere"
ln -s "$work/elsewhere/new.md" "$out/link.md"
check "through a link to a file that is not there yet" sh -c 'plan-matrix -o "$out/link.md" && test -L "$out/link.md" && test -s "$work/elsewhere/new.md"'

# --- closed pipes ---
check "a closed pipe ends the run in silence" sh -c "{ $MATRIX 2>'$work/err'; echo \$? >'$work/status'; } | head -c 10 >/dev/null
    cat '$work/status' '$work/err'; test \"\$(cat '$work/status')\" = 141 && ! test -s '$work/err'"
check "the same where the signal is ignored: a message" sh -c "(trap '' PIPE; $MATRIX 2>'$work/err'; echo \$? >'$work/status') | head -c 10 >/dev/null
    cat '$work/status' '$work/err'; test \"\$(cat '$work/status')\" = 74 && test \"\$(wc -l <'$work/err')\" = 1"
check "closed standard output" cannot_write_as "plan-matrix >&-"

# --- killed runs ---
killed() { # SIGNAL NUMBER DELAY
    lay_out html
    timeout --preserve-status --signal="$1" "$3" plan-matrix -o "$out/old.html" -o "$out/new.json" -o "$out/new.xlsx" plan/big.yaml
    status=$?
    echo "status $status"
    test $status = $((128 + $2)) && is_untouched html
}
for delay in 0.01 0.05 0.1 0.15; do
    check "SIGINT after $delay s" killed INT 2 $delay
    check "SIGTERM after $delay s" killed TERM 15 $delay
    check "SIGHUP after $delay s" killed HUP 1 $delay
    check "SIGKILL after $delay s" killed KILL 9 $delay
done

# A folder of a meeting, stopped while it is written: it is there with all of its cases, or they all wait in the queue.
lay_out_queue() {
    rm -rf "$work/queue" && cp -R "$top/tests/trees/small" "$work/queue" && mkdir "$work/queue/meetings/queue" || return 1
    for i in $(seq 100 399); do
        printf -- '---\ndokument: sak\nutvalg: ASU\nminutter: 1\ntittel: Sak\ntype: orientering\nansvarlig: [leder-asu]\n---\nTekst.\n' >"$work/queue/meetings/queue/$i.md"
    done
}
queue_is_whole() { # CASES
    find "$work/queue/meetings" -name '.*' | sed 's/^/left: /'
    ls -A "$work/queue/meetings" | sed 's/^/in meetings: /'
    test "$(ls "$work/queue/meetings/queue" | wc -l)" = "$1" && ! ls -d "$work"/queue/meetings/.[!.]* 2>/dev/null
}
stopped_midway() { # SIGNAL NUMBER
    lay_out_queue || return 1
    env --default-signal=INT,TERM,HUP meeting-new -C "$work/queue" ASU 2024-06-04 >/dev/null 2>&1 &
    run=$!
    for i in $(seq 500); do
        ls -d "$work"/queue/meetings/.unfinished-* >/dev/null 2>&1 && break
        sleep 0.002
    done
    kill -s "$1" $run
    wait $run
    status=$?
    echo "status $status"
    if test $status = 0; then # it was done before
        queue_is_whole 0
    elif test -d "$work/queue/meetings/2024-06-04-asu"; then
        test $status = $((128 + $2)) && queue_is_whole 0
    else
        test $status = $((128 + $2)) && { test "$1" = KILL || queue_is_whole 300; }
    fi
}
for signal in INT:2 TERM:15 HUP:1 KILL:9; do
    check "a new meeting: SIG${signal%:*} while it is written" stopped_midway "${signal%:*}" "${signal#*:}"
done
# What a killed run has left, and what a working run has not finished: the lock shows which.
after_a_killed_run() {
    lay_out_queue && mkdir -p "$work/queue/meetings/.unfinished-abcdef/vedlegg" "$work/queue/meetings/.unfinished-locked" &&
        ln -s "$work/queue/plan" "$work/queue/meetings/.unfinished-abcdef/vedlegg/plan" &&
        echo x >"$work/queue/meetings/.unfinished-abcdef/vedlegg/a.pdf" || return 1
    flock "$work/queue/meetings/.unfinished-locked" meeting-new -C "$work/queue" ASU 2024-06-04 >/dev/null || return 1
    test -f "$work/queue/plan/organisation.yaml" && rmdir "$work/queue/meetings/.unfinished-locked" && queue_is_whole 0
}
check "a new meeting: the next run removes what a killed one has left" after_a_killed_run

# A file system without files that have no name: the temporary one has a name, and must go nevertheless.
cat >"$work/named.c" <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
int open(const char *path, int flags, ...) {
    int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    if ((flags & O_TMPFILE) == O_TMPFILE) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return real(path, flags, mode);
}
END
if test "${VARIANT:-release}" = release && "${CC:-cc}" -w -shared -fPIC -o "$work/named.so" "$work/named.c" -ldl; then
    check "without O_TMPFILE: what comes before is loaded" sh -c 'LD_PRELOAD="$work/named.so" ldd "$BIN/plan-matrix" | grep named.so'
    killed_with_name() {
        lay_out html
        LD_PRELOAD=$work/named.so timeout --preserve-status --signal="$1" "$3" plan-matrix -o "$out/old.html" -o "$out/new.json" plan/big.yaml
        status=$?
        echo "status $status"
        test $status = $((128 + $2)) && is_untouched html
    }
    for delay in 0.05 0.1 0.15; do
        check "without O_TMPFILE: SIGINT after $delay s" killed_with_name INT 2 $delay
        check "without O_TMPFILE: SIGTERM after $delay s" killed_with_name TERM 15 $delay
    done
    lay_out md
    check "without O_TMPFILE: a document" sh -c 'LD_PRELOAD="$work/named.so" plan-matrix -o "$out/old.md" -o "$out/new.xlsx" && grep -q "^# Handlingsplan" "$out/old.md" && test "$(ls -A "$out" | wc -l)" = 2'
    lay_out md
    check "without O_TMPFILE: one of two cannot be written" cannot_write_as "LD_PRELOAD='$work/named.so' plan-matrix -f md -o '$out/old.md' -o /dev/full"
    check "without O_TMPFILE: nothing is left" is_untouched md
else
    skip "without O_TMPFILE" "no compiler, or a sanitised program"
fi

# --- full disks and those that cannot be written, in a mount namespace of our own ---
if can_mount; then
    mounted() { # OPTIONS SCRIPT: with a small file system at $disk that holds old.*
        disk=$work/disk in_namespace sh -c "mkdir -p \"\$disk\" && mount -t tmpfs -o $1 none \"\$disk\" || exit 99
            for s in md html xlsx svg json; do echo 'as it was' >\"\$disk/old.\$s\"; done
            ls -A \"\$disk\" >'$work/before'
            is_untouched() {
                ls -A \"\$disk\" | diff '$work/before' - && test \"\$(cat \"\$disk\"/old.* | sort -u)\" = 'as it was'
            }
            fails() {
                \"\$@\" 2>'$work/err'; status=\$?; cat '$work/err'; echo \"status \$status\"
                test \$status = 74 && test \"\$(wc -l <'$work/err')\" = 1 && grep -q \"^\$1: kan ikke skrive .*: [a-z]\" '$work/err'
            }
            $2"
    }
    for format in md html xlsx svg json; do
        check "full disk: $format" mounted size=64k "fails plan-matrix -o \"\$disk/old.$format\" plan/big.yaml && is_untouched"
    done
    check "full disk: a small document" mounted size=64k 'cat /dev/zero >"$disk/rest" 2>/dev/null; ls -A "$disk" >"$work/before"
        fails plan-matrix -o "$disk/old.md"; failed=$?; rm "$disk/rest"; sed -i /rest/d "$work/before"; test $failed = 0 && is_untouched'
    lay_out md
    check "full disk under the last of several: the first is as it was" mounted size=64k "cat /dev/zero >\"\$disk/rest\" 2>/dev/null
        fails plan-matrix -o $out/old.md -o \"\$disk/old.html\""
    check "full disk under the last of several: nothing beside the first" is_untouched md
    lay_out xlsx
    check "full folder for temporary files: a message" mounted size=64k "TMPDIR=\$disk fails plan-matrix -o $out/old.xlsx plan/big.yaml && is_untouched"
    check "full folder for temporary files: the old workbook" is_untouched xlsx
    # The library packs what is left of a sheet and reports success: forty sizes, from nothing to enough.
    big_plan 1500 >plan/middle.yaml
    plan-matrix -o "$work/whole.xlsx" plan/middle.yaml
    cut_at() { # KILOBYTES: prints "refused" or "whole"
        mounted size="$1k" "rm -f \"\$disk\"/old.*; TMPDIR=\$disk plan-matrix -o '$work/cut.xlsx' plan/middle.yaml 2>'$work/err'
            status=\$?
            test -z \"\$(ls -A \"\$disk\")\" || { echo 'temporary files are left'; exit 1; }
            test \$status = 74 && test ! -e '$work/cut.xlsx' && grep -q 'kan ikke skrive' '$work/err' && echo refused && exit
            test \$status = 0 && cmp '$work/whole.xlsx' '$work/cut.xlsx' && rm '$work/cut.xlsx' && echo whole"
    }
    for step in $(seq 40); do
        cut_at $((step * 128)) >"$work/cut"
        cat "$work/cut" >>"$work/cuts"
        check "folder for temporary files of $((step * 128)) KiB: refused, or the right workbook" grep -qx -e refused -e whole "$work/cut"
    done
    check "folder for temporary files: some were too small, some large enough" test "$(sort -u "$work/cuts" | tr '\n' ' ')" = 'refused whole '
    check "no folder for temporary files" cannot_write_as "TMPDIR=$work/missing plan-matrix -o $out/old.xlsx plan/big.yaml"
    check "no folder for temporary files: the old workbook" is_untouched xlsx
    check "a folder that only can be read" mounted size=1m 'mount -o remount,ro "$disk"
        fails plan-matrix -o "$disk/old.md" && fails plan-matrix -o "$disk/new.xlsx" && is_untouched'
else
    skip "full disks" "mounting is not allowed here"
fi
finish
