// SPDX-License-Identifier: MIT

#include "input/file/templatefolder.h"

#include "input/file/limits.h"

struct source *template_folder_read(const struct template_folder *folder, struct text name) {
    const struct text places[] = {TEXT_OF("templates"), folder->installed};
    bool is_path = text_find(name, '/') < name.size || text_find(name, '\0') < name.size;
    for (size_t i = 0; !is_path && i < sizeof places / sizeof *places; i++) {
        const struct text parts[] = {places[i], name};
        struct text path = text_join(folder->sources->arena, parts, 2, TEXT("/"));
        size_t errors = folder->sources->diagnostics->errors;
        struct source *source = source_read_if_present(folder->sources, path, LIMIT_YAML_BYTES);
        if (source != NULL || folder->sources->diagnostics->errors > errors)
            return source;
    }
    return NULL;
}
