// SPDX-License-Identifier: MIT
// How an action stands: six states, and a plan's own words for them.

#ifndef FELLESSKAP_MODEL_PLAN_STATUS_H
#define FELLESSKAP_MODEL_PLAN_STATUS_H

#include "input/yaml/binding.h"

enum action_status {
    STATUS_NOT_STARTED,
    STATUS_ONGOING,
    STATUS_WAITING,
    STATUS_DEFERRED,
    STATUS_DONE,
    STATUS_DROPPED,
    STATUS_COUNT
};

// As they are written: "ikke startet", "pågår", …
extern const char *const status_names[];

// A word of the plan for one of the states.
struct own_status {
    struct scalar name;
    struct scalar name_nn; // in documents in nynorsk, where it is another
    struct choice meaning; // enum action_status
};

struct own_statuses {
    struct own_status *items;
    size_t count;
};

enum { MOST_OWN_STATUSES = 16, MOST_STATUS_PLACES = MOST_OWN_STATUSES + STATUS_COUNT };

// The words by which a plan tells how its actions stand, in the order of what they mean: its own,
// and the general one of each state that it has no own word for.
struct status_scale {
    struct {
        enum action_status meaning;
        const struct own_status *own; // NULL: the general word
    } places[MOST_STATUS_PLACES];
    int count;
};

// A status as it is told somewhere. All zeros: none is.
struct told_status {
    int index; // enum action_status: what it means; -1: not known
    int place; // in the scale of the plan; -1: not known
    struct position at;
    struct text word;             // as it is written
    const struct own_status *own; // the plan's own word; NULL: it is a general one
};

// The scale of a plan without words of its own.
extern const struct status_scale general_scale;

// The scale of a plan. Words beyond MOST_OWN_STATUSES are left out.
void status_scale_make(const struct own_statuses *own, struct status_scale *scale);

// What a told status means in the plan. A general word means the plan's first own word of that
// state. A word that is neither is reported, to diagnostics that may be NULL.
void status_settle(struct told_status *status, const struct status_scale *scale, struct text file,
                   struct diagnostics *diagnostics, struct arena *arena);

// The place of a word in the scale, in any case of letters and in either language; -1 where it is
// none of its words.
int status_place_of(const struct status_scale *scale, struct text word, struct arena *arena);

// The word of a place as it is written: "pågår"; that of the plan in small letters.
struct text status_word_at(const struct status_scale *scale, int place, struct arena *arena);

// All of them, with commas between.
struct text status_scale_words(const struct status_scale *scale, struct arena *arena);

// The keys of an own word, in `statuser`.
extern const struct shape own_status_shape;

// For binding tables: a struct told_status, with its word and place alone.
extern const struct form status_form;

#endif
