// SPDX-License-Identifier: MIT
// Messages in the reader's language, from the catalogues that are compiled in.

#include "base/catalogue.h"
#include "base/message.h"
#include "base/system_error.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char one_day[] = "the notice was sent %d day before the meeting; it should be %d";
static const char days[] = "the notice was sent %d days before the meeting; it should be %d";

static const char *sent(size_t count) {
    return message_plural(one_day, days, count);
}

static void in_each_language(void **state) {
    (void)state;
    assert_string_equal(_("the folder is not empty"), "the folder is not empty");
    assert_true(message_use_language("nb"));
    assert_string_equal(_("the folder is not empty"), "mappen er ikke tom");
    assert_true(message_use_language("nn"));
    assert_string_equal(_("the folder is not empty"), "mappa er ikkje tom");
    assert_string_equal(_("nobody says this"), "nobody says this");
    assert_true(message_use_language("en"));
    assert_string_equal(_("the folder is not empty"), "the folder is not empty");
}

static void unknown_language(void **state) {
    (void)state;
    static const char *const unknown[] = {"", "n", "nb_NO", "NB", "de", "no"};
    assert_true(message_use_language("nn"));
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_false(message_use_language(unknown[i]));
    assert_string_equal(_("the folder is not empty"), "mappa er ikkje tom");
}

static void one_and_many(void **state) {
    (void)state;
    assert_true(message_use_language("en"));
    assert_ptr_equal(sent(0), days);
    assert_ptr_equal(sent(1), one_day);
    assert_ptr_equal(sent(2), days);
    assert_true(message_use_language("nb"));
    assert_non_null(strstr(sent(1), "%d dag før"));
    assert_non_null(strstr(sent(0), "%d dager før"));
    assert_non_null(strstr(sent(2), "%d dager før"));
    assert_string_equal(message_plural("this singular is new", "and this plural", 1),
                        "this singular is new");
    assert_string_equal(message_plural("this singular is new", "and this plural", 3),
                        "and this plural");
}

// The first and the last of a catalogue are found too, and nothing before, between or after.
static void whole_catalogue(void **state) {
    (void)state;
    static const unsigned char bytes[] = "\xde\x12\x04\x95\0\0\0\0\3\0\0\0\x1c\0\0\0\x34\0\0\0"
                                         "\0\0\0\0\0\0\0\0"
                                         "\1\0\0\0\x4c\0\0\0\1\0\0\0\x4e\0\0\0\1\0\0\0\x50\0\0\0"
                                         "\1\0\0\0\x52\0\0\0\1\0\0\0\x54\0\0\0\1\0\0\0\x56\0\0\0"
                                         "b\0d\0f\0B\0D\0F";
    const struct catalogue catalogue = {"xx", bytes};
    assert_string_equal(catalogue_find(&catalogue, "b"), "B");
    assert_string_equal(catalogue_find(&catalogue, "d"), "D");
    assert_string_equal(catalogue_find(&catalogue, "f"), "F");
    for (char other[] = "a"; *other <= 'g'; *other += 2)
        assert_null(catalogue_find(&catalogue, other));
}

static void system_errors(void **state) {
    (void)state;
    assert_true(message_use_language("nb"));
    assert_string_equal(system_error(ENOSPC), "det er ikke mer plass på disken");
    assert_string_equal(system_error(EILSEQ), strerror(EILSEQ)); // a rare one
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_each_language), cmocka_unit_test(unknown_language),
        cmocka_unit_test(one_and_many),     cmocka_unit_test(whole_catalogue),
        cmocka_unit_test(system_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
