// SPDX-License-Identifier: MIT

#include "check/decisions/proposals.h"

#include "base/message.h"

struct comparison {
    struct repository *repository;
    struct index earlier; // "ASU 2/24" → struct case_paper
    struct text revision;
};

static struct text name_of(const struct meeting *meeting, const struct case_paper *paper,
                           struct arena *arena) {
    return text_format(arena, "%.*s %.*s", TEXT_ARGS(meeting->committee.text),
                       TEXT_ARGS(paper->number.text));
}

static struct text proposal_of(const struct case_paper *paper, struct arena *arena) {
    const struct case_section *section = case_paper_section(paper, SECTION_PROPOSAL);
    return section == NULL ? TEXT("") : prose_plain(&section->text, true, arena);
}

static bool names_points(const struct case_paper *paper) {
    for (size_t i = 0; i < paper->follow_ups.count; i++)
        if (paper->follow_ups.items[i].point.text.size > 0)
            return true;
    return false;
}

// Why the words of the proposal should be those of before; NULL where they may change.
static const char *bound_by(const struct meeting *meeting, const struct case_paper *paper) {
    if (paper->outcome.at.line > 0)
        return _("the case has its outcome; write the proposal as it was, and what was decided "
                 "instead under '## Vedtak'");
    if (meeting->sent.at.line > 0)
        return _("its papers have been sent; write it as it was, or say under 'endringer' of the "
                 "meeting that it is another");
    if (names_points(paper))
        return _("see whether 'punkt' under 'oppfølging' still names the right points");
    return NULL;
}

static void compare_one(const struct comparison *comparison, const struct meeting *meeting,
                        const struct case_paper *paper) {
    struct arena *arena = comparison->repository->arena;
    const struct case_section *section = case_paper_section(paper, SECTION_PROPOSAL);
    const struct case_paper *before =
        index_find(&comparison->earlier, name_of(meeting, paper, arena));
    const char *bond = bound_by(meeting, paper);
    if (section == NULL || before == NULL || bond == NULL)
        return;
    struct text old = proposal_of(before, arena);
    if (old.size > 0 && !text_equal(old, proposal_of(paper, arena)))
        report(comparison->repository->diagnostics, RULE_PROPOSAL_CHANGED, paper->source->path,
               section->at, _("the proposal is not that of %.*s: %s"),
               TEXT_ARGS(comparison->revision), bond);
}

// The papers of the meeting with a file of their own, one after the other; NULL after the last.
static const struct case_paper *next_paper(const struct meeting *meeting, size_t *item) {
    while (*item < meeting->agenda.count) {
        const struct case_paper *paper = meeting->agenda.items[(*item)++].paper;
        if (paper != NULL && paper->source != NULL && paper->number.text.size > 0)
            return paper;
    }
    return NULL;
}

void proposals_compare(struct repository *repository, const struct repository *earlier,
                       struct text revision) {
    struct comparison comparison = {.repository = repository, .revision = revision};
    const struct case_paper *paper;
    index_init(&comparison.earlier, repository->arena);
    for (size_t i = 0; i < earlier->meetings.count; i++)
        for (size_t item = 0; (paper = next_paper(earlier->meetings.items[i], &item)) != NULL;)
            index_add(&comparison.earlier,
                      name_of(earlier->meetings.items[i], paper, repository->arena), paper);
    for (size_t i = 0; i < repository->meetings.count; i++)
        for (size_t item = 0; (paper = next_paper(repository->meetings.items[i], &item)) != NULL;)
            compare_one(&comparison, repository->meetings.items[i], paper);
}
