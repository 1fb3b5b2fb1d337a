// SPDX-License-Identifier: MIT

#include "model/plan/years.h"

#include "base/meant.h"
#include "base/message.h"
#include "input/yaml/binding.h"
#include "input/yaml/nynorsk.h"
#include "input/yaml/wrong_value.h"

#include <string.h>

// The marks as they are written, by enum mark; NULL after the last. Without the ranges.
static const char *const mark_names[] = {
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
    if (mark >= MARK_RANGE) {
        struct mark_ends ends = mark_ends(mark);
        return (struct months){mark_months(ends.from).from, mark_months(ends.to).to};
    }
    if (mark >= MARK_MONTH)
        return (struct months){(int)(mark - MARK_MONTH), (int)(mark - MARK_MONTH) + 1};
    if (mark >= MARK_QUARTER)
        return (struct months){(int)(mark - MARK_QUARTER) * 3, (int)(mark - MARK_QUARTER) * 3 + 3};
    return of_mark[mark];
}

enum { RANGE_ENDS = MARK_COUNT - MARK_QUARTER };

struct mark_ends mark_ends(enum mark mark) {
    if (mark < MARK_RANGE)
        return (struct mark_ends){mark, mark};
    int range = (int)(mark - MARK_RANGE);
    return (struct mark_ends){(enum mark)(MARK_QUARTER + range / RANGE_ENDS),
                              (enum mark)(MARK_QUARTER + range % RANGE_ENDS)};
}

// From one quarter to another, or from one month to another: the mark itself where they are the
// same, MARK_NONE where they are of two kinds or in the wrong order.
static enum mark mark_range(enum mark from, enum mark to) {
    bool both = from >= MARK_QUARTER && to < MARK_RANGE;
    bool alike = (from >= MARK_MONTH) == (to >= MARK_MONTH);
    if (!both || !alike || to < from)
        return MARK_NONE;
    return from == to ? from
                      : (enum mark)(MARK_RANGE + (int)(from - MARK_QUARTER) * RANGE_ENDS +
                                    (int)(to - MARK_QUARTER));
}

struct text mark_name(enum mark mark, struct arena *arena) {
    struct mark_ends ends = mark_ends(mark);
    return ends.from == ends.to
               ? text_from(mark_names[mark])
               : text_format(arena, "%s–%s", mark_names[ends.from], mark_names[ends.to]);
}

static void report_period(struct binding *binding, struct scalar scalar, struct text meant) {
    bind_wrong_value(binding, RULE_WRONG_PERIOD, scalar, meant,
                     _("'%.*s' is not a period of years; write it like %d–%d"),
                     TEXT_ARGS(scalar.text), binding->sources->examples.year,
                     binding->sources->examples.year + 3);
}

static void read_period(struct binding *binding, struct scalar scalar, void *into) {
    struct period *period = into;
    period->at = scalar.at;
    if (period_parse(scalar.text, &period->from, &period->to))
        return;
    period->from = period->to = 0;
    report_period(binding, scalar, period_meant(binding->arena, scalar.text));
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

// With `to`, a period of years will do.
static bool read_year(struct binding *binding, struct yaml_item item, int *year, int *to) {
    struct scalar scalar;
    int last;
    if (!bind_scalar(binding, item, &scalar))
        return false;
    if (period_parse(scalar.text, year, &last) && (to != NULL || *year == last)) {
        if (to != NULL)
            *to = last;
        return true;
    }
    struct text meant = to == NULL ? TEXT("") : period_meant(binding->arena, scalar.text);
    bind_wrong_value(binding, RULE_WRONG_PERIOD, scalar, meant,
                     _("'%.*s' is not a year; write it like %d"), TEXT_ARGS(scalar.text),
                     binding->sources->examples.year);
    return false;
}

// Capital letters are taken, for they are common in what is pasted from Word.
static enum mark mark_of_word(struct text written, struct arena *arena) {
    struct text word = choice_word(arena, written);
    for (int i = 1; i < MARK_COUNT; i++)
        if (text_equal(word, text_lower(arena, text_from(mark_names[i]))))
            return (enum mark)i;
    return MARK_NONE;
}

// "A–B" or "A-B": false where there is no dash with something on both sides.
static bool cut_range(struct text text, struct text *from, struct text *to) {
    const struct text dash = TEXT("–");
    size_t at = text_find(text, '-'), size = 1;
    if (at == text.size) {
        for (at = 0; at + dash.size < text.size; at++)
            if (text_starts_with(text_slice(text, at, text.size), dash))
                break;
        size = dash.size;
    }
    if (at == 0 || at + size >= text.size)
        return false;
    *from = text_trim(text_slice(text, 0, at));
    *to = text_trim(text_slice(text, at + size, text.size));
    return from->size > 0 && to->size > 0;
}

// A mark, or a range of them; MARK_NONE where it is neither.
static enum mark mark_parse(struct text written, struct arena *arena) {
    struct text from, to;
    enum mark mark = mark_of_word(written, arena);
    if (mark != MARK_NONE || !cut_range(written, &from, &to))
        return mark;
    return mark_range(mark_of_word(from, arena), mark_of_word(to, arena));
}

// "K1–K3" of "K1 til K3"; empty where there is no such word.
static struct text with_dash(struct text text, struct arena *arena) {
    static const struct text word = TEXT_OF(" til ");
    const char *found = memmem(text.data, text.size, word.data, word.size);
    if (found == NULL)
        return TEXT("");
    size_t at = (size_t)(found - text.data);
    struct text parts[] = {text_slice(text, 0, at), text_slice(text, at + word.size, text.size)};
    return text_join(arena, parts, 2, TEXT("–"));
}

static enum mark find_mark(struct binding *binding, struct scalar scalar) {
    struct text from, to;
    enum mark mark = mark_parse(scalar.text, binding->arena);
    struct text dashed = with_dash(scalar.text, binding->arena);
    if (mark != MARK_NONE)
        return mark;
    if (mark_parse(dashed, binding->arena) != MARK_NONE) {
        bind_wrong_value(binding, RULE_WRONG_MARK, scalar, dashed,
                         _("unknown mark '%.*s'; did you mean '%s'?"), TEXT_ARGS(scalar.text),
                         dashed.data);
        return MARK_NONE;
    }
    if (cut_range(scalar.text, &from, &to) && mark_of_word(from, binding->arena) != MARK_NONE &&
        mark_of_word(to, binding->arena) != MARK_NONE) {
        bind_report(binding, RULE_WRONG_MARK, scalar.at,
                    _("'%.*s' does not go from one quarter or month to a later one, like K1–K3 or "
                      "mars–juni"),
                    TEXT_ARGS(scalar.text));
        return MARK_NONE;
    }
    struct text word = choice_word(binding->arena, scalar.text);
    const char *near = choice_meant(word, mark_names + 1, binding->arena);
    if (near != NULL)
        bind_report(binding, RULE_WRONG_MARK, scalar.at,
                    _("unknown mark '%.*s'; did you mean '%s'?"), TEXT_ARGS(scalar.text),
                    choice_shown(near));
    else
        bind_report(binding, RULE_WRONG_MARK, scalar.at, _("unknown mark '%.*s'; it is one of %s"),
                    TEXT_ARGS(scalar.text), choices_shown(mark_names + 1, binding->arena).data);
    return MARK_NONE;
}

static void read_map_of_marks(struct binding *binding, struct growing_list *marks) {
    for (struct yaml_item key; yaml_next_entry(binding->yaml, &key);) {
        struct year_mark mark = {.at = key.at};
        struct scalar word;
        int to = 0;
        bool year_is_good = read_year(binding, key, &mark.year, &to);
        struct yaml_item value = yaml_next(binding->yaml);
        if (value.kind == YAML_END || !bind_scalar(binding, value, &word))
            continue;
        mark.mark = find_mark(binding, word);
        for (; year_is_good && mark.mark != MARK_NONE && mark.year <= to; mark.year++)
            add_mark(binding, marks, mark);
    }
}

static void read_list_of_years(struct binding *binding, struct growing_list *marks) {
    for (struct yaml_item item; yaml_next_entry(binding->yaml, &item);) {
        struct year_mark mark = {.mark = MARK_ALL_YEAR, .at = item.at};
        if (read_year(binding, item, &mark.year, NULL))
            add_mark(binding, marks, mark);
    }
}

// What is written before its years: "K1–K3 2025", "høst 2025".
struct marked_years {
    struct text words;
    int from;
    int to;
};

static bool cut_years(struct text text, struct marked_years *cut) {
    size_t at = text.size;
    while (at > 0 && text.data[at - 1] != ' ')
        at--;
    cut->words = text_trim(text_slice(text, 0, at));
    return cut->words.size > 0 &&
           period_parse(text_slice(text, at, text.size), &cut->from, &cut->to);
}

// What a mark says of its year when the work goes on into the next, and when it came from the last.
static enum mark until_new_year(enum mark mark) {
    if (mark >= MARK_QUARTER && mark < MARK_RANGE)
        return mark_range(mark, mark >= MARK_MONTH ? MARK_COUNT - 1 : MARK_MONTH - 1);
    return mark_months(mark).to == 12 ? mark : mark == MARK_NONE ? mark : MARK_ALL_YEAR;
}

static enum mark since_new_year(enum mark mark) {
    if (mark >= MARK_QUARTER && mark < MARK_RANGE)
        return mark_range(mark >= MARK_MONTH ? MARK_MONTH : MARK_QUARTER, mark);
    return mark_months(mark).from == 0 ? mark : MARK_ALL_YEAR;
}

// From a mark of one year to a mark of a later one.
struct span {
    struct year_mark first;
    struct year_mark last;
};

// "høst 2025–vår 2026"; false where it is not of this form.
static bool cut_span(struct text text, struct arena *arena, struct span *span) {
    struct text before, after;
    struct marked_years first, last;
    if (!cut_range(text, &before, &after) || !cut_years(before, &first) ||
        !cut_years(after, &last) || first.from != first.to || last.from != last.to ||
        first.from >= last.from)
        return false;
    enum mark from = mark_of_word(first.words, arena), to = mark_of_word(last.words, arena);
    span->first = (struct year_mark){.year = first.from, .mark = from};
    span->last = (struct year_mark){.year = last.from, .mark = to};
    return from != MARK_NONE && to != MARK_NONE && from != MARK_DEFERRED && to != MARK_DEFERRED;
}

static bool read_span(struct binding *binding, struct scalar scalar, struct growing_list *list) {
    struct span span;
    if (!cut_span(scalar.text, binding->arena, &span))
        return false;
    for (int year = span.first.year; year <= span.last.year; year++)
        add_mark(
            binding, list,
            (struct year_mark){.year = year,
                               .mark = year == span.first.year  ? until_new_year(span.first.mark)
                                       : year == span.last.year ? since_new_year(span.last.mark)
                                                                : MARK_ALL_YEAR,
                               .at = scalar.at});
    return true;
}

// "2022–2025" of "2022 til 2025", "K1–K3 2025" of "K1 til K3 2025"; empty where it is not certain.
static struct text years_meant(struct text text, struct arena *arena) {
    struct text meant = period_meant(arena, text), dashed = with_dash(text, arena);
    struct marked_years years;
    struct span span;
    bool is_marked = cut_span(dashed, arena, &span) ||
                     (cut_years(dashed, &years) && mark_parse(years.words, arena) != MARK_NONE);
    return meant.size > 0 || !is_marked ? meant : dashed;
}

// "1. halvår 2025–2026", "K1–K3 2025": the mark in each of the years.
static bool read_marked_years(struct binding *binding, struct scalar scalar,
                              struct growing_list *list) {
    struct marked_years years;
    if (read_span(binding, scalar, list))
        return true;
    if (!cut_years(scalar.text, &years))
        return false;
    enum mark mark = find_mark(binding, (struct scalar){years.words, scalar.at});
    for (int year = years.from; mark != MARK_NONE && year <= years.to; year++)
        add_mark(binding, list, (struct year_mark){.year = year, .mark = mark, .at = scalar.at});
    return true;
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
    bool is_period = period_parse(scalar.text, &period.from, &period.to);
    struct text meant = is_period ? TEXT("") : years_meant(scalar.text, binding->arena);
    if (meant.size > 0)
        report_period(binding, scalar, meant);
    else if (!is_period && !read_marked_years(binding, scalar, marks))
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
    .how = N_("write {2022: oppstart høst, 2023: x}, [2022, 2024], 2022–2025, høst 2022 or "
              "løpende"),
    .pattern = PERIOD_PATTERN "|[Ll][Øø][Pp][Ee][Nn][Dd][Ee]|[Ll][Øø][Pp][Aa][Nn][Dd][Ee]",
    .years_pattern = PERIOD_PATTERN,
    .example = "2022–2025",
    YEARS,
    .item_pattern = YEAR_PATTERN,
    .key_pattern = PERIOD_PATTERN,
    .words = mark_names + 1,
};
