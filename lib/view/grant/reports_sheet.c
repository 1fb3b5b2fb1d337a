// SPDX-License-Identifier: MIT
// What each project is to report, and has reported. Dates that somebody writes here show on the
// sheet of allocations too.

#include "view/grant/sheets.h"

enum report_state { STATE_NONE, STATE_RECEIVED, STATE_OVERDUE, STATE_WAITING, STATE_COUNT };

struct report_context {
    const struct book *book;
    struct text formulas[REPORT_COLUMNS];
    struct text states[STATE_COUNT];
    const char *words[MOST_STATUS_PLACES + 1]; // of the list of statuses
};

static struct text by_number(const struct book *book, enum allocation_column column) {
    return look_up_number(book, TABLE_REPORTS, TABLE_ALLOCATIONS, column);
}

static struct text state_formula(const struct report_context *context) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    struct text received = in_this_row(book, REPORT_RECEIVED);
    struct text due = in_this_row(book, REPORT_DUE);
    return text_format(
        arena, "IF(%.*s<>\"\",%.*s,IF(%.*s=\"\",\"\",IF(%s=\"\",%.*s,IF(%.*s<%s,%.*s,%.*s))))",
        TEXT_ARGS(received), TEXT_ARGS(formula_words(context->states[STATE_RECEIVED], arena)),
        TEXT_ARGS(due), NAME_TODAY, TEXT_ARGS(formula_words(context->states[STATE_WAITING], arena)),
        TEXT_ARGS(due), NAME_TODAY, TEXT_ARGS(formula_words(context->states[STATE_OVERDUE], arena)),
        TEXT_ARGS(formula_words(context->states[STATE_WAITING], arena)));
}

// The general words, and those of the plan's own that the reports have.
static void list_words(struct report_context *context) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    size_t count = 0;
    for (; count < STATUS_COUNT; count++)
        context->words[count] = text_copy(arena, book->context->labels->statuses[count]).data;
    for (size_t i = 0; i < book->grant->allocations.count; i++) {
        const struct told_status *status = &book->grant->allocations.items[i].report.status;
        if (status->own == NULL)
            continue;
        struct text word = view_status_words(book->context, status);
        size_t same = 0;
        while (same < count && !text_is(word, context->words[same]))
            same++;
        bool is_one = text_find(word, ',') == word.size; // in a list it would be two
        if (same == count && is_one && count < MOST_STATUS_PLACES)
            context->words[count++] = text_copy(arena, word).data;
    }
}

static struct report_context *make_context(const struct book *book) {
    const struct labels *labels = book->context->labels;
    struct report_context *context = arena_alloc(book->context->arena, sizeof *context);
    context->book = book;
    context->states[STATE_NONE] = TEXT("");
    context->states[STATE_RECEIVED] = label(labels, TEXT("bok-mottatt-tilstand"));
    context->states[STATE_OVERDUE] = label(labels, TEXT("bok-forfalt"));
    context->states[STATE_WAITING] = label(labels, TEXT("bok-venter"));
    context->formulas[REPORT_STATE] = state_formula(context);
    context->formulas[REPORT_NAME] =
        look_up_text(book, TABLE_REPORTS, TABLE_ALLOCATIONS, ALLOCATION_NAME);
    context->formulas[REPORT_LEADER] =
        look_up_text(book, TABLE_REPORTS, TABLE_ALLOCATIONS, ALLOCATION_LEADER);
    context->formulas[REPORT_CURRENT] = by_number(book, ALLOCATION_CURRENT);
    context->formulas[REPORT_PAID] = by_number(book, ALLOCATION_PAID);
    context->formulas[REPORT_LEFT] = by_number(book, ALLOCATION_LEFT);
    list_words(context);
    return context;
}

static enum report_state state_of(const struct book *book, const struct allocation *allocation) {
    if (allocation->report.received.date.year > 0)
        return STATE_RECEIVED;
    if (allocation->report_due.date.year == 0)
        return STATE_NONE;
    return allocation_report_is_overdue(allocation, book->context->repository->today)
               ? STATE_OVERDUE
               : STATE_WAITING;
}

static void put_words(const struct report_context *context, const struct allocation *allocation,
                      struct cell *cells, struct arena *arena) {
    const struct book *book = context->book;
    const struct told_status *status = &allocation->report.status;
    bool has_status = status->at.line > 0 && status->index >= 0;
    cells[REPORT_STATE] =
        cell_formula(context->formulas[REPORT_STATE],
                     cell_text(STYLE_BODY, context->states[state_of(book, allocation)]));
    cells[REPORT_STATUS] =
        cell_to_fill_in(has_status ? view_status_words(book->context, status) : TEXT(""));
    cells[REPORT_SUMMARY] = cell_to_fill_in(prose_plain(&allocation->report.summary, false, arena));
    cells[REPORT_DEVIATION] =
        cell_to_fill_in(prose_plain(&allocation->report.deviation, false, arena));
}

static struct row report_row(const struct report_context *context, size_t index,
                             struct arena *arena) {
    const struct book *book = context->book;
    const struct allocation *allocation = &book->grant->allocations.items[index];
    struct date received = allocation->report.received.date;
    int64_t current = allocation_current(allocation), paid = book->payments->of[index].ore;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, REPORT_COLUMNS, &cells, arena);
    cells[REPORT_NUMBER] = cell_number(STYLE_BODY_CENTRE, (int64_t)index + 1);
    cells[REPORT_NAME] =
        cell_formula(context->formulas[REPORT_NAME], cell_text(STYLE_BODY, allocation->name.text));
    cells[REPORT_LEADER] =
        cell_formula(context->formulas[REPORT_LEADER],
                     cell_text(STYLE_BODY, grant_leader(book->context, allocation)));
    cells[REPORT_DUE] = cell_date(STYLE_OPEN_RIGHT, allocation->report_due.date);
    cells[REPORT_RECEIVED] =
        cell_date(received.year > 0 ? STYLE_OPEN_RIGHT : STYLE_FILL_IN_RIGHT, received);
    put_words(context, allocation, cells, arena);
    cells[REPORT_CURRENT] =
        cell_formula(context->formulas[REPORT_CURRENT], cell_exact(STYLE_BODY_RIGHT, current));
    cells[REPORT_PAID] =
        cell_formula(context->formulas[REPORT_PAID], cell_exact(STYLE_BODY_RIGHT, paid));
    cells[REPORT_LEFT] =
        cell_formula(context->formulas[REPORT_LEFT],
                     cell_exact(STYLE_BODY_RIGHT, current - paid - allocation->committed.ore));
    return row;
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct report_context *context = from;
    const struct book *book = context->book;
    struct cell *cells;
    if (index >= ROW_DATA && index < ROW_DATA + book->grant->allocations.count)
        return report_row(context, index - ROW_DATA, arena);
    struct row row = top_row(book, TABLE_REPORTS, index, &cells, arena);
    if (index == ROW_HINT)
        cells[0] =
            cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint-rapportering")));
    return row;
}

static const struct condition *conditions(const struct report_context *context, uint32_t last) {
    struct arena *arena = context->book->context->arena;
    struct condition *made = arena_alloc(arena, sizeof *made);
    struct text state = formula_row_cell(ROW_DATA, REPORT_STATE, arena);
    struct text overdue = formula_words(context->states[STATE_OVERDUE], arena);
    *made = (struct condition){
        .area = {ROW_DATA, last, REPORT_DUE, REPORT_STATE},
        .formula = text_format(arena, "%.*s=%.*s", TEXT_ARGS(state), TEXT_ARGS(overdue)),
        .look = CONDITION_AMBER,
    };
    return made;
}

static const struct entry_rule *entries(const struct report_context *context, uint32_t last) {
    struct entry_rule *made = arena_alloc(context->book->context->arena, 2 * sizeof *made);
    made[0] = (struct entry_rule){
        .area = {ROW_DATA, last, REPORT_RECEIVED, REPORT_RECEIVED},
        .kind = ENTRY_DATE,
        .hint = label(context->book->context->labels, TEXT("bok-hint-mottatt")),
    };
    made[1] = (struct entry_rule){
        .area = {ROW_DATA, last, REPORT_STATUS, REPORT_STATUS},
        .kind = ENTRY_WORDS,
        .words = context->words,
    };
    return made;
}

struct sheet reports_sheet(const struct book *book) {
    uint32_t last = last_data_row(book, TABLE_REPORTS);
    struct report_context *context = make_context(book);
    struct sheet sheet = table_sheet(book, TABLE_REPORTS, false, context->formulas);
    sheet.row = make_row;
    sheet.context = context;
    sheet.frozen_columns = REPORT_NAME + 1;
    sheet.conditions = conditions(context, last);
    sheet.condition_count = 1;
    sheet.entries = entries(context, last);
    sheet.entry_count = 2;
    return sheet;
}

// The reports before those that were due, as they came.

struct earlier_report {
    const struct grant_report *report;
    uint32_t allocation;
};

struct earlier_context {
    const struct book *book;
    struct text formulas[EARLIER_COLUMNS];
    struct earlier_report *reports;
};

static struct row earlier_row(const struct earlier_context *context, size_t index,
                              struct arena *arena) {
    const struct book *book = context->book;
    const struct earlier_report *earlier = &context->reports[index];
    const struct told_status *status = &earlier->report->status;
    bool has_status = status->at.line > 0 && status->index >= 0;
    struct text name = book->grant->allocations.items[earlier->allocation].name.text;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, EARLIER_COLUMNS, &cells, arena);
    cells[EARLIER_NUMBER] = cell_number(STYLE_BODY_CENTRE, (int64_t)earlier->allocation + 1);
    cells[EARLIER_NAME] =
        cell_formula(context->formulas[EARLIER_NAME], cell_text(STYLE_BODY, name));
    cells[EARLIER_RECEIVED] = cell_date(STYLE_BODY_RIGHT, earlier->report->received.date);
    cells[EARLIER_STATUS] =
        cell_text(STYLE_BODY, has_status ? view_status_words(book->context, status) : TEXT(""));
    cells[EARLIER_SUMMARY] =
        cell_text(STYLE_BODY, prose_plain(&earlier->report->summary, false, arena));
    cells[EARLIER_DEVIATION] =
        cell_text(STYLE_BODY, prose_plain(&earlier->report->deviation, false, arena));
    return row;
}

static struct row make_earlier_row(const void *from, size_t index, struct arena *arena) {
    const struct earlier_context *context = from;
    struct cell *cells;
    return index >= ROW_DATA ? earlier_row(context, index - ROW_DATA, arena)
                             : top_row(context->book, TABLE_EARLIER, index, &cells, arena);
}

struct sheet earlier_sheet(const struct book *book) {
    struct arena *arena = book->context->arena;
    struct earlier_context *context = arena_alloc(arena, sizeof *context);
    size_t count = 0;
    context->book = book;
    context->reports = arena_alloc(arena, book->earlier_count * sizeof *context->reports);
    for (uint32_t i = 0; i < book->grant->allocations.count; i++) {
        const struct allocation *allocation = &book->grant->allocations.items[i];
        for (size_t k = 0; k < allocation_earlier_reports(allocation); k++)
            context->reports[count++] = (struct earlier_report){&allocation->reports.items[k], i};
    }
    context->formulas[EARLIER_NAME] =
        look_up_text(book, TABLE_EARLIER, TABLE_ALLOCATIONS, ALLOCATION_NAME);
    struct sheet sheet = table_sheet(book, TABLE_EARLIER, false, context->formulas);
    sheet.row = make_earlier_row;
    sheet.context = context;
    sheet.frozen_columns = EARLIER_NAME + 1;
    return sheet;
}
