// SPDX-License-Identifier: MIT

#include "common/several.h"

#include "base/message.h"
#include "common/usage.h"

void several_take(struct run *run, char **operands, size_t count) {
    struct text_list *taken = &run->document.operands;
    run->document.kind = document_kind_find(text_from(run->command->document_of_many));
    taken->items = arena_alloc(&run->arena, count * sizeof *taken->items);
    taken->count = count;
    for (size_t i = 0; i < count; i++)
        taken->items[i] = text_from(operands[i]);
}

static bool is_among(const char *formats, enum format format) {
    struct text names = formats == NULL ? (struct text){NULL, 0} : text_from(formats);
    while (names.data != NULL)
        if (text_is(text_cut(&names, ' '), format_names[format]))
            return true;
    return false;
}

bool run_has_format(const struct run *run, enum format format) {
    const struct document_kind *kind = run->document.kind;
    if (kind == NULL || format == FORMAT_COUNT || is_among(kind->formats, format) ||
        is_among(kind->also, format))
        return true;
    if (run->document.operands.count == 0)
        usage_error(run->command, _("the format '%s' is not made with %s; these are: %s"),
                    format_names[format], kind->options, kind->formats);
    else
        usage_error(run->command, _("the format '%s' is made of one %s; of several: %s"),
                    format_names[format], run->command->operand, run->document.kind->formats);
    return false;
}
