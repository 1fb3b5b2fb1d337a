// SPDX-License-Identifier: MIT

#include "common/alone.h"

#include "base/lock.h"
#include "base/message.h"
#include "base/system_error.h"
#include "common/usage.h"

#include <errno.h>

static void say_that_it_waits(void *command) {
    usage_warn(command, "%s", _("another run is at work on these files; waiting for it"));
}

int alone_in(const struct command *command, const char *folder, bool inherited) {
    enum { PATIENCE_SECONDS = 60 };
    int lock = lock_take(folder, PATIENCE_SECONDS, inherited, say_that_it_waits,
                         (void *)(uintptr_t)command);
    if (lock < 0 && errno == EWOULDBLOCK)
        usage_warn(command, "%s", _("the other run has not ended; try again later"));
    else if (lock < 0)
        usage_warn(command, _("cannot lock the folder %s: %s"), folder, system_error(errno));
    return lock;
}
