// SPDX-License-Identifier: MIT
// Those who own or support the shown actions: what they are called in the workbook, where a formula
// must find each of them in a cell with several, and how many actions they have.

#ifndef FELLESSKAP_VIEW_PLAN_OWNERS_H
#define FELLESSKAP_VIEW_PLAN_OWNERS_H

#include "view/plan/rows.h"

struct matrix_owner {
    struct text id;
    struct text shown; // short, and different from all others
    struct text name;
    size_t owns;
    size_t supports;
    struct matrix_year_counts years; // of those that it owns
    const struct action *owned_last; // so that an action that names it twice is counted once
    const struct action *supported_last;
};

struct matrix_owners {
    struct index by_id;          // → struct matrix_owner
    struct matrix_owner **shown; // in the organisation's order: its bodies, then its people
    size_t count;
    size_t supporters;     // how many of them support anything
    struct text separator; // between two in a cell; occurs in none of their names
};

// Finds and counts them. Lives in the view's arena.
struct matrix_owners matrix_owners_find(const struct matrix *matrix);

// Those of a list as they are shown in a cell.
struct text matrix_owners_words(const struct matrix_owners *owners, const struct scalar_list *ids,
                                struct arena *arena);

#endif
