// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"

#include "render/data/json.h"
#include "render/diagnostics/places.h"

// The words of .plan-check.yaml.
static const struct text levels[] = {
    [SEVERITY_NOTE] = TEXT_OF("merknad"),
    [SEVERITY_WARNING] = TEXT_OF("advarsel"),
    [SEVERITY_ERROR] = TEXT_OF("feil"),
};

struct shown_findings {
    const struct findings *findings;
    struct text *fingerprints;
};

static struct value number_or_none(uint32_t number) {
    return number == 0 ? (struct value){.kind = VALUE_NONE} : value_number(number);
}

static struct value place(struct position at, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("linje"), value_number(at.line));
    map_put(&map, TEXT("kolonne"), value_number(at.column));
    return map_end(&map);
}

static struct value fix_value(const struct findings *findings, const struct diagnostic *diagnostic,
                              struct arena *arena) {
    struct position from, to;
    if (!findings_fix_places(findings, diagnostic, &from, &to))
        return (struct value){.kind = VALUE_NONE};
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("fra"), place(from, arena));
    map_put(&map, TEXT("til"), place(to, arena));
    map_put(&map, TEXT("tekst"), value_text(diagnostic->fix.with));
    return map_end(&map);
}

static struct value finding(const void *context, size_t index, struct arena *arena) {
    const struct shown_findings *shown = context;
    const struct diagnostic *diagnostic = &shown->findings->diagnostics->items[index];
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("fil"), value_text(findings_path(shown->findings, diagnostic->file, arena)));
    map_put(&map, TEXT("linje"), number_or_none(diagnostic->at.line));
    map_put(&map, TEXT("kolonne"), number_or_none(diagnostic->at.column));
    map_put(&map, TEXT("nivå"), value_text(levels[diagnostic->severity]));
    map_put(&map, TEXT("regel"), value_text(text_from(rule_id(diagnostic->rule))));
    map_put(&map, TEXT("melding"), value_text(diagnostic->message));
    map_put(&map, TEXT("retting"), fix_value(shown->findings, diagnostic, arena));
    map_put(&map, TEXT("fingeravtrykk"), value_text(shown->fingerprints[index]));
    return map_end(&map);
}

static struct value file(const void *context, size_t index, struct arena *arena) {
    const struct findings *findings = context;
    return value_text(findings_path(findings, findings->files.items[index], arena));
}

void findings_json(const struct findings *findings, struct writer *writer) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    const struct shown_findings shown = {findings, findings_fingerprints(findings)};
    struct map_builder map = map_begin(findings->arena);
    map_put(&map, TEXT("dokument"), value_text(TEXT("kontrollrapport")));
    map_put(&map, TEXT("antall-feil"), value_number((int64_t)diagnostics->errors));
    map_put(&map, TEXT("antall-advarsler"),
            value_number((int64_t)diagnostics_count(diagnostics, SEVERITY_WARNING)));
    map_put(&map, TEXT("antall-merknader"),
            value_number((int64_t)diagnostics_count(diagnostics, SEVERITY_NOTE)));
    map_put(&map, TEXT("filer"), value_lazy_list(file, findings, findings->files.count));
    map_put(&map, TEXT("funn"), value_lazy_list(finding, &shown, diagnostics->count));
    struct value value = map_end(&map);
    json_write(writer, &value, findings->arena);
}
