// SPDX-License-Identifier: MIT
// A grant for the economy office: its frame and what is left of it above, the allocations below.
// Amounts that somebody changes there are summed, shared and checked anew.

#include "view/formula.h"
#include "view/grant.h"

enum grant_column {
    COLUMN_NUMBER,
    COLUMN_NAME,
    COLUMN_PHASE,
    COLUMN_AMOUNT,
    COLUMN_SHARE,
    COLUMN_PROJECT,
    COLUMN_CENTRE,
    COLUMN_LEADER,
    COLUMN_ACTIONS,
    COLUMN_DUE,
    COLUMN_REMARK,
    COLUMN_COUNT
};

enum grant_row {
    ROW_TITLE,
    ROW_SUBTITLE,
    ROW_FRAME,
    ROW_ALLOCATED,
    ROW_REST,
    ROW_CHECK,
    ROW_HINT,
    ROW_HEADER,
    HEAD_ROWS // the first allocation
};

#define ORE_OF_KRONE 100.0

static const struct {
    struct text label_key;
    double width;
    enum cell_style header;
} columns[COLUMN_COUNT] = {
    [COLUMN_NUMBER] = {TEXT_OF("tilskudd-nr"), 6, STYLE_HEADER_CENTRE},
    [COLUMN_NAME] = {TEXT_OF("tilskudd-tildeling"), 34, STYLE_HEADER},
    [COLUMN_PHASE] = {TEXT_OF("tilskudd-fase"), 28, STYLE_HEADER},
    [COLUMN_AMOUNT] = {TEXT_OF("tilskudd-beløp"), 16, STYLE_HEADER_RIGHT},
    [COLUMN_SHARE] = {TEXT_OF("tilskudd-andel"), 10, STYLE_HEADER_RIGHT},
    [COLUMN_PROJECT] = {TEXT_OF("tilskudd-prosjektnummer"), 14, STYLE_HEADER},
    [COLUMN_CENTRE] = {TEXT_OF("tilskudd-ansvarssted"), 14, STYLE_HEADER},
    [COLUMN_LEADER] = {TEXT_OF("tilskudd-prosjektleder"), 20, STYLE_HEADER},
    [COLUMN_ACTIONS] = {TEXT_OF("tilskudd-tiltak"), 11, STYLE_HEADER},
    [COLUMN_DUE] = {TEXT_OF("tilskudd-rapporteres"), 14, STYLE_HEADER_RIGHT},
    [COLUMN_REMARK] = {TEXT_OF("tilskudd-merknad"), 36, STYLE_HEADER},
};

struct grant_sheet {
    const struct view *view;
    const struct grant *grant;
    struct text subtitle, frame, allocated, rest, check, good, over, hint, total;
    struct text titles[COLUMN_COUNT];
};

static struct row start_row(enum cell_style style, struct cell **cells, struct arena *arena) {
    *cells = arena_alloc(arena, COLUMN_COUNT * sizeof **cells);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        (*cells)[i] = cell_empty(style);
    return (struct row){*cells, COLUMN_COUNT};
}

static size_t last_allocation(const struct grant_sheet *sheet) {
    return HEAD_ROWS + sheet->grant->allocations.count - 1;
}

// From the header on, which is no number: so a row that is put in first is summed too.
static struct text amounts(const struct grant_sheet *sheet, struct arena *arena) {
    struct cell_area area = {ROW_HEADER, (uint32_t)last_allocation(sheet), COLUMN_AMOUNT,
                             COLUMN_AMOUNT};
    return formula_range(TEXT(""), area, arena);
}

// The amount in row `row` as a share of the frame.
static struct cell share_cell(const struct grant_sheet *sheet, uint32_t row, int64_t ore,
                              enum cell_style style, struct arena *arena) {
    int64_t frame = sheet->grant->frame.ore;
    struct text whole = formula_cell(ROW_FRAME, COLUMN_AMOUNT, arena);
    struct text part = formula_cell(row, COLUMN_AMOUNT, arena);
    double share = frame == 0 ? 0 : ((double)ore / ORE_OF_KRONE) / ((double)frame / ORE_OF_KRONE);
    return cell_formula(text_format(arena, "IF(%.*s=0,0,%.*s/%.*s)", TEXT_ARGS(whole),
                                    TEXT_ARGS(part), TEXT_ARGS(whole)),
                        cell_share(style, share));
}

static struct cell rest_cell(const struct grant_sheet *sheet, struct arena *arena) {
    struct text frame = formula_cell(ROW_FRAME, COLUMN_AMOUNT, arena);
    struct text allocated = formula_cell(ROW_ALLOCATED, COLUMN_AMOUNT, arena);
    return cell_formula(
        text_format(arena, "ROUND(%.*s-%.*s,2)", TEXT_ARGS(frame), TEXT_ARGS(allocated)),
        cell_amount(STYLE_BODY_RIGHT, sheet->grant->frame.ore - sheet->grant->allocated));
}

// Of the rest, which is rounded to whole øre: a sum of fractions may be off by less than nothing.
static struct text over_frame(struct arena *arena) {
    struct text rest = formula_cell(ROW_REST, COLUMN_AMOUNT, arena);
    return text_concat(arena, rest, TEXT("<0"));
}

static struct cell check_cell(const struct grant_sheet *sheet, struct arena *arena) {
    bool over = sheet->grant->allocated > sheet->grant->frame.ore;
    struct text formula = text_format(arena, "IF(%.*s,%.*s,%.*s)", TEXT_ARGS(over_frame(arena)),
                                      TEXT_ARGS(formula_words(sheet->over, arena)),
                                      TEXT_ARGS(formula_words(sheet->good, arena)));
    return cell_formula(formula, cell_text(STYLE_CHECK_GOOD, over ? sheet->over : sheet->good));
}

static struct cell sum_cell(const struct grant_sheet *sheet, enum cell_style style,
                            struct arena *arena) {
    struct text range = amounts(sheet, arena);
    return cell_formula(text_format(arena, "SUM(%.*s)", TEXT_ARGS(range)),
                        cell_amount(style, sheet->grant->allocated));
}

static void put_summary(const struct grant_sheet *sheet, enum grant_row row, struct cell *cells,
                        struct arena *arena) {
    const struct {
        struct text words;
        struct cell value;
    } lines[] = {
        [ROW_FRAME] = {sheet->frame, cell_amount(STYLE_BODY_RIGHT, sheet->grant->frame.ore)},
        [ROW_ALLOCATED] = {sheet->allocated, sum_cell(sheet, STYLE_BODY_RIGHT, arena)},
        [ROW_REST] = {sheet->rest, rest_cell(sheet, arena)},
        [ROW_CHECK] = {sheet->check, check_cell(sheet, arena)},
    };
    cells[COLUMN_PHASE] = cell_text(STYLE_LABEL, lines[row].words);
    cells[COLUMN_AMOUNT] = lines[row].value;
    if (row == ROW_CHECK)
        cells[COLUMN_AMOUNT].span = 2;
    if (row == ROW_ALLOCATED)
        cells[COLUMN_SHARE] =
            share_cell(sheet, row, sheet->grant->allocated, STYLE_BODY_RIGHT, arena);
    if (row == ROW_REST)
        cells[COLUMN_SHARE] = share_cell(
            sheet, row, sheet->grant->frame.ore - sheet->grant->allocated, STYLE_BODY_RIGHT, arena);
}

static struct row head_row(const struct grant_sheet *sheet, enum grant_row row,
                           struct arena *arena) {
    struct cell *cells;
    struct row made = start_row(row == ROW_HEADER ? STYLE_HEADER : STYLE_PLAIN, &cells, arena);
    if (row == ROW_TITLE)
        cells[0] = cell_text(STYLE_TITLE, sheet->grant->title.text);
    else if (row == ROW_SUBTITLE)
        cells[0] = cell_text(STYLE_SUBTITLE, sheet->subtitle);
    else if (row == ROW_HINT)
        cells[COLUMN_PROJECT] = cell_text(STYLE_SUBTITLE, sheet->hint);
    else if (row == ROW_HEADER)
        for (size_t i = 0; i < COLUMN_COUNT; i++)
            cells[i] = cell_text(columns[i].header, sheet->titles[i]);
    else
        put_summary(sheet, row, cells, arena);
    return made;
}

// What the economy office or the project has yet to say is left open, and looks like it.
static struct cell given_cell(struct text text) {
    return text.size == 0 ? cell_empty(STYLE_FILL_IN) : cell_text(STYLE_BODY, text);
}

static struct text leader_words(const struct grant_sheet *sheet, const struct scalar *leader) {
    const struct party *party =
        organisation_party(sheet->view->repository->organisation, leader->text);
    return party == NULL ? leader->text : party->name;
}

static struct text action_numbers(const struct allocation *allocation, struct arena *arena) {
    size_t count = allocation->actions.count;
    struct text *numbers = arena_alloc(arena, count * sizeof *numbers);
    for (size_t i = 0; i < count; i++)
        numbers[i] = allocation->actions.items[i].text;
    return text_join(arena, numbers, count, TEXT(", "));
}

static struct row allocation_row(const struct grant_sheet *sheet, size_t index,
                                 struct arena *arena) {
    const struct allocation *allocation = &sheet->grant->allocations.items[index];
    struct cell *cells;
    struct row row = start_row(STYLE_BODY, &cells, arena);
    cells[COLUMN_NUMBER] = cell_number(STYLE_BODY_CENTRE, (int64_t)index + 1);
    cells[COLUMN_NAME] = cell_text(STYLE_BODY, allocation->name.text);
    cells[COLUMN_PHASE] = cell_text(STYLE_BODY, allocation->phase.text);
    cells[COLUMN_AMOUNT] = cell_amount(STYLE_BODY_RIGHT, allocation->amount.ore);
    cells[COLUMN_SHARE] = share_cell(sheet, (uint32_t)(HEAD_ROWS + index), allocation->amount.ore,
                                     STYLE_BODY_RIGHT, arena);
    cells[COLUMN_PROJECT] = given_cell(allocation->project_number.text);
    cells[COLUMN_CENTRE] = given_cell(allocation->cost_centre.text);
    cells[COLUMN_LEADER] = given_cell(leader_words(sheet, &allocation->project_leader));
    cells[COLUMN_ACTIONS] = cell_text(STYLE_BODY, action_numbers(allocation, arena));
    cells[COLUMN_DUE] = cell_date(STYLE_BODY_RIGHT, allocation->report_due.date);
    cells[COLUMN_REMARK] = cell_text(STYLE_BODY, prose_plain(&allocation->remark, false, arena));
    return row;
}

static struct row total_row(const struct grant_sheet *sheet, struct arena *arena) {
    struct cell *cells;
    struct row row = start_row(STYLE_TOTAL, &cells, arena);
    cells[COLUMN_NAME] = cell_text(STYLE_TOTAL, sheet->total);
    cells[COLUMN_AMOUNT] = sum_cell(sheet, STYLE_TOTAL_RIGHT, arena);
    cells[COLUMN_SHARE] = share_cell(sheet, (uint32_t)last_allocation(sheet) + 1,
                                     sheet->grant->allocated, STYLE_TOTAL_RIGHT, arena);
    return row;
}

static struct row grant_row(const void *context, size_t index, struct arena *arena) {
    const struct grant_sheet *sheet = context;
    if (index < HEAD_ROWS)
        return head_row(sheet, (enum grant_row)index, arena);
    return index <= last_allocation(sheet) ? allocation_row(sheet, index - HEAD_ROWS, arena)
                                           : total_row(sheet, arena);
}

// "Helsefellesskapet i … · Vedtatt i sak 42/24".
static struct text subtitle_of(const struct grant_sheet *sheet) {
    const struct labels *labels = sheet->view->labels;
    struct arena *arena = sheet->view->arena;
    struct text name = sheet->view->repository->organisation->name.text;
    if (sheet->grant->decided_by.text.size == 0)
        return name;
    return text_format(arena, "%.*s · %.*s %.*s\u00A0%.*s", TEXT_ARGS(name),
                       TEXT_ARGS(label(labels, TEXT("tilskudd-vedtatt"))),
                       TEXT_ARGS(label(labels, TEXT("sak"))),
                       TEXT_ARGS(sheet->grant->decided_by.text));
}

static void find_words(struct grant_sheet *sheet) {
    const struct labels *labels = sheet->view->labels;
    const struct {
        struct text key;
        struct text *words;
    } wanted[] = {
        {TEXT("tilskudd-ramme"), &sheet->frame}, {TEXT("tilskudd-tildelt"), &sheet->allocated},
        {TEXT("tilskudd-rest"), &sheet->rest},   {TEXT("ark-kontroll"), &sheet->check},
        {TEXT("kontroll-ok"), &sheet->good},     {TEXT("kontroll-over"), &sheet->over},
        {TEXT("ark-fyll-ut"), &sheet->hint},     {TEXT("ark-sum"), &sheet->total},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        *wanted[i].words = label(labels, wanted[i].key);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        sheet->titles[i] = label(labels, columns[i].label_key);
    sheet->subtitle = subtitle_of(sheet);
}

static const struct red_when *red_cells(struct arena *arena) {
    struct red_when *red = arena_alloc(arena, sizeof *red);
    *red = (struct red_when){
        .area = {ROW_REST, ROW_CHECK, COLUMN_AMOUNT, COLUMN_SHARE},
        .formula = over_frame(arena),
    };
    return red;
}

static struct column *column_widths(struct arena *arena) {
    struct column *widths = arena_alloc(arena, COLUMN_COUNT * sizeof *widths);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        widths[i].width = columns[i].width;
    return widths;
}

static struct sheet sheet_of(const struct grant_sheet *sheet) {
    const struct labels *labels = sheet->view->labels;
    struct arena *arena = sheet->view->arena;
    return (struct sheet){
        .name = label(labels, TEXT("ark-tildelinger")),
        .columns = column_widths(arena),
        .column_count = COLUMN_COUNT,
        .row_count = last_allocation(sheet) + 2,
        .row = grant_row,
        .context = sheet,
        .head_rows = HEAD_ROWS,
        .repeated_rows = 1,
        .frozen_columns = COLUMN_NAME + 1,
        .filter_rows = (uint32_t)sheet->grant->allocations.count,
        .landscape = true,
        .red = red_cells(arena),
        .red_count = 1,
        .footer_left = text_format(arena, "%.*s %.*s", TEXT_ARGS(label(labels, TEXT("laget-fra"))),
                                   TEXT_ARGS(sheet->grant->source->path)),
    };
}

const struct workbook *grant_workbook(const struct view *view, const struct grant *grant,
                                      const struct payments *payments) {
    (void)payments;
    struct grant_sheet *sheet = arena_alloc(view->arena, sizeof *sheet);
    *sheet = (struct grant_sheet){.view = view, .grant = grant};
    find_words(sheet);
    struct sheet *sheets = arena_alloc(view->arena, sizeof *sheets);
    *sheets = sheet_of(sheet);
    struct workbook *workbook = arena_alloc(view->arena, sizeof *workbook);
    *workbook = (struct workbook){
        .title = grant->title.text,
        .author = view->repository->organisation->name.text,
        .page_word = label(view->labels, TEXT("side")),
        .of_word = label(view->labels, TEXT("av")),
        .created = view->created,
        .sheets = sheets,
        .sheet_count = 1,
    };
    return workbook;
}
