#!/bin/sh
# SPDX-License-Identifier: MIT
# Every message of the sources is translated, in every language of po/.
cd "$(dirname -- "$0")/.." || exit 1
: "${BIN:=build/bin}"
. tests/tap.sh
export LC_ALL=C.UTF-8

silent() {
    "$@" >"$work/said" 2>&1
    cat "$work/said"
    test ! -s "$work/said"
}

fuzzy() {
    msgattrib --only-fuzzy --no-wrap "$1" | grep '^msgid'
}

untranslated() {
    msgattrib --untranslated --no-wrap "$1" | grep '^msgid "[^"]'
}

# What message_plural() takes for granted.
plural_as_ours() {
    grep -Fqx '"Plural-Forms: nplurals=2; plural=(n != 1);\n"' "$1"
}

# In whatever order.
same_messages() {
    msgcat --sort-output --no-wrap "$1" >"$work/one" &&
        msgcat --sort-output --no-wrap "$2" >"$work/other" &&
        diff "$work/one" "$work/other"
}

mkdir "$work/po"
cp po/*.po "$work/po"
check "tools/update-messages" tools/update-messages "$work/po"
for catalogue in po/*.po; do
    name=${catalogue##*/}
    check "$name: msgfmt --check has nothing to say" silent msgfmt --check --output-file=/dev/null "$catalogue"
    check "$name: its plurals are those of message_plural()" plural_as_ours "$catalogue"
    check "$name: no message is fuzzy" silent fuzzy "$catalogue"
    check "$name: every message of the sources is translated" silent untranslated "$work/po/$name"
    check "$name: no message is old; tools/update-messages changes nothing" same_messages "$catalogue" "$work/po/$name"
done
finish
