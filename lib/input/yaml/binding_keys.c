// SPDX-License-Identifier: MIT

#include "input/yaml/binding_keys.h"

#include "base/message.h"
#include "base/writer.h"
#include "input/file/limits.h"

const struct field *binding_find_field(const struct shape *shape, struct text key) {
    char first = key.size > 0 ? key.data[0] : '\0'; // most keys differ in their first byte
    for (size_t i = 0; i < shape->field_count; i++)
        if (shape->fields[i].key[0] == first && text_is(key, shape->fields[i].key))
            return &shape->fields[i];
    return NULL;
}

enum { MOST_FIELDS = 32 };

const struct field *binding_report_unknown_key(struct binding *binding, const struct shape *shape,
                                               struct scalar key) {
    struct text names[MOST_FIELDS];
    for (size_t i = 0; i < shape->field_count; i++)
        names[i] = text_from(shape->fields[i].key);
    size_t near = text_nearest(key.text, names, shape->field_count);
    if (near < shape->field_count) {
        bind_report(binding, RULE_UNKNOWN_KEY, key.at, _("unknown key '%.*s'; did you mean '%s'?"),
                    TEXT_ARGS(key.text), shape->fields[near].key);
        return &shape->fields[near];
    }
    bind_report(binding, RULE_UNKNOWN_KEY, key.at, _("unknown key '%.*s'; the keys here are %s"),
                TEXT_ARGS(key.text),
                text_join(binding->arena, names, shape->field_count, TEXT(", ")).data);
    return NULL;
}

// The key that a line begins with: "ansvar" of "ansvar: ASU".
static struct text key_of_line(struct text line) {
    struct text key = text_trim(text_slice(line, 0, text_find(line, ':')));
    struct text rest = text_slice(line, text_find(line, ':'), line.size);
    bool colon = rest.size == 1 || (rest.size > 1 && rest.data[1] == ' ');
    return colon && key.size <= LIMIT_KEY_CHARACTERS ? key : TEXT("");
}

// YAML silently makes a line that is indented too far a part of the text above it.
void binding_warn_of_swallowed_keys(struct binding *binding, const struct shape *shape,
                                    struct yaml_item item) {
    struct position at = {item.at.line, yaml_block_indent(binding->yaml, item) + 1};
    for (struct text rest = item.text; rest.data != NULL;) {
        struct text line = text_cut(&rest, '\n');
        struct text key = key_of_line(line);
        at.line++;
        if (key.size == 0 || binding_find_field(shape, key) == NULL)
            continue;
        struct position there = {at.line, at.column + (uint32_t)(key.data - line.data)};
        bind_report(binding, RULE_VALUE_LIKE_KEY, there,
                    _("'%.*s:' is a part of the text above; if it is a key, indent it as the key "
                      "of that text"),
                    TEXT_ARGS(key));
        return; // the lines after it are indented for the same reason
    }
}

void binding_report_no_map(struct binding *binding, const struct shape *shape,
                           struct yaml_item item) {
    struct text key = text_slice(item.text, 0, text_find(item.text, ':'));
    if (item.kind == YAML_SCALAR && key.size < item.text.size &&
        binding_find_field(shape, key) != NULL)
        bind_report(binding, RULE_WRONG_TYPE, item.at,
                    _("a space is missing after '%.*s:'; write 'key: text'"), TEXT_ARGS(key));
    else
        bind_type(binding, item, _("a map of keys ('key: text')"));
}

void binding_leave_unread(struct binding *binding, const char *key, struct position map) {
    report_unread(binding->diagnostics,
                  (struct unread){.file = binding->file, .from = map, .key = key});
}

void binding_end_unread(struct binding *binding, size_t first, struct position end) {
    struct diagnostics *diagnostics = binding->diagnostics;
    const struct position end_of_file = {UINT32_MAX, 1};
    for (size_t i = first; i < diagnostics->unread_count; i++)
        if (diagnostics->unread[i].to.line == 0)
            diagnostics->unread[i].to = end.line == 0 ? end_of_file : end;
}

static void report_missing(struct binding *binding, const char *key, struct position at) {
    bind_report(binding, RULE_MISSING_KEY, at, _("the key '%s' is missing here"), key);
    binding_leave_unread(binding, key, at);
}

// All rows with the flag are missing: any of them will do.
static void report_missing_choice(struct binding *binding, const struct shape *shape,
                                  struct position at) {
    struct writer keys;
    writer_to_memory(&keys, binding->arena);
    for (size_t i = 0; i < shape->field_count; i++) {
        if (shape->fields[i].flag != FIELD_EITHER)
            continue;
        writer_put(&keys, keys.used > 0 ? TEXT(", '") : TEXT("'"));
        writer_put(&keys, text_from(shape->fields[i].key));
        writer_byte(&keys, '\'');
        binding_leave_unread(binding, shape->fields[i].key, at);
    }
    if (keys.used > 0)
        bind_report(binding, RULE_MISSING_KEY, at, _("one of these keys is missing here: %.*s"),
                    TEXT_ARGS(writer_text(&keys)));
}

static bool is_used(const struct binding *binding, const struct field *field) {
    for (size_t i = 0; i < binding->alike.count; i++)
        if (binding->alike.items[i] == field)
            return true;
    return false;
}

static void note_alike(struct binding *binding, const struct field *field, bool given,
                       struct position at, struct position end) {
    struct arena *arena = binding->arena;
    if (!given) {
        binding->lacking.items = arena_append(arena, binding->lacking.items, binding->lacking.count,
                                              sizeof *binding->lacking.items);
        binding->lacking.items[binding->lacking.count++] = (struct lacking_key){field, at, end};
    } else if (!is_used(binding, field)) {
        binding->alike.items = arena_append(arena, binding->alike.items, binding->alike.count,
                                            sizeof(const struct field *));
        binding->alike.items[binding->alike.count++] = field;
    }
}

void binding_report_missing(struct binding *binding, const struct shape *shape, uint32_t seen,
                            struct position at, struct position end) {
    bool either = false;
    for (size_t i = 0; i < shape->field_count; i++) {
        const struct field *field = &shape->fields[i];
        bool given = (seen & (UINT32_C(1) << i)) != 0;
        either |= given && field->flag == FIELD_EITHER;
        if (field->flag == FIELD_ALIKE)
            note_alike(binding, field, given, at, end);
        else if (field->flag == FIELD_REQUIRED && !given)
            report_missing(binding, field->key, at);
    }
    if (!either)
        report_missing_choice(binding, shape, at);
}

void binding_report_lacking(struct binding *binding) {
    for (size_t i = 0; i < binding->lacking.count; i++) {
        const struct lacking_key *lacking = &binding->lacking.items[i];
        size_t unread = binding->diagnostics->unread_count;
        if (!is_used(binding, lacking->field))
            continue;
        report_missing(binding, lacking->field->key, lacking->from);
        binding_end_unread(binding, unread, lacking->to);
    }
}
