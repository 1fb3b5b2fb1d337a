// SPDX-License-Identifier: MIT

#include "input/file/folder.h"

#include "base/index.h"
#include "base/message.h"
#include "base/system_error.h"
#include "base/writer.h"
#include "input/file/characters.h"
#include "input/file/missing.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool folder_can_show(struct text name) {
    return text_first_invalid(name) == name.size && character_first_refused(name) == name.size &&
           text_find(name, '\n') == name.size && text_find(name, '\r') == name.size &&
           text_find(name, '\t') == name.size;
}

// A tab as it is written in YAML and in most languages; the others by their number.
static void show_byte(struct writer *shown, unsigned char byte, struct arena *arena) {
    writer_put(shown, byte == '\t' ? TEXT("\\t") : text_format(arena, "\\x%02X", byte));
}

struct text folder_shown_name(struct text name, struct arena *arena) {
    struct writer shown;
    writer_to_memory(&shown, arena);
    for (size_t at = 0; at < name.size;) {
        size_t from = at;
        if (text_first_invalid(text_slice(name, at, name.size)) == 0) {
            show_byte(&shown, (unsigned char)name.data[at++], arena);
            continue;
        }
        uint32_t code_point = text_next_code_point(name, &at);
        if (code_point >= ' ' && !character_is_control(code_point))
            writer_put(&shown, text_slice(name, from, at));
        else
            for (; from < at; from++)
                show_byte(&shown, (unsigned char)name.data[from], arena);
    }
    return writer_text(&shown);
}

// Names in one folder that some systems treat as the same: they differ only in case or in how
// letters and accents are composed.
static void check_same_names(const struct text_list *list, size_t start,
                             struct diagnostics *diagnostics, struct arena *arena) {
    struct index names;
    index_init(&names, arena);
    for (size_t i = 0; i < list->count; i++) {
        struct text name = text_slice(list->items[i], start, list->items[i].size);
        struct text key = text_nfc(arena, text_lower(arena, text_nfc(arena, name)));
        const struct text *other = index_add(&names, key, &list->items[i]);
        if (other != NULL)
            report(diagnostics, RULE_FILE_NAME, list->items[i], (struct position){0, 0},
                   _("Windows and macOS take this name and '%.*s' for the same; give one of them "
                     "another name"),
                   TEXT_ARGS(text_slice(*other, start, other->size)));
    }
}

// A link, or a file where a folder is expected, which has been reported. Those that are installed
// may be links.
static bool is_no_folder(struct text folder, struct diagnostics *diagnostics, struct arena *arena) {
    struct stat status;
    if (text_starts_with(folder, TEXT("/")) || lstat(text_copy(arena, folder).data, &status) != 0 ||
        S_ISDIR(status.st_mode))
        return false;
    report(diagnostics, RULE_FILE_KIND, folder, (struct position){0, 0}, "%s",
           S_ISLNK(status.st_mode) ? _("links are not followed; put the folder itself here")
                                   : _("this is a file; a folder is expected"));
    report_unread_file(diagnostics, text_concat(arena, folder, TEXT("/")));
    return true;
}

struct text_list folder_list(struct text folder, struct text suffix,
                             struct diagnostics *diagnostics, struct arena *arena) {
    struct text_list list = {NULL, 0};
    if (is_no_folder(folder, diagnostics, arena))
        return list;
    DIR *opened = opendir(text_copy(arena, folder).data);
    if (opened == NULL && errno == ENOMEM)
        arena->out_of_memory();
    if (opened == NULL && !file_is_missing(errno))
        report(diagnostics, RULE_FILE_UNREADABLE, folder, (struct position){0, 0},
               _("cannot read the folder: %s"), system_error(errno));
    if (opened == NULL)
        return list;
    for (struct dirent *entry = readdir(opened); entry != NULL; entry = readdir(opened)) {
        if (entry->d_name[0] == '.' || !text_ends_with(text_from(entry->d_name), suffix))
            continue;
        struct text name = text_from(entry->d_name);
        if (!folder_can_show(name)) {
            report(diagnostics, RULE_FILE_NAME,
                   text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder),
                               TEXT_ARGS(folder_shown_name(name, arena))),
                   (struct position){0, 0},
                   _("the name has characters that cannot be shown; give the file another name"));
            continue;
        }
        text_list_add(&list, text_format(arena, "%.*s/%s", TEXT_ARGS(folder), entry->d_name),
                      arena);
    }
    closedir(opened);
    if (list.count > 0)
        qsort(list.items, list.count, sizeof *list.items, text_order);
    check_same_names(&list, folder.size + 1, diagnostics, arena);
    return list;
}

struct text_list folder_with_attachments(struct text folder, struct diagnostics *diagnostics,
                                         struct arena *arena) {
    struct text_list list = folder_list(folder, TEXT(""), diagnostics, arena);
    const struct text_list attached =
        folder_list(text_concat(arena, folder, TEXT("/vedlegg")), TEXT(""), diagnostics, arena);
    for (size_t i = 0; i < attached.count; i++) {
        list.items = arena_append(arena, list.items, list.count, sizeof *list.items);
        list.items[list.count++] = attached.items[i];
    }
    return list;
}

bool folder_is_there(struct text path, struct arena *arena) {
    struct stat status;
    return stat(text_copy(arena, path).data, &status) == 0 && S_ISDIR(status.st_mode);
}

struct text folder_in_repository(struct text folder, struct arena *arena) {
    for (size_t end = folder.size;; end--) {
        bool is_folder = end == folder.size || folder.data[end] == '/';
        struct text top = text_slice(folder, 0, end);
        if (is_folder && access(text_format(arena, "%.*s/.git", TEXT_ARGS(top)).data, F_OK) == 0)
            return end == folder.size ? TEXT("")
                                      : text_format(arena, "%.*s/", (int)(folder.size - end - 1),
                                                    folder.data + end + 1);
        if (end == 0)
            return TEXT("");
    }
}
