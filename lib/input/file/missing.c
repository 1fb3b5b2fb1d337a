// SPDX-License-Identifier: MIT

#include "input/file/missing.h"

#include "base/message.h"
#include "base/path.h"
#include "base/system_error.h"
#include "input/file/foreign.h"

#include <errno.h>
#include <unistd.h>

bool file_is_missing(int error) {
    return error == ENOENT || error == ENOTDIR;
}

// What is meant by a name that leaves the folder out: "2024-10-29-asu", "grant-2024.yaml". Empty
// where nothing in the tree has it.
static struct text in_tree(struct text name, struct arena *arena) {
    static const struct text folders[] = {TEXT_OF("meetings/"), TEXT_OF("plan/")};
    static const struct text meeting = TEXT_OF("/meeting.yaml");
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct text path = text_concat(arena, folders[i], name);
        if (access(text_copy(arena, path).data, F_OK) != 0)
            continue;
        return text_ends_with(path, meeting) ? text_slice(path, 0, path.size - meeting.size) : path;
    }
    return TEXT("");
}

static void report_missing(struct diagnostics *diagnostics, struct arena *arena, struct text name) {
    const struct position whole = {0, 0};
    struct text meant = in_tree(name, arena);
    if (meant.size > 0)
        report(diagnostics, RULE_FILE_MISSING, name, whole,
               _("there is no such file; did you mean '%.*s'?"), TEXT_ARGS(meant));
    else
        report(diagnostics, RULE_FILE_MISSING, name, whole, _("there is no such file"));
}

void report_unopened(struct diagnostics *diagnostics, struct arena *arena, struct text path,
                     int error, struct text from_file, struct position from) {
    struct text name = text_copy(arena, path), other = file_under_other_name(path, arena);
    if (!file_is_missing(error))
        report(diagnostics, RULE_FILE_UNREADABLE, name, (struct position){0, 0},
               _("cannot read the file: %s"), system_error(error));
    else if (other.size > 0)
        report(diagnostics, RULE_FILE_MISSING, other, (struct position){0, 0},
               _("the file is not read under this name; rename it to '%.*s'"),
               TEXT_ARGS(path_name(name)));
    else if (from.line == 0)
        report_missing(diagnostics, arena, name);
    else
        report(diagnostics, RULE_FILE_MISSING, from_file, from, _("there is no file '%.*s'"),
               TEXT_ARGS(name));
}
