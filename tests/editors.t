#!/bin/sh
# SPDX-License-Identifier: MIT
# What editors know of the files: the schemas say what plan-check says, and a real language server shows it.
cd "$(dirname -- "$0")/.." || exit 1
: "${BIN:=build/bin}"
. tests/tap.sh
schemas=$BIN/../share/fellesskap/schemas/nb

# The size of the corpus is printed, for the log.
agree() {
    cp -R tests/trees/small "$work/tree"
    printf 'dokument: kontroll\nregler:\n  no-owner: merknad\n' >"$work/tree/.plan-check.yaml"
    printf 'dokument: termer\ntermer:\n  - skriv: saksliste\n    ikke: [sakliste]\n    endelser: [n]\n' >"$work/tree/plan/terms.yaml"
    printf 'dokument: statusnotat\nid: 2024\ntittel: Status\ndato: 2024-12-01\ntiltak:\n  - {nr: 0.1.1, status: pågår, fremdrift: 50 %%, kommentar: I gang.}\nlysark:\n  - tittel: Arbeidet\n    tiltak: [0.1.1]\n    punkter: [Felles mål.]\n    manus: Si det.\n' >"$work/tree/plan/status-2024.yaml"
    printf -- '---\ndokument: strategi\ntittel: Strategi\nverdier: {vedtatt: 2023-06-14, punkter: [Tillit]}\npasientgrupper:\n  - id: eldre\n    navn: Eldre\nstrategiområder:\n  - navn: Forløp\n    områder: [0]\nsatsingsområder:\n  - område: 0\n    tekst: Felles.\n---\nTekst.\n' >"$work/tree/plan/strategy.md"
    printf 'dokument: prosjekter\ntittel: Prosjekter\neier: ASU\ndato: 2024-12-01\nprosjekter:\n  - id: team\n    navn: Team\n    tilstand: pågår\n    eier: ASU\n    tiltak: [0.1.1]\n    fra: 2024-11-01\n    faser:\n      - navn: pilot\n        fra: 2024-11-01\n        til: 2025-03-31\n    milepæler:\n      - dato: 2025-06-30\n        tekst: Rapport\n' >"$work/tree/plan/projects.yaml"
    printf 'dokument: nettverk\ntittel: Nettverk\neier: ASU\ndato: 2024-12-01\nnettverk:\n  - id: forum\n    navn: Forum\n    tilstand: vurderes\n    fagområde: utskrivning\n    eier: ASU\n    deltakere: [ledere, brukere]\n    saker: [1/24]\n    fra: 2025-01-01\n' >"$work/tree/plan/networks.yaml"
    printf 'dokument: tilslutning\ntittel: Tilslutning\neier: ASU\ndato: 2024-12-01\navtaler:\n  - id: avtale\n    navn: Avtale\n    parter: [ASU, PSU]\n    saker: [1/24]\n    tilslutninger:\n      - hvem: ASU\n        tilstand: vedtatt\n        dato: 2024-11-01\n    høringsfrist: 2024-10-01\n    høringssvar:\n      - hvem: ASU\n        mottatt: 2024-09-01\n        standpunkt: støtter\n' >"$work/tree/plan/adoption.yaml"
    printf 'dokument: indikatorer\ntittel: Indikatorer\neier: ASU\ndato: 2024-12-01\nindikatorer:\n  - id: tall\n    navn: Tall\n    enhet: døgn\n    kilde: sykehuset\n    bedre: lavere\n    mål:\n      periode: 2026\n      verdi: 8,0\n    verdier:\n      - periode: 1. tertial 2024\n        verdi: 11,6\n' >"$work/tree/plan/indicators.yaml"
    printf 'dokument: avvik\ntittel: Avvik\neier: ASU\ndato: 2024-12-01\narter:\n  - id: pasient\n    navn: Pasient\ntertialer:\n  - tertial: 1. tertial 2024\n    avvik:\n      - art: pasient\n        antall: <5\n    saker: [1/24]\n    læringspunkter: Øv mer.\n' >"$work/tree/plan/deviations.yaml"
    printf 'dokument: årshjul\ntittel: Året\neier: ASU\ndato: 2024-12-01\noppgaver:\n  - id: dag\n    navn: Temadag\n    hvem: [ASU]\n    hvert: halvår\n    dato: 15. mars\n    fra: 2024-01-01\n    tiltak: [0.1.1]\n    saker: [1/24]\n    forberedelser:\n      - navn: Invitasjon\n        dager-før: 30\n        hvem: [leder-asu]\n  - id: kurs\n    navn: Kurs\n    hvem: [ASU]\n    uke: 12\nmøteplan:\n  - utvalg: ASU\n    ganger: 4\n    ukedag: tirsdag\n    kl: 13.00–17.00\n' >"$work/tree/plan/year.yaml"
    mkdir "$work/tree/meetings/queue"
    printf -- '---\ndokument: sak\nutvalg: ASU\nminutter: 30\ntittel: En sak som venter\ntype: orientering\nansvarlig: [leder-asu]\n---\nTekst.\n' >"$work/tree/meetings/queue/sak.md"
    node tests/judges/schema-agreement.mjs "$BIN/plan-check" "$schemas" "$work/tree" "$work"
}

check "ajv and plan-check agree on a corpus of good and bad files" agree
sed 's/^/# /' "$work/.said" | head -n 1

check "yaml-language-server offers keys, tells what they mean, and marks faults" \
    timeout 120 node tests/judges/language-server.mjs .

# A new tree's settings name the schemas by where they are installed.
new_tree() {
    mkdir "$work/new" && cp -R plan meetings "$work/new" && "$BIN/tree-new" "$work/first" && mv "$work/first/.vscode" "$work/new" &&
        sed -i '/^# yaml-language-server/d' "$work"/new/plan/*.yaml "$work"/new/meetings/*/meeting.yaml &&
        timeout 120 node tests/judges/language-server.mjs "$work/new"
}
check "and so it does with the settings of a new tree" new_tree
finish
