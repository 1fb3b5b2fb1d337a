// SPDX-License-Identifier: MIT

#include "input/yaml/binding.h"

#include "base/amount.h"
#include "base/meant.h"
#include "base/message.h"
#include "input/yaml/binding_keys.h"
#include "input/file/limits.h"
#include "input/markdown/markdown.h"
#include "input/markdown/names.h"
#include "input/yaml/nynorsk.h"
#include "input/yaml/wrong_value.h"

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
    uint32_t indent = MARKDOWN_AT_ONE_PLACE;
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

static void read_number(struct binding *binding, struct scalar scalar, struct number *number) {
    number->at = scalar.at;
    if (text_to_number(scalar.text, &number->value))
        return;
    number->value = NUMBER_UNKNOWN;
    bind_report(binding, RULE_WRONG_NUMBER, scalar.at,
                _("'%.*s' is not a whole number; write digits only"), TEXT_ARGS(scalar.text));
}

static void read_date(struct binding *binding, struct scalar scalar, struct dated *dated) {
    dated->at = scalar.at;
    if (date_parse(scalar.text, &dated->date))
        return;
    struct text example = example_date(&binding->sources->examples, binding->arena);
    bind_wrong_value(binding, RULE_WRONG_DATE, scalar, date_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a date; write year-month-day, like %.*s"),
                     TEXT_ARGS(scalar.text), TEXT_ARGS(example));
}

static const char *explain_amount(enum amount_fault fault) {
    static const char *const messages[] = {
        [AMOUNT_NOT_A_NUMBER] = N_("'%.*s' is not an amount; write it like 120 000 or 4,5 mill."),
        [AMOUNT_PERIOD] = N_("'%.*s' can be thousands or decimals; write 1 500 for thousands, 1,5 "
                             "for one and a half"),
        [AMOUNT_GROUPS] = N_("the digits of '%.*s' are not in groups of three; write 1 850 000"),
    };
    const char *message = amount_fault_message(fault);
    return message != NULL ? message : _(messages[fault]);
}

static void read_amount(struct binding *binding, struct scalar scalar, struct money *money) {
    enum amount_fault fault = amount_parse(scalar.text, &money->ore);
    if (fault == AMOUNT_OK) {
        money->at = scalar.at;
        return;
    }
    struct text why = message_about(binding->arena, explain_amount(fault), scalar.text);
    bind_wrong_value(binding, RULE_WRONG_AMOUNT, scalar, amount_meant(binding->arena, scalar.text),
                     "%.*s", TEXT_ARGS(why));
}

static size_t count_choices(const char *const *choices) {
    size_t count = 0;
    while (choices[count] != NULL)
        count++;
    return count;
}

static void read_choice(struct binding *binding, struct scalar scalar, const struct field *field,
                        struct choice *choice) {
    struct text names[32];
    size_t count = count_choices(field->choices);
    choice->at = scalar.at;
    choice->index = -1;
    struct text word = choice_word(binding->arena, scalar.text);
    for (size_t i = 0; i < count; i++) {
        names[i] = text_from(field->choices[i]);
        if (text_equal(word, names[i]))
            choice->index = (int)i;
    }
    if (choice->index >= 0)
        return;
    size_t near = text_nearest(word, names, count);
    if (near < count)
        bind_report(binding, RULE_WRONG_CHOICE, scalar.at,
                    _("unknown %s '%.*s'; did you mean '%s'?"), field->key, TEXT_ARGS(scalar.text),
                    field->choices[near]);
    else
        bind_report(binding, RULE_WRONG_CHOICE, scalar.at, _("unknown %s '%.*s'; it is one of %s"),
                    field->key, TEXT_ARGS(scalar.text),
                    text_join(binding->arena, names, count, TEXT(", ")).data);
}

static void check_kind(struct binding *binding, struct scalar scalar, const struct field *field) {
    struct text kind = text_from(field->choices[0]);
    if (text_equal(scalar.text, kind))
        return;
    binding->other_kind = text_nearest(scalar.text, &kind, 1) == 1;
    bind_report(binding, RULE_DOCUMENT_KIND, scalar.at,
                _("this is the document '%.*s'; '%s' is expected here"), TEXT_ARGS(scalar.text),
                field->choices[0]);
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
    switch (field->type) {
    case FIELD_NUMBER:
        read_number(binding, scalar, (struct number *)(void *)into);
        break;
    case FIELD_DATE:
        read_date(binding, scalar, (struct dated *)(void *)into);
        break;
    case FIELD_AMOUNT:
        read_amount(binding, scalar, (struct money *)(void *)into);
        break;
    case FIELD_CHOICE:
        read_choice(binding, scalar, field, (struct choice *)(void *)into);
        break;
    case FIELD_KIND:
        check_kind(binding, scalar, field);
        break;
    default:
        field->form->read(binding, scalar, into);
        break;
    }
}

// The record that a text alone is.
static void read_alone(struct binding *binding, const struct field *field, struct yaml_item item,
                       struct record_list *list) {
    const struct field *only = binding_find_field(field->shape, text_from(field->alone));
    char *record = arena_alloc(binding->arena, field->shape->size);
    *list = (struct record_list){record, 1};
    read_field(binding, only, item, record + only->offset);
}

static void read_records(struct binding *binding, const struct field *field, struct yaml_item item,
                         struct record_list *list) {
    const struct shape *shape = field->shape;
    if (field->alone != NULL && item.kind == YAML_SCALAR && item.text.size > 0) {
        read_alone(binding, field, item, list);
        return;
    }
    if (item.kind != YAML_LIST) {
        bool empty = item.kind == YAML_SCALAR && item.text.size == 0;
        if (!empty)
            bind_type(binding, item, _("a list ('- ' before each item)"));
        return;
    }
    struct growing_list records = list_begin(binding, shape->size);
    char *record = arena_alloc(&binding->scratch, shape->size);
    for (struct yaml_item entry; yaml_next_entry(binding->yaml, &entry);) {
        memset(record, 0, shape->size);
        read_map(binding, shape, entry, record);
        if (entry.kind == YAML_MAP) // otherwise it is not a record, which has been reported
            list_add(binding, &records, record);
    }
    list->count = records.count;
    list->items = list_end(binding, &records);
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

static void read_field(struct binding *binding, const struct field *field, struct yaml_item item,
                       char *into) {
    struct scalar_list *list = (struct scalar_list *)(void *)into;
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
        read_scalars(binding, item, list, read_line);
        break;
    case FIELD_IDS:
        read_scalars(binding, item, list, read_id);
        note_names(binding, field, list->items, list->count);
        break;
    case FIELD_VARIANT:
        field->form->read_item(binding, item, into);
        break;
    case FIELD_RECORD:
        read_map(binding, field->shape, item, into);
        break;
    case FIELD_RECORDS:
        read_records(binding, field, item, (struct record_list *)(void *)into);
        break;
    default:
        read_one_line(binding, field, item, into);
        break;
    }
}

// The key's text, or false after a report and having passed over key and value.
static bool read_key(struct binding *binding, struct yaml_item item, struct scalar *key) {
    bool known_shape = item.kind == YAML_SCALAR && item.text.size <= 4 * LIMIT_KEY_CHARACTERS &&
                       text_length(item.text) <= LIMIT_KEY_CHARACTERS;
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
    if (given || field->flag != FIELD_REQUIRED)
        seen->given |= bit;
    if (given && value.block)
        binding_warn_of_swallowed_keys(binding, shape, value);
    if (given || field->flag == FIELD_FILLED)
        read_value(binding, field, value, map, into + field->offset);
}

static void read_map(struct binding *binding, const struct shape *shape, struct yaml_item opened,
                     char *into) {
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
        binding_report_missing(binding, shape, seen.given | seen.meant, opened.at);
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
    source->broken = yaml_broken(binding.yaml) || binding.other_kind || binding.is_empty;
    if (source->broken)
        report_unread_file(sources->diagnostics, source->path);
    arena_free(&binding.scratch);
    yaml_close(binding.yaml);
}
