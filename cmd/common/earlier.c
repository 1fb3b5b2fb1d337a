// SPDX-License-Identifier: MIT

#include "common/earlier.h"

#include "base/folders.h"
#include "base/message.h"
#include "base/system_error.h"
#include "input/file/revision.h"
#include "model/tree/reading.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static bool read_in(struct repository *earlier, struct text folder, struct arena *arena,
                    struct text *fault) {
    struct diagnostics *found = arena_alloc(arena, sizeof *found);
    int back = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = back >= 0 && chdir(folder.data) == 0;
    diagnostics_init(found, arena);
    repository_init(earlier, arena, found, true);
    if (good && read_organisation(earlier)) {
        read_settings(earlier);
        read_everything(earlier);
    } else
        *fault = text_from(good ? _("it has no tree here that can be read") : system_error(errno));
    bool is_back = back >= 0 && fchdir(back) == 0;
    if (back >= 0)
        close(back);
    return is_back && fault->size == 0;
}

bool earlier_read(struct repository *earlier, struct text revision, struct arena *arena,
                  struct text *fault) {
    const char *place = getenv("TMPDIR");
    struct text folder = text_format(arena, "%s/plan-check-XXXXXX",
                                     place != NULL && place[0] == '/' ? place : "/tmp");
    *fault = TEXT("");
    if (mkdtemp((char *)(uintptr_t)folder.data) == NULL) {
        *fault = text_copy(arena, text_from(system_error(errno)));
        return false;
    }
    bool good =
        revision_export(revision, folder, arena, fault) && read_in(earlier, folder, arena, fault);
    folders_remove(folder);
    return good;
}
