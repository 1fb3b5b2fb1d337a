// SPDX-License-Identifier: MIT

#include "model/tree/reading.h"

#include "input/file/folder.h"
#include "input/file/limits.h"
#include "model/meeting/approval.h"
#include "model/meeting/queue.h"
#include "model/organisation/called.h"
#include "model/tree/files.h"
#include "model/tree/kinds.h"
#include "model/tree/no_tree.h"
#include "model/tree/fetch.h"
#include "model/tree/read_plans.h"

static void list_files(struct repository *repository) {
    struct arena *arena = repository->arena;
    struct text_list *folders = &repository->meeting_folders;
    size_t kept = 0;
    struct diagnostics silent; // the check of the whole tree reports the folder's names
    diagnostics_init(&silent, arena);
    repository->plan_files = folder_list(TEXT("plan"), TEXT(""), &silent, arena);
    *folders = folder_list(TEXT("meetings"), TEXT(""), repository->diagnostics, arena);
    for (size_t i = 0; i < folders->count; i++)
        if (!text_is(folders->items[i], QUEUE_FOLDER))
            folders->items[kept++] = folders->items[i];
    folders->count = kept;
}

bool read_organisation(struct repository *repository) {
    struct sources *sources = &repository->sources;
    if (is_no_tree(sources)) {
        report_no_tree(sources, TEXT(ORGANISATION_PATH));
        return false;
    }
    struct organisation *organisation = organisation_read(sources, TEXT(ORGANISATION_PATH));
    if (organisation != NULL)
        called_index(organisation, sources->arena);
    list_files(repository);
    bool has_body = organisation != NULL && organisation->bodies.count > 0;
    choose_examples(sources, &repository->meeting_folders,
                    has_body ? organisation->bodies.items[0].id.text : TEXT(""));
    repository->organisation = organisation;
    return organisation != NULL;
}

void read_settings(struct repository *repository) {
    repository->settings = settings_read(&repository->sources);
}

const struct plan *read_plan(struct repository *repository, struct text path) {
    struct reader reader;
    reader_init(&reader, repository);
    const struct plan *plan = reader_read_plan(&reader, path);
    if (plan_may_be(path))
        reader_read_plans_if_present(&reader, false);
    else
        repository->plan = plan;
    reader_read_notes(&reader);
    reader_fetch(&reader);
    return plan;
}

// The whole of a plan that may have been read for its numbers alone, with what it names. NULL stays
// NULL.
static const struct plan *read_shown_plan(struct reader *reader, const struct plan *plan) {
    if (plan == NULL || plan->is_whole)
        return plan;
    plan = reader_read_plan(reader, plan->source->path);
    reader_settle_plans(reader);
    return plan;
}

// The numbers of several plans; of an only one, all, with what it names.
static void read_plans_to_show(struct reader *reader) {
    const struct text_list *files = &reader->repository->plan_files;
    struct text only = TEXT("");
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++)
        if (plan_may_be(files->items[i])) {
            only = files->items[i];
            count++;
        }
    if (count == 1)
        reader_read_plan(reader, only);
    reader_read_plans_if_present(reader, false);
}

// One that is not there is told where it is read.
static const struct plan *plan_named(struct reader *reader, struct text path) {
    const struct plan *plan = repository_plan_at(reader->repository, path);
    return plan != NULL ? plan : reader_read_plan(reader, path);
}

const struct status_note *read_status(struct repository *repository, struct text path,
                                      const struct plan **plan) {
    struct reader reader;
    reader_init(&reader, repository);
    read_plans_to_show(&reader);
    reader_read_notes(&reader);
    const struct status_note *note = path.size == 0 ? NULL : repository_note(repository, path);
    if (path.size > 0 && note == NULL && !plan_may_be(path))
        note = reader_read_note(&reader, path);
    *plan = note != NULL        ? repository_plan_of_note(repository, note)
            : plan_may_be(path) ? plan_named(&reader, path)
                                : repository_plan(repository, TEXT(""), repository->today);
    *plan = read_shown_plan(&reader, *plan);
    if (*plan == NULL && path.size == 0)
        reader_read_plans(&reader, false); // for the report that there is none
    reader_fetch(&reader);
    return note;
}

const struct strategy *read_strategy(struct repository *repository, const struct plan **plan) {
    struct reader reader;
    reader_init(&reader, repository);
    read_plans_to_show(&reader);
    reader_read_notes(&reader);
    reader_read_strategy(&reader, true);
    if (repository->strategy != NULL)
        *plan =
            read_shown_plan(&reader, repository_plan(repository, repository->strategy->owner.text,
                                                     repository->today));
    reader_fetch(&reader);
    return repository->strategy;
}

static void read_papers_of_grant(struct reader *reader, const struct grant *grant) {
    struct text committee = grant->owner.text;
    reader_fetch_whole_paper(reader, committee, grant->decided_by.text);
    for (size_t i = 0; i < grant->changes.count; i++)
        reader_fetch_whole_paper(reader, committee, grant->changes.items[i].decided_by.text);
}

bool read_grants(struct repository *repository, const struct text_list *paths,
                 const struct grant **grants) {
    struct reader reader;
    bool good = true;
    reader_init(&reader, repository);
    for (size_t i = 0; i < paths->count; i++) {
        grants[i] = reader_read_grant(&reader, paths->items[i], true);
        good = good && grants[i] != NULL;
    }
    if (!good)
        return false;
    reader_fetch(&reader);
    for (size_t i = 0; i < paths->count; i++)
        read_papers_of_grant(&reader, grants[i]);
    return true;
}

const struct grant *read_grant(struct repository *repository, struct text path) {
    const struct grant *grant;
    return read_grants(repository, &(struct text_list){&path, 1}, &grant) ? grant : NULL;
}

const struct registry *read_registry(struct repository *repository, enum registry_id id) {
    struct reader reader;
    reader_init(&reader, repository);
    const struct registry *registry = reader_read_registry(&reader, id);
    reader_fetch(&reader);
    return registry;
}

// Plans that are there, whole.
static void read_whole_plans(struct reader *reader) {
    const struct text_list *files = &reader->repository->plan_files;
    for (size_t i = 0; i < files->count; i++)
        if (plan_may_be(files->items[i]))
            reader_read_plan(reader, files->items[i]);
    reader->has_plans = true;
    reader_settle_plans(reader);
}

static void read_work_of_all(struct reader *reader) {
    struct repository *repository = reader->repository;
    const struct text_list *files = &repository->plan_files;
    reader_find_papers(reader);
    read_whole_plans(reader);
    reader_read_notes(reader);
    for (size_t i = 0; i < files->count; i++)
        if (grant_id_in_path(files->items[i]).size > 0)
            reader_read_grant(reader, files->items[i], true);
    for (size_t i = 0; i < repository->meeting_folders.count; i++)
        reader_read_meeting(reader, repository->meeting_folders.items[i], PAPERS_WHOLE);
    reader_fetch(reader);
    for (size_t i = 0; i < repository->grants.count; i++)
        read_papers_of_grant(reader, repository->grants.items[i].grant);
}

const struct year_wheel *read_year(struct repository *repository) {
    struct reader reader;
    reader_init(&reader, repository);
    const struct year_wheel *year = reader_read_year(&reader);
    if (year != NULL)
        read_work_of_all(&reader);
    return year;
}

const struct year_wheel *read_year_alone(struct repository *repository) {
    const struct text_list *files = &repository->plan_files;
    for (size_t i = 0; i < files->count; i++)
        if (text_equal(files->items[i], TEXT(YEAR_PATH)))
            return year_wheel_read(&repository->sources);
    return NULL;
}

void read_work(struct repository *repository) {
    struct reader reader;
    reader_init(&reader, repository);
    read_work_of_all(&reader);
}

const struct meeting *read_meeting(struct repository *repository, struct text folder,
                                   enum papers papers) {
    struct reader reader;
    reader_init(&reader, repository);
    const struct meeting *meeting = reader_read_meeting(&reader, folder, papers);
    reader_fetch(&reader);
    return meeting;
}

// A file that cannot be read may be the one that approves the minutes: that is reported. Other
// faults of a later meeting do not concern them.
static void tell_unreadable(struct diagnostics *heard, const struct diagnostics *silent) {
    for (size_t i = 0; i < silent->count; i++) {
        const struct diagnostic *found = &silent->items[i];
        if (found->rule == RULE_WRONG_TYPE || found->rule == RULE_YAML_SYNTAX ||
            found->rule == RULE_YAML_FEATURE || found->rule == RULE_YAML_NESTING)
            report(heard, found->rule, found->file, found->at, "%.*s", TEXT_ARGS(found->message));
    }
}

// Until one is found that approves the minutes.
static void read_later_meetings(struct reader *reader, const struct meeting *meeting) {
    struct repository *repository = reader->repository;
    struct diagnostics silent;
    struct diagnostics *heard = reader_is_silent(reader, &silent);
    const struct approval *approval = approval_find(repository, meeting);
    for (size_t i = 0; i < repository->meeting_folders.count; i++) {
        struct text folder = repository->meeting_folders.items[i];
        if (text_ends_with(meeting->folder, meeting_name_of(folder)) ||
            !approval_may_be_in(meeting, folder, reader->arena))
            continue;
        const struct meeting *later = reader_read_meeting(reader, folder, PAPERS_FRONT);
        if (later != NULL)
            reader_read_other_papers(reader, later);
        approval = approval_find(repository, meeting);
        if (approval != NULL &&
            (approval->outcome.at.line == 0 || approval->outcome.index != OUTCOME_POSTPONED))
            break;
    }
    reader->fetched = reader->owned; // what they name is not needed here
    if (approval != NULL)
        reader_fetch_case(reader, meeting->committee.text, approval->number.text);
    reader_speaks(reader, heard);
    tell_unreadable(heard, &silent);
}

const struct meeting *read_held_meeting(struct repository *repository, struct text folder) {
    struct reader reader;
    reader_init(&reader, repository);
    const struct meeting *meeting = reader_read_meeting(&reader, folder, PAPERS_WHOLE);
    reader_fetch(&reader);
    if (meeting != NULL)
        read_later_meetings(&reader, meeting);
    return meeting;
}

void read_meetings(struct repository *repository) {
    struct reader reader;
    reader_init(&reader, repository);
    reader_find_papers(&reader);
    for (size_t i = 0; i < repository->meeting_folders.count; i++)
        reader_read_meeting(&reader, repository->meeting_folders.items[i], PAPERS_WHOLE);
    reader_fetch(&reader);
}

static void read_queue(struct reader *reader, struct text committee) {
    struct repository *repository = reader->repository;
    struct queue *queue = arena_alloc(reader->arena, sizeof *queue);
    *queue = queue_read(
        &repository->sources, repository->organisation,
        folder_with_attachments(TEXT(QUEUE_FOLDER), repository->diagnostics, reader->arena),
        committee);
    repository->queue = queue;
    reader_owns(reader, (struct namer){.by = TEXT(QUEUE_FOLDER)});
}

void read_for_new_meeting(struct repository *repository, struct text committee, struct text model,
                          const struct meeting **model_meeting) {
    struct reader reader;
    struct arena *arena = repository->arena;
    struct text suffix = text_concat(arena, TEXT("-"), text_lower(arena, committee));
    reader_init(&reader, repository);
    reader_find_papers(&reader);
    reader_read_earlier_cases(&reader);
    *model_meeting = NULL;
    if (model.size > 0)
        *model_meeting = meeting_read(&repository->sources, model, PAPERS_PRESENT);
    for (size_t i = 0; i < repository->meeting_folders.count; i++)
        if (text_ends_with(text_nfc(arena, repository->meeting_folders.items[i]), suffix))
            reader_read_meeting(&reader, repository->meeting_folders.items[i], PAPERS_PRESENT);
    read_queue(&reader, committee);
    reader_fetch(&reader);
    for (size_t i = 0; i < repository->meetings.count; i++)
        reader_read_other_papers(&reader, repository->meetings.items[i]);
    reader_add_all_cases(&reader);
}

// --- everything ---

static void read_meeting_folder(struct reader *reader, struct text folder) {
    struct repository *repository = reader->repository;
    if (folder_is_there(folder, reader->arena)) {
        reader_read_meeting(reader, folder, PAPERS_PRESENT);
        return;
    }
    text_list_add(&repository->stray_files, folder, reader->arena);
}

static bool is_stray(const struct repository *repository, struct text path) {
    return plan_file_is_misnamed(path, repository->arena) ||
           plan_file_lacks_grant(repository, path).size > 0;
}

// A file in the wrong place: plan-check reports it, unless the file itself says why it is there.
static void read_strays(struct reader *reader) {
    struct repository *repository = reader->repository;
    struct diagnostics silent;
    struct diagnostics *heard = reader_is_silent(reader, &silent);
    const size_t most = 2 * LIMIT_BODY_BYTES;
    source_read_if_present(&repository->sources, TEXT(".plan-check.yml"), most);
    for (size_t i = 0; i < repository->plan_files.count; i++)
        if (is_stray(repository, repository->plan_files.items[i]))
            source_read_if_present(&repository->sources, repository->plan_files.items[i], most);
    reader_speaks(reader, heard);
    for (size_t i = 0; i < repository->meetings.count; i++)
        reader_read_other_papers(reader, repository->meetings.items[i]);
}

// Those that may be plans first: others refer to them.
static void read_files_of_plan(struct reader *reader, bool plans) {
    const struct text_list *files = &reader->repository->plan_files;
    for (size_t i = 0; i < files->count; i++) {
        if (!text_ends_with(files->items[i], TEXT(".yaml")) ||
            plan_may_be(files->items[i]) != plans)
            continue;
        reader->has_plans = reader->has_plans || plans;
        file_kind_read(reader, files->items[i]);
    }
}

void read_everything(struct repository *repository) {
    struct reader reader;
    reader_init(&reader, repository);
    reader.reads_all = true;
    reader_find_papers(&reader);
    reader_read_earlier_cases(&reader);
    read_files_of_plan(&reader, true);
    reader_settle_plans(&reader);
    read_files_of_plan(&reader, false);
    reader_read_strategy(&reader, false);
    for (size_t i = 0; i < repository->meeting_folders.count; i++)
        read_meeting_folder(&reader, repository->meeting_folders.items[i]);
    read_queue(&reader, TEXT(""));
    reader_fetch(&reader);
    for (size_t i = 0; i < repository->grants.count; i++)
        read_papers_of_grant(&reader, repository->grants.items[i].grant);
    read_strays(&reader);
    reader_add_all_cases(&reader);
    list_all_files(repository);
}
