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

static bool write_slides(const struct document *document, enum format format,
                         struct document_maker *maker, struct output *output) {
    const struct date own = {0, 0, 0}; // the note's
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    struct value value =
        slides_value(status_report_make(&context, document->plan, document->note, own, own));
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}

// Makes one of both in the words of the plan.
static bool write_in_words_of_plan(const struct document *document, enum format format,
                                   struct document_maker *maker, struct output *output,
                                   bool (*write)(const struct document *document,
                                                 enum format format, struct document_maker *maker,
                                                 struct output *output)) {
    const struct labels *labels = maker->labels;
    maker->labels = labels_of_plan(labels, document->plan, maker->arena);
    bool written = write(document, format, maker, output);
    maker->labels = labels;
    return written;
}

bool slides_document_is_due(const struct document *document, enum format format) {
    (void)format;
    return document->note != NULL && document->note->slides.count > 0;
}

struct text slides_document_misuse(const struct document *document) {
    if (document->note == NULL)
        return text_from(_("slides are of a status note; name its file"));
    if (document->choices.today.year != 0 || document->choices.since.year != 0)
        return text_from(_("slides are of the day of their note; -d and --since go without them"));
    return document->note->slides.count > 0
               ? TEXT("")
               : text_format(document->repository->arena, _("%s has no slides ('lysark')"),
                             document->note->source->path.data);
}

bool slides_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output) {
    return write_in_words_of_plan(document, format, maker, output, write_slides);
}

bool status_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output) {
    return write_in_words_of_plan(document, format, maker, output, write_status);
}
