// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"

#include "render/data/json.h"
#include "render/diagnostics/places.h"

static const struct text severities[] = {
    [SEVERITY_NOTE] = TEXT_OF("info"),
    [SEVERITY_WARNING] = TEXT_OF("minor"),
    [SEVERITY_ERROR] = TEXT_OF("major"),
};

struct shown_findings {
    const struct findings *findings;
    struct text *fingerprints;
};

static struct value location(const struct findings *findings, const struct diagnostic *diagnostic,
                             struct arena *arena) {
    struct map_builder map = map_begin(arena), lines = map_begin(arena);
    map_put(&lines, TEXT("begin"), value_number(findings_line(diagnostic)));
    map_put(&map, TEXT("path"), value_text(findings_path(findings, diagnostic->file, arena)));
    map_put(&map, TEXT("lines"), map_end(&lines));
    return map_end(&map);
}

static struct value issue(const void *context, size_t index, struct arena *arena) {
    const struct shown_findings *shown = context;
    const struct diagnostic *diagnostic = &shown->findings->diagnostics->items[index];
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("description"), value_text(diagnostic->message));
    map_put(&map, TEXT("check_name"), value_text(text_from(rule_id(diagnostic->rule))));
    map_put(&map, TEXT("fingerprint"), value_text(shown->fingerprints[index]));
    map_put(&map, TEXT("severity"), value_text(severities[diagnostic->severity]));
    map_put(&map, TEXT("location"), location(shown->findings, diagnostic, arena));
    return map_end(&map);
}

void findings_gitlab(const struct findings *findings, struct writer *writer) {
    const struct shown_findings shown = {findings, findings_fingerprints(findings)};
    struct value issues = value_lazy_list(issue, &shown, findings->diagnostics->count);
    json_write(writer, &issues, findings->arena);
}
