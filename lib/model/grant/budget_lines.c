// SPDX-License-Identifier: MIT

#include "model/grant/budget_lines.h"

#include "model/grant/export.h"

#include <stdlib.h>

enum { MONTHS_OF_TERTIAL = 4 };

// An amount that belongs to a line.
struct part {
    uint32_t allocation;
    int year;
    enum part_kind { PART_BUDGET, PART_PAID, PART_DUE, PART_OPEN } kind;
    size_t group; // the number of groups: none
    int tertial;
    int64_t ore;
};

struct parts {
    struct part *items;
    size_t count;
};

size_t grant_group_of_account(const struct grant *grant, struct text account) {
    size_t at = 0;
    int64_t number = export_account(account);
    while (at < grant->account_groups.count &&
           !account_ranges_have(&grant->account_groups.items[at].accounts, number))
        at++;
    return at;
}

static bool any_budget(const struct grant *grant) {
    for (size_t i = 0; i < grant->allocations.count; i++)
        if (grant->allocations.items[i].budget.count > 0)
            return true;
    return false;
}

static int year_counted_on(const struct grant *grant, const struct payments *payments,
                           struct date today) {
    int year = 0;
    if (today.year > 0)
        return today.year;
    for (size_t i = 0; payments != NULL && i < payments->count; i++)
        if (payments->items[i].date.year > year)
            year = payments->items[i].date.year;
    for (size_t i = 0; year == 0 && i < grant->allocations.count; i++)
        if (grant->allocations.items[i].budget.count > 0)
            year = grant->allocations.items[i].budget.items[0].year;
    return year;
}

static void add_allocation(struct parts *parts, const struct grant *grant, uint32_t index,
                           int year) {
    const struct allocation *allocation = &grant->allocations.items[index];
    for (size_t i = 0; i < allocation->budget.count; i++) {
        const struct budget_entry *entry = &allocation->budget.items[i];
        parts->items[parts->count++] =
            (struct part){.allocation = index,
                          .year = entry->year,
                          .kind = PART_BUDGET,
                          .group = account_group_find(&grant->account_groups, entry->group.text),
                          .ore = entry->amount.ore};
    }
    for (size_t i = 0; i < allocation->commitments.count; i++) {
        const struct commitment *commitment = &allocation->commitments.items[i];
        int due = commitment->due.date.year;
        parts->items[parts->count++] = (struct part){.allocation = index,
                                                     .year = due > 0 ? due : year,
                                                     .kind = due > 0 ? PART_DUE : PART_OPEN,
                                                     .ore = commitment->amount.ore};
    }
}

static struct parts collect(const struct grant *grant, const struct payments *payments, int year,
                            struct arena *arena) {
    size_t most = payments == NULL ? 0 : payments->count;
    for (size_t i = 0; i < grant->allocations.count; i++)
        most += grant->allocations.items[i].budget.count +
                grant->allocations.items[i].commitments.count;
    struct parts parts = {arena_alloc_unset(arena, (most + 1) * sizeof *parts.items), 0};
    for (size_t i = 0; i < grant->allocations.count; i++)
        add_allocation(&parts, grant, (uint32_t)i, year);
    for (size_t i = 0; payments != NULL && i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        if (payment->date.year > 0)
            parts.items[parts.count++] =
                (struct part){.allocation = payment->allocation,
                              .year = payment->date.year,
                              .kind = PART_PAID,
                              .group = grant_group_of_account(grant, payment->account),
                              .tertial = (payment->date.month - 1) / MONTHS_OF_TERTIAL,
                              .ore = payment->ore};
    }
    return parts;
}

static int by_line(const void *a, const void *b) {
    const struct part *first = a, *second = b;
    if (first->allocation != second->allocation)
        return first->allocation < second->allocation ? -1 : 1;
    return (first->year > second->year) - (first->year < second->year);
}

static void add_part(struct budget_line *line, const struct part *part, size_t group_count) {
    bool grouped = part->group < group_count;
    if (part->kind == PART_BUDGET) {
        line->budget += part->ore;
        *(grouped ? &line->groups[part->group] : &line->without) += part->ore;
    } else if (part->kind == PART_PAID) {
        line->paid += part->ore;
        line->tertials[part->tertial] += part->ore;
        if (grouped)
            line->group_paid[part->group] += part->ore;
    } else {
        line->due += part->kind == PART_DUE ? part->ore : 0;
        line->committed += part->ore;
    }
}

struct budget_lines budget_lines_of(const struct grant *grant, const struct payments *payments,
                                    struct date today, struct arena *arena) {
    struct budget_lines lines = {.count = 0};
    struct arena scratch;
    if (!any_budget(grant))
        return lines;
    arena_init(&scratch, arena->out_of_memory);
    lines.year = year_counted_on(grant, payments, today);
    lines.group_count = grant->account_groups.count;
    struct parts parts = collect(grant, payments, lines.year, &scratch);
    qsort(parts.items, parts.count, sizeof *parts.items, by_line);
    struct budget_line *made = arena_alloc(&scratch, (parts.count + 1) * sizeof *made);
    for (size_t i = 0; i < parts.count; i++) {
        const struct part *part = &parts.items[i];
        if (i == 0 || by_line(part, part - 1) != 0)
            made[lines.count++] = (struct budget_line){
                .allocation = part->allocation,
                .year = part->year,
                .groups = arena_alloc(arena, (lines.group_count + 1) * sizeof(int64_t)),
                .group_paid = arena_alloc(arena, (lines.group_count + 1) * sizeof(int64_t)),
            };
        struct budget_line *line = &made[lines.count - 1];
        add_part(line, part, lines.group_count);
        line->forecast = line->paid + line->committed;
        line->left = line->budget - line->forecast;
    }
    lines.items = arena_alloc_unset(arena, (lines.count + 1) * sizeof *lines.items);
    for (size_t i = 0; i < lines.count; i++)
        lines.items[i] = made[i];
    arena_free(&scratch);
    return lines;
}
