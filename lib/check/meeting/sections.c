// SPDX-License-Identifier: MIT

#include "check/meeting/sections.h"

#include "base/message.h"

static struct text title_of(const struct prose_node *heading, struct arena *arena) {
    const struct prose words = {.first = heading->first};
    return heading->first == NULL ? TEXT("") : text_trim(prose_plain(&words, true, arena));
}

struct text section_heading_meant(const struct referrer *referrer, struct text title, bool certain,
                                  enum case_section_kind *kind) {
    const struct organisation *organisation = referrer->repository->organisation;
    const struct party *committee =
        organisation == NULL ? NULL : organisation_party(organisation, referrer->committee);
    const struct text owners[] = {
        referrer->self,
        referrer->committee,
        committee == NULL ? TEXT("") : committee->name,
        committee == NULL ? TEXT("") : committee->short_name,
    };
    return heading_meant(title, owners, sizeof owners / sizeof *owners, certain, kind,
                         referrer->repository->arena);
}

// Whether the section is missing, which is reported at the heading that is meant.
static bool is_missed(const struct case_paper *paper, enum case_section_kind kind) {
    bool needed = (kind == SECTION_PROPOSAL && case_paper_needs_decision(paper)) ||
                  (kind == SECTION_DECISION && case_paper_came_out(paper, OUTCOME_CHANGED));
    return needed && case_paper_section(paper, kind) == NULL;
}

// `around` is the section that the heading is in.
static void check_near(const struct referrer *referrer, const struct case_paper *paper,
                       const struct prose_node *heading, enum case_section_kind around) {
    struct arena *arena = referrer->repository->arena;
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct text title = title_of(heading, arena);
    enum case_section_kind kind = heading_kind(title, arena), meant;
    if (kind != SECTION_FREE) {
        if (heading->level > 2)
            report(diagnostics, RULE_NEAR_HEADING, referrer->file, heading->at,
                   _("'%.*s' has a meaning as '## %.*s' alone, with two '#'"), TEXT_ARGS(title),
                   TEXT_ARGS(title));
        return;
    }
    struct text near = section_heading_meant(referrer, title, true, &meant);
    bool goes_along = heading->level > 2 && around != SECTION_FREE; // wherever its section goes
    if (near.size > 0 && !goes_along && !is_missed(paper, meant))
        report(diagnostics, RULE_NEAR_HEADING, referrer->file, heading->at,
               meant == SECTION_PROPOSAL
                   ? _("'%.*s' is a heading without a meaning; what is proposed is below "
                       "'## %.*s'")
                   : _("'%.*s' is a heading without a meaning, and not in the minutes; what is "
                       "for the minutes is below '## %.*s'"),
               TEXT_ARGS(title), TEXT_ARGS(near));
}

// The bold words that a paragraph consists of, or begins with, up to a colon; empty: there are
// none.
static struct text bold_title(const struct prose_node *node, struct arena *arena) {
    const struct prose_node *bold = node->kind == PROSE_PARAGRAPH ? node->first : NULL;
    if (bold == NULL || bold->kind != PROSE_STRONG)
        return TEXT("");
    struct text title = title_of(bold, arena);
    bool colon = text_ends_with(title, TEXT(":"));
    if (colon)
        title.size--;
    const struct prose_node *next = bold->next;
    bool alone = next == NULL || colon ||
                 (next->kind == PROSE_TEXT && text_starts_with(next->text, TEXT(":")));
    return alone ? title : TEXT("");
}

// Which kind of section it would begin as a heading.
static enum case_section_kind bold_kind(const struct prose_node *node, struct arena *arena) {
    struct text title = bold_title(node, arena);
    return title.size > 0 ? heading_kind(title, arena) : SECTION_FREE;
}

const struct prose_node *bold_heading(const struct case_paper *paper, enum case_section_kind kind,
                                      struct arena *arena) {
    const struct prose_node *node = paper->body.first;
    while (node != NULL && bold_kind(node, arena) != kind)
        node = node->next;
    return kind == SECTION_FREE ? NULL : node;
}

void report_bold_heading(const struct referrer *referrer, enum rule rule,
                         const struct prose_node *bold) {
    struct text title = bold_title(bold, referrer->repository->arena);
    report(referrer->repository->diagnostics, rule, referrer->file, bold->at,
           _("'%.*s' is bold here, and no heading; write '## %.*s'"), TEXT_ARGS(title),
           TEXT_ARGS(title));
}

// A bold line that is to be in the minutes, and is not. First below the heading of what is proposed
// or decided, it says once more what that is.
static void check_bold(const struct referrer *referrer, const struct case_paper *paper,
                       const struct prose_node *node, enum case_section_kind around, bool first) {
    enum case_section_kind kind = bold_kind(node, referrer->repository->arena);
    bool decides = (kind == SECTION_PROPOSAL || kind == SECTION_DECISION) &&
                   (around == SECTION_DECISION ||
                    (around == SECTION_PROPOSAL && (first || kind == SECTION_PROPOSAL)));
    // Before the words of a decision it says whose they are: of another case, in a free text.
    bool quotes = kind == SECTION_DECISION && around == SECTION_FREE && node->first->next != NULL;
    if (kind != SECTION_FREE && !decides && !quotes && !is_missed(paper, kind) &&
        case_paper_section(paper, kind) == NULL)
        report_bold_heading(referrer, RULE_NEAR_HEADING, node);
}

// Written with '#'. That a line of '=' or '-' below some text makes a heading of it is told there.
static bool is_written_as_heading(const struct referrer *referrer, const struct case_paper *paper,
                                  const struct prose_node *heading) {
    const struct sources *sources = &referrer->repository->sources;
    struct source *source = source_find(sources, paper->source->path);
    struct text line = source == NULL ? TEXT("") : source_line(sources, source, heading->at.line);
    return source == NULL || text_find(line, '#') < line.size;
}

static void check_level(const struct referrer *referrer, const struct case_paper *paper,
                        const struct prose_node *heading, int deepest) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (!is_written_as_heading(referrer, paper, heading))
        return;
    if (heading->level == 1)
        report(
            diagnostics, RULE_HEADING_LEVEL, referrer->file, heading->at,
            _("headings of a case begin with '##'; '#' is its title, which is given in 'tittel'"));
    else if (heading->level > deepest + 1)
        report(diagnostics, RULE_HEADING_LEVEL, referrer->file, heading->at,
               _("the heading has level %d, but the one above it has level %d; use %d"),
               heading->level, deepest, deepest + 1);
}

static void check_headings(const struct referrer *referrer, const struct case_paper *paper) {
    int deepest = 1; // the title of the case itself
    enum case_section_kind around = SECTION_FREE;
    const struct prose_node *before = NULL;
    for (const struct prose_node *node = paper->body.first; node != NULL;
         before = node, node = node->next) {
        if (node->kind != PROSE_HEADING) {
            bool first = before != NULL && before->kind == PROSE_HEADING;
            check_bold(referrer, paper, node, around, first);
            continue;
        }
        check_level(referrer, paper, node, deepest);
        if (node->level <= 2)
            around = heading_kind(title_of(node, referrer->repository->arena),
                                  referrer->repository->arena);
        check_near(referrer, paper, node, around);
        deepest = node->level;
    }
}

static void check_once(const struct referrer *referrer, const struct case_paper *paper) {
    for (size_t i = 0; i < paper->sections.count; i++) {
        const struct case_section *section = &paper->sections.items[i];
        const struct case_section *first = case_paper_section(paper, section->kind);
        if (section->kind != SECTION_FREE && first != section)
            report(referrer->repository->diagnostics, RULE_SECTION_TWICE, referrer->file,
                   section->at, _("line %u has a section '## %.*s' already; make them one"),
                   (unsigned)first->at.line, TEXT_ARGS(first->title));
    }
}

void check_sections(const struct referrer *referrer, const struct case_paper *paper) {
    check_headings(referrer, paper);
    check_once(referrer, paper);
}
