// SPDX-License-Identifier: MIT

#include "check/meeting/votes.h"

#include "base/message.h"

static int64_t given(struct number number) {
    return number.value > 0 ? number.value : 0;
}

static void check_count(const struct referrer *referrer, const struct vote *vote, size_t voters) {
    int64_t votes = given(vote->in_favour) + given(vote->against) + given(vote->blank);
    if (voters != SIZE_MAX && votes > (int64_t)voters)
        report(referrer->repository->diagnostics, RULE_VOTE_COUNT, referrer->file, vote->at,
               message_plural("%lld vote was given, but %zu could vote",
                              "%lld votes were given, but %zu could vote", (size_t)votes),
               (long long)votes, voters);
}

static void check_second_vote(const struct referrer *referrer, const struct vote *vote) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    bool is_tie = vote->in_favour.value == vote->against.value;
    if (vote->second.at.line > 0 && !is_tie)
        report(diagnostics, RULE_VOTE_OUTCOME, referrer->file, vote->second.at,
               _("the chair votes a second time in a tie alone; the votes are %lld for and %lld "
                 "against"),
               (long long)vote->in_favour.value, (long long)vote->against.value);
    else if (vote_result(vote) == VOTE_TIED && vote->in_favour.value > 0)
        report(diagnostics, RULE_VOTE_OUTCOME, referrer->file, vote->at,
               _("the votes are %lld for and %lld against: a tie, which the chair's second vote "
                 "decides; add 'dobbeltstemme: for' or 'dobbeltstemme: mot'"),
               (long long)vote->in_favour.value, (long long)vote->against.value);
}

// 'endret' says enough of a point that was voted down. Of the whole proposal, neither 'endret' nor
// 'som forslag' does.
static void check_result(const struct referrer *referrer, const struct case_paper *paper,
                         const struct vote *vote) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    bool whole = vote->point.text.size == 0;
    bool adopted = case_paper_came_out(paper, OUTCOME_AS_PROPOSED) ||
                   (whole && case_paper_came_out(paper, OUTCOME_CHANGED));
    bool rejected = whole && case_paper_came_out(paper, OUTCOME_REJECTED);
    enum vote_result result = vote_result(vote);
    if (vote->in_favour.value < 0 || vote->against.value < 0)
        return; // has been reported
    if (adopted && result == VOTE_LOST)
        report(diagnostics, RULE_VOTE_OUTCOME, referrer->file, vote->at,
               whole ? _("the outcome is '%s', but the votes are %lld for and %lld against; a "
                         "proposal that was voted down has 'utfall: falt'")
                     : _("the outcome is '%s', but the votes on this point are %lld for and %lld "
                         "against; a proposal without one of its points has 'utfall: endret'"),
               case_outcome_names[paper->outcome.index], (long long)vote->in_favour.value,
               (long long)vote->against.value);
    else if (rejected && result == VOTE_PASSED)
        report(diagnostics, RULE_VOTE_OUTCOME, referrer->file, vote->at,
               _("the outcome is '%s', but the votes are %lld for and %lld against"),
               case_outcome_names[paper->outcome.index], (long long)vote->in_favour.value,
               (long long)vote->against.value);
}

static void check_once(const struct referrer *referrer, struct index *places,
                       const struct vote *vote) {
    struct text key = text_concat(referrer->repository->arena, TEXT("punkt "), vote->point.text);
    const struct vote *before = index_add(places, key, vote);
    if (before == NULL)
        return;
    if (vote->point.text.size == 0)
        report(referrer->repository->diagnostics, RULE_VOTE_TWICE, referrer->file, vote->at,
               _("line %u has the votes on the whole decision already; which are right?"),
               (unsigned)before->at.line);
    else
        report(referrer->repository->diagnostics, RULE_VOTE_TWICE, referrer->file, vote->at,
               _("line %u has votes on point %.*s already; which are right?"),
               (unsigned)before->at.line, TEXT_ARGS(vote->point.text));
}

void check_votes(const struct referrer *referrer, const struct case_paper *paper, size_t voters) {
    struct index places;
    index_init(&places, referrer->repository->arena);
    for (size_t i = 0; i < paper->votes.count; i++) {
        const struct vote *vote = &paper->votes.items[i];
        check_count(referrer, vote, voters);
        check_second_vote(referrer, vote);
        check_result(referrer, paper, vote);
        check_once(referrer, &places, vote);
    }
}
