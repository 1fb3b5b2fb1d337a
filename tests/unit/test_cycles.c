// SPDX-License-Identifier: MIT

#include "base/cycles.h"
#include "base/text.h"
#include "base/writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

#include "arena_fixture.h"

static void write_cycle(void *context, const struct cycle *cycle) {
    struct writer *writer = context;
    for (size_t i = 0; i < cycle->count; i++)
        writer_number(writer, (int64_t)cycle->things[i]);
    writer_byte(writer, ' ');
}

// Things are letters from "a" on: "ab" says that a points at b.
static struct text cycles_of(size_t count, const char *edges) {
    size_t first[32] = {0}, targets[64], filled = 0;
    struct writer writer;
    for (size_t thing = 0; thing < count; thing++) {
        first[thing] = filled;
        for (const char *edge = edges; *edge != '\0'; edge += edge[2] == ' ' ? 3 : 2)
            if ((size_t)(edge[0] - 'a') == thing)
                targets[filled++] = (size_t)(edge[1] - 'a');
    }
    first[count] = filled;
    writer_to_memory(&writer, &arena);
    cycles_find(&(struct graph){count, first, targets}, &arena, write_cycle, &writer);
    return text_copy(&arena, text_trim(writer_text(&writer)));
}

static void cycles(void **state) {
    (void)state;
    static const struct {
        size_t count;
        const char *edges;
        const char *found;
    } cases[] = {
        {0, "", ""},
        {1, "", ""},
        {1, "aa", "0"},
        {2, "ab", ""},
        {2, "ab ba", "01"},
        {3, "ab bc", ""},
        {3, "ab bc ca", "012"},
        {3, "ab ac bc", ""}, // two ways to one thing are none
        {4, "ab bc cb cd", "12"},
        {4, "ba cb dc ad", "0321"},
        {5, "ab ba cd de ec", "01 234"}, // two that have nothing to do with each other
        {3, "ab bc ca ac", "012"},
        {3, "cc bc ab", "2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(cycles_of(cases[i].count, cases[i].edges).data, cases[i].found);
}

static void count_cycle(void *context, const struct cycle *cycle) {
    *(size_t *)context += cycle->count;
}

// As long as a walk that called itself could not be.
static void a_long_one(void **state) {
    (void)state;
    enum { COUNT = 300000 };
    size_t *first = arena_alloc(&arena, (COUNT + 1) * sizeof *first);
    size_t *targets = arena_alloc(&arena, COUNT * sizeof *targets);
    size_t length = 0;
    for (size_t i = 0; i < COUNT; i++) {
        first[i] = i;
        targets[i] = (i + 1) % COUNT;
    }
    first[COUNT] = COUNT;
    cycles_find(&(struct graph){COUNT, first, targets}, &arena, count_cycle, &length);
    assert_int_equal(length, COUNT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cycles),
        cmocka_unit_test(a_long_one),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
