// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "view/organisation/organisation.h"
#include "view/organisation/seats.h"

bool organisation_document_write(const struct document *document, enum format format,
                                 struct document_maker *maker, struct output *output) {
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    context.created = maker->source_date >= 0 ? maker->source_date : 0;
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, members_workbook(&context), output);
    struct value value =
        format == FORMAT_CSV ? members_rows(&context) : organisation_value(&context);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
