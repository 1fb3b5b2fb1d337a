// SPDX-License-Identifier: MIT

#include "input/yaml/schema.h"

#include "base/amount.h"
#include "base/date.h"
#include "base/message.h"
#include "input/yaml/binding_keys.h"
#include "input/yaml/nynorsk.h"
#include "input/yaml/schema_words.h"

#include <string.h>

#define BLANK "[ \\t\\r\\n]"
#define NOT_BLANK "[^ \\t\\r\\n]"

static struct value object_of(const struct shape *shape, struct arena *arena);

static const struct form any_line = {
    .how = N_("write a text of one line"),
    .pattern = NOT_BLANK "[^\\n]*",
    .number = ANY_NUMBER,
};

static const struct form any_text = {
    .how = N_("write a text; one of several lines follows '|', indented"),
    .pattern = NOT_BLANK "[\\s\\S]*",
    .number = ANY_NUMBER,
};

static const struct form whole_number = {
    .how = N_("write a whole number, in digits"),
    .pattern = "[0-9]{1,9}",
    .number = WHOLE_NUMBER,
    .most_number = 999999999,
};

static const struct form date = {
    .how = N_("write year-month-day, like 2024-10-29"),
    .pattern = DATE_PATTERN,
    .example = "2024-10-29",
};

static const struct form amount = {
    .how = N_("write the amount like 120 000 or 4,5 mill."),
    .pattern = AMOUNT_PATTERN,
    .number = WHOLE_NUMBER,
    .example = "120 000",
};

// How the values of a type are written.
static const struct {
    const struct form *form; // NULL: the field has it, or needs none
    bool truth;              // true and false are texts like others
    bool list;               // or a list of such
} types[FIELD_KIND + 1] = {
    [FIELD_TEXT] = {&any_line, true, false},        [FIELD_ID] = {&any_line, true, false},
    [FIELD_PROSE] = {&any_text, true, false},       [FIELD_PROSES] = {&any_text, true, true},
    [FIELD_TEXTS] = {&any_line, true, true},        [FIELD_IDS] = {&any_line, true, true},
    [FIELD_NUMBER] = {&whole_number, false, false}, [FIELD_DATE] = {&date, false, false},
    [FIELD_AMOUNT] = {&amount, false, false},
};

static const struct form *form_of(const struct field *field) {
    return field->form != NULL ? field->form : types[field->type].form;
}

// YAML reads it as true or false, but it is text.
static bool may_be_truth(const struct field *field) {
    return field->form != NULL ? field->form->truth : types[field->type].truth;
}

static void put(struct map_builder *map, const char *name, struct value value) {
    map_put(map, text_from(name), value);
}

static void put_text(struct map_builder *map, const char *name, const char *text) {
    put(map, name, value_text(text_from(text)));
}

static struct value list_of(const struct value *items, size_t count, struct arena *arena) {
    struct value *copy = arena_alloc(arena, count * sizeof *items);
    memcpy(copy, items, count * sizeof *items);
    return value_list(copy, count);
}

static struct value texts(const char *const *names, size_t count, struct arena *arena) {
    struct value *items = arena_alloc(arena, (count + 1) * sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = value_text(text_from(names[i]));
    return value_list(items, count);
}

static size_t count_names(const char *const *names) {
    size_t count = 0;
    while (names[count] != NULL)
        count++;
    return count;
}

// A message with a capital letter; a description and an error are sentences, with a period too.
static struct text capital(struct text message, struct arena *arena) {
    char *bytes = arena_copy(arena, message.data, message.size);
    size_t at = message.size > 1 && bytes[0] == '\xC3'; // æ, ø, å
    bool small = at == 1 ? (unsigned char)bytes[1] >= 0xA0 : bytes[0] >= 'a' && bytes[0] <= 'z';
    if (small)
        bytes[at] = (char)(bytes[at] - 0x20);
    return (struct text){bytes, message.size};
}

static struct text sentence(struct text message, struct arena *arena) {
    struct text period = text_ends_with(message, TEXT(".")) ? TEXT("") : TEXT(".");
    return capital(text_concat(arena, message, period), arena);
}

static struct text translated(const char *message, struct arena *arena) {
    return sentence(text_from(_(message)), arena);
}

// A value that has none of these types. The schema excludes types rather than listing the allowed
// ones, because editors suggest values of every type listed: "null" would be accepted, and read as
// that word.
static struct value none_of(const char *const *names, size_t count, struct arena *arena) {
    struct map_builder type = map_begin(arena), schema = map_begin(arena);
    put(&type, "type", texts(names, count, arena));
    put(&schema, "not", map_end(&type));
    return map_end(&schema);
}

static struct value either(struct value one, struct value other, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    put(&map, "anyOf", list_of((const struct value[]){one, other}, 2, arena));
    return map_end(&map);
}

// `schema`, or nothing at all where the key is optional, or true and false where they are text.
static struct value or_empty(struct value schema, bool optional, bool truth, struct arena *arena) {
    static const char *const others[] = {"array", "object", "string", "number", "boolean", "null"};
    static const char *const no_truth[] = {"array", "object", "string", "number", "null"};
    if (!optional && !truth)
        return schema;
    return either(schema,
                  truth ? none_of(no_truth, optional ? 4 : 5, arena) : none_of(others, 5, arena),
                  arena);
}

// The whole text matches `pattern`; blanks around it do not count.
static struct value whole(const char *pattern, bool optional, struct arena *arena) {
    if (optional)
        return value_text(text_format(arena, "^" BLANK "*(?:(?:%s)" BLANK "*)?$", pattern));
    return value_text(text_format(arena, "^" BLANK "*(?:%s)" BLANK "*$", pattern));
}

static void put_types(struct map_builder *map, const char *const *names, size_t count,
                      struct arena *arena) {
    put(map, "type", count > 1 ? texts(names, count, arena) : value_text(text_from(names[0])));
}

static void put_numbers(struct map_builder *map, const struct form *form) {
    if (form->number == NO_NUMBER || form->most_number == 0)
        return;
    put(map, "minimum", value_number(form->least_number));
    put(map, "maximum", value_number(form->most_number));
}

// What a text or number of a form is, as members of `map`. `others` are further types that it may
// have.
static void put_scalar(struct map_builder *map, const struct field *field, const char *pattern,
                       bool optional, const char *const *others, size_t other_count,
                       struct arena *arena) {
    const struct form *form = form_of(field);
    const char *names[4] = {"string"};
    size_t count = 1;
    if (form->number != NO_NUMBER)
        names[count++] = form->number == WHOLE_NUMBER ? "integer" : "number";
    for (size_t i = 0; i < other_count; i++)
        names[count++] = others[i];
    put_types(map, names, count, arena);
    put(map, "pattern", whole(pattern, optional, arena));
    put_numbers(map, form);
    put(map, "errorMessage", value_text(translated(form->how, arena)));
}

static struct value scalar_of(const struct field *field, const char *pattern, bool optional,
                              struct arena *arena) {
    struct map_builder map = map_begin(arena);
    put_scalar(&map, field, pattern, optional, NULL, 0, arena);
    return map_end(&map);
}

static struct value list_or_text_of(const struct field *field, struct arena *arena) {
    static const char *const list[] = {"array"};
    const struct form *form = form_of(field);
    bool prose = field->type == FIELD_PROSES;
    struct map_builder map = map_begin(arena);
    if (prose)
        put_text(&map, "type", list[0]);
    else
        put_scalar(&map, field, form->pattern, field->flag == FIELD_OPTIONAL, list, 1, arena);
    put(&map, "items",
        or_empty(scalar_of(field, form->pattern, true, arena), true, may_be_truth(field), arena));
    if (prose)
        put(&map, "errorMessage",
            value_text(translated(N_("write a list, with '- ' before each item"), arena)));
    return map_end(&map);
}

// One of `words`.
static struct value choice_of(const char *const *chosen, struct arena *arena) {
    const char *const *words = choice_words_in_both(chosen, arena);
    size_t count = count_names(words);
    struct text *names = arena_alloc(arena, (count + 1) * sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = text_from(words[i]);
    struct text how =
        text_format(arena, _("write one of: %s"), text_join(arena, names, count, TEXT(", ")).data);
    struct map_builder map = map_begin(arena);
    put(&map, "enum", texts(words, count, arena));
    put(&map, "errorMessage", value_text(sentence(how, arena)));
    return map_end(&map);
}

static struct value word_of(const struct form *form, struct arena *arena) {
    struct map_builder other = map_begin(arena);
    put_text(&other, "type", "string");
    put(&other, "pattern", value_text(text_format(arena, "^(?:%s)$", schema_words(form, arena))));
    return either(choice_of(form->words, arena), map_end(&other), arena);
}

// A value, or a map of texts to such values.
static struct value values_of(const struct field *field, struct arena *arena) {
    struct value scalar =
        or_empty(scalar_of(field, form_of(field)->pattern, true, arena), true, false, arena);
    struct map_builder object = map_begin(arena);
    put_text(&object, "type", "object");
    put(&object, "additionalProperties", scalar);
    return either(scalar, map_end(&object), arena);
}

// A map whose keys are known by a pattern or one by one, as members of `map`.
static void put_words(struct map_builder *map, const struct form *form, struct arena *arena) {
    struct map_builder names = map_begin(arena);
    if (form->keys != NULL)
        put(&names, "enum", texts(form->keys, count_names(form->keys), arena));
    else
        put(&names, "pattern", whole(form->key_pattern, false, arena));
    put(map, "propertyNames", map_end(&names));
    put(map, "additionalProperties",
        form->values != NULL ? values_of(form->values, arena) : word_of(form, arena));
}

static struct value variant_of(const struct field *field, bool optional, struct arena *arena) {
    static const char *const ways[] = {"object", "array"};
    const struct form *form = field->form;
    size_t way_count = form->item_pattern != NULL ? 2 : 1;
    struct map_builder map = map_begin(arena);
    if (form->pattern != NULL) {
        put_scalar(&map, field,
                   form->years_pattern == NULL ? form->pattern
                                               : schema_words_with_years(form, arena),
                   optional, ways, way_count, arena);
    } else {
        put_types(&map, ways, way_count, arena);
        put(&map, "errorMessage", value_text(translated(form->how, arena)));
    }
    if (form->item_pattern != NULL)
        put(&map, "items", scalar_of(field, form->item_pattern, false, arena));
    put_words(&map, form, arena);
    return map_end(&map);
}

// The map, or the text that stands for it.
static struct value record_of(const struct shape *shape, struct arena *arena) {
    struct value object = object_of(shape, arena);
    const struct field *field = shape->fields;
    if (shape->short_key == NULL)
        return object;
    while (strcmp(field->key, shape->short_key) != 0)
        field++;
    struct value scalar = scalar_of(field, form_of(field)->pattern, false, arena);
    return either(or_empty(scalar, false, may_be_truth(field), arena), object, arena);
}

static struct value array_of(const struct field *field, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    put_text(&map, "type", "array");
    put(&map, "items", record_of(field->shape, arena));
    if (field->flag == FIELD_FILLED)
        put(&map, "minItems", value_number(1));
    put(&map, "errorMessage",
        value_text(translated(N_("write a list, with '- ' before each item"), arena)));
    return map_end(&map);
}

// A list of records; where they have a short form, also one alone.
static struct value records_of(const struct field *field, struct arena *arena) {
    struct value array = array_of(field, arena);
    if (field->shape->short_key == NULL)
        return array;
    return either(record_of(field->shape, arena), array, arena);
}

static struct value kind_of(const struct field *field, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    put_text(&map, "const", field->choices[0]);
    put(&map, "errorMessage",
        value_text(sentence(
            text_format(arena, _("write '%s'; it is the kind of this file"), field->choices[0]),
            arena)));
    return map_end(&map);
}

static struct value value_of(const struct field *field, struct arena *arena) {
    bool optional = field->flag == FIELD_OPTIONAL || field->flag == FIELD_EITHER;
    switch (field->type) {
    case FIELD_RECORD:
    case FIELD_PERSON:
        return or_empty(record_of(field->shape, arena), optional, false, arena);
    case FIELD_PEOPLE:
    case FIELD_RECORDS:
        return or_empty(records_of(field, arena), optional, false, arena);
    case FIELD_CHOICE:
        return or_empty(choice_of(field->choices, arena), optional, false, arena);
    case FIELD_VARIANT:
        return or_empty(variant_of(field, optional, arena), optional, false, arena);
    case FIELD_KIND:
        return kind_of(field, arena);
    case FIELD_PROSES:
        return or_empty(list_or_text_of(field, arena), optional, false, arena);
    default:
        break;
    }
    if (field->choices != NULL)
        return or_empty(either(choice_of(field->choices, arena),
                               scalar_of(field, form_of(field)->pattern, false, arena), arena),
                        optional, may_be_truth(field), arena);
    struct value scalar = types[field->type].list
                              ? list_or_text_of(field, arena)
                              : scalar_of(field, form_of(field)->pattern, optional, arena);
    return or_empty(scalar, optional, may_be_truth(field), arena);
}

static void put_description(struct map_builder *map, const struct field *field,
                            struct arena *arena) {
    struct text help = translated(field->help, arena);
    const struct form *form = form_of(field);
    if (form != NULL && form != &any_line && form != &any_text)
        help = text_format(arena, "%.*s %.*s", TEXT_ARGS(help),
                           TEXT_ARGS(translated(form->how, arena)));
    put(map, "description", value_text(help));
}

// A number without quotes, where that is allowed.
static void put_example(struct map_builder *map, const struct field *field, struct arena *arena) {
    const struct form *form = form_of(field);
    const char *written = field->example != NULL ? field->example
                          : form != NULL         ? form->example
                                                 : NULL;
    int number;
    if (written == NULL)
        return;
    struct value example = value_text(text_from(written));
    if (form != NULL && form->number != NO_NUMBER && text_to_number(example.text, &number))
        example = value_number(number);
    if (field->type == FIELD_PROSES)
        example = list_of(&example, 1, arena);
    put(map, "examples", list_of(&example, 1, arena));
}

static struct value property_of(const struct field *field, struct arena *arena) {
    struct value value = value_of(field, arena);
    struct map_builder map = map_begin(arena);
    put_text(&map, "title", field->key);
    put_description(&map, field, arena);
    for (size_t i = 0; i < value.map.count; i++)
        map_put(&map, value.map.members[i].name, value.map.members[i].value);
    put_example(&map, field, arena);
    return map_end(&map);
}

static bool is_key_of(const struct shape *shape, const char *key) {
    for (size_t i = 0; i < shape->field_count; i++)
        if (strcmp(shape->fields[i].key, key) == 0)
            return true;
    return false;
}

// Has the key, with what `value` takes, and none of the others. Strict validators require each
// required key to be described.
static struct value has_one(const char *key, struct value value, const char *const *others,
                            size_t count, struct arena *arena) {
    struct map_builder map = map_begin(arena), names = map_begin(arena), any = map_begin(arena),
                       properties = map_begin(arena);
    put(&properties, key, value);
    put(&map, "properties", map_end(&properties));
    put(&map, "required", texts(&key, 1, arena));
    if (count > 0) {
        put(&any, "enum", texts(others, count, arena));
        put(&names, "not", map_end(&any));
        put(&map, "propertyNames", map_end(&names));
    }
    return map_end(&map);
}

// One of the rows FIELD_EITHER must be there.
static void put_either(struct map_builder *map, const struct shape *shape, struct arena *arena) {
    struct value *ways = arena_alloc(arena, (shape->field_count + 1) * sizeof *ways);
    static const char *const nothing[] = {"null"};
    const struct value value = none_of(nothing, 1, arena);
    size_t count = 0;
    for (size_t i = 0; i < shape->field_count; i++)
        if (shape->fields[i].flag == FIELD_EITHER)
            ways[count++] = has_one(shape->fields[i].key, value, NULL, 0, arena);
    if (count > 0)
        put(map, "anyOf", value_list(ways, count));
}

// The keys of the shape, and of its variant where there is one; what both have is required.
static void put_shape(struct map_builder *map, const struct shape *shape,
                      const struct shape_variant *variant, struct arena *arena) {
    size_t more = variant == NULL ? 0 : variant->with->field_count;
    struct map_builder properties = map_begin(arena);
    struct value *required = arena_alloc(arena, (shape->field_count + 1) * sizeof *required);
    size_t count = 0;
    for (size_t i = 0; i < shape->field_count; i++) {
        const struct field *field = &shape->fields[i];
        put(&properties, field->key, property_of(field, arena));
        bool dispensable = variant != NULL && strcmp(field->key, variant->without) == 0;
        if (field->flag == FIELD_REQUIRED && !dispensable)
            required[count++] = value_text(text_from(field->key));
    }
    for (size_t i = 0; i < more; i++)
        if (!is_key_of(shape, variant->with->fields[i].key))
            put(&properties, variant->with->fields[i].key,
                property_of(&variant->with->fields[i], arena));
    put_text(map, "type", "object");
    put(map, "properties", map_end(&properties));
    put(map, "required", value_list(required, count));
    put(map, "additionalProperties", value_truth(shape->lenient));
    put_either(map, shape, arena);
}

static struct value object_of(const struct shape *shape, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    put_shape(&map, shape, NULL, arena);
    return map_end(&map);
}

// The key that the variant does not have, or the one that it must have instead.
static struct value one_of_both(const struct shape *shape, const struct shape_variant *variant,
                                struct arena *arena) {
    const struct shape *with = variant->with;
    const char **others = arena_alloc(arena, with->field_count * sizeof *others);
    const char *instead = with->fields[0].key; // one of them is required
    size_t count = 0;
    for (size_t i = 0; i < with->field_count; i++) {
        const struct field *field = &with->fields[i];
        if (is_key_of(shape, field->key))
            continue;
        others[count++] = field->key;
        if (field->flag == FIELD_REQUIRED)
            instead = field->key;
    }
    const struct value ways[] = {has_one(variant->without, value_truth(true), others, count, arena),
                                 has_one(instead, value_truth(true), &variant->without, 1, arena)};
    struct map_builder map = map_begin(arena);
    put(&map, "anyOf", list_of(ways, 2, arena));
    put(&map, "errorMessage", value_text(translated(variant->how, arena)));
    return map_end(&map);
}

struct value schema_of(const struct shape *shape, const struct shape_variant *variant,
                       const char *title, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    put_text(&map, "$schema", "http://json-schema.org/draft-07/schema#");
    put(&map, "title", value_text(capital(text_from(_(title)), arena)));
    put_shape(&map, shape, variant, arena);
    if (variant != NULL) {
        const struct value both = one_of_both(shape, variant, arena);
        put(&map, "allOf", list_of(&both, 1, arena));
    }
    return map_end(&map);
}
