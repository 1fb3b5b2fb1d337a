// SPDX-License-Identifier: MIT
// The plan as a picture: one line an action, in one column or two, with all that
// templates/matrix.svg draws placed here.

#include "view/plan/matrix.h"

#include "base/writer.h"
#include "model/plan/title.h"
#include "view/plan/rows.h"
#include "view/plan/width.h"

// In user units, which are pixels of a slide of 1600 x 900.
enum {
    WIDTH = 1600,
    HEIGHT = 900,
    MARGIN = 32,
    LEGEND_Y = 108,
    LEGEND_GAP = 40,
    SAMPLE_WIDTH = 36,
    SAMPLE_HEIGHT = 12,
    SAMPLE_GAP = 8,
    BASELINE_OF_SAMPLE = 10,
    HEADER_Y = 152, // of the years' baseline
    ROWS_Y = 160,
    COLUMN_GAP = 40,
    ROW_LOWEST = 22,
    ROW_HIGHEST = 30,
    PADDING = 8,
    NUMBER_GAP = 12,
    YEAR_WIDEST = 76,
    YEAR_NARROWEST = 4,
    YEAR_LABEL = 44,
    BAR_HEIGHT = 14,
    BAR_INSET = 3,  // from the ends of the year where a bar does not go on
    START_EDGE = 2, // around the start's mark
    BAR_PADDING = 8,
    COLUMNS_MOST = 2,
    YEARS_IN_HALF = 80, // more are shown in one column
};

// Of a line's height and the years' share of a column's width, in per cent.
enum { BASELINE = 68, BAR_BASELINE = 78, YEARS_SHARE = 42 };

// Text in the template's sizes, in tenths of a unit.
enum { SIZE_ROW = 130, SIZE_SMALL = 110, SIZE_SUBTITLE = 160 };

struct picture;

struct picture_column {
    const struct picture *picture;
    int x;
    size_t first_row;
    size_t row_count;
    bool continues; // an area of the column before: its name is repeated here
};

struct picture {
    const struct matrix *matrix;
    struct matrix_rows rows;
    struct picture_column columns[COLUMNS_MOST];
    size_t column_count;
    int column_width, row_height, height;
    int number_width, year_width, years_x; // years_x from the column's left end
    struct text continued;
};

static void put_number(struct map_builder *map, struct text name, int number) {
    map_put(map, name, value_number(number));
}

// Bars.

struct bar_span {
    int from, to; // of the years, half-open, in halves since the period's beginning
    int first_year, last_year;
    bool deferred, start;
};

static struct bar_span span_of(struct bar bar, int year) {
    bool spring = bar.deferred || (bar.halves & HALF_SPRING);
    bool autumn = bar.deferred || (bar.halves & HALF_AUTUMN);
    return (struct bar_span){
        .from = 2 * year + (spring ? 0 : 1),
        .to = 2 * year + (autumn ? 2 : 1),
        .first_year = year,
        .last_year = year,
        .deferred = bar.deferred,
        .start = bar.work_starts,
    };
}

// The next bar from year `*year` on, or false. Deferred years that follow each other are one.
static bool next_span(const struct matrix *matrix, const struct action *action, int *year,
                      struct bar_span *span) {
    const struct period *period = &matrix->plan->period;
    struct bar bar = {.mark = MARK_NONE};
    for (; *year < matrix->year_count; ++*year) {
        bar = matrix_bar(action, period->from + *year, period);
        if (bar.halves != 0 || bar.deferred)
            break;
    }
    if (*year >= matrix->year_count)
        return false;
    *span = span_of(bar, *year);
    while (++*year < matrix->year_count) {
        struct bar next = matrix_bar(action, period->from + *year, period);
        if (bar.deferred ? !next.deferred : !next.from_previous)
            break;
        span->to = span_of(next, *year).to;
        span->last_year = *year;
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
        writer_put(&words, matrix_mark_words(matrix->context, action_mark(action, full)));
    }
    return writer_text(&words);
}

// What the place of a bar alone does not say.
static struct text short_words(const struct matrix *matrix, const struct action *action,
                               const struct bar_span *span) {
    int year = matrix->plan->period.from + span->first_year;
    enum mark mark = action_mark(action, year);
    return mark == MARK_ALL_YEAR ? TEXT("") : matrix_mark_words(matrix->context, mark);
}

static void put_bar_look(struct map_builder *map, int x, int y, int height, bool deferred,
                         bool start) {
    put_number(map, TEXT("x"), x);
    put_number(map, TEXT("radius"), deferred ? 0 : height / 2);
    map_put(map, TEXT("klasse"), value_text(deferred ? TEXT("utsatt") : TEXT("planlagt")));
    map_put(map, TEXT("start"), value_truth(start));
    put_number(map, TEXT("start-x"), x + height / 2);
    put_number(map, TEXT("start-r"), height / 2 - START_EDGE);
    put_number(map, TEXT("midt-y"), y + height / 2);
}

static struct value bar_value(const struct picture_column *column, const struct action *action,
                              const struct bar_span *span, int row_y, struct arena *arena) {
    const struct picture *picture = column->picture;
    int years_x = column->x + picture->years_x;
    int inset = picture->year_width > 8 * BAR_INSET ? BAR_INSET : 0;
    int x = years_x + span->from * picture->year_width / 2 + inset;
    int width = (span->to - span->from) * picture->year_width / 2 - 2 * inset;
    int y = row_y + (picture->row_height - BAR_HEIGHT) / 2;
    int before = span->start ? BAR_HEIGHT - 2 * START_EDGE : 0;
    struct text words = short_words(picture->matrix, action, span);
    int needed = text_picture_width(words, SIZE_SMALL) + 2 * BAR_PADDING + before;
    bool fits = words.size > 0 && needed <= width;
    struct map_builder map = map_begin(arena);
    put_bar_look(&map, x, y, BAR_HEIGHT, span->deferred, span->start);
    put_number(&map, TEXT("y"), y);
    put_number(&map, TEXT("bredde"), width);
    put_number(&map, TEXT("høyde"), BAR_HEIGHT);
    map_put(&map, TEXT("slutt"), value_truth(!span->deferred));
    put_number(&map, TEXT("midt"), x + (width + before) / 2);
    put_number(&map, TEXT("grunnlinje"), y + BAR_HEIGHT * BAR_BASELINE / 100);
    map_put(&map, TEXT("har-tekst"), value_truth(fits));
    map_put(&map, TEXT("tekst"), value_text(fits ? words : TEXT("")));
    map_put(&map, TEXT("fulltekst"), value_text(span_words(picture->matrix, action, span, arena)));
    return map_end(&map);
}

static struct value bar_values(const struct picture_column *column, const struct action *action,
                               int row_y, struct arena *arena) {
    const struct matrix *matrix = column->picture->matrix;
    struct value *bars = arena_alloc(arena, (size_t)matrix->year_count * sizeof *bars);
    struct bar_span span;
    size_t count = 0;
    for (int year = 0; next_span(matrix, action, &year, &span);)
        bars[count++] = bar_value(column, action, &span, row_y, arena);
    return value_list(bars, count);
}

// Rows.

static struct map_builder begin_row(const struct picture_column *column, size_t index, bool area,
                                    struct arena *arena) {
    const struct picture *picture = column->picture;
    int y = ROWS_Y + (int)index * picture->row_height;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("område"), value_truth(area));
    put_number(&map, TEXT("x"), column->x);
    put_number(&map, TEXT("y"), y);
    put_number(&map, TEXT("bredde"), picture->column_width);
    put_number(&map, TEXT("høyde"), picture->row_height);
    put_number(&map, TEXT("høyre"), column->x + picture->column_width);
    put_number(&map, TEXT("nr-x"), column->x + PADDING);
    put_number(&map, TEXT("tekst-x"), column->x + PADDING + picture->number_width + NUMBER_GAP);
    put_number(&map, TEXT("grunnlinje"), y + picture->row_height * BASELINE / 100);
    return map;
}

static int words_room(const struct picture *picture, int right) {
    return right - PADDING - (PADDING + picture->number_width + NUMBER_GAP);
}

static struct value area_row(const struct picture_column *column, size_t index,
                             const struct area *area, bool again, struct arena *arena) {
    const struct picture *picture = column->picture;
    struct map_builder map = begin_row(column, index, true, arena);
    struct text name = area->name.text;
    int room = words_room(picture, picture->column_width);
    if (again)
        room -= text_picture_width(picture->continued, SIZE_ROW) +
                text_picture_width(TEXT(" ()"), SIZE_ROW);
    struct text cut = text_cut_to_width(name, room, SIZE_ROW, arena);
    if (again)
        cut = text_format(arena, "%.*s (%.*s)", TEXT_ARGS(cut), TEXT_ARGS(picture->continued));
    map_put(&map, TEXT("nr"), value_text(area->number.text));
    map_put(&map, TEXT("tekst"), value_text(cut));
    map_put(&map, TEXT("søyler"), value_list(NULL, 0));
    return map_end(&map);
}

static struct value action_row(const struct picture_column *column, size_t index,
                               const struct action *action, struct arena *arena) {
    const struct picture *picture = column->picture;
    struct map_builder map = begin_row(column, index, false, arena);
    int y = ROWS_Y + (int)index * picture->row_height;
    struct text words = action_title(action, arena);
    map_put(&map, TEXT("nr"), value_text(action->number.text));
    map_put(&map, TEXT("tekst"),
            value_text(
                text_cut_to_width(words, words_room(picture, picture->years_x), SIZE_ROW, arena)));
    map_put(&map, TEXT("søyler"), bar_values(column, action->original, y, arena));
    return map_end(&map);
}

static struct value goal_row(const struct picture_column *column, size_t index,
                             const struct goal *goal, struct arena *arena) {
    const struct picture *picture = column->picture;
    struct map_builder map = begin_row(column, index, false, arena);
    struct text words = prose_plain(&goal->text, true, arena);
    int room = words_room(picture, picture->column_width);
    map_put(&map, TEXT("nr"), value_text(goal->number.text));
    map_put(&map, TEXT("tekst"), value_text(text_cut_to_width(words, room, SIZE_ROW, arena)));
    map_put(&map, TEXT("søyler"), value_list(NULL, 0));
    return map_end(&map);
}

static bool is_without_actions(const struct matrix_goal *goal) {
    return goal->goal != NULL && goal->action_count == 0;
}

static size_t headings(const struct matrix_area *area, const struct matrix_goal *goal) {
    size_t own = is_without_actions(goal) ? 1 : 0;
    return matrix_is_first_goal(area, goal) ? 1 + own : own;
}

static struct value row_value(const void *context, size_t index, struct arena *arena) {
    const struct picture_column *column = context;
    const struct matrix_rows *rows = &column->picture->rows;
    size_t row = column->first_row + index - (column->continues && index > 0);
    const struct matrix_place *place = matrix_rows_find(rows, row);
    size_t offset = row - place->first_row;
    size_t before = headings(place->area, place->goal);
    if (column->continues && index == 0)
        return area_row(column, index, place->area->area, true, arena);
    if (is_without_actions(place->goal) && offset + 1 == before)
        return goal_row(column, index, place->goal->goal, arena);
    if (offset < before)
        return area_row(column, index, place->area->area, false, arena);
    return action_row(column, index, place->goal->actions[offset - before], arena);
}

// Columns.

static size_t rows_that_fit(int row_height) {
    return (size_t)((HEIGHT - MARGIN - ROWS_Y) / row_height);
}

static bool begins_area(const struct matrix_rows *rows, size_t row) {
    const struct matrix_place *place = matrix_rows_find(rows, row);
    return place->first_row == row && matrix_is_first_goal(place->area, place->goal);
}

// The row that the second column begins with: an area's first near the middle, if both columns then
// still fit; else the middle.
static size_t find_break(const struct matrix_rows *rows) {
    size_t middle = (rows->row_count + 1) / 2, most = rows_that_fit(ROW_LOWEST);
    for (size_t away = 0; away < most && away < middle; away++) {
        size_t after = middle + away, before = middle - away;
        if (after < rows->row_count && after <= most && begins_area(rows, after))
            return after;
        if (rows->row_count - before <= most && begins_area(rows, before))
            return before;
    }
    // An area's name is never the last line of a column.
    return begins_area(rows, middle - 1) ? middle - 1 : middle;
}

static void split_rows(struct picture *picture) {
    const struct matrix_rows *rows = &picture->rows;
    int years = picture->matrix->year_count;
    bool one = rows->row_count <= rows_that_fit(ROW_LOWEST) || years > YEARS_IN_HALF;
    picture->column_count = one ? 1 : COLUMNS_MOST;
    picture->column_width =
        one ? WIDTH - 2 * MARGIN : (WIDTH - 2 * MARGIN - COLUMN_GAP) / COLUMNS_MOST;
    size_t second = one ? rows->row_count : find_break(rows);
    picture->columns[0] = (struct picture_column){picture, MARGIN, 0, second, false};
    if (!one) {
        bool continues = !begins_area(rows, second);
        picture->columns[1] =
            (struct picture_column){picture, MARGIN + picture->column_width + COLUMN_GAP, second,
                                    rows->row_count - second + continues, continues};
    }
}

static size_t longest_column(const struct picture *picture) {
    size_t longest = 0;
    for (size_t i = 0; i < picture->column_count; i++)
        if (picture->columns[i].row_count > longest)
            longest = picture->columns[i].row_count;
    return longest;
}

static void size_rows(struct picture *picture) {
    size_t longest = longest_column(picture);
    int height = longest == 0 ? ROW_HIGHEST : (HEIGHT - MARGIN - ROWS_Y) / (int)longest;
    picture->row_height = height < ROW_LOWEST    ? ROW_LOWEST
                          : height > ROW_HIGHEST ? ROW_HIGHEST
                                                 : height;
    int needed = ROWS_Y + (int)longest * picture->row_height + MARGIN;
    picture->height = needed > HEIGHT ? needed : HEIGHT;
}

static void size_columns(struct picture *picture) {
    const struct matrix *matrix = picture->matrix;
    for (size_t i = 0; i < picture->rows.place_count; i++) {
        const struct matrix_goal *goal = picture->rows.places[i].goal;
        for (size_t j = 0; j < goal->action_count; j++) {
            int width = text_picture_width(goal->actions[j]->number.text, SIZE_ROW);
            if (width > picture->number_width)
                picture->number_width = width;
        }
    }
    int most = picture->column_width / 8;
    picture->number_width = picture->number_width < most ? picture->number_width : most;
    int room = picture->column_width * YEARS_SHARE / 100 / matrix->year_count;
    room = room < YEAR_WIDEST ? room : YEAR_WIDEST;
    picture->year_width = room < YEAR_NARROWEST ? YEAR_NARROWEST : room - room % 2;
    picture->years_x = picture->column_width - matrix->year_count * picture->year_width;
}

// The years that there is room for, at their lines.
static struct value years_value(const struct picture_column *column) {
    const struct picture *picture = column->picture;
    const struct matrix *matrix = picture->matrix;
    struct arena *arena = matrix->context->arena;
    int step = (YEAR_LABEL + picture->year_width - 1) / picture->year_width;
    struct value *years = arena_alloc(arena, (size_t)matrix->year_count * sizeof *years);
    size_t count = 0;
    for (int i = 0; i < matrix->year_count; i += step) {
        struct map_builder map = map_begin(arena);
        int x = column->x + picture->years_x + i * picture->year_width;
        put_number(&map, TEXT("år"), matrix->plan->period.from + i);
        put_number(&map, TEXT("x"), x);
        put_number(&map, TEXT("bredde"), picture->year_width);
        put_number(&map, TEXT("midt"), x + picture->year_width / 2);
        years[count++] = map_end(&map);
    }
    return value_list(years, count);
}

static struct value column_value(const struct picture_column *column) {
    const struct picture *picture = column->picture;
    struct map_builder map = map_begin(picture->matrix->context->arena);
    put_number(&map, TEXT("x"), column->x);
    put_number(&map, TEXT("bredde"), picture->column_width);
    put_number(&map, TEXT("hode-y"), HEADER_Y);
    put_number(&map, TEXT("bunn-y"), ROWS_Y + (int)column->row_count * picture->row_height);
    map_put(&map, TEXT("årstall"), years_value(column));
    map_put(&map, TEXT("rader"), value_lazy_list(row_value, column, column->row_count));
    return map_end(&map);
}

static struct value legend_value(const struct matrix *matrix) {
    const struct labels *labels = matrix->context->labels;
    struct arena *arena = matrix->context->arena;
    const struct {
        struct text words;
        int width;
        bool deferred, start;
    } samples[] = {
        {label(labels, TEXT("plan-forklaring-planlagt")), SAMPLE_WIDTH, false, false},
        {label(labels, TEXT("plan-forklaring-start")), SAMPLE_WIDTH, false, true},
        {label(labels, TEXT("plan-forklaring-halvår")), SAMPLE_WIDTH / 2, false, false},
        {label(labels, TEXT("plan-forklaring-utsatt")), SAMPLE_WIDTH, true, false},
    };
    size_t count = sizeof samples / sizeof *samples;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    int x = MARGIN;
    for (size_t i = 0; i < count; i++) {
        struct map_builder map = map_begin(arena);
        put_number(&map, TEXT("y"), LEGEND_Y);
        put_number(&map, TEXT("bredde"), samples[i].width);
        put_bar_look(&map, x, LEGEND_Y, SAMPLE_HEIGHT, samples[i].deferred, samples[i].start);
        x += samples[i].width + SAMPLE_GAP;
        put_number(&map, TEXT("tekst-x"), x);
        put_number(&map, TEXT("grunnlinje"), LEGEND_Y + BASELINE_OF_SAMPLE);
        map_put(&map, TEXT("tekst"), value_text(samples[i].words));
        x += text_picture_width(samples[i].words, SIZE_ROW) + LEGEND_GAP;
        items[i] = map_end(&map);
    }
    return value_list(items, count);
}

// What the picture says, for those who do not see it.
static struct text description(const struct matrix *matrix, struct text summary) {
    const struct labels *labels = matrix->context->labels;
    struct arena *arena = matrix->context->arena;
    struct matrix_year_counts counts = matrix_year_counts_make(matrix, arena);
    for (size_t i = 0; i < matrix->area_count; i++)
        for (size_t j = 0; j < matrix->areas[i].goal_count; j++)
            for (size_t k = 0; k < matrix->areas[i].goals[j].action_count; k++)
                matrix_count_years(matrix, matrix->areas[i].goals[j].actions[k], &counts);
    struct writer words;
    writer_to_memory(&words, arena);
    writer_put(&words, label(labels, TEXT("bilde-beskrivelse")));
    writer_put(&words, TEXT(" "));
    writer_put(&words, summary);
    writer_put(&words, TEXT(". "));
    writer_put(&words, label(labels, TEXT("bilde-per-år")));
    for (int i = 0; i < matrix->year_count; i++) {
        writer_put(&words, i == 0 ? TEXT(": ") : TEXT(", "));
        writer_number(&words, matrix->plan->period.from + i);
        writer_put(&words, TEXT(": "));
        writer_number(&words, (int64_t)counts.planned[i]);
    }
    writer_put(&words, TEXT("."));
    return writer_text(&words);
}

static struct text subtitle(const struct matrix *matrix, struct text summary) {
    struct text selection = matrix_selection_words(matrix);
    struct text parts[] = {summary, selection};
    return text_join(matrix->context->arena, parts, selection.size > 0 ? 2 : 1, TEXT(" · "));
}

struct value matrix_picture(const struct matrix *matrix) {
    const struct view_context *context = matrix->context;
    struct picture *picture = arena_alloc(context->arena, sizeof *picture);
    *picture = (struct picture){
        .matrix = matrix,
        .rows = matrix_rows_make(matrix, headings),
        .continued = label(context->labels, TEXT("bilde-fortsatt")),
    };
    split_rows(picture);
    size_columns(picture);
    size_rows(picture);
    struct value *columns = arena_alloc(context->arena, COLUMNS_MOST * sizeof *columns);
    for (size_t i = 0; i < picture->column_count; i++)
        columns[i] = column_value(&picture->columns[i]);
    struct text summary = subtitle(matrix, matrix_summary(matrix));
    struct map_builder map = map_begin(context->arena);
    view_put_head(context, &map, "handlingsplan", matrix->plan->title.text,
                  matrix->plan->source->path);
    put_number(&map, TEXT("bredde"), WIDTH);
    put_number(&map, TEXT("høyde"), picture->height);
    map_put(
        &map, TEXT("undertittel"),
        value_text(text_cut_to_width(summary, WIDTH - 2 * MARGIN, SIZE_SUBTITLE, context->arena)));
    map_put(&map, TEXT("beskrivelse"), value_text(description(matrix, summary)));
    map_put(&map, TEXT("spalter"), value_list(columns, picture->column_count));
    map_put(&map, TEXT("forklaring"), legend_value(matrix));
    return map_end(&map);
}
