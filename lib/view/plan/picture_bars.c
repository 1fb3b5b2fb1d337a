// SPDX-License-Identifier: MIT
// The bars of the picture, and its legend.

#include "view/plan/picture_bars.h"

#include "base/writer.h"
#include "view/plan/width.h"

enum {
    LEGEND_GAP = 24,
    SAMPLE_WIDTH = 34,
    SAMPLE_GAP = 6,
    BASELINE_OF_SAMPLE = 11,
    BAR_HEIGHT = 12,
    THIN_HEIGHT = 5, // of a bar without a status
    START_RADIUS = 7,
    BAR_INSET = 2, // from the ends of the year where a bar does not go on
    WORD_GAP = 6,
    CROSS_APART = 70,
    MONTHS = 12, // of a year
};

struct bar_span {
    int from, to; // of the years, half-open, in months since the period's beginning
    int first_year, last_year;
    int reached; // by the progress, in per cent of a month; SHARE_NONE
    struct bar first;
};

static struct bar_span span_of(struct bar bar, int year) {
    int count = bar.months.to - bar.months.from;
    return (struct bar_span){
        .from = MONTHS * year + bar.months.from,
        .to = MONTHS * year + bar.months.to,
        .first_year = year,
        .last_year = year,
        .reached = bar.filled == SHARE_NONE ? SHARE_NONE : bar.filled * count,
        .first = bar,
    };
}

// The next bar from year `*year` on, or false.
static bool next_span(const struct matrix *matrix, const struct action *action, int *year,
                      struct bar_span *span) {
    const struct period *period = &matrix->plan->period;
    struct bar bar = {.mark = MARK_NONE};
    for (; *year < matrix->year_count; ++*year) {
        bar = matrix_bar(action, period->from + *year, period);
        if (bar.halves != 0)
            break;
    }
    if (*year >= matrix->year_count)
        return false;
    *span = span_of(bar, *year);
    while (++*year < matrix->year_count && bar.to_next) {
        bar = matrix_bar(action, period->from + *year, period);
        struct bar_span more = span_of(bar, *year);
        span->to = more.to;
        span->last_year = *year;
        span->reached += more.reached == SHARE_NONE ? 0 : more.reached;
    }
    return true;
}

// "2022: oppstart høst, 2023: planlagt".
static struct text span_words(const struct matrix *matrix, const struct action *action,
                              const struct bar_span *span, struct arena *arena) {
    struct writer words;
    writer_to_memory(&words, arena);
    for (int year = span->first_year; year <= span->last_year; year++) {
        int full = matrix->plan->period.from + year;
        if (words.used > 0)
            writer_put(&words, TEXT(", "));
        writer_number(&words, full);
        writer_put(&words, TEXT(": "));
        writer_put(&words, matrix_mark_words(matrix->context, action_mark(action->original, full)));
    }
    return writer_text(&words);
}

// What a bar looks like: where it is drawn, and what is drawn on it.
struct drawn_bar {
    int x, y, width, height;
    int filled; // units from the left; SHARE_NONE
    struct text class;
    bool starts, goes_on, done, dropped;
};

static struct value crosses(const struct drawn_bar *bar, struct arena *arena) {
    size_t count = bar->dropped ? 1 + (size_t)(bar->width / CROSS_APART) : 0;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        struct map_builder map = map_begin(arena);
        put_number(&map, TEXT("kryss-x"),
                   bar->x + bar->width * (2 * (int)i + 1) / (2 * (int)count));
        items[i] = map_end(&map);
    }
    return value_list(items, count);
}

static void put_bar(struct map_builder *map, const struct drawn_bar *bar, struct arena *arena) {
    put_number(map, TEXT("x"), bar->x);
    put_number(map, TEXT("y"), bar->y);
    put_number(map, TEXT("bredde"), bar->width);
    put_number(map, TEXT("høyde"), bar->height);
    put_number(map, TEXT("radius"), bar->height / 2);
    map_put(map, TEXT("klasse"), value_text(bar->class));
    map_put(map, TEXT("uten-tall"), value_truth(bar->goes_on));
    bool has_room = !bar->done && bar->filled >= bar->height / 2;
    map_put(map, TEXT("har-fylt"), value_truth(has_room));
    put_number(map, TEXT("fylt-x"), bar->x + bar->filled);
    put_number(map, TEXT("indre-x"), bar->x + bar->height / 2);
    map_put(map, TEXT("start"), value_truth(bar->starts));
    put_number(map, TEXT("start-x"), bar->x + START_RADIUS / 2);
    put_number(map, TEXT("start-r"), START_RADIUS);
    put_number(map, TEXT("midt-y"), bar->y + bar->height / 2);
    map_put(map, TEXT("hake"), value_truth(bar->done));
    put_number(map, TEXT("slutt-x"), bar->x + bar->width);
    map_put(map, TEXT("kryss"), crosses(bar, arena));
}

static struct drawn_bar draw_bar(struct bar look, int x, int middle, int width) {
    int height = look.status < 0 ? THIN_HEIGHT : BAR_HEIGHT;
    return (struct drawn_bar){
        .x = x,
        .y = middle - height / 2,
        .width = width,
        .height = height,
        .filled = look.filled == SHARE_NONE ? SHARE_NONE : width * look.filled / SHARE_WHOLE,
        .class = matrix_bar_class(look),
        .starts = look.work_starts,
        .goes_on = look.status == STATUS_ONGOING && look.filled == SHARE_NONE,
        .done = look.status == STATUS_DONE,
        .dropped = look.status == STATUS_DROPPED,
    };
}

// `last`: nothing comes after it, and there may be room for a word.
static struct value bar_value(const struct picture_column *column, const struct action *action,
                              const struct bar_span *span, int row_y, bool last,
                              struct arena *arena) {
    const struct picture *picture = column->picture;
    int years_x = column->x + picture->years_x;
    int inset = picture->year_width > 8 * BAR_INSET ? BAR_INSET : 0;
    int x = years_x + span->from * picture->year_width / MONTHS + inset;
    int months = span->to - span->from;
    int width = months * picture->year_width / MONTHS - 2 * inset;
    struct bar look = span->first;
    look.filled = span->reached == SHARE_NONE ? SHARE_NONE : span->reached / months;
    const struct drawn_bar bar = draw_bar(look, x, row_y + picture->row_height / 2,
                                          width < THIN_HEIGHT ? THIN_HEIGHT : width);
    int word_x = x + bar.width + WORD_GAP;
    struct text words = matrix_mark_words(picture->matrix->context, look.mark);
    bool fits = last && matrix_mark_says_more(look.mark) &&
                word_x + text_picture_width(words, SIZE_SMALL) <= column->x + picture->column_width;
    struct map_builder map = map_begin(arena);
    put_bar(&map, &bar, arena);
    put_number(&map, TEXT("ord-x"), word_x);
    put_number(&map, TEXT("grunnlinje"), row_y + picture->row_height * BASELINE / 100);
    view_put_text(&map, VIEW_KEY("tekst"), fits ? words : TEXT(""));
    map_put(&map, TEXT("fulltekst"), value_text(span_words(picture->matrix, action, span, arena)));
    return map_end(&map);
}

struct value picture_bars(const struct picture_column *column, const struct action *action,
                          int row_y, struct arena *arena) {
    const struct matrix *matrix = column->picture->matrix;
    struct value *bars = arena_alloc(arena, (size_t)matrix->year_count * sizeof *bars);
    struct bar_span span, next;
    size_t count = 0;
    int year = 0;
    for (bool more = next_span(matrix, action, &year, &span); more; span = next) {
        more = next_span(matrix, action, &year, &next);
        bars[count++] = bar_value(column, action, &span, row_y, !more, arena);
    }
    return value_list(bars, count);
}

// Where a day is in the years of a column; SHARE_NONE where it is in none.
static int day_x(const struct picture_column *column, struct date day) {
    const struct picture *picture = column->picture;
    const struct period *period = &picture->matrix->plan->period;
    if (day.year < period->from || day.year > period->to)
        return SHARE_NONE;
    int share = share_of_year(day, day.year), width = picture->year_width;
    return column->x + picture->years_x + (day.year - period->from) * width +
           share * width / SHARE_WHOLE;
}

void picture_put_day(const struct picture_column *column, struct map_builder *map,
                     struct view_key key, struct date day) {
    matrix_put_share(map, key, day_x(column, day));
}

// Signs flow from left to right, in as many lines as they need.
struct legend_place {
    int x, y;
};

static struct legend_place place_sign(const struct picture *picture, enum sign sign,
                                      struct legend_place *next) {
    const struct sheet_form *form = picture->form;
    struct text words = matrix_sign_words(picture->matrix->context, sign);
    int width = SAMPLE_WIDTH + SAMPLE_GAP + text_picture_width(words, SIZE_ROW);
    if (next->x > form->margin && next->x + width > form->width - form->margin)
        *next = (struct legend_place){form->margin, next->y + LEGEND_LINE};
    struct legend_place here = *next;
    next->x += width + LEGEND_GAP;
    return here;
}

struct value picture_legend(const struct picture *picture, int *end) {
    struct arena *arena = picture->matrix->context->arena;
    struct value *items = arena_alloc(arena, SIGN_COUNT * sizeof *items);
    size_t count = 0;
    struct legend_place next = {picture->form->margin, picture->form->margin + TITLE_HEIGHT};
    for (enum sign sign = 0; sign < SIGN_COUNT; sign++) {
        if (!picture->signs.has[sign])
            continue;
        struct legend_place at = place_sign(picture, sign, &next);
        int half = sign == SIGN_HALF ? SAMPLE_WIDTH / 2 : 0;
        const struct drawn_bar bar = draw_bar(matrix_sign_bar(sign), at.x + half,
                                              at.y + BAR_HEIGHT / 2, SAMPLE_WIDTH - half);
        struct map_builder map = map_begin(arena);
        put_bar(&map, &bar, arena);
        map_put(&map, TEXT("er-frist"), value_truth(sign == SIGN_DEADLINE));
        map_put(&map, TEXT("er-i-dag"), value_truth(sign == SIGN_TODAY));
        put_number(&map, TEXT("midt-x"), at.x + SAMPLE_WIDTH / 2);
        put_number(&map, TEXT("tekst-x"), at.x + SAMPLE_WIDTH + SAMPLE_GAP);
        put_number(&map, TEXT("grunnlinje"), at.y + BASELINE_OF_SAMPLE);
        map_put(&map, TEXT("tekst"), value_text(matrix_sign_words(picture->matrix->context, sign)));
        items[count++] = map_end(&map);
    }
    *end = next.y;
    return value_list(items, count);
}
