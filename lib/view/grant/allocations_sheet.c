// SPDX-License-Identifier: MIT
// The first sheet: what each project was allocated, what became of it, and a picture.

#include "view/grant/sheets.h"

#include "base/amount.h"
#include "view/grant/money.h"

enum { MOST_BARS = 40, BAR_PIXELS = 26, CHART_EDGES = 112, CHART_WIDTH = 1100 };

struct allocation_formulas {
    struct text of[ALLOCATION_COLUMNS];
};

// The formulas of a row are the same in all rows.
static struct allocation_formulas *make_formulas(const struct book *book) {
    struct arena *arena = book->context->arena;
    struct allocation_formulas *made = arena_alloc(arena, sizeof *made);
    struct text number = in_this_row(book, ALLOCATION_NUMBER);
    struct text current = in_this_row(book, ALLOCATION_CURRENT);
    struct text effects = column_name(book, TABLE_CHANGES, CHANGE_COLUMN_EFFECT);
    struct text changed = column_name(book, TABLE_CHANGES, CHANGE_COLUMN_NUMBER);
    struct text paid = column_name(book, TABLE_PAYMENTS, PAID_AMOUNT);
    struct text paid_of = column_name(book, TABLE_PAYMENTS, PAID_NUMBER);
    made->of[ALLOCATION_CHANGED] =
        text_format(arena, "ROUND(SUMIFS(%.*s,%.*s,%.*s),2)", TEXT_ARGS(effects),
                    TEXT_ARGS(changed), TEXT_ARGS(number));
    made->of[ALLOCATION_CURRENT] = text_format(arena, "ROUND(SUM(%.*s)+%.*s,2)",
                                               TEXT_ARGS(in_this_row(book, ALLOCATION_FIRST)),
                                               TEXT_ARGS(in_this_row(book, ALLOCATION_CHANGED)));
    made->of[ALLOCATION_SHARE] =
        text_format(arena, "IF(%s=0,0,%.*s/%s)", NAME_FRAME, TEXT_ARGS(current), NAME_FRAME);
    made->of[ALLOCATION_PAID] = text_format(arena, "ROUND(SUMIFS(%.*s,%.*s,%.*s),2)",
                                            TEXT_ARGS(paid), TEXT_ARGS(paid_of), TEXT_ARGS(number));
    // SUM() takes a text as nothing; Kontroll tells of it.
    made->of[ALLOCATION_LEFT] =
        text_format(arena, "ROUND(%.*s-%.*s-SUM(%.*s),2)", TEXT_ARGS(current),
                    TEXT_ARGS(in_this_row(book, ALLOCATION_PAID)),
                    TEXT_ARGS(in_this_row(book, ALLOCATION_COMMITTED)));
    made->of[ALLOCATION_OWN] =
        grant_own_share_is_of_total(book->grant)
            ? text_format(arena, "ROUND(%.*s*%s/(1-%s),2)", TEXT_ARGS(current), NAME_OWN_SHARE,
                          NAME_OWN_SHARE)
            : text_format(arena, "ROUND(%.*s*%s,2)", TEXT_ARGS(current), NAME_OWN_SHARE);
    made->of[ALLOCATION_DUE] = look_up_date(book, TABLE_ALLOCATIONS, TABLE_REPORTS, REPORT_DUE);
    made->of[ALLOCATION_RECEIVED] =
        look_up_date(book, TABLE_ALLOCATIONS, TABLE_REPORTS, REPORT_RECEIVED);
    return made;
}

struct allocation_context {
    const struct book *book;
    const struct allocation_formulas *formulas;
};

static struct text source_comment(const struct book *book, const struct allocation *allocation,
                                  struct arena *arena) {
    const struct text names[] = {TEXT("sak"), TEXT("fil"), TEXT("linje")};
    const struct text values[] = {case_in_words(book, book->grant->decided_by.text, arena),
                                  book->grant->source->path,
                                  text_format(arena, "%u", (unsigned)allocation->amount.at.line)};
    return label_filled(book->context->labels, TEXT("bok-kilde"), names, values,
                        sizeof names / sizeof *names, arena);
}

// With whom, and when it is due; nothing where one amount is all that is known.
static struct text commitments_comment(const struct book *book, const struct allocation *allocation,
                                       struct arena *arena) {
    size_t count = allocation->commitments.count;
    const struct commitment *items = allocation->commitments.items;
    struct text *lines = arena_alloc(arena, (count + 1) * sizeof *lines);
    for (size_t i = 0; i < count; i++)
        lines[i] = grant_commitment(book->context->labels, &items[i], arena);
    bool is_plain = count == 0 || (count == 1 && items->supplier.text.size == 0 &&
                                   items->until.date.year == 0 && items->due.date.year == 0);
    return is_plain ? TEXT("") : text_join(arena, lines, count, TEXT("\n"));
}

// What people write: in the file, or in the workbook.
static void put_written(const struct book *book, const struct allocation *allocation,
                        struct cell *cells, struct arena *arena) {
    cells[ALLOCATION_NAME] = cell_text(STYLE_OPEN, allocation->name.text);
    cells[ALLOCATION_PHASE] = cell_text(STYLE_OPEN, allocation->phase.text);
    cells[ALLOCATION_CASE] =
        cell_text(STYLE_OPEN, case_in_words(book, book->grant->decided_by.text, arena));
    cells[ALLOCATION_PROJECT] = cell_to_fill_in(allocation->project_number.text);
    cells[ALLOCATION_CENTRE] = cell_to_fill_in(allocation->cost_centre.text);
    cells[ALLOCATION_LEADER] = cell_to_fill_in(grant_leader(book->context, allocation));
    cells[ALLOCATION_FIRST] = cell_exact(STYLE_OPEN_RIGHT, allocation->amount.ore);
    cells[ALLOCATION_FIRST].comment = source_comment(book, allocation, arena);
    cells[ALLOCATION_COMMITTED] =
        cell_exact(allocation->committed.at.line > 0 ? STYLE_OPEN_RIGHT : STYLE_FILL_IN_RIGHT,
                   allocation->committed.ore);
    cells[ALLOCATION_COMMITTED].comment = commitments_comment(book, allocation, arena);
    cells[ALLOCATION_PUT_IN] =
        cell_exact(allocation->put_in.at.line > 0 ? STYLE_OPEN_RIGHT : STYLE_FILL_IN_RIGHT,
                   allocation->put_in.ore);
    cells[ALLOCATION_REMARK] =
        cell_text(STYLE_OPEN, prose_plain(&allocation->remark, false, arena));
}

static struct row data_row(const struct allocation_context *context, size_t index,
                           struct arena *arena) {
    const struct book *book = context->book;
    const struct text *formulas = context->formulas->of;
    const struct allocation *allocation = &book->grant->allocations.items[index];
    int64_t current = allocation_current(allocation), paid = book->payments->of[index].ore;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, ALLOCATION_COLUMNS, &cells, arena);
    cells[ALLOCATION_NUMBER] = cell_number(STYLE_BODY_CENTRE, (int64_t)index + 1);
    put_written(book, allocation, cells, arena);
    const struct {
        enum allocation_column column;
        struct cell value;
    } computed[] = {
        {ALLOCATION_CHANGED, cell_exact(STYLE_BODY_RIGHT, allocation->changed)},
        {ALLOCATION_CURRENT, cell_exact(STYLE_BODY_RIGHT, current)},
        {ALLOCATION_SHARE,
         cell_share(STYLE_BODY_RIGHT, share_number(current, book->grant->frame.ore))},
        {ALLOCATION_PAID, cell_exact(STYLE_BODY_RIGHT, paid)},
        {ALLOCATION_LEFT, cell_exact(STYLE_BODY_RIGHT, current - paid - allocation->committed.ore)},
        {ALLOCATION_OWN, cell_exact(STYLE_BODY_RIGHT, grant_own_part(book->grant, current))},
        {ALLOCATION_DUE, cell_date(STYLE_BODY_RIGHT, allocation->report_due.date)},
        {ALLOCATION_RECEIVED, cell_date(STYLE_BODY_RIGHT, allocation->report.received.date)},
    };
    for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
        cells[computed[i].column] = cell_formula(formulas[computed[i].column], computed[i].value);
    row.count = shown_columns(book, TABLE_ALLOCATIONS);
    return row;
}

static struct row total_row(const struct book *book, struct arena *arena) {
    const struct grant *grant = book->grant;
    const struct grant_sums *of = &book->sums;
    int64_t own = 0, put_in = 0;
    struct cell *cells;
    struct row row = row_empty(STYLE_TOTAL, ALLOCATION_COLUMNS, &cells, arena);
    for (size_t i = 0; i < grant->allocations.count; i++) {
        own += grant_own_part(grant, allocation_current(&grant->allocations.items[i]));
        put_in += grant->allocations.items[i].put_in.ore;
    }
    const struct {
        enum allocation_column column;
        int64_t ore;
    } sums[] = {
        {ALLOCATION_FIRST, of->first},
        {ALLOCATION_CHANGED, of->changed},
        {ALLOCATION_CURRENT, of->current},
        {ALLOCATION_PAID, of->paid},
        {ALLOCATION_COMMITTED, of->committed},
        {ALLOCATION_LEFT, of->left},
        {ALLOCATION_OWN, own},
        {ALLOCATION_PUT_IN, put_in},
    };
    cells[ALLOCATION_NAME] = cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        cells[sums[i].column] = sum_of_column(sums[i].column, sums[i].ore, arena);
    row.count = shown_columns(book, TABLE_ALLOCATIONS);
    return row;
}

static void put_labels(const struct book *book, struct cell *cells) {
    const struct labels *labels = book->context->labels;
    cells[ALLOCATION_NAME] = cell_text(STYLE_LABEL, label(labels, TEXT("tilskudd-ramme")));
    cells[ALLOCATION_PHASE] = cell_text(STYLE_LABEL, label(labels, TEXT("sum-ikke-tildelt")));
    cells[ALLOCATION_PHASE].comment = label(labels, TEXT("sum-ikke-tildelt-om"));
    cells[ALLOCATION_CASE] = cell_text(STYLE_LABEL, label(labels, TEXT("bok-egenandel")));
    if (grant_own_share_is_of_total(book->grant))
        cells[ALLOCATION_CASE].comment = label(labels, TEXT("bok-egenandel-samlet"));
    cells[ALLOCATION_PROJECT] = cell_text(STYLE_LABEL, label(labels, TEXT("bok-mva")));
    cells[ALLOCATION_PROJECT].span = 2;
    cells[ALLOCATION_LEADER] = cell_text(STYLE_LABEL, label(labels, TEXT("sum-ikke-brukt")));
    cells[ALLOCATION_LEADER].comment = label(labels, TEXT("sum-ikke-brukt-om"));
}

static void put_values(const struct book *book, struct cell *cells, struct arena *arena) {
    const struct grant *grant = book->grant;
    int share = grant_own_share(grant);
    const struct {
        enum allocation_column at, of;
        int64_t ore;
    } left[] = {{ALLOCATION_PHASE, ALLOCATION_CURRENT, book->sums.unallocated},
                {ALLOCATION_LEADER, ALLOCATION_PAID, book->sums.unspent}};
    cells[ALLOCATION_NAME] = cell_exact(STYLE_BODY_RIGHT, grant->frame.ore);
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        struct text sum = sum_where_number(book, TABLE_ALLOCATIONS, left[i].of, ALLOCATION_NUMBER);
        cells[left[i].at] =
            cell_formula(text_format(arena, "ROUND(%s-%.*s,2)", NAME_FRAME, TEXT_ARGS(sum)),
                         cell_exact(STYLE_BODY_RIGHT, left[i].ore));
    }
    cells[ALLOCATION_CASE] = cell_share(STYLE_BODY_RIGHT, share < 0 ? 0 : share / 100.0);
    cells[ALLOCATION_PROJECT] = cell_text(
        STYLE_BODY,
        grant->vat.at.line > 0
            ? label(book->context->labels,
                    text_concat(arena, TEXT("mva-"), text_from(vat_names[grant->vat.index])))
            : TEXT(""));
    cells[ALLOCATION_PROJECT].span = 2;
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct allocation_context *context = from;
    const struct book *book = context->book;
    size_t count = book->grant->allocations.count;
    if (index >= ROW_DATA && index < ROW_DATA + count)
        return data_row(context, index - ROW_DATA, arena);
    if (index == ROW_DATA + count && count > 0)
        return total_row(book, arena);
    struct cell *cells;
    struct row row = top_row(book, TABLE_ALLOCATIONS, index, &cells, arena);
    if (index == ROW_LABELS)
        put_labels(book, cells);
    else if (index == ROW_VALUES)
        put_values(book, cells, arena);
    else if (index == ROW_HINT)
        cells[0] = cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint")));
    return row;
}

// Red where more was allocated than the frame, or paid than allocated.
static const struct condition *conditions(const struct book *book, uint32_t last) {
    struct arena *arena = book->context->arena;
    struct condition *made = arena_alloc(arena, 2 * sizeof *made);
    struct text rest = formula_cell(ROW_VALUES, ALLOCATION_PHASE, arena);
    made[0] = (struct condition){
        .area = {ROW_VALUES, ROW_VALUES, ALLOCATION_PHASE, ALLOCATION_PHASE},
        .formula = text_concat(arena, rest, TEXT("<0")),
    };
    struct text paid = formula_row_cell(ROW_DATA, ALLOCATION_PAID, arena);
    struct text current = formula_row_cell(ROW_DATA, ALLOCATION_CURRENT, arena);
    made[1] = (struct condition){
        .area = {ROW_DATA, last, ALLOCATION_PAID, ALLOCATION_PAID},
        .formula = text_format(arena, "%.*s>%.*s", TEXT_ARGS(paid), TEXT_ARGS(current)),
    };
    return made;
}

static const struct entry_rule *entries(const struct book *book, uint32_t last) {
    struct entry_rule *made = arena_alloc(book->context->arena, sizeof *made);
    *made = (struct entry_rule){
        .area = {ROW_DATA, last, ALLOCATION_COMMITTED, ALLOCATION_COMMITTED},
        .kind = ENTRY_AMOUNT,
        .hint = label(book->context->labels, TEXT("bok-hint-bundet")),
    };
    return made;
}

static const struct sheet_chart *chart(const struct book *book, uint32_t last) {
    static const struct {
        enum allocation_column column;
        enum bar_look look;
    } bars[] = {{ALLOCATION_PAID, BAR_DARK},
                {ALLOCATION_COMMITTED, BAR_HATCHED},
                {ALLOCATION_LEFT, BAR_LIGHT}};
    enum { BARS = sizeof bars / sizeof *bars };
    struct arena *arena = book->context->arena;
    struct sheet_chart *made = arena_alloc(arena, sizeof *made);
    struct chart_series *series = arena_alloc(arena, BARS * sizeof *series);
    for (size_t i = 0; i < BARS; i++)
        series[i] = (struct chart_series){book->titles[TABLE_ALLOCATIONS][bars[i].column],
                                          (uint16_t)bars[i].column, bars[i].look};
    *made = (struct sheet_chart){
        .row = last + 3,
        .first_row = ROW_DATA,
        .last_row = last,
        .name_column = ALLOCATION_NAME,
        .series = series,
        .series_count = BARS,
        .title = label(book->context->labels, TEXT("bok-bilde")),
        .description = label(book->context->labels, TEXT("bok-bilde-beskrivelse")),
        .width = CHART_WIDTH,
        .height = (uint16_t)(CHART_EDGES + BAR_PIXELS * book->grant->allocations.count),
    };
    return made;
}

struct sheet allocations_sheet(const struct book *book) {
    size_t count = book->grant->allocations.count;
    struct allocation_context *context = arena_alloc(book->context->arena, sizeof *context);
    *context = (struct allocation_context){book, make_formulas(book)};
    struct sheet sheet = table_sheet(book, TABLE_ALLOCATIONS, count > 0, context->formulas->of);
    uint32_t last = last_data_row(book, TABLE_ALLOCATIONS);
    sheet.row = make_row;
    sheet.context = context;
    sheet.frozen_columns = ALLOCATION_NAME + 1;
    sheet.conditions = conditions(book, last);
    sheet.condition_count = 2;
    sheet.entries = entries(book, last);
    sheet.entry_count = 1;
    sheet.chart = count > 0 && count <= MOST_BARS ? chart(book, last) : NULL;
    return sheet;
}
