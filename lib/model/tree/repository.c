// SPDX-License-Identifier: MIT

#include "model/tree/repository.h"

void repository_init(struct repository *repository, struct arena *arena,
                     struct diagnostics *diagnostics, bool keeps_texts) {
    *repository = (struct repository){.arena = arena, .diagnostics = diagnostics};
    sources_init(&repository->sources, arena, diagnostics);
    repository->sources.keeps_texts = keeps_texts;
    index_init(&repository->cases, arena);
    index_init(&repository->papers, arena);
    index_init(&repository->grant_ids, arena);
    index_init(&repository->approving, arena);
    index_init(&repository->meeting_names, arena);
    index_init(&repository->sent, arena);
    index_init(&repository->held, arena);
}

const struct grant *repository_grant(const struct repository *repository, struct text id) {
    return index_find(&repository->grant_ids, id);
}

const struct status_note *repository_note(const struct repository *repository, struct text path) {
    for (size_t i = 0; i < repository->notes.count; i++)
        if (text_equal(repository->notes.items[i]->source->path, path))
            return repository->notes.items[i];
    return NULL;
}

const struct payments *repository_payments(const struct repository *repository,
                                           const struct grant *grant) {
    for (size_t i = 0; i < repository->grants.count; i++)
        if (repository->grants.items[i].grant == grant)
            return repository->grants.items[i].payments;
    return NULL;
}

struct text repository_nearest_grant(const struct repository *repository, struct text id) {
    const struct text start = TEXT("plan/grant-"), end = TEXT(".yaml");
    const struct text_list *files = &repository->plan_files;
    struct text *ids = arena_alloc(repository->arena, (files->count + 1) * sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++)
        if (text_starts_with(files->items[i], start) && text_ends_with(files->items[i], end))
            ids[count++] = text_slice(files->items[i], start.size, files->items[i].size - end.size);
    size_t near = text_nearest(id, ids, count);
    return near < count ? ids[near] : TEXT("");
}

struct text meeting_folder_name(struct arena *arena, struct date date, struct text committee) {
    struct text lower = text_lower(arena, committee);
    return text_format(arena, "%04d-%02d-%02d-%.*s", date.year, date.month, date.day,
                       TEXT_ARGS(lower));
}

struct text case_key(struct arena *arena, struct text committee, struct text number) {
    return text_format(arena, "%.*s-%.*s", TEXT_ARGS(committee), TEXT_ARGS(number));
}

bool repository_is_sent(const struct repository *repository, struct text folder) {
    const bool *sent = index_find(&repository->sent, folder);
    return sent != NULL && *sent;
}

bool repository_lacks_outcome(const struct repository *repository, const struct known_case *known) {
    const struct case_paper *paper = known == NULL ? NULL : known->paper;
    return paper != NULL && !paper->source->broken && paper->outcome.at.line == 0 &&
           case_paper_needs_decision(paper) && index_find(&repository->held, known->folder) != NULL;
}

struct index repository_folder_names(const struct repository *repository) {
    const struct text in = TEXT("meetings/");
    const struct text_list *folders = &repository->meeting_folders;
    struct index names;
    index_init(&names, repository->arena);
    for (size_t i = 0; i < folders->count; i++)
        index_add(&names, text_slice(folders->items[i], in.size, folders->items[i].size),
                  &folders->items[i]);
    return names;
}

bool repository_has_meeting(const struct repository *repository, struct text name) {
    return index_find(&repository->meeting_names, name) != NULL;
}

struct text repository_other_folder_of(const struct repository *repository, struct text folder,
                                       struct text committee, struct text number) {
    struct arena *arena = repository->arena;
    struct text key = case_key(arena, text_lower(arena, committee), number);
    const struct paper_place *place = index_find(&repository->papers, key);
    for (; place != NULL; place = place->next) {
        struct text name = text_slice(place->folder, sizeof "meetings", place->folder.size);
        if (!text_ends_with(folder, name))
            return place->folder;
    }
    return TEXT("");
}

// Numbers are short: two that differ in more than one sign, or in two that have changed places, are
// not alike.
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

struct text repository_nearest_case(const struct repository *repository, struct text committee,
                                    struct text number) {
    struct arena *arena = repository->arena;
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

const struct known_case *repository_case(const struct repository *repository, struct text committee,
                                         struct text number) {
    struct case_number parts;
    if (!case_number_parse(number, &parts))
        return NULL;
    bool is_full = parts.committee.size > 0;
    return index_find(&repository->cases,
                      is_full ? number : case_key(repository->arena, committee, number));
}

struct date repository_decision_day(const struct repository *repository,
                                    const struct grant *grant) {
    const struct known_case *decided =
        repository_case(repository, grant->owner.text, grant->decided_by.text);
    return decided == NULL ? (struct date){0, 0, 0} : decided->date;
}

bool known_case_did_not_pass(const struct known_case *known) {
    return known != NULL && known->paper != NULL && case_paper_did_not_pass(known->paper);
}
