#!/bin/sh
# SPDX-License-Identifier: MIT
# The same bytes out for the same bytes in: twice, and in any locale, time zone, umask, folder and order of the files.
. tests/tap.sh
PATH=$BIN:$PATH
tree=$work/tree
mkdir "$tree" "$work/locales"
cp -R tests/trees/small/plan tests/trees/small/meetings tests/trees/year "$tree"
small_strategy >"$tree/plan/strategy.md"
small_slides 0.1.1 >"$tree/plan/status-2024.yaml"
second_grant "$tree"
grant_decided "$tree"
sed -i '1a orgnummer: 974760673\nepost: post@example.no\ninnsyn-epost: innsyn@example.no' "$tree/year/plan/organisation.yaml"

# Every document of the tree in folder $at, the current one where it is empty, in every format, into $1, with $@ in
# front of the commands.
at=
make_all() {
    to=$1
    shift
    rm -rf "$to" && mkdir -p "$to" && table_of_documents >"$work/documents" || return 1
    while IFS='|' read -r name command options subject formats rest; do
        in=${at:+-C $at} operand=
        case $subject in
        PLAN | STATUS | STRATEGY | ORGANISATION) ;;
        NOTE) operand=plan/status-2024.yaml ;;
        GRANT) operand=plan/grant-2024.yaml ;;
        GRANTS) operand="plan/grant-2023.yaml plan/grant-2024.yaml" ;;
        MEETING) in="-C ${at:-.}/year" operand=meetings/2024-02-06-asu ;;
        MEETINGS | YEAR) in="-C ${at:-.}/year" ;;
        REGISTRY) in="-C ${at:-.}/year" operand=${name#register-} ;;
        *) echo "$name: what it is made of is not here"; return 1 ;;
        esac
        # shellcheck disable=SC2046 # one word each
        "$@" "$command" $in $options $(for format in $formats; do echo "-o $to/$name.$format"; done) $operand || return 1
    done <"$work/documents"
    test "$(ls "$to" | wc -l)" = "$(cut -d '|' -f 5 "$work/documents" | wc -w)"
}
same_as_first() {
    make_all "$work/again" "$@" && diff -r "$work/first" "$work/again"
}

cd "$tree" || exit 1
check "all documents are made" make_all "$work/first"
check "twice" same_as_first
for locale in nb_NO tr_TR de_DE; do
    localedef -i $locale -f UTF-8 "$work/locales/$locale.UTF-8" 2>/dev/null
    check "locale $locale" same_as_first env LOCPATH="$work/locales" LC_ALL=$locale.UTF-8 LANGUAGE="${locale%_*}"
done
check "no locale at all" same_as_first env -u LC_ALL
check "time zone ahead of UTC" same_as_first env TZ=Pacific/Kiritimati
check "time zone behind UTC" same_as_first env TZ=Pacific/Pago_Pago
check "another home, user and temporary folder" same_as_first env -u TMPDIR HOME=/nowhere USER=nobody LOGNAME=nobody
check "no environment" same_as_first env -i "PATH=$PATH" ${LSAN_OPTIONS:+"LSAN_OPTIONS=$LSAN_OPTIONS"}
umask 077
check "umask 077" same_as_first
umask 022
check "two seconds later (the time in a zip counts by two)" sh -c 'sleep 2.1'
check "... the same" same_as_first
find . -exec touch -d 1999-12-31T23:59:59 {} +
check "old files" same_as_first

cd "$work" || exit 1
mkdir deeper
at=tree
check "from another folder with -C" same_as_first
cd deeper || exit 1
at=../tree/
check "from a folder beside, with -C" same_as_first
at=
mkdir "$work/a much longer name ø for the folder of the tree"
cp -R "$tree/." "$work/a much longer name ø for the folder of the tree"
cd "$work/a much longer name ø for the folder of the tree" || exit 1
check "in another folder" same_as_first

# A case with two papers, in an invented year: which of them counts must not depend on the file system. tmpfs
# lists the newest file first.
order() {
    there=$1 && shift
    mkdir "$there" && cp -R "$work/tree/plan" "$work/tree/meetings" "$there" || return 1
    sed -i 's/^\( *\)- nr: 1\.1\.2$/&\n\1  vedtak: [9\/23]/' "$there/plan/action-plan.yaml"
    for day; do
        mkdir "$there/meetings/2023-01-$day-asu"
        printf -- '---\ndokument: sak\nsak: 9/23\ntittel: Fra %s\ntype: orientering\nansvarlig: [ASU]\n---\n' "$day" \
            >"$there/meetings/2023-01-$day-asu/9-23.md"
    done
    plan-matrix -C "$there" -f json
}
orders() {
    order "$1/forwards" 10 11 12 13 >"$work/forwards" && order "$1/backwards" 13 12 11 10 >"$work/backwards" &&
        cmp "$work/forwards" "$work/backwards" && grep -q 'Fra 10' "$work/forwards"
}
mkdir "$work/disk"
if can_mount; then
    order_on_tmpfs() {
        in_namespace sh -c "$(cat <<END
            mount -t tmpfs none '$work/disk' || exit 1
            $(sed -n '/^order() {/,/^}/p; /^orders() {/,/^}/p' "$top/tests/determinism.t")
            work='$work'
            orders '$work/disk'
END
        )"
    }
    check "order of the folders, on tmpfs" order_on_tmpfs
fi
check "order of the folders" orders "$work/disk"

# SOURCE_DATE_EPOCH: the date in a workbook and of events and tasks, and nothing else.
cd "$tree" || exit 1
make_all "$work/dated" env SOURCE_DATE_EPOCH=1700000000
rm -f "$work"/dated/*.xlsx.* && (cd "$work" && diff -rq first dated) >"$work/differences"
every_language() {
    for workbook in "$work"/dated/*.xlsx; do
        unzip -p "$workbook" docProps/core.xml | grep -q '<dc:language>nb-NO</dc:language>' || { echo "$workbook"; return 1; }
    done
}
check "each workbook says which language it is in" every_language

check "SOURCE_DATE_EPOCH changes the workbooks and the calendars alone" sh -c "cat '$work/differences'; test \"\$(wc -l <'$work/differences')\" = \"\$(ls '$work'/dated/*.xlsx '$work'/dated/*.ics | wc -l)\" && ! grep -v -e xlsx -e ics '$work/differences'"
check "SOURCE_DATE_EPOCH is the workbook's date" sh -c "unzip -p '$work/dated/action-plan.xlsx' docProps/core.xml | tee /dev/stderr | grep -q 'created[^>]*>2023-11-14T22:13:20Z'"
check "without it the date comes from the plan" sh -c "unzip -p '$work/first/action-plan.xlsx' docProps/core.xml | tee /dev/stderr | grep -q 'created[^>]*>2022-01-01T00:00:00Z'"
mv "$work/first" "$work/undated"
mv "$work/dated" "$work/first"
check "the same date, the same bytes" same_as_first env SOURCE_DATE_EPOCH=1700000000 TZ=Pacific/Kiritimati
rm -r "$work/first" && mv "$work/undated" "$work/first"
for wrong in '' never -1 1.5 99999999999999999999; do
    check "SOURCE_DATE_EPOCH='$wrong' is no date" same_as_first env "SOURCE_DATE_EPOCH=$wrong"
done
finish
