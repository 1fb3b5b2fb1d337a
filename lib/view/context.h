// SPDX-License-Identifier: MIT
// What a view is made for: whose document it is, and what it needs.

#ifndef FELLESSKAP_VIEW_CONTEXT_H
#define FELLESSKAP_VIEW_CONTEXT_H

#include "base/value.h"
#include "model/meeting/audience.h"
#include "model/tree/repository.h"
#include "view/labels.h"

// What a document shows that others link to.
enum view_kind { VIEW_OF_PLAN, VIEW_OF_GRANT, VIEW_OF_CASES, VIEW_OF_OTHER };

struct view_context {
    struct prose_links links; // first: the callbacks get the view through it
    const struct repository *repository;
    struct arena *arena; // for what lasts as long as the view
    const struct labels *labels;
    enum language language;
    enum view_kind kind;
    struct text home;   // the folder of its source: "plan", "meetings/2024-10-29-asu"
    struct text folder; // where it is in the site: "", "2024-10-29-asu"; below "members/"
    enum audience audience;
    bool of_site;             // a page of the site: it leads to the pages of things, not to their
                              // places in documents
    struct text suffix;       // of the documents that it links to: ".html" or ".md"
    struct text committee;    // whose case numbers are meant
    struct date day;          // of the paper, whose plan is meant; year 0: today's
    const struct plan *plan;  // of which the document or the part of it is: its own numbers are
                              // meant; NULL: those of the plan in force on the day
    struct text other_plan;   // its id, of a part whose plan is not the one in force; or empty
    struct index *plans_then; // path → the plan as it was on that day, once one is shown
    int64_t created;          // seconds since 1970, for formats that need a time: never the clock
};

#endif
