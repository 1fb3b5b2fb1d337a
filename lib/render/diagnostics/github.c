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

void findings_github(const struct findings *findings, struct writer *writer) {
    for (size_t i = 0; i < findings->diagnostics->count; i++) {
        const struct diagnostic *diagnostic = &findings->diagnostics->items[i];
        struct arena_savepoint saved = arena_save(findings->arena);
        struct text path = findings_path(findings, diagnostic->file, findings->arena);
        writer_put(writer, commands[diagnostic->severity]);
        writer_put(writer, TEXT("file="));
        escape_github(writer, path, true);
        arena_release(findings->arena, saved);
        write_place(diagnostic, writer);
        writer_put(writer, TEXT(",title="));
        escape_github(writer, text_from(rule_id(diagnostic->rule)), true);
        writer_put(writer, TEXT("::"));
        escape_github(writer, diagnostic->message, false);
        writer_byte(writer, '\n');
    }
}
