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
check "its links lead to documents, and to all pages" crawl build/public
check "the schemas are published" test -s build/public/schemas/meeting.json
check "what is for the members alone is not" test -z "$(find build/public -path '*members*')"

check "GitLab: check" gitlab check
check "GitLab: what is found is a code quality report" jq -e 'length == 0' code-quality.json
check "GitLab: documents" gitlab documents
check "GitLab: pages of what documents has kept" gitlab pages
check "GitLab: the pages are there" test -s public/index.html

# What the jobs leave is no part of what is committed; a runner's own repository least of all.
git clean -qffdx -e build

export PRE_COMMIT_HOME="$work/pre-commit" PATH="$lab/build/bin:$PATH"
check "pre-commit takes the hooks" pre-commit validate-manifest .pre-commit-hooks.yaml
hook() {
    pre-commit try-repo . plan-check >"$work/log" 2>&1
    hook_status=$?
    cat "$work/log"
    return $hook_status
}
as_it_was() {
    git reset -q --hard && git clean -qfd plan meetings .plan-check.yaml
}
found() { # FILE RULE
    grep "^$1:[0-9]*:[0-9]*: .*\[$2\]" "$work/log"
}
check "pre-commit: nothing is wrong" hook
mkdir -p meetings/2024-10-29-asu/vedlegg && echo notat >meetings/2024-10-29-asu/notat.md && echo x: >plan/notat.yaml
check "pre-commit: what git does not know is no matter" hook
as_it_was
stops() { # FILE RULE: of what is staged; afterwards it is not
    git add -A && ! hook && found "$1" "$2"
    stops_status=$?
    as_it_was
    return $stops_status
}
rm meetings/2024-10-29-asu/48-24.md
check "pre-commit: a paper that is taken away" stops meetings/2024-10-29-asu/meeting.yaml file-missing
sed -i 's/nr: 1.2.1$/nr: 1.2.99/' plan/action-plan.yaml
check "pre-commit: an action that is renumbered and used elsewhere" stops plan/action-plan.yaml unknown-action
sed -i '2s/;[0-9][^;]*/;lørdag/' plan/grant-2024-payments.csv
check "pre-commit: payments" stops plan/grant-2024-payments.csv unknown-project
printf '%%PDF-1.4\ncut' >meetings/2024-10-29-asu/vedlegg/x.pdf
sed -i 's/^type:/vedlegg:\n  - fil: vedlegg\/x.pdf\n    tittel: X\n&/' meetings/2024-10-29-asu/42-24.md
check "pre-commit: attachments" stops meetings/2024-10-29-asu/42-24.md pdf-damaged
echo 'dokument: kontrol' >.plan-check.yaml
check "pre-commit: settings" stops .plan-check.yaml document-kind
meeting-new ASU 2025-04-08 >/dev/null && git add -A
check "pre-commit: a new meeting is whole" hook
git reset -q && git add meetings/2025-04-08-asu/meeting.yaml
check "pre-commit: and is not without its papers, which git does not know" fails hook
check "... which is told" found meetings/2025-04-08-asu/meeting.yaml file-missing
as_it_was && break_plan
check "pre-commit: a fault fails the hook" fails hook
check "pre-commit: and is told" found plan/action-plan.yaml unknown-key
check "GitHub: a fault fails the check" fails job check
annotated() {
    grep '^::error .*file=plan/action-plan.yaml,line=[0-9]' "$work/log"
}
check "GitHub: and is annotated where it stands" annotated
check "GitLab: a fault fails the check" fails gitlab check
check "GitLab: and is in the code quality report" jq -e '.[] | select(.check_name == "unknown-key" and .location.path == "plan/action-plan.yaml")' code-quality.json
check "GitLab: and in the tests" grep unknown-key junit.xml

# The CI files of a new tree. Installing the package needs a machine to itself: here apt-get writes down what it is told.
cd "$work" || exit 1
share=$lab/build/share/fellesskap
mkdir "$work/apt" && printf '#!/bin/sh\necho "$@" >>"%s"\n' "$work/asked" >"$work/apt/apt-get" &&
    printf '#!/bin/sh\nsed -n "/^Recommends:/,/^[A-Z].*:$/{s/^ //p}" "%s"\n' "$top/debian/control" >"$work/apt/dpkg-deb" &&
    chmod +x "$work"/apt/*
PATH=$work/apt:$PATH
installs() { # what makes PDF, and nothing that this recommends in turn
    grep "^-q -y install --no-install-recommends $work/fellesskap.deb .*weasyprint\$" "$work/asked" && rm "$work/asked"
}
from_here() { # what runs in CI, with what is built here
    sed -e "s|/usr/share/fellesskap|$share|; s|git config --global|git config|; s|/tmp/fellesskap|$work/fellesskap|g"
}
new_tree() { # FORGE
    tree-new --ci "$1" -l nn "$1" && cd "$1" && git init -q -b main && save && git remote add origin https://gitlab.example.no/a/b.git &&
        git update-ref refs/remotes/origin/main HEAD && git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
}
check "a new tree for GitHub" new_tree github
cd "$work/github" || exit 1
export GITHUB_STEP_SUMMARY="$work/summary" BEFORE=HEAD FELLESSKAP_PACKAGE=package/fellesskap.deb
mkdir package && : >package/fellesskap.deb
check "actionlint has nothing to say of its workflow" workflow-lint.mjs .github/workflows/documents.yml
new_job() {
    : >"$GITHUB_STEP_SUMMARY"
    from_here <.github/workflows/documents.yml >"$work/documents.yml" &&
        workflow-steps.mjs "$work/documents.yml" documents >"$work/script" && sh -e "$work/script" >"$work/log" 2>&1
    job_status=$?
    cat "$work/log" "$GITHUB_STEP_SUMMARY"
    return $job_status
}
says() { grep -qF "$1" "$GITHUB_STEP_SUMMARY"; }
check "GitHub: nothing is changed" new_job
check "... the package is installed" installs
check "... and that is told" says 'Ingen dokument blir endra.'
check "... with what plan-check says" says '    Ingenting er gale. Filer: 3.'
check "... and the site is made" test -s build/public/index.html
meeting-new ASU 2026-03-10 >/dev/null
sed -i '/^dato:/a tid: 13.00–13.20\nsted: <b>`Rådhuset`</b>' meetings/*/meeting.yaml
sed -i 's/møteplan/årsplan/' plan/action-plan.yaml
check "GitHub: a meeting and an action" new_job
check "... the plan is changed" says '<tr><td>action-plan</td><td>endra</td><td>html json md svg xlsx</td></tr>'
check "... the notice is new" says '<tr><td>2026-03-10-asu/notice</td><td>ny</td><td>html ics json md</td></tr>'
check "... a draft is no part of the site" test ! -e build/public/2026-03-10-asu
sed -i 's/^tid:.*//' meetings/*/meeting.yaml
check "GitHub: a fault fails the job" fails new_job
check "... and is annotated" grep '^::error .*file=meetings/2026-03-10-asu/meeting.yaml' "$work/log"
check "... no earlier commit: told too" sh -c "'$share/ci/summary' -l nb 0000000 | grep 'plan-check'"
git checkout -q plan && rm -r meetings/2026-03-10-asu
BEFORE=0000000000000000000000000000000000000000
check "GitHub: a branch without history" new_job
check "... what changes is not known" says 'er ikkje kjent'
check "... and no working tree of it is left" sh -c 'test $(git worktree list | wc -l) = 1'

cd "$work" || exit 1
check "a new tree's own hook" sh -c 'cd github && pre-commit run >said 2>&1 && grep Passed said && sed -i "s/^navn/namn/" plan/organisation.yaml && git add plan && ! pre-commit run'
check "a new tree for GitLab" new_tree gitlab
cd "$work/gitlab" || exit 1
mkdir package && : >package/fellesskap.deb
from_here <.gitlab-ci.yml >ci.new && mv ci.new .gitlab-ci.yml && save
CI_COMMIT_BEFORE_SHA=$(git rev-parse HEAD)
check "GitLab: documents of a new tree" gitlab --variable CI_COMMIT_BEFORE_SHA="$CI_COMMIT_BEFORE_SHA" documents
check "... the package is installed" installs
check "... what changes" grep 'Ingen dokument' changes.md
check "... no fault" jq -e 'length == 0' code-quality.json
check "... its pages" gitlab pages
check "... are there" test -s public/index.html
# gitlab-ci-local asks GitLab's own schema first.
unknown_to_gitlab() {
    sed -i 's/expire_in/expires/' .gitlab-ci.yml && ! gitlab --list >"$work/log" 2>&1 && grep "'expires' property is not expected" "$work/log"
}
check "GitLab: a key that its schema does not know is refused" unknown_to_gitlab
finish
