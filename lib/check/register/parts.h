// SPDX-License-Identifier: MIT
// What the rules of several registers share.

#ifndef FELLESSKAP_CHECK_REGISTER_PARTS_H
#define FELLESSKAP_CHECK_REGISTER_PARTS_H

#include "check/tree/referrer.h"
#include "model/register/reporting_period.h"

// A time in a register: from a day to a day, either of which may be missing (year 0).
struct register_time {
    struct dated from, to;
};

// Reports an end that is before its beginning.
void check_time(const struct referrer *referrer, struct register_time time);

// Reports what lies outside the time of its project.
void check_within(const struct referrer *referrer, struct register_time whole, struct dated day);

// Reports an id that `ids` has already, and adds it otherwise.
void check_register_id(const struct referrer *referrer, struct index *ids, struct scalar id);

// Whether a state goes with its time, on the day of the register.
enum register_state { STATE_AHEAD, STATE_NOW, STATE_OVER };
void check_state(const struct referrer *referrer, const struct choice *state,
                 enum register_state meaning, struct register_time time, struct dated as_of);

// Reports a period that cannot come after the one above it: of another kind, the same, earlier, or
// so much later that it is hardly meant.
void check_next_period(const struct referrer *referrer, const struct reporting_period *before,
                       const struct reporting_period *period);

// The id of a body, or of a body or a person.
void check_register_body(const struct referrer *referrer, struct scalar id);
void check_register_party(const struct referrer *referrer, struct scalar id);

// Short texts: of each, whether a cell of a workbook has room for it. And prose: that too, and what
// it refers to.
void check_register_words(const struct referrer *referrer, const struct scalar words[],
                          size_t count);
void check_register_texts(const struct referrer *referrer, const struct prose *const texts[],
                          size_t count);

#endif
