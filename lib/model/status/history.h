// SPDX-License-Identifier: MIT
// What the status notes say of the actions of a plan on a day.

#ifndef FELLESSKAP_MODEL_STATUS_HISTORY_H
#define FELLESSKAP_MODEL_STATUS_HISTORY_H

#include "model/status/note.h"

// The last report on an action; NULL both where there is none.
struct last_report {
    const struct status_note *note;
    const struct reported_action *action;
};

// The last report on each action until a day (year 0: of all), by action->order. What a note names
// is what had the number on the day of the note.
const struct last_report *last_reports(const struct plan *plan, const struct status_notes *notes,
                                       struct date until, struct arena *arena);

// The day before which the notes tell what was true: whoever asks for an earlier one gets what was
// reported by then, not what the plan says today. The day of the last note on actions; year 0:
// there is none.
struct date last_reported_day(const struct status_notes *notes);

// The plan as it was on a day. Where that is before last_reported_day(), the statuses, progress and
// comments are those that were reported last until then; otherwise, and of year 0, the plan's own,
// and those of the last note for actions that have none. The plan itself where nothing differs.
const struct plan *plan_on_day(const struct plan *plan, const struct status_notes *notes,
                               struct date day, struct arena *arena);

// Whether the plan itself says how an action stands.
bool action_tells_itself(const struct action *action);

// The plan as notes until a day have reported it, and nothing else.
const struct plan *plan_as_reported(const struct plan *plan, const struct status_notes *notes,
                                    struct date day, struct arena *arena);

// The same for a note of the day: where actions had other numbers then, those of a goal are in the
// order of these.
const struct plan *plan_of_note(const struct plan *plan, const struct status_notes *notes,
                                struct date day, struct arena *arena);

#endif
