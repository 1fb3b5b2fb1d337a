// SPDX-License-Identifier: MIT
// The chart of the organisation as a view: the picture, the same as a list, and a section a body.

#ifndef FELLESSKAP_VIEW_ORGANISATION_ORGANISATION_H
#define FELLESSKAP_VIEW_ORGANISATION_ORGANISATION_H

#include "view/organisation/work.h"

// `work` NULL: all bodies; otherwise the page of one, with what it has to do.
struct value organisation_value(const struct view_context *context, const struct body_work *work);

#endif
