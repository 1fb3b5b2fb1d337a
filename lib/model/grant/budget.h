// SPDX-License-Identifier: MIT
// How budgets and groups of accounts are written.

#ifndef FELLESSKAP_MODEL_GRANT_BUDGET_H
#define FELLESSKAP_MODEL_GRANT_BUDGET_H

#include "model/grant/ranges.h"

// Accounts that a budget counts together (kontogrupper).
struct account_group {
    struct scalar name;
    struct account_ranges accounts;
};

struct account_groups {
    struct account_group *items;
    size_t count;
};

// What is to be spent in a year, of a group of accounts or, where `group` is empty, of all.
struct budget_entry {
    int year;
    struct scalar group;
    struct money amount;
};

struct budget {
    struct budget_entry *items;
    size_t count;
    struct position at;
};

// "{2024: 100 000, 2025: {lønn: 60 000, drift: 20 000}}", into a struct budget.
extern const struct form budget_form;

extern const struct shape account_group_shape;

// Reads the accounts of the groups. What is wrong is reported, in the file `path`.
void account_groups_read(struct sources *sources, struct text path, struct account_groups *groups);

// Takes the usual groups where none are written and the budget has some. A group of it that is not
// among them is reported.
void account_groups_take(struct sources *sources, struct text path, struct account_groups *groups,
                         const struct budget *budget);

// The place of a group; groups->count where it is not there.
size_t account_group_find(const struct account_groups *groups, struct text name);

#endif
