// SPDX-License-Identifier: MIT
// A grant as open data: the 360Giving Data Standard 1.4 (https://standard.threesixtygiving.org),
// where each allocation is a grant.

#ifndef FELLESSKAP_VIEW_GRANT_OPEN_DATA_H
#define FELLESSKAP_VIEW_GRANT_OPEN_DATA_H

#include "model/grant/payments.h"
#include "view/view.h"

// Reports what the standard needs and the grant does not have; false where anything was reported.
bool grant_open_check(const struct view_context *context, const struct grant *grant);

// The package of grants, for JSON.
struct value grant_open_package(const struct view_context *context, const struct grant *grant,
                                const struct payments *payments, struct arena *arena);

// The same grants as a list of maps, one for each line of the standard's spreadsheet form, by the
// titles of its columns. Without the single payments.
struct value grant_open_rows(const struct view_context *context, const struct grant *grant,
                             const struct payments *payments, struct arena *arena);

#endif
