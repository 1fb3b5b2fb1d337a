#!/bin/sh
# SPDX-License-Identifier: MIT
# The formats in which plan-check reports, for those who read them: forges, and other programs.
. tests/tap.sh
PATH=$BIN:$PATH
repository=$work/repository
tree="docs/et tre, æ"
mkdir -p "$repository/.git" "$repository/docs"
cp -R tests/trees/small "$repository/$tree"
cd "$repository/$tree" || exit 1

# Of all kinds: a file that is missing, one that is no text, notes, fixes, what must be escaped, names that are no UTF-8.
sed -i 's/ansvar: \[ASU\]/ansvar: [ASU, ASU, "50 %, \\u00e5: x"]/' plan/action-plan.yaml
printf '          - nr: 1.2.4\n            tiltak: "<&> \\u0085 ]]>"\n            ansvar: [ASU, X]\n            se: [1.1.1]\n' >>plan/action-plan.yaml
printf '\nMøtet er kl 9 og kl 10.\n' >>meetings/2024-03-12-asu/2-24.md
printf 'a\001b\n' >>meetings/2024-03-12-asu/1-24.md
mkdir "meetings/$(printf 'b\001\377<d')"

write_all() {
    plan-check -o - -o "$work/r.txt" -o "$work/r.json" -o "$work/r.sarif" -o "$work/r.gitlab.json" -o "$work/r.github" -o "$work/r.xml" >"$work/out"
    test $? = 1
}
check "all formats in one run, by the names of the files" write_all
check "-o - is standard output" cmp "$work/out" "$work/r.txt"
plan-check -f sarif -o "$work/s.sarif.json"
check "x.sarif.json is SARIF" cmp "$work/s.sarif.json" "$work/r.sarif"
for format in json sarif gitlab github junit; do
    plan-check -f $format >"$work/by-format.$format"
done
check "-f says the same as a name" sh -c "cd '$work' && cmp by-format.json r.json && cmp by-format.sarif r.sarif &&
    cmp by-format.gitlab r.gitlab.json && cmp by-format.github r.github && cmp by-format.junit r.xml"
count=$(grep -c ' \[[a-z-]*\]$' "$work/r.txt")
check "there is something to report" test "$count" -gt 8

cd "$top" || exit 1
check "SARIF: the schema of the standard, and what forges want" node tests/judges/sarif.mjs "$work/r.sarif"
titles() { # LANGUAGE TITLE
    (cd "$repository/$tree" && plan-check -l "$1" -f sarif) | jq -er --arg title "$2" '[.runs[].tool.driver.rules[].shortDescription.text] | index($title)'
}
check "SARIF: rules have titles in bokmål" titles nb "Et organ eller en person finnes ikke"
check "SARIF: and in nynorsk" titles nn "Eit organ eller ein person finst ikkje"
in_spite_of_locale() { # LOCALE
    (cd "$repository/$tree" && LC_ALL=$1 LANGUAGE='' plan-check -l nn) | grep -q "finst ikkje"
}
check "-l goes before an English locale" in_spite_of_locale en_US.UTF-8
check "-l goes before one in bokmål" in_spite_of_locale nb_NO.UTF-8
same() { # FILE JQ: it says the same of each place as the text does
    sed -n 's/^\([^ :][^:]*\):\([0-9]*\):[0-9]*: .* \[\([a-z-]*\)\]$/\1 \2 \3/p' "$work/r.txt" | sed 's/[^ -~]/?/g' >"$work/expected"
    LC_ALL=C.UTF-8 jq -r "$2" "$1" | sed "s|^$tree_in_repository||" | LC_ALL=C sed 's/[^ -~]/?/g' >"$work/got"
    diff "$work/expected" "$work/got" && test -s "$work/got"
}
tree_in_repository="$tree/"
check "JSON: each place" same "$work/r.json" '.funn[] | select(.linje) | "\(.fil) \(.linje) \(.regel)"'
check "JSON: counts" sh -c "jq -e '.funn | length == $count' '$work/r.json' && jq -e '.\"antall-feil\" == (.funn | map(select(.\"nivå\" == \"feil\")) | length)' '$work/r.json'"
check "JSON: rettings" jq -e '[.funn[] | select(.retting) | .retting.tekst] | contains([". "])' "$work/r.json"
tree_in_repository=docs/et%20tre%2C%20%C3%A6/
check "SARIF: each place" same "$work/r.sarif" '.runs[].results[] | select(.locations[0].physicalLocation.region.startColumn) |
    "\(.locations[0].physicalLocation | "\(.artifactLocation.uri) \(.region.startLine)") \(.ruleId)"'
tree_in_repository="$tree/"
check "GitLab: what it requires" jq -e 'all(.[]; (.description | length > 0) and (.check_name | length > 0) and
    (.fingerprint | length > 0) and (.severity | IN("info", "minor", "major", "critical", "blocker")) and
    (.location.path | startswith("docs/et tre, æ/")) and .location.lines.begin >= 1)' "$work/r.gitlab.json"
check "GitLab: each fault" sh -c "jq -e 'length == $count' '$work/r.gitlab.json'"
check "GitLab: fingerprints are unique" jq -e '[.[].fingerprint] | length == (unique | length)' "$work/r.gitlab.json"

# As GitHub's runner reads them: one command a line, properties cut at commas and decoded.
github_reads() {
    test "$(wc -l <"$work/r.github")" = "$count" || return 1
    ! grep -v '^::\(error\|warning\|notice\) file=[^:,]*\(,line=[0-9]*,col=[0-9]*\)\{0,1\},title=[a-z-]*::..*' "$work/r.github" || return 1
    grep -q '^::error file=docs/et tre%2C æ/plan/action-plan.yaml,line=[0-9]*,col=[0-9]*,title=unknown-body::.*50 %25, å: x' "$work/r.github"
}
check "GitHub: commands, escaped" github_reads
check "JUnit: XML" xmllint --noout "$work/r.xml"
check "JUnit: a suite for each file" sh -c "test \$(xmllint --xpath 'count(//testsuite)' '$work/r.xml') = \$(jq '.filer | length' '$work/r.json')"
check "JUnit: a failure for each error" sh -c "test \$(xmllint --xpath 'count(//failure)' '$work/r.xml') = \$(jq '.\"antall-feil\"' '$work/r.json') &&
    test \$(xmllint --xpath 'string(/testsuites/@failures)' '$work/r.xml') = \$(jq '.\"antall-feil\"' '$work/r.json')"
check "JUnit: counts are those of its suites" sh -c "test \$(xmllint --xpath 'string(/testsuites/@tests)' '$work/r.xml') = \$(xmllint --xpath 'count(//testcase)' '$work/r.xml') &&
    test \$(xmllint --xpath 'sum(//testsuite/@tests)' '$work/r.xml') = \$(xmllint --xpath 'count(//testcase)' '$work/r.xml')"

# A line that is put in above moves everything but the fingerprints.
cd "$repository/$tree" || exit 1
fingerprints() {
    jq -r '.[] | "\(.location.path) \(.check_name) \(.fingerprint)"' "$1" | sort
}
fingerprints "$work/r.gitlab.json" >"$work/before"
sed -i '1s/^/# En kommentar\n\n/' plan/action-plan.yaml
plan-check -f gitlab >"$work/moved.json"
fingerprints "$work/moved.json" >"$work/after"
check "fingerprints survive a shifted line" diff "$work/before" "$work/after"
check "lines do not" sh -c "! jq .[].location.lines.begin '$work/moved.json' | diff -q - '$work/r.gitlab.json' >/dev/null"
check "the language does not change them either" sh -c "LC_ALL=en_US.UTF-8 LANGUAGE=en plan-check -f gitlab | jq -r .[].fingerprint | diff - '$work/fingerprints'" \
    "$(jq -r .[].fingerprint "$work/moved.json" >"$work/fingerprints")"

# A line of a file is cut to what the terminal has room for.
cd "$work" && cp -R "$top/tests/trees/small" long && cd long || exit 1
printf '\n%0300d kl 9 %0300d\n' 1 2 >>meetings/2024-03-12-asu/3-24.md
fits() { # COLUMNS WIDEST: so wide is the widest line of the file that is shown
    "$top/tests/in-terminal" "stty cols $1; NO_COLOR=1 plan-check" | tr -d '\r' | sed 's/…/./g' >shown
    test "$(sed -n 's/^ *[0-9]* | //p' shown | wc -L)" = "$2"
}
check "a terminal of 60 columns" fits 60 53
check "a terminal of 300 columns" fits 300 102
check "a terminal of 10 columns" fits 10 42

# Nothing found is a report as well.
cd "$top/tests/trees/small" || exit 1
for format in json sarif gitlab github junit; do
    check "$format of nothing" sh -c "plan-check -f $format >'$work/nothing.$format'"
done
check "SARIF of nothing" node "$top/tests/judges/sarif.mjs" "$work/nothing.sarif"
check "GitLab of nothing is an empty list" jq -e '. == []' "$work/nothing.gitlab"
check "GitHub of nothing is empty" sh -c "! test -s '$work/nothing.github'"
check "JUnit of nothing has no failures" sh -c "test \$(xmllint --xpath 'count(//testcase) > 0 and count(//failure) = 0' '$work/nothing.junit') = true"
check "JUnit of one file" sh -c "test \$(plan-check -f junit plan/action-plan.yaml | xmllint --xpath 'count(//testsuite)' -) = 1"
check "a report that cannot be written" sh -c "plan-check -f json >/dev/full 2>/dev/null; test \$? = 74"
finish
