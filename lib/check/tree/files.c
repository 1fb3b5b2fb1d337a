// SPDX-License-Identifier: MIT

#include "check/tree/files.h"

#include "base/message.h"
#include "input/file/folder.h"

#include <sys/stat.h>

void listed_files_init(struct listed_files *listed, const struct repository *repository) {
    listed->repository = repository;
    index_init(&listed->folders, repository->arena);
    index_init(&listed->attachments, repository->arena);
}

static bool lacks_file(const struct case_paper *paper) {
    for (size_t i = 0; i < paper->attachments.count; i++)
        if (paper->attachments.items[i].fault == ATTACHMENT_MISSING)
            return true;
    return false;
}

// A paper that is missing or cannot be read may list anything, and a file that is missing may be
// here under another name.
static bool is_whole(const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        bool has_paper =
            item->paper != NULL && !item->paper->source->broken && !lacks_file(item->paper);
        if (item->case_number.at.line > 0 && !has_paper)
            return false;
    }
    return !meeting->source->broken;
}

void listed_files_add(struct listed_files *listed, const struct meeting *meeting) {
    struct arena *arena = listed->repository->arena;
    if (is_whole(meeting))
        index_add(&listed->folders, meeting->folder, meeting);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        for (size_t j = 0; paper != NULL && j < paper->attachments.count; j++)
            index_add(
                &listed->attachments,
                text_nfc(arena, text_format(arena, "%.*s/%.*s", TEXT_ARGS(meeting->folder),
                                            TEXT_ARGS(paper->attachments.items[j].file.text))),
                meeting);
    }
}

// So that each file is reported once: another rule may know better why it is not read.
static bool is_told_of(const struct diagnostics *diagnostics, struct text path) {
    for (size_t i = 0; i < diagnostics->count; i++)
        if (text_equal(diagnostics->items[i].file, path))
            return true;
    return false;
}

static void check_file(const struct listed_files *listed, struct text path, bool is_attachment) {
    const struct repository *repository = listed->repository;
    const struct position whole = {0, 0};
    if (source_find(&repository->sources, path) != NULL ||
        index_find(&listed->attachments, text_nfc(repository->arena, path)) != NULL ||
        is_told_of(repository->diagnostics, path))
        return;
    if (source_is_written_by_people(&repository->sources, path))
        report(repository->diagnostics, RULE_FILE_NOT_READ, path, whole,
               _("the file is a document by its first key, but nothing reads it here; put it where "
                 "it belongs, or delete it"));
    else if (is_attachment)
        report(
            repository->diagnostics, RULE_FILE_NOT_READ, path, whole,
            _("no paper of the meeting lists this file under 'vedlegg', and nobody will see it"));
}

static bool is_of_meeting(const struct listed_files *listed, struct text folder) {
    return index_find(&listed->folders, folder) != NULL;
}

// Folders within a folder are few; `depth` is a limit for links of the file system's own.
static void check_folder(const struct listed_files *listed, struct text folder, int depth,
                         bool has_attachments) {
    enum { DEEPEST = 8 };
    const struct repository *repository = listed->repository;
    const struct text_list files =
        folder_list(folder, TEXT(""), repository->diagnostics, repository->arena);
    for (size_t i = 0; i < files.count; i++) {
        struct stat status;
        struct text path = files.items[i];
        bool is_pdf = text_ends_with(text_lower(repository->arena, path), TEXT(".pdf"));
        if (lstat(path.data, &status) != 0)
            continue;
        bool is_of_unknown = depth == 0 && text_is(folder, "meetings") &&
                             !text_is(path, QUEUE_FOLDER) &&
                             index_find(&listed->folders, path) == NULL;
        if (S_ISDIR(status.st_mode) && depth < DEEPEST && !is_of_unknown)
            check_folder(listed, path, depth + 1,
                         has_attachments || (depth == 1 && is_of_meeting(listed, folder)));
        else if (S_ISREG(status.st_mode))
            check_file(listed, path, has_attachments || (is_pdf && is_of_meeting(listed, folder)));
        else if (S_ISLNK(status.st_mode) && !is_told_of(repository->diagnostics, path))
            report(repository->diagnostics, RULE_FILE_KIND, path, (struct position){0, 0},
                   _("links are not followed; put the file itself here"));
    }
}

void check_files(const struct listed_files *listed) {
    check_folder(listed, TEXT("plan"), 0, false);
    check_folder(listed, TEXT("meetings"), 0, false);
}
