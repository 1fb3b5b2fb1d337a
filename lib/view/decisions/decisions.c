// SPDX-License-Identifier: MIT

#include "view/decisions/decisions.h"

#include <stdlib.h>

#include "model/meeting/casenumber.h"
#include "model/organisation/groups.h"
#include "view/address.h"
#include "view/deadline.h"
#include "view/embeds.h"
#include "view/meeting/meeting.h"

static const struct {
    struct text class;
    struct text label_key;
} states[DECISION_STATE_COUNT] = {
    [DECISION_MADE] = {TEXT_OF("vedtatt"), TEXT_OF("oppfølging-vedtatt")},
    [DECISION_OPEN] = {TEXT_OF("apen"), TEXT_OF("oppfølging-åpen")},
    [DECISION_OVERDUE] = {TEXT_OF("forfalt"), TEXT_OF("oppfølging-forfalt")},
    [DECISION_DONE] = {TEXT_OF("fullfort"), TEXT_OF("oppfølging-fullført")},
    [DECISION_POSTPONED] = {TEXT_OF("utsatt"), TEXT_OF("oppfølging-utsatt")},
    [DECISION_WITHDRAWN] = {TEXT_OF("trukket"), TEXT_OF("oppfølging-trukket")},
    [DECISION_REJECTED] = {TEXT_OF("falt"), TEXT_OF("oppfølging-falt")},
};

struct text decision_status(const struct view_context *context, const struct decision *decision) {
    return label(context->labels, states[decision->state].label_key);
}

struct text decision_wording(const struct view_context *context, const struct decision *decision,
                             struct arena *arena) {
    const struct prose text = view_write_embeds(context, &decision->text, view_embed_link, arena);
    return prose_is_empty(&text) ? TEXT("") : prose_plain(&text, false, arena);
}

static void put_wording(const struct view_context *context, const struct decision *decision,
                        struct map_builder *map, struct arena *arena) {
    struct prose *text = arena_alloc(arena, sizeof *text);
    *text = view_write_embeds(context, &decision->text, view_embed_link, arena);
    text->source = decision_wording(context, decision, arena);
    view_put_prose(context, map, VIEW_KEY("ordlyd"), text);
}

// A deadline that names a meeting, with the day of that meeting where it has been called.
struct text decision_deadline(const struct view_context *context, const struct decision *decision,
                              struct arena *arena) {
    if (decision->follow_up == NULL)
        return TEXT("");
    const struct deadline *deadline = &decision->follow_up->deadline;
    struct text words = deadline_words(context->labels, deadline, arena);
    bool is_meeting = deadline->committee.text.size > 0 || deadline->next_meeting;
    if (!is_meeting || decision->due.year == 0)
        return words;
    struct text day = label_date(context->labels, decision->due, arena);
    return text_format(arena, "%.*s (%.*s)", TEXT_ARGS(words), TEXT_ARGS(day));
}

struct text decision_who(const struct view_context *context, const struct decision *decision,
                         struct arena *arena) {
    static const struct scalar_list nobody = {.count = 0};
    struct map_builder map = map_begin(arena);
    meeting_put_responsible(context, &map, VIEW_KEY("hvem"),
                            decision->follow_up == NULL ? &nobody : &decision->follow_up->who,
                            arena);
    struct value value = map_end(&map);
    return value_find(&value, TEXT("hvem-tekst"))->text;
}

// `wanted`: the body and the groups that it is part of.
static bool is_of_body(const struct decision *decision, const struct index *wanted) {
    if (index_find(wanted, decision->meeting->committee.text) != NULL)
        return true;
    for (size_t i = 0; decision->follow_up != NULL && i < decision->follow_up->who.count; i++)
        if (index_find(wanted, decision->follow_up->who.items[i].text) != NULL)
            return true;
    return false;
}

static bool is_selected(const struct repository *repository, const struct decision *decision,
                        const struct decision_selection *selection, const struct index *wanted) {
    bool overdue = decision->state == DECISION_OVERDUE;
    bool open = overdue || decision->state == DECISION_OPEN;
    return (!selection->open || open) && (!selection->overdue || overdue) &&
           (selection->body.size == 0 || is_of_body(decision, wanted)) &&
           (selection->case_number.size == 0 ||
            decision_is_of_case(repository, decision, selection->case_number));
}

const struct decision_register *decisions_select(const struct view_context *context,
                                                 const struct decisions *decisions,
                                                 const struct decision_selection *selection) {
    struct decision_register *list = arena_alloc(context->arena, sizeof *list);
    *list = (struct decision_register){context, decisions, *selection, NULL, 0};
    list->shown = arena_alloc(context->arena, decisions->count * sizeof *list->shown);
    struct index wanted;
    index_init(&wanted, context->arena);
    groups_of(context->repository->organisation, selection->body, &wanted);
    for (size_t i = 0; i < decisions->count; i++)
        if (is_selected(context->repository, &decisions->items[i], selection, &wanted))
            list->shown[list->count++] = &decisions->items[i];
    return list;
}

// In the minutes of its meeting, or else in the packet; in the site the page of the case.
static struct text case_address(const struct view_context *context, const struct meeting *meeting,
                                struct text number, struct arena *arena) {
    if (context->of_site && number.size > 0)
        return view_case_page(context, meeting->folder, number, arena);
    bool held = meeting->minutes.at.line > 0;
    struct text anchor = number.size > 0 ? view_case_anchor(context, number, arena) : TEXT("");
    return view_meeting_address(context, meeting->folder, held ? TEXT("minutes") : TEXT("packet"),
                                anchor, arena);
}

// A case as another case names it: with the committee where that differs.
static struct value reference(const struct decision_register *list, struct text number,
                              struct text committee, struct arena *arena) {
    const struct case_history *history = index_find(&list->decisions->histories_by_number, number);
    bool ours = text_equal(history->committee, committee);
    struct text title = TEXT(""), address = TEXT("");
    if (history->paper != NULL) {
        title = history->paper->title.text;
        address = case_address(list->context, history->meeting, history->number, arena);
    } else if (history->known != NULL) {
        title = history->known->title;
        address = view_case_address(list->context, history->known, arena);
    }
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("sak"), value_text(ours ? history->number : number));
    map_put(&map, TEXT("tittel"), value_text_or_none(title));
    view_put_text(&map, VIEW_KEY("lenke"), address);
    return map_end(&map);
}

static void put_references(const struct decision_register *list, struct map_builder *map,
                           struct view_key key, const struct text_list *numbers,
                           struct text committee, struct arena *arena) {
    struct value *items = arena_alloc(arena, numbers->count * sizeof *items);
    for (size_t i = 0; i < numbers->count; i++)
        items[i] = reference(list, numbers->items[i], committee, arena);
    map_put(map, key.name, value_list(items, numbers->count));
    map_put(map, key.has, value_truth(numbers->count > 0));
}

// Where it was reported back: a case of any meeting, or an earlier one.
static void put_report(const struct decision_register *list, const struct decision *decision,
                       struct map_builder *map, struct arena *arena) {
    struct text number =
        decision->follow_up == NULL ? TEXT("") : decision->follow_up->reported.text;
    struct text committee = decision->meeting->committee.text;
    const struct repository *repository = list->context->repository;
    const struct case_history *known =
        number.size == 0 ? NULL : decisions_history(repository, list->decisions, committee, number);
    struct text full = repository_case_in_full(repository, committee, number, TEXT(""));
    map_put(map, TEXT("rapportert"),
            known != NULL     ? reference(list, known->in_full, committee, arena)
            : number.size > 0 ? view_case_reference(list->context, full, arena)
                              : (struct value){.kind = VALUE_NONE});
    map_put(map, TEXT("har-rapportert"), value_truth(number.size > 0));
}

static void put_follow_up(const struct view_context *context, const struct decision *decision,
                          struct map_builder *map, struct arena *arena) {
    static const struct scalar_list nobody = {.count = 0};
    const struct follow_up *follow_up = decision->follow_up;
    const struct scalar_list *who = follow_up == NULL ? &nobody : &follow_up->who;
    struct text *ids = arena_alloc(arena, who->count * sizeof *ids);
    for (size_t i = 0; i < who->count; i++)
        ids[i] = who->items[i].text;
    struct date due = decision->due;
    struct date done = follow_up == NULL ? (struct date){0, 0, 0} : follow_up->done.date;
    struct text deadline = decision_deadline(context, decision, arena);
    meeting_put_responsible(context, map, VIEW_KEY("hvem"), who, arena);
    map_put(map, TEXT("hvem-id"), value_text(text_join(arena, ids, who->count, TEXT(" "))));
    map_put(map, TEXT("frist"),
            value_text_or_none(due.year == 0 ? TEXT("") : date_iso(arena, due)));
    map_put(map, TEXT("har-frist"), value_truth(deadline.size > 0));
    map_put(map, TEXT("frist-tekst"), value_text(deadline));
    view_put_text(map, VIEW_KEY("utført"), done.year == 0 ? TEXT("") : date_iso(arena, done));
    map_put(map, TEXT("utført-tekst"),
            value_text(done.year == 0 ? TEXT("") : label_date(context->labels, done, arena)));
}

// The columns in which a decision that is shown has something.
static void put_columns(const struct decision_register *list, struct map_builder *map) {
    bool points = false, who = false, deadlines = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct decision *decision = list->shown[i];
        const struct follow_up *follow_up = decision->follow_up;
        points = points || decision->point.size > 0;
        who = who || (follow_up != NULL && follow_up->who.count > 0);
        deadlines = deadlines || (follow_up != NULL && follow_up->deadline.text.text.size > 0);
    }
    map_put(map, TEXT("viser-punkt"), value_truth(points));
    map_put(map, TEXT("viser-hvem"), value_truth(who));
    map_put(map, TEXT("viser-frist"), value_truth(deadlines));
}

static struct value decision_value(const void *of, size_t index, struct arena *arena) {
    const struct decision_register *list = of;
    const struct view_context *context = list->context;
    const struct decision *decision = list->shown[index];
    const struct meeting *meeting = decision->meeting;
    struct text number = decision->paper->number.text;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("nr"), value_number((int64_t)index + 1));
    map_put(&map, TEXT("utvalg"), view_party(context, meeting->committee.text, arena));
    map_put(&map, TEXT("dato"), value_text(date_iso(arena, meeting->date.date)));
    map_put(&map, TEXT("dato-tekst"),
            value_text(label_date(context->labels, meeting->date.date, arena)));
    view_put_text(&map, VIEW_KEY("sak"), number);
    map_put(&map, TEXT("tittel"), value_text(decision->paper->title.text));
    view_put_text(&map, VIEW_KEY("lenke"), case_address(context, meeting, number, arena));
    view_put_text(&map, VIEW_KEY("punkt"), decision->point);
    put_wording(context, decision, &map, arena);
    put_follow_up(context, decision, &map, arena);
    put_report(list, decision, &map, arena);
    map_put(&map, TEXT("status"), value_text(states[decision->state].class));
    map_put(&map, TEXT("status-tekst"), value_text(decision_status(context, decision)));
    return map_end(&map);
}

struct value decisions_rows(const struct decision_register *list) {
    return value_lazy_list(decision_value, list, list->count);
}

struct value decisions_history_value(const struct decision_register *list,
                                     const struct case_history *history) {
    const struct view_context *context = list->context;
    struct arena *arena = context->arena;
    struct scalar *actions = arena_alloc(arena, history->subjects.actions.count * sizeof *actions);
    for (size_t i = 0; i < history->subjects.actions.count; i++)
        actions[i] = (struct scalar){.text = history->subjects.actions.items[i]};
    const struct scalar_list action_list = {.items = actions,
                                            .count = history->subjects.actions.count};
    struct view_context of_case = *context; // its actions are those of its day
    of_case.committee = history->committee;
    of_case.day = history->meeting == NULL ? context->day : history->meeting->date.date;
    struct value *grants = arena_alloc(arena, history->subjects.grants.count * sizeof *grants);
    for (size_t i = 0; i < history->subjects.grants.count; i++) {
        struct text id = history->subjects.grants.items[i];
        const struct grant *grant = repository_grant(context->repository, id);
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("id"), value_text(id));
        map_put(&item, TEXT("tittel"), value_text(grant == NULL ? id : grant->title.text));
        grants[i] = map_end(&item);
    }
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("utvalg"), view_party(context, history->committee, arena));
    map_put(&map, TEXT("sak"), reference(list, history->in_full, history->committee, arena));
    put_references(list, &map, VIEW_KEY("følger"), &history->follows, history->committee, arena);
    put_references(list, &map, VIEW_KEY("følges-av"), &history->followed_by, history->committee,
                   arena);
    view_put_actions(&of_case, &map, VIEW_KEY("tiltak"), &action_list, arena);
    map_put(&map, TEXT("tilskudd"), value_list(grants, history->subjects.grants.count));
    map_put(&map, TEXT("har-tilskudd"), value_truth(history->subjects.grants.count > 0));
    return map_end(&map);
}

struct numbered_history {
    const struct case_history *history;
    struct case_number number;
};

static int by_case(const void *of_one, const void *of_other) {
    const struct numbered_history *one = of_one, *other = of_other;
    int order = text_compare(one->history->committee, other->history->committee);
    if (order == 0)
        order = case_number_compare(&one->number, &other->number);
    return order != 0 ? order : (one->history->place > other->history->place) * 2 - 1;
}

// By committee and case number.
static const struct numbered_history *sorted_histories(const struct decision_register *list) {
    const struct decisions *decisions = list->decisions;
    struct numbered_history *sorted =
        arena_alloc(list->context->arena, decisions->history_count * sizeof *sorted);
    for (size_t i = 0; i < decisions->history_count; i++) {
        const struct case_history *history = decisions->histories[i];
        sorted[i] = (struct numbered_history){.history = history};
        case_number_parse(history->number, &list->context->repository->sources, history->committee,
                          &sorted[i].number);
    }
    if (decisions->history_count > 0)
        qsort(sorted, decisions->history_count, sizeof *sorted, by_case);
    return sorted;
}

// Cases that have something to show, and are selected.
static void put_histories(const struct decision_register *list, struct map_builder *map) {
    const struct decisions *decisions = list->decisions;
    const struct numbered_history *sorted = sorted_histories(list);
    struct value *items =
        arena_alloc(list->context->arena, decisions->history_count * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < decisions->history_count; i++) {
        const struct case_history *history = sorted[i].history;
        if (history->follows.count + history->followed_by.count + history->subjects.actions.count +
                history->subjects.grants.count >
            0)
            items[count++] = decisions_history_value(list, history);
    }
    map_put(map, TEXT("saker"), value_list(items, count));
    map_put(map, TEXT("har-saker"), value_truth(count > 0));
}

size_t decisions_in_state(const struct decision_register *list, enum decision_state state) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->shown[i]->state == state;
    return count;
}

// What is a group's, is also its members'.
static void add_members(const struct organisation *organisation, struct index *ids,
                        struct scalar_list *people, struct arena *arena) {
    struct index all;
    index_init(&all, arena);
    for (size_t i = 0; i < people->count; i++)
        index_add(&all, people->items[i].text, &people->items[i]);
    groups_add_members(organisation, &all);
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        const struct scalar *id = &organisation->bodies.items[i].id;
        if (index_find(&all, id->text) == NULL || index_add(ids, id->text, id) != NULL)
            continue;
        people->items = arena_append(arena, people->items, people->count, sizeof *people->items);
        people->items[people->count++] = *id;
    }
}

// The choices of the filter: what occurs among the shown.
static void put_choices(const struct decision_register *list, struct map_builder *map) {
    const struct view_context *context = list->context;
    struct arena *arena = context->arena;
    struct index committees, people;
    index_init(&committees, arena);
    index_init(&people, arena);
    struct scalar_list of_committees = {.count = 0}, of_people = {.count = 0};
    for (size_t i = 0; i < list->count; i++) {
        const struct decision *decision = list->shown[i];
        const struct scalar *committee = &decision->meeting->committee;
        if (index_add(&committees, committee->text, committee) == NULL) {
            of_committees.items = arena_append(arena, of_committees.items, of_committees.count,
                                               sizeof *of_committees.items);
            of_committees.items[of_committees.count++] = *committee;
        }
        for (size_t j = 0; decision->follow_up != NULL && j < decision->follow_up->who.count; j++) {
            const struct scalar *who = &decision->follow_up->who.items[j];
            if (index_add(&people, who->text, who) != NULL)
                continue;
            of_people.items =
                arena_append(arena, of_people.items, of_people.count, sizeof *of_people.items);
            of_people.items[of_people.count++] = *who;
        }
    }
    add_members(context->repository->organisation, &people, &of_people, arena);
    view_put_parties(context, map, VIEW_KEY("utvalgene"), &of_committees, arena);
    view_put_party_choices(context, map, VIEW_KEY("ansvarlige"), &of_people, arena);
    struct value *items = arena_alloc(arena, DECISION_STATE_COUNT * sizeof *items);
    size_t count = 0;
    for (int state = 0; state < DECISION_STATE_COUNT; state++) {
        if (decisions_in_state(list, (enum decision_state)state) == 0)
            continue;
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("status"), value_text(states[state].class));
        map_put(&item, TEXT("navn"), value_text(label(context->labels, states[state].label_key)));
        items[count++] = map_end(&item);
    }
    map_put(map, TEXT("statuser"), value_list(items, count));
}

static void put_selection(const struct decision_register *list, struct map_builder *map) {
    const struct view_context *context = list->context;
    const struct decision_selection *selection = &list->selection;
    const struct {
        bool is_given;
        struct text label_key;
        struct text value;
    } choices[] = {
        {selection->open, TEXT("vedtaksoversikt-bare-åpne"), TEXT("")},
        {selection->overdue, TEXT("vedtaksoversikt-bare-forfalte"), TEXT("")},
        {selection->body.size > 0, TEXT("vedtaksoversikt-organ"), selection->body},
        {selection->case_number.size > 0, TEXT("sak-nr"), selection->case_number},
    };
    enum { CHOICES = sizeof choices / sizeof *choices };
    struct value *items = arena_alloc(context->arena, CHOICES * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < CHOICES; i++) {
        if (!choices[i].is_given)
            continue;
        struct map_builder item = map_begin(context->arena);
        map_put(&item, TEXT("navn"), value_text(label(context->labels, choices[i].label_key)));
        map_put(&item, TEXT("verdi"), value_text_or_none(choices[i].value));
        items[count++] = map_end(&item);
    }
    map_put(map, TEXT("avgrensning"), value_list(items, count));
    map_put(map, TEXT("har-avgrensning"), value_truth(count > 0));
}

struct value decisions_value(const struct decision_register *list) {
    const struct view_context *context = list->context;
    struct arena *arena = context->arena;
    struct date today = list->selection.today;
    struct map_builder map = map_begin(arena);
    view_put_head(context, &map, "vedtaksoversikt", label(context->labels, TEXT("vedtaksoversikt")),
                  TEXT("meetings/"));
    view_put_text(&map, VIEW_KEY("dato"), today.year == 0 ? TEXT("") : date_iso(arena, today));
    map_put(&map, TEXT("dato-tekst"),
            value_text(today.year == 0 ? TEXT("") : label_date(context->labels, today, arena)));
    put_selection(list, &map);
    put_choices(list, &map);
    size_t overdue = decisions_in_state(list, DECISION_OVERDUE);
    map_put(&map, TEXT("antall"), value_number((int64_t)list->count));
    map_put(&map, TEXT("antall-åpne"),
            value_number((int64_t)(decisions_in_state(list, DECISION_OPEN) + overdue)));
    map_put(&map, TEXT("antall-forfalte"),
            today.year == 0 ? value_text_or_none(TEXT("")) : value_number((int64_t)overdue));
    map_put(&map, TEXT("antall-totalt"), value_number((int64_t)list->decisions->count));
    put_columns(list, &map);
    map_put(&map, TEXT("vedtak"), decisions_rows(list));
    map_put(&map, TEXT("har-vedtak"), value_truth(list->count > 0));
    put_histories(list, &map);
    return map_end(&map);
}
