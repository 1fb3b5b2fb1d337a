// SPDX-License-Identifier: MIT
// What is in a folder.

#ifndef FELLESSKAP_INPUT_FILE_FOLDER_H
#define FELLESSKAP_INPUT_FILE_FOLDER_H

#include "base/diagnostics.h"

// The paths "FOLDER/NAME" of all that ends in `suffix` (empty: of everything) and is not hidden,
// sorted by their bytes, because the order in a folder depends on the file system. Empty where
// there is no such folder, or, after a report, where it cannot be read (file-unreadable) or is a
// link (file-kind), which could lead out of the tree. Reports (file-name) and leaves out names that
// are not UTF-8 or have control characters; reports two that differ only in case or normal form.
struct text_list folder_list(struct text folder, struct text suffix,
                             struct diagnostics *diagnostics, struct arena *arena);

// Whether a name, or a path, can be shown as it is: it is UTF-8 without control characters and line
// breaks. And how one is shown that cannot: "a\tb\x0Ac\xFF.md".
bool folder_can_show(struct text name);
struct text folder_shown_name(struct text name, struct arena *arena);

// All that is in a folder, and in the folder "vedlegg" in it.
struct text_list folder_with_attachments(struct text folder, struct diagnostics *diagnostics,
                                         struct arena *arena);

// Whether there is a folder of this path.
bool folder_is_there(struct text path, struct arena *arena);

// Where a folder (absolute) is in the git repository that contains it: "docs/tree/", with a slash
// at its end. Empty at the top of the repository, and where there is none.
struct text folder_in_repository(struct text folder, struct arena *arena);

#endif
