// SPDX-License-Identifier: MIT

#include "model/tree/places.h"

#include "model/tree/settings.h"

#include <limits.h>
#include <stdlib.h>

bool is_file_of_tree(const char *path) {
    static const char *const places[] = {"plan", "meetings", "templates", SETTINGS_PATH};
    char real[PATH_MAX], place[PATH_MAX];
    if (realpath(path, real) == NULL)
        return false;
    struct text file = text_from(real);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (realpath(places[i], place) == NULL || !text_starts_with(file, text_from(place)))
            continue;
        struct text below = text_slice(file, text_from(place).size, file.size);
        if (below.size == 0 || below.data[0] == '/')
            return true;
    }
    return false;
}
