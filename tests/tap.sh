# SPDX-License-Identifier: MIT
# What the test scripts share. Read with ". tests/tap.sh" from the top folder.
#
#   $BIN    folder of the commands    $top    the repository    $work   a folder of the script's own
#   check NAME COMMAND...             one test: does the command succeed? What it prints is shown if not
#   pass NAME, fail NAME, skip NAME REASON
#   finish                            the last line of every script

set -u
: "${BIN:?names the folder of the commands; run the tests with make check}"
top=$PWD
work=$(mktemp -d) || exit 1
umask 022
export TZ=UTC LC_ALL=C
unset LANGUAGE LANG LC_MESSAGES SOURCE_DATE_EPOCH NO_COLOR MAKEFLAGS MFLAGS MAKELEVEL
test_count=0
test_failed=0

clean_up() {
    cd "$top" || exit 1
    chmod -R u+rwX "$work" 2>/dev/null
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

pass() {
    test_count=$((test_count + 1))
    echo "ok $test_count - $1"
}

fail() {
    test_count=$((test_count + 1))
    test_failed=1
    echo "not ok $test_count - $1"
}

skip() {
    test_count=$((test_count + 1))
    echo "ok $test_count - $1 # SKIP $2"
}

check() {
    test_name=$1
    shift
    if "$@" >"$work/.said" 2>&1; then
        pass "$test_name"
    else
        fail "$test_name"
        head -n 100 "$work/.said" | sed 's/^/# /'
    fi
}

finish() {
    echo "1..$test_count"
    exit "$test_failed"
}

# grant_decided TREE: the small tree once its meeting was held. Open data tells of what has been decided alone.
grant_decided() {
    printf 'protokoll:\n  møteleder: leder-asu\n  til-stede: [leder-asu]\n' >>"$1/meetings/2024-03-12-asu/meeting.yaml"
    sed -i 's/^type: vedtak$/&\nutfall: som forslag/' "$1/meetings/2024-03-12-asu/2-24.md"
}

# second_grant TREE: a grant of the year before, as the one of 2024, for a document of several.
second_grant() {
    sed 's/^id: 2024/id: 2023/' "$1/plan/grant-2024.yaml" >"$1/plan/grant-2023.yaml"
}

# table_of_documents: a line a document, NAME|COMMAND|OPTIONS|SUBJECT|FORMATS|TEMPLATES|STEM, so that a test has all of
# them. What a document is made of, by its subject, PLAN, STATUS, NOTE, STRATEGY, GRANT, GRANTS, MEETING, MEETINGS,
# REGISTRY, YEAR or ORGANISATION, is for the test to say. A register has a line for each that there is: register-NAME, without a picture where
# it never has one.
table_of_documents() {
    rows_of_documents | while IFS='|' read -r name rest; do
        if [ "$name" != register ]; then
            echo "$name|$rest"
        else
            names_of_registers | while read -r of formats; do
                echo "register-$of|$rest" | if [ "$formats" = drawn ]; then cat; else sed 's/ svg / /'; fi
            done
        fi
    done
}
names_of_registers() { # NAME, and "drawn" where it may have a picture
    awk -F '"' '/^    \[REGISTRY_/ { print $2, $0 ~ /NULL},$/ ? "" : "drawn" }' "$top/lib/model/register/registries.c"
}
rows_of_documents() {
    awk -F '"' '
        / \.[a-z]+ = "/ { key = $1; gsub(/[^a-z]/, "", key); field[key] = $2 }
        / \.subject = / { gsub(/.*= SUBJECT_|,.*/, ""); field["subject"] = $0 }
        /^    \},/ {
            row = field["name"] "|" field["command"] "|" field["options"] "|" field["subject"] "|" field["formats"] "|" \
                field["templates"] "|" field["stem"]
            print row ~ /^[a-z-]+\|[a-z-]+\|[^|]*\|[A-Z]+\|[a-z][^|]*\|[a-z][^|]*\|/ ? row : "unreadable||||||"
            delete field
        }' "$top/lib/document/documents.c"
}

# small_strategy [TEXT]: a strategy, for the trees that have none.
small_strategy() {
    printf -- '---\ndokument: strategi\ntittel: Strategi\nverdier: {vedtatt: 2023-06-14, punkter: [Tillit]}\n---\n%s\n' "${1:-Felles mål.}"
}

# small_slides NUMBER [TEXT]: a status note with a slide of this action, for the trees that have none.
small_slides() {
    printf 'dokument: statusnotat\ndato: 2024-12-01\nlysark:\n  - tittel: Arbeidet\n    tiltak: [%s]\n' "$1"
    printf '    punkter: ["%s"]\n    manus: "%s"\n' "${2:-Felles mål.}" "${2:-Uten tiltak.}"
}

# big_plan COUNT: an action plan with so many actions, for the small tree.
big_plan() {
    awk -v count="$1" 'BEGIN {
        print "dokument: handlingsplan\ntittel: Handlingsplan 2022–2025\neier: ASU\når: 2022–2025\nområder:"
        print "  - nr: 1\n    navn: Alt\n    mål:\n      - nr: 1.1\n        mål: Mye\n        tiltak:"
        for (i = 1; i <= count; i++)
            printf "          - nr: 1.1.%d\n            tiltak: Tiltak nummer %d med *noen* ord til\n" \
                "            ansvar: [ASU, fagråd-1]\n            år: {2022: x, 2024: høst}\n" \
                "            status: pågår\n", i, i
    }'
}

# in_namespace COMMAND...: runs it where it may mount. Fails when that is not allowed here.
if unshare --mount true 2>/dev/null; then
    in_namespace() { unshare --mount "$@"; }
else
    in_namespace() { unshare --map-root-user --mount "$@"; }
fi
can_mount() {
    in_namespace mount -t tmpfs none "$work" 2>/dev/null
}
