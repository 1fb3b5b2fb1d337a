// SPDX-License-Identifier: MIT

#include "input/file/templatefolder.h"

#include "input/file/limits.h"

static struct source *read_from(const struct template_folder *folder, struct text place,
                                struct text name) {
    const struct text parts[] = {place, name};
    struct text path = text_join(folder->sources->arena, parts, 2, TEXT("/"));
    bool is_path = text_find(name, '/') < name.size || text_find(name, '\0') < name.size;
    return is_path ? NULL : source_read_if_present(folder->sources, path, LIMIT_YAML_BYTES);
}

struct source *template_folder_own(const struct template_folder *folder, struct text name) {
    return read_from(folder, TEXT("templates"), name);
}

struct source *template_folder_installed(const struct template_folder *folder, struct text name) {
    return read_from(folder, folder->installed, name);
}

struct source *template_folder_read(const struct template_folder *folder, struct text name) {
    size_t errors = folder->sources->diagnostics->errors;
    struct source *source = template_folder_own(folder, name);
    if (source != NULL || folder->sources->diagnostics->errors > errors)
        return source;
    return template_folder_installed(folder, name);
}
