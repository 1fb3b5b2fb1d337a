// SPDX-License-Identifier: MIT

#include "base/path.h"

// The offset after the last `byte`; 0 where there is none.
static size_t after_last(struct text text, char byte) {
    size_t at = text.size;
    while (at > 0 && text.data[at - 1] != byte)
        at--;
    return at;
}

struct text path_name(struct text path) {
    return text_slice(path, after_last(path, '/'), path.size);
}

struct text path_folder(struct text path) {
    size_t name = after_last(path, '/');
    return text_slice(path, 0, name > 0 ? name - 1 : 0);
}

struct text path_parent(struct text path) {
    struct text folder = path_folder(path);
    if (folder.size > 0)
        return folder;
    return text_starts_with(path, TEXT("/")) ? TEXT("/") : TEXT(".");
}

struct text path_without_suffix(struct text path) {
    struct text name = path_name(path);
    size_t dot = after_last(name, '.');
    return text_slice(path, 0, dot > 0 ? path.size - name.size + dot - 1 : path.size);
}
