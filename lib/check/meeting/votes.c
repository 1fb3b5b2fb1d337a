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

// Nobody voted for it: all votes are blank, or none is written.
static bool is_without_support(const struct vote *vote) {
    return vote->in_favour.value == 0 && vote->against.value == 0 && vote->second.at.line == 0;
}

// What to do about votes that do not give the outcome; empty: nothing more is to be said. NULL:
// they give it. The points of '## Vedtak' are all adopted; of those of the proposal that are not in
// it, 'endret' says enough.
static const char *advice_on(const struct case_paper *paper, const struct vote *vote) {
    bool whole = vote->point.text.size == 0;
    bool changed = case_paper_came_out(paper, OUTCOME_CHANGED);
    enum vote_result result = vote_result(vote);
    if (case_paper_came_out(paper, OUTCOME_REJECTED) && result == VOTE_PASSED)
        return whole ? "" : _("a proposal of which a point was adopted has 'utfall: endret'");
    if (!changed && !case_paper_came_out(paper, OUTCOME_AS_PROPOSED))
        return NULL;
    if (is_without_support(vote))
        return _("nobody voted for it");
    if (result != VOTE_LOST)
        return NULL;
    if (whole)
        return _("a proposal that was voted down has 'utfall: falt'");
    return changed ? _("what was voted down is not in '## Vedtak', and is told in '## Behandling i "
                       "møtet'")
                   : _("a proposal without one of its points has 'utfall: endret'");
}

static void check_result(const struct referrer *referrer, const struct case_paper *paper,
                         const struct vote *vote) {
    struct arena *arena = referrer->repository->arena;
    const char *advice = advice_on(paper, vote);
    if (vote->in_favour.value < 0 || vote->against.value < 0 || advice == NULL)
        return; // what is negative has been reported
    struct text found =
        text_format(arena,
                    vote->point.text.size == 0
                        ? _("the outcome is '%s', but the votes are %lld for and %lld against")
                        : _("the outcome is '%s', but the votes on this point are %lld for and "
                            "%lld against"),
                    case_outcome_names[paper->outcome.index], (long long)vote->in_favour.value,
                    (long long)vote->against.value);
    report(referrer->repository->diagnostics, RULE_VOTE_OUTCOME, referrer->file, vote->at,
           "%.*s%s%s", TEXT_ARGS(found), *advice == '\0' ? "" : "; ", advice);
}

// Of a case that was put off or withdrawn although it has a majority, or although what it asks for
// is done: nobody sees in the list of decisions what is to be done.
static void check_dropped_tasks(const struct referrer *referrer, const struct case_paper *paper) {
    bool put_off = case_paper_came_out(paper, OUTCOME_POSTPONED) ||
                   case_paper_came_out(paper, OUTCOME_WITHDRAWN);
    bool passed = false;
    for (size_t i = 0; i < paper->votes.count; i++)
        passed |= vote_result(&paper->votes.items[i]) == VOTE_PASSED;
    for (size_t i = 0; i < paper->follow_ups.count && put_off; i++) {
        const struct follow_up *follow_up = &paper->follow_ups.items[i];
        bool done = follow_up->done.at.line > 0 || follow_up->reported.at.line > 0;
        if (!passed && !done)
            continue;
        report(
            referrer->repository->diagnostics, RULE_VOTE_OUTCOME, referrer->file, paper->outcome.at,
            passed ? _("the outcome is '%s', but the votes have a majority for it; what is in "
                       "'oppfølging' is not in the list of decisions then")
                   : _("the outcome is '%s', but something in 'oppfølging' is done; it is not in "
                       "the list of decisions then"),
            case_outcome_names[paper->outcome.index]);
        return;
    }
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
    check_dropped_tasks(referrer, paper);
}
