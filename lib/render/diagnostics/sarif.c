// SPDX-License-Identifier: MIT

#include "render/diagnostics/findings.h"

#include "base/personalnumber.h"
#include "render/escape.h"
#include "render/data/json.h"
#include "render/diagnostics/places.h"
#include "render/diagnostics/rule_help.h"
#include "render/diagnostics/rule_titles.h"

#define TOP TEXT("%SRCROOT%")

static const struct text levels[] = {
    [SEVERITY_NOTE] = TEXT_OF("note"),
    [SEVERITY_WARNING] = TEXT_OF("warning"),
    [SEVERITY_ERROR] = TEXT_OF("error"),
};

struct shown_findings {
    const struct findings *findings;
    struct text *fingerprints;
    enum rule rules[RULE_COUNT]; // that are broken, in their order
    size_t rule_count;
    size_t rule_index[RULE_COUNT];
};

static struct value message(struct text text, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("text"), value_text(text));
    return map_end(&map);
}

static struct value rule_value(const void *context, size_t index, struct arena *arena) {
    enum rule rule = ((const struct shown_findings *)context)->rules[index];
    struct map_builder map = map_begin(arena), help = map_begin(arena),
                       configuration = map_begin(arena);
    struct text markdown = rule_help(rule);
    map_put(&help, TEXT("text"), value_text(markdown));
    map_put(&help, TEXT("markdown"), value_text(markdown));
    map_put(&configuration, TEXT("level"), value_text(levels[rule_severity(rule)]));
    map_put(&map, TEXT("id"), value_text(text_from(rule_id(rule))));
    map_put(&map, TEXT("shortDescription"), message(rule_title(rule), arena));
    map_put(&map, TEXT("help"), map_end(&help));
    map_put(&map, TEXT("defaultConfiguration"), map_end(&configuration));
    return map_end(&map);
}

static struct value artifact(const struct findings *findings, const struct diagnostic *diagnostic,
                             struct arena *arena) {
    struct writer uri;
    writer_to_memory(&uri, arena);
    struct text path = text_concat(arena, findings->folder, diagnostic->file);
    escape_uri_path(&uri, personal_numbers_masked(path, arena));
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("uri"), value_text(writer_text(&uri)));
    map_put(&map, TEXT("uriBaseId"), value_text(TOP));
    return map_end(&map);
}

static struct value location(const struct findings *findings, const struct diagnostic *diagnostic,
                             struct arena *arena) {
    struct map_builder map = map_begin(arena), place = map_begin(arena), region = map_begin(arena);
    map_put(&region, TEXT("startLine"), value_number(findings_line(diagnostic)));
    if (diagnostic->at.line > 0)
        map_put(&region, TEXT("startColumn"), value_number(diagnostic->at.column));
    map_put(&place, TEXT("artifactLocation"), artifact(findings, diagnostic, arena));
    map_put(&place, TEXT("region"), map_end(&region));
    map_put(&map, TEXT("physicalLocation"), map_end(&place));
    return map_end(&map);
}

static struct value replacement(struct position from, struct position to, struct text with,
                                struct arena *arena) {
    struct map_builder map = map_begin(arena), region = map_begin(arena);
    map_put(&region, TEXT("startLine"), value_number(from.line));
    map_put(&region, TEXT("startColumn"), value_number(from.column));
    map_put(&region, TEXT("endLine"), value_number(to.line));
    map_put(&region, TEXT("endColumn"), value_number(to.column));
    map_put(&map, TEXT("deletedRegion"), map_end(&region));
    map_put(&map, TEXT("insertedContent"), message(with, arena));
    return map_end(&map);
}

static struct value fix(const struct findings *findings, const struct diagnostic *diagnostic,
                        struct position from, struct position to, struct arena *arena) {
    struct map_builder map = map_begin(arena), change = map_begin(arena);
    map_put(&change, TEXT("artifactLocation"), artifact(findings, diagnostic, arena));
    map_put(&change, TEXT("replacements"),
            value_list_of_one(replacement(from, to, diagnostic->fix.with, arena), arena));
    map_put(&map, TEXT("artifactChanges"), value_list_of_one(map_end(&change), arena));
    return map_end(&map);
}

static struct value result(const void *context, size_t index, struct arena *arena) {
    const struct shown_findings *shown = context;
    const struct diagnostic *diagnostic = &shown->findings->diagnostics->items[index];
    struct position from, to;
    struct map_builder map = map_begin(arena), fingerprints = map_begin(arena);
    map_put(&fingerprints, TEXT("primaryLocationLineHash"), value_text(shown->fingerprints[index]));
    map_put(&map, TEXT("ruleId"), value_text(text_from(rule_id(diagnostic->rule))));
    map_put(&map, TEXT("ruleIndex"), value_number((int64_t)shown->rule_index[diagnostic->rule]));
    map_put(&map, TEXT("level"), value_text(levels[diagnostic->severity]));
    map_put(&map, TEXT("message"), message(diagnostic->message, arena));
    map_put(&map, TEXT("locations"),
            value_list_of_one(location(shown->findings, diagnostic, arena), arena));
    map_put(&map, TEXT("partialFingerprints"), map_end(&fingerprints));
    if (findings_fix_places(shown->findings, diagnostic, &from, &to))
        map_put(&map, TEXT("fixes"),
                value_list_of_one(fix(shown->findings, diagnostic, from, to, arena), arena));
    return map_end(&map);
}

static struct value tool(const struct shown_findings *shown, struct arena *arena) {
    struct map_builder map = map_begin(arena), driver = map_begin(arena);
    map_put(&driver, TEXT("name"), value_text(shown->findings->program));
    map_put(&driver, TEXT("version"), value_text(shown->findings->version));
    map_put(&driver, TEXT("rules"), value_lazy_list(rule_value, shown, shown->rule_count));
    map_put(&map, TEXT("driver"), map_end(&driver));
    return map_end(&map);
}

static struct value base_ids(struct arena *arena) {
    struct map_builder map = map_begin(arena), top = map_begin(arena);
    map_put(&top, TEXT("description"), message(TEXT("The top of the repository."), arena));
    map_put(&map, TOP, map_end(&top));
    return map_end(&map);
}

static void find_rules(struct shown_findings *shown) {
    const struct diagnostics *diagnostics = shown->findings->diagnostics;
    bool broken[RULE_COUNT] = {false};
    for (size_t i = 0; i < diagnostics->count; i++)
        broken[diagnostics->items[i].rule] = true;
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        if (broken[rule]) {
            shown->rule_index[rule] = shown->rule_count;
            shown->rules[shown->rule_count++] = (enum rule)rule;
        }
}

void findings_sarif(const struct findings *findings, struct writer *writer) {
    struct arena *arena = findings->arena;
    struct shown_findings shown = {.findings = findings,
                                   .fingerprints = findings_fingerprints(findings)};
    find_rules(&shown);
    struct map_builder run = map_begin(arena), log = map_begin(arena);
    map_put(&run, TEXT("tool"), tool(&shown, arena));
    map_put(&run, TEXT("columnKind"), value_text(TEXT("unicodeCodePoints")));
    map_put(&run, TEXT("originalUriBaseIds"), base_ids(arena));
    map_put(&run, TEXT("results"), value_lazy_list(result, &shown, findings->diagnostics->count));
    map_put(&log, TEXT("$schema"),
            value_text(TEXT("https://json.schemastore.org/sarif-2.1.0.json")));
    map_put(&log, TEXT("version"), value_text(TEXT("2.1.0")));
    map_put(&log, TEXT("runs"), value_list_of_one(map_end(&run), arena));
    struct value value = map_end(&log);
    json_write(writer, &value, arena);
}
