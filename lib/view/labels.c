// SPDX-License-Identifier: MIT

#include "view/labels.h"

#include "base/index.h"
#include "base/message.h"
#include "base/suggest.h"

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

// A label as it is read: what a later file says of it takes its place.
struct entry {
    struct text key;
    struct text words;
    const struct source *source; // that said it last
};

// The labels read so far, in their order.
struct entries {
    struct entry **items;
    size_t count;
    struct index by_key;
};

static void add_entry(struct entries *entries, struct entry entry, struct arena *arena) {
    struct entry *added = arena_alloc(arena, sizeof *added);
    *added = entry;
    entries->items = arena_append(arena, entries->items, entries->count, sizeof(struct entry *));
    entries->items[entries->count++] = added;
    index_add(&entries->by_key, added->key, added);
}

// A label that no document has by itself: a template of the tree may, but mostly it is misspelled.
static void report_unknown(const struct labels *labels, const struct entries *entries,
                           const struct source *source, struct position at, struct text key) {
    struct text near = index_suggestion(&entries->by_key, key, labels->diagnostics);
    report(labels->diagnostics, RULE_UNKNOWN_LABEL, source->path, at,
           near.size > 0 ? _("no document has a label '%.*s'; did you mean '%.*s'?")
                         : _("no document has a label '%.*s'"),
           TEXT_ARGS(key), TEXT_ARGS(near));
}

static bool has_value(struct text words, struct text name) {
    for (struct text rest = words; rest.data != NULL;) {
        text_cut(&rest, '{');
        struct text after = rest;
        if (after.data != NULL && text_equal(text_cut(&after, '}'), name))
            return true;
    }
    return false;
}

// "{navn}" of a label of the tree, where the installed one of that key has no such value.
static void report_unknown_values(const struct labels *labels, const struct source *source,
                                  struct position at, const struct entry *installed,
                                  struct text words) {
    for (struct text rest = words; rest.data != NULL;) {
        text_cut(&rest, '{');
        if (rest.data == NULL)
            return;
        struct text after = rest, name = text_cut(&after, '}');
        if (after.data != NULL && !has_value(installed->words, name))
            report(labels->diagnostics, RULE_UNKNOWN_LABEL, source->path, at,
                   _("the label '%.*s' has no value '{%.*s}', which would be shown as it is here"),
                   TEXT_ARGS(installed->key), TEXT_ARGS(name));
    }
}

static void read_line(struct labels *labels, struct position at, struct text line,
                      const struct source *source, bool is_base, struct entries *entries) {
    struct arena *arena = entries->by_key.arena;
    struct text words = line;
    struct text key = text_nfc(arena, text_trim(text_cut(&words, ':')));
    if (line.size == 0 || line.data[0] == '#')
        return;
    if (words.data == NULL) {
        report_label(labels, at.line, _("a label is written 'key: words'; '%.*s' has no colon"),
                     key);
        return;
    }
    words = text_trim(words);
    if (text_is(key, "måneder")) {
        read_names(labels, at.line, key, words, labels->months, 12);
        return;
    }
    if (text_is(key, "ukedager")) {
        read_names(labels, at.line, key, words, labels->weekdays, 7);
        return;
    }
    struct entry *found = (struct entry *)index_find(&entries->by_key, key);
    if (found == NULL) {
        if (!is_base)
            report_unknown(labels, entries, source, at, key);
        add_entry(entries, (struct entry){key, words, source}, arena);
    } else if (found->source == source) {
        report_label(labels, at.line, _("the label '%.*s' is here twice"), key);
    } else {
        report_unknown_values(labels, source, at, found, words);
        found->words = words;
        found->source = source;
    }
}

static void read_file(struct labels *labels, const struct source *source, struct entries *entries) {
    bool is_base = entries->count == 0;
    uint32_t number = 0;
    labels->file = source->path;
    for (struct text rest = source->text; rest.data != NULL;) {
        struct text line = text_trim(text_cut(&rest, '\n'));
        read_line(labels, (struct position){++number, 1}, line, source, is_base, entries);
    }
}

static const struct text mark_keys[MARK_MONTH] = {
    [MARK_ALL_YEAR] = TEXT_OF("merke-x"),
    [MARK_AUTUMN] = TEXT_OF("merke-høst"),
    [MARK_SPRING] = TEXT_OF("merke-vår"),
    [MARK_SPRING_AUTUMN] = TEXT_OF("merke-vår-høst"),
    [MARK_START_AUTUMN] = TEXT_OF("merke-oppstart-høst"),
    [MARK_START_SPRING] = TEXT_OF("merke-oppstart-vår"),
    [MARK_STARTED] = TEXT_OF("merke-igangsatt"),
    [MARK_DEFERRED] = TEXT_OF("merke-utsatt"),
    [MARK_ONGOING] = TEXT_OF("merke-løpende"),
    [MARK_FIRST_HALF] = TEXT_OF("merke-1-halvår"),
    [MARK_SECOND_HALF] = TEXT_OF("merke-2-halvår"),
    [MARK_QUARTER] = TEXT_OF("merke-k1"),
    [MARK_QUARTER + 1] = TEXT_OF("merke-k2"),
    [MARK_QUARTER + 2] = TEXT_OF("merke-k3"),
    [MARK_QUARTER + 3] = TEXT_OF("merke-k4"),
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
    for (size_t i = MARK_NONE + 1; i < MARK_MONTH; i++)
        labels->marks[i] = label(labels, mark_keys[i]);
    for (size_t i = MARK_MONTH; i < MARK_COUNT; i++)
        labels->marks[i] = labels->months[i - MARK_MONTH];
    for (size_t i = 0; i <= STATUS_COUNT; i++)
        labels->statuses[i] = label(labels, status_keys[i]);
}

static struct text file_name(enum language language, struct arena *arena) {
    return text_format(arena, "labels.%s.txt", language_names[language]);
}

// Those that are installed, and over them the tree's own.
static void read_files(struct labels *labels, const struct template_folder *folder,
                       struct text name, struct arena *arena) {
    const struct source *files[] = {template_folder_installed(folder, name),
                                    template_folder_own(folder, name)};
    struct entries entries = {.items = NULL};
    struct map_builder map = map_begin(arena);
    index_init(&entries.by_key, arena);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (files[i] != NULL)
            read_file(labels, files[i], &entries);
    for (size_t i = 0; i < entries.count; i++)
        map_put(&map, entries.items[i]->key, value_text(entries.items[i]->words));
    labels->map = map_end(&map);
}

const struct labels *labels_read(const struct template_folder *folder, enum language language) {
    struct arena *arena = folder->sources->arena;
    struct text name = file_name(language, arena);
    size_t errors = folder->sources->diagnostics->errors;
    struct labels *labels = arena_alloc(arena, sizeof *labels);
    *labels = (struct labels){.file = name, .diagnostics = folder->sources->diagnostics};
    read_files(labels, folder, name, arena);
    if (labels->map.map.count == 0) {
        if (folder->sources->diagnostics->errors == errors)
            report_label(labels, 0, _("the labels '%.*s' are not found"), name);
        return NULL;
    }
    find_words(labels);
    return labels;
}

void labels_check(const struct template_folder *folder) {
    for (enum language language = 0; language_names[language] != NULL; language++)
        if (template_folder_own(folder, file_name(language, folder->sources->arena)) != NULL)
            labels_read(folder, language);
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

static struct text day_and_month(const struct labels *labels, struct date date,
                                 struct arena *arena) {
    return text_format(arena, "%d.\u00A0%.*s", date.day, TEXT_ARGS(labels->months[date.month - 1]));
}

struct text label_date(const struct labels *labels, struct date date, struct arena *arena) {
    if (date.year == 0)
        return TEXT("");
    return text_format(arena, "%.*s %d", TEXT_ARGS(day_and_month(labels, date, arena)), date.year);
}

struct text label_weekday_day(const struct labels *labels, struct date date, struct arena *arena) {
    if (date.year == 0)
        return TEXT("");
    const struct text parts[] = {labels->weekdays[date_weekday(date) - 1],
                                 day_and_month(labels, date, arena)};
    return text_join(arena, parts, 2, TEXT(" "));
}

struct text label_weekday_date(const struct labels *labels, struct date date, struct arena *arena) {
    if (date.year == 0)
        return TEXT("");
    return text_format(arena, "%.*s %d", TEXT_ARGS(label_weekday_day(labels, date, arena)),
                       date.year);
}
