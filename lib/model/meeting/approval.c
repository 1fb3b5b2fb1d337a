// SPDX-License-Identifier: MIT

#include "model/meeting/approval.h"

#include "input/file/folder.h"
#include "input/markdown/frontmatter.h"
#include "input/file/limits.h"

#include <stddef.h>

static const char *const kind[] = {"sak", NULL};

// The other keys are read, and checked, with the meeting of the paper.
#define AT(member) .offset = offsetof(struct approval, member)
static const struct field approval_fields[] = {
    FIELD("dokument", KIND, OPTIONAL, .choices = kind, NO_HELP),
    FIELD("sak", TEXT, OPTIONAL, AT(number), NO_HELP),
    FIELD("godkjenner", IDS, OPTIONAL, AT(approves), NO_HELP),
    FIELD("utfall", CHOICE, OPTIONAL, AT(outcome), NO_HELP, .choices = case_outcome_names),
};
#undef AT
static const struct shape approval_shape = LENIENT_SHAPE(struct approval, approval_fields);

struct later_meeting {
    struct dated cancelled;
};

static const struct field cancellation_fields[] = {
    FIELD("dato", DATE, OPTIONAL, .offset = offsetof(struct later_meeting, cancelled), NO_HELP),
};
static const struct shape cancellation_shape =
    LENIENT_SHAPE(struct later_meeting, cancellation_fields);
static const struct field later_meeting_fields[] = {
    FIELD("avlyst", RECORD, OPTIONAL, .offset = 0, NO_HELP, .shape = &cancellation_shape),
};
static const struct shape later_meeting_shape =
    LENIENT_SHAPE(struct later_meeting, later_meeting_fields);

// What is wrong with the meeting otherwise is said where it is read itself.
static bool is_cancelled(struct repository *repository, struct text folder) {
    struct later_meeting meeting = {.cancelled = {.at = {0, 0}}};
    struct text path = text_concat(repository->arena, folder, TEXT("/meeting.yaml"));
    struct source *source = source_read_if_present(&repository->sources, path, LIMIT_YAML_BYTES);
    if (source != NULL)
        bind_yaml(&repository->sources, source, source->text, 1, &later_meeting_shape, &meeting);
    return meeting.cancelled.at.line > 0;
}

static bool read_paper(struct repository *repository, struct text path, struct approval *approval) {
    struct front_matter parts;
    struct source *source =
        source_read_if_present(&repository->sources, path, 2 * LIMIT_BODY_BYTES);
    if (source == NULL || !front_matter_cut(source, repository->diagnostics, &parts))
        return false;
    bind_yaml(&repository->sources, source, parts.yaml, parts.yaml_line, &approval_shape, approval);
    return true;
}

static const struct approval *find_in(struct repository *repository, struct text folder,
                                      struct date date, struct text meeting_name) {
    struct arena *arena = repository->arena;
    const struct text_list papers =
        folder_list(folder, TEXT(".md"), repository->diagnostics, arena);
    for (size_t i = 0; i < papers.count; i++) {
        struct approval approval = {.folder = folder, .date = date};
        if (!read_paper(repository, papers.items[i], &approval) ||
            !scalar_list_has(&approval.approves, meeting_name))
            continue;
        struct approval *found = arena_alloc(arena, sizeof *found);
        *found = approval;
        return found;
    }
    return NULL;
}

const struct approval *approval_find(struct repository *repository, const struct meeting *meeting) {
    struct arena *arena = repository->arena;
    const size_t start = sizeof "meetings", date_size = sizeof "2024-10-29" - 1;
    struct text own = meeting_folder_name(arena, meeting->date.date, meeting->committee.text);
    struct text committee = text_slice(own, date_size, own.size);
    const struct text_list folders = repository_meeting_folders(repository);
    struct date last_day = meeting->date.date;
    const struct approval *postponed = NULL;
    last_day.year++;
    for (size_t i = 0; i < folders.count; i++) {
        struct text folder = folders.items[i];
        struct text name = text_nfc(arena, text_slice(folder, start, folder.size));
        struct date date;
        if (name.size != own.size || text_compare(name, own) <= 0 ||
            !text_ends_with(name, committee) ||
            !date_parse(text_slice(name, 0, date_size), &date) || date_compare(date, last_day) > 0)
            continue;
        const struct approval *found = find_in(repository, folder, date, own);
        if (found == NULL || is_cancelled(repository, folder))
            continue;
        bool was_postponed =
            found->outcome.at.line > 0 && found->outcome.index == OUTCOME_POSTPONED;
        if (!was_postponed)
            return found;
        postponed = postponed == NULL ? found : postponed;
    }
    return postponed;
}
