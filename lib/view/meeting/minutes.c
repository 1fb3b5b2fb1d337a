// SPDX-License-Identifier: MIT

#include "view/meeting/changes.h"

#include "view/address.h"
#include "view/meeting/meeting.h"

// "### …" of a paper is shown below the headings of a case's parts.
enum { HEADING_SHIFT = 1 };

// "L", "har-L" and "L-tekst" of one body or person.
static void put_party(const struct view_context *context, struct map_builder *map,
                      struct view_key key, struct text id, struct arena *arena) {
    struct scalar one = {.text = id};
    const struct scalar_list list = {.items = &one, .count = id.size > 0};
    meeting_put_responsible(context, map, key, &list, arena);
}

static void put_substitutions(const struct view_context *context, struct map_builder *map,
                              struct view_key key, const struct substitutions *list,
                              struct arena *arena) {
    struct value *items = arena_alloc(arena, list->count * sizeof *items);
    for (size_t i = 0; i < list->count; i++) {
        struct map_builder item = map_begin(arena);
        put_party(context, &item, VIEW_KEY("hvem"), list->items[i].who.text, arena);
        put_party(context, &item, VIEW_KEY("vara"), list->items[i].deputy.text, arena);
        map_put(&item, TEXT("vara-for"),
                value_text(meeting_place_taken(context, list->items[i].who.text, arena)));
        view_put_text(&item, VIEW_KEY("grunn"), list->items[i].reason.text);
        items[i] = map_end(&item);
    }
    map_put(map, key.name, value_list(items, list->count));
    map_put(map, key.has, value_truth(list->count > 0));
}

static void put_attendance(const struct view_context *context, const struct minutes *minutes,
                           struct map_builder *map, struct arena *arena) {
    put_party(context, map, VIEW_KEY("møteleder"), minutes->chair.text, arena);
    put_party(context, map, VIEW_KEY("referent"), minutes->secretary.text, arena);
    put_substitutions(context, map, VIEW_KEY("forfall"), &minutes->absent, arena);
}

// Without a case: by mail, or in the meeting itself.
static bool is_approved_alone(const struct meeting *meeting, const struct minutes_choice *choice) {
    struct date date = meeting->minutes.approved.date.date;
    return date.year > 0 && (choice->today.year == 0 || date_compare(date, choice->today) <= 0);
}

static struct text words_of_approval(const struct view_context *context,
                                     const struct minutes_approval *approved) {
    const struct text names[] = {TEXT("dato"), TEXT("hvordan")};
    const struct text values[] = {label_date(context->labels, approved->date.date, context->arena),
                                  approved->how.text};
    struct text key = approved->how.text.size > 0 ? TEXT("protokoll-godkjent-hvordan")
                                                  : TEXT("protokoll-godkjent-dato");
    return label_filled(context->labels, key, names, values, sizeof names / sizeof *names,
                        context->arena);
}

static bool is_approved(const struct minutes_choice *choice) {
    const struct approval *approval = choice->approval;
    bool decided = approval != NULL && approval->outcome.at.line > 0 &&
                   (approval->outcome.index == OUTCOME_AS_PROPOSED ||
                    approval->outcome.index == OUTCOME_CHANGED);
    return decided && (choice->today.year == 0 || date_compare(approval->date, choice->today) <= 0);
}

// A sentence that says whether these are the approved minutes, and which case makes them so.
static struct text state_words(const struct view_context *context, const struct meeting *meeting,
                               const struct minutes_choice *choice) {
    const struct approval *approval = choice->approval;
    bool changed = approval != NULL && approval->outcome.index == OUTCOME_CHANGED;
    const struct text names[] = {TEXT("utvalg"), TEXT("sak"), TEXT("dato")};
    const struct text values[] = {
        organisation_short_name(context->repository->organisation, meeting->committee.text),
        approval == NULL ? TEXT("") : approval->number.text,
        approval == NULL ? TEXT("") : label_date(context->labels, approval->date, context->arena),
    };
    struct text key = approval == NULL       ? TEXT("protokoll-utkast")
                      : !is_approved(choice) ? TEXT("protokoll-utkast-sak")
                      : changed              ? TEXT("protokoll-godkjent-endret")
                                             : TEXT("protokoll-godkjent");
    return label_filled(context->labels, key, names, values, sizeof names / sizeof *names,
                        context->arena);
}

static void put_state(const struct view_context *context, const struct meeting *meeting,
                      const struct minutes_choice *choice, struct map_builder *map) {
    const struct approval *approval = choice->approval;
    bool alone = is_approved_alone(meeting, choice);
    bool approved = alone || is_approved(choice);
    struct text words = alone ? words_of_approval(context, &meeting->minutes.approved)
                              : state_words(context, meeting, choice);
    map_put(map, TEXT("godkjent"), value_truth(approved));
    map_put(map, TEXT("utkast"), value_truth(!approved));
    map_put(map, TEXT("godkjenning-tekst"), value_text(words));
    map_put(map, TEXT("har-godkjenning"), value_truth(approval != NULL));
    if (approval == NULL) {
        map_put(map, TEXT("godkjenning"), (struct value){.kind = VALUE_NONE});
        return;
    }
    // The title as the public sees it, whoever reads the minutes.
    const struct known_case *known =
        repository_case(context->repository, context->committee, approval->number.text);
    struct map_builder in_case = map_begin(context->arena);
    map_put(&in_case, TEXT("sak"), value_text(approval->number.text));
    map_put(&in_case, TEXT("tittel"), value_text(known == NULL ? TEXT("") : known->title));
    view_put_text(&in_case, VIEW_KEY("lenke"), view_case_address(context, known, context->arena));
    map_put(&in_case, TEXT("dato"), value_text(date_iso(context->arena, approval->date)));
    map_put(&in_case, TEXT("dato-tekst"),
            value_text(label_date(context->labels, approval->date, context->arena)));
    map_put(map, TEXT("godkjenning"), map_end(&in_case));
}

static void put_section(const struct view_context *context, const struct case_section *section,
                        struct view_key key, struct map_builder *map) {
    static const struct prose nothing = {.at = {0, 0}};
    bool has = section != NULL && !prose_is_empty(&section->text);
    map_put(map, key.name,
            value_prose(has ? &section->text : &nothing, &context->links, HEADING_SHIFT));
    map_put(map, key.has, value_truth(has));
}

static void put_votes(const struct case_paper *paper, struct map_builder *map,
                      struct arena *arena) {
    struct value *items = arena_alloc(arena, paper->votes.count * sizeof *items);
    for (size_t i = 0; i < paper->votes.count; i++) {
        const struct vote *vote = &paper->votes.items[i];
        struct map_builder item = map_begin(arena);
        view_put_text(&item, VIEW_KEY("punkt"), vote->point.text);
        map_put(&item, TEXT("for"), value_number(vote->in_favour.value));
        map_put(&item, TEXT("mot"), value_number(vote->against.value));
        map_put(&item, TEXT("blanke"), value_number(vote->blank.value));
        map_put(&item, TEXT("har-blanke"), value_truth(vote->blank.value > 0));
        bool second = vote->second.at.line > 0;
        map_put(&item, TEXT("dobbeltstemme"),
                !second                          ? (struct value){.kind = VALUE_NONE}
                : vote->second.index == VOTE_FOR ? value_text(TEXT("for"))
                                                 : value_text(TEXT("mot")));
        map_put(&item, TEXT("har-dobbeltstemme"), value_truth(second));
        map_put(&item, TEXT("enstemmig"),
                value_truth(vote->against.value == 0 && vote->blank.value == 0 &&
                            vote->in_favour.value > 0));
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("avstemning"), value_list(items, paper->votes.count));
    map_put(map, TEXT("har-avstemning"), value_truth(paper->votes.count > 0));
}

static void put_raised(const struct view_context *context, const struct minutes *minutes, bool here,
                       struct map_builder *map, struct arena *arena) {
    size_t count = here ? minutes->raised.count : 0;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        const struct raised_case *raised = &minutes->raised.items[i];
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("tittel"), value_text(raised->title.text));
        meeting_put_responsible(context, &item, VIEW_KEY("meldt-av"), &raised->raised_by, arena);
        view_put_prose(context, &item, VIEW_KEY("referat"), &raised->text);
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("meldte-saker"), value_list(items, count));
    map_put(map, TEXT("har-meldte-saker"), value_truth(count > 0));
}

static struct text outcome_words(const struct view_context *context,
                                 const struct case_paper *paper) {
    static const struct text keys[OUTCOME_COUNT] = {
        [OUTCOME_AS_PROPOSED] = TEXT_OF("utfall-som-forslag"),
        [OUTCOME_CHANGED] = TEXT_OF("utfall-endret"),
        [OUTCOME_POSTPONED] = TEXT_OF("utfall-utsatt"),
        [OUTCOME_WITHDRAWN] = TEXT_OF("utfall-trukket"),
        [OUTCOME_REJECTED] = TEXT_OF("utfall-falt"),
    };
    return paper->outcome.at.line == 0 ? TEXT("")
                                       : label(context->labels, keys[paper->outcome.index]);
}

// Whether the decision can be compared with what was proposed, and is another.
static bool has_changes(const struct case_paper *paper) {
    return case_paper_came_out(paper, OUTCOME_CHANGED) &&
           case_paper_section(paper, SECTION_PROPOSAL) != NULL &&
           case_paper_decision(paper) != NULL;
}

// What was proposed, where it did not become the decision: who reads the minutes sees what fell.
static void put_fallen(const struct view_context *context, const struct case_paper *paper,
                       struct map_builder *map) {
    bool fallen = case_paper_came_out(paper, OUTCOME_REJECTED) ||
                  case_paper_came_out(paper, OUTCOME_POSTPONED) ||
                  case_paper_came_out(paper, OUTCOME_WITHDRAWN);
    const struct case_section *proposal =
        fallen ? case_paper_section(paper, SECTION_PROPOSAL) : NULL;
    put_section(context, proposal, VIEW_KEY("forslag"), map);
    map_put(map, TEXT("forslag-tittel"),
            value_text_or_none(proposal == NULL ? TEXT("") : proposal->title));
}

static void put_decision(const struct view_context *context, const struct case_paper *paper,
                         bool changes, struct map_builder *map, struct arena *arena) {
    const struct case_section *proposal = case_paper_section(paper, SECTION_PROPOSAL);
    const struct case_section *decision = case_paper_decision(paper);
    bool changed = case_paper_came_out(paper, OUTCOME_CHANGED);
    bool shown = changes && has_changes(paper);
    bool has_outcome = paper->outcome.at.line > 0;
    view_put_text(map, VIEW_KEY("utfall"),
                  has_outcome ? text_from(case_outcome_names[paper->outcome.index]) : TEXT(""));
    map_put(map, TEXT("utfall-tekst"), value_text(outcome_words(context, paper)));
    map_put(map, TEXT("avgjort"), value_truth(has_outcome || decision != NULL));
    map_put(map, TEXT("endret"), value_truth(changed));
    put_section(context, decision, VIEW_KEY("vedtak"), map);
    map_put(map, TEXT("endringer"),
            shown ? changes_value(&proposal->points, &decision->points, arena)
                  : value_list(NULL, 0));
    map_put(map, TEXT("har-endringer"), value_truth(shown));
    if (case_paper_follow_ups_hold(paper))
        meeting_put_follow_ups(context, paper, map, arena);
    else
        meeting_put_follow_ups(context, &(struct case_paper){.source = NULL}, map, arena);
}

// What was said of an item without a number, and its points.
static void put_item(const struct view_context *context, const struct agenda_item *item,
                     struct map_builder *map) {
    struct arena *arena = context->arena;
    bool numbered = item->paper != NULL;
    size_t count = numbered ? 0 : item->points.count;
    struct value *points = arena_alloc(arena, count * sizeof *points);
    for (size_t i = 0; i < count; i++) {
        struct map_builder point = map_begin(arena);
        view_put_prose(context, &point, VIEW_KEY("punkt"), &item->points.items[i]);
        points[i] = map_end(&point);
    }
    map_put(map, TEXT("punkter"), value_list(points, count));
    map_put(map, TEXT("har-punkter"), value_truth(count > 0));
    view_put_prose(context, map, VIEW_KEY("referat"), &item->record);
}

struct value minutes_case_value(const struct view_context *context, const struct meeting *meeting,
                                const struct agenda_item *item, bool changes) {
    struct arena *arena = context->arena;
    const struct case_paper *paper = agenda_item_paper(item, arena);
    struct text number = paper->number.text;
    struct text anchor = number.size > 0 ? view_case_anchor(context, number, arena) : TEXT("");
    // The papers are beside the minutes, those for the members too.
    const struct text paper_address[] = {TEXT("packet"), context->suffix, TEXT("#"), anchor};
    bool any_other = item == meeting_any_other_item(meeting, arena);
    struct map_builder map = map_begin(arena);
    view_put_text(&map, VIEW_KEY("sak"), number);
    map_put(&map, TEXT("anker"), value_text_or_none(anchor));
    map_put(&map, TEXT("tittel"), value_text(paper->title.text));
    view_put_text(&map, VIEW_KEY("undertittel"), paper->subtitle.text);
    view_put_text(&map, VIEW_KEY("lenke"),
                  number.size > 0 ? text_join(arena, paper_address, 4, TEXT("")) : number);
    view_put_text(&map, VIEW_KEY("arkivsak"), paper->archive.text);
    view_put_exemption(&map, &paper->exemption);
    view_put_cases(context, &map, VIEW_KEY("følger"), &paper->follows, arena);
    const struct case_section *treatment = case_paper_section(paper, SECTION_TREATMENT);
    put_section(context, treatment, VIEW_KEY("behandling"), &map);
    map_put(&map, TEXT("behandling-tittel"),
            value_text_or_none(treatment == NULL ? TEXT("") : treatment->title));
    put_substitutions(context, &map, VIEW_KEY("inhabile"), &paper->recused, arena);
    put_fallen(context, paper, &map);
    put_decision(context, paper, changes, &map, arena);
    put_votes(paper, &map, arena);
    put_section(context, case_paper_section(paper, SECTION_ENTRY), VIEW_KEY("protokolltilførsel"),
                &map);
    put_raised(context, &meeting->minutes, any_other, &map, arena);
    put_item(context, item, &map);
    return map_end(&map);
}

// Cases, and items of which there is something to tell.
static bool is_shown(const struct meeting *meeting, const struct agenda_item *item,
                     struct arena *arena) {
    bool raised =
        meeting->minutes.raised.count > 0 && item == meeting_any_other_item(meeting, arena);
    return item->paper != NULL ||
           (item->text.text.size > 0 && (item->points.count > 0 || item->record.at.line > 0 ||
                                         item->follow_ups.count > 0 || raised));
}

struct value minutes_value(const struct view_context *context, const struct meeting *meeting,
                           const struct minutes_choice *choice) {
    const struct minutes *minutes = &meeting->minutes;
    struct arena *arena = context->arena;
    bool for_members = context->audience == AUDIENCE_MEMBERS;
    const struct meeting_head head = {
        .document = "protokoll",
        .title_label = for_members ? TEXT("protokoll-medlemmer") : TEXT("protokoll"),
        .time = minutes->time.at.line > 0 ? minutes->time : meeting->time,
        .remark = &minutes->remark,
    };
    struct map_builder map = map_begin(arena);
    meeting_put_head(context, meeting, &head, &map);
    put_state(context, meeting, choice, &map);
    put_attendance(context, minutes, &map, arena);
    meeting_put_attendees(context, meeting, &map);
    map_put(&map, TEXT("for-medlemmer"), value_truth(for_members));
    map_put(&map, TEXT("har-unntatt"), value_truth(meeting_has_exempt(meeting)));
    struct value *cases = arena_alloc(arena, meeting->agenda.count * sizeof *cases);
    size_t count = 0;
    bool changes = false;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        changes |= choice->changes && paper != NULL && has_changes(paper);
        if (is_shown(meeting, &meeting->agenda.items[i], arena))
            cases[count++] =
                minutes_case_value(context, meeting, &meeting->agenda.items[i], choice->changes);
    }
    map_put(&map, TEXT("viser-endringer"), value_truth(changes));
    map_put(&map, TEXT("saker"), value_list(cases, count));
    return map_end(&map);
}
