// SPDX-License-Identifier: MIT

#include "common/installed.h"

#include "base/path.h"

#include <limits.h>
#include <unistd.h>

struct text installed_path(struct arena *arena, const char *name) {
    char program[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program);
    struct text path = {program, size > 0 ? (size_t)size : 0};
    struct text installed = path_folder(path_folder(path));
    return text_format(arena, "%.*s/%s", TEXT_ARGS(installed), name);
}
