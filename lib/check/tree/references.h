// SPDX-License-Identifier: MIT
// References from anywhere to anything, checked in one way.

#ifndef FELLESSKAP_CHECK_TREE_REFERENCES_H
#define FELLESSKAP_CHECK_TREE_REFERENCES_H

#include "model/tree/repository.h"

// Who asks: the file, and the committee whose case numbers are meant.
struct referrer {
    struct repository *repository;
    struct text file;
    struct text committee;
    struct text scheme; // what a link to the thing itself would be, "sak" and "42/24"; or empty
    struct text self;
    int year; // in which the text was written; 0 where it is not known
};

// Each reports what does not exist, with the nearest that does.
void check_parties(const struct referrer *referrer, const struct scalar_list *ids);
void check_action(const struct referrer *referrer, struct scalar number);
void check_actions(const struct referrer *referrer, const struct scalar_list *numbers);
void check_case(const struct referrer *referrer, struct scalar number);
void check_cases(const struct referrer *referrer, const struct scalar_list *numbers);

// The links and embeds of our schemes in a text, and the captions of its tables.
void check_prose(const struct referrer *referrer, const struct prose *prose);

#endif
