// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"

#include "render/escape.h"
#include "render/diagnostics/places.h"

// XML cannot hold control characters, U+FFFE and U+FFFF at all.
static void write_escaped(struct writer *writer, struct text text) {
    for (size_t from = 0, at = 0; from < text.size; from = at) {
        uint32_t code_point = text_next_code_point(text, &at);
        bool impossible = (code_point < ' ' && code_point != '\t') || code_point == 0xFFFE ||
                          code_point == 0xFFFF;
        escape_html(writer, impossible ? TEXT("\uFFFD") : text_slice(text, from, at));
    }
}

static void write_attribute(struct writer *writer, const char *name, struct text value) {
    writer_byte(writer, ' ');
    writer_put(writer, text_from(name));
    writer_put(writer, TEXT("=\""));
    write_escaped(writer, value);
    writer_byte(writer, '"');
}

static void write_counts(struct writer *writer, size_t tests, size_t failures) {
    writer_put(writer, TEXT(" tests=\""));
    writer_number(writer, (int64_t)tests);
    writer_put(writer, TEXT("\" failures=\""));
    writer_number(writer, (int64_t)failures);
    writer_put(writer, TEXT("\" errors=\"0\">\n"));
}

static void write_message(const struct diagnostic *diagnostic, struct text path,
                          struct writer *writer) {
    write_escaped(writer, path);
    writer_byte(writer, ':');
    if (diagnostic->at.line > 0) {
        writer_number(writer, diagnostic->at.line);
        writer_byte(writer, ':');
        writer_number(writer, diagnostic->at.column);
        writer_byte(writer, ':');
    }
    writer_byte(writer, ' ');
    write_escaped(writer, diagnostic->message);
}

static void write_case(const struct findings *findings, const struct diagnostic *diagnostic,
                       struct text path, struct writer *writer) {
    struct text rule = text_from(rule_id(diagnostic->rule));
    bool failure = diagnostic->severity == SEVERITY_ERROR;
    writer_put(writer, TEXT("    <testcase"));
    write_attribute(writer, "name",
                    diagnostic->at.line == 0
                        ? rule
                        : text_format(findings->arena, "%.*s %u:%u", TEXT_ARGS(rule),
                                      diagnostic->at.line, diagnostic->at.column));
    write_attribute(writer, "classname", path);
    writer_put(writer, failure ? TEXT(">\n      <failure") : TEXT(">\n      <system-out"));
    if (failure) {
        write_attribute(writer, "type", rule);
        write_attribute(writer, "message", diagnostic->message);
    }
    writer_byte(writer, '>');
    write_message(diagnostic, path, writer);
    writer_put(writer, failure ? TEXT("</failure>\n    </testcase>\n")
                               : TEXT("</system-out>\n    </testcase>\n"));
}

// The diagnostics of this file from `*next` on, or one test that passed.
static void write_suite(const struct findings *findings, struct text file, size_t *next,
                        struct writer *writer) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    struct text path = findings_path(findings, file, findings->arena);
    size_t first = *next, failures = 0;
    while (*next < diagnostics->count && text_equal(diagnostics->items[*next].file, file))
        failures += diagnostics->items[(*next)++].severity == SEVERITY_ERROR;
    writer_put(writer, TEXT("  <testsuite"));
    write_attribute(writer, "name", path);
    write_counts(writer, *next == first ? 1 : *next - first, failures);
    for (size_t i = first; i < *next; i++) {
        struct arena_savepoint saved = arena_save(findings->arena);
        write_case(findings, &diagnostics->items[i], path, writer);
        arena_release(findings->arena, saved);
    }
    if (*next == first) {
        writer_put(writer, TEXT("    <testcase"));
        write_attribute(writer, "name", findings->program);
        write_attribute(writer, "classname", path);
        writer_put(writer, TEXT("/>\n"));
    }
    writer_put(writer, TEXT("  </testsuite>\n"));
}

static size_t count_cases(const struct findings *findings) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    size_t count = diagnostics->count;
    for (size_t i = 0, next = 0; i < findings->files.count; i++) {
        size_t first = next;
        while (next < diagnostics->count &&
               text_equal(diagnostics->items[next].file, findings->files.items[i]))
            next++;
        count += next == first;
    }
    return count;
}

void findings_junit(const struct findings *findings, struct writer *writer) {
    size_t next = 0;
    writer_put(writer, TEXT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"));
    write_attribute(writer, "name", findings->program);
    write_counts(writer, count_cases(findings), findings->diagnostics->errors);
    for (size_t i = 0; i < findings->files.count; i++)
        write_suite(findings, findings->files.items[i], &next, writer);
    writer_put(writer, TEXT("</testsuites>\n"));
}
