// SPDX-License-Identifier: MIT

#include "document/build/inventory.h"

#include "check/grant/rules.h"
#include "document/build/sound.h"
#include "document/kinds.h"
#include "model/register/registries.h"
#include "model/tree/plans.h"

const char *const room_names[] = {"public", "drafts", "members", NULL};

// What the documents of a tree are made of.
struct collector {
    struct repository *repository;
    struct document_choices choices;
    struct grant_subject {
        const struct grant *grant;
        const struct payments *payments;
        struct diagnostics *found;
    } * grants;
    size_t grant_count;
    const struct meeting **meetings; // whole
    size_t meeting_count;
    const struct meeting **public_meetings; // as the public may see them
    const struct decisions *decisions;
    struct date last_meeting;
    struct inventory inventory;
};

static bool is_grant(struct text path) {
    return text_starts_with(path, TEXT("plan/grant-"));
}

// A grant's workbook shows how many faults were found in that grant only.
static struct diagnostics *faults_of(const struct repository *repository,
                                     const struct grant *grant) {
    struct repository of_grant = *repository;
    of_grant.diagnostics = arena_alloc(repository->arena, sizeof *of_grant.diagnostics);
    diagnostics_init(of_grant.diagnostics, repository->arena);
    check_whole_grant(&of_grant, grant);
    return of_grant.diagnostics;
}

static void find_grants(struct collector *collector) {
    const struct repository *repository = collector->repository;
    collector->grants =
        arena_alloc(repository->arena, repository->grants.count * sizeof *collector->grants);
    for (size_t i = 0; i < repository->grants.count; i++) {
        const struct grant_in_tree *in_tree = &repository->grants.items[i];
        if (is_grant(in_tree->grant->source->path) && in_tree->payments != NULL)
            collector->grants[collector->grant_count++] = (struct grant_subject){
                in_tree->grant, in_tree->payments, faults_of(repository, in_tree->grant)};
    }
}

static void find_meetings(struct collector *collector) {
    const struct repository *repository = collector->repository;
    size_t count = repository->meetings.count;
    const struct meeting **shown = arena_alloc(repository->arena, count * sizeof *shown);
    collector->meetings = repository->meetings.items;
    collector->meeting_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct meeting *meeting = repository->meetings.items[i];
        if (date_compare(meeting->date.date, collector->last_meeting) > 0)
            collector->last_meeting = meeting->date.date;
        shown[i] = meeting_for(meeting, AUDIENCE_PUBLIC, repository->arena);
    }
    collector->public_meetings = shown;
    collector->decisions = decisions_of(repository, shown, count, collector->choices.today);
}

static bool has_attached_pdfs(const struct document *document) {
    const struct meeting *meeting = document->meeting;
    for (size_t i = 0; meeting != NULL && i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        for (size_t j = 0; paper != NULL && j < paper->attachments.count; j++)
            if (paper->attachments.items[j].pages > 0 &&
                (document->choices.audience == AUDIENCE_MEMBERS ||
                 !is_exempt(&paper->attachments.items[j].exemption)))
                return true;
    }
    return false;
}

static struct inventory_entry *add(struct collector *collector, const struct document *document,
                                   enum room room, struct text operand) {
    struct inventory *inventory = &collector->inventory;
    struct arena *arena = collector->repository->arena;
    inventory->items =
        arena_append(arena, inventory->items, inventory->count, sizeof *inventory->items);
    struct inventory_entry *added = &inventory->items[inventory->count++];
    *added = (struct inventory_entry){
        .document = *document,
        .room = room,
        .operand = operand,
        .folder = document_folder(document),
        .stem = document_stem(document, arena),
        .has_pdfs = document->kind->has_attachments && has_attached_pdfs(document),
    };
    return added;
}

// Those that references may mean.
static void add_plans(struct collector *collector, struct document *document) {
    const struct repository *repository = collector->repository;
    for (size_t i = 0; i < repository->plans.count; i++) {
        struct text path = repository->plans.items[i]->source->path;
        document->plan = repository->plans.items[i];
        if (plan_may_be(path))
            add(collector, document, ROOM_PUBLIC, path);
    }
}

static void add_notes(struct collector *collector, struct document *document) {
    const struct repository *repository = collector->repository;
    const struct status_notes *notes = &repository->notes;
    for (size_t i = 0; i < notes->count; i++) {
        document->note = notes->items[i];
        document->plan = repository_plan_of_note(repository, document->note);
        add(collector, document, ROOM_PUBLIC, document->note->source->path);
    }
}

static void add_statuses(struct collector *collector, struct document *document) {
    const struct repository *repository = collector->repository;
    for (size_t i = 0; i < repository->plans.count; i++) {
        struct text path = repository->plans.items[i]->source->path;
        document->plan = repository->plans.items[i];
        if (plan_may_be(path))
            add(collector, document, ROOM_PUBLIC,
                document->plan == repository->plan ? TEXT("") : path);
    }
    add_notes(collector, document);
}

static void add_strategy(struct collector *collector, struct document *document) {
    const struct repository *repository = collector->repository;
    document->strategy = repository->strategy;
    if (document->strategy == NULL)
        return;
    document->plan =
        repository_plan(repository, document->strategy->owner.text, collector->choices.today);
    add(collector, document, ROOM_PUBLIC, TEXT(""));
}

static void add_grants(struct collector *collector, struct document *document) {
    for (size_t i = 0; i < collector->grant_count; i++) {
        document->grant = collector->grants[i].grant;
        document->payments = collector->grants[i].payments;
        add(collector, document, ROOM_PUBLIC, document->grant->source->path)->found =
            collector->grants[i].found;
    }
}

// Two at least: of a single grant it would say nothing new.
static void add_grants_together(struct collector *collector, struct document *document) {
    const struct repository *repository = collector->repository;
    struct combined_grant *grants =
        arena_alloc(repository->arena, (collector->grant_count + 1) * sizeof *grants);
    for (size_t i = 0; i < collector->grant_count; i++)
        grants[i] = document_grant_of_several(repository, collector->grants[i].grant);
    document->together = grants;
    document->together_count = collector->grant_count;
    if (collector->grant_count > 1)
        add(collector, document, ROOM_PUBLIC, TEXT(""));
}

static void add_meeting(struct collector *collector, struct document *document,
                        const struct meeting *meeting) {
    struct repository *repository = collector->repository;
    const struct document_kind *kind = document->kind;
    bool is_sent = meeting->sent.date.year != 0;
    document->choices.audience = AUDIENCE_PUBLIC;
    document->meeting = meeting_for(meeting, AUDIENCE_PUBLIC, repository->arena);
    document->approval = kind->needs_approval && meeting->minutes.at.line > 0
                             ? approval_find(repository, document->meeting)
                             : NULL;
    add(collector, document, is_sent ? ROOM_PUBLIC : ROOM_DRAFTS, meeting->folder);
    if (!kind->for_members || !meeting_has_exempt(meeting))
        return;
    document->choices.audience = AUDIENCE_MEMBERS;
    document->meeting = meeting;
    add(collector, document, ROOM_MEMBERS, meeting->folder);
}

static void add_meetings(struct collector *collector, struct document *document) {
    for (size_t i = 0; i < collector->meeting_count; i++)
        add_meeting(collector, document, collector->meetings[i]);
}

static void add_decisions(struct collector *collector, struct document *document) {
    document->decisions = collector->decisions;
    document->last_meeting = collector->last_meeting;
    add(collector, document, ROOM_PUBLIC, TEXT(""));
}

static void add_organisation(struct collector *collector, struct document *document) {
    add(collector, document, ROOM_PUBLIC, TEXT(""));
}

static void add_registries(struct collector *collector, struct document *document) {
    for (enum registry_id id = 0; id < REGISTRY_COUNT; id++) {
        document->registry = collector->repository->registries[id];
        if (document->registry != NULL)
            add(collector, document, ROOM_PUBLIC, text_from(registry_kinds[id].name));
    }
}

static void add_year(struct collector *collector, struct document *document) {
    document->year = collector->repository->year;
    document->meetings = collector->public_meetings;
    document->meeting_count = collector->meeting_count;
    document->decisions = collector->decisions;
    document->last_meeting = collector->last_meeting;
    if (document->year != NULL)
        add(collector, document, ROOM_PUBLIC, TEXT(""));
}

static void add_all_of_kind(struct collector *collector, const struct document_kind *kind) {
    static void (*const adders[])(struct collector * collector, struct document * document) = {
        [SUBJECT_PLAN] = add_plans,
        [SUBJECT_STATUS] = add_statuses,
        [SUBJECT_NOTE] = add_notes,
        [SUBJECT_STRATEGY] = add_strategy,
        [SUBJECT_GRANT] = add_grants,
        [SUBJECT_MEETING] = add_meetings,
        [SUBJECT_MEETINGS] = add_decisions,
        [SUBJECT_GRANTS] = add_grants_together,
        [SUBJECT_REGISTRY] = add_registries,
        [SUBJECT_YEAR] = add_year,
        [SUBJECT_ORGANISATION] = add_organisation,
    };
    struct document document = {
        .kind = kind, .repository = collector->repository, .choices = collector->choices};
    adders[kind->subject](collector, &document);
}

static struct document_choices choices(struct date today) {
    // The minutes show what was changed in each proposal.
    return (struct document_choices){.today = today, .shows_changes = true};
}

struct inventory inventory_of(struct repository *repository, struct date today) {
    struct collector collector = {.repository = repository, .choices = choices(today)};
    repository->today = today;
    find_grants(&collector);
    find_meetings(&collector);
    for (size_t i = 0; i < document_kind_count; i++)
        add_all_of_kind(&collector, &document_kinds[i]);
    collector.inventory.decisions = collector.decisions;
    return collector.inventory;
}

struct inventory inventory_of_sound(struct repository *repository, const struct diagnostics *found,
                                    struct date today) {
    struct inventory all = inventory_of(repository, today);
    struct sound sound;
    size_t kept = 0;
    sound_init(&sound, repository, found);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].room != ROOM_MEMBERS && sound_is(&sound, &all.items[i].document)) {
            all.items[i].room = ROOM_DRAFTS;
            all.items[kept++] = all.items[i];
        }
    all.count = kept;
    return all;
}

struct text inventory_path(const struct inventory_entry *entry, const char *suffix,
                           struct arena *arena) {
    return text_format(arena, "%.*s%s%.*s.%s", TEXT_ARGS(entry->folder),
                       entry->folder.size > 0 ? "/" : "", TEXT_ARGS(entry->stem), suffix);
}

bool inventory_is_public_plan(const struct inventory_entry *entry) {
    const struct document_kind *kind = entry->document.kind;
    return entry->room == ROOM_PUBLIC && kind->subject == SUBJECT_PLAN && kind->stem[0] == '\0';
}

struct text inventory_plan_page(const struct inventory_entry *entry, struct arena *arena) {
    return inventory_is_public_plan(entry) ? text_concat(arena, entry->stem, TEXT("/index.html"))
                                           : TEXT("");
}

enum conversion_kind inventory_office_kind(const struct inventory_entry *entry) {
    return entry->document.kind->is_slides ? CONVERSION_PPTX : CONVERSION_DOCX;
}

const struct scalar_list *inventory_former_names(const struct inventory_entry *entry) {
    const struct document *document = &entry->document;
    if (document->meeting != NULL)
        return &document->meeting->moved_from;
    return document->grant != NULL ? &document->grant->moved_from : NULL;
}

struct text inventory_former_path(const struct inventory_entry *entry, struct text path,
                                  struct text name, struct arena *arena) {
    const struct document *document = &entry->document;
    if (document->meeting != NULL)
        return text_concat(arena, name, text_slice(path, entry->folder.size, path.size));
    const struct text begin = TEXT("grant-");
    size_t from = begin.size + document->grant->id.text.size;
    const struct text parts[] = {begin, name, text_slice(path, from, path.size)};
    return text_join(arena, parts, 3, TEXT(""));
}
