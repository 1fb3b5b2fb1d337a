// SPDX-License-Identifier: MIT
// The slides of a status note. A subject that does not fit goes on on the next one; all formats
// divide it at the same place. Lengths are points, on a slide that is 720 wide and 405 high.

#include "view/status/status.h"

#include "model/plan/numbers.h"
#include "model/plan/title.h"
#include "view/plan/width.h"

enum {
    ROOM = 294, // below the title
    POINT_WIDTH = 612,
    POINT_SIZE = 180, // in tenths
    POINT_LINE = 22,
    POINT_SPACE = 6,
    CELL_SIZE = 120,
    CELL_LINE = 15,
    CELL_SPACE = 8,
    HEAD_HEIGHT = 24,
    MOST_ROWS = 6,
    // Widths of columns, without what is around their words.
    TITLE_WIDTH = 166,
    WIDE_TITLE_WIDTH = 480, // where there is no comment
    STATUS_WIDTH = 78,
    COMMENT_WIDTH = 308,
};

// What is on one slide.
struct sheet_part {
    const struct slide *slide;
    struct text title;
    bool is_first; // of its subject
    size_t point, point_count;
    const struct action **actions;
    size_t action_count;
};

struct deck {
    const struct status_report *report;
    struct sheet_part *parts;
    size_t count;
    int height;           // of what is on the last one
    struct index titles;  // that are given
    struct index told_of; // the actions whose comment has been shown
};

static int count_lines(struct text text, int width, int size) {
    int lines = 0;
    while (text.data != NULL) {
        struct text line = text_cut(&text, '\n');
        do {
            size_t end = text_line_size(line, width, size);
            line = text_slice(line, end, line.size);
            lines++;
        } while (line.size > 0);
    }
    return lines;
}

static int point_height(const struct deck *deck, const struct prose *point) {
    struct text words = prose_plain(point, false, deck->report->context->arena);
    return count_lines(words, POINT_WIDTH, POINT_SIZE) * POINT_LINE + POINT_SPACE;
}

static int larger(int one, int other) {
    return one > other ? one : other;
}

static int row_height(const struct deck *deck, const struct action *action, bool comments) {
    struct arena *arena = deck->report->context->arena;
    struct text status = matrix_status_words(deck->report->context, action_status_place(action));
    int lines = count_lines(action_title(action, arena), comments ? TITLE_WIDTH : WIDE_TITLE_WIDTH,
                            CELL_SIZE);
    lines = larger(lines, count_lines(status, STATUS_WIDTH, CELL_SIZE));
    if (!prose_is_empty(&action->comment))
        lines = larger(lines, count_lines(prose_plain(&action->comment, false, arena),
                                          COMMENT_WIDTH, CELL_SIZE));
    return lines * CELL_LINE + CELL_SPACE;
}

// "Barn og unge (2)", or the next number where a slide has that title already.
static struct text following_title(struct deck *deck, const struct slide *slide) {
    struct arena *arena = deck->report->context->arena;
    struct text title;
    int number = 2;
    do
        title = text_format(arena, "%.*s (%d)", TEXT_ARGS(slide->title.text), number++);
    while (index_add(&deck->titles, text_lower(arena, title), slide) != NULL);
    return title;
}

static struct sheet_part *begin_part(struct deck *deck, const struct slide *slide) {
    struct arena *arena = deck->report->context->arena;
    bool is_first = deck->count == 0 || deck->parts[deck->count - 1].slide != slide;
    deck->parts = arena_append(arena, deck->parts, deck->count, sizeof *deck->parts);
    struct sheet_part *part = &deck->parts[deck->count++];
    *part = (struct sheet_part){
        .slide = slide,
        .title = is_first ? slide->title.text : following_title(deck, slide),
        .is_first = is_first,
    };
    deck->height = 0;
    return part;
}

static struct sheet_part *last_part(const struct deck *deck) {
    return &deck->parts[deck->count - 1];
}

static void put_point_in(struct deck *deck, const struct slide *slide, size_t index) {
    int height = point_height(deck, &slide->points.items[index]);
    struct sheet_part *part = last_part(deck);
    if (deck->height > 0 && deck->height + height > ROOM)
        part = begin_part(deck, slide);
    if (part->point_count == 0)
        part->point = index;
    part->point_count++;
    deck->height += height;
}

static void put_action_in(struct deck *deck, const struct slide *slide, const struct action *action,
                          bool comments) {
    struct arena *arena = deck->report->context->arena;
    struct sheet_part *part = last_part(deck);
    int row = row_height(deck, action, comments);
    int head = part->action_count == 0 ? HEAD_HEIGHT + CELL_LINE : 0;
    if (part->action_count == MOST_ROWS || (deck->height > 0 && deck->height + head + row > ROOM)) {
        part = begin_part(deck, slide);
        head = HEAD_HEIGHT;
    }
    part->actions =
        arena_append(arena, part->actions, part->action_count, sizeof(const struct action *));
    part->actions[part->action_count++] = action;
    deck->height += head + row;
}

// An action of a slide; its comment is shown on the first slide that names it.
static const struct action *shown_action(struct deck *deck, struct text number) {
    const struct status_report *report = deck->report;
    struct date day = report->day;
    const struct action *action =
        report->plan == NULL ? NULL : plan_action(report->plan, number, day);
    if (action == NULL || index_add(&deck->told_of, action->number.text, action) == NULL)
        return action;
    struct action *silent = arena_alloc(report->context->arena, sizeof *silent);
    *silent = *action;
    silent->comment = (struct prose){.first = NULL};
    return silent;
}

static void put_slide_in(struct deck *deck, const struct slide *slide) {
    size_t count = slide->actions.count;
    const struct action **actions =
        arena_alloc(deck->report->context->arena, (count + 1) * sizeof(*actions));
    bool comments = false;
    for (size_t i = 0; i < count; i++) {
        actions[i] = shown_action(deck, slide->actions.items[i].text);
        comments = comments || (actions[i] != NULL && !prose_is_empty(&actions[i]->comment));
    }
    begin_part(deck, slide);
    for (size_t i = 0; i < slide->points.count; i++)
        put_point_in(deck, slide, i);
    for (size_t i = 0; i < count; i++)
        if (actions[i] != NULL)
            put_action_in(deck, slide, actions[i], comments);
}

static struct deck lay_out(const struct status_report *report) {
    struct arena *arena = report->context->arena;
    const struct status_note *note = report->note;
    struct deck deck = {.report = report};
    index_init(&deck.titles, arena);
    index_init(&deck.told_of, arena);
    for (size_t i = 0; i < note->slides.count; i++)
        index_add(&deck.titles, text_lower(arena, note->slides.items[i].title.text), note);
    for (size_t i = 0; i < note->slides.count; i++)
        put_slide_in(&deck, &note->slides.items[i]);
    return deck;
}

// --- values ---

static struct value points_value(const struct deck *deck, const struct sheet_part *part) {
    const struct view_context *context = deck->report->context;
    struct value *items = arena_alloc(context->arena, (part->point_count + 1) * sizeof *items);
    for (size_t i = 0; i < part->point_count; i++) {
        struct map_builder map = map_begin(context->arena);
        view_put_prose(context, &map, VIEW_KEY("punkt"),
                       &part->slide->points.items[part->point + i]);
        items[i] = map_end(&map);
    }
    return value_list(items, part->point_count);
}

static struct value actions_value(const struct deck *deck, const struct sheet_part *part) {
    struct arena *arena = deck->report->context->arena;
    struct value *items = arena_alloc(arena, (part->action_count + 1) * sizeof *items);
    for (size_t i = 0; i < part->action_count; i++)
        items[i] = status_action_value(deck->report, part->actions[i], arena);
    return value_list(items, part->action_count);
}

static void put_shown(const struct sheet_part *part, struct map_builder *map) {
    bool numbers = false, comments = false;
    for (size_t i = 0; i < part->action_count; i++) {
        numbers = numbers || part->actions[i]->is_numbered;
        comments = comments || !prose_is_empty(&part->actions[i]->comment);
    }
    map_put(map, TEXT("viser-nr"), value_truth(numbers));
    map_put(map, TEXT("viser-kommentar"), value_truth(comments));
}

static struct value part_value(const struct deck *deck, size_t index) {
    const struct prose none = {.first = NULL};
    const struct sheet_part *part = &deck->parts[index];
    const struct prose *script = part->is_first ? &part->slide->script : &none;
    struct map_builder map = map_begin(deck->report->context->arena);
    bool has_notes = part->action_count > 0 || !prose_is_empty(script);
    map_put(&map, TEXT("nr"), value_number((int64_t)index + 2)); // the first is the title's
    map_put(&map, TEXT("tittel"), value_text(part->title));
    map_put(&map, TEXT("punkter"), points_value(deck, part));
    map_put(&map, TEXT("har-punkter"), value_truth(part->point_count > 0));
    map_put(&map, TEXT("tiltak"), actions_value(deck, part));
    map_put(&map, TEXT("har-tiltak"), value_truth(part->action_count > 0));
    put_shown(part, &map);
    view_put_prose(deck->report->context, &map, VIEW_KEY("manus"), script);
    map_put(&map, TEXT("har-notater"), value_truth(has_notes));
    return map_end(&map);
}

struct value slides_value(const struct status_report *report) {
    const struct view_context *context = report->context;
    const struct deck deck = lay_out(report);
    struct value *items = arena_alloc(context->arena, (deck.count + 1) * sizeof *items);
    struct map_builder map = map_begin(context->arena);
    for (size_t i = 0; i < deck.count; i++)
        items[i] = part_value(&deck, i);
    view_put_head(context, &map, "lysark", status_report_title(report), report->note->source->path);
    status_put_day(report, &map, VIEW_KEY("dato"), report->day);
    status_put_case(report, &map);
    view_put_text(&map, VIEW_KEY("plan"),
                  report->plan == NULL ? TEXT("") : report->plan->title.text);
    map_put(&map, TEXT("antall"), value_number((int64_t)deck.count + 1));
    map_put(&map, TEXT("lysark"), value_list(items, deck.count));
    return map_end(&map);
}
