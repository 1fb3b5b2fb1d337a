// SPDX-License-Identifier: MIT

#include "view/register/curve.h"

#include "view/plan/width.h"

enum {
    WIDTH = 1000,
    HEIGHT = 330,
    LEFT = 110,  // where the values begin
    RIGHT = 830, // and end: beside them are the words of the target and the baseline
    WORDS = 844,
    EDGE_RIGHT = 984,
    TOP = 56,
    BOTTOM = 280,
    TITLE_BASELINE = 24,
    NAMES_BASELINE = 304,
    EDGE = 16,
    GAP = 8,
    MOST_STEPS = 5,
    DIGITS = 12, // of a number in a curve's points
};

struct curve {
    const struct view_context *context;
    const struct indicator *indicator;
    struct register_picture *picture;
    size_t periods;
    int64_t from, to; // hundredths at the bottom and the top
};

static void add(struct curve *curve, struct picture_shape shape) {
    picture_add(curve->picture, shape);
}

static int x_of(const struct curve *curve, size_t index) {
    int room = (RIGHT - LEFT) / (int)curve->periods;
    return LEFT + room / 2 + (int)index * (RIGHT - LEFT) / (int)curve->periods;
}

static int y_of(const struct curve *curve, int64_t value) {
    double share = (double)(value - curve->from) / (double)(curve->to - curve->from);
    return BOTTOM - (int)(share * (BOTTOM - TOP) + 0.5);
}

static void widen(struct curve *curve, const struct measure *value) {
    if (value->at.line == 0)
        return;
    curve->from = value->hundredths < curve->from ? value->hundredths : curve->from;
    curve->to = value->hundredths > curve->to ? value->hundredths : curve->to;
}

// 1, 2 or 5 with zeros, so that there are a few steps.
static int64_t step_of(int64_t span) {
    static const int64_t factors[] = {1, 2, 5};
    for (int64_t power = 1;; power *= 10)
        for (size_t i = 0; i < 3; i++)
            if (span / (factors[i] * power) < MOST_STEPS)
                return factors[i] * power;
}

static int64_t rounded_down(int64_t value, int64_t step) {
    int64_t over = value % step;
    return value - (over < 0 ? over + step : over);
}

static void add_grid(struct curve *curve) {
    int64_t step = step_of(curve->to - curve->from);
    curve->from = rounded_down(curve->from, step);
    curve->to = rounded_down(curve->to + step, step);
    int decimals = step % 100 == 0 ? 0 : step % 10 == 0 ? 1 : 2;
    for (int64_t value = curve->from; value <= curve->to; value += step) {
        struct measure measure = {.hundredths = value, .decimals = decimals};
        struct text words = measure_text(&measure, curve->context->arena);
        int y = y_of(curve, value), width = text_picture_width(words, PICTURE_SMALL_WORDS);
        add(curve, (struct picture_shape){SHAPE_GRID, LEFT, y, RIGHT, y, TEXT("")});
        add(curve,
            (struct picture_shape){SHAPE_SMALL_WORDS, LEFT - GAP - width, y + 4, 0, 0, words});
    }
}

// A dashed line with its words beside the values: of the upper line above it, else below.
static void add_limit(struct curve *curve, const char *key, const struct measurement *limit,
                      const struct measurement *other) {
    enum { ABOVE = -5, BELOW = 14 };
    struct arena *arena = curve->context->arena;
    if (limit->value.at.line == 0)
        return;
    const struct text parts[] = {label(curve->context->labels, text_from(key)),
                                 TEXT(": "),
                                 measure_text(&limit->value, arena),
                                 TEXT(" ("),
                                 reporting_period_text(&limit->period, arena),
                                 TEXT(")")};
    struct text words =
        text_cut_to_width(text_join(arena, parts, sizeof parts / sizeof *parts, TEXT("")),
                          EDGE_RIGHT - WORDS, PICTURE_SMALL_WORDS, arena);
    bool is_upper = other->value.at.line == 0 ||
                    limit->value.hundredths > other->value.hundredths ||
                    (limit->value.hundredths == other->value.hundredths && limit < other);
    int y = y_of(curve, limit->value.hundredths);
    add(curve, (struct picture_shape){SHAPE_LIMIT, LEFT, y, EDGE_RIGHT, y, TEXT("")});
    add(curve, (struct picture_shape){SHAPE_SMALL_WORDS, WORDS, y + (is_upper ? ABOVE : BELOW), 0,
                                      0, words});
}

// The names of the periods, each `step`th where not all have room.
static void add_names(struct curve *curve) {
    struct arena *arena = curve->context->arena;
    struct text missing = label(curve->context->labels, TEXT("register-mangler"));
    int room = (RIGHT - LEFT) / (int)curve->periods, widest = 0;
    struct reporting_period period;
    for (size_t i = 0; i < curve->periods; i++) {
        indicator_value(curve->indicator, i, &period);
        int width = text_picture_width(reporting_period_text(&period, arena), PICTURE_SMALL_WORDS);
        widest = width > widest ? width : widest;
    }
    size_t step = room > 0 ? (size_t)((widest + GAP) / room) + 1 : curve->periods;
    for (size_t i = 0; i < curve->periods; i += step) {
        indicator_value(curve->indicator, i, &period);
        struct text words = reporting_period_text(&period, arena);
        int x = x_of(curve, i) - text_picture_width(words, PICTURE_SMALL_WORDS) / 2;
        add(curve, (struct picture_shape){SHAPE_SMALL_WORDS, x, NAMES_BASELINE, 0, 0, words});
    }
    for (size_t i = 0; i < curve->periods; i++) {
        const struct measurement *value = indicator_value(curve->indicator, i, &period);
        int width = text_picture_width(missing, PICTURE_SMALL_WORDS);
        struct text words = width + GAP > room ? TEXT("–") : missing;
        width = text_picture_width(words, PICTURE_SMALL_WORDS);
        if (value == NULL || value->value.at.line == 0)
            add(curve, (struct picture_shape){SHAPE_SMALL_WORDS, x_of(curve, i) - width / 2,
                                              BOTTOM - GAP, 0, 0, words});
    }
}

static void end_line(struct curve *curve, struct writer *points, size_t *count) {
    if (*count > 1)
        add(curve, (struct picture_shape){.kind = SHAPE_CURVE, .text = writer_text(points)});
    writer_to_memory(points, curve->context->arena);
    *count = 0;
}

static void add_values(struct curve *curve) {
    struct writer points;
    size_t count = 0;
    struct reporting_period period;
    writer_to_memory(&points, curve->context->arena);
    for (size_t i = 0; i < curve->periods; i++) {
        const struct measurement *value = indicator_value(curve->indicator, i, &period);
        if (value == NULL || value->value.at.line == 0) {
            end_line(curve, &points, &count);
            continue;
        }
        int x = x_of(curve, i), y = y_of(curve, value->value.hundredths);
        writer_put(&points,
                   text_format(curve->context->arena, "%s%d,%d", count > 0 ? " " : "", x, y));
        count++;
        add(curve, (struct picture_shape){.kind = SHAPE_DOT, .x = x, .y = y});
    }
    end_line(curve, &points, &count);
}

static struct text description_of(const struct curve *curve) {
    const struct indicator *indicator = curve->indicator;
    struct arena *arena = curve->context->arena;
    const struct measurement *last = &indicator->values.items[indicator->values.count - 1];
    const struct text names[] = {TEXT("navn"), TEXT("enhet"), TEXT("fra"), TEXT("til")};
    const struct text values[] = {indicator->name.text, indicator->unit.text,
                                  reporting_period_text(&indicator->values.items[0].period, arena),
                                  reporting_period_text(&last->period, arena)};
    return label_filled(curve->context->labels, TEXT("register-kurve-beskrivelse"), names, values,
                        4, arena);
}

const struct register_picture *indicator_curve(const struct view_context *context,
                                               const struct indicator *indicator) {
    struct curve curve = {
        .context = context, .indicator = indicator, .periods = indicator_periods(indicator)};
    bool has_value = false;
    for (size_t i = 0; i < indicator->values.count; i++) {
        widen(&curve, &indicator->values.items[i].value);
        has_value = has_value || indicator->values.items[i].value.at.line > 0;
    }
    if (!has_value)
        return NULL;
    widen(&curve, &indicator->baseline.value);
    widen(&curve, &indicator->target.value);
    curve.picture = arena_alloc(context->arena, sizeof *curve.picture);
    *curve.picture = (struct register_picture){.arena = context->arena,
                                               .width = WIDTH,
                                               .height = HEIGHT,
                                               .title = indicator->name.text,
                                               .description = description_of(&curve)};
    const struct text title[] = {indicator->name.text, TEXT(" ("), indicator->unit.text, TEXT(")")};
    add(&curve, (struct picture_shape){
                    SHAPE_WORDS, EDGE, TITLE_BASELINE, 0, 0,
                    text_cut_to_width(text_join(context->arena, title, 4, TEXT("")),
                                      EDGE_RIGHT - EDGE, PICTURE_WORDS, context->arena)});
    add_grid(&curve);
    add_limit(&curve, "register-nullpunkt", &indicator->baseline, &indicator->target);
    add_limit(&curve, "register-mål", &indicator->target, &indicator->baseline);
    add_values(&curve);
    add_names(&curve);
    return curve.picture;
}
