#!/bin/sh
# SPDX-License-Identifier: MIT
# Hostile files: each ends in less than a second and 64 MB with messages and the status 0 or 1.
# A sample of the corpus; all of it with HOSTILE=all (make hostile).
. tests/tap.sh
: "${TEST_BUILD:?names the build folder; run the tests with make check}"
endure=$top/$TEST_BUILD/tests/endure
case ${HOSTILE:-some} in
all) each=1 cut=1 flip=3 ;;
*) each=6 cut=211 flip=397 ;;
esac

# Truncated at each byte, and with bits turned: the example.
mkdir "$work/example"
cp -R plan meetings "$work/example"
cd "$work/example" || exit 1
for file in plan/*.yaml plan/*.csv meetings/*/meeting.yaml meetings/*/*.md; do
    check "$file, cut off" "$endure" "$file" cut $cut "$BIN/plan-check"
    check "$file, with bits turned" "$endure" "$file" flip $flip "$BIN/plan-check"
done
grant=$(ls plan/grant-*.yaml | head -n 1)
meeting=$(ls -d meetings/* | head -n 1)
check "the plan, cut off, as a document" "$endure" plan/action-plan.yaml cut $((17 * cut)) "$BIN/plan-matrix" -f html
check "the grant, cut off, as a document" "$endure" "$grant" cut $((7 * cut)) "$BIN/grant-sheet" -f md "$grant"
check "the meeting, cut off, as a document" "$endure" "$meeting/meeting.yaml" cut $((7 * cut)) "$BIN/meeting-packet" -f html "$meeting"
check "the example is as it was" "$BIN/plan-check"
cd "$top" || exit 1

# Made to be slow, large, or no text at all.
check "the corpus is made" tests/hostile/generate "$work"
every() { # KIND: which of its files are tried
    find "$work/$1" -type f | LC_ALL=C sort >"$work/$1.all"
    awk -v each=$each 'NR % each == 1 || each == 1' "$work/$1.all" >"$work/$1.list"
    # Those with a name are each made for one weakness; those with a number are made by chance.
    awk -v each=$each '!/-[0-9]+\.[a-z]+$/ || NR % each == 1 || each == 1' "$work/$1.all" >"$work/$1.named"
}
every yaml
every paper
every template
small() {
    rm -rf "$work/small"
    cp -R "$top/tests/trees/small" "$work/small"
    cd "$work/small" || exit 1
}
small
folder=meetings/2024-03-12-asu
check "plans" "$endure" plan/action-plan.yaml list "$work/yaml.named" "$BIN/plan-check"
check "plans as documents" "$endure" plan/action-plan.yaml list "$work/yaml.list" "$BIN/plan-matrix" -f html
for file in plan/organisation.yaml plan/grant-2024.yaml plan/earlier-cases.yaml $folder/meeting.yaml; do
    check "the same as $file" "$endure" $file list "$work/yaml.list" "$BIN/plan-check"
done
check "papers" "$endure" $folder/2-24.md list "$work/paper.named" "$BIN/plan-check"
check "papers as documents" "$endure" $folder/2-24.md list "$work/paper.list" "$BIN/meeting-packet" -f html $folder
check "papers as Markdown" "$endure" $folder/2-24.md list "$work/paper.list" "$BIN/meeting-packet" -f md $folder
check "workbooks are made" "$top/tests/hostile/generate-workbooks" "$work/workbook"
find "$work/workbook" -type f | LC_ALL=C sort >"$work/workbook.list"
"$BIN/grant-sheet" -o x.xlsx plan/grant-2024.yaml
check "workbooks that come back" "$endure" x.xlsx list "$work/workbook.list" "$BIN/grant-sheet" --from x.xlsx plan/grant-2024.yaml
check "a workbook, cut off" "$endure" x.xlsx cut $((7 * cut)) "$BIN/grant-sheet" --from x.xlsx plan/grant-2024.yaml
check "a workbook, with bits turned" "$endure" x.xlsx flip $((2 * flip)) "$BIN/grant-sheet" --from x.xlsx plan/grant-2024.yaml
mkdir templates
cp "$top/templates/meeting/packet.md" templates
check "templates" "$endure" templates/packet.md list "$work/template.named" "$BIN/meeting-packet" -f md $folder

# Something other than a file in the place of each. A pipe without a writer must not be waited for.
bounded() { # COMMAND...: five seconds, 64 MB of memory beside the libraries; status 0 or 1
    (ulimit -v 262144; timeout 5 "$@") >"$work/.out" 2>&1
    status=$?
    test $status -le 1 || { echo "status $status"; head -n 5 "$work/.out"; return 1; }
    test $status = 0 || test -s "$work/.out"
}
unusual() { # NAME COMMAND...: makes $place what it should be
    unusual_name=$1
    shift
    for place in plan/organisation.yaml plan/action-plan.yaml plan/grant-2024.yaml plan/earlier-cases.yaml \
        $folder/meeting.yaml $folder/2-24.md $folder/vedlegg/notat.txt $folder plan meetings; do
        small
        rm -rf "$place"
        "$@" || exit 1
        check "$unusual_name as $place" bounded "$BIN/plan-check"
        check "$unusual_name as $place, in a document" bounded "$BIN/meeting-packet" $folder
    done
}
to_device() { ln -s "/dev/$1" "$place"; }
deep() { mkdir -p "$place/$(printf 'a/%.0s' $(seq 200))"; }
to_its_folder() { ln -s . "$place"; }
to_itself() { ln -s "$(basename "$place")" "$place"; }
no_rights() { : >"$place" && chmod 0 "$place"; }
unusual "a folder" eval 'mkdir "$place"'
unusual "folders in folders" deep
unusual "a named pipe" eval 'mkfifo "$place"'
unusual "a link to itself" to_itself
unusual "a link to its folder" to_its_folder
unusual "a link to nothing" eval 'ln -s missing "$place"'
unusual "a link to zeros" to_device zero
unusual "a link to random bytes" to_device urandom
unusual "a link to a terminal" to_device tty
unusual "an empty file" eval ': >"$place"'
unusual "a file that nobody may read" no_rights
small
for i in $(seq 2000); do mkdir "meetings/2024-03-12-$i"; done
check "many empty meetings" bounded "$BIN/plan-check"
small
for i in $(seq 500); do cp $folder/1-24.md "$folder/$i-23.md"; done
check "many papers without an agenda item" bounded "$BIN/plan-check"
small
touch "$(printf 'plan/grant-\377.yaml')" "$(printf 'meetings/\033[31m')" "$(printf '%s/%0250d' $folder 0)" "$folder/$(printf 'a\nb.md')"
check "names that are no text" bounded "$BIN/plan-check"
cd "$top" || exit 1
finish
