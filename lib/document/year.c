// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "view/year/year.h"

// The one that is asked for; or that of the day; or the last that has a meeting or in which the
// file was gone through.
static int year_of(const struct document *document) {
    int as_of = document->year->registry.as_of.date.year;
    int of_meetings = document->last_meeting.year;
    if (document->choices.year > 0)
        return document->choices.year;
    if (document->choices.today.year > 0)
        return document->choices.today.year;
    return of_meetings > as_of ? of_meetings : as_of;
}

struct text year_document_misuse(const struct document *document) {
    return document_unknown_party(document, document->choices.body);
}

bool year_document_write(const struct document *document, enum format format,
                         struct document_maker *maker, struct output *output) {
    const struct date as_of = document->year->registry.as_of.date;
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    context.created = maker->source_date >= 0 ? maker->source_date : date_to_seconds(as_of);
    bool has_today = document->choices.today.year > 0;
    const struct year_subject subject = {
        .wheel = document->year,
        .meetings = document->meetings,
        .meeting_count = document->meeting_count,
        .decisions = document->decisions,
        .year = year_of(document),
        .today = has_today ? document->choices.today : as_of,
        .body = document->choices.body,
    };
    const struct year_entries *entries = year_entries_of(&context, &subject);
    if (format == FORMAT_XLSX)
        return maker_write_workbook(maker, year_workbook(entries), output);
    if (format == FORMAT_ICS) {
        maker_write_calendar(year_calendar(entries), output_writer(output));
        return true;
    }
    struct value value = format == FORMAT_SVG ? year_picture(entries) : year_value(entries);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
