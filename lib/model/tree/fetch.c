// SPDX-License-Identifier: MIT

#include "model/tree/fetch.h"

#include "base/path.h"
#include "input/file/limits.h"
#include "input/markdown/markdown.h"
#include "input/markdown/names.h"
#include "model/register/registries.h"
#include "model/tree/read_plans.h"

// --- status notes ---

const struct status_note *reader_read_note(struct reader *reader, struct text path) {
    struct repository *repository = reader->repository;
    const struct status_note *note = status_note_read(&repository->sources, path);
    if (note == NULL)
        return NULL;
    // The plan has to be there for whoever tells of its actions.
    if (note->actions.count > 0)
        source_note_name(&repository->sources,
                         (struct named_thing){.scheme = TEXT("tiltak"),
                                              .target = note->actions.items[0].number.text});
    const struct plan *plan = repository_plan_of_note(repository, note);
    status_note_settle(&repository->sources, note, plan);
    struct text of_plan = plan == NULL ? TEXT("") : plan->owner.text;
    struct text owner = note->owner.text.size > 0 ? note->owner.text : of_plan;
    reader_owns(reader, (struct namer){.by = path, .committee = owner, .day = note->date.date});
    status_notes_add(&repository->notes, note, reader->arena);
    return note;
}

void reader_read_notes(struct reader *reader) {
    const struct text_list *files = &reader->repository->plan_files;
    if (reader->has_notes)
        return;
    reader->has_notes = true;
    for (size_t i = 0; i < files->count; i++)
        if (status_note_may_be(files->items[i]))
            reader_read_note(reader, files->items[i]);
}

// --- the strategy ---

void reader_read_strategy(struct reader *reader, bool required) {
    struct repository *repository = reader->repository;
    const struct strategy *strategy = strategy_read(&repository->sources, required);
    if (strategy == NULL)
        return;
    const struct plan *plan = repository_plan(repository, strategy->owner.text, repository->today);
    struct text of_plan = plan == NULL ? TEXT("") : plan->owner.text;
    struct text owner = strategy->owner.text.size > 0 ? strategy->owner.text : of_plan;
    reader_owns(reader, (struct namer){.by = strategy->source->path, .committee = owner});
    repository->strategy = strategy;
}

// --- actions that are shown ---

struct text name_of_shown_action(struct arena *arena, struct found_action found) {
    return text_format(arena, "tiltak:%.*s/%.*s",
                       TEXT_ARGS(found.plan == NULL ? TEXT("") : found.plan->source->path),
                       TEXT_ARGS(found.action == NULL ? found.number : found.action->number.text));
}

// What the card of one action shows; what other actions name is not needed here.
static void own_names_of_action(struct reader *reader, struct found_action shown,
                                const struct action *action) {
    struct sources *sources = &reader->repository->sources;
    for (size_t i = 0; i < action->decided_by.count; i++)
        source_note_name(sources, (struct named_thing){.scheme = TEXT("sak"),
                                                       .target = action->decided_by.items[i].text});
    markdown_note_names(sources, action->text.first);
    markdown_note_names(sources, action->remark.first);
    markdown_note_names(sources, action->comment.first);
    reader_owns(reader, (struct namer){.by = name_of_shown_action(reader->arena, shown),
                                       .committee = shown.plan->owner.text});
}

static void fetch_shown_action(struct reader *reader, const struct named_thing *thing) {
    const struct repository *repository = reader->repository;
    reader_read_plans(reader, true);
    if (!reader->reads_all)
        reader_read_notes(reader);
    struct found_action found =
        repository_action(repository, thing->target, NULL, thing->committee, thing->day);
    if (found.plan != NULL && !found.plan->is_whole) {
        reader_read_rest_of_plan(reader, found.plan);
        found = repository_action(repository, thing->target, NULL, thing->committee, thing->day);
    }
    if (found.plan == NULL || found.action == NULL ||
        index_add(&reader->shown, name_of_shown_action(reader->arena, found), found.action) != NULL)
        return;
    own_names_of_action(reader, found, found.action);
    if (found.action->original != found.action)
        own_names_of_action(reader, found, found.action->original);
}

// --- grants ---

// A project is told of in general words, or in those of the plan.
static void settle_status(struct reader *reader, const struct grant *grant,
                          struct told_status *status) {
    struct repository *repository = reader->repository;
    status_settle(status, &general_scale, grant->source->path, NULL, reader->arena);
    if (status->at.line == 0 || status->index >= 0)
        return;
    if (!reader->reads_all)
        reader_read_plans_if_present(reader, false);
    const struct plan *plan =
        repository_plan(repository, grant->owner.text, repository_grant_day(repository, grant));
    bool is_lost = (plan == NULL || plan->source->broken) &&
                   source_is_present(&repository->sources, TEXT(PLAN_PATH));
    status_settle(status, plan == NULL ? &general_scale : &plan->scale, grant->source->path,
                  is_lost ? NULL : repository->diagnostics, reader->arena);
}

static void settle_statuses(struct reader *reader, const struct grant *grant) {
    for (size_t i = 0; i < grant->allocations.count; i++) {
        struct allocation *allocation = &grant->allocations.items[i];
        for (size_t k = 0; k < allocation->reports.count; k++)
            settle_status(reader, grant, &allocation->reports.items[k].status);
        allocation_settle_report(allocation);
    }
}

const struct grant *reader_read_grant(struct reader *reader, struct text path, bool payments) {
    struct repository *repository = reader->repository;
    const struct grant *grant = grant_read(&repository->sources, path);
    if (grant == NULL)
        return NULL;
    struct text id = grant_id_in_path(grant->source->path);
    if (id.size > 0)
        index_add(&repository->grant_ids, text_nfc(reader->arena, id), grant);
    reader_owns(reader, (struct namer){.by = path, .committee = grant->owner.text});
    settle_statuses(reader, grant);
    if (grant_pays_for_actions(grant) && !reader->reads_all)
        reader_read_plans(reader, false);
    repository->grants.items =
        arena_append(reader->arena, repository->grants.items, repository->grants.count,
                     sizeof *repository->grants.items);
    repository->grants.items[repository->grants.count++] = (struct grant_in_tree){
        grant,
        payments && !grant->source->broken ? payments_read(&repository->sources, grant) : NULL};
    return grant;
}

static bool is_file_name(struct text id) {
    return id.size > 0 && text_find(id, '/') == id.size && text_find(id, '\0') == id.size;
}

static void fetch_grant(struct reader *reader, struct text id) {
    struct text path = text_format(reader->arena, "plan/grant-%.*s.yaml", TEXT_ARGS(id));
    if (is_file_name(id) && repository_grant(reader->repository, id) == NULL &&
        source_read_if_present(&reader->repository->sources, path, LIMIT_YAML_BYTES) != NULL)
        reader_read_grant(reader, path, false);
}

// --- registers ---

const struct registry *reader_read_registry(struct reader *reader, enum registry_id id) {
    const struct registry *registry = registry_read(&reader->repository->sources, id);
    reader->repository->registries[id] = registry;
    if (registry != NULL)
        reader_owns(reader, (struct namer){.by = registry->source->path,
                                           .committee = registry->owner.text});
    return registry;
}

// --- the year ---

const struct year_wheel *reader_read_year(struct reader *reader) {
    const struct year_wheel *year = year_wheel_read(&reader->repository->sources);
    reader->repository->year = year;
    if (year != NULL)
        reader_owns(reader, (struct namer){.by = year->registry.source->path,
                                           .committee = year->registry.owner.text});
    return year;
}

// --- meetings ---

static void add_approving(struct reader *reader, struct text name, const struct case_paper *paper,
                          const struct meeting *meeting) {
    struct approving_paper *approving = arena_alloc(reader->arena, sizeof *approving);
    *approving = (struct approving_paper){.paper = paper, .meeting = meeting};
    // The index gives what this function itself has put there.
    struct approving_paper *first = (struct approving_paper *)(uintptr_t)index_add(
        &reader->repository->approving, name, approving);
    if (first != NULL) {
        approving->next = first->next;
        first->next = approving;
    }
}

// Those whose minutes it takes up.
static void find_approved(struct reader *reader, const struct case_paper *paper,
                          const struct meeting *meeting) {
    for (size_t i = 0; i < paper->approves.count; i++) {
        struct text name = paper->approves.items[i].text;
        struct text path =
            text_format(reader->arena, "meetings/%.*s/meeting.yaml", TEXT_ARGS(name));
        add_approving(reader, name, paper, meeting);
        if (text_find(name, '/') == name.size &&
            source_is_present(&reader->repository->sources, path))
            index_add(&reader->repository->meeting_names, name, paper);
    }
}

void reader_read_other_papers(struct reader *reader, const struct meeting *meeting) {
    struct diagnostics silent;
    struct diagnostics *heard = reader_is_silent(reader, &silent);
    for (size_t i = 0; i < meeting->files.count; i++) {
        struct text path = meeting->files.items[i];
        if (!text_equal(path_folder(path), meeting->folder) || // an attachment
            !case_paper_may_be(path, reader->arena) || index_find(&reader->papers, path) != NULL ||
            source_find(&reader->repository->sources, path) != NULL)
            continue;
        const struct case_paper *paper = reader_read_paper(reader, path, false);
        if (paper != NULL)
            find_approved(reader, paper, meeting);
    }
    reader_speaks(reader, heard);
}

// A case that several meetings have: whether it was postponed decides whether that is right.
static void read_its_papers(struct reader *reader, const struct meeting *meeting,
                            struct text number) {
    struct repository *repository = reader->repository;
    struct text committee = text_lower(reader->arena, meeting->committee.text);
    struct text key = repository_case_key(repository, committee, number, meeting->folder);
    const struct paper_place *first = index_find(&repository->papers, key);
    struct diagnostics silent;
    if (first == NULL || first->next == NULL)
        return;
    struct diagnostics *heard = reader_is_silent(reader, &silent);
    for (const struct paper_place *place = first; place != NULL; place = place->next)
        // The index gives what the reader itself has put there.
        ((struct paper_place *)(uintptr_t)place)->paper =
            reader_read_paper(reader, place->path, false);
    reader_speaks(reader, heard);
}

static void note_papers(struct reader *reader, const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper != NULL) {
            index_add(&reader->papers, paper->source->path, paper);
            find_approved(reader, paper, meeting);
        }
        struct text number = meeting->agenda.items[i].case_number.text;
        reader_find_paper(reader, meeting->committee.text, number);
        if (number.size > 0)
            read_its_papers(reader, meeting, number);
    }
}

const struct meeting *reader_read_meeting(struct reader *reader, struct text folder,
                                          enum papers papers) {
    struct repository *repository = reader->repository;
    const struct meeting *meeting = meeting_read(&repository->sources, folder, papers);
    if (meeting == NULL)
        return NULL;
    repository->meetings.items =
        arena_append(reader->arena, repository->meetings.items, repository->meetings.count,
                     sizeof *repository->meetings.items);
    repository->meetings.items[repository->meetings.count++] = meeting;
    reader_note_sent(reader, folder, meeting);
    note_papers(reader, meeting);
    reader_owns(reader, (struct namer){.by = meeting->folder,
                                       .committee = meeting->committee.text,
                                       .day = meeting->date.date});
    return meeting;
}

// --- what they name ---

static void fetch_one(struct reader *reader, struct named_thing thing) {
    if (text_is(thing.scheme, "sak"))
        reader_fetch_case(reader, thing.committee, thing.target);
    else if (text_is(thing.scheme, "tilskudd"))
        fetch_grant(reader, thing.target);
    else if (text_is(thing.scheme, "tiltak") && thing.embedded)
        fetch_shown_action(reader, &thing);
    else if (text_is(thing.scheme, "tiltak") || text_is(thing.scheme, "mål"))
        reader_read_plans(reader, false);
}

void reader_fetch(struct reader *reader) {
    const struct sources *sources = &reader->repository->sources;
    while (reader->fetched < reader->owned)
        fetch_one(reader, sources->named[reader->fetched++]);
}
