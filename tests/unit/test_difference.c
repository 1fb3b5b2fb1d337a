// SPDX-License-Identifier: MIT

#include "base/difference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

#include "arena_fixture.h"

enum { MOST_WORDS = 4096 };

static size_t cut(struct text text, struct text *words) {
    size_t count = 0;
    for (struct text rest = text; rest.data != NULL && count < MOST_WORDS;) {
        struct text word = text_cut(&rest, ' ');
        if (word.size > 0)
            words[count++] = word;
    }
    return count;
}

// "a -b +c": what is the same, removed and added.
static struct text changes_of(const char *old_text, const char *new_text) {
    struct text old[MOST_WORDS], new[MOST_WORDS], shown[2 * MOST_WORDS];
    size_t old_count = cut(text_from(old_text), old), new_count = cut(text_from(new_text), new);
    struct differences steps = difference_find(old, old_count, new, new_count, &arena);
    for (size_t i = 0; i < steps.count; i++) {
        bool added = steps.items[i].kind == DIFFERENCE_ADDED;
        const char *mark = added ? "+" : steps.items[i].kind == DIFFERENCE_REMOVED ? "-" : "";
        shown[i] = text_concat(&arena, text_from(mark), (added ? new : old)[steps.items[i].index]);
    }
    return text_join(&arena, shown, steps.count, TEXT(" "));
}

static void changes_are_the_fewest(void **state) {
    (void)state;
    static const char *const cases[][3] = {
        {"", "", ""},
        {"a b c", "a b c", "a b c"},
        {"", "a b", "+a +b"},
        {"a b", "", "-a -b"},
        {"a", "b", "-a +b"},
        {"a b c", "a c", "a -b c"},
        {"a c", "a b c", "a +b c"},
        {"a b c d", "a x c y", "a -b +x c -d +y"},
        {"a b c", "x y a b c", "+x +y a b c"},
        {"a a a", "a a", "a a -a"},
        {"a b c a b b a", "c b a b a c", "-a -b c +b a b -b a +c"},
        {"b a b", "a b a", "-b a b +a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text changes = changes_of(cases[i][0], cases[i][1]);
        assert_string_equal(text_copy(&arena, changes).data, cases[i][2]);
    }
}

static uint32_t next_number(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 24;
}

// What is the same and removed is the old list, what is the same and added the new one, however
// much has changed.
static void both_lists_come_out(void **state) {
    (void)state;
    struct text old[MOST_WORDS], new[MOST_WORDS];
    static const char *const words[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"};
    uint32_t seed = 1;
    for (size_t round = 0; round < 200; round++) {
        size_t limit = round % 20 == 0 ? MOST_WORDS : 1 + next_number(&seed) % 40;
        size_t kinds = 1 + next_number(&seed) % 11, old_count = 0, new_count = 0;
        for (size_t i = 0; i < limit; i++) {
            struct text word = text_from(words[next_number(&seed) % kinds]);
            if (next_number(&seed) % 4 > 0)
                old[old_count++] = word;
            if (next_number(&seed) % 4 > 0)
                new[new_count++] = word;
        }
        struct differences steps = difference_find(old, old_count, new, new_count, &arena);
        size_t in_old = 0, in_new = 0;
        for (size_t i = 0; i < steps.count; i++) {
            const struct difference *step = &steps.items[i];
            if (step->kind == DIFFERENCE_SAME)
                assert_true(text_equal(old[in_old], new[in_new]));
            assert_int_equal(step->index, step->kind == DIFFERENCE_ADDED ? in_new : in_old);
            in_old += step->kind != DIFFERENCE_ADDED;
            in_new += step->kind != DIFFERENCE_REMOVED;
        }
        assert_int_equal(in_old, old_count);
        assert_int_equal(in_new, new_count);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_the_fewest),
        cmocka_unit_test(both_lists_come_out),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
