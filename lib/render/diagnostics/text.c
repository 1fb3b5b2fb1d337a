// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"

#include "base/message.h"
#include "render/diagnostics/rule_titles.h"
#include "render/diagnostics/rule_help.h"

#include <stdlib.h>

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

static void write_statistics(const struct report *report, struct writer *writer) {
    const struct diagnostics *diagnostics = report->diagnostics;
    struct rule_count counts[RULE_COUNT];
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        counts[rule] = (struct rule_count){.rule = (enum rule)rule};
    for (size_t i = 0; i < diagnostics->count; i++)
        counts[diagnostics->items[i].rule].count++;
    qsort(counts, RULE_COUNT, sizeof *counts, most_first);
    for (size_t i = 0; i < RULE_COUNT && counts[i].count > 0; i++)
        writer_put(writer,
                   text_format(report->arena, "%6zu  %-26s %.*s\n", counts[i].count,
                               rule_id(counts[i].rule), TEXT_ARGS(rule_title(counts[i].rule))));
}

void report_explanation(enum rule rule, struct writer *writer) {
    writer_put(writer, text_from(rule_id(rule)));
    writer_put(writer, TEXT(": "));
    writer_put(writer, rule_title(rule));
    writer_put(writer, TEXT("\n\n"));
    writer_put(writer, rule_help(rule));
    writer_byte(writer, '\n');
}

void report_text(const struct report *report, struct writer *writer) {
    if (report->counts_rules)
        write_statistics(report, writer);
    else
        diagnostics_write(report->diagnostics, report->style, writer);
    if (report->style != DIAGNOSTICS_PLAIN && report->diagnostics->count > 0)
        writer_byte(writer, '\n');
    write_counts(report, writer);
    write_mended(report, writer);
}
