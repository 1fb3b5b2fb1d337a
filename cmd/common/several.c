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

bool run_has_format(const struct run *run, enum format format) {
    const struct document_kind *kind = run->document.kind;
    if (kind == NULL || format == FORMAT_COUNT || format_is_among(format, kind->formats) ||
        (kind->also != NULL && format_is_among(format, kind->also)))
        return true;
    if (run->document.operands.count == 0)
        usage_error(run->command, _("the format '%s' is not made with %s; these are: %s"),
                    format_names[format], kind->options, kind->formats);
    else
        usage_error(run->command, _("the format '%s' is made of one %s; of several: %s"),
                    format_names[format], run->command->operand, run->document.kind->formats);
    return false;
}
