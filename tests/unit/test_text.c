// SPDX-License-Identifier: MIT

#include "base/index.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "arena_fixture.h"

static void widths(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t length, width;
    } cases[] = {
        {"", 0, 0},         {"år", 2, 2},     {"a\u030A", 2, 1}, {"日本", 2, 4},
        {"ASU–møte", 8, 8}, {"\u200B", 1, 0}, {"😀", 1, 2},       {"4\u00A0500", 5, 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(text_length(text_from(cases[i].text)), cases[i].length);
        assert_int_equal(text_width(text_from(cases[i].text)), cases[i].width);
    }
}

static void encodings(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        size_t size, fault;
    } cases[] = {
        {"abc", 3, 3},
        {"\xC3\xA5", 2, 2},
        {"abcdefghij\xC3\xA5", 12, 12},
        {"\xE5", 1, 0},
        {"ab\xE5"
         "c",
         4, 2},
        {"\xC3", 1, 0},
        {"\xC0\x80", 2, 0},
        {"\xED\xA0\x80", 3, 0},
        {"\xF4\x90\x80\x80", 4, 0},
        {"\x80", 1, 0},
        {"abcdefgh\xFF", 9, 8},
        {"a\0b", 3, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(text_first_invalid((struct text){cases[i].bytes, cases[i].size}),
                         cases[i].fault);
}

// At every distance from a border of eight bytes.
static void made_valid(void **state) {
    static const struct {
        struct text text, valid;
    } cases[] = {
        {TEXT_OF(""), TEXT_OF("")},
        {TEXT_OF("på å"), TEXT_OF("på å")},
        {TEXT_OF("\xFF"), TEXT_OF("\uFFFD")},
        {TEXT_OF("a\xFF\xFEø\xC3"), TEXT_OF("a\uFFFD\uFFFDø\uFFFD")},
        {TEXT_OF("\xE2\x82z"), TEXT_OF("\uFFFD\uFFFDz")},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(text_equal(text_made_valid(&arena, cases[i].text), cases[i].valid));
}

static void plain_bytes(void **state) {
    (void)state;
    static const unsigned char odd[] = {0x00, 0x09, 0x0D, 0x1F, 0x7F, 0x80, 0xC3, 0xFF};
    for (size_t size = 0; size < 20; size++)
        for (size_t at = 0; at <= size; at++)
            for (size_t i = 0; i < sizeof odd; i++) {
                char bytes[20];
                for (size_t j = 0; j < size; j++)
                    bytes[j] = j % 2 == 0 ? ' ' : '~';
                if (at < size)
                    bytes[at] = (char)odd[i];
                assert_int_equal(text_skip_plain((struct text){bytes, size}, 0), at);
            }
}

static void plain_letters(void **state) {
    (void)state;
    assert_int_equal(text_skip_plain(TEXT("mål\nÆØÅ æøå é"), 0), sizeof "mål\nÆØÅ æøå é" - 1);
    assert_int_equal(text_skip_plain(TEXT("en–to"), 0), 2);
    assert_int_equal(text_skip_plain(TEXT("a\xC3"), 0), 1);
}

static void normal_forms(void **state) {
    (void)state;
    assert_true(text_is(text_nfc(&arena, TEXT("ma\u030Al")), "mål"));
    assert_true(text_is(text_nfc(&arena, TEXT("mål")), "mål"));
    assert_true(text_is(text_nfc(&arena, TEXT("A\u030A–x")), "Å–x"));
    assert_true(text_is(text_lower(&arena, TEXT("ÆØÅ FAGRÅD-1")), "æøå fagråd-1"));
    // Its lower case is longer in UTF-8.
    assert_true(text_is(text_lower(&arena, TEXT("\u0130")), "i"));
}

static void numbers(void **state) {
    (void)state;
    int number = -1;
    assert_true(text_to_number(TEXT("007"), &number));
    assert_int_equal(number, 7);
    assert_true(text_to_number(TEXT("999999999"), &number));
    assert_false(text_to_number(TEXT("1000000000"), &number));
    assert_false(text_to_number(TEXT(""), &number));
    assert_false(text_to_number(TEXT("-1"), &number));
    assert_false(text_to_number(TEXT("1 "), &number));
}

static void suggestions(void **state) {
    (void)state;
    static const struct text keys[] = {
        TEXT_OF("nr"), TEXT_OF("tiltak"), TEXT_OF("ansvar"), TEXT_OF("støtte"), TEXT_OF("status"),
    };
    static const struct {
        const char *written;
        size_t nearest; // 5: none
    } cases[] = {
        {"anvar", 2}, {"anvsar", 2},     {"ansvarr", 2}, {"stotte", 3},
        {"tilak", 1}, {"oppfølging", 5}, {"", 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(text_nearest(text_from(cases[i].written), keys, 5), cases[i].nearest);
}

static void pieces(void **state) {
    (void)state;
    struct text rest = TEXT("a,b,");
    assert_true(text_is(text_cut(&rest, ','), "a"));
    assert_true(text_is(text_cut(&rest, ','), "b"));
    assert_non_null(rest.data);
    assert_true(text_is(text_cut(&rest, ','), ""));
    assert_null(rest.data);
    assert_true(text_is(text_trim(TEXT(" \t\r\n x y \n")), "x y"));
    const struct text parts[] = {TEXT_OF("a"), TEXT_OF(""), TEXT_OF("b")};
    assert_true(text_is(text_join(&arena, parts, 3, TEXT(", ")), "a, , b"));
}

static void index_of_many(void **state) {
    (void)state;
    struct index index;
    index_init(&index, &arena);
    enum { MANY = 10000 };
    static int things[MANY];
    for (int i = 0; i < MANY; i++)
        assert_null(index_add(&index, text_format(&arena, "%d.%d", i / 7, i % 7), &things[i]));
    for (int i = 0; i < MANY; i++)
        assert_ptr_equal(index_find(&index, text_format(&arena, "%d.%d", i / 7, i % 7)),
                         &things[i]);
    assert_ptr_equal(index_add(&index, TEXT("0.0"), &things[5]), &things[0]);
    assert_null(index_find(&index, TEXT("0.7")));
}

static void arena_keeps_and_releases(void **state) {
    (void)state;
    char *kept = arena_copy(&arena, "kept", 4);
    struct arena_savepoint saved = arena_save(&arena);
    uint64_t *array = NULL;
    for (uint64_t i = 0; i < 100000; i++) {
        array = arena_append(&arena, array, i, sizeof *array);
        array[i] = i;
    }
    for (uint64_t i = 0; i < 100000; i++)
        assert_int_equal(array[i], i);
    assert_int_equal((uintptr_t)arena_alloc(&arena, 1) % alignof(max_align_t), 0);
    arena_release(&arena, saved);
    assert_string_equal(kept, "kept");
    const char *zeroed = arena_alloc(&arena, 1000);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(zeroed[i], 0);
}

static void slugs(void **state) {
    (void)state;
    static const struct {
        const char *text, *slug;
    } cases[] = {
        {"", ""},
        {"ASU", "asu"},
        {"Helsefellesskapet i søndre Trøndelag", "helsefellesskapet-i-sondre-trondelag"},
        {"  Ærfugl – Å & a\u030A!", "aerfugl-a-a"},
        {"fagråd-3", "fagrad-3"},
        {"Kárášjohka/Čáhput", "karasjohka-cahput"},
        {"日本 2024", "2024"},
        {"–", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text slug = text_slug(&arena, text_from(cases[i].text));
        assert_string_equal(text_copy(&arena, slug).data, cases[i].slug);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths),        cmocka_unit_test(slugs),
        cmocka_unit_test(encodings),     cmocka_unit_test(made_valid),
        cmocka_unit_test(plain_bytes),   cmocka_unit_test(plain_letters),
        cmocka_unit_test(normal_forms),  cmocka_unit_test(numbers),
        cmocka_unit_test(suggestions),   cmocka_unit_test(pieces),
        cmocka_unit_test(index_of_many), cmocka_unit_test(arena_keeps_and_releases),
    };
    return cmocka_run_group_tests_name("text", tests, start, finish);
}
