// SPDX-License-Identifier: MIT

#include "model/plan/years.h"

#include "base/meant.h"
#include "base/message.h"
#include "input/yaml/binding.h"
#include "input/yaml/nynorsk.h"
#include "input/yaml/wrong_value.h"

#include <string.h>

const char *const mark_names[] = {
    "",
    "x",
    "høst",
    "vår",
    "vår/høst",
    "oppstart høst",
    "oppstart vår",
    "igangsatt",
    "-",
    "løpende",
    "1. halvår",
    "2. halvår",
    "K1",
    "K2",
    "K3",
    "K4",
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
    NULL,
};

struct months mark_months(enum mark mark) {
    static const struct months of_mark[MARK_QUARTER] = {
        [MARK_ALL_YEAR] = {0, 12},     [MARK_AUTUMN] = {6, 12},
        [MARK_SPRING] = {0, 6},        [MARK_SPRING_AUTUMN] = {0, 12},
        [MARK_START_AUTUMN] = {6, 12}, [MARK_START_SPRING] = {0, 12},
        [MARK_STARTED] = {0, 12},      [MARK_ONGOING] = {0, 12},
        [MARK_FIRST_HALF] = {0, 6},    [MARK_SECOND_HALF] = {6, 12},
    };
    if (mark >= MARK_MONTH)
        return (struct months){(int)(mark - MARK_MONTH), (int)(mark - MARK_MONTH) + 1};
    if (mark >= MARK_QUARTER)
        return (struct months){(int)(mark - MARK_QUARTER) * 3, (int)(mark - MARK_QUARTER) * 3 + 3};
    return of_mark[mark];
}

static void read_period(struct binding *binding, struct scalar scalar, void *into) {
    struct period *period = into;
    period->at = scalar.at;
    if (period_parse(scalar.text, &period->from, &period->to))
        return;
    period->from = period->to = 0;
    bind_wrong_value(binding, RULE_WRONG_PERIOD, scalar, period_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a period of years; write it like %d–%d"),
                     TEXT_ARGS(scalar.text), binding->sources->examples.year,
                     binding->sources->examples.year + 3);
}

// Keeps the years in order: a mark is put before those of later years.
static void add_mark(struct binding *binding, struct growing_list *list, struct year_mark mark) {
    size_t at = list->count;
    const struct year_mark *marks = (const struct year_mark *)(const void *)list->items;
    while (at > 0 && marks[at - 1].year >= mark.year)
        at--;
    if (at < list->count && marks[at].year == mark.year) {
        bind_report(binding, RULE_DUPLICATE_KEY, mark.at, _("the year %d is here twice"),
                    mark.year);
        return;
    }
    list_add(binding, list, &mark);
    struct year_mark *items = (struct year_mark *)(void *)list->items;
    memmove(items + at + 1, items + at, (list->count - 1 - at) * sizeof mark);
    items[at] = mark;
}

static bool read_year(struct binding *binding, struct yaml_item item, int *year) {
    struct scalar scalar;
    int to;
    if (!bind_scalar(binding, item, &scalar))
        return false;
    if (period_parse(scalar.text, year, &to) && *year == to)
        return true;
    bind_report(binding, RULE_WRONG_PERIOD, scalar.at, _("'%.*s' is not a year; write it like %d"),
                TEXT_ARGS(scalar.text), binding->sources->examples.year);
    return false;
}

// Capital letters are taken, for they are common in what is pasted from Word.
static enum mark find_mark(struct binding *binding, struct scalar scalar) {
    struct text names[MARK_COUNT];
    struct text word = choice_word(binding->arena, scalar.text);
    for (int i = 0; i < MARK_COUNT; i++) {
        names[i] = text_from(mark_names[i]);
        if (i > 0 && text_equal(word, text_lower(binding->arena, names[i])))
            return (enum mark)i;
    }
    size_t near = text_nearest(word, names, MARK_COUNT);
    if (near < MARK_COUNT)
        bind_report(binding, RULE_WRONG_MARK, scalar.at,
                    _("unknown mark '%.*s'; did you mean '%s'?"), TEXT_ARGS(scalar.text),
                    mark_names[near]);
    else
        bind_report(binding, RULE_WRONG_MARK, scalar.at, _("unknown mark '%.*s'; it is one of %s"),
                    TEXT_ARGS(scalar.text),
                    text_join(binding->arena, names + 1, MARK_COUNT - 1, TEXT(", ")).data);
    return MARK_NONE;
}

static void read_map_of_marks(struct binding *binding, struct growing_list *marks) {
    for (struct yaml_item key; yaml_next_entry(binding->yaml, &key);) {
        struct year_mark mark = {.at = key.at};
        struct scalar word;
        bool year_is_good = read_year(binding, key, &mark.year);
        struct yaml_item value = yaml_next(binding->yaml);
        if (value.kind == YAML_END || !bind_scalar(binding, value, &word))
            continue;
        mark.mark = find_mark(binding, word);
        if (year_is_good && mark.mark != MARK_NONE)
            add_mark(binding, marks, mark);
    }
}

static void read_list_of_years(struct binding *binding, struct growing_list *marks) {
    for (struct yaml_item item; yaml_next_entry(binding->yaml, &item);) {
        struct year_mark mark = {.mark = MARK_ALL_YEAR, .at = item.at};
        if (read_year(binding, item, &mark.year))
            add_mark(binding, marks, mark);
    }
}

// Whether it is "løpende" instead.
static bool read_period_of_years(struct binding *binding, struct yaml_item item,
                                 struct growing_list *marks) {
    struct scalar scalar;
    struct period period = {0, 0, item.at};
    if (!bind_scalar(binding, item, &scalar))
        return false;
    if (text_is(choice_word(binding->arena, scalar.text), mark_names[MARK_ONGOING]))
        return true;
    read_period(binding, scalar, &period);
    for (int year = period.from; year != 0 && year <= period.to; year++)
        add_mark(binding, marks,
                 (struct year_mark){.year = year, .mark = MARK_ALL_YEAR, .at = item.at});
    return false;
}

static void read_year_marks(struct binding *binding, struct yaml_item item, void *into) {
    struct year_marks *marks = into;
    struct growing_list list = list_begin(binding, sizeof *marks->items);
    if (item.kind == YAML_MAP)
        read_map_of_marks(binding, &list);
    else if (item.kind == YAML_LIST)
        read_list_of_years(binding, &list);
    else
        marks->ongoing = read_period_of_years(binding, item, &list);
    marks->at = item.at;
    marks->count = list.count;
    marks->items = list_end(binding, &list);
}

#define YEARS .number = WHOLE_NUMBER, .least_number = FIRST_YEAR, .most_number = LAST_YEAR

const struct form period_form = {
    .read = read_period,
    .how = N_("write the years like 2022–2025"),
    .pattern = PERIOD_PATTERN,
    .example = "2022–2025",
    YEARS,
};

const struct form year_marks_form = {
    .read_item = read_year_marks,
    .how = N_("write {2022: oppstart høst, 2023: x}, [2022, 2024], 2022–2025 or løpende"),
    .pattern = PERIOD_PATTERN "|[Ll][Øø][Pp][Ee][Nn][Dd][Ee]|[Ll][Øø][Pp][Aa][Nn][Dd][Ee]",
    .example = "2022–2025",
    YEARS,
    .item_pattern = YEAR_PATTERN,
    .key_pattern = YEAR_PATTERN,
    .words = mark_names + 1,
};
