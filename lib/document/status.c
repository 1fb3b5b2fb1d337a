// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "base/message.h"
#include "view/plan/level_words.h"
#include "model/tree/plans.h"

// How the plan is now is told where anything is.
bool status_document_is_due(const struct document *document, enum format format) {
    (void)format;
    const struct status_notes notes = repository_notes_on(document->repository, document->plan);
    if (document->note != NULL || last_reported_day(&notes).year != 0)
        return true;
    struct plan_walk walk = {.plan = document->plan};
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;)
        if (action_status(action) >= 0)
            return true;
    return false;
}

struct text status_document_misuse(const struct document *document) {
    struct date day = document->note != NULL ? document->note->date.date : document->choices.today;
    struct date since = document->choices.since;
    if (document->note != NULL && document->choices.today.year != 0)
        return text_from(_("a status note is of its own day; -d goes without one"));
    if (since.year != 0 && day.year != 0 && date_compare(since, day) >= 0)
        return text_format(document->repository->arena,
                           _("--since is not before %s, of which the status is"),
                           date_iso(document->repository->arena, day).data);
    return TEXT("");
}

static bool write_status(const struct document *document, enum format format,
                         struct document_maker *maker, struct output *output) {
    struct date today = document->choices.today;
    const struct date day = document->note != NULL ? document->note->date.date
                            : today.year != 0      ? today
                                              : (struct date){document->plan->period.from, 1, 1};
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    context.created = maker->source_date >= 0 ? maker->source_date
                      : day.year != 0         ? date_to_seconds(day)
                                              : 0;
    const struct status_report *report = status_report_make(
        &context, document->plan, document->note, today, document->choices.since);
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, status_workbook(report), output);
    struct value value = status_value(report);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}

bool status_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output) {
    const struct labels *labels = maker->labels;
    maker->labels = labels_of_plan(labels, document->plan, maker->arena);
    bool written = write_status(document, format, maker, output);
    maker->labels = labels;
    return written;
}
