// SPDX-License-Identifier: MIT

#include "check/meeting/rules.h"

#include "base/path.h"
#include "check/tree/references.h"

#include "base/message.h"
#include "check/decisions/points.h"
#include "check/meeting/sections.h"
#include "input/file/limits.h"
#include "input/pdf/pdf.h"

// The section whose heading is most likely meant as the missing one, or NULL.
static const struct case_section *section_meant(const struct referrer *referrer,
                                                const struct case_paper *paper,
                                                enum case_section_kind kind, struct text *name) {
    for (size_t i = 0; i < paper->sections.count; i++) {
        const struct case_section *section = &paper->sections.items[i];
        enum case_section_kind meant = SECTION_FREE;
        if (section->kind == SECTION_FREE)
            *name = section_heading_meant(referrer, section->title, false, &meant);
        if (meant == kind)
            return section;
    }
    return NULL;
}

// Reports that the section is missing: at the heading that is meant by it, or else at the key that
// asks for it.
static void report_no_section(const struct referrer *referrer, const struct case_paper *paper,
                              enum rule rule, enum case_section_kind kind, struct position at,
                              const char *message) {
    const struct repository *repository = referrer->repository;
    struct text name = TEXT("");
    const struct case_section *meant = section_meant(referrer, paper, kind, &name);
    const struct prose_node *bold = bold_heading(paper, kind, repository->arena);
    if (meant != NULL)
        report(repository->diagnostics, rule, referrer->file, meant->at,
               _("the heading '## %.*s' is not known; write '## %.*s'"), TEXT_ARGS(meant->title),
               TEXT_ARGS(name));
    else if (bold != NULL)
        report_bold_heading(referrer, rule, bold);
    else
        report(repository->diagnostics, rule, referrer->file, at, "%s", message);
}

// A case that is to be decided or approved needs a proposal.
static void check_proposal(const struct referrer *referrer, const struct case_paper *paper) {
    if (case_paper_needs_decision(paper) && !case_paper_is_decided_alone(paper) &&
        case_paper_section(paper, SECTION_PROPOSAL) == NULL)
        report_no_section(referrer, paper, RULE_NO_PROPOSAL, SECTION_PROPOSAL, paper->type.at,
                          text_format(referrer->repository->arena,
                                      _("a case of the type '%s' has a section '## Forslag til "
                                        "vedtak'"),
                                      case_type_names[paper->type.index])
                              .data);
}

// The point that "2.", "pkt. 2", "punkt 3 A" means; empty where it is not certain.
static struct text point_meant(const struct case_section *decision, struct text written,
                               struct arena *arena) {
    static const char *const words[] = {"punkt ", "pkt. ", "pkt ", "nr. ", "nr "};
    struct text meant = text_lower(arena, written);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts_with(meant, text_from(words[i])))
            meant = text_trim(text_slice(meant, text_from(words[i]).size, meant.size));
    if (text_ends_with(meant, TEXT(".")) || text_ends_with(meant, TEXT(")")))
        meant.size--;
    size_t space = text_find(meant, ' ');
    if (space < meant.size)
        meant = text_concat(arena, text_slice(meant, 0, space),
                            text_slice(meant, space + 1, meant.size));
    bool found = decision != NULL && points_find(&decision->points, meant) != NULL;
    return found ? meant : TEXT("");
}

static void check_point(const struct referrer *referrer, const struct case_section *decision,
                        struct scalar point) {
    if (point.text.size == 0 ||
        (decision != NULL && points_find(&decision->points, point.text) != NULL))
        return;
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct text meant = point_meant(decision, point.text, referrer->repository->arena);
    if (meant.size > 0)
        report(diagnostics, RULE_UNKNOWN_POINT, referrer->file, point.at,
               _("there is no point '%.*s'; did you mean %.*s?"), TEXT_ARGS(point.text),
               TEXT_ARGS(meant));
    else if (decision == NULL || decision->kind == SECTION_PROPOSAL)
        report(diagnostics, RULE_UNKNOWN_POINT, referrer->file, point.at,
               _("the proposed decision has no point %.*s"), TEXT_ARGS(point.text));
    else
        report(diagnostics, RULE_UNKNOWN_POINT, referrer->file, point.at,
               _("the section '## %.*s' has no point %.*s"), TEXT_ARGS(decision->title),
               TEXT_ARGS(point.text));
}

// Points are those of the decision; until there is one, those of the proposal. Where the section
// itself is missing, that has been reported.
static void check_points(const struct referrer *referrer, const struct case_paper *paper) {
    const struct case_section *decision = case_paper_decision(paper);
    if (decision == NULL && case_paper_came_out(paper, OUTCOME_CHANGED))
        return;
    if (decision == NULL)
        decision = case_paper_section(paper, SECTION_PROPOSAL);
    if (decision == NULL && case_paper_needs_decision(paper))
        return;
    for (size_t i = 0; i < paper->follow_ups.count; i++)
        check_point(referrer, decision, paper->follow_ups.items[i].point);
    for (size_t i = 0; i < paper->votes.count; i++)
        check_point(referrer, decision, paper->votes.items[i].point);
}

// What came out of the case, and the text that goes with it.
static void check_outcome(const struct referrer *referrer, const struct case_paper *paper) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    const struct case_section *decision = case_paper_section(paper, SECTION_DECISION);
    const struct case_section *proposal = case_paper_section(paper, SECTION_PROPOSAL);
    if (case_paper_came_out(paper, OUTCOME_CHANGED) && decision == NULL)
        report_no_section(
            referrer, paper, RULE_OUTCOME, SECTION_DECISION, paper->outcome.at,
            _("the decision was changed; write what was decided in a section '## Vedtak'"));
    if (case_paper_is_decided_alone(paper))
        return;
    if (case_paper_came_out(paper, OUTCOME_AS_PROPOSED) && proposal == NULL &&
        !case_paper_needs_decision(paper)) // which has been reported
        report(diagnostics, RULE_OUTCOME, referrer->file, paper->outcome.at,
               _("the case has no section '## Forslag til vedtak' that was decided"));
    if (decision != NULL && !case_paper_came_out(paper, OUTCOME_CHANGED))
        report(diagnostics, RULE_OUTCOME, referrer->file, decision->at,
               _("the section '## %.*s' belongs to 'utfall: endret'"), TEXT_ARGS(decision->title));
}

// The file of the meeting that is most similar to the missing one: with the same name in any folder
// and case, or with a few letters different; empty where there is none.
static struct text nearest_file(const struct referrer *referrer, const struct meeting *meeting,
                                struct text missing) {
    struct arena *arena = referrer->repository->arena;
    struct text wanted = text_lower(arena, path_name(missing));
    const struct text_list *files = &meeting->files;
    struct text *names = arena_alloc(arena, (files->count + 1) * sizeof *names);
    for (size_t i = 0; i < files->count; i++) {
        names[i] = text_slice(files->items[i], meeting->folder.size + 1, files->items[i].size);
        if (text_equal(text_lower(arena, path_name(names[i])), wanted))
            return names[i];
    }
    size_t near = text_nearest(missing, names, files->count);
    return near < files->count ? names[near] : TEXT("");
}

static void report_missing(const struct referrer *referrer, const struct meeting *meeting,
                           struct text path, const struct attachment *attachment,
                           bool may_suggest) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct position at = attachment->file.at;
    struct text near = may_suggest && diagnostics_can_suggest(diagnostics)
                           ? nearest_file(referrer, meeting, attachment->file.text)
                           : TEXT("");
    if (near.size > 0)
        report(diagnostics, RULE_FILE_MISSING, referrer->file, at,
               _("there is no file '%.*s'; did you mean '%.*s'?"), TEXT_ARGS(path),
               TEXT_ARGS(near));
    else
        report(diagnostics, RULE_FILE_MISSING, referrer->file, at, _("there is no file '%.*s'"),
               TEXT_ARGS(path));
}

static void check_extras(const struct referrer *referrer, const struct attachment *attachment,
                         struct text path) {
    static const struct {
        enum pdf_extra extra;
        const char *message; // with the path
    } extras[] = {
        {PDF_ACTIONS, N_("'%.*s' has actions or scripts; save it as PDF without them")},
        {PDF_FILES, N_("'%.*s' has files inside; attach each of them by itself")},
        {PDF_COMMENTS,
         N_("'%.*s' has comments or hidden fields; delete them, and save it as PDF anew")},
    };
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    for (size_t i = 0; i < sizeof extras / sizeof *extras; i++) {
        if ((attachment->extras & extras[i].extra) == 0)
            continue;
        struct text message =
            message_about(referrer->repository->arena, _(extras[i].message), path);
        report(diagnostics, RULE_PDF_EXTRAS, referrer->file, attachment->file.at, "%.*s",
               TEXT_ARGS(message));
    }
}

// A suggestion costs a look at all files: the first of a paper alone get one.
static void check_attachment(const struct referrer *referrer, const struct meeting *meeting,
                             const struct attachment *attachment, bool may_suggest) {
    static const struct {
        enum rule rule;
        const char *message; // with the path
    } faults[] = {
        [ATTACHMENT_UNREADABLE] = {RULE_FILE_UNREADABLE, N_("cannot read the file '%.*s'")},
        [ATTACHMENT_NOT_A_FILE] = {RULE_FILE_KIND, N_("'%.*s' is not a regular file")},
        [ATTACHMENT_DAMAGED] = {RULE_PDF_DAMAGED,
                                N_("'%.*s' is not a PDF, or is damaged; save it as PDF anew")},
        [ATTACHMENT_ENCRYPTED] = {RULE_PDF_ENCRYPTED,
                                  N_("'%.*s' is protected; save it as PDF without a password")},
    };
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct position at = attachment->file.at;
    if (attachment->file.text.size > 0 && attachment->url.text.size > 0)
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, attachment->url.at,
               _("an attachment has 'fil' or 'url', or neither where it is only listed"));
    struct text path = text_format(referrer->repository->arena, "%.*s/%.*s",
                                   TEXT_ARGS(meeting->folder), TEXT_ARGS(attachment->file.text));
    if (attachment->fault == ATTACHMENT_MISSING)
        report_missing(referrer, meeting, path, attachment, may_suggest);
    else if (attachment->fault == ATTACHMENT_OUTSIDE)
        report(diagnostics, RULE_FILE_PATH, referrer->file, at,
               _("'%.*s' is not a file in the folder of the meeting; write it like "
                 "vedlegg/notat.pdf"),
               TEXT_ARGS(attachment->file.text));
    else if (attachment->fault == ATTACHMENT_TOO_LARGE)
        report(diagnostics, RULE_FILE_TOO_LARGE, referrer->file, at,
               _("'%.*s' has %lld bytes; at most %d are allowed"), TEXT_ARGS(path),
               (long long)attachment->bytes, LIMIT_ATTACHMENT_BYTES);
    else if (attachment->fault != ATTACHMENT_OK) {
        struct text message =
            message_about(referrer->repository->arena, _(faults[attachment->fault].message), path);
        report(diagnostics, faults[attachment->fault].rule, referrer->file, at, "%.*s",
               TEXT_ARGS(message));
    } else
        check_extras(referrer, attachment, path);
}

static void check_paper(const struct referrer *referrer, const struct meeting *meeting,
                        const struct case_paper *paper) {
    check_proposal(referrer, paper);
    check_sections(referrer, paper);
    check_outcome(referrer, paper);
    for (size_t i = 0; i < paper->sections.count; i++)
        check_point_numbers(referrer->repository, referrer->file, &paper->sections.items[i].points);
    check_points(referrer, paper);
    check_prose(referrer, &paper->body);
    enum { MOST_SUGGESTIONS = 20 };
    for (size_t i = 0; i < paper->attachments.count; i++)
        check_attachment(referrer, meeting, &paper->attachments.items[i], i < MOST_SUGGESTIONS);
}

void check_case_papers(const struct repository *repository, const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper == NULL || paper->source->broken || !paper->body_is_read)
            continue;
        const struct referrer referrer = {.repository = repository,
                                          .file = paper->source->path,
                                          .committee = meeting->committee.text,
                                          .scheme = TEXT("sak"),
                                          .self = paper->number.text,
                                          .day = meeting->date.date};
        check_paper(&referrer, meeting, paper);
    }
}
