// SPDX-License-Identifier: MIT
// What every agenda has: the tree says so (faste-saker), or most agendas of the committee have it.

#ifndef FELLESSKAP_CHECK_MEETING_STANDING_ITEMS_H
#define FELLESSKAP_CHECK_MEETING_STANDING_ITEMS_H

#include "model/tree/repository.h"

enum { MOST_STANDING_ITEMS = 50 }; // no agenda has more, and the time stays linear

struct agenda_found;

struct standing_items {
    const struct repository *repository;
    struct text words[MOST_STANDING_ITEMS]; // "protokoll/referat", in small letters
    size_t count;
    struct index committees;     // id → struct committee_habits
    struct agenda_found *newest; // of the meetings that were added
};

void standing_items_init(struct standing_items *items, const struct repository *repository);

// Adds a meeting. One that is cancelled, or whose file is broken, says nothing.
void standing_items_add(struct standing_items *items, const struct meeting *meeting);

// Reports (standing-item) what agendas lack: all that the tree names. Where it names none, what
// most other agendas of the committee have, two at least; its first one lacks nothing.
void standing_items_check(const struct standing_items *items);

#endif
