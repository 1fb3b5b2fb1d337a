// SPDX-License-Identifier: MIT
// The checks of a grant, live where a spreadsheet can make them in time, with what they look at.

#include "view/grant/sheets.h"

// A spreadsheet has no days after the year 9999.
enum { MOST_MONTHS_LATER = (LAST_YEAR - FIRST_YEAR) * 12 };

enum check {
    CHECK_FRAME,
    CHECK_CHANGES,
    CHECK_SUM,
    CHECK_OVER,
    CHECK_PROJECT,
    CHECK_CENTRE,
    CHECK_EARLY,
    CHECK_STARTED,
    CHECK_OVERDUE,
    CHECK_VOUCHER,
    CHECK_CARRIED,
    CHECK_PAPERS,
    CHECK_VAT,
    CHECK_COUNT
};

struct check_form {
    struct text name_key, explanation_key;
    bool is_amount;
    bool needs_date;  // made only where the date of the check is given
    bool may_be_more; // wrong below zero alone
    bool is_told;     // the number of reports when the workbook was made, not a formula
    enum rule rule;   // that reports it
};

static const struct check_form forms[CHECK_COUNT] = {
    [CHECK_FRAME] = {.name_key = TEXT_OF("kontroll-ramme"),
                     .explanation_key = TEXT_OF("kontroll-ramme-om"),
                     .is_amount = true,
                     .may_be_more = true},
    [CHECK_CHANGES] = {.name_key = TEXT_OF("kontroll-endringer"),
                       .explanation_key = TEXT_OF("kontroll-endringer-om"),
                       .is_amount = true},
    [CHECK_SUM] = {.name_key = TEXT_OF("kontroll-sum"),
                   .explanation_key = TEXT_OF("kontroll-sum-om"),
                   .is_amount = true},
    [CHECK_OVER] = {.name_key = TEXT_OF("kontroll-utbetalt"),
                    .explanation_key = TEXT_OF("kontroll-utbetalt-om")},
    [CHECK_PROJECT] = {.name_key = TEXT_OF("kontroll-prosjekt"),
                       .explanation_key = TEXT_OF("kontroll-prosjekt-om")},
    [CHECK_CENTRE] = {.name_key = TEXT_OF("kontroll-ansvarssted"),
                      .explanation_key = TEXT_OF("kontroll-ansvarssted-om")},
    [CHECK_EARLY] = {.name_key = TEXT_OF("kontroll-tidlig"),
                     .explanation_key = TEXT_OF("kontroll-tidlig-om")},
    [CHECK_STARTED] = {.name_key = TEXT_OF("kontroll-begynt"),
                       .explanation_key = TEXT_OF("kontroll-begynt-om"),
                       .needs_date = true},
    [CHECK_OVERDUE] = {.name_key = TEXT_OF("kontroll-rapport"),
                       .explanation_key = TEXT_OF("kontroll-rapport-om"),
                       .needs_date = true},
    [CHECK_VOUCHER] = {.name_key = TEXT_OF("kontroll-bilag"),
                       .explanation_key = TEXT_OF("kontroll-bilag-om"),
                       .is_told = true,
                       .rule = RULE_VOUCHER_TWICE},
    [CHECK_CARRIED] = {.name_key = TEXT_OF("kontroll-overført"),
                       .explanation_key = TEXT_OF("kontroll-overført-om"),
                       .is_told = true,
                       .rule = RULE_CARRIED_OVER},
    [CHECK_PAPERS] = {.name_key = TEXT_OF("kontroll-saksfremlegg"),
                      .explanation_key = TEXT_OF("kontroll-saksfremlegg-om"),
                      .is_told = true,
                      .rule = RULE_AMOUNT_DIFFERS},
    [CHECK_VAT] = {.name_key = TEXT_OF("kontroll-mva"),
                   .explanation_key = TEXT_OF("kontroll-mva-om"),
                   .is_told = true,
                   .rule = RULE_VAT_NOTE},
};

struct check_context {
    const struct book *book;
    struct text formulas[CHECK_COUNT]; // of the values; empty: counted when the workbook was made
    int64_t values[CHECK_COUNT];       // øre, or so many
    struct text good, bad, unchecked;
};

static int64_t told(const struct book *book, enum rule rule) {
    const struct diagnostics *diagnostics = book->context->repository->diagnostics;
    int64_t count = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        count += diagnostics->items[i].rule == rule;
    return count;
}

// Of no allocation at all: on the sheet any of them will do.
static int64_t unknown_centres(const struct book *book) {
    const struct grant *grant = book->grant;
    struct arena scratch;
    struct index centres;
    int64_t count = 0;
    arena_init(&scratch, book->context->arena->out_of_memory);
    index_init(&centres, &scratch);
    for (size_t i = 0; i < grant->allocations.count; i++) {
        struct text centre = grant->allocations.items[i].cost_centre.text;
        if (centre.size > 0)
            index_add(&centres, text_lower(&scratch, centre), grant);
    }
    for (size_t i = 0; i < book->payments->count; i++) {
        struct arena_savepoint saved = arena_save(&scratch);
        struct text centre = book->payments->items[i].cost_centre;
        count += centre.size > 0 && index_find(&centres, text_lower(&scratch, centre)) == NULL;
        arena_release(&scratch, saved);
    }
    arena_free(&scratch);
    return count;
}

static int64_t early_payments(const struct book *book) {
    int64_t count = 0;
    for (size_t i = 0; book->decided.year > 0 && i < book->payments->count; i++)
        count += date_compare(book->payments->items[i].date, book->decided) < 0;
    return count;
}

// Nothing is paid of them, and that should have begun.
static int64_t late_starts(const struct book *book) {
    const struct grant *grant = book->grant;
    struct date today = book->context->repository->today;
    int64_t count = 0;
    if (grant->first_within.at.line == 0 || grant->first_within.value < 0 ||
        book->decided.year == 0 || today.year == 0 ||
        date_compare(today, date_months_later(book->decided, grant->first_within.value)) <= 0)
        return 0;
    for (size_t i = 0; i < grant->allocations.count; i++)
        count += allocation_current(&grant->allocations.items[i]) != 0 &&
                 book->payments->of[i].count == 0;
    return count;
}

static void count_values(struct check_context *context) {
    const struct book *book = context->book;
    const struct grant *grant = book->grant;
    int64_t *values = context->values;
    values[CHECK_FRAME] = grant->frame.ore - grant->allocated - grant->changed;
    for (size_t i = 0; i < grant->allocations.count; i++)
        values[CHECK_OVER] +=
            book->payments->of[i].ore > allocation_current(&grant->allocations.items[i]);
    values[CHECK_CENTRE] = unknown_centres(book);
    values[CHECK_EARLY] = early_payments(book);
    values[CHECK_STARTED] = late_starts(book);
    for (size_t i = 0; i < grant->allocations.count; i++)
        values[CHECK_OVERDUE] += allocation_report_is_overdue(&grant->allocations.items[i],
                                                              book->context->repository->today);
    for (size_t i = 0; i < CHECK_COUNT; i++)
        if (forms[i].is_told)
            values[i] = told(book, forms[i].rule);
}

// Columns that the formulas look at.
struct looked_at {
    struct text changed, current, paid, number, centre; // of allocations
    struct text effect;                                 // of changes
    struct text amount, paid_number, paid_centre, date; // of payments
    struct text project, due, received;                 // of payments, and of reports
};

static struct looked_at find_columns(const struct book *book) {
    return (struct looked_at){
        .changed = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_CHANGED),
        .current = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_CURRENT),
        .paid = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_PAID),
        .number = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_NUMBER),
        .centre = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_CENTRE),
        .effect = column_name(book, TABLE_CHANGES, CHANGE_COLUMN_EFFECT),
        .amount = column_name(book, TABLE_PAYMENTS, PAID_AMOUNT),
        .paid_number = column_name(book, TABLE_PAYMENTS, PAID_NUMBER),
        .paid_centre = column_name(book, TABLE_PAYMENTS, PAID_CENTRE),
        .date = column_name(book, TABLE_PAYMENTS, PAID_DATE),
        .project = column_name(book, TABLE_PAYMENTS, PAID_PROJECT),
        .due = column_name(book, TABLE_REPORTS, REPORT_DUE),
        .received = column_name(book, TABLE_REPORTS, REPORT_RECEIVED),
    };
}

static void write_formulas(struct check_context *context) {
    struct arena *arena = context->book->context->arena;
    const struct looked_at at = find_columns(context->book);
    struct text *formulas = context->formulas;
    formulas[CHECK_FRAME] =
        text_format(arena, "ROUND(%s-SUM(%.*s),2)", NAME_FRAME, TEXT_ARGS(at.current));
    formulas[CHECK_CHANGES] = text_format(arena, "ROUND(SUM(%.*s)-SUM(%.*s),2)",
                                          TEXT_ARGS(at.changed), TEXT_ARGS(at.effect));
    formulas[CHECK_SUM] = text_format(arena, "ROUND(SUM(%.*s)-SUM(%.*s),2)", TEXT_ARGS(at.paid),
                                      TEXT_ARGS(at.amount));
    formulas[CHECK_OVER] =
        text_format(arena, "SUMPRODUCT(--(%.*s>%.*s))", TEXT_ARGS(at.paid), TEXT_ARGS(at.current));
    formulas[CHECK_PROJECT] = text_format(arena, "SUMPRODUCT((%.*s<>\"\")*(%.*s=0))",
                                          TEXT_ARGS(at.project), TEXT_ARGS(at.paid_number));
    formulas[CHECK_CENTRE] =
        text_format(arena, "SUMPRODUCT((%.*s<>\"\")*ISNA(MATCH(%.*s,%.*s,0)))",
                    TEXT_ARGS(at.paid_centre), TEXT_ARGS(at.paid_centre), TEXT_ARGS(at.centre));
    formulas[CHECK_EARLY] = text_format(arena, "IF(%s=\"\",0,COUNTIF(%.*s,\"<\"&%s))", NAME_DECIDED,
                                        TEXT_ARGS(at.date), NAME_DECIDED);
    formulas[CHECK_STARTED] = text_format(
        arena,
        "IF(OR(%s=\"\",%s=\"\",%s=\"\"),0,IF(%s>EDATE(%s,MIN(%s,%d)),SUMPRODUCT((%.*s<>0)*(COUNTIF("
        "%.*s,"
        "%.*s)=0)),0))",
        NAME_TODAY, NAME_DECIDED, NAME_MONTHS, NAME_TODAY, NAME_DECIDED, NAME_MONTHS,
        MOST_MONTHS_LATER, TEXT_ARGS(at.current), TEXT_ARGS(at.paid_number), TEXT_ARGS(at.number));
    formulas[CHECK_OVERDUE] = text_format(
        arena, "IF(%s=\"\",0,SUMPRODUCT((%.*s<>\"\")*(%.*s=\"\")*(%.*s<%s)))", NAME_TODAY,
        TEXT_ARGS(at.due), TEXT_ARGS(at.received), TEXT_ARGS(at.due), NAME_TODAY);
}

static struct text result_formula(const struct check_context *context,
                                  const struct check_form *form, struct arena *arena) {
    struct text value = column_in_this_row(context->book, TABLE_CHECKS, CHECK_VALUE);
    struct text good = formula_words(context->good, arena),
                bad = formula_words(context->bad, arena);
    struct text decided =
        text_format(arena, "IF(%.*s%s0,%.*s,%.*s)", TEXT_ARGS(value),
                    form->may_be_more ? ">=" : "=", TEXT_ARGS(good), TEXT_ARGS(bad));
    if (!form->needs_date)
        return decided;
    return text_format(arena, "IF(%s=\"\",%.*s,%.*s)", NAME_TODAY,
                       TEXT_ARGS(formula_words(context->unchecked, arena)), TEXT_ARGS(decided));
}

// Nothing is reported where .plan-check.yaml turns the rule off.
static bool is_turned_off(const struct book *book, const struct check_form *form) {
    return form->is_told && book->context->repository->settings->levels.of[form->rule] == LEVEL_OFF;
}

static struct row check_row(const struct check_context *context, size_t index,
                            struct arena *arena) {
    const struct book *book = context->book;
    const struct check_form *form = &forms[index];
    const struct labels *labels = book->context->labels;
    int64_t value = context->values[index];
    bool good = form->may_be_more ? value >= 0 : value == 0;
    bool made = !form->needs_date || book->context->repository->today.year > 0;
    struct text result = !made ? context->unchecked : good ? context->good : context->bad;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, CHECK_COLUMNS, &cells, arena);
    cells[CHECK_NAME] = cell_text(STYLE_BODY, label(labels, form->name_key));
    cells[CHECK_RESULT] =
        cell_formula(result_formula(context, form, arena), cell_text(STYLE_CHECK_GOOD, result));
    cells[CHECK_VALUE] = form->is_amount ? cell_exact(STYLE_BODY_RIGHT, value)
                                         : cell_number(STYLE_BODY_RIGHT, value);
    if (context->formulas[index].size > 0)
        cells[CHECK_VALUE] = cell_formula(context->formulas[index], cells[CHECK_VALUE]);
    if (is_turned_off(book, form)) {
        cells[CHECK_RESULT] = cell_text(STYLE_CHECK_GOOD, context->unchecked);
        cells[CHECK_VALUE] = cell_empty(STYLE_BODY_RIGHT);
    }
    cells[CHECK_EXPLANATION] = cell_text(STYLE_BODY, label(labels, form->explanation_key));
    return row;
}

// The input of the checks: today, the day of the decision, and how soon projects are to begin.
static void put_given(const struct book *book, size_t index, struct cell *cells) {
    const struct labels *labels = book->context->labels;
    const struct number *months = &book->grant->first_within;
    if (index == ROW_LABELS) {
        cells[CHECK_NAME] = cell_text(STYLE_LABEL, label(labels, TEXT("kontroll-dato")));
        cells[CHECK_RESULT] = cell_date(STYLE_FILL_IN_RIGHT, book->context->repository->today);
        cells[CHECK_EXPLANATION] =
            cell_text(STYLE_SUBTITLE, label(labels, TEXT("kontroll-dato-om")));
    } else if (index == ROW_VALUES) {
        cells[CHECK_NAME] = cell_text(STYLE_LABEL, label(labels, TEXT("kontroll-vedtaksdato")));
        cells[CHECK_RESULT] = cell_date(STYLE_BODY_RIGHT, book->decided);
    } else {
        cells[CHECK_NAME] = cell_text(STYLE_LABEL, label(labels, TEXT("kontroll-måneder")));
        cells[CHECK_RESULT] = months->at.line > 0 && months->value >= 0
                                  ? cell_number(STYLE_BODY_RIGHT, months->value)
                                  : cell_empty(STYLE_BODY_RIGHT);
    }
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct check_context *context = from;
    struct cell *cells;
    if (index >= ROW_DATA)
        return check_row(context, index - ROW_DATA, arena);
    struct row row = top_row(context->book, TABLE_CHECKS, index, &cells, arena);
    if (index >= ROW_LABELS && index <= ROW_HINT)
        put_given(context->book, index, cells);
    return row;
}

static const struct condition *conditions(const struct check_context *context) {
    struct arena *arena = context->book->context->arena;
    struct condition *made = arena_alloc(arena, 2 * sizeof *made);
    struct text result = formula_row_cell(ROW_DATA, CHECK_RESULT, arena);
    const struct text words[] = {context->bad, context->unchecked};
    for (size_t i = 0; i < 2; i++)
        made[i] = (struct condition){
            .area = {ROW_DATA, ROW_HEAD + (uint32_t)CHECK_COUNT, CHECK_RESULT, CHECK_RESULT},
            .formula = text_format(arena, "%.*s=%.*s", TEXT_ARGS(result),
                                   TEXT_ARGS(formula_words(words[i], arena))),
            .look = i == 0 ? CONDITION_RED : CONDITION_AMBER,
        };
    return made;
}

struct sheet checks_sheet(const struct book *book) {
    struct arena *arena = book->context->arena;
    const struct labels *labels = book->context->labels;
    struct check_context *context = arena_alloc(arena, sizeof *context);
    struct entry_rule *entry = arena_alloc(arena, sizeof *entry);
    context->book = book;
    context->good = label(labels, TEXT("kontroll-riktig"));
    context->bad = label(labels, TEXT("kontroll-avvik"));
    context->unchecked = label(labels, TEXT("kontroll-ukontrollert"));
    count_values(context);
    write_formulas(context);
    *entry = (struct entry_rule){
        .area = {ROW_LABELS, ROW_LABELS, CHECK_RESULT, CHECK_RESULT},
        .kind = ENTRY_DATE,
        .hint = label(labels, TEXT("kontroll-dato-om")),
    };
    struct sheet sheet = table_sheet(book, TABLE_CHECKS, CHECK_COUNT, false, NULL);
    sheet.row = make_row;
    sheet.context = context;
    sheet.conditions = conditions(context);
    sheet.condition_count = 2;
    sheet.entries = entry;
    sheet.entry_count = 1;
    return sheet;
}
