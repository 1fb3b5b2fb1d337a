// SPDX-License-Identifier: MIT

#include "model/tree/files.h"

#include "input/file/folder.h"
#include "model/tree/kinds.h"

#include <sys/stat.h>

// Nobody nests folders so deep; the limit is for loops that the file system itself has.
enum { DEEPEST = 8 };

struct lister {
    struct repository *repository;
    struct index attached; // "meetings/2024-10-29-asu/vedlegg/a.pdf" → struct attachment
};

static void note_attachments(struct lister *lister, const struct meeting *meeting) {
    struct arena *arena = lister->repository->arena;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        for (size_t j = 0; paper != NULL && j < paper->attachments.count; j++) {
            struct text name = paper->attachments.items[j].file.text;
            if (name.size == 0)
                continue;
            struct text path =
                text_format(arena, "%.*s/%.*s", TEXT_ARGS(meeting->folder), TEXT_ARGS(name));
            index_add(&lister->attached, text_nfc(arena, path), &paper->attachments.items[j]);
        }
    }
}

static void add_file(struct lister *lister, struct text path, bool is_link) {
    struct repository *repository = lister->repository;
    struct arena *arena = repository->arena;
    struct tree_file file = {
        .path = path,
        .is_link = is_link,
        .is_folder = is_link && folder_is_there(path, arena),
        .is_read = source_find(&repository->sources, path) != NULL,
        .is_attached = index_find(&lister->attached, text_nfc(arena, path)) != NULL,
    };
    file.says_its_kind =
        !is_link && !file.is_read && !file.is_attached && file_says_its_kind(path, arena);
    repository->files.items = arena_append(arena, repository->files.items, repository->files.count,
                                           sizeof *repository->files.items);
    repository->files.items[repository->files.count++] = file;
}

static void list_folder(struct lister *lister, struct text folder, int depth) {
    const struct text_list list =
        folder_list(folder, TEXT(""), lister->repository->diagnostics, lister->repository->arena);
    for (size_t i = 0; i < list.count; i++) {
        struct stat status;
        if (lstat(list.items[i].data, &status) != 0)
            continue;
        if (S_ISDIR(status.st_mode) && depth < DEEPEST)
            list_folder(lister, list.items[i], depth + 1);
        else if (S_ISREG(status.st_mode) || S_ISLNK(status.st_mode))
            add_file(lister, list.items[i], S_ISLNK(status.st_mode));
    }
}

void list_all_files(struct repository *repository) {
    struct lister lister = {.repository = repository};
    index_init(&lister.attached, repository->arena);
    for (size_t i = 0; i < repository->meetings.count; i++)
        note_attachments(&lister, repository->meetings.items[i]);
    list_folder(&lister, TEXT("plan"), 0);
    list_folder(&lister, TEXT("meetings"), 0);
    // Its files are read by their names, when a document wants them.
    folder_list(TEXT("templates"), TEXT(""), repository->diagnostics, repository->arena);
}
