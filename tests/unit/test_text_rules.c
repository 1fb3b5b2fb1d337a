// SPDX-License-Identifier: MIT
// What the rules of good writing make of a text: all that is certain about it, fixed.

#include "base/writer.h"
#include "check/writing/writing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "arena_fixture.h"

static const char terms[] = "dokument: termer\n"
                            "termer:\n"
                            "  - skriv: helsefellesskap\n"
                            "    ikke: [helsefelleskap]\n"
                            "    endelser: [et, ets]\n"
                            "  - skriv: saksliste\n"
                            "    ikke: [sakliste]\n"
                            "    språk: nb\n";

static const char plan[] = "dokument: handlingsplan\n"
                           "tittel: Plan\n"
                           "eier: ASU\n"
                           "år: 2024\n"
                           "områder:\n"
                           "  - nr: 1\n"
                           "    navn: Område\n"
                           "    mål:\n"
                           "      - nr: 1.1\n"
                           "        mål: Mål\n"
                           "        tiltak: [{nr: 1.1.1, tiltak: Tiltak}]\n";

struct tree {
    struct diagnostics diagnostics;
    struct repository repository;
    struct source *source;
};

// The text is the body of a paper, and the whole file.
static void open_tree(struct tree *tree, struct text text) {
    struct repository *repository = &tree->repository;
    diagnostics_init(&tree->diagnostics, &arena);
    repository_init(repository, &arena, &tree->diagnostics, true);
    source_add(&repository->sources, TEXT("plan/terms.yaml"), text_from(terms));
    source_add(&repository->sources, TEXT("plan/action-plan.yaml"), text_from(plan));
    tree->source = source_add(&repository->sources, TEXT("meetings/m/9-24.md"), text);
    assert_non_null(tree->source);
    struct written_text written = {.to = tree->source->text.size, .markdown = true};
    source_keep_text(&repository->sources, tree->source, written);
    repository->terms = terms_read(&repository->sources);
    repository->plan = plan_read_numbers(&repository->sources, TEXT(PLAN_PATH));
    check_texts(repository);
}

static int by_place(const void *left, const void *right) {
    const struct diagnostic *a = left, *b = right;
    return (a->fix.from > b->fix.from) - (a->fix.from < b->fix.from);
}

static struct text fixed(const struct tree *tree) {
    struct writer writer;
    struct text text = tree->source->text;
    size_t at = 0;
    writer_to_memory(&writer, &arena);
    if (tree->diagnostics.count == 0)
        return text;
    qsort(tree->diagnostics.items, tree->diagnostics.count, sizeof(struct diagnostic), by_place);
    for (size_t i = 0; i < tree->diagnostics.count; i++) {
        const struct diagnostic *diagnostic = &tree->diagnostics.items[i];
        if (!diagnostic->has_fix)
            continue;
        assert_true(at <= diagnostic->fix.from && diagnostic->fix.to <= text.size);
        writer_put(&writer, text_slice(text, at, diagnostic->fix.from));
        writer_put(&writer, diagnostic->fix.with);
        at = diagnostic->fix.to;
    }
    writer_put(&writer, text_slice(text, at, text.size));
    return writer_text(&writer);
}

static void fixes(void **state) {
    (void)state;
    static const struct {
        const char *written;
        const char *fixed;
    } cases[] = {
        {"Helsefelleskapets", "Helsefellesskapets"},
        {"**helsefelleskap**-møte", "**helsefellesskap**-møte"},
        {"[HELSEFELLESKAP](sak:1/24)", "[HELSEFELLESSKAP](sak:1/24)"},
        {"helsefelleskapene", "helsefelleskapene"}, // an ending that is not listed
        {"sakliste, `sakliste`", "saksliste, `sakliste`"},
        {"7/2-24.", "7. februar 2024."},
        {"31/12/2024", "31. desember 2024"},
        {"31/11-24", "31/11-24"},
        {"29/2-24", "29. februar 2024"},
        {"29/2-23", "29/2-23"}, // no such day
        {"den 7/2", "den 7/2"}, // reported, but the year is not known
        {"kl 13", "kl. 13"},
        {"kl.13", "kl. 13"},
        {"Kl  13-17", "Kl. 13–17"},
        {"kl. 13.00-17.30", "kl. 13.00–17.30"},
        {"kl\n13", "kl\n13"},
        {"(2022-2025)", "(2022–2025)"},
        {"2022 - 2025", "2022–2025"},
        {"2022-2025-planen", "2022-2025-planen"},
        {"12.-14. mars", "12.–14. mars"},
        {"12-14. mars", "12–14. mars"},
        {"12.-14. plass", "12.-14. plass"},
        {"5-7 %", "5–7 %"},
        {"7-5 %", "7-5 %"},
        {"1,5-2,25 millioner", "1,5–2,25 millioner"},
        {"1.500 kr", "1\u00A0500 kr"},
        {"kr 1.500,50", "kr 1\u00A0500,50"},
        {"1.500,5", "1\u00A0500,5"},
        {"1.500.000", "1\u00A0500\u00A0000"},
        {"1.500", "1.500"},
        {"0.500 kr", "0.500 kr"},
        {"1 500 000 kroner", "1\u00A0500\u00A0000 kroner"},
        {"1 500 000", "1 500 000"},
        {"tiltak 1.1.1", "[tiltak 1.1.1](tiltak:1.1.1)"},
        {"ASU-tiltak 1.1.1", "[ASU-tiltak 1.1.1](tiltak:1.1.1)"},
        {"tiltakene 1.1.1", "tiltakene [1.1.1](tiltak:1.1.1)"},
        {"# tiltak 1.1.1", "# tiltak 1.1.1"},
        {"mål 1.1, mål 1.2", "[mål 1.1](mål:1.1), mål 1.2"},
        {"bla\u030Aba\u0308r", "bl\u00E5b\u00E4r"},
        {"a \u00A0\nb\u00A0", "a\nb"},
        {"\u00A0 a", "  a"},
        {"a\u200Bb\u00ADc", "abc"},
        {"a\u00A0b", "a\u00A0b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tree tree;
        open_tree(&tree, text_from(cases[i].written));
        struct text found = fixed(&tree);
        if (!text_is(found, cases[i].fixed))
            fail_msg("%s gives %.*s, not %s", cases[i].written, TEXT_ARGS(found), cases[i].fixed);
        open_tree(&tree, found);
        assert_true(text_equal(fixed(&tree), found)); // once is enough
    }
}

// However much is wrong, the report is one that can be read, and its time is linear.
static void most_faults(void **state) {
    (void)state;
    enum { COUNT = 20000 };
    static char text[COUNT * sizeof "kl 13 "];
    for (size_t i = 0; i < COUNT; i++)
        memcpy(text + i * 6, "kl 13 ", 6);
    struct tree tree;
    open_tree(&tree, text_from(text));
    assert_int_equal(tree.diagnostics.count, 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(fixes), cmocka_unit_test(most_faults)};
    return cmocka_run_group_tests(tests, start, finish);
}
