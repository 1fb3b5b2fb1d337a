// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "base/message.h"
#include "view/organisation/organisation.h"
#include "view/organisation/seats.h"

struct text organisation_document_misuse(const struct document *document) {
    struct text body = document->choices.body;
    struct text unknown = document_unknown_party(document, body);
    const struct organisation *organisation = document->repository->organisation;
    if (unknown.size > 0 || body.size == 0 || index_find(&organisation->body_ids, body) != NULL)
        return unknown;
    return text_format(document->repository->arena,
                       _("'%.*s' is a person; the id of a body is expected here"), TEXT_ARGS(body));
}

bool organisation_document_write(const struct document *document, enum format format,
                                 struct document_maker *maker, struct output *output) {
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    context.created = maker->source_date >= 0 ? maker->source_date : 0;
    const struct body_work work = {
        .body = document->choices.body,
        .meetings = document->meetings,
        .meeting_count = document->meeting_count,
        .decisions = document->decisions,
        .today = document->choices.today,
    };
    if (format == FORMAT_SVG && work.body.size > 0) {
        return maker_refuse(maker, text_from(_("the page of a body has no picture")));
    }
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, members_workbook(&context, work.body), output);
    struct value value = format == FORMAT_CSV
                             ? members_rows(&context, work.body)
                             : organisation_value(&context, work.body.size > 0 ? &work : NULL);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
