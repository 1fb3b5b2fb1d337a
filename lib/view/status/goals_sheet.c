// SPDX-License-Identifier: MIT
// The goals of other plans as a sheet to filter.

#include "view/columns.h"
#include "view/status/status.h"

enum goal_column {
    COLUMN_PART,
    COLUMN_GROUP,
    COLUMN_NUMBER,
    COLUMN_GOAL,
    COLUMN_STATUS,
    COLUMN_COMMENT,
    COLUMN_COUNT
};

enum { ROW_TITLE, ROW_HEADER, HEAD_ROWS };

static const struct {
    struct text label_key;
    double width;
} columns[COLUMN_COUNT] = {
    [COLUMN_PART] = {TEXT_OF("status-del"), 26},
    [COLUMN_GROUP] = {TEXT_OF("status-gruppe"), 26},
    [COLUMN_NUMBER] = {TEXT_OF("kolonne-nr"), 8},
    [COLUMN_GOAL] = {TEXT_OF("kolonne-mål"), 56},
    [COLUMN_STATUS] = {TEXT_OF("kolonne-status"), 16},
    [COLUMN_COMMENT] = {TEXT_OF("status-kommentar"), 56},
};

struct goal_place {
    const struct note_part *part;
    const struct goal_group *group;
    const struct reported_goal *goal;
};

struct goals_sheet {
    const struct status_report *report;
    struct goal_place *places;
    size_t count;
    struct text title;
};

static void list_goals(struct goals_sheet *sheet) {
    const struct status_note *note = sheet->report->note;
    for (size_t i = 0; i < note->parts.count; i++)
        for (size_t j = 0; j < note->parts.items[i].groups.count; j++) {
            const struct goal_group *group = &note->parts.items[i].groups.items[j];
            for (size_t k = 0; k < group->goals.count; k++) {
                sheet->places = arena_append(sheet->report->context->arena, sheet->places,
                                             sheet->count, sizeof *sheet->places);
                sheet->places[sheet->count++] =
                    (struct goal_place){&note->parts.items[i], group, &group->goals.items[k]};
            }
        }
}

static struct row head_row(const struct goals_sheet *sheet, size_t index, struct arena *arena) {
    struct cell *cells;
    struct row row =
        row_empty(index == ROW_HEADER ? STYLE_HEADER : STYLE_PLAIN, COLUMN_COUNT, &cells, arena);
    if (index == ROW_TITLE)
        cells[0] = cell_text(STYLE_TITLE, sheet->title);
    else
        for (size_t i = 0; i < COLUMN_COUNT; i++)
            cells[i] = cell_text(STYLE_HEADER,
                                 label(sheet->report->context->labels, columns[i].label_key));
    return row;
}

static struct row goals_row(const void *of, size_t index, struct arena *arena) {
    const struct goals_sheet *sheet = of;
    if (index < HEAD_ROWS)
        return head_row(sheet, index, arena);
    const struct goal_place *place = &sheet->places[index - HEAD_ROWS];
    struct text status = goal_status(place->part, place->goal);
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, COLUMN_COUNT, &cells, arena);
    if (scale_place(place->part, status) < 0)
        status = label(sheet->report->context->labels, TEXT("status-ukjent"));
    cells[COLUMN_PART] = cell_text(STYLE_BODY, place->part->name.text);
    cells[COLUMN_GROUP] = cell_text(STYLE_BODY, place->group->name.text);
    cells[COLUMN_NUMBER] = cell_text(STYLE_NUMBER_KEY, place->goal->number.text);
    cells[COLUMN_GOAL] = cell_text(STYLE_BODY, prose_plain(&place->goal->text, false, arena));
    cells[COLUMN_STATUS] = cell_text(STYLE_BODY, status);
    if (!prose_is_empty(&place->goal->comment))
        cells[COLUMN_COMMENT] =
            cell_text(STYLE_BODY, prose_plain(&place->goal->comment, false, arena));
    return row;
}

struct sheet status_goals_sheet(const struct status_report *report) {
    const struct view_context *context = report->context;
    struct goals_sheet *sheet = arena_alloc(context->arena, sizeof *sheet);
    struct column *widths = arena_alloc(context->arena, COLUMN_COUNT * sizeof *widths);
    *sheet = (struct goals_sheet){.report = report, .title = status_report_title(report)};
    list_goals(sheet);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        widths[i].width = columns[i].width;
    struct sheet *whole = arena_alloc(context->arena, sizeof *whole);
    *whole = (struct sheet){
        .name = label(context->labels, TEXT("status-ark-mål")),
        .columns = widths,
        .column_count = COLUMN_COUNT,
        .row_count = HEAD_ROWS + sheet->count,
        .row = goals_row,
        .context = sheet,
        .head_rows = HEAD_ROWS,
        .repeated_rows = 1,
        .filter_rows = (uint32_t)sheet->count,
        .landscape = true,
    };
    const uint32_t always = 1U << COLUMN_PART | 1U << COLUMN_GOAL | 1U << COLUMN_STATUS;
    struct sheet_columns *shown = arena_alloc(context->arena, sizeof *shown);
    *shown = sheet_columns_find(whole, always, context->arena);
    return sheet_columns_keep(whole, shown, context->arena);
}
