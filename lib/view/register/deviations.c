// SPDX-License-Identifier: MIT

#include "model/register/deviations.h"

#include "view/register/show.h"

enum count_column { COUNT_TERTIAL, COUNT_TYPE, COUNT_NUMBER, COUNT_COLUMNS };

static const struct register_column counts[COUNT_COLUMNS] = {
    [COUNT_TERTIAL] =
        REGISTER_COLUMN("tertial", "register-tertial", TEXT, 18, .offset = 0, .is_choice = true),
    [COUNT_TYPE] = REGISTER_COLUMN("art", "register-art", TEXT, 50, .offset = 0, .is_choice = true),
    [COUNT_NUMBER] = REGISTER_COLUMN("antall", "register-antall", NUMBER, 10, .offset = 0),
};

enum sum_column { SUM_TERTIAL, SUM_NUMBER, SUM_CASES, SUM_COLUMNS };

static const struct register_column sums[SUM_COLUMNS] = {
    [SUM_TERTIAL] = REGISTER_COLUMN("tertial", "register-tertial", TEXT, 18, .offset = 0),
    [SUM_NUMBER] = REGISTER_COLUMN("sum", "ark-sum", NUMBER, 10, .offset = 0),
    [SUM_CASES] = REGISTER_COLUMN("saker", "register-saker", CASES, 20,
                                  .offset = offsetof(struct deviation_tertial, cases)),
};

static struct text words_of(const struct register_view *view, const char *key) {
    return label(view->context->labels, text_from(key));
}

static struct register_cell count_cell(const struct register_view *view,
                                       const struct deviation_count *count) {
    if (count == NULL)
        return register_text_cell(words_of(view, "register-mangler"));
    return count->is_few ? register_text_cell(TEXT("<5"))
                         : register_number_cell(view, count->number);
}

static struct register_cell sum_cell(const struct register_view *view,
                                     const struct deviations *deviations,
                                     const struct deviation_tertial *tertial) {
    int64_t sum;
    switch (deviation_sum(deviations, tertial, &sum)) {
    case SUM_IS_HIDDEN:
        return register_text_cell(words_of(view, "register-vises-ikke"));
    case SUM_IS_MISSING:
        return register_text_cell(words_of(view, "register-mangler"));
    case SUM_IS_KNOWN:
        break;
    }
    return register_number_cell(view, sum);
}

static struct text name_of(const struct register_view *view,
                           const struct deviation_tertial *tertial) {
    return reporting_period_text(&tertial->period, view->context->arena);
}

// Each type of each tertial, also where no count is given.
static void show_counts(struct register_view *view, const struct deviations *all) {
    struct register_part *part =
        register_add_part(view, TEXT(""), TEXT("avvik"), counts, COUNT_COLUMNS,
                          all->tertials.count * all->types.count);
    for (size_t i = 0; i < all->tertials.count; i++) {
        const struct deviation_tertial *tertial = &all->tertials.items[i];
        for (size_t j = 0; j < all->types.count; j++) {
            const struct deviation_type *type = &all->types.items[j];
            struct register_cell *cells = register_add_row(view, part);
            cells[COUNT_TERTIAL] = register_text_cell(name_of(view, tertial));
            cells[COUNT_TYPE] = register_text_cell(type->name.text);
            cells[COUNT_NUMBER] = count_cell(view, deviation_count_of(tertial, type->id.text));
        }
    }
    part->remark = words_of(view, "register-avvik-skjult");
}

static void show_sums(struct register_view *view, const struct deviations *all) {
    if (all->tertials.count == 0)
        return;
    struct register_part *part =
        register_add_part(view, words_of(view, "register-per-tertial"), TEXT("tertialer"), sums,
                          SUM_COLUMNS, all->tertials.count);
    for (size_t i = 0; i < all->tertials.count; i++) {
        const struct deviation_tertial *tertial = &all->tertials.items[i];
        struct register_cell *cells = register_add_record(view, part, tertial);
        cells[SUM_TERTIAL] = register_text_cell(name_of(view, tertial));
        cells[SUM_NUMBER] = sum_cell(view, all, tertial);
    }
}

static void show_lessons(struct register_view *view, const struct deviations *all) {
    struct register_part *part = NULL;
    for (size_t i = 0; i < all->tertials.count; i++) {
        const struct deviation_tertial *tertial = &all->tertials.items[i];
        if (prose_is_empty(&tertial->lessons))
            continue;
        if (part == NULL)
            part = register_add_part(view, words_of(view, "register-læringspunkter"),
                                     TEXT("læringspunkter"), NULL, 0, 0);
        register_add_titled_note(view, part, name_of(view, tertial), &tertial->lessons);
    }
}

void register_show_deviations(struct register_view *view) {
    const struct deviations *all = (const struct deviations *)(const void *)view->registry;
    view->has_count = false; // it would be taken for that of the deviations
    show_counts(view, all);
    show_sums(view, all);
    show_lessons(view, all);
}
