// SPDX-License-Identifier: MIT
// The header of view/site/ for its pages, each of one thing: docs/addresses.md has where they are.

#ifndef FELLESSKAP_VIEW_SITE_PAGES_H
#define FELLESSKAP_VIEW_SITE_PAGES_H

#include "model/decisions/named.h"
#include "view/plan/matrix.h"
#include "view/site/frame.h"
#include "view/site/site.h"

// A meeting whose notice has been sent, as the public may see it.
struct meeting_page {
    const struct site_frame *frame;
    const struct meeting *meeting;
    struct site_documents documents; // of the meeting, with all their formats
};

// A case of such a meeting, which has a paper.
struct case_page {
    const struct site_frame *frame;
    const struct meeting *meeting;
    const struct agenda_item *item;
    const struct decisions *decisions;  // of all meetings;
    const struct decision *const *made; // those of this case
    size_t made_count;
    bool has_papers;  // the papers of the meeting are published,
    bool has_minutes; // and its minutes
};

// A plan: its areas, goals and actions, which have pages of their own.
struct plan_page {
    const struct site_frame *frame;
    const struct plan *plan;         // as it is on the day,
    struct site_documents documents; // with its documents in all formats
};

// An action of a plan, with all that names it.
struct action_page {
    const struct site_frame *frame;
    const struct plan *plan; // as it is on the day
    const struct action *action;
    const struct area *area; // of the action
    const struct goal *goal;
    struct naming_action naming;
};

// The views "planside", "tiltaksside", "møteside" and "saksside" of docs/views.md.
struct value plan_page_value(const struct view_context *context, const struct plan_page *page);
struct value action_page_value(const struct view_context *context, const struct action_page *page);
struct value meeting_page_value(const struct view_context *context,
                                const struct meeting_page *page);
struct value case_page_value(const struct view_context *context, const struct case_page *page);

// "ASU 29. oktober 2024": a meeting in the way down to what is below it.
struct text meeting_page_step(const struct view_context *context, const struct meeting *meeting);

#endif
