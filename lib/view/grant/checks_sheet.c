// SPDX-License-Identifier: MIT
// The checks of a grant, live where a spreadsheet can make them in time, with what they look at.

#include "view/grant/sheets.h"

#include "base/amount.h"

// A spreadsheet has no days after the year 9999. Vouchers are compared with each other by each
// change: more of them would make the workbook slow.
enum { MOST_MONTHS_LATER = (LAST_YEAR - FIRST_YEAR) * 12, MOST_LIVE_VOUCHERS = 2000 };

// As far down as something below the table of payments is looked for.
enum { ROWS_BELOW = 20000, CONDITIONS = 4 };

enum check {
    CHECK_FRAME,
    CHECK_CHANGES,
    CHECK_SUM,
    CHECK_PERIODS,
    CHECK_ACCOUNTS,
    CHECK_BUDGET_SUM,
    CHECK_BUDGET,
    CHECK_FRAME_SUM,
    CHECK_FRAME_ACCOUNT,
    CHECK_RECEIVED,
    CHECK_OVER,
    CHECK_COMMITTED,
    CHECK_NEGATIVE,
    CHECK_UNIQUE,
    CHECK_LOST,
    CHECK_PROJECT,
    CHECK_CENTRE,
    CHECK_TYPES,
    CHECK_BELOW,
    CHECK_SOURCE,
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
    bool needs_date;     // made only where the date of the check is given
    bool may_be_more;    // wrong below zero alone
    bool is_told;        // the number of reports when the workbook was made, not a formula
    bool may_change;     // another value is no fault: the workbook is written in
    enum rule rule;      // that reports it
    enum grant_table of; // made only where the workbook has this table
};

// Names and explanations are labels: "kontroll-sum", "kontroll-sum-om".
#define WORDS(key)                                                                                 \
    .name_key = TEXT_OF("kontroll-" key), .explanation_key = TEXT_OF("kontroll-" key "-om")

static const struct check_form forms[CHECK_COUNT] = {
    [CHECK_FRAME] = {WORDS("ramme"), .is_amount = true, .may_be_more = true},
    [CHECK_CHANGES] = {WORDS("endringer"), .is_amount = true},
    [CHECK_SUM] = {WORDS("sum"), .is_amount = true},
    [CHECK_PERIODS] = {WORDS("perioder"), .is_amount = true},
    [CHECK_ACCOUNTS] = {WORDS("arter"), .is_amount = true},
    [CHECK_BUDGET_SUM] = {WORDS("budsjett-sum"), .is_amount = true, .of = TABLE_BUDGET},
    [CHECK_BUDGET] = {WORDS("budsjett"), .of = TABLE_BUDGET},
    [CHECK_FRAME_SUM] = {WORDS("rammekonto-sum"), .is_amount = true, .of = TABLE_FRAME},
    [CHECK_FRAME_ACCOUNT] = {WORDS("rammekonto"), .of = TABLE_FRAME},
    [CHECK_RECEIVED] = {WORDS("mottatt"), .is_amount = true, .may_be_more = true,
                        .of = TABLE_FRAME},
    [CHECK_OVER] = {WORDS("utbetalt")},
    [CHECK_COMMITTED] = {WORDS("bundet")},
    [CHECK_NEGATIVE] = {WORDS("minus")},
    [CHECK_UNIQUE] = {WORDS("entydig")},
    [CHECK_LOST] = {WORDS("borte")},
    [CHECK_PROJECT] = {WORDS("prosjekt")},
    [CHECK_CENTRE] = {WORDS("ansvarssted")},
    [CHECK_TYPES] = {WORDS("tekst")},
    [CHECK_BELOW] = {WORDS("under")},
    [CHECK_SOURCE] = {WORDS("kilde"), .is_amount = true, .may_change = true},
    [CHECK_EARLY] = {WORDS("tidlig")},
    [CHECK_STARTED] = {WORDS("begynt"), .needs_date = true},
    [CHECK_OVERDUE] = {WORDS("rapport"), .needs_date = true},
    [CHECK_VOUCHER] = {WORDS("bilag"), .rule = RULE_VOUCHER_TWICE},
    [CHECK_CARRIED] = {WORDS("overført"), .is_told = true, .rule = RULE_CARRIED_OVER},
    [CHECK_PAPERS] = {WORDS("saksfremlegg"), .is_told = true, .rule = RULE_AMOUNT_DIFFERS},
    [CHECK_VAT] = {WORDS("mva"), .is_told = true, .rule = RULE_VAT_NOTE},
};

#undef WORDS

struct check_context {
    const struct book *book;
    struct text formulas[CHECK_COUNT]; // of the values; empty: counted when the workbook was made
    int64_t values[CHECK_COUNT];       // øre, or so many
    struct text good, bad, unchecked, changed;
    struct text good_then, bad_then; // when the workbook was made
    enum check shown[CHECK_COUNT];   // those that apply
    size_t shown_count;
};

static int64_t told(const struct book *book, enum rule rule) {
    const struct diagnostics *diagnostics = book->context->repository->diagnostics;
    int64_t count = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        count += diagnostics->items[i].rule == rule;
    return count;
}

static bool vouchers_are_live(const struct book *book) {
    return book->payments->count <= MOST_LIVE_VOUCHERS;
}

static bool is_told(const struct book *book, size_t check) {
    return forms[check].is_told || (check == CHECK_VOUCHER && !vouchers_are_live(book));
}

static void count_values(struct check_context *context) {
    const struct book *book = context->book;
    const struct grant *grant = book->grant;
    int64_t *values = context->values;
    values[CHECK_FRAME] = book->sums.unallocated;
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        int64_t current = allocation_current(allocation), paid = book->payments->of[i].ore;
        values[CHECK_OVER] += paid > current;
        values[CHECK_COMMITTED] += allocation_is_over_committed(allocation, paid);
        values[CHECK_NEGATIVE] += paid < 0;
    }
    if (book->accounts.count > 0)
        values[CHECK_ACCOUNTS] = book->sums.paid - accounts_sum(book, book->accounts.period_count);
    for (size_t i = 0; i < book->budget.count; i++)
        values[CHECK_BUDGET] += book->budget.items[i].left < 0;
    for (size_t i = 0; i < book->frame.count; i++)
        values[CHECK_FRAME_ACCOUNT] += book->frame.items[i].closing < 0;
    values[CHECK_RECEIVED] = grant->frame.ore - receipts_sum(&grant->received);
    values[CHECK_CENTRE] = count_other_centres(book);
    values[CHECK_VOUCHER] = count_lines_twice(book);
    values[CHECK_EARLY] = count_early_payments(book);
    values[CHECK_STARTED] = count_late_starts(book);
    for (size_t i = 0; i < grant->allocations.count; i++)
        values[CHECK_OVERDUE] += allocation_report_is_overdue(&grant->allocations.items[i],
                                                              book->context->repository->today);
    for (size_t i = 0; i < CHECK_COUNT; i++)
        if (is_told(book, i))
            values[i] = told(book, forms[i].rule);
}

// Columns that the formulas look at.
struct looked_at {
    struct text changed, current, paid, committed, left, number, own_project; // of allocations
    struct text effect;                                                       // of changes
    struct text amount, paid_number, fault, date, project, voucher;           // of payments
    struct text report_number, due, received;                                 // of reports
    struct text period_sum, account_sum;
};

static struct looked_at find_columns(const struct book *book) {
    return (struct looked_at){
        .changed = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_CHANGED),
        .current = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_CURRENT),
        .paid = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_PAID),
        .committed = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_COMMITTED),
        .left = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_LEFT),
        .number = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_NUMBER),
        .own_project = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_PROJECT),
        .effect = column_name(book, TABLE_CHANGES, CHANGE_COLUMN_EFFECT),
        .amount = column_name(book, TABLE_PAYMENTS, PAID_AMOUNT),
        .paid_number = column_name(book, TABLE_PAYMENTS, PAID_NUMBER),
        .fault = column_name(book, TABLE_PAYMENTS, PAID_FAULT),
        .date = column_name(book, TABLE_PAYMENTS, PAID_DATE),
        .project = column_name(book, TABLE_PAYMENTS, PAID_PROJECT),
        .voucher = column_name(book, TABLE_PAYMENTS, PAID_VOUCHER),
        .report_number = column_name(book, TABLE_REPORTS, REPORT_NUMBER),
        .due = column_name(book, TABLE_REPORTS, REPORT_DUE),
        .received = column_name(book, TABLE_REPORTS, REPORT_RECEIVED),
        .account_sum = formula_column(grant_tables[TABLE_ACCOUNTS].name,
                                      book->period_titles[PERIOD_FIXED + book->periods.count],
                                      false, book->context->arena),
        .period_sum = formula_column(grant_tables[TABLE_PERIODS].name,
                                     book->period_titles[PERIOD_FIXED + book->periods.count], false,
                                     book->context->arena),
    };
}

static struct text difference(struct text whole, struct text parts, struct arena *arena) {
    return text_format(arena, "ROUND(SUM(%.*s)-SUM(%.*s),2)", TEXT_ARGS(whole), TEXT_ARGS(parts));
}

static void write_sums(struct check_context *context, const struct looked_at *at) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    struct text *formulas = context->formulas;
    formulas[CHECK_FRAME] =
        text_format(arena, "ROUND(%s-SUM(%.*s),2)", NAME_FRAME, TEXT_ARGS(at->current));
    formulas[CHECK_CHANGES] = difference(at->changed, at->effect, arena);
    formulas[CHECK_SUM] = difference(at->paid, at->amount, arena);
    if (book->periods.count > 0)
        formulas[CHECK_PERIODS] = difference(at->paid, at->period_sum, arena);
    if (book->accounts.count > 0)
        formulas[CHECK_ACCOUNTS] = difference(at->paid, at->account_sum, arena);
    struct text total = amount_plain(arena, book->payments->total, '.');
    formulas[CHECK_SOURCE] =
        text_format(arena, "ROUND(SUM(%.*s)-(%.*s),2)", TEXT_ARGS(at->amount), TEXT_ARGS(total));
    formulas[CHECK_OVER] = text_format(arena, "SUMPRODUCT(--(%.*s>%.*s))", TEXT_ARGS(at->paid),
                                       TEXT_ARGS(at->current));
    formulas[CHECK_COMMITTED] =
        text_format(arena, "SUMPRODUCT((%.*s<=%.*s)*(%.*s<0)*(%.*s<>\"\"))", TEXT_ARGS(at->paid),
                    TEXT_ARGS(at->current), TEXT_ARGS(at->left), TEXT_ARGS(at->committed));
    formulas[CHECK_NEGATIVE] = text_format(arena, "COUNTIF(%.*s,\"<0\")", TEXT_ARGS(at->paid));
}

// Of what is written in the tables, whatever order their rows are in.
static void write_rows(struct check_context *context, const struct looked_at *at) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    struct text *formulas = context->formulas;
    formulas[CHECK_UNIQUE] = text_format(
        arena,
        "SUMPRODUCT(--(COUNTIF(%.*s,%.*s)>1))+SUMPRODUCT((%.*s<>\"\")*(COUNTIF(%.*s,%.*s)>1))",
        TEXT_ARGS(at->number), TEXT_ARGS(at->number), TEXT_ARGS(at->own_project),
        TEXT_ARGS(at->own_project), TEXT_ARGS(at->own_project));
    formulas[CHECK_LOST] = text_format(
        arena, "SUMPRODUCT(--(COUNTIF(%.*s,%.*s)=0))+SUMPRODUCT(--(COUNTIF(%.*s,%.*s)=0))",
        TEXT_ARGS(at->number), TEXT_ARGS(at->report_number), TEXT_ARGS(at->report_number),
        TEXT_ARGS(at->number));
    formulas[CHECK_PROJECT] =
        text_format(arena, "SUMPRODUCT((%.*s=0)*((%.*s<>\"\")+(%.*s<>\"\")>0))",
                    TEXT_ARGS(at->paid_number), TEXT_ARGS(at->project), TEXT_ARGS(at->amount));
    formulas[CHECK_CENTRE] = text_format(arena, "SUMPRODUCT(--(%.*s=%.*s))", TEXT_ARGS(at->fault),
                                         TEXT_ARGS(formula_words(book->other_centre, arena)));
    formulas[CHECK_TYPES] =
        text_format(arena,
                    "SUMPRODUCT(--ISTEXT(%.*s))+SUMPRODUCT(--ISTEXT(%.*s))+SUMPRODUCT(--ISTEXT(%.*"
                    "s))+SUMPRODUCT(--ISTEXT(%.*s))+SUMPRODUCT((%.*s<>\"\")*(%.*s=\"\"))",
                    TEXT_ARGS(at->amount), TEXT_ARGS(at->date), TEXT_ARGS(at->committed),
                    TEXT_ARGS(at->received), TEXT_ARGS(at->amount), TEXT_ARGS(at->date));
    if (vouchers_are_live(book))
        formulas[CHECK_VOUCHER] = text_format(
            arena, "SUMPRODUCT((%.*s<>\"\")*(COUNTIFS(%.*s,%.*s,%.*s,%.*s,%.*s,%.*s)>1))",
            TEXT_ARGS(at->voucher), TEXT_ARGS(at->voucher), TEXT_ARGS(at->voucher),
            TEXT_ARGS(at->paid_number), TEXT_ARGS(at->paid_number), TEXT_ARGS(at->amount),
            TEXT_ARGS(at->amount));
}

// What is written below the table is not in it.
static void write_below(struct check_context *context, const struct looked_at *at) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    const struct {
        uint16_t column;
        struct text inside;
    } columns[] = {{PAID_PROJECT, at->project}, {PAID_AMOUNT, at->amount}};
    struct text parts[2];
    for (size_t i = 0; i < 2; i++) {
        struct cell_area area = {ROW_DATA, (uint32_t)(ROW_HEAD + book->payment_rows + ROWS_BELOW),
                                 columns[i].column, columns[i].column};
        if (area.last_row >= WORKBOOK_ROWS)
            area.last_row = WORKBOOK_ROWS - 1;
        struct text whole = formula_range(book->sheet_names[TABLE_PAYMENTS], area, arena);
        parts[i] = text_format(arena, "COUNTA(%.*s)-COUNTA(%.*s)", TEXT_ARGS(whole),
                               TEXT_ARGS(columns[i].inside));
    }
    context->formulas[CHECK_BELOW] = text_join(arena, parts, 2, TEXT("+"));
}

static void write_dates(struct check_context *context, const struct looked_at *at) {
    struct arena *arena = context->book->context->arena;
    struct text *formulas = context->formulas;
    formulas[CHECK_EARLY] = text_format(arena, "IF(%s=\"\",0,COUNTIF(%.*s,\"<\"&%s))", NAME_DECIDED,
                                        TEXT_ARGS(at->date), NAME_DECIDED);
    formulas[CHECK_STARTED] = text_format(
        arena,
        "IF(OR(%s=\"\",%s=\"\",%s=\"\"),0,IF(%s>EDATE(%s,MIN(%s,%d)),SUMPRODUCT((%.*s<>0)*(COUNTIF("
        "%.*s,"
        "%.*s)=0)),0))",
        NAME_TODAY, NAME_DECIDED, NAME_MONTHS, NAME_TODAY, NAME_DECIDED, NAME_MONTHS,
        MOST_MONTHS_LATER, TEXT_ARGS(at->current), TEXT_ARGS(at->paid_number),
        TEXT_ARGS(at->number));
    formulas[CHECK_OVERDUE] = text_format(
        arena, "IF(%s=\"\",0,SUMPRODUCT((%.*s<>\"\")*(%.*s=\"\")*(%.*s<%s)))", NAME_TODAY,
        TEXT_ARGS(at->due), TEXT_ARGS(at->received), TEXT_ARGS(at->due), NAME_TODAY);
}

// The sheet of budgets has all that is paid and committed; nothing exceeds its budget.
static void write_budget(struct check_context *context, const struct looked_at *at) {
    const struct book *book = context->book;
    struct text accounts = column_name(book, TABLE_BUDGET, BUDGET_PAID);
    struct text committed = column_name(book, TABLE_BUDGET, BUDGET_COMMITTED);
    if (book->budget.count == 0)
        return;
    context->formulas[CHECK_BUDGET_SUM] = text_format(
        book->context->arena, "ROUND(ABS(SUM(%.*s)-SUM(%.*s))+ABS(SUM(%.*s)-SUM(%.*s)),2)",
        TEXT_ARGS(at->paid), TEXT_ARGS(accounts), TEXT_ARGS(at->committed), TEXT_ARGS(committed));
    context->formulas[CHECK_BUDGET] =
        text_format(book->context->arena, "COUNTIF(%.*s,\"<0\")",
                    TEXT_ARGS(column_name(book, TABLE_BUDGET, BUDGET_LEFT)));
}

// The account of the frame has all that is paid in and spent.
static void write_frame(struct check_context *context, const struct looked_at *at) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    struct text effects = column_name(book, TABLE_RECEIPTS, RECEIPT_EFFECT);
    struct text received = column_name(book, TABLE_FRAME, FRAME_RECEIVED);
    if (!has_table(book, TABLE_FRAME))
        return;
    context->formulas[CHECK_FRAME_SUM] =
        text_format(arena, "ROUND(ABS(SUM(%.*s)-SUM(%.*s)+SUM(%.*s))+ABS(SUM(%.*s)-SUM(%.*s)),2)",
                    TEXT_ARGS(effects), TEXT_ARGS(received),
                    TEXT_ARGS(column_name(book, TABLE_FRAME, FRAME_RETURNED)), TEXT_ARGS(at->paid),
                    TEXT_ARGS(column_name(book, TABLE_FRAME, FRAME_SPENT)));
    context->formulas[CHECK_FRAME_ACCOUNT] = text_format(
        arena, "COUNTIF(%.*s,\"<0\")", TEXT_ARGS(column_name(book, TABLE_FRAME, FRAME_CLOSING)));
    context->formulas[CHECK_RECEIVED] =
        text_format(arena, "ROUND(%s-SUM(%.*s),2)", NAME_FRAME, TEXT_ARGS(received));
}

static void find_shown(struct check_context *context) {
    for (enum check check = 0; check < CHECK_COUNT; check++)
        if (has_table(context->book, forms[check].of))
            context->shown[context->shown_count++] = check;
}

static void write_formulas(struct check_context *context) {
    const struct looked_at at = find_columns(context->book);
    write_budget(context, &at);
    write_sums(context, &at);
    write_rows(context, &at);
    write_below(context, &at);
    write_frame(context, &at);
    write_dates(context, &at);
}

static struct text good_word(const struct check_context *context, size_t check) {
    return is_told(context->book, check) ? context->good_then : context->good;
}

static struct text bad_word(const struct check_context *context, size_t check) {
    return is_told(context->book, check) ? context->bad_then
           : forms[check].may_change     ? context->changed
                                         : context->bad;
}

static struct text result_formula(const struct check_context *context, size_t check,
                                  struct arena *arena) {
    const struct check_form *form = &forms[check];
    struct text value = column_in_this_row(context->book, TABLE_CHECKS, CHECK_VALUE);
    struct text good = formula_words(good_word(context, check), arena),
                bad = formula_words(bad_word(context, check), arena);
    struct text decided =
        text_format(arena, "IF(%.*s%s0,%.*s,%.*s)", TEXT_ARGS(value),
                    form->may_be_more ? ">=" : "=", TEXT_ARGS(good), TEXT_ARGS(bad));
    if (!form->needs_date)
        return decided;
    return text_format(arena, "IF(%s=\"\",%.*s,%.*s)", NAME_TODAY,
                       TEXT_ARGS(formula_words(context->unchecked, arena)), TEXT_ARGS(decided));
}

// Nothing is reported where .plan-check.yaml turns the rule off.
static bool is_turned_off(const struct book *book, size_t check) {
    return is_told(book, check) &&
           book->context->repository->settings->levels.of[forms[check].rule] == LEVEL_OFF;
}

static struct row check_row(const struct check_context *context, size_t index,
                            struct arena *arena) {
    const struct book *book = context->book;
    const struct check_form *form = &forms[index];
    const struct labels *labels = book->context->labels;
    int64_t value = context->values[index];
    bool good = form->may_be_more ? value >= 0 : value == 0;
    bool made = !form->needs_date || book->context->repository->today.year > 0;
    struct text result = !made  ? context->unchecked
                         : good ? good_word(context, index)
                                : bad_word(context, index);
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, CHECK_COLUMNS, &cells, arena);
    cells[CHECK_NAME] = cell_text(STYLE_BODY, label(labels, form->name_key));
    cells[CHECK_RESULT] =
        cell_formula(result_formula(context, index, arena), cell_text(STYLE_CHECK_GOOD, result));
    cells[CHECK_VALUE] = form->is_amount ? cell_exact(STYLE_BODY_RIGHT, value)
                                         : cell_number(STYLE_BODY_RIGHT, value);
    if (context->formulas[index].size > 0)
        cells[CHECK_VALUE] = cell_formula(context->formulas[index], cells[CHECK_VALUE]);
    if (is_turned_off(book, index)) {
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
        return check_row(context, context->shown[index - ROW_DATA], arena);
    struct row row = top_row(context->book, TABLE_CHECKS, index, &cells, arena);
    if (index >= ROW_LABELS && index <= ROW_HINT)
        put_given(context->book, index, cells);
    return row;
}

static const struct condition *conditions(const struct check_context *context) {
    struct arena *arena = context->book->context->arena;
    const struct text words[] = {context->bad, context->bad_then, context->unchecked,
                                 context->changed};
    struct condition *made = arena_alloc(arena, CONDITIONS * sizeof *made);
    struct text result = formula_row_cell(ROW_DATA, CHECK_RESULT, arena);
    for (size_t i = 0; i < CONDITIONS; i++)
        made[i] = (struct condition){
            .area = {ROW_DATA, ROW_HEAD + (uint32_t)context->shown_count, CHECK_RESULT,
                     CHECK_RESULT},
            .formula = text_format(arena, "%.*s=%.*s", TEXT_ARGS(result),
                                   TEXT_ARGS(formula_words(words[i], arena))),
            .look = i < 2 ? CONDITION_RED : CONDITION_AMBER,
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
    context->changed = label(labels, TEXT("kontroll-endret"));
    context->good_then = label(labels, TEXT("kontroll-riktig-da"));
    context->bad_then = label(labels, TEXT("kontroll-avvik-da"));
    context->unchecked = label(labels, TEXT("kontroll-ukontrollert"));
    count_values(context);
    write_formulas(context);
    find_shown(context);
    *entry = (struct entry_rule){
        .area = {ROW_LABELS, ROW_LABELS, CHECK_RESULT, CHECK_RESULT},
        .kind = ENTRY_DATE,
        .hint = label(labels, TEXT("kontroll-dato-om")),
    };
    struct sheet sheet = table_sheet(book, TABLE_CHECKS, context->shown_count, false, NULL);
    sheet.row = make_row;
    sheet.context = context;
    sheet.conditions = conditions(context);
    sheet.condition_count = CONDITIONS;
    sheet.entries = entry;
    sheet.entry_count = 1;
    return sheet;
}
