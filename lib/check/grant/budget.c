// SPDX-License-Identifier: MIT

#include "check/grant/budget.h"

#include "base/amount.h"
#include "base/message.h"
#include "model/grant/budget_lines.h"

// The place of a year in a budget; of all of it where the year is not there, and of the allocation
// where it has none.
static struct position place_of(const struct allocation *allocation, int year) {
    const struct budget *budget = &allocation->budget;
    for (size_t i = 0; i < budget->count; i++)
        if (budget->items[i].year == year)
            return budget->items[i].amount.at;
    return budget->at.line > 0 ? budget->at : allocation->id.at;
}

static void check_allocation(const struct repository *repository, const struct grant *grant,
                             const struct allocation *allocation) {
    struct arena *arena = repository->arena;
    const struct budget *budget = &allocation->budget;
    int64_t sum = 0, current = allocation_current(allocation);
    for (size_t i = 0; i < budget->count; i++) {
        sum += budget->items[i].amount.ore;
        if (budget->items[i].amount.ore < 0)
            report(repository->diagnostics, RULE_WRONG_AMOUNT, grant->source->path,
                   budget->items[i].amount.at,
                   _("the amount is negative; a grant and its parts are not"));
    }
    if (budget->count > 0 && sum > current)
        report(repository->diagnostics, RULE_OVER_BUDGET, grant->source->path, budget->at,
               _("kr %s is budgeted of '%.*s', kr %s more than the kr %s that are allocated"),
               amount_text(arena, sum).data, TEXT_ARGS(allocation->name.text),
               amount_text(arena, sum - current).data, amount_text(arena, current).data);
}

static void check_line(const struct repository *repository, const struct grant *grant,
                       const struct budget_line *line) {
    struct arena *arena = repository->arena;
    const struct allocation *allocation = &grant->allocations.items[line->allocation];
    if (line->left >= 0)
        return;
    report(repository->diagnostics, RULE_OVER_BUDGET, grant->source->path,
           place_of(allocation, line->year),
           _("kr %s is paid or committed of '%.*s' in %d, kr %s more than its budget of kr %s"),
           amount_text(arena, line->forecast).data, TEXT_ARGS(allocation->name.text), line->year,
           amount_text(arena, -line->left).data, amount_text(arena, line->budget).data);
}

void check_budgets(const struct repository *repository, const struct grant *grant,
                   const struct payments *payments) {
    struct arena scratch;
    arena_init(&scratch, repository->arena->out_of_memory);
    for (size_t i = 0; i < grant->allocations.count; i++)
        check_allocation(repository, grant, &grant->allocations.items[i]);
    struct budget_lines lines = budget_lines_of(grant, payments, repository->today, &scratch);
    for (size_t i = 0; i < lines.count; i++)
        check_line(repository, grant, &lines.items[i]);
    arena_free(&scratch);
}
