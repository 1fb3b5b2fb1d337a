// SPDX-License-Identifier: MIT

#include "document/build/catalogue.h"

#include "check/grant/rules.h"
#include "document/build/sound.h"

const char *const room_names[] = {"public", "drafts", "members", NULL};

// What the documents of a tree are made of.
struct cataloguer {
    struct repository *repository;
    struct document_choices choices;
    const struct plan *plan; // NULL: the tree has no plan
    struct grant_subject {
        const struct grant *grant;
        const struct payments *payments;
        struct diagnostics *found;
    } * grants;
    size_t grant_count;
    const struct meeting **meetings; // whole
    size_t meeting_count;
    const struct decisions *decisions;
    struct date last_meeting;
    struct catalogue catalogue;
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

static void find_grants(struct cataloguer *cataloguer) {
    const struct repository *repository = cataloguer->repository;
    cataloguer->grants =
        arena_alloc(repository->arena, repository->grants.count * sizeof *cataloguer->grants);
    for (size_t i = 0; i < repository->grants.count; i++) {
        const struct grant_in_tree *in_tree = &repository->grants.items[i];
        if (is_grant(in_tree->grant->source->path) && in_tree->payments != NULL)
            cataloguer->grants[cataloguer->grant_count++] = (struct grant_subject){
                in_tree->grant, in_tree->payments, faults_of(repository, in_tree->grant)};
    }
}

static void find_meetings(struct cataloguer *cataloguer) {
    const struct repository *repository = cataloguer->repository;
    size_t count = repository->meetings.count;
    const struct meeting **shown = arena_alloc(repository->arena, count * sizeof *shown);
    cataloguer->meetings = repository->meetings.items;
    cataloguer->meeting_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct meeting *meeting = repository->meetings.items[i];
        if (date_compare(meeting->date.date, cataloguer->last_meeting) > 0)
            cataloguer->last_meeting = meeting->date.date;
        shown[i] = meeting_for(meeting, AUDIENCE_PUBLIC, repository->arena);
    }
    cataloguer->decisions = decisions_of(repository, shown, count, cataloguer->choices.today);
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

static struct catalogued *add(struct cataloguer *cataloguer, const struct document *document,
                              enum room room, struct text operand) {
    struct catalogue *catalogue = &cataloguer->catalogue;
    struct arena *arena = cataloguer->repository->arena;
    catalogue->items =
        arena_append(arena, catalogue->items, catalogue->count, sizeof *catalogue->items);
    struct catalogued *added = &catalogue->items[catalogue->count++];
    *added = (struct catalogued){
        .document = *document,
        .room = room,
        .operand = operand,
        .folder = document_folder(document),
        .stem = document_stem(document, arena),
        .has_pdfs = document->kind->has_attachments && has_attached_pdfs(document),
    };
    return added;
}

static void add_plan(struct cataloguer *cataloguer, struct document *document) {
    document->plan = cataloguer->plan;
    if (document->plan != NULL)
        add(cataloguer, document, ROOM_PUBLIC, document->plan->source->path);
}

static void add_grants(struct cataloguer *cataloguer, struct document *document) {
    for (size_t i = 0; i < cataloguer->grant_count; i++) {
        document->grant = cataloguer->grants[i].grant;
        document->payments = cataloguer->grants[i].payments;
        add(cataloguer, document, ROOM_PUBLIC, document->grant->source->path)->found =
            cataloguer->grants[i].found;
    }
}

static void add_meeting(struct cataloguer *cataloguer, struct document *document,
                        const struct meeting *meeting) {
    struct repository *repository = cataloguer->repository;
    const struct document_kind *kind = document->kind;
    bool is_sent = meeting->sent.date.year != 0;
    document->choices.audience = AUDIENCE_PUBLIC;
    document->meeting = meeting_for(meeting, AUDIENCE_PUBLIC, repository->arena);
    document->approval = kind->needs_approval && meeting->minutes.at.line > 0
                             ? approval_find(repository, document->meeting)
                             : NULL;
    add(cataloguer, document, is_sent ? ROOM_PUBLIC : ROOM_DRAFTS, meeting->folder);
    if (!kind->for_members || !meeting_has_exempt(meeting))
        return;
    document->choices.audience = AUDIENCE_MEMBERS;
    document->meeting = meeting;
    add(cataloguer, document, ROOM_MEMBERS, meeting->folder);
}

static void add_meetings(struct cataloguer *cataloguer, struct document *document) {
    for (size_t i = 0; i < cataloguer->meeting_count; i++)
        add_meeting(cataloguer, document, cataloguer->meetings[i]);
}

static void add_register(struct cataloguer *cataloguer, struct document *document) {
    document->decisions = cataloguer->decisions;
    document->last_meeting = cataloguer->last_meeting;
    add(cataloguer, document, ROOM_PUBLIC, TEXT(""));
}

static void add_all_of_kind(struct cataloguer *cataloguer, const struct document_kind *kind) {
    static void (*const adders[])(struct cataloguer * cataloguer, struct document * document) = {
        [SUBJECT_PLAN] = add_plan,
        [SUBJECT_GRANT] = add_grants,
        [SUBJECT_MEETING] = add_meetings,
        [SUBJECT_MEETINGS] = add_register,
    };
    struct document document = {
        .kind = kind, .repository = cataloguer->repository, .choices = cataloguer->choices};
    adders[kind->subject](cataloguer, &document);
}

static struct document_choices choices(struct date today) {
    // The minutes show what was changed in each proposal.
    return (struct document_choices){.today = today, .matrix.status = -1, .shows_changes = true};
}

struct catalogue catalogue_of(struct repository *repository, struct date today) {
    struct cataloguer cataloguer = {.repository = repository, .choices = choices(today)};
    repository->today = today;
    cataloguer.plan = repository->plan;
    find_grants(&cataloguer);
    find_meetings(&cataloguer);
    for (size_t i = 0; i < document_kind_count; i++)
        add_all_of_kind(&cataloguer, &document_kinds[i]);
    return cataloguer.catalogue;
}

struct catalogue catalogue_of_sound(struct repository *repository, const struct diagnostics *found,
                                    struct date today) {
    struct catalogue all = catalogue_of(repository, today);
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

struct text catalogued_path(const struct catalogued *entry, const char *suffix,
                            struct arena *arena) {
    return text_format(arena, "%.*s%s%.*s.%s", TEXT_ARGS(entry->folder),
                       entry->folder.size > 0 ? "/" : "", TEXT_ARGS(entry->stem), suffix);
}

const struct scalar_list *catalogued_former_names(const struct catalogued *entry) {
    const struct document *document = &entry->document;
    if (document->meeting != NULL)
        return &document->meeting->moved_from;
    return document->grant != NULL ? &document->grant->moved_from : NULL;
}

struct text catalogued_former_path(const struct catalogued *entry, struct text path,
                                   struct text name, struct arena *arena) {
    const struct document *document = &entry->document;
    if (document->meeting != NULL)
        return text_concat(arena, name, text_slice(path, entry->folder.size, path.size));
    const struct text begin = TEXT("grant-");
    size_t from = begin.size + document->grant->id.text.size;
    const struct text parts[] = {begin, name, text_slice(path, from, path.size)};
    return text_join(arena, parts, 3, TEXT(""));
}
