// SPDX-License-Identifier: MIT

#include "base/personalnumber.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "arena_fixture.h"

// The numbers are of nobody: synthetic, or of people born in 1855.
static void masks(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *masked;
    } cases[] = {
        {"01015550089", "***********"},
        {"(01015550089)", "(***********)"},
        {"x 010155 50089, 01015550240.", "x ****** *****, ***********."},
        {"010155-50089", "******-*****"},
        {"010155\u00A050089", "******\u00A0*****"},
        {"0101.55.50089", "****.**.*****"},
        {"0101 55 50089", "**** ** *****"},
        {"41015550072", "***********"}, // D-number
        {"01815550044", "***********"}, // month + 80
        {"01415550061", "***********"}, // + 40
        {"01775550046", "***********"}, // + 65
        {"41775550110", "***********"},
        {"29025550003", "***********"},
        {"https://example.no/01015550089", "https://example.no/***********"},
        {"«01015550089»", "«***********»"},
        {"01015550089 01015550240", "*********** ***********"},
        // as parts of names of files, too
        {"a01015550089", "a***********"},
        {"å01015550089å", "å***********å"},
        {"sak_01015550089_2.pdf", "sak_***********_2.pdf"},
        // none
        {"01015550088", NULL},
        {"01015550079", NULL},
        {"010155500890", NULL},
        {"101015550089", NULL},
        {"0101555008", NULL},
        {"010155.50089", NULL},
        {"010155  50089", NULL},
        {"01 01 55 50089", NULL},
        {"1234.56.78903", NULL},
        {"00000000000", NULL},
        {"32015550089", NULL},
        {"30025550033", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text text = text_from(cases[i].text);
        struct text masked = personal_numbers_masked(text, &arena);
        const char *expected = cases[i].masked == NULL ? cases[i].text : cases[i].masked;
        if (!text_is(masked, expected))
            fail_msg("%s gives %.*s", cases[i].text, TEXT_ARGS(masked));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(masks)};
    return cmocka_run_group_tests(tests, start, finish);
}
