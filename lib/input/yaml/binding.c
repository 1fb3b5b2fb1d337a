// SPDX-License-Identifier: MIT

#include "input/yaml/binding.h"

#include "base/message.h"
#include "input/yaml/binding_keys.h"
#include "input/file/limits.h"
#include "input/markdown/markdown.h"
#include "input/markdown/names.h"
#include "input/yaml/binding_values.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static void read_field(struct binding *binding, const struct field *field, struct yaml_item item,
                       char *into);
static void read_map(struct binding *binding, const struct shape *shape, struct yaml_item opened,
                     char *into);

struct growing_list list_begin(struct binding *binding, size_t item_size) {
    return (struct growing_list){.saved = arena_save(&binding->scratch), .item_size = item_size};
}

void list_add(struct binding *binding, struct growing_list *list, const void *item) {
    list->items = arena_append(&binding->scratch, list->items, list->count, list->item_size);
    memcpy(list->items + list->count * list->item_size, item, list->item_size);
    list->count++;
}

void *list_end(struct binding *binding, struct growing_list *list) {
    size_t size = list->count * list->item_size;
    void *items = NULL;
    if (size > 0)
        items = memcpy(arena_alloc_unset(binding->arena, size), list->items, size);
    arena_release(&binding->scratch, list->saved);
    return items;
}

bool bind_scalar(struct binding *binding, struct yaml_item item, struct scalar *scalar) {
    if (item.kind != YAML_SCALAR) {
        bind_type(binding, item, _("a text"));
        return false;
    }
    if (item.text.size > LIMIT_TEXT_BYTES) {
        bind_report(binding, RULE_TEXT_TOO_LONG, item.at,
                    _("the text has %zu bytes; at most %d are allowed"), item.text.size,
                    LIMIT_TEXT_BYTES);
        return false;
    }
    *scalar = (struct scalar){text_copy(binding->arena, item.text), item.at};
    return true;
}

// A text that belongs on one line. Line breaks at its end come from "|" and mean nothing.
static bool read_line(struct binding *binding, struct yaml_item item, struct scalar *scalar) {
    if (!bind_scalar(binding, item, scalar))
        return false;
    scalar->text = text_trim(scalar->text);
    size_t line_break = text_find(scalar->text, '\n');
    if (line_break == scalar->text.size)
        return true;
    bind_report(binding, RULE_WRONG_TYPE, item.at,
                _("the text has several lines; one line is expected"));
    return false;
}

static bool read_id(struct binding *binding, struct yaml_item item, struct scalar *scalar) {
    if (!read_line(binding, item, scalar))
        return false;
    scalar->text = text_nfc(binding->arena, scalar->text);
    return true;
}

// Records the place of a text that people read, for the checks of its language.
static void keep_text(struct binding *binding, struct yaml_item item, bool markdown) {
    if (!binding->sources->keeps_texts || item.kind != YAML_SCALAR || item.text.size == 0)
        return;
    struct yaml_extent extent = yaml_extent(binding->yaml);
    struct written_text text = {
        .from = extent.from,
        .to = extent.to,
        .markdown = markdown,
        .block = extent.block,
        .links_from = extent.from,
    };
    if (item.plain) // a '[' there would begin a list
        text.links_from = extent.in_flow ? extent.to : extent.from + 1;
    source_keep_text(binding->sources, binding->source, text);
}

static void read_prose(struct binding *binding, struct yaml_item item, struct prose *prose) {
    uint32_t block_indent = item.block ? yaml_block_indent(binding->yaml, item) : 0;
    struct scalar scalar;
    prose->at = item.at;
    keep_text(binding, item, true);
    if (!bind_scalar(binding, item, &scalar))
        return;
    uint32_t indent = PROSE_AT_ONE_PLACE;
    struct position at = item.at;
    if (item.block) {
        indent = block_indent;
        at = (struct position){item.at.line + 1, indent + 1};
    } else if (item.kind == YAML_SCALAR && yaml_is_as_written(binding->yaml)) {
        indent = 0;
        at.column += !item.plain;
    }
    *prose = (struct prose){.source = scalar.text, .at = at};
    markdown_parse(prose, binding->file, indent, &binding->source->cells, binding->diagnostics,
                   binding->arena);
    markdown_note_names(binding->sources, prose->first);
}

static void read_proses(struct binding *binding, struct yaml_item item, struct prose_list *list) {
    if (item.kind != YAML_LIST) {
        bind_type(binding, item, _("a list ('- ' before each item)"));
        return;
    }
    list->at = item.at;
    struct growing_list proses = list_begin(binding, sizeof *list->items);
    for (struct yaml_item entry; yaml_next_entry(binding->yaml, &entry);) {
        struct prose prose = {.first = NULL};
        read_prose(binding, entry, &prose);
        list_add(binding, &proses, &prose);
    }
    list->count = proses.count;
    list->items = list_end(binding, &proses);
}

typedef bool read_entry(struct binding *binding, struct yaml_item item, struct scalar *scalar);

static void read_scalars(struct binding *binding, struct yaml_item item, struct scalar_list *list,
                         read_entry *read) {
    struct scalar scalar;
    list->at = item.at;
    if (item.kind == YAML_MAP) {
        bind_type(binding, item, _("a list of texts"));
        return;
    }
    struct growing_list scalars = list_begin(binding, sizeof scalar);
    if (item.kind == YAML_SCALAR) {
        if (read(binding, item, &scalar) && scalar.text.size > 0)
            list_add(binding, &scalars, &scalar);
    } else {
        for (struct yaml_item entry; yaml_next_entry(binding->yaml, &entry);)
            if (read(binding, entry, &scalar))
                list_add(binding, &scalars, &scalar);
    }
    list->count = scalars.count;
    list->items = list_end(binding, &scalars);
}

// The types whose value is a text of one line.
static void read_one_line(struct binding *binding, const struct field *field, struct yaml_item item,
                          char *into) {
    struct scalar scalar;
    if (!read_id(binding, item, &scalar))
        return;
    if (scalar.text.size == 0) {
        if (field->flag == FIELD_FILLED)
            bind_type(binding, (struct yaml_item){.kind = YAML_SCALAR, .at = item.at}, _("a text"));
        return;
    }
    bind_value(binding, field, scalar, into);
}

static void read_record(struct binding *binding, const struct shape *shape, struct yaml_item entry,
                        struct growing_list *records, char *record) {
    memset(record, 0, shape->size);
    read_map(binding, shape, entry, record);
    // Otherwise it is not a record, which has been reported.
    if (entry.kind == YAML_MAP || (entry.kind == YAML_SCALAR && shape->short_key != NULL))
        list_add(binding, records, record);
}

static void read_records(struct binding *binding, const struct shape *shape, struct yaml_item item,
                         struct record_list *list) {
    bool one = item.kind != YAML_LIST && shape->short_key != NULL;
    bool empty = item.kind == YAML_SCALAR && text_trim(item.text).size == 0;
    if (item.kind != YAML_LIST && !one) {
        if (!empty)
            bind_type(binding, item, _("a list ('- ' before each item)"));
        return;
    }
    struct growing_list records = list_begin(binding, shape->size);
    char *record = arena_alloc(&binding->scratch, shape->size);
    if (one && !empty)
        read_record(binding, shape, item, &records, record);
    if (!one)
        for (struct yaml_item entry; yaml_next_entry(binding->yaml, &entry);)
            read_record(binding, shape, entry, &records, record);
    list->count = records.count;
    list->items = list_end(binding, &records);
}

// The id of a record, or what stands in its place: "Kari Nes, Statsforvalteren".
static bool read_guest(struct binding *binding, const struct shape *shape, const char *record,
                       struct position list_at, struct scalar *scalar) {
    const struct scalar *id = (const struct scalar *)(const void *)(record + shape->fields->offset);
    struct text parts[8];
    size_t count = 0;
    struct position at = {0, 0};
    for (size_t i = 1; i < shape->field_count; i++) {
        const struct scalar *part =
            (const struct scalar *)(const void *)(record + shape->fields[i].offset);
        if (part->text.size == 0)
            continue;
        if (count == 0)
            at = part->at;
        parts[count++] = part->text;
    }
    *scalar = *id;
    if (id->text.size == 0 && count == 0 && list_at.line > 0)
        bind_report(binding, RULE_MISSING_KEY, list_at, _("somebody has neither '%s' nor '%s'"),
                    shape->fields[0].key, shape->fields[1].key);
    if (id->text.size > 0 && count > 0)
        bind_report(binding, RULE_CONFLICTING_KEYS, at,
                    _("'%s' names somebody of plan/organisation.yaml, '%s' a guest; delete one"),
                    shape->fields[0].key, shape->fields[1].key);
    if (id->text.size > 0 || count == 0)
        return id->text.size > 0;
    *scalar = (struct scalar){text_join(binding->arena, parts, count, TEXT(", ")), at};
    index_add(&binding->sources->guests, scalar->text, binding->sources);
    return true;
}

static void read_people(struct binding *binding, const struct shape *shape, struct yaml_item item,
                        struct scalar_list *list) {
    struct record_list records = {NULL, 0};
    size_t before = binding->diagnostics->reported;
    read_records(binding, shape, item, &records);
    bool told = binding->diagnostics->reported > before; // why somebody is nobody
    struct position at = told ? (struct position){0, 0} : item.at;
    list->at = item.at;
    list->items = arena_alloc(binding->arena, records.count * sizeof *list->items);
    for (size_t i = 0; i < records.count; i++)
        list->count += read_guest(binding, shape, (const char *)records.items + i * shape->size, at,
                                  &list->items[list->count]);
}

static void read_person(struct binding *binding, const struct shape *shape, struct yaml_item item,
                        struct scalar *person) {
    struct scalar_list people = {NULL, 0, {0, 0}};
    if (item.kind == YAML_LIST) {
        bind_type(binding, item, _("a text"));
        return;
    }
    read_people(binding, shape, item, &people);
    if (people.count > 0)
        *person = people.items[0];
}

static void note_names(struct binding *binding, const struct field *field,
                       const struct scalar *items, size_t count) {
    if (items == NULL || field->form == NULL || field->form->scheme == NULL)
        return;
    for (size_t i = 0; i < count; i++)
        if (items[i].text.size > 0)
            source_note_name(binding->sources,
                             (struct named_thing){.scheme = text_from(field->form->scheme),
                                                  .target = items[i].text});
}

static void read_list(struct binding *binding, const struct field *field, struct yaml_item item,
                      struct scalar_list *list) {
    if (field->type == FIELD_PEOPLE) {
        read_people(binding, field->shape, item, list);
        return;
    }
    read_scalars(binding, item, list, field->type == FIELD_TEXTS ? read_line : read_id);
    if (field->type == FIELD_IDS)
        note_names(binding, field, list->items, list->count);
}

// Of a list that must have an item where it is given.
static void read_field_of_records(struct binding *binding, const struct field *field,
                                  struct yaml_item item, struct record_list *list) {
    size_t before = binding->diagnostics->reported;
    read_records(binding, field->shape, item, list);
    if (field->flag == FIELD_FILLED && list->count == 0 && binding->diagnostics->reported == before)
        bind_report(binding, RULE_WRONG_TYPE, item.at,
                    _("the list of '%s' is empty; write an item, or delete the key"), field->key);
}

static void read_field(struct binding *binding, const struct field *field, struct yaml_item item,
                       char *into) {
    switch (field->type) {
    case FIELD_TEXT:
        keep_text(binding, item, false);
        read_line(binding, item, (struct scalar *)(void *)into);
        break;
    case FIELD_ID:
        read_id(binding, item, (struct scalar *)(void *)into);
        note_names(binding, field, (struct scalar *)(void *)into, 1);
        break;
    case FIELD_PROSE:
        read_prose(binding, item, (struct prose *)(void *)into);
        break;
    case FIELD_PROSES:
        read_proses(binding, item, (struct prose_list *)(void *)into);
        break;
    case FIELD_TEXTS:
    case FIELD_IDS:
    case FIELD_PEOPLE:
        read_list(binding, field, item, (struct scalar_list *)(void *)into);
        break;
    case FIELD_PERSON:
        read_person(binding, field->shape, item, (struct scalar *)(void *)into);
        break;
    case FIELD_VARIANT:
        field->form->read_item(binding, item, into);
        break;
    case FIELD_RECORD:
        read_map(binding, field->shape, item, into);
        break;
    case FIELD_RECORDS:
        read_field_of_records(binding, field, item, (struct record_list *)(void *)into);
        break;
    default:
        read_one_line(binding, field, item, into);
        break;
    }
}

// The key's text, or false after a report and having passed over key and value.
static bool read_key(struct binding *binding, struct yaml_item item, struct scalar *key) {
    bool known_shape =
        item.kind == YAML_SCALAR && (item.text.size <= LIMIT_KEY_CHARACTERS ||
                                     (item.text.size <= 4 * LIMIT_KEY_CHARACTERS &&
                                      text_length(item.text) <= LIMIT_KEY_CHARACTERS));
    if (known_shape) {
        *key = (struct scalar){item.text, item.at};
        return true;
    }
    if (item.kind == YAML_SCALAR)
        bind_report(binding, RULE_KEY_TOO_LONG, item.at,
                    _("the key is longer than %d characters; is a text without its key written "
                      "here?"),
                    LIMIT_KEY_CHARACTERS);
    else
        bind_type(binding, item, _("a key"));
    yaml_skip(binding->yaml, yaml_next(binding->yaml));
    return false;
}

// Prose is there even with a fault in it, and records have unread keys of their own.
static bool is_unread(const struct field *field, struct yaml_item item) {
    bool is_list = field->type == FIELD_PROSES || field->type == FIELD_RECORDS;
    if (field->shape != NULL && field->shape->short_key != NULL)
        return false;
    if (is_list)
        return item.kind != YAML_LIST;
    if (field->type == FIELD_RECORD)
        return item.kind != YAML_MAP;
    return field->type != FIELD_PROSE || item.kind != YAML_SCALAR;
}

static void read_value(struct binding *binding, const struct field *field, struct yaml_item item,
                       struct position map, char *into) {
    size_t before = binding->diagnostics->reported;
    read_field(binding, field, item, into);
    if (binding->diagnostics->reported > before && is_unread(field, item))
        binding_leave_unread(binding, field->key, map);
}

// The rows of a map's table that its keys name, and those that a misspelt key means; one bit per
// row.
struct seen {
    uint32_t given;
    uint32_t meant;
};

// An unknown key: the key that was meant has been written, but not read.
static void read_unknown_key(struct binding *binding, const struct shape *shape, struct scalar key,
                             struct position map, uint32_t *meant_keys) {
    key.text = text_copy(binding->arena, key.text);
    const struct field *meant = binding_report_unknown_key(binding, shape, key);
    if (meant != NULL) {
        *meant_keys |= UINT32_C(1) << (meant - shape->fields);
        binding_leave_unread(binding, meant->key, map);
    }
    yaml_skip(binding->yaml, yaml_next(binding->yaml));
}

static void read_entry_of_map(struct binding *binding, const struct shape *shape, struct scalar key,
                              struct position map, struct seen *seen, char *into) {
    key.text = text_nfc(binding->arena, key.text);
    const struct field *field = binding_find_field(shape, key.text);
    if (field == NULL && shape->lenient) {
        yaml_skip(binding->yaml, yaml_next(binding->yaml));
        return;
    }
    if (field == NULL) {
        read_unknown_key(binding, shape, key, map, &seen->meant);
        return;
    }
    uint32_t bit = UINT32_C(1) << (field - shape->fields);
    if (seen->given & bit) {
        bind_report(binding, RULE_DUPLICATE_KEY, key.at,
                    _("the key '%s' is here a second time; only one can count"), field->key);
        binding_leave_unread(binding, field->key, map);
        yaml_skip(binding->yaml, yaml_next(binding->yaml));
        return;
    }
    struct yaml_item value = yaml_next(binding->yaml);
    bool given = value.kind != YAML_SCALAR || text_trim(value.text).size > 0;
    if (value.kind == YAML_END)
        return;
    if (given || field->flag == FIELD_OPTIONAL || field->flag == FIELD_FILLED)
        seen->given |= bit;
    if (given && value.block)
        binding_warn_of_swallowed_keys(binding, shape, value);
    if (given || field->flag == FIELD_FILLED)
        read_value(binding, field, value, map, into + field->offset);
}

// A text in place of a map.
static void read_short_form(struct binding *binding, const struct shape *shape,
                            struct yaml_item item, char *into) {
    const struct field *field = binding_find_field(shape, text_from(shape->short_key));
    if (shape->at > 0)
        memcpy(into + shape->at, &item.at, sizeof item.at);
    read_field(binding, field, item, into + field->offset);
    binding_report_missing(binding, shape, UINT32_C(1) << (field - shape->fields), item.at,
                           item.at);
}

static void read_map(struct binding *binding, const struct shape *shape, struct yaml_item opened,
                     char *into) {
    if (opened.kind == YAML_SCALAR && shape->short_key != NULL && text_trim(opened.text).size > 0) {
        read_short_form(binding, shape, opened, into);
        return;
    }
    if (opened.kind != YAML_MAP) {
        binding_report_no_map(binding, shape, opened);
        return;
    }
    struct seen seen = {0, 0};
    size_t unread = binding->diagnostics->unread_count;
    struct yaml_item item;
    if (shape->at > 0)
        memcpy(into + shape->at, &opened.at, sizeof opened.at);
    while (yaml_next_entry(binding->yaml, &item)) {
        struct scalar key;
        if (binding->other_kind)
            yaml_skip(binding->yaml, item);
        else if (read_key(binding, item, &key))
            read_entry_of_map(binding, shape, key, opened.at, &seen, into);
    }
    if (!yaml_broken(binding->yaml) && !binding->other_kind)
        binding_report_missing(binding, shape, seen.given | seen.meant, opened.at, item.at);
    binding_end_unread(binding, unread, item.at);
}

static void read_document(struct binding *binding, const struct shape *shape, void *into) {
    struct yaml_item first = yaml_next(binding->yaml);
    if (first.kind != YAML_END) {
        read_map(binding, shape, first, into);
    } else if (!yaml_broken(binding->yaml)) {
        binding->is_empty = true;
        bind_report(binding, RULE_MISSING_KEY, (struct position){1, 1},
                    _("there is no key here; the first one is 'dokument'"));
    }
    while (yaml_next(binding->yaml).kind != YAML_END)
        continue; // a second document is reported by the reader
}

void bind_yaml(struct sources *sources, struct source *source, struct text yaml,
               uint32_t first_line, const struct shape *shape, void *into) {
    struct binding binding = {
        .yaml = yaml_open(sources, source, yaml, first_line),
        .diagnostics = sources->diagnostics,
        .arena = sources->arena,
        .file = source->path,
        .sources = sources,
        .source = source,
    };
    arena_init(&binding.scratch, sources->arena->out_of_memory);
    source->cells = 0;
    read_document(&binding, shape, into);
    binding_report_lacking(&binding);
    source->broken = yaml_broken(binding.yaml) || binding.other_kind || binding.is_empty;
    if (source->broken)
        report_unread_file(sources->diagnostics, source->path);
    arena_free(&binding.scratch);
    yaml_close(binding.yaml);
}
