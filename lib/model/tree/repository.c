// SPDX-License-Identifier: MIT

#include "model/tree/repository.h"

#include "base/message.h"
#include "model/tree/no_tree.h"
#include "input/file/folder.h"
#include "input/file/limits.h"
#include "model/meeting/audience.h"
#include "model/organisation/webaddress.h"

#include <stddef.h>

static const struct text organisation_path = TEXT_OF("plan/organisation.yaml");
static const struct text plan_path = TEXT_OF("plan/action-plan.yaml");
static const struct text earlier_cases_path = TEXT_OF("plan/earlier-cases.yaml");

static const char *const earlier_kind[] = {"tidligere saker", NULL};

struct earlier_cases {
    struct earlier_case *items;
    size_t count;
};

#define AT(member) .offset = offsetof(struct earlier_case, member)
static const struct field earlier_case_fields[] = {
    FIELD("sak", SPECIAL, REQUIRED, AT(number), N_("the number of the case, without the committee"),
          .form = &case_number_form),
    FIELD("utvalg", ID, REQUIRED, AT(committee), N_("the committee of the case: the id of a body"),
          .example = "ASU"),
    FIELD("dato", DATE, OPTIONAL, AT(date), N_("the day of the meeting")),
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("the title of the case")),
    FIELD("lenke", SPECIAL, OPTIONAL, AT(url),
          N_("where the case can be read; references link there"), .form = &web_address_form),
};
#undef AT
static const struct shape earlier_case_shape = SHAPE(struct earlier_case, earlier_case_fields);

static const struct field earlier_cases_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = earlier_kind, N_("the kind of this file")),
    FIELD("saker", RECORDS, REQUIRED, .offset = 0,
          N_("cases from before the papers were kept here"), .shape = &earlier_case_shape),
};
const struct shape earlier_cases_shape = SHAPE(struct earlier_cases, earlier_cases_fields);

void repository_init(struct repository *repository, struct arena *arena,
                     struct diagnostics *diagnostics, bool keeps_texts) {
    *repository = (struct repository){.arena = arena, .diagnostics = diagnostics};
    sources_init(&repository->sources, arena, diagnostics);
    repository->sources.keeps_texts = keeps_texts;
    index_init(&repository->cases, arena);
    index_init(&repository->grants, arena);
    index_init(&repository->papers, arena);
    index_init(&repository->sent, arena);
}

bool repository_read(struct repository *repository) {
    struct sources *sources = &repository->sources;
    if (is_no_tree(sources)) {
        report_no_tree(sources, organisation_path);
        return false;
    }
    const struct organisation *organisation = organisation_read(sources, organisation_path);
    bool has_body = organisation != NULL && organisation->bodies.count > 0;
    const struct text_list folders = repository_meeting_folders(repository);
    choose_examples(sources, &folders, has_body ? organisation->bodies.items[0].id.text : TEXT(""));
    repository->organisation = organisation;
    return organisation != NULL;
}

bool repository_open(struct repository *repository, struct arena *arena,
                     struct diagnostics *diagnostics, bool keeps_texts) {
    repository_init(repository, arena, diagnostics, keeps_texts);
    return repository_read(repository);
}

const struct terms *repository_terms(struct repository *repository) {
    if (!repository->terms_were_read)
        repository->terms = terms_read(&repository->sources);
    repository->terms_were_read = true;
    return repository->terms;
}

const struct settings *repository_settings(struct repository *repository) {
    if (repository->settings == NULL)
        repository->settings = settings_read(&repository->sources);
    return repository->settings;
}

const struct plan *repository_plan(struct repository *repository) {
    if (!repository->plan_was_read)
        repository->plan = plan_read_numbers(&repository->sources, plan_path);
    repository->plan_was_read = true;
    return repository->plan;
}

const struct plan *repository_whole_plan(struct repository *repository) {
    if (!repository->plan_is_whole)
        repository_use_plan(repository, plan_read(&repository->sources, plan_path));
    return repository->plan;
}

void repository_use_plan(struct repository *repository, const struct plan *plan) {
    repository->plan = plan;
    repository->plan_was_read = repository->plan_is_whole = true;
}

static bool is_file_name(struct text id) {
    return id.size > 0 && text_find(id, '/') == id.size && text_find(id, '\0') == id.size;
}

const struct grant *repository_grant(struct repository *repository, struct text id) {
    const struct grant *grant = index_find(&repository->grants, id);
    if (grant != NULL || !is_file_name(id))
        return grant;
    struct text path = text_format(repository->arena, "plan/grant-%.*s.yaml", TEXT_ARGS(id));
    if (source_read_if_present(&repository->sources, path, LIMIT_YAML_BYTES) == NULL)
        return NULL;
    grant = grant_read(&repository->sources, path);
    if (grant != NULL)
        index_add(&repository->grants, text_copy(repository->arena, id), grant);
    return grant;
}

struct text repository_nearest_grant(struct repository *repository, struct text id) {
    const struct text start = TEXT("plan/grant-"), end = TEXT(".yaml");
    struct text_list files =
        folder_list(TEXT("plan"), end, repository->diagnostics, repository->arena);
    struct text *ids = arena_alloc(repository->arena, (files.count + 1) * sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < files.count; i++)
        if (text_starts_with(files.items[i], start))
            ids[count++] = text_slice(files.items[i], start.size, files.items[i].size - end.size);
    size_t near = text_nearest(id, ids, count);
    return near < count ? ids[near] : TEXT("");
}

struct text meeting_folder_name(struct arena *arena, struct date date, struct text committee) {
    struct text lower = text_lower(arena, committee);
    return text_format(arena, "%04d-%02d-%02d-%.*s", date.year, date.month, date.day,
                       TEXT_ARGS(lower));
}

static struct text case_key(struct arena *arena, struct text committee, struct text number) {
    return text_format(arena, "%.*s-%.*s", TEXT_ARGS(committee), TEXT_ARGS(number));
}

void repository_read_earlier_cases(struct repository *repository) {
    struct arena *arena = repository->arena;
    struct earlier_cases list = {NULL, 0};
    if (repository->earlier_cases_were_read)
        return;
    repository->earlier_cases_were_read = true;
    struct source *source =
        source_read_if_present(&repository->sources, earlier_cases_path, LIMIT_YAML_BYTES);
    if (source == NULL)
        return;
    bind_yaml(&repository->sources, source, source->text, 1, &earlier_cases_shape, &list);
    for (size_t i = 0; i < list.count; i++) {
        const struct earlier_case *earlier = &list.items[i];
        struct known_case *known = arena_alloc(arena, sizeof *known);
        *known = (struct known_case){
            .committee = earlier->committee.text,
            .number = earlier->number.text,
            .title = earlier->title.text,
            .url = earlier->url.text,
            .date = earlier->date.date,
        };
        organisation_resolve(repository->organisation, earlier->committee, true, source->path,
                             repository->diagnostics);
        if (index_add(&repository->cases, case_key(arena, known->committee, known->number),
                      known) != NULL)
            report(repository->diagnostics, RULE_DUPLICATE_ID, source->path, earlier->number.at,
                   _("the case %.*s stands here twice"), TEXT_ARGS(known->number));
    }
}

struct text_list repository_meeting_folders(struct repository *repository) {
    struct text_list *folders = &repository->meeting_folders;
    if (repository->meeting_folders_were_read)
        return *folders;
    const struct text_list all =
        folder_list(TEXT("meetings"), TEXT(""), repository->diagnostics, repository->arena);
    *folders = (struct text_list){all.items, 0};
    for (size_t i = 0; i < all.count; i++)
        if (!text_is(all.items[i], QUEUE_FOLDER))
            folders->items[folders->count++] = all.items[i];
    repository->meeting_folders_were_read = true;
    return *folders;
}

bool repository_is_sent(struct repository *repository, struct text folder) {
    static const bool sent = true, not_sent = false;
    const bool *known = index_find(&repository->sent, folder);
    if (known != NULL)
        return *known;
    // What is wrong in it is told where it is checked.
    struct diagnostics unheard, *heard = repository->sources.diagnostics;
    diagnostics_init(&unheard, repository->arena);
    repository->sources.diagnostics = &unheard;
    const struct meeting *meeting = meeting_read(&repository->sources, folder, PAPERS_NONE);
    repository->sources.diagnostics = heard;
    known = meeting != NULL && meeting->sent.date.year != 0 ? &sent : &not_sent;
    index_add(&repository->sent, folder, known);
    return *known;
}

bool repository_has_meeting(struct repository *repository, struct text name) {
    struct arena *arena = repository->arena;
    struct text path = text_format(arena, "meetings/%.*s/meeting.yaml", TEXT_ARGS(name));
    return text_find(name, '/') == name.size && source_is_present(&repository->sources, path);
}

// The year that the name of a meeting's folder has, "meetings/2024-10-29-asu"; 0 where it has none.
static int year_of_folder(struct text folder) {
    const size_t start = sizeof "meetings", date_size = sizeof "2024-10-29" - 1;
    int year;
    bool has_date = folder.size > start + date_size + 1 && folder.data[start + date_size] == '-' &&
                    text_to_number(text_slice(folder, start, start + 4), &year);
    return has_date ? year : 0;
}

// The committee, in lower case.
static struct text committee_of_folder(struct text folder, struct arena *arena) {
    return text_nfc(arena, text_slice(folder, sizeof "meetings/2024-10-29-" - 1, folder.size));
}

// A folder that has a paper of some case; all of them, by "asu-41/24".
struct paper_place {
    struct text folder;
    struct paper_place *next;
    struct paper_place *last; // of the first one alone
};

static void add_paper_place(struct repository *repository, struct text key, struct text folder) {
    struct paper_place *place = arena_alloc(repository->arena, sizeof *place);
    *place = (struct paper_place){.folder = folder, .last = place};
    // The index gives what this function itself has put there.
    struct paper_place *first =
        (struct paper_place *)(uintptr_t)index_add(&repository->papers, key, place);
    if (first != NULL)
        first->last = first->last->next = place;
}

static void find_papers_in(struct repository *repository, struct text folder) {
    struct arena *arena = repository->arena;
    const struct text end = TEXT(".md");
    int year = year_of_folder(folder);
    if (year == 0)
        return;
    struct text committee = committee_of_folder(folder, arena);
    struct text_list files = folder_list(folder, end, repository->diagnostics, arena);
    for (size_t i = 0; i < files.count; i++) {
        struct text rest =
            text_slice(files.items[i], folder.size + 1, files.items[i].size - end.size);
        struct text number = text_cut(&rest, '-');
        struct text written = text_format(arena, "%.*s/%.*s", TEXT_ARGS(number), TEXT_ARGS(rest));
        struct case_number parts;
        if (case_number_parse(written, &parts) && parts.year == year)
            add_paper_place(repository, case_key(arena, committee, written), folder);
    }
}

void repository_find_papers(struct repository *repository) {
    struct text_list folders = repository_meeting_folders(repository);
    if (repository->papers_are_known)
        return;
    repository->papers_are_known = true;
    for (size_t i = 0; i < folders.count; i++)
        find_papers_in(repository, folders.items[i]);
}

// The folders that have a paper of the case: a few are looked into, if all have not been.
static struct text_list folders_with_paper(struct repository *repository, struct text committee,
                                           struct text number, int year) {
    struct arena *arena = repository->arena;
    struct text lower = text_lower(arena, committee);
    struct text_list found = {NULL, 0};
    if (repository->papers_are_known) {
        const struct paper_place *place =
            index_find(&repository->papers, case_key(arena, lower, number));
        for (; place != NULL; place = place->next) {
            found.items = arena_append(arena, found.items, found.count, sizeof *found.items);
            found.items[found.count++] = place->folder;
        }
        return found;
    }
    struct text_list folders = repository_meeting_folders(repository);
    for (size_t i = 0; i < folders.count; i++) {
        if (year_of_folder(folders.items[i]) != year ||
            !text_equal(committee_of_folder(folders.items[i], arena), lower) ||
            !source_is_present(&repository->sources,
                               case_paper_path(arena, folders.items[i], number)))
            continue;
        found.items = arena_append(arena, found.items, found.count, sizeof *found.items);
        found.items[found.count++] = folders.items[i];
    }
    return found;
}

static const struct known_case *find_paper(struct repository *repository, struct text committee,
                                           struct text number, int year) {
    struct arena *arena = repository->arena;
    struct text_list folders = folders_with_paper(repository, committee, number, year);
    if (folders.count == 0)
        return NULL;
    struct text folder = folders.items[0], path = case_paper_path(arena, folder, number);
    const struct case_paper *paper =
        case_paper_read(&repository->sources, path, false, TEXT(""), (struct position){0, 0});
    // A paper that cannot be read has been reported: its case is there nevertheless.
    struct text title =
        paper == NULL ? TEXT("") : case_paper_for(paper, AUDIENCE_PUBLIC, arena)->title.text;
    struct known_case *known = arena_alloc(arena, sizeof *known);
    *known = (struct known_case){committee, number, title, folder, .url = TEXT("")};
    size_t name = sizeof "meetings"; // with the slash
    date_parse(text_slice(folder, name, name + 10), &known->date);
    return known;
}

struct text repository_other_folder_of(struct repository *repository, struct text folder,
                                       struct text committee, struct text number) {
    struct case_number parts;
    if (!case_number_parse(number, &parts))
        return TEXT("");
    struct text_list folders = folders_with_paper(repository, committee, number, parts.year);
    for (size_t i = 0; i < folders.count; i++) {
        struct text name = text_slice(folders.items[i], sizeof "meetings", folders.items[i].size);
        if (!text_ends_with(folder, name))
            return folders.items[i];
    }
    return TEXT("");
}

// Numbers are short: with more than one sign another, or two that have changed places, they are not
// alike.
static bool is_one_slip_away(struct text a, struct text b) {
    size_t same = 0;
    while (same < a.size && same < b.size && a.data[same] == b.data[same])
        same++;
    a = text_slice(a, same, a.size);
    b = text_slice(b, same, b.size);
    while (a.size > 0 && b.size > 0 && a.data[a.size - 1] == b.data[b.size - 1]) {
        a.size--;
        b.size--;
    }
    bool swapped = a.size == 2 && b.size == 2 && a.data[0] == b.data[1] && a.data[1] == b.data[0];
    return (a.size <= 1 && b.size <= 1) || swapped;
}

struct text repository_nearest_case(struct repository *repository, struct text committee,
                                    struct text number) {
    struct arena *arena = repository->arena;
    repository_find_papers(repository);
    struct text lower = case_key(arena, text_lower(arena, committee), number);
    struct text near[] = {
        index_nearest(&repository->papers, lower),
        index_nearest(&repository->cases, case_key(arena, committee, number)),
    };
    for (size_t i = 0; i < 2; i++) {
        struct text of = text_slice(near[i], 0, near[i].size < committee.size ? 0 : committee.size);
        bool same = text_equal(text_lower(arena, of), text_lower(arena, committee));
        struct text found = text_slice(near[i], of.size, near[i].size);
        if (same && text_starts_with(found, TEXT("-")) &&
            is_one_slip_away(text_slice(found, 1, found.size), number))
            return text_slice(found, 1, found.size);
    }
    return TEXT("");
}

const struct known_case *repository_case(struct repository *repository, struct text committee,
                                         struct text number) {
    struct case_number parts;
    if (!case_number_parse(number, &parts))
        return NULL;
    if (parts.committee.size > 0) {
        committee = parts.committee;
        number = text_slice(number, committee.size + 1, number.size);
    }
    repository_read_earlier_cases(repository);
    struct text key = case_key(repository->arena, committee, number);
    const struct known_case *known = index_find(&repository->cases, key);
    if (known != NULL)
        return known;
    known = find_paper(repository, committee, number, parts.year);
    if (known != NULL)
        index_add(&repository->cases, key, known);
    return known;
}

struct date repository_decision_day(struct repository *repository, const struct grant *grant) {
    const struct known_case *decided =
        repository_case(repository, grant->owner.text, grant->decided_by.text);
    return decided == NULL ? (struct date){0, 0, 0} : decided->date;
}
