// SPDX-License-Identifier: MIT

#include "render/diagnostics/places.h"

#include "base/index.h"
#include "base/personalnumber.h"

struct text findings_path(const struct findings *findings, struct text file, struct arena *arena) {
    struct text path = text_made_valid(arena, text_concat(arena, findings->folder, file));
    path = personal_numbers_masked(path, arena);
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t from = 0, at = 0; at < path.size; from = at) {
        uint32_t code_point = text_next_code_point(path, &at);
        bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
        writer_put(&writer, control ? TEXT("\uFFFD") : text_slice(path, from, at));
    }
    return writer_text(&writer);
}

uint32_t findings_line(const struct diagnostic *diagnostic) {
    return diagnostic->at.line > 0 ? diagnostic->at.line : 1;
}

// FNV-1a, 64 bits.
static uint64_t add_to_hash(uint64_t sum, struct text text) {
    for (size_t i = 0; i < text.size; i++)
        sum = (sum ^ (unsigned char)text.data[i]) * UINT64_C(0x100000001B3);
    return (sum ^ 0xFF) * UINT64_C(0x100000001B3); // no byte of UTF-8: "a", "b" is not "ab"
}

static uint64_t hash_of(const struct findings *findings, const struct diagnostic *diagnostic) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    struct text line = TEXT("");
    if (diagnostic->at.line > 0 && diagnostics->line_of != NULL &&
        !diagnostics->line_of(diagnostics->context, diagnostic->file, diagnostic->at.line, &line))
        line = TEXT("");
    line = personal_numbers_masked(line, findings->arena); // a number could be found from its hash
                                                           // by trial
    uint64_t sum = add_to_hash(UINT64_C(0xCBF29CE484222325), findings->folder);
    sum = add_to_hash(sum, diagnostic->file);
    sum = add_to_hash(sum, text_from(rule_id(diagnostic->rule)));
    return add_to_hash(sum, text_trim(line));
}

struct text *findings_fingerprints(const struct findings *findings) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    struct text *fingerprints =
        arena_alloc(findings->arena, diagnostics->count * sizeof(struct text));
    struct index counts;
    index_init(&counts, findings->arena);
    for (size_t i = 0; i < diagnostics->count; i++) {
        struct text hash =
            text_format(findings->arena, "%016llx",
                        (unsigned long long)hash_of(findings, &diagnostics->items[i]));
        size_t *first = arena_alloc(findings->arena, sizeof *first);
        // The index holds what is put there below.
        size_t *count = (size_t *)(uintptr_t)index_add(&counts, hash, first);
        count = count == NULL ? first : count;
        fingerprints[i] = text_format(findings->arena, "%s-%zu", hash.data, ++*count);
    }
    return fingerprints;
}

bool findings_fix_places(const struct findings *findings, const struct diagnostic *diagnostic,
                         struct position *from, struct position *to) {
    const struct diagnostics *diagnostics = findings->diagnostics;
    return diagnostic->has_fix && diagnostics->place_of != NULL &&
           diagnostics->place_of(diagnostics->context, diagnostic->file, diagnostic->fix.from,
                                 from) &&
           diagnostics->place_of(diagnostics->context, diagnostic->file, diagnostic->fix.to, to);
}
