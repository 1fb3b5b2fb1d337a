// SPDX-License-Identifier: MIT
// The projects of a register on a time line.

#ifndef FELLESSKAP_VIEW_REGISTER_GANTT_H
#define FELLESSKAP_VIEW_REGISTER_GANTT_H

#include "model/register/projects.h"
#include "view/context.h"
#include "view/register/picture.h"

// A line a project: the whole of its time, its phases, its milestones and stop points. NULL where
// no project says when anything is.
const struct register_picture *projects_gantt(const struct view_context *context,
                                              const struct projects *projects);

#endif
