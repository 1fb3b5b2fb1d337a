// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"

#include "render/escape.h"
#include "render/diagnostics/places.h"

static const struct text commands[] = {
    [SEVERITY_NOTE] = TEXT_OF("::notice "),
    [SEVERITY_WARNING] = TEXT_OF("::warning "),
    [SEVERITY_ERROR] = TEXT_OF("::error "),
};

static void write_place(const struct diagnostic *diagnostic, struct writer *writer) {
    if (diagnostic->at.line == 0)
        return;
    writer_put(writer, TEXT(",line="));
    writer_number(writer, diagnostic->at.line);
    writer_put(writer, TEXT(",col="));
    writer_number(writer, diagnostic->at.column);
}

void report_github(const struct report *report, struct writer *writer) {
    for (size_t i = 0; i < report->diagnostics->count; i++) {
        const struct diagnostic *diagnostic = &report->diagnostics->items[i];
        struct arena_mark mark = arena_mark(report->arena);
        struct text path = report_path(report, diagnostic->file, report->arena);
        writer_put(writer, commands[diagnostic->severity]);
        writer_put(writer, TEXT("file="));
        escape_github(writer, path, true);
        arena_release(report->arena, mark);
        write_place(diagnostic, writer);
        writer_put(writer, TEXT(",title="));
        escape_github(writer, text_from(rule_id(diagnostic->rule)), true);
        writer_put(writer, TEXT("::"));
        escape_github(writer, diagnostic->message, false);
        writer_byte(writer, '\n');
    }
}
