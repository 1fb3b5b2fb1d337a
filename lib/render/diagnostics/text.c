// SPDX-License-Identifier: MIT

#include "render/diagnostics/report.h"

#include "base/message.h"

static void write_counts(const struct report *report, struct writer *writer) {
    const struct diagnostics *diagnostics = report->diagnostics;
    size_t files = report->files.count;
    if (diagnostics->count == 0)
        writer_put(writer, text_format(report->arena, _("Nothing is wrong. Files: %zu.\n"), files));
    else
        writer_put(writer, text_format(report->arena,
                                       _("Errors: %zu. Warnings: %zu. Notes: %zu. Files: %zu.\n"),
                                       diagnostics->errors,
                                       diagnostics_count(diagnostics, SEVERITY_WARNING),
                                       diagnostics_count(diagnostics, SEVERITY_NOTE), files));
}

static void write_mended(const struct report *report, struct writer *writer) {
    const struct diagnostics *diagnostics = report->diagnostics;
    size_t left = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        left += diagnostics->items[i].has_fix;
    if (report->has_mended)
        writer_put(writer, text_format(report->arena, _("Mended: %zu places in %zu files.\n"),
                                       report->mended_places, report->mended_files));
    if (left > 0)
        writer_put(writer,
                   text_format(report->arena, _("'plan-check --fix' can mend: %zu.\n"), left));
}

void report_text(const struct report *report, bool colour, struct writer *writer) {
    diagnostics_write(report->diagnostics, colour ? DIAGNOSTICS_COLOUR : DIAGNOSTICS_EXCERPT,
                      writer);
    write_counts(report, writer);
    write_mended(report, writer);
}
