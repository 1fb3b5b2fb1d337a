// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"

#include "render/data/json.h"
#include "render/diagnostics/places.h"

static const struct text severities[] = {
    [SEVERITY_NOTE] = TEXT_OF("info"),
    [SEVERITY_WARNING] = TEXT_OF("minor"),
    [SEVERITY_ERROR] = TEXT_OF("major"),
};

struct view {
    const struct report *report;
    struct text *fingerprints;
};

static struct value location(const struct report *report, const struct diagnostic *diagnostic,
                             struct arena *arena) {
    struct map_builder map = map_begin(arena, 2), lines = map_begin(arena, 1);
    map_put(&lines, TEXT("begin"), value_number(report_line(diagnostic)));
    map_put(&map, TEXT("path"), value_text(report_path(report, diagnostic->file, arena)));
    map_put(&map, TEXT("lines"), map_end(&lines));
    return map_end(&map);
}

static struct value issue(const void *context, size_t index, struct arena *arena) {
    const struct view *view = context;
    const struct diagnostic *diagnostic = &view->report->diagnostics->items[index];
    struct map_builder map = map_begin(arena, 5);
    map_put(&map, TEXT("description"), value_text(diagnostic->message));
    map_put(&map, TEXT("check_name"), value_text(text_from(rule_id(diagnostic->rule))));
    map_put(&map, TEXT("fingerprint"), value_text(view->fingerprints[index]));
    map_put(&map, TEXT("severity"), value_text(severities[diagnostic->severity]));
    map_put(&map, TEXT("location"), location(view->report, diagnostic, arena));
    return map_end(&map);
}

void report_gitlab(const struct report *report, struct writer *writer) {
    const struct view view = {report, report_fingerprints(report)};
    struct value issues = value_lazy_list(issue, &view, report->diagnostics->count);
    json_write(writer, &issues, report->arena);
}
