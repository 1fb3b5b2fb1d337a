// SPDX-License-Identifier: MIT
// The slides of a status note: what people cannot tell apart, what a slide cannot show, and what is
// too long to be read on a wall.

#include "check/status/rules.h"

#include "base/message.h"
#include "check/tree/references.h"
#include "model/plan/numbers.h"

// In characters: three lines of a point, or the column of a comment. And the lines of a point.
enum { LONGEST_TITLE = 60, LONGEST_LINE = 160, MOST_LINES = 8, LONGEST_COMMENT = 320 };

struct slides {
    const struct referrer *referrer;
    const struct status_note *note;
    struct index titles; // in small letters
};

static struct diagnostics *diagnostics_of(const struct slides *slides) {
    return slides->referrer->repository->diagnostics;
}

// Readers of a screen and lists of slides know them by their titles alone.
static void check_title(struct slides *slides, struct scalar title) {
    struct text lower = text_lower(slides->referrer->repository->arena, title.text);
    if (title.text.size > 0 && index_add(&slides->titles, lower, slides) != NULL)
        report(diagnostics_of(slides), RULE_SLIDE_TITLE, slides->referrer->file, title.at,
               _("'%.*s' is a title already; give each slide its own"), TEXT_ARGS(title.text));
    size_t length = text_length(title.text);
    if (length > LONGEST_TITLE)
        report(diagnostics_of(slides), RULE_LONG_POINT, slides->referrer->file, title.at,
               _("the title has %zu characters; on a slide there is room for %d"), length,
               LONGEST_TITLE);
}

// A slide has the actions of the note's own plan.
static void check_own_action(const struct slides *slides, struct scalar number) {
    const struct referrer *referrer = slides->referrer;
    const struct plan *plan = referrer->repository->plan;
    size_t before = diagnostics_of(slides)->reported;
    check_action(referrer, number);
    if (plan != NULL && plan_action(plan, number.text, referrer->day) == NULL &&
        diagnostics_of(slides)->reported == before)
        report(diagnostics_of(slides), RULE_UNKNOWN_ACTION, referrer->file, number.at,
               _("%.*s is no action of the plan that the note is on"), TEXT_ARGS(number.text));
}

static void check_comment(const struct slides *slides, struct scalar number) {
    for (size_t i = 0; i < slides->note->actions.count; i++) {
        const struct reported_action *action = &slides->note->actions.items[i];
        if (!text_equal(action->number.text, number.text))
            continue;
        size_t length = text_length(action->comment.source);
        if (length > LONGEST_COMMENT)
            report(diagnostics_of(slides), RULE_LONG_POINT, slides->referrer->file,
                   action->comment.at,
                   _("the comment has %zu characters, and a slide shows it; there is room for %d"),
                   length, LONGEST_COMMENT);
    }
}

static void check_slide_actions(const struct slides *slides, const struct slide *slide) {
    struct index seen;
    index_init(&seen, slides->referrer->repository->arena);
    for (size_t i = 0; i < slide->actions.count; i++) {
        struct scalar number = slide->actions.items[i];
        check_own_action(slides, number);
        if (index_add(&seen, number.text, slide) != NULL)
            report(diagnostics_of(slides), RULE_DUPLICATE_ID, slides->referrer->file, number.at,
                   _("%.*s is on the slide twice"), TEXT_ARGS(number.text));
        else
            check_comment(slides, number);
    }
}

static bool fits_no_slide(enum prose_kind kind) {
    static const bool kinds[] = {
        [PROSE_HEADING] = true, [PROSE_QUOTE] = true, [PROSE_CODE_BLOCK] = true,
        [PROSE_RULE] = true,    [PROSE_TABLE] = true, [PROSE_EMBED] = true,
    };
    return (size_t)kind < sizeof kinds && kinds[kind];
}

// The first that is neither a paragraph nor a list of them; NULL: there is none.
static const struct prose_node *find_other_block(const struct prose_node *node,
                                                 const struct prose_node *end) {
    for (; node != end; node = node->next) {
        const struct prose_node *found =
            fits_no_slide(node->kind) ? node : find_other_block(node->first, NULL);
        if (found != NULL)
            return found;
    }
    return NULL;
}

static void check_blocks(const struct slides *slides, const struct prose *prose) {
    const struct prose_node *other =
        prose->first == NULL ? NULL : find_other_block(prose->first, prose->end);
    if (other == NULL)
        check_prose(slides->referrer, prose);
    else
        report(diagnostics_of(slides), RULE_SLIDE_TEXT, slides->referrer->file, other->at,
               _("a slide has paragraphs and lists; leave the rest to the note"));
}

static void check_point(const struct slides *slides, const struct prose *point) {
    struct text words = prose_plain(point, false, slides->referrer->repository->arena);
    size_t longest = 0, lines = 0;
    check_blocks(slides, point);
    for (; words.data != NULL; lines++) {
        size_t length = text_length(text_cut(&words, '\n'));
        longest = length > longest ? length : longest;
    }
    if (longest > LONGEST_LINE)
        report(diagnostics_of(slides), RULE_LONG_POINT, slides->referrer->file, point->at,
               _("the point has %zu characters; on a slide there is room for %d"), longest,
               LONGEST_LINE);
    else if (lines > MOST_LINES)
        report(diagnostics_of(slides), RULE_LONG_POINT, slides->referrer->file, point->at,
               _("the point has %zu lines; on a slide there is room for %d"), lines, MOST_LINES);
}

static void check_slide(struct slides *slides, const struct slide *slide) {
    check_title(slides, slide->title);
    check_slide_actions(slides, slide);
    for (size_t i = 0; i < slide->points.count; i++)
        check_point(slides, &slide->points.items[i]);
    check_blocks(slides, &slide->script);
    bool is_given = slide->actions.at.line > 0 || slide->points.at.line > 0; // or that is told
    if (is_given && slide->actions.count == 0 && slide->points.count == 0)
        report(diagnostics_of(slides), RULE_EMPTY_SLIDE, slides->referrer->file, slide->title.at,
               _("the slide names no action and has no point"));
}

void check_slides(const struct referrer *referrer, const struct status_note *note) {
    struct slides slides = {.referrer = referrer, .note = note};
    index_init(&slides.titles, referrer->repository->arena);
    if (note->title.text.size > 0)
        index_add(&slides.titles, text_lower(referrer->repository->arena, note->title.text), note);
    for (size_t i = 0; i < note->slides.count; i++)
        check_slide(&slides, &note->slides.items[i]);
}
