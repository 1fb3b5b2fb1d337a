// SPDX-License-Identifier: MIT

#include "base/difference.h"

struct lists {
    const struct text *old, *new;
    int64_t old_count, new_count;
};

enum { OUT_OF_REACH = -1 };

// How far into the old list one gets with `d` changes on each diagonal (old minus new) from -d to
// d; an array for each d, so that the way can be walked back.
struct reach {
    int64_t *at[DIFFERENCE_MOST + 1];
    struct arena arena;
};

static int64_t reached(const struct reach *reach, int d, int64_t diagonal) {
    return diagonal < -d || diagonal > d ? OUT_OF_REACH : reach->at[d][diagonal + d];
}

// The furthest place where change number d enters the diagonal: by an addition, or else a removal.
static int64_t enter(const struct lists *lists, const struct reach *reach, int d, int64_t diagonal,
                     bool *added) {
    int64_t before_removal = reached(reach, d - 1, diagonal - 1);
    int64_t before_addition = reached(reach, d - 1, diagonal + 1);
    bool removal = before_removal >= 0 && before_removal < lists->old_count;
    bool addition = before_addition >= 0 && before_addition - (diagonal + 1) < lists->new_count;
    *added = addition && (!removal || before_addition > before_removal);
    if (*added)
        return before_addition;
    return removal ? before_removal + 1 : OUT_OF_REACH;
}

static int64_t follow(const struct lists *lists, int64_t x, int64_t diagonal) {
    while (x >= 0 && x < lists->old_count && x - diagonal < lists->new_count &&
           text_equal(lists->old[x], lists->new[x - diagonal]))
        x++;
    return x;
}

// The number of changes from start to end, or -1 when they are too many.
static int find_way(const struct lists *lists, struct reach *reach) {
    int64_t last = lists->old_count - lists->new_count;
    for (int d = 0; d <= DIFFERENCE_MOST; d++) {
        reach->at[d] = arena_alloc(&reach->arena, (2 * (size_t)d + 1) * sizeof(int64_t));
        for (int diagonal = -d; diagonal <= d; diagonal++) {
            bool added;
            bool other_parity = ((diagonal + d) & 1) != 0;
            int64_t x = OUT_OF_REACH;
            if (!other_parity)
                x = d == 0 ? 0 : enter(lists, reach, d, diagonal, &added);
            reach->at[d][diagonal + d] = follow(lists, x, diagonal);
        }
        if (reached(reach, d, last) == lists->old_count)
            return d;
    }
    return -1;
}

static void add(struct differences *steps, enum difference_kind kind, int64_t index) {
    steps->items[steps->count++] = (struct difference){kind, (size_t)index};
}

// From the end to the start; the steps come out in that order.
static void walk_back(const struct lists *lists, const struct reach *reach, int d,
                      struct differences *steps) {
    int64_t x = lists->old_count, diagonal = lists->old_count - lists->new_count;
    for (; d >= 0; d--) {
        bool added = false;
        int64_t start = d == 0 ? 0 : enter(lists, reach, d, diagonal, &added);
        while (x > start)
            add(steps, DIFFERENCE_SAME, --x);
        if (d == 0)
            break;
        if (added)
            add(steps, DIFFERENCE_ADDED, x - diagonal - 1);
        else
            add(steps, DIFFERENCE_REMOVED, --x);
        diagonal += added ? 1 : -1;
    }
}

// The lists have nothing in common.
static void replace_all(const struct lists *lists, struct differences *steps) {
    for (int64_t i = lists->new_count; i > 0; i--)
        add(steps, DIFFERENCE_ADDED, i - 1);
    for (int64_t i = lists->old_count; i > 0; i--)
        add(steps, DIFFERENCE_REMOVED, i - 1);
}

static void find_changes(const struct lists *lists, struct differences *steps,
                         out_of_memory_handler out_of_memory) {
    struct reach reach;
    arena_init(&reach.arena, out_of_memory);
    int d = find_way(lists, &reach);
    if (d >= 0)
        walk_back(lists, &reach, d, steps);
    else
        replace_all(lists, steps);
    arena_free(&reach.arena);
}

// Reverses the steps, and in each run of changes puts the removals first.
static struct differences in_order(const struct differences *backwards, struct arena *arena) {
    struct differences steps = {
        .items = arena_alloc(arena, backwards->count * sizeof *steps.items),
    };
    for (size_t end = backwards->count; end > 0;) {
        size_t start = end;
        while (start > 0 && backwards->items[start - 1].kind != DIFFERENCE_SAME)
            start--;
        for (int kind = DIFFERENCE_REMOVED; kind <= DIFFERENCE_ADDED; kind++)
            for (size_t i = end; i > start; i--)
                if ((int)backwards->items[i - 1].kind == kind)
                    steps.items[steps.count++] = backwards->items[i - 1];
        if (start > 0)
            steps.items[steps.count++] = backwards->items[--start];
        end = start;
    }
    return steps;
}

struct differences difference_find(const struct text *old, size_t old_count, const struct text *new,
                                   size_t new_count, struct arena *arena) {
    struct differences backwards = {
        .items = arena_alloc(arena, (old_count + new_count) * sizeof *backwards.items),
    };
    size_t head = 0, tail = 0;
    size_t shorter = old_count < new_count ? old_count : new_count;
    while (head < shorter && text_equal(old[head], new[head]))
        head++;
    while (tail < shorter - head &&
           text_equal(old[old_count - 1 - tail], new[new_count - 1 - tail]))
        tail++;
    for (size_t i = 0; i < tail; i++)
        add(&backwards, DIFFERENCE_SAME, (int64_t)(old_count - 1 - i));
    struct lists middle = {old + head, new + head, (int64_t)(old_count - head - tail),
                           (int64_t)(new_count - head - tail)};
    size_t middle_start = backwards.count;
    find_changes(&middle, &backwards, arena->out_of_memory);
    for (size_t i = middle_start; i < backwards.count; i++)
        backwards.items[i].index += head;
    for (size_t i = head; i > 0; i--)
        add(&backwards, DIFFERENCE_SAME, (int64_t)i - 1);
    return in_order(&backwards, arena);
}
