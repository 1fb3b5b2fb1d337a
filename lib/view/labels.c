// SPDX-License-Identifier: MIT

#include "view/labels.h"

#include "base/message.h"
#include "input/yaml.h"

enum { MOST_LABELS = 1024 };

static void report_label(const struct labels *labels, struct position at, const char *format,
                         struct text key) {
    report(labels->diagnostics, RULE_TEMPLATE, labels->file, at, format, TEXT_ARGS(key));
}

// A list of exactly `wanted` texts into `texts`.
static void read_list(struct labels *labels, struct yaml *yaml, struct yaml_item key_item,
                      struct text key, struct text *texts, size_t wanted) {
    size_t count = 0;
    struct yaml_item item = yaml_next(yaml);
    for (; item.kind == YAML_SCALAR; item = yaml_next(yaml))
        if (count++ < wanted)
            texts[count - 1] = text_copy(yaml_arena(yaml), item.text);
    if (item.kind != YAML_LIST_END || count != wanted)
        report_label(labels, key_item.at, _("the list '%.*s' does not have all its names"), key);
}

static void read_value(struct labels *labels, struct yaml *yaml, struct yaml_item key_item,
                       struct map_builder *map) {
    struct arena *arena = yaml_arena(yaml);
    struct text key = text_nfc(arena, text_copy(arena, key_item.text));
    struct yaml_item item = yaml_next(yaml);
    if (item.kind == YAML_LIST && text_is(key, "måneder")) {
        read_list(labels, yaml, key_item, key, labels->months, 12);
    } else if (item.kind == YAML_LIST && text_is(key, "ukedager")) {
        read_list(labels, yaml, key_item, key, labels->weekdays, 7);
    } else if (item.kind != YAML_SCALAR || map->count == map->capacity) {
        report_label(labels, key_item.at, _("the label '%.*s' is not a text"), key);
        yaml_skip(yaml, item);
    } else {
        struct text *kept = arena_alloc(arena, sizeof *kept);
        *kept = text_copy(arena, item.text);
        map_put(map, key, value_text(*kept));
        if (index_add(&labels->texts, key, kept) != NULL)
            report_label(labels, key_item.at, _("the label '%.*s' stands here twice"), key);
    }
}

static const struct text mark_keys[MARK_COUNT] = {
    [MARK_ALL_YEAR] = TEXT_OF("merke-x"),
    [MARK_AUTUMN] = TEXT_OF("merke-høst"),
    [MARK_SPRING] = TEXT_OF("merke-vår"),
    [MARK_SPRING_AUTUMN] = TEXT_OF("merke-vår-høst"),
    [MARK_START_AUTUMN] = TEXT_OF("merke-oppstart-høst"),
    [MARK_START_SPRING] = TEXT_OF("merke-oppstart-vår"),
    [MARK_STARTED] = TEXT_OF("merke-igangsatt"),
    [MARK_DEFERRED] = TEXT_OF("merke-utsatt"),
};

static const struct text status_keys[STATUS_COUNT + 1] = {
    [STATUS_NOT_STARTED] = TEXT_OF("status-ikke-startet"),
    [STATUS_ONGOING] = TEXT_OF("status-pagar"),
    [STATUS_WAITING] = TEXT_OF("status-pa-vent"),
    [STATUS_DEFERRED] = TEXT_OF("status-utsatt"),
    [STATUS_DONE] = TEXT_OF("status-fullfort"),
    [STATUS_DROPPED] = TEXT_OF("status-utgar"),
    [STATUS_COUNT] = TEXT_OF("status-ukjent"),
};

static void find_words(struct labels *labels) {
    for (size_t i = MARK_NONE + 1; i < MARK_COUNT; i++)
        labels->marks[i] = label(labels, mark_keys[i]);
    for (size_t i = 0; i <= STATUS_COUNT; i++)
        labels->statuses[i] = label(labels, status_keys[i]);
}

const struct labels *labels_read(const struct template_folder *folder, enum language language) {
    struct arena *arena = folder->sources->arena;
    struct text name = text_format(arena, "labels.%s.yaml", language_names[language]);
    const struct source *source = template_folder_read(folder, name);
    struct labels *labels = arena_alloc(arena, sizeof *labels);
    *labels = (struct labels){.file = name, .diagnostics = folder->sources->diagnostics};
    if (source == NULL) {
        report_label(labels, (struct position){0, 0}, _("the labels '%.*s' are not found"), name);
        return NULL;
    }
    labels->file = source->path;
    index_init(&labels->texts, arena);
    struct map_builder map = map_begin(arena, MOST_LABELS);
    struct yaml *yaml = yaml_open(folder->sources, source, source->text, 1);
    struct yaml_item item = yaml_next(yaml);
    if (item.kind == YAML_MAP)
        for (item = yaml_next(yaml); item.kind == YAML_SCALAR; item = yaml_next(yaml))
            read_value(labels, yaml, item, &map);
    yaml_close(yaml);
    labels->map = map_end(&map);
    find_words(labels);
    return labels;
}

struct text label(const struct labels *labels, struct text key) {
    const struct text *found = index_find(&labels->texts, key);
    if (found != NULL)
        return *found;
    report_label(labels, (struct position){0, 0}, _("the label '%.*s' is missing"), key);
    return TEXT("");
}

struct text label_filled(const struct labels *labels, struct text key, const struct text *names,
                         const struct text *values, size_t count, struct arena *arena) {
    struct text rest = label(labels, key);
    struct writer writer;
    writer_to_memory(&writer, arena);
    while (rest.size > 0) {
        writer_put(&writer, text_cut(&rest, '{'));
        if (rest.data == NULL)
            break;
        struct text name = text_cut(&rest, '}');
        for (size_t i = 0; i < count; i++)
            if (text_equal(name, names[i]))
                writer_put(&writer, values[i]);
    }
    return writer_text(&writer);
}

struct text label_date(const struct labels *labels, struct date date, struct arena *arena) {
    if (date.year == 0)
        return TEXT("");
    return text_format(arena, "%d.\u00A0%.*s %d", date.day,
                       TEXT_ARGS(labels->months[date.month - 1]), date.year);
}

struct text label_weekday_date(const struct labels *labels, struct date date, struct arena *arena) {
    if (date.year == 0)
        return TEXT("");
    struct text day = label_date(labels, date, arena);
    return text_format(arena, "%.*s %.*s", TEXT_ARGS(labels->weekdays[date_weekday(date) - 1]),
                       TEXT_ARGS(day));
}
