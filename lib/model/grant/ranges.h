// SPDX-License-Identifier: MIT
// Ranges of accounts, as "4000–7999" or "6300".

#ifndef FELLESSKAP_MODEL_GRANT_RANGES_H
#define FELLESSKAP_MODEL_GRANT_RANGES_H

#include "input/yaml/shape.h"

// Accounts from `first` to `last`, both included.
struct account_range {
    int64_t first, last;
};

struct account_ranges {
    struct scalar_list written;
    struct account_range *items; // as many as could be read
    size_t count;
};

extern const struct form account_range_form;

// Makes numbers of `ranges->written`; what is no range is reported, in the file `path`.
void account_ranges_read(struct sources *sources, struct text path, struct account_ranges *ranges);

// Whether an account is in one of them.
bool account_ranges_have(const struct account_ranges *ranges, int64_t account);

#endif
