// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "base/message.h"
#include "model/grant/past.h"
#include "view/grant/workbook.h"
#include "view/grant/grant.h"
#include "view/grant/open_data.h"

// The year in the grant's id, or else 1970: a workbook needs a day.
static int64_t first_day(const struct grant *grant) {
    int year, to;
    if (!period_parse(grant->id.text, &year, &to))
        return 0;
    return date_to_seconds((struct date){year, 1, 1});
}

static bool is_open_data(enum format format) {
    return format == FORMAT_360GIVING || format == FORMAT_CSV;
}

// A grant that is to be decided at a meeting to come has no open data until that has its minutes.
bool grant_document_is_due(const struct document *document, enum format format) {
    const struct grant *grant = document->grant;
    const struct repository *repository = document->repository;
    const struct known_case *decided =
        repository_case(repository, grant->owner.text, grant->decided_by.text);
    return !is_open_data(format) || (decided != NULL && decided->date.year > 0 &&
                                     repository_standing(repository, decided) != STANDING_TO_COME &&
                                     grant->allocations.count > 0);
}

static void begin_view(const struct document *document, const struct document_maker *maker,
                       enum format format, struct view_context *context) {
    document_view(document, maker, VIEW_OF_GRANT, format, context);
    context->created = maker->source_date >= 0 ? maker->source_date : first_day(document->grant);
}

bool grant_document_write(const struct document *document, enum format format,
                          struct document_maker *maker, struct output *output) {
    const struct grant *grant = document->grant;
    const struct payments *payments = document->payments;
    struct view_context context;
    begin_view(document, maker, format, &context);
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, grant_workbook(&context, grant, payments), output);
    if (is_open_data(format) && !grant_open_check(&context, grant))
        return false;
    struct value value =
        format == FORMAT_360GIVING ? grant_open_package(&context, grant, payments, context.arena)
        : format == FORMAT_CSV
            ? grant_open_rows(&context, grant, payments, context.arena)
            : grant_value(&context, grant, payments, document->choices.year, context.arena);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}

// There is no report on a day before anything was to be reported.
struct text grant_report_misuse(const struct document *document) {
    const struct grant *grant = document->grant;
    const struct date today = document->choices.today;
    const struct date decided = repository_decision_day(document->repository, grant);
    if (today.year == 0 || decided.year == 0 || date_compare(decided, today) <= 0)
        return TEXT("");
    struct arena *arena = document->repository->arena;
    return text_format(arena,
                       _("the grant was decided on %s; there is no report on it from before"),
                       date_iso(arena, decided).data);
}

bool grant_report_write(const struct document *document, enum format format,
                        struct document_maker *maker, struct output *output) {
    const struct date today = document->choices.today;
    struct document past = *document;
    struct view_context context;
    if (is_open_data(format))
        return grant_document_write(document, format, maker, output);
    begin_view(document, maker, format, &context);
    if (today.year > 0) {
        past.grant = grant_until(document->grant, document->payments, today, context.arena);
        past.payments = payments_until(document->payments, past.grant, today, context.arena);
    }
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, grant_workbook(&context, past.grant, past.payments),
                                    output);
    struct value value =
        grant_value(&context, past.grant, past.payments, document->choices.year, context.arena);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
