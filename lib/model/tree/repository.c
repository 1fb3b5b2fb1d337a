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
    index_init(&repository->looked_at, arena);
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

struct text grant_id_in_path(struct text path) {
    const struct text start = TEXT("plan/grant-"), end = TEXT(".yaml");
    bool has_id = text_starts_with(path, start) && text_ends_with(path, end) &&
                  path.size > start.size + end.size;
    return has_id ? text_slice(path, start.size, path.size - end.size) : TEXT("");
}

struct text repository_nearest_grant(const struct repository *repository, struct text id) {
    const struct text_list *files = &repository->plan_files;
    struct text *ids = arena_alloc(repository->arena, (files->count + 1) * sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        ids[count] = grant_id_in_path(files->items[i]);
        count += ids[count].size > 0;
    }
    size_t near = text_nearest(id, ids, count);
    return near < count ? ids[near] : TEXT("");
}

struct text meeting_folder_name(struct arena *arena, struct date date, struct text committee) {
    struct text lower = text_lower(arena, committee);
    return text_format(arena, "%04d-%02d-%02d-%.*s", date.year, date.month, date.day,
                       TEXT_ARGS(lower));
}

struct text repository_case_key(const struct repository *repository, struct text committee,
                                struct text number, struct text folder) {
    return case_number_key(number, &repository->sources, committee, meeting_name_of(folder),
                           repository->arena);
}

struct text repository_case_in_full(const struct repository *repository, struct text committee,
                                    struct text number, struct text folder) {
    struct case_number parts;
    const struct sources *sources = &repository->sources;
    struct arena *arena = repository->arena;
    if (case_number_parse(number, sources, committee, &parts) &&
        parts.starts == RESTARTS_EACH_MEETING && parts.meeting.size == 0 && folder.size > 0)
        return text_format(arena, "%.*s/%.*s", TEXT_ARGS(meeting_name_of(folder)),
                           TEXT_ARGS(number));
    return case_number_in_full(number, sources, committee, arena);
}

struct text meeting_name_of(struct text folder) {
    const struct text in = TEXT("meetings/");
    return text_starts_with(folder, in) ? text_slice(folder, in.size, folder.size) : folder;
}

bool repository_is_sent(const struct repository *repository, struct text folder) {
    const bool *sent = index_find(&repository->sent, folder);
    return sent != NULL && *sent;
}

bool repository_lacks_outcome(const struct repository *repository, const struct known_case *known) {
    const struct case_paper *paper = known == NULL ? NULL : known->paper;
    const struct meeting *meeting =
        known == NULL ? NULL : index_find(&repository->looked_at, known->folder);
    return meeting != NULL && meeting->minutes.at.line > 0 && paper != NULL &&
           !paper->source->broken && paper->outcome.at.line == 0 &&
           !case_paper_is_decided_alone(paper) && case_paper_needs_decision(paper);
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

// Whether the earlier of two meetings has postponed the case to the later one.
static bool is_postponed_to_other(const struct paper_place *a, const struct paper_place *b) {
    if (a == NULL)
        return false;
    const struct paper_place *earlier = text_compare(a->folder, b->folder) < 0 ? a : b;
    return earlier->paper != NULL && case_paper_came_out(earlier->paper, OUTCOME_POSTPONED);
}

struct text repository_other_folder_of(const struct repository *repository, struct text folder,
                                       struct text committee, struct text number) {
    struct arena *arena = repository->arena;
    struct text key = repository_case_key(repository, text_lower(arena, committee), number, folder);
    const struct paper_place *place = index_find(&repository->papers, key);
    const struct paper_place *own = place;
    while (own != NULL && !text_ends_with(folder, meeting_name_of(own->folder)))
        own = own->next;
    for (; place != NULL; place = place->next)
        if (!text_ends_with(folder, meeting_name_of(place->folder)) &&
            !is_postponed_to_other(own, place))
            return place->folder;
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

// Whether the key of a case is that of another of the committee, but for a slip of the finger.
static bool is_slip_of(struct text key, struct text near, size_t committee_size,
                       struct arena *arena) {
    struct text number = text_slice(key, committee_size, key.size);
    struct text other =
        text_slice(near, near.size < committee_size ? near.size : committee_size, near.size);
    struct text of = text_lower(arena, text_slice(near, 0, near.size - other.size));
    bool same = text_equal(of, text_lower(arena, text_slice(key, 0, committee_size)));
    return same && text_starts_with(other, TEXT("-")) && is_one_slip_away(other, number);
}

struct text repository_nearest_case(const struct repository *repository, struct text committee,
                                    struct text number) {
    struct arena *arena = repository->arena;
    struct text lower_committee = text_lower(arena, committee);
    struct text lower = repository_case_key(repository, lower_committee, number, TEXT(""));
    struct text key = repository_case_key(repository, committee, number, TEXT(""));
    struct text near_paper = index_nearest(&repository->papers, lower);
    struct text near_case = index_nearest(&repository->cases, key);
    if (is_slip_of(lower, near_paper, lower_committee.size, arena)) {
        const struct paper_place *place = index_find(&repository->papers, near_paper);
        return place->number;
    }
    if (is_slip_of(key, near_case, committee.size, arena)) {
        const struct known_case *known = index_find(&repository->cases, near_case);
        return known->number;
    }
    return TEXT("");
}

const struct known_case *repository_case(const struct repository *repository, struct text committee,
                                         struct text number) {
    struct case_number parts;
    if (!case_number_parse(number, &repository->sources, committee, &parts))
        return NULL;
    return index_find(&repository->cases,
                      repository_case_key(repository, committee, number, TEXT("")));
}

struct date repository_decision_day(const struct repository *repository,
                                    const struct grant *grant) {
    const struct known_case *decided =
        repository_case(repository, grant->owner.text, grant->decided_by.text);
    return decided == NULL ? (struct date){0, 0, 0} : decided->date;
}

// What came out of a case says more than its type: one for information can end in a decision.
static bool only_tells(const struct case_paper *paper) {
    bool decides = case_paper_needs_decision(paper) || paper->outcome.at.line > 0 ||
                   !paper->body_is_read || case_paper_is_decided_alone(paper);
    bool approves_minutes = paper->type.index == CASE_APPROVAL && paper->approves.count > 0;
    return paper->type.at.line > 0 && (approves_minutes || !decides);
}

enum case_standing repository_standing(const struct repository *repository,
                                       const struct known_case *known) {
    const struct case_paper *paper = known == NULL ? NULL : known->paper;
    if (paper == NULL || paper->source->broken)
        return STANDING_DECIDED;
    const struct meeting *meeting = index_find(&repository->looked_at, known->folder);
    bool is_clear = meeting != NULL && !meeting->source->broken;
    if (case_paper_did_not_pass(paper))
        return STANDING_LOST;
    if (is_clear && meeting_is_cancelled(meeting))
        return STANDING_CANCELLED;
    if (only_tells(paper))
        return STANDING_TOLD;
    return is_clear && meeting->minutes.at.line == 0 ? STANDING_TO_COME : STANDING_DECIDED;
}

bool standing_is_lost(enum case_standing standing) {
    return standing == STANDING_LOST || standing == STANDING_CANCELLED;
}
