// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "base/message.h"
#include "model/status/history.h"
#include "view/plan/level_words.h"
#include "model/tree/plans.h"

#include <string.h>

static bool has_area(const struct plan *plan, struct text number) {
    for (size_t i = 0; i < plan->areas.count; i++)
        if (text_equal(plan->areas.items[i].number.text, number))
            return true;
    return false;
}

// A choice that names nothing would make an empty matrix, and nobody would know why.
struct text plan_document_misuse(const struct document *document) {
    const struct plan *plan = document->plan;
    const struct matrix_selection *selection = &document->choices.matrix;
    struct arena *arena = document->repository->arena;
    struct text unknown = document_unknown_party(document, selection->owner);
    if (unknown.size > 0)
        return unknown;
    if (selection->area.size > 0 && !has_area(plan, selection->area))
        return text_format(arena, _("the plan has no area %.*s"), TEXT_ARGS(selection->area));
    if (selection->year != 0 &&
        (selection->year < plan->period.from || selection->year > plan->period.to))
        return text_format(arena, _("the year %d is outside the plan's period %d–%d"),
                           selection->year, plan->period.from, plan->period.to);
    if (selection->status.size > 0 && status_place_of(&plan->scale, selection->status, arena) < 0)
        return text_format(arena, _("the plan has no status '%.*s'; it is one of %.*s"),
                           TEXT_ARGS(selection->status),
                           TEXT_ARGS(status_scale_words(&plan->scale, arena)));
    return TEXT("");
}

// Where its links to actions lead is the plan's own page.
static bool is_overview(const struct document *document) {
    return strcmp(document->kind->name, "overview") == 0;
}

static bool write_matrix(const struct document *document, enum format format,
                         struct document_maker *maker, struct output *output) {
    const struct status_notes notes = repository_notes_on(document->repository, document->plan);
    const struct plan *plan =
        plan_on_day(document->plan, &notes, document->choices.today, maker->arena);
    bool overview = is_overview(document);
    struct view_context context;
    document_view(document, maker, overview ? VIEW_OF_OTHER : VIEW_OF_PLAN, format, &context);
    context.day = (struct date){0, 0, 0}; // its numbers are those of its file
    context.created = maker->source_date >= 0
                          ? maker->source_date
                          : date_to_seconds((struct date){plan->period.from, 1, 1});
    const struct matrix *matrix = matrix_select(&context, plan, &document->choices.matrix);
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, matrix_workbook(matrix), output);
    struct value value = format == FORMAT_SVG
                             ? matrix_picture(matrix, overview ? PICTURE_A3 : PICTURE_A4)
                             : matrix_value(matrix);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}

bool plan_document_write(const struct document *document, enum format format,
                         struct document_maker *maker, struct output *output) {
    const struct labels *labels = maker->labels;
    maker->labels = labels_of_plan(labels, document->plan, maker->arena);
    bool written = write_matrix(document, format, maker, output);
    maker->labels = labels;
    return written;
}
