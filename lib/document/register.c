// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "base/message.h"
#include "view/register/show.h"
#include "model/register/registries.h"

// Only what happens in time has a picture, so most registers are never due as one.
bool registry_document_is_due(const struct document *document, enum format format) {
    return format != FORMAT_SVG || registry_can_be_drawn(document->registry);
}

bool registry_document_write(const struct document *document, enum format format,
                             struct document_maker *maker, struct output *output) {
    const struct registry *registry = document->registry;
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    context.created =
        maker->source_date >= 0 ? maker->source_date : date_to_seconds(registry->as_of.date);
    const struct register_view *view = register_view(&context, registry);
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, register_workbook(view), output);
    if (format == FORMAT_SVG && !registry_can_be_drawn(registry)) {
        return maker_refuse(maker, text_from(_("this register has no picture")));
    }
    struct value value = format == FORMAT_SVG ? register_picture_value(view) : register_value(view);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
