// SPDX-License-Identifier: MIT

#include "document/catalogue.h"

#include "check/grant/rules.h"
#include "input/file/folder.h"

const char *const room_names[] = {"public", "drafts", "members", NULL};

// What the documents of a tree are made of.
struct cataloguer {
    struct repository *repository;
    struct document_choices choices;
    const struct plan *plan; // NULL: there is none
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

static void read_plan(struct cataloguer *cataloguer) {
    const struct text path = TEXT("plan/action-plan.yaml");
    if (source_is_present(&cataloguer->repository->sources, path))
        cataloguer->plan = repository_whole_plan(cataloguer->repository);
}

// What is found from here on is collected apart.
static struct diagnostics *find_apart(struct repository *repository) {
    struct diagnostics *found = arena_alloc(repository->arena, sizeof *found);
    diagnostics_init(found, repository->arena);
    repository->diagnostics = repository->sources.diagnostics = found;
    return found;
}

static bool is_grant(struct text path) {
    return text_starts_with(path, TEXT("plan/grant-"));
}

// A grant tells how many faults were found in it, and not in others.
static void read_grant(struct repository *repository, struct text path,
                       struct grant_subject *subject) {
    struct diagnostics *others = repository->diagnostics;
    subject->found = find_apart(repository);
    subject->grant = grant_read(&repository->sources, path);
    subject->payments =
        subject->grant == NULL ? NULL : check_whole_grant(repository, subject->grant);
    repository->diagnostics = repository->sources.diagnostics = others;
}

static void read_grants(struct cataloguer *cataloguer) {
    struct repository *repository = cataloguer->repository;
    struct text_list files =
        folder_list(TEXT("plan"), TEXT(".yaml"), repository->diagnostics, repository->arena);
    cataloguer->grants = arena_alloc(repository->arena, files.count * sizeof *cataloguer->grants);
    for (size_t i = 0; i < files.count; i++) {
        struct grant_subject *subject = &cataloguer->grants[cataloguer->grant_count];
        if (!is_grant(files.items[i]))
            continue;
        read_grant(repository, files.items[i], subject);
        cataloguer->grant_count += subject->payments != NULL;
    }
}

static void read_meetings(struct cataloguer *cataloguer) {
    struct repository *repository = cataloguer->repository;
    struct text_list folders = repository_meeting_folders(repository);
    const struct meeting **shown = arena_alloc(repository->arena, folders.count * sizeof *shown);
    cataloguer->meetings = arena_alloc(repository->arena, folders.count * sizeof *shown);
    for (size_t i = 0; i < folders.count; i++) {
        const struct meeting *meeting =
            meeting_read(&repository->sources, folders.items[i], PAPERS_PRESENT);
        if (meeting == NULL)
            continue;
        if (date_compare(meeting->date.date, cataloguer->last_meeting) > 0)
            cataloguer->last_meeting = meeting->date.date;
        shown[cataloguer->meeting_count] = meeting_for(meeting, AUDIENCE_PUBLIC, repository->arena);
        cataloguer->meetings[cataloguer->meeting_count++] = meeting;
    }
    cataloguer->decisions =
        decisions_of(repository, shown, cataloguer->meeting_count, cataloguer->choices.today);
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
    // What a change in its proposal was is part of the minutes.
    return (struct document_choices){.today = today, .matrix.status = -1, .shows_changes = true};
}

struct catalogue catalogue_of(struct repository *repository, struct date today) {
    struct cataloguer cataloguer = {.repository = repository, .choices = choices(today)};
    repository->today = today;
    read_plan(&cataloguer);
    read_grants(&cataloguer);
    read_meetings(&cataloguer);
    for (size_t i = 0; i < document_kind_count; i++)
        add_all_of_kind(&cataloguer, &document_kinds[i]);
    return cataloguer.catalogue;
}

// Reads and checks one alone; false where it has an error.
static bool open_alone(struct cataloguer *cataloguer, struct document *document,
                       struct text operand) {
    struct repository *repository = cataloguer->repository;
    struct text misuse = TEXT("");
    return document_open(document, operand, &misuse) && misuse.size == 0 &&
           repository->diagnostics->errors == 0;
}

static void add_sound(struct cataloguer *cataloguer, const struct document_kind *kind,
                      struct text operand) {
    struct document document = {
        .kind = kind, .repository = cataloguer->repository, .choices = cataloguer->choices};
    struct repository *repository = cataloguer->repository;
    struct diagnostics *others = repository->diagnostics, *found = find_apart(repository);
    if (open_alone(cataloguer, &document, operand))
        add(cataloguer, &document, ROOM_DRAFTS, operand)->found = found;
    repository->diagnostics = repository->sources.diagnostics = others;
}

static void add_sound_of_kind(struct cataloguer *cataloguer, const struct document_kind *kind) {
    struct repository *repository = cataloguer->repository;
    const struct text plan = TEXT("plan/action-plan.yaml");
    struct text_list list = {NULL, 0};
    if (kind->subject == SUBJECT_MEETINGS)
        add_sound(cataloguer, kind, TEXT(""));
    else if (kind->subject == SUBJECT_PLAN && source_is_present(&repository->sources, plan))
        add_sound(cataloguer, kind, plan);
    else if (kind->subject == SUBJECT_GRANT)
        list = folder_list(TEXT("plan"), TEXT(".yaml"), repository->diagnostics, repository->arena);
    else if (kind->subject == SUBJECT_MEETING)
        list = repository_meeting_folders(repository);
    for (size_t i = 0; i < list.count; i++)
        if (kind->subject != SUBJECT_GRANT || is_grant(list.items[i]))
            add_sound(cataloguer, kind, list.items[i]);
}

struct catalogue catalogue_of_sound(struct repository *repository, struct date today) {
    struct cataloguer cataloguer = {.repository = repository, .choices = choices(today)};
    for (size_t i = 0; i < document_kind_count; i++)
        add_sound_of_kind(&cataloguer, &document_kinds[i]);
    return cataloguer.catalogue;
}

struct text catalogued_path(const struct catalogued *entry, const char *suffix,
                            struct arena *arena) {
    return text_format(arena, "%.*s%s%.*s.%s", TEXT_ARGS(entry->folder),
                       entry->folder.size > 0 ? "/" : "", TEXT_ARGS(entry->stem), suffix);
}
