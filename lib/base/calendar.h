// SPDX-License-Identifier: MIT
// A calendar as events and tasks, before any format. Clock times are Norwegian local time, in
// summer and in winter.

#ifndef FELLESSKAP_BASE_CALENDAR_H
#define FELLESSKAP_BASE_CALENDAR_H

#include "base/date.h"
#include "base/text.h"

// What the receiver is to do with it (RFC 5546). A request and a cancellation need an organiser and
// attendees, a publication needs an organiser and has no attendees. A file without a method is an
// ordinary calendar.
enum calendar_method {
    CALENDAR_NO_METHOD,
    CALENDAR_PUBLISH,
    CALENDAR_REQUEST,
    CALENDAR_CANCEL,
};

enum calendar_kind { CALENDAR_EVENT, CALENDAR_TASK };

enum calendar_status {
    CALENDAR_STATUS_NONE,
    CALENDAR_TENTATIVE,    // of an event
    CALENDAR_CONFIRMED,    // likewise
    CALENDAR_CANCELLED,    // of either
    CALENDAR_NEEDS_ACTION, // of a task
    CALENDAR_IN_PROCESS,
    CALENDAR_COMPLETED,
    CALENDAR_STATUS_COUNT
};

enum { CALENDAR_WHOLE_DAY = -1 };

// Not given: date.year is 0.
struct calendar_time {
    struct date date;
    int minutes; // since midnight, up to 24 * 60; or CALENDAR_WHOLE_DAY
};

// Somebody with an e-mail address; none where it is empty.
struct calendar_party {
    struct text name;
    struct text email;
    bool group; // a body, and no single person
};

// Texts that are empty are left out.
struct calendar_entry {
    enum calendar_kind kind;
    struct text uid; // the same in every edition of the entry, and in no other entry anywhere
    int64_t stamp;   // when this edition was made: seconds since 1970, UTC
    int sequence;    // the number of the edition, from 0
    struct calendar_time start;
    struct calendar_time end;  // of an event: the first moment, or day, after it
    struct calendar_time due;  // of a task
    struct text rule;          // of what recurs: the value of RRULE (RFC 5545)
    const struct date *except; // whole days that the rule gives and that are left out
    size_t except_count;
    enum calendar_status status;
    int64_t completed;   // of a task that is done: seconds since 1970, UTC; 0: not known
    struct text summary; // one line
    struct text location;
    struct text description; // lines with line feeds between
    struct text url;
    struct text related_to; // the uid of what this comes from
    struct calendar_party organiser;
    const struct calendar_party *attendees;
    size_t attendee_count;
};

struct calendar {
    enum calendar_method method;
    struct text name; // of a calendar with many entries, as programs list it
    const struct calendar_entry *entries;
    size_t entry_count;
};

#endif
