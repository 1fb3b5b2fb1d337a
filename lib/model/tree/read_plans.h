// SPDX-License-Identifier: MIT
// Reading the plans of a tree: whole, or for those who only refer to them, their numbers.

#ifndef FELLESSKAP_MODEL_TREE_READ_PLANS_H
#define FELLESSKAP_MODEL_TREE_READ_PLANS_H

#include "model/tree/reader.h"

// Reads a plan whole, and adds it to the others; NULL after a report.
const struct plan *reader_read_plan(struct reader *reader, struct text path);

// Those that references may mean and that have not been read, once: their numbers, or if `whole`,
// all of the only one. A report where there is none.
void reader_read_plans(struct reader *reader, bool whole);

// The same where a tree may be without one.
void reader_read_plans_if_present(struct reader *reader, bool whole);

// The rest of a plan whose numbers have been read; what it names is not fetched. The plan as it is
// now among the others, or the same after a report.
const struct plan *reader_read_rest_of_plan(struct reader *reader, const struct plan *plan);

// Says of the plans that have been read which are meant, and which former numbers are of another.
void reader_settle_plans(struct reader *reader);

#endif
