// SPDX-License-Identifier: MIT
// Who refers to something.

#ifndef FELLESSKAP_CHECK_TREE_REFERRER_H
#define FELLESSKAP_CHECK_TREE_REFERRER_H

#include "model/tree/repository.h"

// Who asks: the file, and the committee whose case numbers are meant.
struct referrer {
    const struct repository *repository;
    struct text file;
    struct text committee;
    struct text scheme; // what a link to the thing itself would be, "sak" and "42/24"; or empty
    struct text self;
    struct date day; // of the paper; year 0: none is known
};

#endif
