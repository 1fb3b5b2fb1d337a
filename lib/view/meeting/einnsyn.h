// SPDX-License-Identifier: MIT
// A meeting as eInnsyn takes it (API 1.0): the names of keys and of their values are those of the
// API. Keys without a value are left out.

#ifndef FELLESSKAP_VIEW_MEETING_EINNSYN_H
#define FELLESSKAP_VIEW_MEETING_EINNSYN_H

#include "view/view.h"

// The view "einnsyn" of docs/views.md. The meeting was read with its bodies and passed
// check_einnsyn(). What is exempt from publicity is left out of it in any case; the view's
// audience decides about the sensitive titles alone.
struct value einnsyn_value(const struct view_context *context, const struct meeting *meeting);

#endif
