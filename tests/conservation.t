#!/bin/sh
# SPDX-License-Identifier: MIT
# What people wrote comes out in every format that shows it: once, in order, unchanged. make conserve: more texts.
. tests/tap.sh
conserve=$top/tests/judges/conserve.py
check "500 texts, the same in every format" python3 "$conserve" 500

# The judge itself: it must see that a command loses a word, or the number of a point.
losing() { # COMMAND SED-SCRIPT: a folder of commands in which one of them loses what the script takes away
    rm -rf "$work/bin"
    mkdir "$work/bin"
    for command in "$BIN"/*; do ln -s "$command" "$work/bin/"; done
    rm "$work/bin/$1"
    printf '#!/bin/sh\nset -e\n"%s/%s" "$@" >"%s/whole"\nsed "%s" "%s/whole"\n' "$BIN" "$1" "$work" "$2" "$work" >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
is_seen() { # COMMAND SED-SCRIPT FORMAT
    losing "$1" "$2"
    BIN=$work/bin python3 "$conserve" 20 >"$work/judged" && return 1
    cat "$work/judged"
    grep -q "^# $3, text" "$work/judged"
}
check "a word lost by the packet is seen" is_seen meeting-packet 's/ økonomi / /' HTML
check "a number lost by the packet is seen" is_seen meeting-packet 's/<ol start=.3.>/<ol>/' HTML
check "a word lost by the minutes is seen" is_seen meeting-minutes 's/ økonomi / /' minutes
check "a word lost by the register is seen" is_seen decision-list 's/ økonomi / /' register
finish
