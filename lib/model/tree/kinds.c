// SPDX-License-Identifier: MIT

#include "model/tree/kinds.h"

#include "base/message.h"
#include "model/meeting/queue.h"

static const struct shape_variant queued_case = {
    .without = "sak",
    .with = &queued_case_shape,
    .how =
        N_("write 'sak', the number of the case; a case in meetings/queue/ has 'utvalg' instead"),
};

const struct file_kind file_kinds[] = {
    {&organisation_shape, N_("the bodies and people of a helsefellesskap"), NULL},
    {&plan_shape, N_("an action plan"), NULL},
    {&grant_shape, N_("a grant and its allocations"), NULL},
    {&earlier_cases_shape, N_("cases from before the papers were kept here"), NULL},
    {&terms_shape, N_("words that are written in one way"), NULL},
    {&meeting_shape, N_("a meeting and its agenda"), NULL},
    {&case_paper_shape, N_("what stands in front of a case paper"), &queued_case},
    {&settings_shape, N_("what the checks are to know of a tree"), NULL},
};

const size_t file_kind_count = sizeof file_kinds / sizeof *file_kinds;

const char *file_kind_name(const struct file_kind *kind) {
    return kind->shape->fields[0].choices[0]; // the first key is FIELD_KIND
}

const struct file_kind *file_kind_find(struct text name) {
    for (size_t i = 0; i < file_kind_count; i++)
        if (text_is(name, file_kind_name(&file_kinds[i])))
            return &file_kinds[i];
    return NULL;
}

struct text file_kind_names(struct arena *arena) {
    struct text *names = arena_alloc(arena, sizeof *names * file_kind_count);
    for (size_t i = 0; i < file_kind_count; i++)
        names[i] = text_from(file_kind_name(&file_kinds[i]));
    return text_join(arena, names, file_kind_count, TEXT(", "));
}
