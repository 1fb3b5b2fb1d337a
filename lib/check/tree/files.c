// SPDX-License-Identifier: MIT

#include "check/tree/files.h"

#include "base/message.h"
#include "base/path.h"

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

// "meetings/2024-10-29-asu" of a path below it; empty for others.
static struct text folder_of_meeting(struct text path) {
    struct text folder = path_folder(path);
    while (text_find(path_folder(folder), '/') < path_folder(folder).size)
        folder = path_folder(folder);
    bool is_below = text_starts_with(folder, TEXT("meetings/")) && !text_is(folder, QUEUE_FOLDER);
    return is_below ? folder : TEXT("");
}

static bool is_pdf(struct text path, struct arena *arena) {
    return text_ends_with(text_lower(arena, path), TEXT(".pdf"));
}

static void report_link(const struct repository *repository, const struct tree_file *file) {
    struct diagnostics *diagnostics = repository->diagnostics;
    report(diagnostics, RULE_FILE_KIND, file->path, (struct position){0, 0},
           file->is_folder ? _("links are not followed; put the folder itself here")
                           : _("links are not followed; put the file itself here"));
    if (file->is_folder)
        report_unread_file(diagnostics, text_concat(repository->arena, file->path, TEXT("/")));
}

// Each file is reported once: another rule may know better why it is not read.
static void check_file(const struct repository *repository, const struct index *whole,
                       const struct tree_file *file) {
    const struct position start = {0, 0};
    struct diagnostics *diagnostics = repository->diagnostics;
    struct text meeting = folder_of_meeting(file->path);
    bool is_known = meeting.size > 0 && index_find(whole, meeting) != NULL;
    bool is_inside = !text_equal(path_folder(file->path), meeting);
    if ((meeting.size > 0 && !is_known) || diagnostics_tell_of(diagnostics, file->path))
        return;
    if (file->is_link)
        report_link(repository, file);
    else if (file->says_its_kind)
        report(diagnostics, RULE_FILE_NOT_READ, file->path, start,
               _("the file is a document by its key 'dokument', but nothing reads it here; put it "
                 "where "
                 "it belongs, or delete it"));
    else if (is_known && !file->is_read && !file->is_attached &&
             (is_inside || is_pdf(file->path, repository->arena)))
        report(
            diagnostics, RULE_FILE_NOT_READ, file->path, start,
            _("no paper of the meeting lists this file under 'vedlegg', and nobody will see it"));
}

void check_files(const struct repository *repository) {
    struct index whole; // folders of the meetings whose papers are all known
    index_init(&whole, repository->arena);
    for (size_t i = 0; i < repository->meetings.count; i++)
        if (is_whole(repository->meetings.items[i]))
            index_add(&whole, repository->meetings.items[i]->folder, repository->meetings.items[i]);
    for (size_t i = 0; i < repository->files.count; i++)
        check_file(repository, &whole, &repository->files.items[i]);
}
