// SPDX-License-Identifier: MIT

#include "view/register/gantt.h"

#include "view/plan/width.h"

enum {
    WIDTH = 1000,
    NAMES = 330, // where the time begins
    RIGHT = 984,
    TOP = 56, // of the first row
    ROW = 34,
    INSET = 8, // of a bar from its row's edges
    PHASE_INSET = 12,
    BASELINE = 22,
    YEAR_BASELINE = 40,
    YEAR_NARROWEST = 40, // that has room for its number
    PADDING = 6,
    LEGEND_HEIGHT = 44,
    LEGEND_GAP = 28,
    SAMPLE = 24,
    LEFT = 16
};

struct gantt {
    const struct view_context *context;
    const struct projects *projects;
    struct register_picture *picture;
    struct date from, to; // the first and the last day that is shown; year 0: none
};

static void widen(struct gantt *gantt, struct date day) {
    if (day.year == 0)
        return;
    if (gantt->from.year == 0 || day.year < gantt->from.year)
        gantt->from = (struct date){day.year, 1, 1};
    if (gantt->to.year == 0 || day.year > gantt->to.year)
        gantt->to = (struct date){day.year, 12, 31};
}

static void widen_by_points(struct gantt *gantt, const struct project_points *points) {
    for (size_t i = 0; i < points->count; i++)
        widen(gantt, points->items[i].date.date);
}

static void widen_by(struct gantt *gantt, const struct project *project) {
    widen(gantt, project->from.date);
    widen(gantt, project->to.date);
    widen_by_points(gantt, &project->milestones);
    widen_by_points(gantt, &project->stops);
    for (size_t i = 0; i < project->phases.count; i++) {
        widen(gantt, project->phases.items[i].from.date);
        widen(gantt, project->phases.items[i].to.date);
    }
}

// Where a day begins.
static int place_of(const struct gantt *gantt, struct date day) {
    int days = date_days_between(gantt->from, gantt->to) + 1;
    return NAMES + date_days_between(gantt->from, day) * (RIGHT - NAMES) / days;
}

static void add_bar(struct gantt *gantt, enum shape_kind kind, struct date from, struct date to,
                    int y, int inset) {
    from = from.year == 0 ? gantt->from : from;
    to = to.year == 0 ? gantt->to : to;
    int x = place_of(gantt, from), end = place_of(gantt, date_next(to));
    end = end > RIGHT ? RIGHT : end;
    if (end <= x)
        end = x + 2;
    picture_add(gantt->picture,
                (struct picture_shape){
                    .kind = kind, .x = x, .y = y + inset, .to_x = end, .to_y = y + ROW - inset});
}

static void add_points(struct gantt *gantt, enum shape_kind kind,
                       const struct project_points *points, int y) {
    for (size_t i = 0; i < points->count; i++)
        if (points->items[i].date.date.year > 0)
            picture_add(gantt->picture,
                        (struct picture_shape){.kind = kind,
                                               .x = place_of(gantt, points->items[i].date.date),
                                               .y = y + ROW / 2});
}

static void add_words(struct gantt *gantt, enum shape_kind kind, int x, int y, struct text words) {
    picture_add(gantt->picture,
                (struct picture_shape){.kind = kind, .x = x, .y = y, .text = words});
}

static void add_project(struct gantt *gantt, const struct project *project, int y) {
    struct arena *arena = gantt->context->arena;
    picture_add(
        gantt->picture,
        (struct picture_shape){.kind = SHAPE_GRID, .x = LEFT, .y = y, .to_x = RIGHT, .to_y = y});
    add_words(gantt, SHAPE_WORDS, LEFT, y + BASELINE,
              text_cut_to_width(project->name.text, NAMES - LEFT - PADDING, PICTURE_WORDS, arena));
    if (project->from.date.year > 0 || project->to.date.year > 0)
        add_bar(gantt, SHAPE_WHOLE, project->from.date, project->to.date, y, INSET);
    for (size_t i = 0; i < project->phases.count; i++)
        add_bar(gantt, SHAPE_BAR, project->phases.items[i].from.date,
                project->phases.items[i].to.date, y, PHASE_INSET);
    add_points(gantt, SHAPE_DIAMOND, &project->milestones, y);
    add_points(gantt, SHAPE_STOP, &project->stops, y);
}

static void add_years(struct gantt *gantt, int bottom) {
    int years = gantt->to.year - gantt->from.year + 1, last = -YEAR_NARROWEST;
    for (int i = 0; i < years; i++) {
        int year = gantt->from.year + i, x = place_of(gantt, (struct date){year, 1, 1});
        if (x - last < YEAR_NARROWEST)
            continue;
        last = x;
        picture_add(
            gantt->picture,
            (struct picture_shape){
                .kind = SHAPE_GRID, .x = x, .y = YEAR_BASELINE - 20, .to_x = x, .to_y = bottom});
        add_words(gantt, SHAPE_SMALL_WORDS, x + PADDING, YEAR_BASELINE,
                  text_format(gantt->context->arena, "%d", year));
    }
}

static void add_legend(struct gantt *gantt, int y) {
    static const struct {
        enum shape_kind kind;
        struct text key;
    } samples[] = {
        {SHAPE_WHOLE, TEXT_OF("register-hele-prosjektet")},
        {SHAPE_BAR, TEXT_OF("register-fase")},
        {SHAPE_DIAMOND, TEXT_OF("register-milepæl")},
        {SHAPE_STOP, TEXT_OF("register-stoppunkt")},
    };
    int x = LEFT, middle = y + LEGEND_HEIGHT / 2;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct text words = label(gantt->context->labels, samples[i].key);
        bool is_point = samples[i].kind == SHAPE_DIAMOND || samples[i].kind == SHAPE_STOP;
        picture_add(gantt->picture, (struct picture_shape){.kind = samples[i].kind,
                                                           .x = is_point ? x + SAMPLE / 2 : x,
                                                           .y = is_point ? middle : middle - 6,
                                                           .to_x = x + SAMPLE,
                                                           .to_y = middle + 6});
        add_words(gantt, SHAPE_SMALL_WORDS, x + SAMPLE + PADDING, middle + 4, words);
        x += SAMPLE + PADDING + text_picture_width(words, PICTURE_SMALL_WORDS) + LEGEND_GAP;
    }
}

static struct text description_of(const struct gantt *gantt) {
    struct arena *arena = gantt->context->arena;
    const struct text names[] = {TEXT("antall"), TEXT("fra"), TEXT("til")};
    const struct text values[] = {
        text_format(arena, "%zu", gantt->projects->projects.count),
        text_format(arena, "%d", gantt->from.year),
        text_format(arena, "%d", gantt->to.year),
    };
    return label_filled(gantt->context->labels, TEXT("register-tidslinje-beskrivelse"), names,
                        values, 3, arena);
}

const struct register_picture *projects_gantt(const struct view_context *context,
                                              const struct projects *projects) {
    struct gantt gantt = {.context = context, .projects = projects};
    size_t count = projects->projects.count;
    for (size_t i = 0; i < count; i++)
        widen_by(&gantt, &projects->projects.items[i]);
    if (gantt.from.year == 0)
        return NULL;
    int bottom = TOP + (int)count * ROW;
    gantt.picture = arena_alloc(context->arena, sizeof *gantt.picture);
    *gantt.picture = (struct register_picture){
        .arena = context->arena,
        .width = WIDTH,
        .height = bottom + LEGEND_HEIGHT,
        .title = label(context->labels, TEXT("register-tidslinje")),
        .description = description_of(&gantt),
    };
    add_years(&gantt, bottom);
    for (size_t i = 0; i < count; i++)
        add_project(&gantt, &projects->projects.items[i], TOP + (int)i * ROW);
    add_legend(&gantt, bottom);
    return gantt.picture;
}
