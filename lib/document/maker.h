// SPDX-License-Identifier: MIT
// The header of document/ for bytes: the right template or writer for each format of a view.

#ifndef FELLESSKAP_DOCUMENT_MAKER_H
#define FELLESSKAP_DOCUMENT_MAKER_H

#include "base/calendar.h"
#include "base/output.h"
#include "base/value.h"
#include "base/workbook.h"
#include "document/templates.h"
#include "view/labels.h"

enum format {
    FORMAT_MARKDOWN,
    FORMAT_HTML,
    FORMAT_XLSX,
    FORMAT_SVG,
    FORMAT_JSON,
    FORMAT_ICS,
    FORMAT_EINNSYN,   // JSON too
    FORMAT_360GIVING, // a package of grants, in JSON
    FORMAT_CSV,
    FORMAT_ATOM,
    FORMAT_TEXT, // this and what follows: of reports
    FORMAT_SARIF,
    FORMAT_GITLAB,
    FORMAT_GITHUB,
    FORMAT_JUNIT,
    FORMAT_COUNT
};

// "md", "html", … by enum format, NULL after the last: names for -f and suffixes of files.
extern const char *const format_names[];

// The format of a name, or of a file by its suffix; FORMAT_COUNT when it is not a format.
enum format format_find(struct text name);
enum format format_of_file(struct text path);

// Whether the format is one of those that are named, "md html json".
bool format_is_among(enum format format, const char *names);

// What documents are made with.
struct document_maker {
    struct document_templates *templates;
    const struct labels *labels;
    enum language language; // that of the labels
    struct diagnostics *diagnostics;
    struct arena *arena;
    int64_t
        source_date; // seconds since 1970 that formats with a time have; -1: a day of the source
    struct text message; // why a document could not be written, for people; empty: it was
    bool is_misused;     // what was asked for is at fault, not the system
};

// Writes a view as Markdown, HTML, SVG, JSON or CSV. `name` is the document's: its templates are
// templates/NAME.md, NAME.html, …, with their styles (docs/templates.md). False after a report.
bool maker_write_view(const struct document_maker *maker, const char *name, enum format format,
                      const struct value *view, struct writer *writer);

// The document has no such format for what was asked. Always false, with the message.
bool maker_refuse(struct document_maker *maker, struct text message);

// Writes an HTML page that has no styles and no script in it.
bool maker_write_linked(const struct document_maker *maker, const char *name,
                        const struct value *view, struct writer *writer);

// Writes a calendar as iCalendar.
void maker_write_calendar(const struct calendar *calendar, struct writer *writer);

// Writes a workbook to an output. False with the reason in maker->message.
bool maker_write_workbook(struct document_maker *maker, const struct workbook *workbook,
                          struct output *output);

#endif
