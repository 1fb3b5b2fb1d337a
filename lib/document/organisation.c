// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "view/organisation/organisation.h"

bool organisation_document_write(const struct document *document, enum format format,
                                 struct document_maker *maker, struct output *output) {
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    struct value value = organisation_value(&context);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
