// SPDX-License-Identifier: MIT
// The seats and the members of a body, in its section and as a list of all members.

#ifndef FELLESSKAP_VIEW_ORGANISATION_SEATS_H
#define FELLESSKAP_VIEW_ORGANISATION_SEATS_H

#include "base/workbook.h"
#include "model/organisation/members.h"
#include "view/view.h"

// A day, or none.
void put_day(const struct view_context *context, struct map_builder *map, struct view_key key,
             struct date day);

// "plasser" and "medlemmer" with their "har-…".
void put_seats(const struct view_context *context, struct map_builder *map, const struct body *body,
               const struct body_members *members);

// The members of a body, or of all where `body` is empty, a row each: for CSV, and as a workbook.
struct value members_rows(const struct view_context *context, struct text body);
const struct workbook *members_workbook(const struct view_context *context, struct text body);

#endif
