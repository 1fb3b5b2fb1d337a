// SPDX-License-Identifier: MIT

#include "base/diagnostics_write.h"

#include "base/diagnostics_frame.h"
#include "base/message.h"
#include "base/personalnumber.h"

static const struct {
    const char *word;
    struct text colour;
} severities[] = {
    [SEVERITY_NOTE] = {N_("note"), TEXT_OF("\033[1;36m")},
    [SEVERITY_WARNING] = {N_("warning"), TEXT_OF("\033[1;35m")},
    [SEVERITY_ERROR] = {N_("error"), TEXT_OF("\033[1;31m")},
};

static void write_one(const struct diagnostic *diagnostic, bool colour, struct arena *arena,
                      struct writer *writer) {
    writer_put(writer, colour ? TEXT("\033[1m") : TEXT(""));
    write_visible(writer, personal_numbers_masked(diagnostic->file, arena));
    writer_byte(writer, ':');
    if (diagnostic->at.line > 0) {
        writer_number(writer, diagnostic->at.line);
        writer_byte(writer, ':');
        writer_number(writer, diagnostic->at.column);
        writer_byte(writer, ':');
    }
    if (colour) {
        writer_put(writer, TEXT("\033[0m"));
        writer_put(writer, severities[diagnostic->severity].colour);
    }
    writer_byte(writer, ' ');
    writer_put(writer, text_from(_(severities[diagnostic->severity].word)));
    writer_byte(writer, ':');
    if (colour)
        writer_put(writer, TEXT("\033[0m"));
    writer_byte(writer, ' ');
    write_visible(writer, diagnostic->message);
    writer_put(writer, TEXT(" ["));
    writer_put(writer, text_from(rule_id(diagnostic->rule)));
    writer_put(writer, TEXT("]\n"));
}

void diagnostics_write(struct diagnostics *diagnostics, struct diagnostics_look look,
                       struct writer *writer) {
    struct frame frame = {.line_number = 0};
    bool framed = look.style != DIAGNOSTICS_PLAIN, colour = look.style == DIAGNOSTICS_COLOUR;
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *diagnostic = &diagnostics->items[i];
        struct frame_look marks = {TEXT(""), TEXT(""), TEXT(""), look.columns};
        if (colour)
            marks = (struct frame_look){TEXT("\033[1;34m"), severities[diagnostic->severity].colour,
                                        TEXT("\033[0m"), look.columns};
        if (framed && i > 0 && !text_equal(diagnostic->file, diagnostics->items[i - 1].file))
            writer_byte(writer, '\n');
        write_one(diagnostic, colour, diagnostics->arena, writer);
        if (framed && frame_find(diagnostics, i, &frame))
            frame_write(writer, &frame, diagnostic, &marks);
    }
}
