#!/bin/sh
# SPDX-License-Identifier: MIT
# plan-check --fix: what is fixed is fixed, and no other byte is touched.
. tests/tap.sh
PATH=$BIN:$PATH
small=$top/tests/trees/small
paper=meetings/2024-03-12-asu/2-24.md
plan=plan/action-plan.yaml

# A tree with faults that can be fixed, in files of every layout.
lay_out() {
    rm -rf "$work/tree" "$work/copy"
    cp -R "$small" "$work/tree"
    cd "$work/tree" || exit 1
    sed -i 's/^ *status: utsatt/&\t/; s/ansvar: \[ASU\]/ansvar:\t[ASU]  # blir stående/' $plan
    sed -i 's/Det vises til/Møtet er kl 9 og kl 10, kr 1.500.000. &/' $paper
    printf '\nSiste linje, kl 12' >>$paper
}
mark_and_windows() {
    sed -i 's/$/\r/' $paper
    printf '\357\273\277' | cat - $paper >"$work/marked" && cp "$work/marked" $paper
}
checksums() {
    find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2
}

# From outside: what JSON says of the fixes, done by another program.
cat >"$work/fix.py" <<'END'
import json, sys, collections
fixes = collections.defaultdict(list)
for finding in json.load(sys.stdin)["funn"]:
    if finding["retting"]:
        fixes[finding["fil"]].append(finding["retting"])
for path, wanted in fixes.items():
    data = open(path, "rb").read()
    mark, data = (data[:3], data[3:]) if data.startswith(b"\xef\xbb\xbf") else (b"", data)
    text = data.decode()
    starts = [0]
    for i, c in enumerate(text):
        if c == "\n" or (c == "\r" and text[i + 1:i + 2] != "\n"):
            starts.append(i + 1)
    at = lambda place: starts[place["linje"] - 1] + place["kolonne"] - 1
    for fix in sorted(wanted, key=lambda fix: at(fix["fra"]), reverse=True):
        text = text[:at(fix["fra"])] + fix["tekst"] + text[at(fix["til"]):]
    open(path, "wb").write(mark + text.encode())
END
same_as_another_program() { # LAYOUT
    lay_out && $1 && cp -R "$work/tree" "$work/copy" || return 1
    plan-check -f json | (cd "$work/copy" && python3 "$work/fix.py")
    plan-check --fix
    diff -r "$work/tree" "$work/copy" && ! diff -rq "$small" "$work/copy" >/dev/null
}
same_as_its_diff() { # LAYOUT COMMAND...
    lay_out && $1 && cp -R "$work/tree" "$work/copy" || return 1
    shift
    plan-check --fix -n >"$work/diff"
    diff -r "$work/tree" "$work/copy" || return 1
    (cd "$work/copy" && "$@" <"$work/diff") || return 1
    plan-check --fix
    diff -r "$work/tree" "$work/copy"
}
for layout in true mark_and_windows; do
    check "$layout: as another program does it" same_as_another_program $layout
    check "$layout: as its diff says, by git apply" same_as_its_diff $layout git apply -
    check "$layout: as its diff says, by patch" same_as_its_diff $layout patch --binary -s -p1
done
lay_out
plan-check --fix >"$work/said"
checksums >"$work/once"
check "what was fixed is told" grep -q '^Rettede steder: [1-9][0-9]*\. Endrede filer: 2\.$' "$work/said"
check "comments and layout stay" grep -q '^            ansvar: \[ASU\]  # blir stående$' $plan
check "no line break is put at the end" sh -c "test \"\$(tail -c 6 $paper)\" = 'kl. 12'"
plan-check --fix >"$work/said"
check "once more, and nothing changes" sh -c "grep -q '^Rettede steder: 0\. Endrede filer: 0\.$' '$work/said'"
checksums >"$work/twice"
check "not a byte" diff "$work/once" "$work/twice"

lay_out
checksums >"$work/before"
check "-n writes nothing" sh -c "plan-check -n >'$work/diff' && test -s '$work/diff'"
checksums >"$work/after"
check "not a byte of it" diff "$work/before" "$work/after"
check "without --fix nothing is written" sh -c "plan-check >/dev/null"
checksums >"$work/after"
check "not a byte of that either" diff "$work/before" "$work/after"
check "it is told that something can be fixed" sh -c "plan-check | grep -q -e '--fix.*: [1-9]'"

# Which files, which rules, which places.
lay_out
plan-check --fix $plan >/dev/null
check "files that are not named are left alone" sh -c "grep -q 'kl 12' $paper && ! grep -q '$(printf '\t')' $plan"
lay_out
plan-check --fix -W clock-abbreviation=off >/dev/null
check "what is off is not fixed" sh -c "grep -q 'kl 12' $paper && ! grep -q '1\\.500' $paper"
lay_out
sed -i 's/^Siste linje/<!-- plan-check: ignore clock-abbreviation – sitat -->\n&/' $paper
plan-check --fix >/dev/null
check "what is silenced is not fixed" sh -c "grep -q 'kl 12' $paper && ! grep -q 'kl 9' $paper"

# One fix brings out another: a word is known when its letters are whole, a range when its time is.
lay_out
cp "$top/plan/terms.yaml" plan
python3 - $paper <<'END'
import sys, unicodedata
words = "Møtet er kl\u00a09-10 i helse\u00adfelleskap, sak\u00a01/24. 1.500\u200b kr\u00a0\n"
open(sys.argv[1], "a").write("\n\n" + words + unicodedata.normalize("NFD", "På helse\u00adfelleskapet.\n"))
END
cp -R . "$work/copy"
plan-check -n >"$work/diff"
plan-check --fix >/dev/null
printf 'Møtet er kl. 9–10 i helsefellesskap, [sak\302\2401/24](sak:1/24). 1\302\240500 kr\nPå helsefellesskapet.\n' >"$work/wanted"
check "all that comes out is fixed at once" sh -c "tail -n 2 $paper | diff '$work/wanted' -"
check "and the diff has it all" sh -c "cd '$work/copy' && patch --binary -s -p1 <'$work/diff' && diff -r . '$work/tree'"
check "nothing is left for the next time" sh -c "! plan-check | grep -e --fix"

# More than is reported of one file at once.
lay_out
python3 -c 'print("\n\nPa\u030a plass, kl 9." * 500)' >>$paper
plan-check --fix >/dev/null
check "hundreds of places are fixed at once" sh -c "! plan-check | grep -e --fix && test \$(grep -c '^På plass, kl. 9\.$' $paper) = 500"

# The real documents as printed.
rm -rf "$work/tree" && cp -R "$top/tests/cases/faults-as-printed" "$work/tree" && cd "$work/tree" || exit 1
cp "$top/plan/terms.yaml" plan
checksums >"$work/before"
plan-check --fix >"$work/said"
checksums >"$work/once"
check "as printed: some is fixed" sh -c "grep -q '^Rettede steder: [1-9]' '$work/said' && ! diff -q '$work/before' '$work/once'"
check "as printed: nothing is left" sh -c "! plan-check | grep -e --fix"
plan-check --fix >/dev/null
checksums >"$work/twice"
check "as printed: not a byte the second time" diff "$work/once" "$work/twice"

# A name that a diff has to quote. Those with control characters are refused.
lay_out
strange='plan/en "tre" æ.yaml'
printf 'dokument: handlingsplan\ntittel: Møte kl 9\neier: ASU\når: 2024\nområder: []\n' >"$strange"
cp -R . "$work/copy"
plan-check -n >"$work/diff"
plan-check --fix >/dev/null
check "a strange name is quoted" sh -c "grep -q '^--- \"a/plan/en .042tre' '$work/diff'"
check "git knows which file is meant" sh -c "cd '$work/copy' && git apply '$work/diff' && diff -r . '$work/tree'"

# The file itself: what a link leads to is not read, and not written.
lay_out
chmod 640 $plan
mv $paper elsewhere.md && ln -s ../../elsewhere.md $paper
sha256sum elsewhere.md >"$work/before"
plan-check --fix >/dev/null
check "the mode stays" test "$(stat -c %a $plan)" = 640
check "a link within the tree stays, and its file is left alone" sh -c "test -L $paper && sha256sum -c '$work/before'"
lay_out
mv $paper "$work/outside.md" && ln -s "$work/outside.md" $paper
sha256sum "$work/outside.md" >"$work/before"
plan-check --fix >"$work/said"
check "a link that leads outside is left alone" sha256sum -c "$work/before"
check "and that is told" grep -q "^$paper: feil: dette er en lenke" "$work/said"
check "the others are fixed" sh -c "! grep -q '$(printf '\t')' $plan"
lay_out
ln -s "$work/tree" "$work/copy"
check "the folder may be a link" sh -c "cd '$work/copy' && plan-check --fix >/dev/null && grep -q 'kl\\. 12' $paper"
rm "$work/copy"

# What cannot be written stays as it was.
lay_out
checksums >"$work/before"
if test "$(id -u)" != 0; then
    chmod a-w plan
    check "a folder that cannot be written: status 74" sh -c "plan-check --fix $plan >/dev/null 2>'$work/err'; test \$? = 74"
    chmod u+w plan
elif can_mount; then
    check "a folder that cannot be written: status 74" in_namespace sh -c "mount --bind plan plan && mount -o remount,ro,bind plan &&
        plan-check --fix $plan >/dev/null 2>'$work/err'; test \$? = 74"
else
    skip "a folder that cannot be written" "mounting is not allowed here"
    echo "plan-check: $plan" >"$work/err"
fi
check "a message says which" grep -q "^plan-check: .*$plan" "$work/err"
checksums >"$work/after"
check "and nothing has changed" diff "$work/before" "$work/after"
lay_out
plan-check --fix >/dev/full 2>"$work/err"
check "a report that cannot be written: status 74" test $? = 74
check "no temporary file is left" sh -c "! find . -name '.fellesskap*' | grep ."
if command -v strace >/dev/null; then
    lay_out
    strace -f -e trace=fsync,rename -o "$work/trace" plan-check --fix >/dev/null
    check "synced before it is renamed" sh -c "sed -n 's/.*\\(fsync\\|rename\\)(.*/\\1/p' '$work/trace' | tr '\\n' ' ' | grep -qx '\\(fsync rename \\)\\{2\\}'"
else
    skip "synced before it is renamed" "strace is not installed"
fi

# What comes along with what is pasted is deleted, and nothing that may be a letter.
lay_out
printf 'a\001b\357\273\277c\342\200\256d\177e\302\205f\n' >>$paper
plan-check --fix >/dev/null
check "control characters" sh -c "tail -n 1 $paper | grep -q '^Siste linje, kl 12abcde.*f'"

# Text in another character set is not fixed: its places are not those of the bytes.
lay_out
printf 'dato;prosjektnummer;bilag;bel\370p;tekst\n2024-12-01;0042;1;2;x\001y\n' >plan/grant-2024-payments.csv
cp plan/grant-2024-payments.csv "$work/payments.csv"
plan-check --fix >"$work/said" 2>"$work/err"
check "a file of Windows-1252 is told and left" sh -c "grep -q 'payments.csv:2:22: .*control-character' '$work/said' '$work/err' &&
    ! grep -q '^plan-check' '$work/err' && cmp plan/grant-2024-payments.csv '$work/payments.csv'"
finish
