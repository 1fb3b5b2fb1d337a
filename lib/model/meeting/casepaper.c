// SPDX-License-Identifier: MIT

#include "model/meeting/casepaper.h"

#include "base/path.h"
#include "base/message.h"
#include "input/file/frontmatter.h"
#include "input/file/limits.h"
#include "input/markdown/body.h"
#include "model/meeting/deadline.h"
#include "model/organisation/named_person.h"

#include <stddef.h>

const char *const case_type_names[] = {
    "vedtak", "orientering", "drøfting", "godkjenning", "referat", "eventuelt", NULL,
};

static const char *const kind[] = {"sak", NULL};

const char *const case_outcome_names[] = {
    "som forslag", "endret", "utsatt", "trukket", "falt", NULL,
};

#define AT(member) .offset = offsetof(struct follow_up, member)
static const struct field follow_up_fields[] = {
    FIELD("punkt", TEXT, OPTIONAL, AT(point),
          N_("the point of the proposed decision: 3, or 3a for the first numbered item within "
             "point 3; without it, the whole decision"),
          .example = "3a"),
    FIELD("hvem", PEOPLE, REQUIRED, AT(who), N_("who does it: ids of bodies or people"),
          .example = "leder-asu", .shape = &named_person_shape),
    FIELD("frist", SPECIAL, OPTIONAL, AT(deadline), N_("by when it is done"),
          .form = &deadline_form),
    FIELD("utført", DATE, OPTIONAL, AT(done), N_("the day on which it was done")),
    FIELD("rapportert", ID, OPTIONAL, AT(reported), N_("the case in which it was reported back"),
          .form = &case_reference_form),
};
#undef AT
const struct shape follow_up_shape = SHAPE(struct follow_up, follow_up_fields);

static const char *const vote_sides[] = {"for", "mot", NULL};

#define AT(member) .offset = offsetof(struct vote, member)
static const struct field vote_fields[] = {
    FIELD("punkt", TEXT, OPTIONAL, AT(point),
          N_("the point of the decision that was voted on; without it, the whole"), .example = "2"),
    FIELD("for", NUMBER, REQUIRED, AT(in_favour), N_("how many voted for it"), .example = "9"),
    FIELD("mot", NUMBER, REQUIRED, AT(against), N_("how many voted against it"), .example = "0"),
    FIELD("blanke", NUMBER, OPTIONAL, AT(blank), N_("how many votes were blank"), .example = "0"),
    FIELD("dobbeltstemme", CHOICE, OPTIONAL, AT(second),
          N_("how the chair's second vote fell, which decides a tie; it is not counted above"),
          .choices = vote_sides),
};
#undef AT
static const struct shape vote_shape = SHAPE_WITH_PLACE(struct vote, vote_fields);

#define AT(member) .offset = offsetof(struct substitution, member)
static const struct field recusal_fields[] = {
    FIELD("hvem", PERSON, REQUIRED, AT(who), N_("who is disqualified: the id of a body or person"),
          .example = "nestleder-asu", .shape = &named_person_shape),
    FIELD("vara", PERSON, OPTIONAL, AT(deputy), N_("who came instead: the id of a body or person"),
          .example = "rådgiver-1", .shape = &named_person_shape),
    FIELD("grunn", TEXT, OPTIONAL, AT(reason), N_("why, and by which letter of fvl. § 6")),
};
#undef AT
static const struct shape recusal_shape = SHAPE_WITH_PLACE(struct substitution, recusal_fields);

#define AT(member) .offset = offsetof(struct case_step, member)
static const struct field step_fields[] = {
    FIELD("utvalg", ID, REQUIRED, AT(committee), N_("the committee: the id of a body"),
          .example = "PSU"),
    FIELD("dato", DATE, OPTIONAL, AT(date), N_("the day of its meeting, as far as it is known")),
    FIELD("sak", TEXT, OPTIONAL, AT(number), N_("the number that the case has there"),
          .example = "5/24"),
};
#undef AT
static const struct shape step_shape = SHORT_SHAPE(struct case_step, step_fields, "utvalg");

#define AT(member) .offset = offsetof(struct case_paper, member)
static const struct field case_paper_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("sak", SPECIAL, REQUIRED, AT(number), N_("the number of the case, as in the file name"),
          .form = &case_number_form),
    FIELD("tittel", TEXT, REQUIRED, AT(title),
          N_("the title of the case; agenda and papers show it")),
    FIELD("undertittel", TEXT, OPTIONAL, AT(subtitle), N_("a line below the title")),
    EXEMPTION_FIELDS(struct case_paper, exemption),
    FIELD("type", CHOICE, REQUIRED, AT(type), N_("what the meeting is to do with the case"),
          .choices = case_type_names),
    FIELD("ansvarlig", PEOPLE, REQUIRED, AT(responsible),
          N_("who answers for the case in the meeting: ids of bodies or people"),
          .example = "leder-asu", .shape = &named_person_shape),
    FIELD("saksbehandler", PEOPLE, OPTIONAL, AT(handlers),
          N_("who has prepared the case: ids of bodies or people"), .example = "rådgiver-1",
          .shape = &named_person_shape),
    FIELD("oppfølging", RECORDS, OPTIONAL, AT(follow_ups),
          N_("who does what by when, once it is decided"), .shape = &follow_up_shape),
    FIELD("vedlegg", RECORDS, OPTIONAL, AT(attachments), N_("the attachments of the case"),
          .shape = &attachment_shape),
    FIELD("arkivsak", TEXT, OPTIONAL, AT(archive), N_("the number in the case archive"),
          .example = "24/00123"),
    FIELD("saksgang", RECORDS, OPTIONAL, AT(way),
          N_("the other bodies that take up the case, before or after this one"),
          .shape = &step_shape),
    FIELD("følger", IDS, OPTIONAL, AT(follows),
          N_("the earlier cases that this one takes up again, by their numbers"),
          .form = &case_reference_form),
    FIELD("godkjenner", IDS, OPTIONAL, AT(approves),
          N_("the meetings whose minutes are approved, by the names of their folders"),
          .example = "2024-08-30-asu"),
    FIELD("utfall", CHOICE, OPTIONAL, AT(outcome), N_("what the meeting made of the proposal"),
          .choices = case_outcome_names),
    FIELD("avstemning", RECORDS, OPTIONAL, AT(votes), N_("how the votes fell"),
          .shape = &vote_shape),
    FIELD("inhabile", RECORDS, OPTIONAL, AT(recused),
          N_("who was disqualified and took no part in the case"), .shape = &recusal_shape),
};
#undef AT
const struct shape case_paper_shape = SHAPE(struct case_paper, case_paper_fields);

static void add_section(struct case_paper *paper, const struct prose_node *heading,
                        const struct prose_node *first, struct arena *arena) {
    paper->sections.items = arena_append(arena, paper->sections.items, paper->sections.count,
                                         sizeof *paper->sections.items);
    struct case_section *section = &paper->sections.items[paper->sections.count++];
    *section = (struct case_section){.text = paper->body};
    section->text.first = first;
    if (heading == NULL)
        return;
    struct prose words = {.first = heading->first};
    section->title = text_trim(prose_plain(&words, true, arena));
    section->at = heading->at;
    section->kind = heading_kind(section->title, arena);
}

// A place in the body that only moves forward, so that all sections together cost one walk.
struct walk {
    struct text body;
    size_t at;
    uint32_t line;
};

static size_t walk_to_line(struct walk *walk, uint32_t line) {
    for (; walk->at < walk->body.size && walk->line < line; walk->line++)
        walk->at = text_next_line(walk->body, text_line_end(walk->body, walk->at));
    return walk->at;
}

// The Markdown of a section, for JSON: from after its heading to before the next one.
static void set_source(struct case_section *section, struct walk *walk, uint32_t end_line) {
    size_t start = walk_to_line(walk, section->at.line == 0 ? 0 : section->at.line + 1);
    size_t end = walk_to_line(walk, end_line);
    section->text.source = text_trim(text_slice(walk->body, start, end));
}

static void cut_sections(struct case_paper *paper, struct arena *arena) {
    const struct prose_node *node = paper->body.first;
    if (node == NULL) {
        if (!prose_is_empty(&paper->body))
            add_section(paper, NULL, NULL, arena);
        return;
    }
    if (node->kind != PROSE_HEADING)
        add_section(paper, NULL, node, arena);
    for (; node != NULL; node = node->next) {
        if (node->kind != PROSE_HEADING || node->level != 2)
            continue;
        if (paper->sections.count > 0)
            paper->sections.items[paper->sections.count - 1].text.end = node;
        add_section(paper, node, node->next, arena);
    }
    struct walk walk = {.body = paper->body.source, .line = paper->body.at.line};
    for (size_t i = 0; i < paper->sections.count; i++) {
        bool last = i + 1 == paper->sections.count;
        struct case_section *section = &paper->sections.items[i];
        set_source(section, &walk, last ? UINT32_MAX : paper->sections.items[i + 1].at.line);
        if (section->kind == SECTION_PROPOSAL || section->kind == SECTION_DECISION)
            section->points = points_of(&section->text, arena);
    }
}

static void look_at_attachments(struct case_paper *paper, struct arena *arena) {
    struct text folder = path_parent(paper->source->path);
    for (size_t i = 0; i < paper->attachments.count; i++)
        attachment_look(&paper->attachments.items[i], folder, arena);
}

struct case_paper *case_paper_read(struct sources *sources, struct text path, bool body,
                                   struct text from_file, struct position from) {
    struct source *source = source_read(sources, path, 2 * LIMIT_BODY_BYTES, from_file, from);
    return source == NULL ? NULL : case_paper_of(sources, source, body);
}

struct case_paper *case_paper_of(struct sources *sources, struct source *source, bool body) {
    struct front_matter parts;
    if (!front_matter_cut(source, sources->diagnostics, &parts))
        return NULL;
    struct case_paper *paper = arena_alloc(sources->arena, sizeof *paper);
    paper->source = source;
    bind_yaml(sources, source, parts.yaml, parts.yaml_line, &case_paper_shape, paper);
    body_keep(sources, source, parts.body);
    if (body) {
        paper->body_is_read = body_read(sources, source, &parts, &paper->body);
        if (paper->body_is_read)
            cut_sections(paper, sources->arena);
        look_at_attachments(paper, sources->arena);
    }
    return paper;
}

const struct case_section *case_paper_section(const struct case_paper *paper,
                                              enum case_section_kind wanted) {
    for (size_t i = 0; i < paper->sections.count; i++)
        if (paper->sections.items[i].kind == wanted)
            return &paper->sections.items[i];
    return NULL;
}

bool case_paper_came_out(const struct case_paper *paper, enum case_outcome outcome) {
    return paper->outcome.at.line > 0 && paper->outcome.index == (int)outcome;
}

bool case_paper_is_decided_alone(const struct case_paper *paper) {
    bool may_be = paper->outcome.at.line == 0 || case_paper_came_out(paper, OUTCOME_AS_PROPOSED);
    return may_be && case_paper_section(paper, SECTION_DECISION) != NULL &&
           case_paper_section(paper, SECTION_PROPOSAL) == NULL;
}

const struct case_section *case_paper_decision(const struct case_paper *paper) {
    if (case_paper_is_decided_alone(paper))
        return case_paper_section(paper, SECTION_DECISION);
    if (case_paper_came_out(paper, OUTCOME_AS_PROPOSED))
        return case_paper_section(paper, SECTION_PROPOSAL);
    return case_paper_came_out(paper, OUTCOME_CHANGED) ? case_paper_section(paper, SECTION_DECISION)
                                                       : NULL;
}

enum vote_result vote_result(const struct vote *vote) {
    int64_t in_favour = vote->in_favour.value, against = vote->against.value;
    if (in_favour != against)
        return in_favour > against ? VOTE_PASSED : VOTE_LOST;
    if (vote->second.at.line == 0)
        return VOTE_TIED;
    return vote->second.index == VOTE_FOR ? VOTE_PASSED : VOTE_LOST;
}

bool case_paper_did_not_pass(const struct case_paper *paper) {
    bool adopted = case_paper_came_out(paper, OUTCOME_AS_PROPOSED) ||
                   case_paper_came_out(paper, OUTCOME_CHANGED);
    if (paper->outcome.at.line > 0 && !adopted)
        return true;
    for (size_t i = 0; i < paper->votes.count; i++)
        if (paper->votes.items[i].point.text.size == 0 &&
            vote_result(&paper->votes.items[i]) == VOTE_LOST)
            return true;
    return false;
}

bool case_paper_needs_decision(const struct case_paper *paper) {
    return paper->type.at.line > 0 &&
           (paper->type.index == CASE_DECISION || paper->type.index == CASE_APPROVAL);
}

bool case_paper_follow_ups_hold(const struct case_paper *paper) {
    bool nothing_to_decide = paper->outcome.at.line == 0 && !case_paper_needs_decision(paper) &&
                             case_paper_section(paper, SECTION_PROPOSAL) == NULL;
    return nothing_to_decide || case_paper_decision(paper) != NULL;
}

const struct case_section *case_paper_decided_or_proposed(const struct case_paper *paper) {
    return paper->outcome.at.line > 0 || case_paper_is_decided_alone(paper)
               ? case_paper_decision(paper)
               : case_paper_section(paper, SECTION_PROPOSAL);
}
