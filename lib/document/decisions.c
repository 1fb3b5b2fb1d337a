// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "base/message.h"

static bool has_case(const struct repository *repository, const struct decisions *decisions,
                     struct text number) {
    for (size_t i = 0; i < decisions->count; i++)
        if (decision_is_of_case(repository, &decisions->items[i], number))
            return true;
    return false;
}

// A choice that names nothing would make an empty list, and nobody would know why.
struct text decisions_document_misuse(const struct document *document) {
    const struct decision_selection *selection = &document->choices.decisions;
    struct text number = selection->case_number;
    struct text unknown = document_unknown_party(document, selection->body);
    if (selection->overdue && document->choices.today.year == 0)
        return text_from(_("--overdue needs to know what day it is; add -d and the day, like "
                           "2024-10-29"));
    if (unknown.size > 0)
        return unknown;
    if (number.size > 0 && !has_case(document->repository, document->decisions, number))
        return text_format(document->repository->arena,
                           _("nothing has been decided in a case %.*s"), TEXT_ARGS(number));
    return TEXT("");
}

bool decisions_document_is_due(const struct document *document, enum format format) {
    (void)format;
    return document->decisions->count > 0;
}

bool decisions_document_write(const struct document *document, enum format format,
                              struct document_maker *maker, struct output *output) {
    struct decision_selection selection = document->choices.decisions;
    selection.today = document->choices.today;
    const struct date day = selection.today.year != 0 ? selection.today : document->last_meeting;
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    context.created = maker->source_date >= 0 ? maker->source_date
                      : day.year != 0         ? date_to_seconds(day)
                                              : 0;
    const struct decision_register *list =
        decisions_select(&context, document->decisions, &selection);
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, decisions_workbook(list), output);
    if (format == FORMAT_ICS) {
        maker_write_calendar(decisions_calendar(list), output_writer(output));
        return true;
    }
    struct value value = decisions_value(list);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
