#!/bin/sh
# SPDX-License-Identifier: MIT
# What is handed out: the tarball of the sources and the Debian package. The package itself is built with PACKAGE=build
# alone (make check-package), twice, in different folders: that takes minutes.
. tests/tap.sh
version=$(sed -n 's/^VERSION := //p' Makefile)

check "debian/changelog is about this version" test "$(sed -n '1s/.*(\(.*\)-[0-9]*).*/\1/p' debian/changelog)" = "$version"
check "CHANGELOG.md too" grep -q "^## $version\$" CHANGELOG.md

# A package that bootstrap installs for building is one that debian/control names, and the other way round.
needed_by_bootstrap() {
    sed -n '/^# Building the commands/,/"$/p' bootstrap | tr ' "=' '\n\n\n' | grep -E '^(lib.*-dev|gettext|nettle-dev|zlib1g-dev)$' | grep -v libc6-dev | sort
}
needed_by_package() {
    sed -n '/^Build-Depends:/,/^Standards/p' debian/control | grep -oE '(lib[a-z0-9-]*-dev|gettext|nettle-dev|zlib1g-dev)' | sort
}
needed_by_bootstrap >"$work/bootstrap"
needed_by_package >"$work/control"
check "debian/control and bootstrap need the same libraries" diff "$work/bootstrap" "$work/control"
recommends_converters() {
    for package in $(sed -n '/^# Making PDF, DOCX and PPTX/,/"$/s/^packages="$packages \(.*\)"/\1/p' bootstrap); do
        grep -qx " $package," debian/control || { echo "$package"; return 1; }
    done
}
check "the package recommends what makes PDF, DOCX and PPTX" recommends_converters

# CI files and the Containerfile hand them to apt-get as they are.
bare_names() {
    sed -n '/^Recommends:$/,/^[A-Z]/p' debian/control | grep '^ ' >"$work/recommended" && ! grep -vxE ' [a-z0-9.+-]+,' "$work/recommended"
}
check "what it recommends are names alone" bare_names

if git rev-parse -q --verify HEAD >/dev/null 2>&1; then
    twice() {
        for folder in one two/deeper; do
            git clone -q . "$work/$folder" && make -s -C "$work/$folder" dist || return 1
        done
        cmp "$work/one/build/fellesskap-$version.tar.gz" "$work/two/deeper/build/fellesskap-$version.tar.gz"
    }
    check "make dist: the same bytes from two clones" twice
    has_all() {
        tar -tzf "$work/one/build/fellesskap-$version.tar.gz" | sed "s|^fellesskap-$version/||" | grep -v '/$' | grep . | sort >"$work/packed"
        git -c core.quotePath=false ls-tree -r --name-only HEAD | sort | diff - "$work/packed"
    }
    check "which has every file of the commit" has_all
else
    skip "make dist" "this is no clone"
fi

if test "${PACKAGE-}" = build; then
    for folder in one two/deeper; do
        check "the package is built in $folder" sh -c "cd '$work/$folder' && DEB_BUILD_OPTIONS=nocheck make -s package"
    done
    check "the same bytes in both" cmp "$work/one/build/fellesskap.deb" "$work/two/deeper/build/fellesskap.deb"
    lintian_is_silent() {
        lintian --fail-on error,warning "$work/one/build/package"/fellesskap_*.changes
    }
    check "lintian has no error and no warning" lintian_is_silent
    contents() {
        dpkg-deb -c "$work/one/build/fellesskap.deb" >"$work/contents" && for file in bin/tree-new share/man/man1/tree-new.1.gz \
            share/fellesskap/convert/convert-all share/fellesskap/ci/summary share/fellesskap/schemas/nn/meeting.json \
            share/doc/fellesskap/format.html share/doc/fellesskap/examples/plan/action-plan.yaml; do
            grep -q " ./usr/$file\$" "$work/contents" || { echo "$file"; return 1; }
        done
    }
    check "everything is in it" contents
fi
finish
