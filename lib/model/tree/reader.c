// SPDX-License-Identifier: MIT

#include "model/tree/reader.h"

#include "base/message.h"
#include "input/file/folder.h"
#include "input/file/limits.h"
#include "input/markdown/markdown.h"
#include "model/meeting/audience.h"
#include "model/meeting/earlier.h"

void reader_init(struct reader *reader, struct repository *repository) {
    *reader = (struct reader){.repository = repository,
                              .arena = repository->arena,
                              .owned = repository->sources.named_count,
                              .fetched = repository->sources.named_count};
    index_init(&reader->papers, reader->arena);
    index_init(&reader->shown, reader->arena);
    index_init(&reader->bodies, reader->arena);
    const struct organisation *organisation = repository->organisation;
    for (size_t i = 0; organisation != NULL && i < organisation->bodies.count; i++) {
        const struct body *body = &organisation->bodies.items[i];
        index_add(&reader->bodies, text_lower(reader->arena, body->id.text), body);
    }
}

void reader_owns(struct reader *reader, struct namer namer) {
    struct sources *sources = &reader->repository->sources;
    for (; reader->owned < sources->named_count; reader->owned++) {
        struct named_thing *thing = &sources->named[reader->owned];
        thing->committee = namer.committee;
        thing->by = namer.by;
        thing->day = namer.day;
    }
}

struct diagnostics *reader_is_silent(struct reader *reader, struct diagnostics *silent) {
    struct diagnostics *heard = reader->repository->sources.diagnostics;
    diagnostics_init(silent, reader->arena);
    reader->repository->sources.diagnostics = silent;
    reader->repository->sources.is_silent = true;
    if (reader->silences++ == 0)
        reader->read_count = reader->repository->sources.read_count;
    return heard;
}

void reader_speaks(struct reader *reader, struct diagnostics *diagnostics) {
    reader->repository->sources.diagnostics = diagnostics;
    if (--reader->silences > 0)
        return;
    reader->repository->sources.read_count = reader->read_count;
    reader->repository->sources.is_silent = false;
}

// --- earlier cases ---

void reader_read_earlier_cases(struct reader *reader) {
    struct repository *repository = reader->repository;
    struct earlier_cases list;
    if (reader->has_earlier_cases)
        return;
    reader->has_earlier_cases = true;
    const struct source *source = earlier_cases_read(&repository->sources, &list);
    for (size_t i = 0; i < list.count; i++) {
        const struct earlier_case *earlier = &list.items[i];
        struct known_case *known = arena_alloc(reader->arena, sizeof *known);
        *known = (struct known_case){
            .committee = earlier->committee.text,
            .number = earlier->number.text,
            .title = earlier->title.text,
            .url = earlier->url.text,
            .date = earlier->date.date,
        };
        organisation_resolve(repository->organisation, earlier->committee, true, source->path,
                             repository->diagnostics);
        struct text key =
            repository_case_key(repository, known->committee, known->number, TEXT(""));
        if (index_add(&repository->cases, key, known) != NULL)
            report(repository->diagnostics, RULE_DUPLICATE_ID, source->path, earlier->number.at,
                   _("the case %.*s is here twice"), TEXT_ARGS(known->number));
    }
}

// --- where papers are ---

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

static void add_place(struct reader *reader, struct text key, struct text folder,
                      struct text number, struct text path) {
    struct paper_place *place = arena_alloc(reader->arena, sizeof *place);
    *place = (struct paper_place){.folder = folder, .number = number, .path = path, .last = place};
    // The index gives what this function itself has put there.
    struct paper_place *first =
        (struct paper_place *)(uintptr_t)index_add(&reader->repository->papers, key, place);
    if (first != NULL)
        first->last = first->last->next = place;
}

// A case that was postponed may keep its number in the year after.
static bool is_of_year(const struct case_number *number, int year) {
    return number->year == 0 || number->year == year || number->year == year - 1;
}

static void find_papers_in(struct reader *reader, struct text folder) {
    struct arena *arena = reader->arena;
    const struct text end = TEXT(".md");
    int year = year_of_folder(folder);
    struct diagnostics silent;
    diagnostics_init(&silent, arena);
    if (year == 0)
        return;
    struct text committee = committee_of_folder(folder, arena);
    struct text_list files = folder_list(folder, end, &silent, arena);
    for (size_t i = 0; i < files.count; i++) {
        struct text stem =
            text_slice(files.items[i], folder.size + 1, files.items[i].size - end.size);
        struct case_number parts;
        const struct sources *sources = &reader->repository->sources;
        if (!case_number_of_file(stem, sources, committee, &parts) || !is_of_year(&parts, year))
            continue;
        struct text number = case_number_from_file(stem, sources, committee, arena);
        add_place(reader, repository_case_key(reader->repository, committee, number, folder),
                  folder, number, files.items[i]);
    }
}

void reader_find_papers(struct reader *reader) {
    struct text_list folders = reader->repository->meeting_folders;
    if (reader->has_all_papers)
        return;
    reader->has_all_papers = true;
    index_init(&reader->repository->papers, reader->arena); // those that were looked for alone
    for (size_t i = 0; i < folders.count; i++)
        find_papers_in(reader, folders.items[i]);
}

void reader_find_paper(struct reader *reader, struct text committee, struct text number) {
    struct repository *repository = reader->repository;
    struct arena *arena = reader->arena;
    struct case_number parts;
    struct text lower = text_lower(arena, committee);
    if (reader->has_all_papers || !case_number_parse(number, &repository->sources, lower, &parts))
        return;
    struct text key = repository_case_key(repository, lower, number, parts.meeting);
    if (index_find(&repository->papers, key) != NULL)
        return;
    for (size_t i = 0; i < repository->meeting_folders.count; i++) {
        struct text folder = repository->meeting_folders.items[i];
        struct text path = case_paper_path(arena, folder, parts.rest);
        bool may_be = parts.meeting.size > 0
                          ? text_equal(meeting_name_of(folder), parts.meeting)
                          : is_of_year(&parts, year_of_folder(folder)) &&
                                text_equal(committee_of_folder(folder, arena), lower);
        if (may_be && source_is_present(&repository->sources, path))
            add_place(reader, key, folder, parts.rest, path);
    }
}

// The committee as it is written: a folder's name has it in lower case.
static struct text committee_of_place(const struct reader *reader,
                                      const struct paper_place *place) {
    struct text lower = committee_of_folder(place->folder, reader->arena);
    const struct body *body = index_find(&reader->bodies, lower);
    return body != NULL ? body->id.text : lower;
}

// --- cases ---

const struct case_paper *reader_read_paper(struct reader *reader, struct text path, bool body) {
    const struct case_paper *paper = index_find(&reader->papers, path);
    if (paper != NULL && (paper->body_is_read || !body))
        return paper;
    size_t named = reader->repository->sources.named_count;
    paper = case_paper_read(&reader->repository->sources, path, body, TEXT(""),
                            (struct position){0, 0});
    // What is named by a paper that is only looked at is not needed here.
    reader->repository->sources.named_count = named;
    if (paper != NULL && !body)
        index_add(&reader->papers, path, paper);
    return paper;
}

static const struct meeting *look_at_meeting(struct reader *reader, struct text folder) {
    struct sources *sources = &reader->repository->sources;
    struct diagnostics silent;
    size_t named = sources->named_count;
    struct diagnostics *heard = reader_is_silent(reader, &silent);
    const struct meeting *meeting = meeting_read(sources, folder, PAPERS_NONE);
    reader_speaks(reader, heard);
    sources->named_count = named;
    return meeting;
}

void reader_note_sent(struct reader *reader, struct text folder, const struct meeting *meeting) {
    static const bool sent = true, not_sent = false;
    if (index_find(&reader->repository->sent, folder) != NULL)
        return;
    if (meeting == NULL)
        meeting = look_at_meeting(reader, folder);
    index_add(&reader->repository->sent, folder,
              meeting != NULL && meeting->sent.date.year != 0 ? &sent : &not_sent);
    if (meeting != NULL)
        index_add(&reader->repository->looked_at, folder, meeting);
}

static struct known_case *add_known(struct reader *reader, struct text committee,
                                    const struct paper_place *place) {
    struct arena *arena = reader->arena;
    const struct case_paper *paper = reader_read_paper(reader, place->path, false);
    // A paper that cannot be read has been reported: its case is there nevertheless.
    struct text title =
        paper == NULL ? TEXT("") : case_paper_for(paper, AUDIENCE_PUBLIC, arena)->title.text;
    struct known_case *known = arena_alloc(arena, sizeof *known);
    *known = (struct known_case){
        .committee = committee,
        .number = paper != NULL && paper->number.text.size > 0 ? paper->number.text : place->number,
        .title = title,
        .folder = place->folder,
        .url = TEXT(""),
        .paper = paper};
    size_t name = sizeof "meetings"; // with the slash
    date_parse(text_slice(place->folder, name, name + 10), &known->date);
    index_add(&reader->repository->cases,
              repository_case_key(reader->repository, committee, place->number, place->folder),
              known);
    reader_note_sent(reader, place->folder, NULL);
    return known;
}

void reader_fetch_case(struct reader *reader, struct text committee, struct text number) {
    struct repository *repository = reader->repository;
    struct case_number parts;
    if (!case_number_parse(number, &repository->sources, committee, &parts))
        return;
    if (parts.committee.size > 0) {
        committee = parts.committee;
        number = parts.rest;
    }
    reader_read_earlier_cases(reader);
    if (repository_case(repository, committee, number) != NULL)
        return;
    reader_find_paper(reader, committee, number);
    struct text lower = text_lower(reader->arena, committee);
    struct text key = repository_case_key(repository, lower, number, TEXT(""));
    if (index_find(&repository->papers, key) == NULL)
        reader_find_papers(reader); // written otherwise; or for the message: did you mean another?
    const struct paper_place *place = index_find(&repository->papers, key);
    if (place != NULL)
        add_known(reader, parts.meeting.size > 0 ? committee_of_place(reader, place) : committee,
                  place);
}

void reader_fetch_whole_paper(struct reader *reader, struct text committee, struct text number) {
    struct diagnostics silent;
    // The index gives what add_known() has put there.
    struct known_case *known =
        (struct known_case *)(uintptr_t)repository_case(reader->repository, committee, number);
    if (known == NULL || known->paper == NULL)
        return;
    struct diagnostics *heard = reader_is_silent(reader, &silent);
    const struct case_paper *paper = reader_read_paper(reader, known->paper->source->path, true);
    reader_speaks(reader, heard);
    if (paper != NULL)
        known->paper = paper;
}

void reader_add_all_cases(struct reader *reader) {
    struct diagnostics silent;
    const struct index *papers = &reader->repository->papers;
    reader_find_papers(reader);
    struct diagnostics *heard = reader_is_silent(reader, &silent);
    for (size_t i = 0; i < papers->capacity; i++)
        if (papers->entries[i].thing != NULL)
            add_known(reader, committee_of_place(reader, papers->entries[i].thing),
                      papers->entries[i].thing);
    reader_speaks(reader, heard);
}
