#!/bin/sh
# SPDX-License-Identifier: MIT
# The commands are built as Debian builds its own: what the ELF files say.
. tests/tap.sh

header() { readelf -hW "$1" | grep -q 'Type: *DYN' && readelf -lW "$1" | grep -q INTERP; }
read_only() { readelf -lW "$1" | grep -q GNU_RELRO; }
bound_now() { readelf -dW "$1" | grep -q 'FLAGS.*BIND_NOW\|FLAGS_1.*NOW'; }
stack_is_data() { readelf -lW "$1" | grep GNU_STACK | grep -q ' RW ' && ! readelf -lW "$1" | grep GNU_STACK | grep -q RWE; }
imports() { readelf --dyn-syms -W "$2" | grep -q "UND *$1"; }
# The start files of Debian 12 have no such property, so that the whole program cannot have it: its functions do.
branches() { objdump -d --no-show-raw-insn --disassemble=main "$1" | grep -q endbr64; }
without_paths() { ! grep -aqF -e "$top" "$1" && ! readelf -dW "$1" | grep -q 'RPATH\|RUNPATH'; }

knows_fortify() { grep -q 'FORTIFY_LEVEL := 3' "$TEST_BUILD/compiler.mk"; }
check "the compiler was asked what it knows" grep -q '^FORTIFY_LEVEL := [23]$' "$TEST_BUILD/compiler.mk"
case $(${CC:-gcc} -dumpversion) in
[1-9] | 10* | 11*) ;;
*) check "a compiler of today knows the third level of fortification" knows_fortify ;;
esac
for command in "$BIN"/*; do
    name=${command##*/}
    check "$name is loaded anywhere" header "$command"
    check "$name: what is relocated becomes read-only" read_only "$command"
    check "$name: and all of it at the start" bound_now "$command"
    check "$name: the stack is no code" stack_is_data "$command"
    check "$name: the stack is protected" imports __stack_chk_fail "$command"
    check "$name: calls are fortified" imports '__[a-z]*_chk@' "$command"
    case $(uname -m) in
    x86_64) check "$name: branches and returns are guarded" branches "$command" ;;
    esac
    check "$name: no path of the machine that built it" without_paths "$command"
done

# As Debian's tools ask: their flags add to ours, and nothing warns.
outside() {
    make -s "B=$work/build" "CC=${CC:-gcc}" CPPFLAGS='-Wdate-time -D_FORTIFY_SOURCE=2' LDFLAGS='-Wl,-z,relro' \
        CFLAGS="-g -O2 -ffile-prefix-map=$top=. -fstack-protector-strong -Wformat -Werror=format-security -Werror" \
        "$work/build/obj/lib/base/text.o" "$work/build/obj/cmd/common/usage.o" >"$work/said" 2>&1
    status=$?
    cat "$work/said"
    test $status = 0 && ! test -s "$work/said"
}
check "flags from outside add to ours" outside
check "CPPFLAGS from outside are used" sh -c "make -n 'B=$work/build' CPPFLAGS=-DOURS programs | grep -q -e '-Ilib.* -DOURS .*-fPIE'"
finish
