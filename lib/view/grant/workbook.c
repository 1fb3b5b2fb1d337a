// SPDX-License-Identifier: MIT
// A grant for the economy office. Every sum is a formula over the tables of the other sheets.

#include "view/grant/workbook.h"

#include "view/across.h"
#include "view/grant/sheets.h"
#include "view/workbook.h"

#include <string.h>

enum { MOST_SHEETS = TABLE_COUNT + 2 };

// "Helsefellesskapet i … · Vedtatt i sak 42/24".
static struct text subtitle_of(const struct book *book) {
    const struct labels *labels = book->context->labels;
    struct arena *arena = book->context->arena;
    struct text name = book->context->repository->organisation->name.text;
    struct text decided = case_in_words(book, book->grant->decided_by.text, arena);
    if (decided.size == 0)
        return name;
    return text_format(arena, "%.*s · %.*s %.*s", TEXT_ARGS(name),
                       TEXT_ARGS(label(labels, TEXT("tilskudd-vedtatt"))), TEXT_ARGS(decided));
}

static void find_titles(struct book *book) {
    const struct labels *labels = book->context->labels;
    struct arena *arena = book->context->arena;
    size_t periods = book->periods.count;
    for (size_t table = 0; table < TABLE_COUNT; table++) {
        const struct table_form *form = &grant_tables[table];
        book->sheet_names[table] = label(labels, form->sheet_key);
        for (size_t i = 0; i < form->column_count; i++)
            book->titles[table][i] = label(labels, form->columns[i].label_key);
    }
    book->period_titles =
        arena_alloc(arena, (PERIOD_FIXED + periods + 1) * sizeof *book->period_titles);
    memcpy(book->period_titles, book->titles[TABLE_PERIODS],
           PERIOD_FIXED * sizeof *book->period_titles);
    for (size_t i = 0; i < periods; i++)
        book->period_titles[PERIOD_FIXED + i] = period_text(&book->periods, i, arena);
    book->period_titles[PERIOD_FIXED + periods] = label(labels, TEXT("ark-sum"));
}

static void count_rows(struct book *book) {
    const struct grant *grant = book->grant;
    const size_t counts[TABLE_COUNT] = {
        [TABLE_ALLOCATIONS] = grant->allocations.count,
        [TABLE_CHANGES] = grant->changes.count + FREE_CHANGES,
        [TABLE_PAYMENTS] = book->payments->count + FREE_PAYMENTS,
        [TABLE_PERIODS] = grant->allocations.count,
        [TABLE_ACCOUNTS] = book->accounts.count,
        [TABLE_BUDGET] = book->budget.count,
        [TABLE_RECEIPTS] = grant->received.count + grant->returned.count + FREE_RECEIPTS,
        [TABLE_FRAME] = book->frame.count,
        [TABLE_REPORTS] = grant->allocations.count,
        [TABLE_EARLIER] = book->earlier_count,
        [TABLE_APPLICATIONS] = book->applications.count,
        [TABLE_CHECKS] = shown_checks(book),
    };
    for (size_t i = 0; i < TABLE_COUNT; i++)
        book->rows[i] = table_rows(counts[i]);
}

static struct book *make_book(const struct view_context *context, const struct grant *grant,
                              const struct payments *payments) {
    struct book *book = arena_alloc(context->arena, sizeof *book);
    book->context = context;
    book->grant = grant;
    book->payments = payments;
    book->periods = periods_of(payments, grant->allocations.count, context->arena);
    book->accounts = accounts_of(payments, context->arena);
    book->budget = budget_lines_of(grant, payments, context->repository->today, context->arena);
    book->frame = frame_account_of(grant, payments, context->arena);
    for (size_t i = 0; i < grant->allocations.count; i++)
        book->has_put_in = book->has_put_in || grant->allocations.items[i].put_in.at.line > 0;
    for (size_t i = 0; i < grant->allocations.count; i++)
        book->earlier_count += allocation_earlier_reports(&grant->allocations.items[i]);
    book->applications = applications_of(grant, context->arena);
    book->decided = repository_decision_day(context->repository, grant);
    book->sums = grant_sums_of(grant, payments);
    count_rows(book);
    book->other_centre = label(context->labels, TEXT("bok-feil-ansvarssted"));
    book->subtitle = subtitle_of(book);
    find_titles(book);
    return book;
}

static const struct origin *keep_origin(const struct book *book, const struct sheet *of) {
    struct origin *origin = arena_alloc(book->context->arena, sizeof *origin);
    *origin = origin_of(book, of);
    return origin;
}

static void make_tables(const struct book *book, struct sheet *of) {
    static struct sheet (*const makers[TABLE_COUNT])(const struct book *book) = {
        [TABLE_ALLOCATIONS] = allocations_sheet,   [TABLE_CHANGES] = changes_sheet,
        [TABLE_PAYMENTS] = payments_sheet,         [TABLE_PERIODS] = periods_sheet,
        [TABLE_ACCOUNTS] = accounts_sheet,         [TABLE_BUDGET] = budget_sheet,
        [TABLE_RECEIPTS] = receipts_sheet,         [TABLE_FRAME] = frame_sheet,
        [TABLE_REPORTS] = reports_sheet,           [TABLE_EARLIER] = earlier_sheet,
        [TABLE_APPLICATIONS] = applications_sheet, [TABLE_CHECKS] = checks_sheet,
    };
    for (enum grant_table table = 0; table < TABLE_COUNT; table++)
        if (has_table(book, table))
            of[table] = makers[table](book);
}

static size_t make_sheets(const struct book *book, struct sheet *sheets) {
    struct sheet of[TABLE_COUNT];
    size_t count = 0;
    make_tables(book, of);
    for (enum grant_table table = 0; table < TABLE_COUNT; table++)
        if (has_table(book, table))
            sheets[count++] = of[table];
    sheets[count++] = about_sheet(book);
    if (!book->grant->is_past) // as the files are, and not as they were
        sheets[count++] = origin_sheet(book, keep_origin(book, of));
    for (size_t i = 0; i < count; i++)
        sheet_print_across(&sheets[i], book->context->arena);
    return count;
}

static size_t make_names(const struct book *book, struct defined_name *names) {
    struct arena *arena = book->context->arena;
    struct cell_area projects = {ROW_DATA, last_data_row(book, TABLE_ALLOCATIONS),
                                 ALLOCATION_PROJECT, ALLOCATION_PROJECT};
    const struct {
        const char *name;
        enum grant_table table;
        uint32_t row;
        uint16_t column;
    } cells[] = {
        {NAME_FRAME, TABLE_ALLOCATIONS, ROW_VALUES, ALLOCATION_NAME},
        {NAME_OWN_SHARE, TABLE_ALLOCATIONS, ROW_VALUES, ALLOCATION_CASE},
        {NAME_TODAY, TABLE_CHECKS, ROW_LABELS, CHECK_RESULT},
        {NAME_DECIDED, TABLE_CHECKS, ROW_VALUES, CHECK_RESULT},
        {NAME_MONTHS, TABLE_CHECKS, ROW_HINT, CHECK_RESULT},
    };
    size_t made = 0;
    for (; made < sizeof cells / sizeof *cells; made++)
        names[made] = (struct defined_name){
            text_from(cells[made].name),
            name_of_cell(book, cells[made].table, cells[made].row, cells[made].column)};
    names[made++] = (struct defined_name){
        TEXT(NAME_PROJECTS), formula_range(book->sheet_names[TABLE_ALLOCATIONS], projects, arena)};
    if (book->budget.count > 0)
        names[made++] = (struct defined_name){
            TEXT(NAME_BUDGET_YEAR), name_of_cell(book, TABLE_BUDGET, ROW_VALUES, BUDGET_PROJECT)};
    return made;
}

struct origin grant_workbook_origin(const struct view_context *context, const struct grant *grant,
                                    const struct payments *payments) {
    const struct book *book = make_book(context, grant, payments);
    struct sheet of[TABLE_COUNT];
    make_tables(book, of);
    return origin_of(book, of);
}

const struct workbook *grant_workbook(const struct view_context *context, const struct grant *grant,
                                      const struct payments *payments) {
    enum { MOST_NAMES = 8 };
    const struct book *book = make_book(context, grant, payments);
    struct sheet *sheets = arena_alloc(context->arena, MOST_SHEETS * sizeof *sheets);
    struct defined_name *names = arena_alloc(context->arena, MOST_NAMES * sizeof *names);
    size_t count = make_sheets(book, sheets);
    struct workbook *workbook = view_workbook(context, grant->title.text, sheets, count);
    workbook->names = names;
    workbook->name_count = make_names(book, names);
    return workbook;
}
