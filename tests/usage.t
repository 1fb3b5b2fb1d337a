#!/bin/sh
# SPDX-License-Identifier: MIT
# The command line: help, version, wrong usage, and the language of the messages.
. tests/tap.sh
cd "$top/tests/trees/small" || exit 1
PATH=$BIN:$PATH
meeting=meetings/2024-03-12-asu

# tells COMMAND...: where it fails, it says why.
tells() {
    "$@" >"$work/out" 2>"$work/err" </dev/null || test -s "$work/err"
}

# says STATUS STREAM PATTERN COMMAND...: the other stream stays empty.
says() {
    status=$1 stream=$2 pattern=$3
    shift 3
    "$@" >"$work/out" 2>"$work/err" </dev/null
    got=$?
    cat "$work/out" "$work/err"
    echo "status $got, expected $status; pattern: $pattern"
    test $got = "$status" && grep -q -e "$pattern" "$work/$stream" || return 1
    test "$stream" = err || ! test -s "$work/err" || return 1
    test "$stream" = out || ! test -s "$work/out"
}

for command in "$BIN"/*; do
    command=${command##*/}
    for option in -h --help --hel; do
        check "$command $option" says 0 out "^Bruk: $command " $command $option
    done
    check "$command -V" says 0 out "^$command (fellesskap) [0-9.]*\$" $command -V
    check "$command --version" says 0 out "^$command (fellesskap) [0-9.]*\$" $command --version
    check "$command --help >/dev/full" sh -c "$command --help 2>'$work/err' >/dev/full; test \$? = 74 && test -s '$work/err'"
    check "$command: unknown option" says 2 err "^$command: .*--wrong" $command --wrong
    check "$command: unknown letter" says 2 err "^$command: .*-x" $command -x
    check "$command: option without value" says 2 err "^$command: .*-o" $command -o
    test $command = tree-build || check "$command: unknown language" says 2 err "^$command: .*'en'.*nb nn" $command -l en
    check "$command tells of --help" says 2 err "$command --help" $command --wrong
done
table_of_documents | awk -F '|' '!seen[$2]++ { print $2, $4 }' >"$work/commands"
while read -r command subject; do
    operand=x
    case $subject in MEETINGS | STRATEGY | YEAR | ORGANISATION) operand= ;; esac
    check "$command --help names its formats" says 0 out 'md html .*json' $command --help
    check "$command: unknown format" says 2 err "^$command: .*docx.*md html" $command -f docx
    check "$command: name without format" says 2 err "^$command: .*-f.*md html" $command -o "$work/plan" $operand
    test "$command" = grant-sheet || check "$command: one operand too many" says 2 err "^$command: .*'b'" $command ${operand:+a} b
    check "$command: no such folder" says 2 err "^$command: .*'nowhere'" $command -C nowhere $operand
    for wrong in plan/action-plan-2031.yaml plan/status-2031.yaml plan/grant-2031.yaml plan/nothing plan/ / meetings/ meetings/nothing; do
        check "$command $wrong tells why not" tells $command "$wrong"
    done
done <"$work/commands"
check "tree-build: unknown document" says 2 err "^tree-build: .*'nothing'" tree-build -n nothing
check "tree-build: where the sources are" says 2 err "^tree-build: .*'plan'" tree-build -o plan
check "tree-build: no such format" says 2 err "^tree-build: .*'odt'.*docx" tree-build --without odt
check "tree-build: no number" says 2 err "^tree-build: .*'0'.*1000" tree-build -j 0
check "meeting-notice: no operand" says 2 err '^meeting-notice: .*MEETING' meeting-notice
check "meeting-packet: no operand" says 2 err '^meeting-packet: .*MEETING' meeting-packet
check "grant-sheet: no operand" says 2 err '^grant-sheet: .*GRANT' grant-sheet
check "meeting-notice: xlsx is not one of its formats" says 2 err "^meeting-notice: .*xlsx" \
    meeting-notice -f xlsx $meeting
check "plan-matrix --year: no year" says 2 err "^plan-matrix: .*'i år'.*--year" plan-matrix --year 'i år'
check "plan-matrix --year: a period" says 2 err "^plan-matrix: .*--year" plan-matrix --year 2022–2023
check "plan-matrix --status: unknown" says 2 err "^plan-matrix: .*'ferdig'.*fullført" plan-matrix --status ferdig
check "plan-matrix --owner: empty" says 2 err "^plan-matrix: .*--owner" plan-matrix --owner ''
check "plan-matrix --area: empty" says 2 err "^plan-matrix: .*--area" plan-matrix --area ''
# shellcheck disable=SC2046 # one word each
check "seventeen outputs" says 2 err "^plan-matrix: .*16" plan-matrix $(seq -f "-o $work/%g.md" 17)
check "options may come after the operand" says 0 out '^# Møteinnkalling' meeting-notice $meeting -f md
check "-- ends the options" says 1 err '^-x/meeting.yaml: feil: ' meeting-notice -- -x
check "-C may be given twice in different ways" says 0 out '^# Handlingsplan' plan-matrix -C . --directory=.
cd "$work" || exit 1
check "-C is where -o is, too" sh -c "plan-matrix -C '$work' -o x.md; test \$? = 1; cp -R '$top/tests/trees/small/plan' '$top/tests/trees/small/meetings' '$work' &&
    mkdir -p elsewhere && cd elsewhere && plan-matrix -C .. -o x.md && test -s ../x.md && ! test -e x.md"

# Messages: by the tree where the environment asks for no language, else by the environment.
mkdir -p nb nn bad/meetings/2024-01-01-asu
for language in nb nn; do
    cp -R plan $language
    sed -i "s/^språk: .*/språk: $language/" $language/plan/organisation.yaml
    echo 'ukjent: x' >>$language/plan/action-plan.yaml
done
check "bokmål by the tree" says 1 err ': feil: ukjent nøkkel ' plan-matrix -C nb
check "nynorsk by the tree" says 1 err ': feil: ukjend nøkkel ' plan-matrix -C nn
check "C.UTF-8 is no language either" says 1 err ': feil: ukjend nøkkel ' env LC_ALL=C.UTF-8 plan-matrix -C nn
check "nothing set is no language" says 1 err ': feil: ukjend nøkkel ' env -u LC_ALL plan-matrix -C nn
check "nynorsk by the environment" says 1 err ': feil: ukjend nøkkel ' env LC_ALL=nn_NO.UTF-8 plan-matrix -C nb
check "bokmål by the environment" says 1 err ': feil: ukjent nøkkel ' env LC_ALL=nb_NO.UTF-8 plan-matrix -C nn
check "LANG counts where LC_ALL is not set" says 1 err ': feil: ukjend nøkkel ' env -u LC_ALL LANG=nn_NO.UTF-8 plan-matrix -C nb
check "English by the environment" says 1 err ': error: unknown key ' env LC_ALL=en_US.UTF-8 LANGUAGE=en plan-matrix -C nb
check "English by the locale alone" says 1 err ': error: unknown key ' env LC_ALL=en_GB.UTF-8 plan-matrix -C nb
check "LANGUAGE is a list" says 1 err ': feil: ukjend nøkkel ' env LC_ALL=en_US.UTF-8 LANGUAGE=nn:nb:en plan-matrix -C nb
check "Norwegian without a written form is bokmål" says 1 err ': feil: ukjent nøkkel ' env LC_ALL=no_NO.UTF-8 plan-matrix -C nn
check "a locale that the system lacks will do" says 1 err ': feil: ukjend nøkkel ' env LC_ALL=nn plan-matrix -C nb
check "a language that we do not have is English" says 1 err ': error: unknown key ' env LC_ALL=csb_PL.UTF-8 plan-matrix -C nb
check "nynorsk help" says 0 out '^Bruk: ' env LC_ALL=nn_NO.UTF-8 plan-matrix --help
check "English help" says 0 out '^Usage: ' env LC_ALL=en_US.UTF-8 plan-matrix --help

# On a terminal the line is shown below its message; colour can be turned off.
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    check "the line is shown on a terminal" sh -c "$(printf '%s' 'script -qec "env NO_COLOR=1 plan-matrix -C nb" /dev/null </dev/null | tr -d "\r" | grep -A2 "feil: ukjent nøkkel" | tail -n 2 | tr "\n" "!" | grep "^ *[0-9]* | ukjent: x! * | ^^^^^^!"')"
    check "with colour" sh -c 'script -qec "env TERM=xterm plan-matrix -C nb" /dev/null </dev/null | grep -q "$(printf "\033\\[1;31m")"'
    check "without colour where NO_COLOR is set" sh -c '! script -qec "env NO_COLOR=1 plan-matrix -C nb" /dev/null </dev/null | grep -q "$(printf "\033")"'
    check "nor on a terminal that has none" sh -c '! script -qec "env TERM=dumb plan-matrix -C nb" /dev/null </dev/null | grep -q "$(printf "\033")"'
    check "plan-check in colour" sh -c 'script -qec "env TERM=xterm plan-check -C nb" /dev/null </dev/null | grep -q "$(printf "\033\\[1;31m feil:")"'
else
    skip "the line is shown on a terminal" "no terminal can be made here"
fi
finish
