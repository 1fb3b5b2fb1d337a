// SPDX-License-Identifier: MIT
// Several grants together.

#include "document/kinds.h"

#include "base/message.h"
#include "model/grant/past.h"
#include "view/grants/grants.h"
#include "view/grants/combined_workbook.h"

struct combined_grant document_grant_of_several(const struct repository *repository,
                                                const struct grant *grant) {
    return (struct combined_grant){
        .grant = grant,
        .payments = repository_payments(repository, grant),
        .decided = grant_decision_year(grant, repository_decision_day(repository, grant)),
    };
}

static bool was_decided_later(const struct document *document, const struct combined_grant *of) {
    const struct date today = document->choices.today;
    return today.year > 0 &&
           (of->decided > today.year ||
            date_compare(repository_decision_day(document->repository, of->grant), today) > 0);
}

// As they were when the day that was chosen had passed; without those that were decided later.
static const struct combined *combine(const struct document *document, struct arena *arena) {
    const struct date today = document->choices.today;
    struct combined_grant *grants =
        arena_alloc(arena, (document->together_count + 1) * sizeof *grants);
    size_t count = 0;
    for (size_t i = 0; i < document->together_count; i++) {
        struct combined_grant of = document->together[i];
        if (was_decided_later(document, &of))
            continue;
        if (today.year > 0) {
            of.grant = grant_until(of.grant, of.payments, today, arena);
            of.payments = payments_until(of.payments, of.grant, today, arena);
        }
        grants[count++] = of;
    }
    return combine_grants(grants, count, arena);
}

bool grants_document_is_due(const struct document *document, enum format format) {
    (void)format;
    return grants_document_misuse(document).size == 0;
}

static struct text same_id_twice(const struct document *document) {
    struct arena *arena = document->repository->arena;
    const struct combined_grant *grants = document->together;
    for (size_t i = 0; i < document->together_count; i++)
        for (size_t k = 0; k < i; k++)
            if (text_equal(grants[i].grant->id.text, grants[k].grant->id.text))
                return text_format(arena, _("'%.*s' and '%.*s' are both the grant '%.*s'"),
                                   TEXT_ARGS(grants[k].grant->source->path),
                                   TEXT_ARGS(grants[i].grant->source->path),
                                   TEXT_ARGS(grants[i].grant->id.text));
    return TEXT("");
}

struct text grants_document_misuse(const struct document *document) {
    struct text twice = same_id_twice(document);
    if (twice.size > 0)
        return twice;
    const struct combined *combined = combine(document, document->repository->arena);
    if (combined->grant_count == 0)
        return text_from(_("none of the grants was decided by then"));
    return combined_is_too_large(combined)
               ? text_from(_("the sums of the grants are too large together"))
               : TEXT("");
}

// The first day of the year of the newest grant, or 1970: a workbook needs a day.
static int64_t first_day(const struct combined *combined) {
    int year = combined->grants[combined->grant_count - 1].decided;
    return year == 0 ? 0 : date_to_seconds((struct date){year, 1, 1});
}

bool grants_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output) {
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    const struct combined *combined = combine(document, context.arena);
    context.created = maker->source_date >= 0 ? maker->source_date : first_day(combined);
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, combined_workbook(&context, combined), output);
    struct value value = combined_value(&context, combined, document->choices.year, context.arena);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
