// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"

#include "base/message.h"
#include "render/diagnostics/rule_titles.h"

#include <stdlib.h>

static void write_counts(const struct findings *findings, struct writer *writer) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    size_t files = findings->files.count;
    if (diagnostics->count == 0)
        writer_put(writer,
                   text_format(findings->arena, _("Nothing is wrong. Files: %zu.\n"), files));
    else
        writer_put(writer, text_format(findings->arena,
                                       _("Errors: %zu. Warnings: %zu. Notes: %zu. Files: %zu.\n"),
                                       diagnostics->errors,
                                       diagnostics_count(diagnostics, SEVERITY_WARNING),
                                       diagnostics_count(diagnostics, SEVERITY_NOTE), files));
}

static void write_fixed(const struct findings *findings, struct writer *writer) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    size_t left = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        left += diagnostics->items[i].has_fix;
    if (findings->has_fixed)
        writer_put(writer,
                   text_format(findings->arena, _("Fixed places: %zu. Changed files: %zu.\n"),
                               findings->fixed_places, findings->fixed_file_count));
    if (left > 0)
        writer_put(writer,
                   text_format(findings->arena, _("'plan-check --fix' can fix: %zu.\n"), left));
}

struct rule_count {
    enum rule rule;
    size_t count;
};

static int most_first(const void *left, const void *right) {
    const struct rule_count *a = left, *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return (a->rule > b->rule) - (a->rule < b->rule);
}

static void write_statistics(const struct findings *findings, struct writer *writer) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    struct rule_count counts[RULE_COUNT];
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        counts[rule] = (struct rule_count){.rule = (enum rule)rule};
    for (size_t i = 0; i < diagnostics->count; i++)
        counts[diagnostics->items[i].rule].count++;
    qsort(counts, RULE_COUNT, sizeof *counts, most_first);
    for (size_t i = 0; i < RULE_COUNT && counts[i].count > 0; i++)
        writer_put(writer,
                   text_format(findings->arena, "%6zu  %-26s %.*s\n", counts[i].count,
                               rule_id(counts[i].rule), TEXT_ARGS(rule_title(counts[i].rule))));
}

void findings_text(const struct findings *findings, struct writer *writer) {
    if (findings->counts_rules)
        write_statistics(findings, writer);
    else
        diagnostics_write(findings->diagnostics, findings->look, writer);
    if (findings->look.style != DIAGNOSTICS_PLAIN && findings->diagnostics->count > 0)
        writer_byte(writer, '\n');
    write_counts(findings, writer);
    write_fixed(findings, writer);
}
