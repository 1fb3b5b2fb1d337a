// SPDX-License-Identifier: MIT

#include "model/register/indicators.h"

#include "view/register/curve.h"
#include "view/register/show.h"

enum overview_column {
    OVER_NAME,
    OVER_UNIT,
    OVER_LAST,
    OVER_PERIOD,
    OVER_BASELINE,
    OVER_TARGET,
    OVER_BETTER,
    OVER_COLUMNS
};

#define AT(member) .offset = offsetof(struct indicator, member)
static const struct register_column overview[OVER_COLUMNS] = {
    [OVER_NAME] = REGISTER_COLUMN("navn", "register-indikator", TEXT, 40, AT(name)),
    [OVER_UNIT] = REGISTER_COLUMN("enhet", "register-enhet", TEXT, 12, AT(unit)),
    [OVER_LAST] = REGISTER_COLUMN("siste", "register-siste", NUMBER, 12, .offset = 0),
    [OVER_PERIOD] = REGISTER_COLUMN("periode", "register-periode", TEXT, 16, .offset = 0),
    [OVER_BASELINE] = REGISTER_COLUMN("nullpunkt", "register-nullpunkt", TEXT, 18, .offset = 0),
    [OVER_TARGET] = REGISTER_COLUMN("mål", "register-mål", TEXT, 18, .offset = 0),
    [OVER_BETTER] =
        REGISTER_COLUMN("bedre", "register-bedre", CHOICE, 10, AT(better), .words = better_names),
};

static const struct register_column sources[] = {
    REGISTER_COLUMN("navn", "register-indikator", TEXT, 40, AT(name)),
    REGISTER_COLUMN("eier", "register-eier", PARTY, 20, AT(owner)),
    REGISTER_COLUMN("kilde", "register-kilde", TEXT, 30, AT(source_of)),
    REGISTER_COLUMN("tiltak", "register-tiltak", ACTIONS, 12, AT(actions)),
    REGISTER_COLUMN("saker", "register-saker", CASES, 14, AT(cases)),
};
#undef AT

enum value_column { VALUE_PERIOD, VALUE_NUMBER_COLUMN, VALUE_REMARK, VALUE_COLUMNS };

static const struct register_column values[VALUE_COLUMNS] = {
    [VALUE_PERIOD] = REGISTER_COLUMN("periode", "register-periode", TEXT, 18, .offset = 0),
    [VALUE_NUMBER_COLUMN] = REGISTER_COLUMN("verdi", "register-verdi", NUMBER, 14, .offset = 0),
    [VALUE_REMARK] = REGISTER_COLUMN("merknad", "register-merknad", TEXT, 60, .offset = 0),
};

static struct register_cell measure_cell(const struct register_view *view,
                                         const struct measure *measure) {
    bool is_whole = measure->decimals == 0;
    return (struct register_cell){
        .type = is_whole ? REGISTER_NUMBER : REGISTER_AMOUNT,
        .text = measure_text(measure, view->context->arena),
        .number = is_whole ? measure->hundredths / 100 : measure->hundredths,
    };
}

// "74 (2023)".
static struct register_cell point_cell(const struct register_view *view,
                                       const struct measurement *point) {
    struct arena *arena = view->context->arena;
    if (point->value.at.line == 0)
        return register_text_cell(TEXT(""));
    const struct text words[] = {measure_text(&point->value, arena), TEXT(" ("),
                                 reporting_period_text(&point->period, arena), TEXT(")")};
    return register_text_cell(text_join(arena, words, 4, TEXT("")));
}

static void show_overview(struct register_view *view, const struct indicators *all) {
    struct register_part *part = register_add_part(view, TEXT(""), TEXT("indikatorer"), overview,
                                                   OVER_COLUMNS, all->indicators.count);
    for (size_t i = 0; i < all->indicators.count; i++) {
        const struct indicator *indicator = &all->indicators.items[i];
        struct register_cell *cells = register_add_record(view, part, indicator);
        cells[OVER_BASELINE] = point_cell(view, &indicator->baseline);
        cells[OVER_TARGET] = point_cell(view, &indicator->target);
        cells[OVER_PERIOD] = register_text_cell(TEXT(""));
        for (size_t j = 0; j < indicator->values.count; j++) {
            const struct measurement *value = &indicator->values.items[j];
            if (value->value.at.line == 0)
                continue;
            cells[OVER_LAST] = measure_cell(view, &value->value);
            cells[OVER_PERIOD] =
                register_text_cell(reporting_period_text(&value->period, view->context->arena));
        }
    }
}

static void show_sources(struct register_view *view, const struct indicators *all) {
    if (all->indicators.count == 0)
        return;
    struct register_part *part = register_add_part(
        view, label(view->context->labels, TEXT("register-kilder")), TEXT("kilder"), sources,
        sizeof sources / sizeof *sources, all->indicators.count);
    for (size_t i = 0; i < all->indicators.count; i++)
        register_add_record(view, part, &all->indicators.items[i]);
}

static void show_indicator(struct register_view *view, const struct indicator *indicator) {
    size_t count = indicator_periods(indicator);
    struct register_part *part = register_add_part(view, indicator->name.text, indicator->id.text,
                                                   values, VALUE_COLUMNS, count);
    part->joins = true;
    part->picture = indicator_curve(view->context, indicator);
    for (size_t i = 0; i < count; i++) {
        struct reporting_period period;
        const struct measurement *value = indicator_value(indicator, i, &period);
        struct register_cell *cells = register_add_row(view, part);
        cells[VALUE_PERIOD] =
            register_text_cell(reporting_period_text(&period, view->context->arena));
        cells[VALUE_NUMBER_COLUMN] =
            value != NULL && value->value.at.line > 0
                ? measure_cell(view, &value->value)
                : register_text_cell(label(view->context->labels, TEXT("register-mangler")));
        if (value != NULL)
            cells[VALUE_REMARK] = register_text_cell(value->remark.text);
    }
    register_add_note(view, part, "register-merknad", &indicator->remark);
}

void register_show_indicators(struct register_view *view) {
    const struct indicators *all = (const struct indicators *)(const void *)view->registry;
    show_overview(view, all);
    show_sources(view, all);
    for (size_t i = 0; i < all->indicators.count; i++)
        show_indicator(view, &all->indicators.items[i]);
}
