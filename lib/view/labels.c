// SPDX-License-Identifier: MIT

#include "view/labels.h"

#include "base/index.h"
#include "base/message.h"

static void report_label(const struct labels *labels, uint32_t line, const char *message,
                         struct text key) {
    struct text told = message_about(labels->diagnostics->arena, message, key);
    report(labels->diagnostics, RULE_TEMPLATE, labels->file, (struct position){line, line > 0},
           "%.*s", TEXT_ARGS(told));
}

// The names of months or weekdays, exactly `wanted` of them.
static void read_names(struct labels *labels, uint32_t line, struct text key, struct text list,
                       struct text *names, size_t wanted) {
    size_t count = 0;
    while (list.data != NULL) {
        struct text name = text_trim(text_cut(&list, ','));
        if (count++ < wanted)
            names[count - 1] = name;
    }
    if (count != wanted)
        report_label(labels, line, _("the list '%.*s' does not have all its names"), key);
}

static void read_line(struct labels *labels, uint32_t number, struct text line,
                      struct map_builder *map, struct arena *arena) {
    struct text words = line;
    struct text key = text_nfc(arena, text_trim(text_cut(&words, ':')));
    if (line.size == 0 || line.data[0] == '#')
        return;
    if (words.data == NULL) {
        report_label(labels, number, _("a label is written 'key: words'; '%.*s' has no colon"),
                     key);
        return;
    }
    words = text_trim(words);
    if (text_is(key, "måneder"))
        read_names(labels, number, key, words, labels->months, 12);
    else if (text_is(key, "ukedager"))
        read_names(labels, number, key, words, labels->weekdays, 7);
    else
        map_put(map, key, value_text(words));
}

static void find_repeated(const struct labels *labels, struct arena *arena) {
    struct index keys;
    index_init(&keys, arena);
    index_expect(&keys, labels->map.map.count);
    for (size_t i = 0; i < labels->map.map.count; i++) {
        const struct member *member = &labels->map.map.members[i];
        if (index_add(&keys, member->name, member) != NULL)
            report_label(labels, 0, _("the label '%.*s' is here twice"), member->name);
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
    struct text name = text_format(arena, "labels.%s.txt", language_names[language]);
    size_t errors = folder->sources->diagnostics->errors;
    const struct source *source = template_folder_read(folder, name);
    struct labels *labels = arena_alloc(arena, sizeof *labels);
    *labels = (struct labels){.file = name, .diagnostics = folder->sources->diagnostics};
    if (source == NULL) {
        if (folder->sources->diagnostics->errors == errors)
            report_label(labels, 0, _("the labels '%.*s' are not found"), name);
        return NULL;
    }
    labels->file = source->path;
    struct map_builder map = map_begin(arena);
    uint32_t number = 0;
    for (struct text rest = source->text; rest.data != NULL;)
        read_line(labels, ++number, text_trim(text_cut(&rest, '\n')), &map, arena);
    labels->map = map_end(&map);
    find_repeated(labels, arena);
    find_words(labels);
    return labels;
}

struct text label(const struct labels *labels, struct text key) {
    const struct value *found = value_find(&labels->map, key);
    if (found != NULL)
        return found->text;
    report_label(labels, 0, _("the label '%.*s' is missing"), key);
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
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_number(&writer, date.day);
    writer_put(&writer, TEXT(".\u00A0"));
    writer_put(&writer, labels->months[date.month - 1]);
    writer_byte(&writer, ' ');
    writer_number(&writer, date.year);
    return writer_text(&writer);
}

struct text label_weekday_date(const struct labels *labels, struct date date, struct arena *arena) {
    if (date.year == 0)
        return TEXT("");
    struct text parts[] = {labels->weekdays[date_weekday(date) - 1],
                           label_date(labels, date, arena)};
    return text_join(arena, parts, 2, TEXT(" "));
}
