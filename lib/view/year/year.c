// SPDX-License-Identifier: MIT

#include "view/year/year.h"

#include "base/words.h"
#include "view/year/wheel.h"

enum month_column {
    MONTH_DAY,
    MONTH_NUMBER,
    MONTH_WHAT,
    MONTH_WHO,
    MONTH_KIND,
    MONTH_ABOUT,
    MONTH_NOTE,
    MONTH_COLUMNS
};

static const struct register_column month_columns[MONTH_COLUMNS] = {
    [MONTH_DAY] = REGISTER_COLUMN("dag", "årshjul-dag", DATE, 12, .offset = 0),
    [MONTH_NUMBER] = REGISTER_COLUMN("nr", "årshjul-nr", NUMBER, 5, .offset = 0),
    [MONTH_WHAT] = REGISTER_COLUMN("hva", "årshjul-hva", TEXT, 48, .offset = 0),
    [MONTH_WHO] = REGISTER_COLUMN("hvem", "årshjul-hvem", PARTIES, 26, .offset = 0),
    [MONTH_KIND] = REGISTER_COLUMN("slag", "årshjul-slag", TEXT, 16, .offset = 0),
    [MONTH_ABOUT] = REGISTER_COLUMN("gjelder", "årshjul-gjelder", TEXTS, 22, .offset = 0),
    [MONTH_NOTE] = REGISTER_COLUMN("merknad", "årshjul-merknad", TEXT, 40, .offset = 0),
};

enum undated_column { UNDATED_WHAT, UNDATED_OFTEN, UNDATED_WHO, UNDATED_ABOUT, UNDATED_COLUMNS };

static const struct register_column undated_columns[UNDATED_COLUMNS] = {
    [UNDATED_WHAT] = REGISTER_COLUMN("hva", "årshjul-hva", TEXT, 48, .offset = 0),
    [UNDATED_OFTEN] = REGISTER_COLUMN("hvert", "årshjul-hvert", TEXT, 16, .offset = 0),
    [UNDATED_WHO] = REGISTER_COLUMN("hvem", "årshjul-hvem", PARTIES, 26, .offset = 0),
    [UNDATED_ABOUT] = REGISTER_COLUMN("gjelder", "årshjul-gjelder", TEXTS, 22, .offset = 0),
};

static void add_entry(const struct register_view *view, struct register_part *part,
                      const struct year_entry *entry) {
    const struct view_context *context = view->context;
    struct register_cell *cells = register_add_row(view, part);
    cells[MONTH_DAY] = register_date_cell(view, entry->day.day);
    cells[MONTH_DAY].text = label_weekday_day(context->labels, entry->day.day, context->arena);
    cells[MONTH_NUMBER] = register_number_cell(view, (int64_t)entry->number);
    cells[MONTH_WHAT] = register_text_cell(entry->what);
    cells[MONTH_WHO] = register_parties_cell(view, &entry->who);
    cells[MONTH_KIND] = register_text_cell(year_kind_words(context, entry->kind));
    cells[MONTH_ABOUT] = register_links_cell(view, entry->about, entry->about_count);
    cells[MONTH_NOTE] = register_text_cell(year_note(context, entry));
}

static struct text title_of_month(const struct view_context *context, int year, int month) {
    const struct text words =
        word_cased_like(context->labels->months[month - 1], TEXT("Ab"), context->arena);
    return text_format(context->arena, "%.*s %d", TEXT_ARGS(words), year);
}

static void add_months(struct register_view *view, const struct year_entries *entries) {
    const struct view_context *context = view->context;
    size_t next = 0;
    for (int month = 1; month <= 12; month++) {
        size_t first = next;
        while (next < entries->count && entries->items[next].day.day.month == month)
            next++;
        struct register_part *part = register_add_part(
            view, title_of_month(context, entries->subject->year, month),
            text_from(month_names[month - 1]), month_columns, MONTH_COLUMNS, next - first);
        part->joins = true;
        for (size_t i = first; i < next; i++)
            add_entry(view, part, &entries->items[i]);
    }
    const bool *shown = register_filled_columns(view->parts, 12, context->arena);
    for (size_t i = 0; i < 12; i++)
        view->parts[i].shown = shown;
}

// --- what has no day ---

static bool is_undated(const struct year_entries *entries, const struct duty *duty) {
    int year = entries->subject->year;
    return !duty_has_day(duty) && (duty->from.date.year == 0 || duty->from.date.year <= year) &&
           (duty->to.date.year == 0 || duty->to.date.year >= year) &&
           year_is_for(entries, &duty->who);
}

static void add_undated(struct register_view *view, const struct year_entries *entries) {
    static const struct text often[RECURRENCE_COUNT] = {
        [EVERY_YEAR] = TEXT_OF("årshjul-hvert-år"),
        [EVERY_HALF_YEAR] = TEXT_OF("årshjul-hvert-halvår"),
        [EVERY_TERTIAL] = TEXT_OF("årshjul-hvert-tertial"),
        [EVERY_QUARTER] = TEXT_OF("årshjul-hvert-kvartal"),
    };
    const struct year_wheel *wheel = entries->subject->wheel;
    const struct labels *labels = view->context->labels;
    struct register_part *part =
        register_add_part(view, label(labels, TEXT("årshjul-uten-dag")), TEXT("uten-dag"),
                          undated_columns, UNDATED_COLUMNS, wheel->duties.count);
    for (size_t i = 0; i < wheel->duties.count; i++) {
        const struct duty *duty = &wheel->duties.items[i];
        size_t count;
        if (!is_undated(entries, duty))
            continue;
        bool is_often = duty->every.at.line > 0 && duty->every.index >= 0;
        struct text key = is_often ? often[duty->every.index] : TEXT("årshjul-løpende");
        struct register_cell *cells = register_add_row(view, part);
        const struct register_link *links =
            year_links(entries, &duty->actions, &duty->cases, &count);
        cells[UNDATED_WHAT] = register_text_cell(duty->name.text);
        cells[UNDATED_OFTEN] = register_text_cell(label(labels, key));
        cells[UNDATED_WHO] = register_parties_cell(view, &duty->who);
        cells[UNDATED_ABOUT] = register_links_cell(view, links, count);
    }
    if (part->row_count == 0)
        view->count--;
}

// --- remarks ---

// By the place of the duty.
static const bool *shown_duties(const struct year_entries *entries) {
    const struct year_wheel *wheel = entries->subject->wheel;
    bool *shown = arena_alloc(entries->context->arena, wheel->duties.count * sizeof *shown);
    for (size_t i = 0; i < wheel->duties.count; i++)
        shown[i] = is_undated(entries, &wheel->duties.items[i]);
    for (size_t i = 0; i < entries->count; i++)
        if (entries->items[i].duty != NULL)
            shown[entries->items[i].duty - wheel->duties.items] = true;
    return shown;
}

static void add_remarks(struct register_view *view, const struct year_entries *entries) {
    const struct year_wheel *wheel = entries->subject->wheel;
    const bool *shown = shown_duties(entries);
    struct register_part *part =
        register_add_part(view, label(view->context->labels, TEXT("årshjul-merknader")),
                          TEXT("merknader"), NULL, 0, 0);
    for (size_t i = 0; i < wheel->duties.count; i++)
        if (shown[i])
            register_add_titled_note(view, part, wheel->duties.items[i].name.text,
                                     &wheel->duties.items[i].remark);
    if (part->note_count == 0)
        view->count--;
}

static struct text title_of(const struct year_entries *entries) {
    struct text title = entries->subject->wheel->registry.title.text;
    return text_format(entries->context->arena, "%.*s %d", TEXT_ARGS(title),
                       entries->subject->year);
}

static const struct register_view *view_of(const struct year_entries *entries) {
    const struct view_context *context = entries->context;
    const struct registry *registry = &entries->subject->wheel->registry;
    struct register_view *view = arena_alloc(context->arena, sizeof *view);
    *view = (struct register_view){
        .context = context,
        .registry = registry,
        .name = "year",
        .document = "årshjul",
        .title = title_of(entries),
        .part_label = "årshjul-måned",
        .part_width = 16,
    };
    add_months(view, entries);
    add_undated(view, entries);
    add_remarks(view, entries);
    return view;
}

struct value year_value(const struct year_entries *entries) {
    const struct view_context *context = entries->context;
    struct map_builder map = map_begin(context->arena);
    struct text body = entries->subject->body;
    register_put_value(view_of(entries), &map);
    map_put(&map, TEXT("år"), value_number(entries->subject->year));
    map_put(&map, TEXT("organ"),
            body.size == 0 ? (struct value){.kind = VALUE_NONE}
                           : view_party(context, body, context->arena));
    map_put(&map, TEXT("har-organ"), value_truth(body.size > 0));
    map_put(&map, TEXT("oppføringer"), value_number((int64_t)entries->count));
    map_put(&map, TEXT("hjul"), wheel_value(entries));
    return map_end(&map);
}

struct value year_picture(const struct year_entries *entries) {
    const struct registry *registry = &entries->subject->wheel->registry;
    struct map_builder map = map_begin(entries->context->arena);
    view_put_head(entries->context, &map, "årshjul-bilde", title_of(entries),
                  registry->source->path);
    map_put(&map, TEXT("hjul"), wheel_value(entries));
    return map_end(&map);
}

const struct workbook *year_workbook(const struct year_entries *entries) {
    return register_workbook(view_of(entries));
}
