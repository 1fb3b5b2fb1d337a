// SPDX-License-Identifier: MIT
// The plan as a picture: one line an action, in one column or two, with all that
// templates/plan/picture.svg draws placed here.

#include "view/plan/matrix.h"

#include "base/writer.h"
#include "model/plan/title.h"
#include "view/plan/picture_bars.h"
#include "view/plan/width.h"

enum {
    HEADER_HEIGHT = 26, // from the legend's last line to the first row
    YEARS_BASELINE = 8, // above the first row
    COLUMN_GAP = 28,
    PADDING = 6,
    NUMBER_GAP = 8,
    YEAR_WIDEST = 150,
    YEAR_NARROWEST = 4,
    YEAR_LABEL = 36,
    YEARS_IN_HALF = 80, // more are shown in one column
};

static const struct sheet_form sheet_forms[] = {
    [PICTURE_A4] = {1123, 794, 34, COLUMNS_MOST, 17, 26, 38, 0, 0},
    [PICTURE_A3] = {1587, 1123, 45, 1, 15, 26, 26, 640, 90},
};

// Rows.

static int row_y(const struct picture *picture, size_t index) {
    return picture->rows_y + (int)index * picture->row_height;
}

static struct map_builder begin_row(const struct picture_column *column, size_t index, bool area,
                                    struct arena *arena) {
    const struct picture *picture = column->picture;
    int y = row_y(picture, index);
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

// What only an action has.
static void put_nothing(const struct picture_column *column, struct map_builder *map) {
    const struct date never = {0, 0, 0};
    view_put_text(map, VIEW_KEY("ansvar"), TEXT(""));
    view_put_text(map, VIEW_KEY("status"), TEXT(""));
    picture_put_day(column, map, VIEW_KEY("frist-x"), never);
    map_put(map, TEXT("søyler"), value_list(NULL, 0));
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
    view_put_text(&map, VIEW_KEY("nr"), area->is_numbered ? area->number.text : TEXT(""));
    map_put(&map, TEXT("tekst"), value_text(cut));
    put_nothing(column, &map);
    return map_end(&map);
}

static struct text owner_words(const struct picture *picture, const struct action *action,
                               struct arena *arena) {
    struct map_builder map = map_begin(arena);
    view_put_parties(picture->matrix->context, &map, VIEW_KEY("ansvar"), &action->original->owners,
                     arena);
    struct value owners = map_end(&map);
    return text_cut_to_width(value_find(&owners, TEXT("ansvar-tekst"))->text,
                             picture->form->owners_width - PADDING, SIZE_ROW, arena);
}

static struct value action_row(const struct picture_column *column, size_t index,
                               const struct action *action, struct arena *arena) {
    const struct picture *picture = column->picture;
    const struct sheet_form *form = picture->form;
    struct map_builder map = begin_row(column, index, false, arena);
    int y = row_y(picture, index), status = action_status_place(action);
    int right = picture->years_x - form->owners_width - form->status_width;
    bool tells = form->owners_width > 0;
    struct text title = action_title(action, arena);
    view_put_text(&map, VIEW_KEY("nr"), action->is_numbered ? action->number.text : TEXT(""));
    map_put(&map, TEXT("tekst"),
            value_text(text_cut_to_width(title, words_room(picture, right), SIZE_ROW, arena)));
    view_put_text(&map, VIEW_KEY("ansvar"), tells ? owner_words(picture, action, arena) : TEXT(""));
    put_number(&map, TEXT("ansvar-x"), column->x + right);
    view_put_text(&map, VIEW_KEY("status"),
                  tells && status >= 0 ? matrix_status_words(picture->matrix->context, status)
                                       : TEXT(""));
    put_number(&map, TEXT("status-x"), column->x + right + form->owners_width);
    picture_put_day(column, &map, VIEW_KEY("frist-x"), action->deadline.day.date);
    put_number(&map, TEXT("midt-y"), y + picture->row_height / 2);
    map_put(&map, TEXT("søyler"), picture_bars(column, action, y, arena));
    return map_end(&map);
}

static struct value goal_row(const struct picture_column *column, size_t index,
                             const struct goal *goal, struct arena *arena) {
    const struct picture *picture = column->picture;
    struct map_builder map = begin_row(column, index, false, arena);
    struct text words = prose_plain(&goal->text, true, arena);
    int room = words_room(picture, picture->column_width);
    view_put_text(&map, VIEW_KEY("nr"), goal->is_numbered ? goal->number.text : TEXT(""));
    map_put(&map, TEXT("tekst"), value_text(text_cut_to_width(words, room, SIZE_ROW, arena)));
    put_nothing(column, &map);
    return map_end(&map);
}

static bool is_without_actions(const struct matrix_goal *goal) {
    return goal->goal != NULL && goal->action_count == 0 && !goal->has_parts;
}

static size_t headings(const struct matrix_area *area, const struct matrix_goal *goal) {
    size_t own = is_without_actions(goal) ? 1 : 0;
    return matrix_is_first_goal(area, goal) && area_is_said(area->area) ? 1 + own : own;
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

static size_t rows_that_fit(const struct picture *picture) {
    const struct sheet_form *form = picture->form;
    return (size_t)((form->height - form->margin - picture->rows_y) / form->row_lowest);
}

static bool begins_area(const struct matrix_rows *rows, size_t row) {
    const struct matrix_place *place = matrix_rows_find(rows, row);
    return place->first_row == row && matrix_is_first_goal(place->area, place->goal);
}

// The row that the second column begins with: an area's first near the middle, if both columns then
// still fit; else the middle.
static size_t find_break(const struct picture *picture) {
    const struct matrix_rows *rows = &picture->rows;
    size_t middle = (rows->row_count + 1) / 2, most = rows_that_fit(picture);
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
    const struct sheet_form *form = picture->form;
    int inner = form->width - 2 * form->margin;
    bool one = rows->row_count <= rows_that_fit(picture) || form->columns_most == 1 ||
               picture->matrix->year_count > YEARS_IN_HALF;
    picture->column_count = one ? 1 : COLUMNS_MOST;
    picture->column_width = one ? inner : (inner - COLUMN_GAP) / COLUMNS_MOST;
    size_t second = one ? rows->row_count : find_break(picture);
    picture->columns[0] = (struct picture_column){picture, form->margin, 0, second, false};
    if (!one) {
        bool continues =
            !begins_area(rows, second) && area_is_said(matrix_rows_find(rows, second)->area->area);
        picture->columns[1] =
            (struct picture_column){picture, form->margin + picture->column_width + COLUMN_GAP,
                                    second, rows->row_count - second + continues, continues};
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
    const struct sheet_form *form = picture->form;
    size_t longest = longest_column(picture);
    int room = form->height - form->margin - picture->rows_y;
    int height = longest == 0 ? form->row_highest : room / (int)longest;
    picture->row_height = height < form->row_lowest    ? form->row_lowest
                          : height > form->row_highest ? form->row_highest
                                                       : height;
    int needed = picture->rows_y + (int)longest * picture->row_height + form->margin;
    picture->height = needed > form->height ? needed : form->height;
}

static void size_columns(struct picture *picture) {
    const struct matrix *matrix = picture->matrix;
    for (size_t i = 0; i < picture->rows.place_count; i++) {
        const struct matrix_goal *goal = picture->rows.places[i].goal;
        for (size_t j = 0; j < goal->action_count; j++) {
            if (!goal->actions[j]->is_numbered)
                continue;
            int width = text_picture_width(goal->actions[j]->number.text, SIZE_ROW);
            if (width > picture->number_width)
                picture->number_width = width;
        }
    }
    int most = picture->column_width / 8;
    picture->number_width = picture->number_width < most ? picture->number_width : most;
    int room = picture->column_width * picture->form->years_share / 100 / matrix->year_count;
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
    put_number(&map, TEXT("hode-y"), picture->rows_y - YEARS_BASELINE);
    put_number(&map, TEXT("bunn-y"), row_y(picture, column->row_count));
    picture_put_day(column, &map, VIEW_KEY("i-dag-x"), picture->matrix->context->repository->today);
    map_put(&map, TEXT("årstall"), years_value(column));
    map_put(&map, TEXT("rader"), value_lazy_list(row_value, column, column->row_count));
    return map_end(&map);
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

struct value matrix_picture(const struct matrix *matrix, enum picture_form form) {
    const struct view_context *context = matrix->context;
    const struct sheet_form *sheet = &sheet_forms[form];
    struct picture *picture = arena_alloc(context->arena, sizeof *picture);
    *picture = (struct picture){
        .matrix = matrix,
        .form = sheet,
        .signs = matrix_find_signs(matrix),
        .rows = matrix_rows_make(matrix, headings),
        .continued = label(context->labels, TEXT("bilde-fortsatt")),
    };
    int legend_end;
    struct value legend = picture_legend(picture, &legend_end);
    picture->rows_y = legend_end + LEGEND_LINE + HEADER_HEIGHT;
    split_rows(picture);
    size_columns(picture);
    size_rows(picture);
    struct value *columns = arena_alloc(context->arena, COLUMNS_MOST * sizeof *columns);
    for (size_t i = 0; i < picture->column_count; i++)
        columns[i] = column_value(&picture->columns[i]);
    struct text summary = subtitle(matrix, matrix_summary(matrix));
    int room = sheet->width - 2 * sheet->margin;
    struct map_builder map = map_begin(context->arena);
    view_put_head(context, &map, "handlingsplan", matrix->plan->title.text,
                  matrix->plan->source->path);
    put_number(&map, TEXT("bredde"), sheet->width);
    put_number(&map, TEXT("høyde"), picture->height);
    put_number(&map, TEXT("marg"), sheet->margin);
    put_number(&map, TEXT("tittel-y"), sheet->margin + 32);
    put_number(&map, TEXT("undertittel-y"), sheet->margin + 54);
    map_put(&map, TEXT("undertittel"),
            value_text(text_cut_to_width(summary, room, SIZE_SUBTITLE, context->arena)));
    map_put(&map, TEXT("beskrivelse"), value_text(description(matrix, summary)));
    map_put(&map, TEXT("spalter"), value_list(columns, picture->column_count));
    map_put(&map, TEXT("forklaring"), legend);
    return map_end(&map);
}
