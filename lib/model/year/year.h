// SPDX-License-Identifier: MIT
// The header of model/year/: what a helsefellesskap has to do every year (plan/year.yaml), and on
// which days of a year that is.

#ifndef FELLESSKAP_MODEL_YEAR_YEAR_H
#define FELLESSKAP_MODEL_YEAR_YEAR_H

#include "model/meeting/meeting.h"
#include "model/register/registry.h"

#define YEAR_PATH "plan/year.yaml"

// How often: "år", "halvår", "tertial", "kvartal".
enum recurrence { EVERY_YEAR, EVERY_HALF_YEAR, EVERY_TERTIAL, EVERY_QUARTER, RECURRENCE_COUNT };

// "15. mars".
struct day_of_year {
    int month; // 0: none is given, or it could not be read
    int day;
    struct position at;
};

struct week_of_year {
    int week; // 1 to 52; 0: none is given, or it could not be read
    struct position at;
};

enum { MOST_DAYS_BEFORE = 365, MOST_MEETINGS = 12 };

// What has to be done before a duty.
struct preparation {
    struct scalar name;
    struct number days_before;
    struct scalar_list who; // none: those of the duty
};

struct duty {
    struct scalar id;
    struct scalar name;
    struct scalar_list who; // ids of bodies or people
    struct choice every;    // enum recurrence; each year where a time of the year is given
    struct choice month;    // at the end of which it is done; index from 0
    struct day_of_year day;
    struct week_of_year week;
    struct dated from, to; // the first and the last day on which it is a duty
    struct {
        struct preparation *items;
        size_t count;
    } preparations;
    struct scalar_list actions;
    struct scalar_list cases;
    struct prose remark;
};

// So many meetings of a body in a year, on a day of the week.
struct meeting_plan {
    struct scalar committee;
    struct number times; // 1 to MOST_MEETINGS; 0: it could not be read
    struct choice weekday;
    struct clock_span time;
};

struct year_wheel {
    struct registry registry; // what a register says of itself, this says as well
    struct {
        struct meeting_plan *items;
        size_t count;
    } meeting_plans;
    struct {
        struct duty *items;
        size_t count;
    } duties;
};

// A day of a duty. People do it on `day`; that is the last working day by the one that is written.
struct due_day {
    struct date day;
    struct date written;
};

enum { MOST_DUE_DAYS = 4 };

// The day of the week, 1 Monday to 5 Friday; 0: none is given, or it could not be read.
int meeting_plan_weekday(const struct meeting_plan *plan);

// Whether a time of the year is written. Without it the duty has none.
bool duty_has_day(const struct duty *duty);

// How many times a year.
int duty_times(const struct duty *duty);

// Its days in a year, of which there are MOST_DUE_DAYS at most; in order. A month's day is its
// last, that of a week its Friday.
size_t duty_days(const struct duty *duty, int year, struct due_day days[MOST_DUE_DAYS]);

// The same of something that comes so many days before a day.
struct due_day day_before(struct date day, int days);

// Reads the file. NULL after a report that it cannot be read; other faults are reported only.
const struct year_wheel *year_wheel_read(struct sources *sources);

// The keys of the file.
extern const struct shape year_wheel_shape;

#endif
