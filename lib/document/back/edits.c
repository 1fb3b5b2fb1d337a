// SPDX-License-Identifier: MIT

#include "document/back/edits.h"

#include "base/amount.h"
#include "base/message.h"
#include "check/fix/lines.h"
#include "document/back/values.h"
#include "render/prose/escape_markdown.h"

#include <stddef.h>
#include <stdlib.h>

// A key, and where the place of its value is in the struct.
struct place_of_key {
    struct text key;
    size_t at;
};

// In the order in which they stand in the file: a new one comes below the nearest before it.
#define AT(member) offsetof(struct allocation, member)
static const struct place_of_key allocation_keys[] = {
    {TEXT_OF("id"), AT(id.at)},
    {TEXT_OF("navn"), AT(name.at)},
    {TEXT_OF("søker"), AT(applicant.at)},
    {TEXT_OF("omsøkt"), AT(applied.at)},
    {TEXT_OF("fase"), AT(phase.at)},
    {TEXT_OF("beløp"), AT(amount.at)},
    {TEXT_OF("prosjektnummer"), AT(project_number.at)},
    {TEXT_OF("ansvarssted"), AT(cost_centre.at)},
    {TEXT_OF("prosjektleder"), AT(project_leader.at)},
    {TEXT_OF("mottaker"), AT(recipient.at)},
    {TEXT_OF("tiltak"), AT(actions.at)},
    {TEXT_OF("bundet"), AT(committed.at)},
    {TEXT_OF("rapporteres"), AT(report_due.at)},
    {TEXT_OF("innskutt"), AT(put_in.at)},
    {TEXT_OF("merknad"), AT(remark.at)},
};
static const struct place_of_key report_keys[] = {
    {TEXT_OF("mottatt"), AT(report.received.at)},
    {TEXT_OF("status"), AT(report.status.at)},
    {TEXT_OF("omtale"), AT(report.summary.at)},
    {TEXT_OF("avvik"), AT(report.deviation.at)},
};
#undef AT

#define AT(member) offsetof(struct grant_change, member)
static const struct place_of_key change_keys[] = {
    {TEXT_OF("tildeling"), AT(allocation.at)},
    {TEXT_OF("dato"), AT(date.at)},
    {TEXT_OF("sak"), AT(decided_by.at)},
    {TEXT_OF("endring"), AT(kind.at)},
    {TEXT_OF("fra"), AT(from.at)},
    {TEXT_OF("beløp"), AT(amount.at)},
    {TEXT_OF("merknad"), AT(remark.at)},
};
#undef AT

// The keys of a map, and the struct that it was read into.
struct written_map {
    const struct place_of_key *keys;
    size_t count;
    const void *read;
};

#define MAP(keys, read) ((struct written_map){keys, sizeof(keys) / sizeof *(keys), read})

static struct position place_in(const struct written_map *map, size_t index) {
    return *(const struct position *)(const void *)((const char *)map->read + map->keys[index].at);
}

void edits_keep(struct edits *edits, struct fix fix) {
    edits->fixes = arena_append(edits->arena, edits->fixes, edits->count, sizeof *edits->fixes);
    edits->fixes[edits->count++] = fix;
}

// --- words ---

// Safe without quotes: a letter first, and nothing that YAML takes for its own.
static bool is_plain(struct text text) {
    static const struct text words[] = {TEXT_OF("true"), TEXT_OF("false"), TEXT_OF("null"),
                                        TEXT_OF("yes"),  TEXT_OF("no"),    TEXT_OF("on"),
                                        TEXT_OF("off"),  TEXT_OF("y"),     TEXT_OF("n")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(text, words[i]))
            return false;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        bool is_letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        bool inside = (byte >= '0' && byte <= '9') || byte == ' ' || byte == '-' || byte == '.' ||
                      byte == '(' || byte == ')' || byte == '/';
        if (!is_letter && byte < 0x80 && !(inside && i > 0))
            return false;
    }
    return text.size > 0 && text.data[text.size - 1] != ' ';
}

static struct text in_quotes(struct text text, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_byte(&writer, '"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"' || text.data[i] == '\\')
            writer_byte(&writer, '\\');
        if (text.data[i] == '\n')
            writer_put(&writer, TEXT("\\n"));
        else if (text.data[i] == '\t')
            writer_put(&writer, TEXT("\\t"));
        else if (text.data[i] != '\r')
            writer_byte(&writer, text.data[i]);
    }
    writer_byte(&writer, '"');
    return writer_text(&writer);
}

static struct text as_scalar(struct text text, struct arena *arena) {
    return is_plain(text) ? text : in_quotes(text, arena);
}

// Each line of a cell is a paragraph.
static struct text as_markdown(struct text text, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (struct text rest = text; rest.data != NULL;) {
        struct text line = text_trim(text_cut(&rest, '\n'));
        escape_markdown(&writer, line, true);
        if (rest.data != NULL)
            writer_put(&writer, TEXT("\n\n"));
    }
    return as_scalar(writer_text(&writer), arena);
}

// A line break in a cell is a space in a text of one line.
static struct text as_line(struct text text, struct arena *arena) {
    char *line = arena_copy(arena, text.data, text.size);
    for (size_t i = 0; i < text.size; i++)
        if (line[i] == '\n' || line[i] == '\r' || line[i] == '\t')
            line[i] = ' ';
    return (struct text){line, text.size};
}

// With the spaces of a keyboard.
static struct text as_amount(struct text value, struct arena *arena) {
    struct writer writer;
    struct text written = amount_text(arena, value_ore(value));
    writer_to_memory(&writer, arena);
    for (size_t at = 0; at < written.size;) {
        size_t from = at;
        uint32_t character = text_next_code_point(written, &at);
        if (character == 0xA0)
            writer_byte(&writer, ' ');
        else
            writer_put(&writer, text_slice(written, from, at));
    }
    return writer_text(&writer);
}

static bool is_same_word(struct text a, struct text b, struct arena *arena) {
    return text_equal(text_lower(arena, a), text_lower(arena, b));
}

static bool find_leader(const struct edits *edits, struct text value, struct text *id) {
    const struct organisation *organisation = edits->organisation;
    size_t bodies = organisation->bodies.count, all = bodies + organisation->persons.count;
    *id = value;
    if (organisation_party(organisation, value) != NULL)
        return true;
    for (size_t i = 0; i < all; i++) {
        *id = i < bodies ? organisation->bodies.items[i].id.text
                         : organisation->persons.items[i - bodies].id.text;
        const struct party *party = organisation_party(organisation, *id);
        if (party != NULL && (is_same_word(party->name, value, edits->arena) ||
                              is_same_word(party->short_name, value, edits->arena)))
            return true;
    }
    return false;
}

static bool find_status(const struct edits *edits, struct text value, struct text *word) {
    for (size_t i = 0; i < STATUS_COUNT; i++)
        if (is_same_word(edits->labels->statuses[i], value, edits->arena)) {
            *word = text_from(status_names[i]);
            return true;
        }
    *word = text_lower(edits->arena, value); // the plan's own: who reads it tells what it is
    return true;
}

static bool find_kind(const struct edits *edits, struct text value, struct text *word) {
    for (size_t i = 0; i < CHANGE_KIND_COUNT; i++) {
        *word = text_from(change_kind_names[i]);
        struct text key = text_concat(edits->arena, TEXT("endring-"), *word);
        if (is_same_word(label(edits->labels, key), value, edits->arena))
            return true;
    }
    return false;
}

bool edit_words(const struct edits *edits, struct text key, struct text value, struct text *words,
                const char **expected) {
    static const struct {
        const char *key;
        bool (*find)(const struct edits *edits, struct text value, struct text *words);
        const char *expected;
    } finders[] = {
        {"prosjektleder", find_leader,
         N_("'%.*s' is nobody in plan/organisation.yaml; the id, the role or the name of somebody "
            "there is expected")},
        {"status", find_status, NULL},
        {"endring", find_kind,
         N_("'%.*s' is no change of an allocation; choose one of the list in the cell")},
    };
    *words = TEXT("");
    for (size_t i = 0; i < sizeof finders / sizeof *finders && value.size > 0; i++)
        if (text_is(key, finders[i].key)) {
            *expected = finders[i].expected == NULL ? NULL : _(finders[i].expected);
            bool found = finders[i].find(edits, value, words);
            *words = as_scalar(*words, edits->arena);
            return found;
        }
    enum typed_kind kind = typed_kind_of(key);
    bool is_number = text_is(key, "prosjektnummer") || text_is(key, "ansvarssted");
    if (kind == TYPED_AMOUNT)
        *words = as_amount(value, edits->arena);
    else if (value.size > 0)
        *words = kind == TYPED_PROSE  ? as_markdown(value, edits->arena)
                 : kind != TYPED_TEXT ? value
                 : is_number          ? in_quotes(value, edits->arena)
                                      : as_scalar(as_line(value, edits->arena), edits->arena);
    return true;
}

// --- keys ---

static struct text line_of_key(const struct edits *edits, struct text key, struct text words) {
    return text_format(edits->arena, "%.*s: %.*s", TEXT_ARGS(key), TEXT_ARGS(words));
}

// Below, or in braces beside, the nearest key above it that is written so that it can be.
static bool add_after(struct edits *edits, const struct written_map *map, size_t index,
                      struct text lines, struct text in_braces) {
    while (index-- > 0) {
        struct position above = place_in(map, index);
        struct fix fix;
        if (above.line == 0)
            continue;
        if (line_below_key(edits->sources, edits->source, map->keys[index].key, above, lines,
                           &fix) ||
            line_beside_value(edits->sources, edits->source, above, in_braces, &fix)) {
            edits_keep(edits, fix);
            return true;
        }
    }
    return false;
}

// In braces a comma ends a text that is not in quotes.
static struct text in_braces_words(const struct edits *edits, struct text words) {
    bool is_safe = (words.size > 0 && words.data[0] == '"') || text_find(words, ',') == words.size;
    return is_safe ? words : in_quotes(words, edits->arena);
}

static bool edit_map(struct edits *edits, const struct written_map *map, struct text key,
                     struct text words) {
    struct fix fix;
    size_t index = 0;
    while (index < map->count && !text_equal(map->keys[index].key, key))
        index++;
    if (index == map->count)
        return false;
    struct position at = place_in(map, index);
    if (at.line == 0)
        return add_after(edits, map, index, line_of_key(edits, key, words),
                         line_of_key(edits, key, in_braces_words(edits, words)));
    if (words.size == 0) {
        if (!line_remove_key(edits->sources, edits->source, key, at, &fix))
            return false;
    } else {
        if (line_is_in_braces(edits->sources, edits->source, at))
            words = in_braces_words(edits, words);
        if (!line_replace_value(edits->sources, edits->source, at, words, &fix))
            return false;
    }
    edits_keep(edits, fix);
    return true;
}

static bool is_report_key(struct text key) {
    for (size_t i = 0; i < sizeof report_keys / sizeof *report_keys; i++)
        if (text_equal(report_keys[i].key, key))
            return true;
    return false;
}

bool edit_allocation(struct edits *edits, const struct allocation *allocation, struct text key,
                     struct text words) {
    const struct written_map of_report = MAP(report_keys, allocation);
    const struct written_map of_allocation = MAP(allocation_keys, allocation);
    bool is_list = text_is(key, "bundet") && allocation->commitments.count > 1;
    return !is_list &&
           edit_map(edits, is_report_key(key) ? &of_report : &of_allocation, key, words);
}

bool edit_change(struct edits *edits, const struct grant_change *change, struct text key,
                 struct text words) {
    const struct written_map map = MAP(change_keys, change);
    return edit_map(edits, &map, key, words);
}

bool edit_add_report(struct edits *edits, const struct allocation *allocation,
                     const struct text *lines, size_t count) {
    const struct written_map map = MAP(allocation_keys, allocation);
    size_t index = 0;
    while (!text_is(map.keys[index].key, "innskutt"))
        index++;
    struct text indented = text_concat(edits->arena, TEXT("rapport:\n  "),
                                       text_join(edits->arena, lines, count, TEXT("\n  ")));
    struct text *safe = arena_alloc(edits->arena, (count + 1) * sizeof *safe);
    for (size_t i = 0; i < count; i++) {
        size_t colon = text_find(lines[i], ':') + 2;
        safe[i] = text_concat(edits->arena, text_slice(lines[i], 0, colon),
                              in_braces_words(edits, text_slice(lines[i], colon, lines[i].size)));
    }
    struct text in_braces =
        text_format(edits->arena, "rapport: {%.*s}",
                    TEXT_ARGS(text_join(edits->arena, safe, count, TEXT(", "))));
    return allocation->reports.count == 0 && add_after(edits, &map, index, indented, in_braces);
}

// --- changes ---

// The first line of an item of a list: of all that are on or above the place, the nearest with a
// dash; its column. False in braces.
static bool find_dash(const struct edits *edits, struct position place, uint32_t *line,
                      size_t *column) {
    for (*line = place.line; *line > 0; --*line) {
        struct text text = source_line(edits->sources, edits->source, *line);
        *column = line_indent(text);
        if (text_starts_with(text_slice(text, *column, text.size), TEXT("- ")))
            return true;
        if (*column == 0)
            return false;
    }
    return false;
}

// The last line that belongs to the item.
static uint32_t last_line(const struct edits *edits, uint32_t dash, size_t column) {
    uint32_t last = dash;
    size_t count = source_line_count(edits->sources, edits->source);
    for (uint32_t line = dash + 1; line <= count; line++) {
        struct text text = source_line(edits->sources, edits->source, line);
        if (text_trim(text).size == 0)
            continue;
        if (line_indent(text) <= column)
            break;
        last = line;
    }
    return last;
}

static void put_changes(const struct edits *edits, struct writer *writer, struct text end,
                        size_t column, const struct text_list *changes, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < changes[i].count; k++)
            writer_put(writer,
                       text_format(edits->arena, "%.*s%*s%s%.*s", TEXT_ARGS(end), (int)column, "",
                                   k == 0 ? "- " : "  ", TEXT_ARGS(changes[i].items[k])));
}

bool edit_add_changes(struct edits *edits, const struct text_list *changes, size_t count) {
    const struct grant *grant = edits->grant;
    struct source *source = edits->source;
    struct writer writer;
    writer_to_memory(&writer, edits->arena);
    if (grant->changes.count == 0) {
        size_t size = source->text.size;
        struct text end = line_break(source, source_line(edits->sources, source, 1));
        if (size > 0 && source->text.data[size - 1] != '\n')
            writer_put(&writer, end);
        writer_put(&writer, end);
        writer_put(&writer, TEXT("endringer:"));
        put_changes(edits, &writer, end, 2, changes, count);
        writer_put(&writer, end);
        edits_keep(edits, (struct fix){size, size, writer_text(&writer)});
        return true;
    }
    const struct grant_change *last_change = &grant->changes.items[grant->changes.count - 1];
    uint32_t dash;
    size_t column;
    if (!find_dash(edits, last_change->allocation.at, &dash, &column))
        return false;
    struct text last = source_line(edits->sources, source, last_line(edits, dash, column));
    size_t at = line_offset(source, last, last.size);
    put_changes(edits, &writer, line_break(source, last), column, changes, count);
    edits_keep(edits, (struct fix){at, at, writer_text(&writer)});
    return true;
}

// --- all of them ---

static bool is_after(const struct fix *a, const struct fix *b) {
    return a->from > b->from;
}

// Insertion sort: those at one place stay in their order, and there are few.
static void sort(struct fix *fixes, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct fix moved = fixes[i];
        size_t at = i;
        for (; at > 0 && is_after(&fixes[at - 1], &moved); at--)
            fixes[at] = fixes[at - 1];
        fixes[at] = moved;
    }
}

void edits_settle(struct edits *edits) {
    size_t kept = 0;
    sort(edits->fixes, edits->count);
    for (size_t i = 0; i < edits->count; i++) {
        struct fix *last = kept == 0 ? NULL : &edits->fixes[kept - 1];
        const struct fix *fix = &edits->fixes[i];
        if (last != NULL && last->from == fix->from && last->to == last->from &&
            fix->to == fix->from)
            last->with = text_concat(edits->arena, last->with, fix->with);
        else
            edits->fixes[kept++] = *fix;
    }
    edits->count = kept;
}
