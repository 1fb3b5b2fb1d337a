#!/bin/sh
# SPDX-License-Identifier: MIT
# The rules of the house that a program can check.
. tests/tap.sh
sources() {
    find lib cmd tests/unit tests/bench tests/fuzz tests/hostile tests/memory -name '*.[ch]' | sort
}

formatted() {
    sources | xargs clang-format --dry-run -Werror >"$work/format" 2>&1
    status=$?
    sed -n 's/:[0-9]*: error: .*//p' "$work/format" | sort -u
    return $status
}
# Other versions lay some lines out otherwise: this one decides.
if clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
    check "clang-format" formatted
else
    skip "clang-format" "it is not version 14"
fi

# tests/warnings.t compiles with all warnings.
compile() { # COMPILER ARGUMENT...
    find lib cmd tests/unit tests/bench tests/fuzz tests/hostile tests/memory -name '*.c' | xargs -n 8 -P 2 "$@" -fsyntax-only -std=c17 -Werror -Wall -Wextra -Wpedantic \
        -Wshadow -Wconversion -D_GNU_SOURCE -DFELLESSKAP_VERSION='"0"' -Ilib -Icmd
}
check "no warnings with clang" compile clang
check "no warnings with gcc" compile gcc

# A function begins after a line that ends in ") {" and ends at a "}" in the first column.
long_functions() {
    sources | grep '\.c$' | xargs awk '
        FNR == 1 { start = 0 }
        /\\$/ { next }
        !start && /\) \{$/ && !/^[ \t]*(for|while|if|switch)/ { start = FNR; name = $0; functions++ }
        start && /^\}/ {
            limit = name ~ /^int main\(/ ? 50 : FILENAME ~ /^tests/ ? 80 : 40
            if (FNR - start + 1 > limit)
                { print FILENAME ":" start ": " FNR - start + 1 " lines, at most " limit ": " name; long = 1 }
            start = 0
        }
        END { if (functions < 400) { print "only " functions " functions were seen"; long = 1 } exit long }'
}
check "no function over 40 lines, in tests 80, main 50" long_functions
check "no file over 500 lines" sh -c "find lib cmd -name '*.[ch]' | xargs wc -l | awk '\$2 != \"total\" && \$1 > 500 { print; found = 1 } END { exit found }'"
check "no folder of lib/ over 30 files, but for lib/base" sh -c "find lib -type f | sed 's,/[^/]*\$,,' | grep -v '^lib/base\$' | sort | uniq -c | awk '\$1 > 30 { print; found = 1 } END { exit found }'"

# What each folder may include. A layer knows those before it; render knows base alone.
wrong_includes() {
    for file in $(find lib cmd -name '*.[ch]' | sort); do
        layer=$(echo "$file" | sed 's|^lib/||; s|/.*||')
        case $layer in
        base) allowed="base" ;;
        input) allowed="base input" ;;
        model) allowed="base input model" ;;
        check) allowed="base input model check" ;;
        view) allowed="base input model check view" ;;
        render) allowed="base render" ;;
        document) allowed="base input model check view render document" ;;
        cmd) allowed="base input model check view render document common" ;;
        *) allowed="" ;;
        esac
        sed -n 's|^# *include "\([a-z]*\)/.*|\1|p' "$file" | sort -u | while read -r included; do
            case " $allowed " in
            *" $included "*) ;;
            *) echo "$file includes $included/" ;;
            esac
        done
    done
}
check "layers" sh -c "$(sed -n '/^wrong_includes() {/,/^}/p' tests/style.t)
    found=\$(wrong_includes); echo \"\$found\"; test -z \"\$found\""
# Each .c of lib/ has a header of its own, or declares what it gives in a header of its folder, which says so at its
# beginning: "// The header of check/plan/: …". It includes that header itself.
headless() {
    for source in $(find lib cmd/common -name '*.c' | sort); do
        own=${source%.c}.h
        test -f "$own" && continue
        folder=$(dirname "${source#lib/}")
        for header in $(sed -n 's|^#include "\('"$folder"'/[a-z_]*\.h\)"|\1|p' "$source"); do
            sed -n 2p "lib/$header" | grep -q "^// The header of $folder/" && continue 2
        done
        echo "$source has no header"
    done
}
check "each file has a header of its own or its folder's" sh -c "$(sed -n '/^headless() {/,/^}/p' tests/style.t)
    found=\$(headless); echo \"\$found\"; test -z \"\$found\""

# docs/architecture.md lists the folders of each layer.
unlisted() {
    for folder in lib/*/*/; do
        layer=$(echo "$folder" | cut -d/ -f2) subject=$(basename "$folder")
        grep "^| .$layer. |" docs/architecture.md | grep -qF "\`$subject\`" || echo "$folder"
    done
}
check "docs/architecture.md lists each folder of lib/" sh -c "$(sed -n '/^unlisted() {/,/^}/p' tests/style.t)
    found=\$(unlisted); echo \"\$found\"; test -z \"\$found\""

# No cycle of files: each can be read, and tested, with those below it alone. A .c and its .h are one file. The header
# of a folder is a file by itself, so that its files may include it; and because such a header hides who calls whom,
# what the object files need of each other is looked at as well.
no_cycle() { # reads pairs "A B": A needs B
    tsort >"$work/sorted" 2>"$work/cycle"
    status=$?
    sed 's/^tsort: //' "$work/cycle" | head -n 20
    test -s "$work/sorted" && return $status
}
included() {
    grep -rn --include='*.[ch]' '^#include "' lib | sed 's|^lib/||; s|:[0-9]*:#include "| |; s|"$||' |
        while read -r from to; do
            for file in "$from" "$to"; do
                if sed -n 2p "lib/$file" | grep -q '^// The header of '; then
                    echo "$file"
                else
                    echo "${file%.[ch]}"
                fi
            done
        done | paste -d ' ' - - | awk '$1 != $2'
}
called() {
    find "$TEST_BUILD/obj/lib" -name '*.o' | xargs nm -A -P | awk -v build="$TEST_BUILD/obj/lib/" '
        { file = substr($1, length(build) + 1); sub(/\.o:$/, "", file) }
        $3 == "U" { user[++users] = file; needed[users] = $2; next }
        $3 ~ /[A-Z]/ { home[$2] = file }
        END { for (i = 1; i <= users; i++)
            if (needed[i] in home && home[needed[i]] != user[i]) print user[i], home[needed[i]] }'
}
check "no file includes what includes it" sh -c "$(sed -n '/^no_cycle() {/,/^}/p; /^included() {/,/^}/p' tests/style.t)
    work=$work; included | no_cycle"
check "no file calls what calls it" sh -c "$(sed -n '/^no_cycle() {/,/^}/p; /^called() {/,/^}/p' tests/style.t)
    work=$work; called | no_cycle"

# Whoever tells or checks decisions has their points of one reader. changes.c shows the words of a point.
looks_into_lists() {
    grep -rlE 'PROSE_ORDERED_LIST|PROSE_ITEM\b.*==|== *PROSE_ITEM' lib cmd | sort |
        grep -vE '^lib/(base/prose\.[ch]|input/markdown/.*|render/prose/.*|model/meeting/points\.c|view/meeting/changes\.c)$'
}
check "a decision's section is cut into points in one place" sh -c "$(sed -n '/^looks_into_lists() {/,/^}/p' tests/style.t)
    ! looks_into_lists && grep -q PROSE_ORDERED_LIST lib/model/meeting/points.c"

# What a header declares is called from another file, or by a test.
uncalled() {
    find "$TEST_BUILD/obj" -name '*.o' | xargs nm -A -P | awk -v build="$TEST_BUILD/obj/" '
        { file = substr($1, length(build) + 1); sub(/\.o:$/, "", file) }
        $3 == "U" { needed[$2] = 1; next }
        $3 ~ /^[TDRB]$/ && file ~ /^(lib|cmd\/common)\// { home[$2] = file }
        END { for (name in home) if (!(name in needed)) print home[name], name }' |
        while read -r file name; do
            test ! -e "$file.c" || grep -rqw --include='*.[ch]' "$name" tests || echo "$file.c: $name is its own; make it static"
        done
}
check "what a header declares is used elsewhere" sh -c "$(sed -n '/^uncalled() {/,/^}/p' tests/style.t)
    found=\$(uncalled); echo \"\$found\"; test -z \"\$found\""

only_in() { # HEADER FILE...: no other file of lib and cmd includes it
    header=$1
    shift
    found=$(grep -rlF "<$header>" lib cmd | sort | tr '\n' ' ')
    echo "$header: $found"
    for file in $found; do
        case $file in
        $1 | ${2:-$1}) ;;
        *) return 1 ;;
        esac
    done
    test -n "$found"
}
check "libyaml is known to one module" only_in yaml.h lib/input/yaml/yaml.c
check "the system's errors are told in the reader's language" sh -c "! grep -rnw strerror lib cmd --include=*.c | grep -v '^lib/base/system_error.c:'"
check "cmark is known to one module" only_in cmark.h 'lib/input/markdown/*'
check "libxlsxwriter is known to one module" only_in xlsxwriter.h 'lib/render/xlsx/*'
check "expat is known to one module" only_in expat.h lib/base/xml.c
# base/child ends the process that it has made, and no other.
check "lib/ does not exit, print, abort or assert" sh -c "! grep -rnE '\b(printf|puts|exit|_exit|abort|fprintf|assert) *\(' lib | grep -v '^lib/base/child.c:'"
check "every source says its licence in the first lines" sh -c "
    ! find lib cmd tools tests po -path '*/node_modules' -prune -o -path tests/cases -prune -o -path tests/trees -prune -o -type f \
        \( -name '*.[ch]' -o -name '*.t' -o -name '*.sh' -o -name '*.mjs' -o -name '*.py' -o -name '*.mk' -o -perm -100 \) -print |
        xargs -n 1 sh -c 'head -n 3 \"\$0\" | grep -q SPDX-License-Identifier || echo \"\$0\"' | grep ."
check "no picture or other binary file lies beside the Makefile" sh -c "! find . -maxdepth 1 -type f -size +0 -exec grep -LI . {} + | grep ."
check "manual pages" sh -c "mandoc -T lint -W warning cmd/*.1"
check "each command has its manual page" sh -c "grep -l '^int main(' cmd/*.c | sed 's/c\$/1/' | xargs ls"
finish
