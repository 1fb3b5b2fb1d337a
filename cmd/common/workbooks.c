// SPDX-License-Identifier: MIT

#include "common/workbooks.h"

#include "base/message.h"
#include "common/installed.h"
#include "common/usage.h"
#include "render/xlsx.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

bool workbooks_can_be_written(const struct command *command, char **argv, struct arena *arena) {
    if (xlsx_write != NULL)
        return true;
    struct text name = text_concat(arena, TEXT("libexec/fellesskap-"), text_from(command->name));
    const char *program = installed_path(arena, text_copy(arena, name).data).data;
    execv(program, argv);
    usage_warn(command, _("cannot write workbooks: '%s' does not start: %s"), program,
               strerror(errno));
    return false;
}
