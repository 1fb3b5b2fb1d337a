// SPDX-License-Identifier: MIT

#include "check/tree/references.h"

#include "base/message.h"
#include "base/suggest.h"
#include "check/grant/frame.h"
#include "check/writing/weekday.h"
#include "input/link/link.h"

void check_parties(const struct referrer *referrer, const struct scalar_list *ids) {
    for (size_t i = 0; i < ids->count; i++)
        organisation_resolve(referrer->repository->organisation, ids->items[i], false,
                             referrer->file, referrer->repository->diagnostics);
}

void check_actions(const struct referrer *referrer, const struct scalar_list *numbers) {
    for (size_t i = 0; i < numbers->count; i++)
        check_action(referrer, numbers->items[i]);
}

static void report_case(const struct referrer *referrer, struct scalar number,
                        struct case_number parts) {
    const struct repository *repository = referrer->repository;
    struct text bare = parts.rest;
    struct text committee = parts.committee.size > 0 ? parts.committee : referrer->committee;
    struct text near = diagnostics_can_suggest(repository->diagnostics)
                           ? repository_nearest_case(repository, committee, bare)
                           : TEXT("");
    bool is_of_other_body = text_equal(near, number.text); // of a name that is alike
    if (near.size > 0 && !is_of_other_body)
        report(repository->diagnostics, RULE_UNKNOWN_CASE, referrer->file, number.at,
               _("there is no case %.*s in meetings/ or plan/earlier-cases.yaml; did you mean "
                 "%.*s?"),
               TEXT_ARGS(number.text), TEXT_ARGS(near));
    else
        report(repository->diagnostics, RULE_UNKNOWN_CASE, referrer->file, number.at,
               _("there is no case %.*s in meetings/ or plan/earlier-cases.yaml"),
               TEXT_ARGS(number.text));
}

static void check_body(const struct referrer *referrer, struct scalar id) {
    organisation_resolve(referrer->repository->organisation, id, true, referrer->file,
                         referrer->repository->diagnostics);
}

static void report_no_case_number(const struct referrer *referrer, struct scalar number) {
    const struct repository *repository = referrer->repository;
    struct text example = example_case(&repository->sources.examples, repository->arena);
    report(repository->diagnostics, RULE_WRONG_CASE_NUMBER, referrer->file, number.at,
           _("'%.*s' is not a case number; write number/year, like %.*s"), TEXT_ARGS(number.text),
           TEXT_ARGS(example));
}

void check_case(const struct referrer *referrer, struct scalar number) {
    struct case_number parts;
    if (number.text.size == 0)
        return;
    if (!case_number_parse(number.text, &referrer->repository->sources, referrer->committee,
                           &parts))
        report_no_case_number(referrer, number);
    else if (repository_case(referrer->repository, referrer->committee, number.text) == NULL)
        report_case(referrer, number, parts);
    else // the name of a folder does not distinguish "asu" from "ASU"
        check_body(referrer, (struct scalar){parts.committee, number.at});
}

// Where all is read, the paper itself is reported.
static bool is_read(const struct repository *repository, struct text folder) {
    for (size_t i = 0; i < repository->meetings.count; i++)
        if (text_equal(repository->meetings.items[i]->folder, folder))
            return true;
    return false;
}

// Of a case that did not pass, or of a meeting that was cancelled.
static void report_not_decided(const struct referrer *referrer, struct scalar number,
                               const struct known_case *known) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    enum case_standing standing = repository_standing(referrer->repository, known);
    if (standing == STANDING_CANCELLED)
        report(diagnostics, RULE_NOT_DECIDED, referrer->file, number.at,
               _("nothing was decided in case %.*s: the meeting on %s was cancelled"),
               TEXT_ARGS(number.text), date_iso(referrer->repository->arena, known->date).data);
    else if (standing == STANDING_LOST && known->paper->outcome.index < OUTCOME_POSTPONED)
        report(diagnostics, RULE_NOT_DECIDED, referrer->file, number.at,
               _("nothing was decided in case %.*s: the proposal was voted down"),
               TEXT_ARGS(number.text));
    else if (standing == STANDING_LOST)
        report(diagnostics, RULE_NOT_DECIDED, referrer->file, number.at,
               _("nothing was decided in case %.*s: its outcome is '%s'"), TEXT_ARGS(number.text),
               case_outcome_names[known->paper->outcome.index]);
}

void check_deciding_case(const struct referrer *referrer, struct scalar number) {
    check_case(referrer, number);
    const struct known_case *known =
        repository_case(referrer->repository, referrer->committee, number.text);
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (repository_lacks_outcome(referrer->repository, known) &&
        !is_read(referrer->repository, known->folder))
        report(diagnostics, RULE_NO_OUTCOME, referrer->file, number.at,
               _("the meeting of case %.*s has been held, but its paper (%.*s) does not say what "
                 "came out of it: add 'utfall' there"),
               TEXT_ARGS(number.text), TEXT_ARGS(known->paper->source->path));
    report_not_decided(referrer, number, known);
}

// In the words for what is said of a case alone, not of its outcome.
static void report_no_award(const struct referrer *referrer, struct scalar number,
                            const char *message) {
    struct text words = message_about(referrer->repository->arena, message, number.text);
    report(referrer->repository->diagnostics, RULE_NOT_DECIDED, referrer->file, number.at, "%.*s",
           TEXT_ARGS(words));
}

// The day of the meeting lies behind us, or the committee has held one since.
static bool has_passed(const struct repository *repository, const struct known_case *known) {
    if (repository->today.year > 0 && date_compare(known->date, repository->today) < 0)
        return true;
    for (size_t i = repository->meetings.count; i-- > 0;) {
        const struct meeting *meeting = repository->meetings.items[i];
        if (date_compare(meeting->date.date, known->date) > 0 && meeting->minutes.at.line > 0 &&
            text_equal(meeting->committee.text, known->committee))
            return true;
    }
    return false;
}

void check_awarding_case(const struct referrer *referrer, struct scalar number) {
    const struct known_case *known =
        repository_case(referrer->repository, referrer->committee, number.text);
    enum case_standing standing = repository_standing(referrer->repository, known);
    check_deciding_case(referrer, number);
    if (standing == STANDING_TO_COME && has_passed(referrer->repository, known))
        report_no_award(
            referrer, number,
            _("nothing is decided in case %.*s: its meeting has passed, and has no minutes"));
    else if (standing == STANDING_TOLD && known->paper->type.index == CASE_APPROVAL)
        report_no_award(referrer, number,
                        _("nothing was decided in case %.*s: it approves minutes"));
    else if (standing == STANDING_TOLD)
        report(referrer->repository->diagnostics, RULE_NOT_DECIDED, referrer->file, number.at,
               _("nothing was decided in case %.*s: its type is '%s', and it has no outcome"),
               TEXT_ARGS(number.text), case_type_names[known->paper->type.index]);
}

void check_cases(const struct referrer *referrer, const struct scalar_list *numbers) {
    for (size_t i = 0; i < numbers->count; i++)
        check_case(referrer, numbers->items[i]);
}

void check_deciding_cases(const struct referrer *referrer, const struct scalar_list *numbers) {
    for (size_t i = 0; i < numbers->count; i++)
        check_deciding_case(referrer, numbers->items[i]);
}

static void report_grant(const struct referrer *referrer, struct scalar id) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct text near = diagnostics_can_suggest(diagnostics)
                           ? repository_nearest_grant(referrer->repository, id.text)
                           : TEXT("");
    if (near.size > 0)
        report(diagnostics, RULE_UNKNOWN_GRANT, referrer->file, id.at,
               _("there is no grant '%.*s' (plan/grant-%.*s.yaml); did you mean '%.*s'?"),
               TEXT_ARGS(id.text), TEXT_ARGS(id.text), TEXT_ARGS(near));
    else
        report(diagnostics, RULE_UNKNOWN_GRANT, referrer->file, id.at,
               _("there is no grant '%.*s' (plan/grant-%.*s.yaml)"), TEXT_ARGS(id.text),
               TEXT_ARGS(id.text));
}

void check_grant_reference(const struct referrer *referrer, struct scalar id) {
    const struct grant *grant = repository_grant(referrer->repository, id.text);
    if (grant != NULL)
        check_frame(referrer->repository, grant);
    else
        report_grant(referrer, id);
}

void check_allocation_reference(const struct referrer *referrer, const struct grant *grant,
                                struct scalar id) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (index_find(&grant->allocation_ids, id.text) != NULL)
        return;
    struct text near = index_suggestion(&grant->allocation_ids, id.text, diagnostics);
    if (near.size > 0)
        report(diagnostics, RULE_UNKNOWN_ALLOCATION, referrer->file, id.at,
               _("there is no allocation '%.*s'; did you mean '%.*s'?"), TEXT_ARGS(id.text),
               TEXT_ARGS(near));
    else
        report(diagnostics, RULE_UNKNOWN_ALLOCATION, referrer->file, id.at,
               _("there is no allocation '%.*s' in this grant"), TEXT_ARGS(id.text));
}

static void check_person(const struct referrer *referrer, struct scalar id) {
    organisation_resolve(referrer->repository->organisation, id, false, referrer->file,
                         referrer->repository->diagnostics);
}

static const struct {
    const char *scheme;
    void (*check)(const struct referrer *referrer, struct scalar target);
    void (*check_embedded)(const struct referrer *referrer, struct scalar target); // or NULL
} schemes[] = {
    {"tiltak", check_action, check_action},
    {"mål", check_goal, NULL},
    {"sak", check_case, NULL},
    {"organ", check_body, NULL},
    {"person", check_person, NULL},
    {"tilskudd", check_grant_reference, check_grant_reference},
};

static void check_link(const struct referrer *referrer, const struct prose_node *node) {
    struct text scheme, target;
    if (!markdown_own_scheme(node->url, &scheme, &target))
        return;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (!text_is(scheme, schemes[i].scheme))
            continue;
        const struct scalar named = {target, node->at};
        if (text_equal(scheme, referrer->scheme) && text_equal(target, referrer->self))
            report(referrer->repository->diagnostics, RULE_SELF_LINK, referrer->file, node->at,
                   _("the link '%.*s' leads to where it is"), TEXT_ARGS(node->url));
        if (node->kind == PROSE_LINK)
            schemes[i].check(referrer, named);
        else if (schemes[i].check_embedded != NULL)
            schemes[i].check_embedded(referrer, named);
        else
            report(referrer->repository->diagnostics, RULE_EMBED, referrer->file, node->at,
                   _("'%s:' cannot be shown in the text; tilskudd: and tiltak: can"),
                   schemes[i].scheme);
    }
}

// A screen reader announces what a table is about before it reads its cells (WCAG 1.3.1).
static void check_caption(const struct referrer *referrer, const struct prose_node *table,
                          const struct prose_node *before) {
    if (before == NULL || !prose_is_caption(before))
        report(referrer->repository->diagnostics, RULE_TABLE_CAPTION, referrer->file, table->at,
               _("the table has no caption; write a paragraph 'Tabell: …' directly above it"));
}

// "# 4 er best": the one heading of level 1 is the title of the document. The papers are checked
// with their sections.
static void check_heading(const struct referrer *referrer, const struct prose_node *heading) {
    if (heading->level == 1 && !text_ends_with(referrer->file, TEXT(".md")))
        report(referrer->repository->diagnostics, RULE_HEADING_LEVEL, referrer->file, heading->at,
               _("a heading begins with '##' here; write '\\#' where the sign itself is meant"));
}

// A pointer that rests on the link shows it; a finger and a sheet of paper do not.
static void check_title(const struct referrer *referrer, const struct prose_node *link) {
    if (link->title.size > 0)
        report(referrer->repository->diagnostics, RULE_NOT_MARKDOWN, referrer->file, link->at,
               _("'%.*s' is shown only where a pointer rests on the link; write it in the text, or "
                 "delete it"),
               TEXT_ARGS(link->title));
}

// The depth of the tree is bounded where it is read.
static void check_nodes(const struct referrer *referrer, const struct prose_node *node,
                        const struct prose_node *end) {
    const struct prose_node *before = NULL;
    for (; node != end && node != NULL; before = node, node = node->next) {
        if (node->kind == PROSE_TABLE)
            check_caption(referrer, node, before);
        if (node->kind == PROSE_LINK || node->kind == PROSE_EMBED)
            check_link(referrer, node);
        if (node->kind == PROSE_LINK)
            check_title(referrer, node);
        else if (node->kind == PROSE_HEADING)
            check_heading(referrer, node);
        check_nodes(referrer, node->first, NULL);
    }
}

void check_prose(const struct referrer *referrer, const struct prose *prose) {
    check_nodes(referrer, prose->first, prose->end);
    check_weekdays(referrer, prose);
}
