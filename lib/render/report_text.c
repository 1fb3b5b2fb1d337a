// SPDX-License-Identifier: MIT

#include "render/report.h"

#include "base/message.h"

void report_text(const struct report *report, bool colour, struct writer *writer) {
    struct diagnostics *diagnostics = report->diagnostics;
    diagnostics_write(diagnostics, colour ? DIAGNOSTICS_COLOUR : DIAGNOSTICS_EXCERPT, writer);
    if (diagnostics->count == 0)
        writer_put(writer, text_format(report->arena, _("Nothing is wrong. Files: %zu.\n"),
                                       report->files.count));
    else
        writer_put(
            writer,
            text_format(report->arena, _("Errors: %zu. Warnings: %zu. Notes: %zu. Files: %zu.\n"),
                        diagnostics->errors, diagnostics_count(diagnostics, SEVERITY_WARNING),
                        diagnostics_count(diagnostics, SEVERITY_NOTE), report->files.count));
}
