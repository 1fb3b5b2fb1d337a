// SPDX-License-Identifier: MIT

#include "document/build/sound.h"

#include "base/path.h"
#include "model/meeting/earlier.h"
#include "model/plan/numbers.h"
#include "model/tree/fetch.h"

struct named_things {
    const struct named_thing *items;
    size_t count;
    struct named_things *next; // what was named later
};

static void add_names(struct sound *sound, const struct named_thing *items, size_t count) {
    struct arena *arena = sound->repository->arena;
    if (items->by.size == 0)
        return; // only looked at
    struct named_things *things = arena_alloc(arena, sizeof *things);
    *things = (struct named_things){.items = items, .count = count};
    // The index gives what this function itself has put there.
    struct named_things *first =
        (struct named_things *)(uintptr_t)index_add(&sound->names, items->by, things);
    if (first != NULL) {
        things->next = first->next;
        first->next = things;
    }
}

void sound_init(struct sound *sound, const struct repository *repository,
                const struct diagnostics *found) {
    const struct sources *sources = &repository->sources;
    sound->repository = repository;
    index_init(&sound->faulty, repository->arena);
    index_init(&sound->names, repository->arena);
    for (size_t i = 0; i < found->count; i++)
        if (found->items[i].severity == SEVERITY_ERROR)
            for (struct text path = found->items[i].file; path.size > 0; path = path_folder(path))
                index_add(&sound->faulty, path, &found->items[i]);
    for (size_t i = 0, first = 0; i < sources->named_count; i++)
        if (i + 1 == sources->named_count ||
            !text_equal(sources->named[i + 1].by, sources->named[i].by)) {
            add_names(sound, &sources->named[first], i + 1 - first);
            first = i + 1;
        }
}

static bool is_faulty(const struct sound *sound, struct text path) {
    return index_find(&sound->faulty, path) != NULL;
}

// The files, folders and actions that a document needs with what they name.
struct needs {
    const struct sound *sound;
    struct index seen;
    struct text_list list;
    struct text_list others; // files of which a part is shown, some twice
};

static void show_part_of(struct needs *needs, struct text file) {
    text_list_add(&needs->others, file, needs->sound->repository->arena);
}

static void need(struct needs *needs, struct text name) {
    if (index_add(&needs->seen, name, needs) == NULL)
        text_list_add(&needs->list, name, needs->sound->repository->arena);
}

// A later meeting may approve the minutes, and one with errors may be that meeting.
static void need_approval(struct needs *needs, const struct document *document) {
    const struct repository *repository = needs->sound->repository;
    const struct text_list *folders = &repository->meeting_folders;
    bool is_open = document->kind->needs_approval && document->approval == NULL;
    for (size_t i = 0; is_open && i < folders->count; i++)
        if (is_faulty(needs->sound, folders->items[i]) &&
            approval_may_be_in(document->meeting, folders->items[i], repository->arena))
            need(needs, folders->items[i]);
}

// What a plan says of its actions may be in any note.
static void need_notes(struct needs *needs) {
    const struct status_notes *notes = &needs->sound->repository->notes;
    for (size_t i = 0; i < notes->count; i++)
        need(needs, notes->items[i]->source->path);
}

static void need_payments(struct needs *needs, const struct payments *payments) {
    for (size_t i = 0; payments != NULL && i < payments->file_count; i++)
        need(needs, payments->files[i].source->path);
}

// What is due in it is in the plans and the grants.
static void need_year(struct needs *needs, const struct year_wheel *year) {
    const struct repository *repository = needs->sound->repository;
    need(needs, year->registry.source->path);
    need_notes(needs);
    for (size_t i = 0; i < repository->plans.count; i++)
        need(needs, repository->plans.items[i]->source->path);
    for (size_t i = 0; i < repository->grants.count; i++)
        need(needs, repository->grants.items[i].grant->source->path);
}

static void need_own_files(struct needs *needs, const struct document *document) {
    const struct text_list *folders = &needs->sound->repository->meeting_folders;
    need(needs, TEXT(ORGANISATION_PATH));
    if (document->strategy != NULL)
        need(needs, document->strategy->source->path);
    if (document->plan != NULL)
        need(needs, document->plan->source->path);
    if (document->plan != NULL || document->note != NULL)
        need_notes(needs);
    need_payments(needs, document->payments);
    for (size_t i = 0; i < document->together_count; i++)
        need_payments(needs, document->together[i].payments);
    if (document->registry != NULL)
        need(needs, document->registry->source->path);
    if (document->meeting != NULL) {
        need(needs, document->meeting->folder);
        need_approval(needs, document);
    }
    bool needs_meetings = document->kind->subject == SUBJECT_MEETINGS || document->year != NULL;
    for (size_t i = 0; needs_meetings && i < folders->count; i++)
        need(needs, folders->items[i]);
    if (document->year != NULL)
        need_year(needs, document->year);
}

static bool case_is_sound(struct needs *needs, const struct named_thing *thing) {
    const struct repository *repository = needs->sound->repository;
    const struct known_case *known = repository_case(repository, thing->committee, thing->target);
    if (known == NULL)
        return true; // where it is named, an error says so
    struct text file = known->folder.size == 0
                           ? TEXT(EARLIER_CASES_PATH)
                           : case_paper_path(repository->arena, known->folder, known->number);
    show_part_of(needs, file);
    if (known->folder.size > 0) // whether its notice has been sent, and when it met
        show_part_of(needs, text_concat(repository->arena, known->folder, TEXT("/meeting.yaml")));
    return !is_faulty(needs->sound, file);
}

// Which plan is meant, and what its numbers are, depends on all of them.
static bool plans_can_be_read(struct needs *needs) {
    const struct repository *repository = needs->sound->repository;
    bool any = false, good = true;
    for (size_t i = 0; i < repository->plan_files.count; i++) {
        struct text path = repository->plan_files.items[i];
        if (!plan_may_be(path))
            continue;
        const struct plan *plan = repository_plan_at(repository, path);
        show_part_of(needs, path);
        any = true;
        good = good && (plan != NULL ? !plan->source->broken : !is_faulty(needs->sound, path));
    }
    if (!any)
        show_part_of(needs, TEXT(PLAN_PATH));
    return any ? good : !is_faulty(needs->sound, TEXT(PLAN_PATH));
}

// The numbers of its actions are those of the plan.
static bool follow_grant(struct needs *needs, const struct grant *grant) {
    need(needs, grant->source->path);
    return !grant_pays_for_actions(grant) || plans_can_be_read(needs);
}

// False where the plan that has it has errors.
static bool need_shown_action(struct needs *needs, const struct named_thing *thing) {
    const struct repository *repository = needs->sound->repository;
    struct found_action found =
        repository_action(repository, thing->target, NULL, thing->committee, thing->day);
    need_notes(needs);
    need(needs, name_of_shown_action(repository->arena, found));
    return found.plan == NULL || !is_faulty(needs->sound, found.plan->source->path);
}

// False where what is named has errors, as far as it is shown.
static bool follow(struct needs *needs, const struct named_thing *thing) {
    const struct sound *sound = needs->sound;
    if (text_is(thing->scheme, "sak"))
        return case_is_sound(needs, thing);
    if (text_is(thing->scheme, "tilskudd")) {
        const struct grant *grant = repository_grant(sound->repository, thing->target);
        return grant == NULL || follow_grant(needs, grant);
    }
    bool is_action = text_is(thing->scheme, "tiltak");
    if (!is_action || !thing->embedded)
        return !(is_action || text_is(thing->scheme, "mål")) || plans_can_be_read(needs);
    return plans_can_be_read(needs) && need_shown_action(needs, thing);
}

static bool follow_all(struct needs *needs, const struct document *document) {
    const struct sound *sound = needs->sound;
    index_init(&needs->seen, sound->repository->arena);
    need_own_files(needs, document);
    if (document->grant != NULL && !follow_grant(needs, document->grant))
        return false;
    for (size_t i = 0; i < document->together_count; i++)
        if (!follow_grant(needs, document->together[i].grant))
            return false;
    for (size_t i = 0; i < needs->list.count; i++) {
        if (is_faulty(sound, needs->list.items[i]))
            return false;
        const struct named_things *things = index_find(&sound->names, needs->list.items[i]);
        for (; things != NULL; things = things->next)
            for (size_t j = 0; j < things->count; j++)
                if (!follow(needs, &things->items[j]))
                    return false;
    }
    return true;
}

bool sound_is(const struct sound *sound, const struct document *document) {
    struct needs needs = {.sound = sound};
    return follow_all(&needs, document);
}

struct text_list sound_files(const struct sound *sound, const struct document *document) {
    struct needs needs = {.sound = sound};
    follow_all(&needs, document);
    for (size_t i = 0; i < needs.others.count; i++)
        need(&needs, needs.others.items[i]);
    return needs.list;
}
