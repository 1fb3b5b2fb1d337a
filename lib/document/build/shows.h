// SPDX-License-Identifier: MIT
// The files that the page of an action or a case shows something of, beside those of its document:
// for the list of files. Some are there twice.

#ifndef FELLESSKAP_DOCUMENT_BUILD_SHOWS_H
#define FELLESSKAP_DOCUMENT_BUILD_SHOWS_H

#include "model/decisions/named.h"

// Of the cases, notes and grants that name an action.
struct text_list shows_of_action(const struct naming_action *naming, struct arena *arena);

// Of the cases that a case follows or that follow it, and of the grants that it is for.
struct text_list shows_of_case(const struct repository *repository,
                               const struct decisions *decisions, const struct meeting *meeting,
                               const struct case_paper *paper, struct arena *arena);

#endif
