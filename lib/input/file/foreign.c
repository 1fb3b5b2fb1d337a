// SPDX-License-Identifier: MIT

#include "input/file/foreign.h"

#include "base/message.h"

#include <unistd.h>

#define OFFICE                                                                                     \
    N_("this is a file of Word or Excel under another name; save it as text (in Excel: CSV "       \
       "UTF-8)")
#define UTF_16                                                                                     \
    N_("the file is UTF-16, which some programs call Unicode; save it as UTF-8 (in Excel: CSV "    \
       "UTF-8)")

static const struct {
    struct text beginning;
    const char *message;
} formats[] = {
    {TEXT_OF("\xFF\xFE"), UTF_16},
    {TEXT_OF("\xFE\xFF"), UTF_16},
    {TEXT_OF("PK\003\004"), OFFICE},
    {TEXT_OF("\xD0\xCF\x11\xE0"), OFFICE},
    {TEXT_OF("%PDF-"), N_("this is a PDF under another name; a text file is needed here")},
};

const char *foreign_format(struct text bytes) {
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (text_starts_with(bytes, formats[i].beginning))
            return _(formats[i].message);
    return NULL;
}

struct text file_under_other_name(struct text path, struct arena *arena) {
    static const struct text ends[] = {TEXT_OF(".yaml"), TEXT_OF(".md"), TEXT_OF(".csv"),
                                       TEXT_OF("")};
    static const struct text others[] = {TEXT_OF(".yml"), TEXT_OF(".markdown"), TEXT_OF(".CSV"),
                                         TEXT_OF("")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        bool whole = ends[i].size == 0;
        if (!text_ends_with(path, ends[i]))
            continue;
        struct text stem = text_slice(path, 0, path.size - ends[i].size);
        struct text name = text_concat(arena, stem, whole ? TEXT(".txt") : others[i]);
        if (access(text_copy(arena, name).data, F_OK) == 0)
            return name;
    }
    return TEXT("");
}
