// SPDX-License-Identifier: MIT

#include "check/tree/everything.h"

#include "check/tree/files.h"
#include "base/message.h"
#include "check/meeting/case_numbers.h"
#include "check/meeting/meeting_numbers.h"
#include "check/decisions/decisions.h"
#include "check/grant/rules.h"
#include "check/meeting/rules.h"
#include "check/plan/rules.h"
#include "check/decisions/follow_ups.h"
#include "check/meeting/queue.h"
#include "check/decisions/shown.h"
#include "check/writing/writing.h"
#include "input/file/folder.h"
#include "input/file/limits.h"

#include <sys/stat.h>

static void check_plan_file(struct repository *repository, struct text path) {
    const struct plan *whole = repository_whole_plan(repository);
    const struct plan *plan = whole;
    if (whole == NULL || !text_equal(whole->source->path, path))
        plan = plan_read(&repository->sources, path);
    if (plan == NULL)
        return;
    // References within a plan are to its own actions.
    repository_use_plan(repository, plan);
    check_plan(repository, plan);
    check_plan_numbers(repository, plan);
    check_plan_references(repository, plan);
    check_plan_texts(repository, plan);
    check_plan_status(repository, plan);
    repository_use_plan(repository, whole);
}

static void check_grant_file(struct repository *repository, struct text path) {
    struct text id = text_slice(path, 0, path.size - sizeof ".yaml" + 1);
    const struct text start = TEXT("plan/grant-");
    const struct grant *grant =
        text_starts_with(id, start)
            ? repository_grant(repository, text_slice(id, start.size, id.size))
            : grant_read(&repository->sources, path);
    if (grant != NULL && !text_starts_with(id, start) && grant->id.text.size > 0)
        report(repository->diagnostics, RULE_GRANT_ID, path, (struct position){0, 0},
               _("a grant is found by the name of its file; rename it to 'grant-%.*s.yaml'"),
               TEXT_ARGS(grant->id.text));
    if (grant != NULL)
        check_whole_grant(repository, grant);
    if (grant != NULL)
        check_grant_questions(repository, grant);
}

// Read where the tree is opened.
static void check_organisation_file(struct repository *repository, struct text path) {
    (void)repository;
    (void)path;
}

static void check_earlier_cases_file(struct repository *repository, struct text path) {
    (void)path;
    repository_read_earlier_cases(repository);
}

static void check_terms_file(struct repository *repository, struct text path) {
    (void)path;
    repository_terms(repository);
}

static const struct {
    const char *kind;
    const char *path; // the only one it may have; NULL: any
    void (*check)(struct repository *repository, struct text path);
} plan_kinds[] = {
    {"organisasjon", "plan/organisation.yaml", check_organisation_file},
    {"tidligere saker", "plan/earlier-cases.yaml", check_earlier_cases_file},
    {"termer", "plan/terms.yaml", check_terms_file},
    {"handlingsplan", NULL, check_plan_file},
    {"tilskudd", NULL, check_grant_file},
};

// What a file without a kind most likely is: who reads it says that its kind is missing.
static struct text usual_kind(struct text path) {
    if (text_is(path, "plan/action-plan.yaml"))
        return TEXT("handlingsplan");
    return text_starts_with(path, TEXT("plan/grant-")) ? TEXT("tilskudd") : TEXT("");
}

static void check_file_of_plan(struct repository *repository, struct text path) {
    const struct position whole = {0, 0};
    struct source *source =
        source_read(&repository->sources, path, LIMIT_YAML_BYTES, TEXT(""), whole);
    if (source == NULL)
        return;
    struct text kind = source_value(source, TEXT("dokument:"));
    if (kind.size == 0)
        kind = usual_kind(path);
    for (size_t i = 0; i < sizeof plan_kinds / sizeof *plan_kinds; i++) {
        if (!text_is(kind, plan_kinds[i].kind) &&
            !(plan_kinds[i].path != NULL && text_is(path, plan_kinds[i].path)))
            continue;
        if (plan_kinds[i].path == NULL || text_is(path, plan_kinds[i].path))
            plan_kinds[i].check(repository, path);
        else
            report(repository->diagnostics, RULE_DOCUMENT_KIND, path, whole,
                   _("a file of the kind '%s' is read from %s alone; move it there"),
                   plan_kinds[i].kind, plan_kinds[i].path);
        return;
    }
    if (kind.size == 0)
        report(repository->diagnostics, RULE_MISSING_KEY, path, (struct position){1, 1},
               _("the key '%s' is missing here"), "dokument");
    else
        report(repository->diagnostics, RULE_DOCUMENT_KIND, path, whole,
               _("'dokument: %.*s' is no kind of file that plan/ has; it is one of: %s"),
               TEXT_ARGS(kind), "organisasjon, tidligere saker, termer, handlingsplan, tilskudd");
}

// What ends in ".yml" is not read, and nobody would know.
static void check_name_of_plan_file(struct repository *repository, struct text path) {
    struct arena *arena = repository->arena;
    struct text lower = text_lower(arena, path);
    const struct text start = TEXT("plan/grant-"), end = TEXT("-payments.csv");
    const struct index *told = repository->diagnostics->files;
    bool is_told = told != NULL && index_find(told, path) != NULL;
    if (is_told)
        return;
    if (text_ends_with(lower, TEXT(".yml")) || text_ends_with(lower, TEXT(".yaml.txt")) ||
        (text_ends_with(lower, TEXT(".yaml")) && !text_ends_with(path, TEXT(".yaml"))))
        report(repository->diagnostics, RULE_DOCUMENT_KIND, path, (struct position){0, 0},
               _("the file is not read; its name should end in '.yaml'"));
    if (!text_starts_with(path, start) || !text_ends_with(path, end) ||
        path.size <= start.size + end.size || source_find(&repository->sources, path) != NULL)
        return;
    struct text id = text_slice(path, start.size, path.size - end.size);
    struct text grant = text_format(arena, "plan/grant-%.*s.yaml", TEXT_ARGS(id));
    if (!source_is_present(&repository->sources, grant))
        report(repository->diagnostics, RULE_UNKNOWN_GRANT, path, (struct position){0, 0},
               _("there is no grant '%.*s' (plan/grant-%.*s.yaml)"), TEXT_ARGS(id), TEXT_ARGS(id));
}

static void check_name_of_settings(struct repository *repository) {
    static const struct text other = TEXT_OF(".plan-check.yml");
    if (source_is_present(&repository->sources, other))
        report(repository->diagnostics, RULE_DOCUMENT_KIND, other, (struct position){0, 0},
               _("the file is not read; its name should end in '.yaml'"));
}

static bool is_folder(struct text path, struct arena *arena) {
    struct stat status;
    return stat(text_copy(arena, path).data, &status) == 0 && S_ISDIR(status.st_mode);
}

// What spans meetings.
struct across {
    struct case_numbers numbers;
    struct shown_decisions decisions;
    struct follow_ups follow_ups;
    struct meeting_numbers meetings;
    struct listed_files files;
};

static void check_meeting_folder(struct repository *repository, struct text folder,
                                 struct across *across) {
    if (!is_folder(folder, repository->arena)) {
        report(repository->diagnostics, RULE_FILE_KIND, folder, (struct position){0, 0},
               _("meetings/ has a folder for each meeting; this is none"));
        return;
    }
    const struct meeting *meeting = meeting_read(&repository->sources, folder, PAPERS_PRESENT);
    if (meeting == NULL)
        return;
    check_meeting(repository, meeting);
    check_case_papers(repository, meeting);
    check_not_ahead(repository, meeting, repository->today);
    check_agenda(repository, meeting);
    check_decisions(repository, meeting);
    case_numbers_add(&across->numbers, meeting);
    shown_decisions_add(&across->decisions, meeting);
    follow_ups_add(&across->follow_ups, meeting);
    meeting_numbers_add(&across->meetings, meeting);
    listed_files_add(&across->files, meeting);
}

void check_everything(struct repository *repository) {
    repository_find_papers(repository);
    repository_settings(repository); // what is wrong in them is reported
    check_name_of_settings(repository);
    struct across across = {.numbers = {.repository = repository},
                            .follow_ups = {.repository = repository}};
    struct text_list files =
        folder_list(TEXT("plan"), TEXT(""), repository->diagnostics, repository->arena);
    struct text_list folders = repository_meeting_folders(repository);
    for (size_t i = 0; i < files.count; i++)
        if (text_ends_with(files.items[i], TEXT(".yaml")))
            check_file_of_plan(repository, files.items[i]);
    for (size_t i = 0; i < files.count; i++)
        check_name_of_plan_file(repository, files.items[i]);
    shown_decisions_init(&across.decisions, repository);
    meeting_numbers_init(&across.meetings, repository);
    listed_files_init(&across.files, repository);
    for (size_t i = 0; i < folders.count; i++)
        check_meeting_folder(repository, folders.items[i], &across);
    case_numbers_check(&across.numbers);
    shown_decisions_check(&across.decisions);
    follow_ups_check(&across.follow_ups);
    const struct queue queue = queue_read(repository);
    check_queue(repository, &queue);
    check_files(&across.files);
    check_texts(repository);
}
