// SPDX-License-Identifier: MIT

#include "view/grant/money.h"

static struct value groups_of(const struct grant_money *money, const struct budget_line *line,
                              struct arena *arena) {
    size_t count = 0;
    struct value *items = arena_alloc(arena, (money->budget.group_count + 1) * sizeof *items);
    for (size_t i = 0; i < money->budget.group_count; i++) {
        struct map_builder map = map_begin(arena);
        if (line->groups[i] == 0 && (line->group_paid[i] == 0 || line->without == line->budget))
            continue;
        map_put(&map, TEXT("gruppe"), value_text(money->grant->account_groups.items[i].name.text));
        map_put(&map, TEXT("budsjett"), value_amount(line->groups[i]));
        map_put(&map, TEXT("regnskap"), value_amount(line->group_paid[i]));
        map_put(&map, TEXT("igjen"), value_amount(line->groups[i] - line->group_paid[i]));
        items[count++] = map_end(&map);
    }
    return value_list(items, count);
}

static struct value line_value(const struct grant_money *money, const struct budget_line *line,
                               struct arena *arena) {
    static const struct text names[TERTIALS] = {TEXT_OF("t1"), TEXT_OF("t2"), TEXT_OF("t3")};
    const struct allocation *allocation = &money->grant->allocations.items[line->allocation];
    struct value groups = groups_of(money, line, arena);
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("nr"), value_number((int64_t)line->allocation + 1));
    map_put(&map, TEXT("id"), value_text(allocation->id.text));
    map_put(&map, TEXT("navn"), value_text(allocation->name.text));
    map_put(&map, TEXT("år"), value_number(line->year));
    map_put(&map, TEXT("budsjett"), value_amount(line->budget));
    for (size_t i = 0; i < TERTIALS; i++)
        map_put(&map, names[i], value_amount(line->tertials[i]));
    map_put(&map, TEXT("regnskap"), value_amount(line->paid));
    map_put(&map, TEXT("bundet"), value_amount(line->committed));
    map_put(&map, TEXT("prognose"), value_amount(line->forecast));
    map_put(&map, TEXT("igjen"), value_amount(line->left));
    map_put(&map, TEXT("har-grupper"), value_truth(groups.list.count > 0));
    map_put(&map, TEXT("grupper"), groups);
    return map_end(&map);
}

void grant_put_budget(const struct grant_money *money, struct map_builder *map,
                      struct arena *arena) {
    const struct budget_lines *lines = &money->budget;
    struct value *items = arena_alloc(arena, (lines->count + 1) * sizeof *items);
    struct budget_line sum = {.year = lines->year};
    for (size_t i = 0; i < lines->count; i++) {
        const struct budget_line *line = &lines->items[i];
        items[i] = line_value(money, line, arena);
        sum.budget += line->budget;
        sum.paid += line->paid;
        sum.committed += line->committed;
        sum.forecast += line->forecast;
        sum.left += line->left;
        for (size_t k = 0; k < TERTIALS; k++)
            sum.tertials[k] += line->tertials[k];
    }
    map_put(map, TEXT("budsjettlinjer"), value_list(items, lines->count));
    map_put(map, TEXT("har-budsjett"), value_truth(lines->count > 0));
    map_put(map, TEXT("har-kontogrupper"), value_truth(lines->group_count > 0));
    map_put(map, TEXT("budsjettår"),
            lines->count == 0 ? (struct value){.kind = VALUE_NONE} : value_number(lines->year));
    struct map_builder whole = map_begin(arena);
    map_put(&whole, TEXT("budsjett"), value_amount(sum.budget));
    map_put(&whole, TEXT("t1"), value_amount(sum.tertials[0]));
    map_put(&whole, TEXT("t2"), value_amount(sum.tertials[1]));
    map_put(&whole, TEXT("t3"), value_amount(sum.tertials[2]));
    map_put(&whole, TEXT("regnskap"), value_amount(sum.paid));
    map_put(&whole, TEXT("bundet"), value_amount(sum.committed));
    map_put(&whole, TEXT("prognose"), value_amount(sum.forecast));
    map_put(&whole, TEXT("igjen"), value_amount(sum.left));
    map_put(map, TEXT("budsjettsum"), map_end(&whole));
}
