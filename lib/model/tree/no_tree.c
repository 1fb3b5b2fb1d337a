// SPDX-License-Identifier: MIT

#include "model/tree/no_tree.h"

#include "base/date.h"
#include "base/message.h"

bool is_no_tree(const struct sources *sources) {
    return !source_is_present(sources, TEXT("plan")) &&
           !source_is_present(sources, TEXT("meetings"));
}

// "../.." where that is a tree; empty where no folder above is.
static struct text tree_above(const struct sources *sources, struct text organisation_path) {
    enum { MOST_FOLDERS = 20 };
    struct text folder = TEXT("..");
    for (int i = 0; i < MOST_FOLDERS; i++) {
        const struct text parts[] = {folder, organisation_path};
        if (source_is_present(sources, text_join(sources->arena, parts, 2, TEXT("/"))))
            return folder;
        folder = text_concat(sources->arena, folder, TEXT("/.."));
    }
    return TEXT("");
}

void report_no_tree(const struct sources *sources, struct text organisation_path) {
    const struct position whole = {0, 0};
    struct text above = tree_above(sources, organisation_path);
    if (above.size > 0)
        report(sources->diagnostics, RULE_FILE_MISSING, organisation_path, whole,
               _("this folder is no document tree, but '%.*s' is; go there, or write -C %.*s"),
               TEXT_ARGS(above), TEXT_ARGS(above));
    else
        report(sources->diagnostics, RULE_FILE_MISSING, organisation_path, whole,
               _("this folder is no document tree: a tree has plan/ with organisation.yaml, and "
                 "meetings/ with a folder for each meeting; go there, or name it with -C"));
}

void choose_examples(struct sources *sources, const struct text_list *folders, struct text body) {
    const size_t start = sizeof "meetings/" - 1, end = start + 4;
    for (size_t i = 0; i < folders->count; i++) {
        struct text folder = folders->items[i];
        int year;
        if (folder.size > end && year_parse(text_slice(folder, start, end), &year))
            sources->examples.year = year;
    }
    if (body.size > 0)
        sources->examples.committee = body;
}
