#!/bin/sh
# SPDX-License-Identifier: MIT
# gcc and clang have nothing to say, with the warnings of the Makefile and with optimisation, which some need.
. tests/tap.sh
flags=$(make -pn programs 2>/dev/null | sed -n 's/^WARNINGS := //p')
check "the Makefile has warnings" test -n "$flags"

# The compilers do not see that assert_non_null() ends a test.
compile() { # COMPILER
    # shellcheck disable=SC2086 # a list of words
    set -- "$1" -O2 -c -o /dev/null -std=c17 -Werror $flags -D_GNU_SOURCE -DFELLESSKAP_VERSION='"0"' -Ilib -Icmd
    find lib cmd -name '*.c' | xargs -n 1 -P 2 "$@" &&
        find tests/unit tests/bench tests/fuzz tests/hostile tests/memory -name '*.c' |
        xargs -n 1 -P 2 "$@" -Wno-null-dereference
}
check "no warnings with clang" compile clang
check "no warnings with gcc" compile gcc
finish
