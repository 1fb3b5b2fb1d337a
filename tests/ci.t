#!/bin/sh
# SPDX-License-Identifier: MIT
# What the forges run: linted, and run here as far as that is possible without them, in a copy of the repository
# that has been built.
cd "$(dirname -- "$0")/.." || exit 1
: "${BIN:=build/bin}"
. tests/tap.sh
: "${TEST_BUILD:?names the build folder; run the tests with make check}"
judges=$top/tests/judges
PATH=$judges:$PATH
lab=$work/lab

# Times stay as they are: there is nothing to build again.
copy() {
    mkdir -p "$lab/build"
    tar -c --exclude=./build --exclude=./.git --exclude=node_modules --exclude=./.gitlab-ci-local . | tar -x -C "$lab" &&
        (cd "$TEST_BUILD" && tar -c --exclude=./debug --exclude=./san --exclude=./fuzz --exclude=./tests .) | tar -x -C "$lab/build" &&
        cd "$lab" && git init -q -b main && save && git remote add origin https://gitlab.example.no/fellesskap/dokumenter.git &&
        git update-ref refs/remotes/origin/main HEAD && git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
}
save() {
    git add -A && git -c user.name=Test -c user.email=test@example.no commit -q -m "As it is"
}
check "a copy of the repository" copy
cd "$lab" || exit 1

job() { # OF A WORKFLOW
    workflow-steps.mjs .github/workflows/documents.yml "$1" >"$work/script" && test -s "$work/script" && sh -e "$work/script" >"$work/log" 2>&1
    job_status=$?
    cat "$work/log"
    return $job_status
}
gitlab() {
    node "$judges/node_modules/gitlab-ci-local/src/index.js" --force-shell-executor --shell-isolation=false --no-color "$@"
}
break_plan() {
    sed -i 's/^            ansvar:/            anvar:/; t end; b; :end; n; b end' plan/action-plan.yaml && save
}
fails() {
    ! "$@"
}

check "actionlint has nothing to say of the workflows" workflow-lint.mjs .github/workflows/*.yml
check "GitHub: check" job check
check "GitHub: what is found is SARIF" jq -e '.version == "2.1.0"' plan-check.sarif
check "GitHub: documents and pages" job documents
check "the page that lists the documents is valid HTML" vnu build/public/index.html
check "the page that lists the documents is accessible" axe.mjs build/public/index.html
linked() {
    grep -o 'href="[^"#]*"' build/public/index.html | sed 's/href="//; s/"$//' | grep . >"$work/links"
    test "$(grep -c '\.html$' "$work/links")" = "$(find build/public -name '*.html' ! -name index.html | wc -l)" &&
        while read -r link; do test -e "build/public/$link" || { echo "$link"; return 1; }; done <"$work/links"
}
check "its links lead to documents, and all pages are there" linked
check "the schemas are published" test -s build/public/schemas/meeting.json
check "what is for the members alone is not" test -z "$(find build/public -path '*members*')"

check "GitLab: check" gitlab check
check "GitLab: what is found is a code quality report" jq -e 'length == 0' code-quality.json
check "GitLab: documents" gitlab documents
check "GitLab: pages of what documents has kept" gitlab pages
check "GitLab: the pages are there" test -s public/index.html

export PRE_COMMIT_HOME="$work/pre-commit" PATH="$lab/build/bin:$PATH"
check "pre-commit takes the hooks" pre-commit validate-manifest .pre-commit-hooks.yaml
hook() { # HOOK FILE...
    id=$1
    shift
    pre-commit try-repo . "$id" --files "$@" >"$work/log" 2>&1
    hook_status=$?
    cat "$work/log"
    return $hook_status
}
check "pre-commit: plan-check finds nothing" hook plan-check plan/action-plan.yaml meetings/2024-10-29-asu/42-24.md
mkdir -p meetings/2024-10-29-asu/vedlegg && echo notat | tee meetings/2024-10-29-asu/vedlegg/notat.txt >meetings/2024-10-29-asu/notat.md
check "pre-commit: attachments and notes are no matter" hook plan-check meetings/2024-10-29-asu/vedlegg/notat.txt meetings/2024-10-29-asu/notat.md
check "pre-commit: plan-check-all finds nothing" hook plan-check-all plan/action-plan.yaml
check "pre-commit: other files are no matter" hook plan-check-all README.md
skipped() {
    grep -q 'no files to check' "$work/log"
}
check "pre-commit: they are not looked at" skipped

break_plan
check "pre-commit: a fault fails the hook" fails hook plan-check plan/action-plan.yaml
found() {
    grep '^plan/action-plan.yaml:[0-9]*:[0-9]*: .*\[unknown-key\]' "$work/log"
}
check "pre-commit: and is told" found
check "pre-commit: a fault elsewhere fails only the hook for all" hook plan-check plan/grant-2024.yaml
check "pre-commit: which finds it" fails hook plan-check-all plan/grant-2024.yaml
check "GitHub: a fault fails the check" fails job check
annotated() {
    grep '^::error .*file=plan/action-plan.yaml,line=[0-9]' "$work/log"
}
check "GitHub: and is annotated where it stands" annotated
check "GitLab: a fault fails the check" fails gitlab check
check "GitLab: and is in the code quality report" jq -e '.[] | select(.check_name == "unknown-key" and .location.path == "plan/action-plan.yaml")' code-quality.json
check "GitLab: and in the tests" grep unknown-key junit.xml
finish
