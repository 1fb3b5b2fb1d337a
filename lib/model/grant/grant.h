// SPDX-License-Identifier: MIT
// A grant (tilskudd), how it is divided, and what became of that (plan/grant-YEAR.yaml).

#ifndef FELLESSKAP_MODEL_GRANT_GRANT_H
#define FELLESSKAP_MODEL_GRANT_GRANT_H

#include "base/index.h"
#include "input/yaml/binding.h"
#include "model/plan/status.h"
#include "model/grant/budget.h"
#include "model/organisation/organisation.h"

// What a project has reported (rapport).
struct grant_report {
    struct dated received;
    struct told_status status; // as of an action
    struct prose summary;
    struct prose deviation; // why it has spent more or less
    struct position at;     // line 0: nothing has been reported
};

// Something that is agreed on and not yet paid (bundet).
struct commitment {
    struct money amount;
    struct scalar supplier; // leverandør
    struct dated until;     // til: the last day that it is agreed on for
    struct dated due;       // forfall: when it is to be paid
};

// An application that was refused (avslag).
struct refusal {
    struct scalar name;
    struct scalar applicant; // søker
    struct money applied;    // omsøkt
    struct prose remark;     // why
};

struct allocation {
    struct scalar id;
    struct scalar name;
    struct scalar applicant; // søker
    struct money applied;    // omsøkt
    struct scalar phase;
    struct money amount;          // as first decided
    struct scalar project_number; // empty until the economy office gives it
    struct scalar cost_centre;    // ansvarssted
    struct scalar project_leader;
    struct scalar recipient; // a body
    struct scalar_list actions;
    struct {
        struct commitment *items;
        size_t count;
    } commitments;
    struct money committed;     // their sum, at the place of the first
    struct budget budget;       // budsjett
    struct dated report_due;    // rapporteres
    struct grant_report report; // the one that was due, see allocation_settle_report()
    struct {
        struct grant_report *items;
        size_t count;
    } reports;           // what rapport and rapporter have, by day
    struct money put_in; // innskutt: what the partners have put in so far
    struct prose remark;
    int64_t changed; // øre: the sum of its changes
};

enum change_kind {
    CHANGE_ADDED,    // tillegg: allocated beyond the first amount
    CHANGE_REDUCED,  // reduksjon
    CHANGE_RETURNED, // tilbakeført: given back to the frame
    CHANGE_CARRIED,  // overført: not spent in its year, to be spent in the next; no other amount
    CHANGE_KIND_COUNT
};

// As they are written: "tillegg", "reduksjon", …
extern const char *const change_kind_names[];

// What was decided of an allocation later (endringer).
struct grant_change {
    struct dated date;
    struct scalar decided_by;
    struct scalar allocation; // its id
    struct choice kind;
    struct money amount; // not negative: the kind says which way
    struct number from;  // of CHANGE_CARRIED: the year that it was not spent in
    struct prose remark;
    const struct allocation *of; // NULL where no allocation has that id
};

// What the giver has paid in (mottatt), or was given back to it (tilbakebetalt).
struct receipt {
    struct dated date;
    struct money amount;
    struct scalar voucher;
};

struct receipts {
    struct receipt *items;
    size_t count;
};

enum vat { VAT_WITHOUT, VAT_WITH, VAT_COMPENSATED, VAT_COUNT };

// As they are written: "uten", "med", "kompenseres".
extern const char *const vat_names[];

enum own_share_basis { OWN_SHARE_OF_ALLOCATION, OWN_SHARE_OF_TOTAL };

// What the partners put in themselves (egenandel).
struct own_share {
    struct scalar share; // andel: "50 %"
    struct choice of;    // av: enum own_share_basis; that of allocations where nothing is said
};

enum payment_column {
    PAYMENT_DATE,
    PAYMENT_PROJECT,
    PAYMENT_VOUCHER,
    PAYMENT_SUPPLIER,
    PAYMENT_AMOUNT,
    PAYMENT_TEXT,
    PAYMENT_COST_CENTRE,
    PAYMENT_PLACES, // of those before it, a payment keeps its places in the file
    PAYMENT_ACCOUNT = PAYMENT_PLACES,
    PAYMENT_PERIOD,
    PAYMENT_DOCUMENT_DATE,
    PAYMENT_VAT_CODE,
    PAYMENT_DEBIT, // instead of the amount
    PAYMENT_CREDIT,
    PAYMENT_SIDE, // fortegn: whether the amount is a debit or a credit
    PAYMENT_CURRENCY,
    PAYMENT_COLUMN_COUNT
};

// Where the payments are and how they are written (utbetalinger). All of it is optional.
struct payment_form {
    struct scalar_list files; // beside the grant's
    struct choice charset;
    struct choice decimal_mark; // 0 comma, 1 point
    struct scalar titles[PAYMENT_COLUMN_COUNT];
    struct account_ranges accounts; // kontoer: whose rows are payments; none: all but income
    struct choice others;           // andre-prosjekter: 0 they are passed over
    struct scalar_list skipped;     // hopp-over: a row with one of them in a cell is passed over
};

struct grant {
    const struct source *source;
    struct scalar id;
    struct scalar_list moved_from; // flyttet-fra: ids that it had
    struct scalar title;
    struct scalar owner; // the body that divides it, and whose case numbers are meant
    struct scalar giver; // the body that pays it
    struct choice language;
    struct money frame;
    struct scalar decided_by; // a case number
    struct choice vat;
    struct own_share own_share; // egenandel
    struct number first_within; // months after the decision in which each project has a payment
    struct choice open_call;    // utlyst: 0 yes, 1 no
    struct scalar id_prefix;    // of its projects in open data
    struct receipts received;   // mottatt
    struct receipts returned;   // tilbakebetalt
    struct payment_form payments;
    struct account_groups account_groups; // where none are written and a budget has groups, the
                                          // usual ones
    struct prose remark;
    struct {
        struct allocation *items;
        size_t count;
    } allocations;
    struct {
        struct refusal *items;
        size_t count;
    } refusals; // avslag
    struct {
        struct grant_change *items;
        size_t count;
    } changes;
    struct index allocation_ids;
    struct index project_numbers; // → struct allocation; as written, and in lower case
    int64_t allocated;            // øre, the sum of what was first decided; at most AMOUNT_LARGEST
    int64_t changed;              // øre, the sum of the changes
    int64_t applied;              // øre, the sum of what was applied for
    bool is_past;                 // as it was on an earlier day: see past.h
};

// Reads the file. NULL after a report that it cannot be read; other faults are reported only.
struct grant *grant_read(struct sources *sources, struct text path);

// The keys of a grant.
extern const struct shape grant_shape;

// The allocation of a project number, whatever the case of its letters; NULL where there is none.
const struct allocation *grant_project(const struct grant *grant, struct text number,
                                       struct arena *arena);

// What an allocation has come to, in øre.
static inline int64_t allocation_current(const struct allocation *allocation) {
    return allocation->amount.ore + allocation->changed;
}

// Makes the newest of its reports the one that was due. One that came a year before the day, or
// earlier, was for another: then there is none.
void allocation_settle_report(struct allocation *allocation);

// How many of its reports came before the one that was due, and are the first of them.
static inline size_t allocation_earlier_reports(const struct allocation *allocation) {
    return allocation->reports.count - (allocation->report.at.line > 0);
}

// Whether its report was due before `today` (year 0: nothing is) and has not come.
bool allocation_report_is_overdue(const struct allocation *allocation, struct date today);

// What a change makes of its allocation's amount, in øre: less than zero where it takes away.
int64_t change_effect(const struct grant_change *change);

// Whether what is committed is more than what is left after `paid` øre, which is itself within the
// allocation.
bool allocation_is_over_committed(const struct allocation *allocation, int64_t paid);

// Whether an allocation names actions of the plan.
bool grant_pays_for_actions(const struct grant *grant);

// The share that the partners put in themselves, in percent; -1 where it is not given.
int grant_own_share(const struct grant *grant);

// Whether the share is one of the whole cost, which is what is allocated and the share together.
bool grant_own_share_is_of_total(const struct grant *grant);

// What the partners put in beside an allocation of so many øre, rounded to whole øre, halves away
// from zero; 0 where the share is not given, or is all of the cost.
int64_t grant_own_part(const struct grant *grant, int64_t ore);

// The last day on which each project is to have a payment, when the grant was decided on that day.
// Year 0: nobody has said so, or the day is not known.
struct date grant_begins_by(const struct grant *grant, struct date decided);

#endif
