// SPDX-License-Identifier: MIT
// The checks of a grant, live where a spreadsheet can make them in time, with what they look at.

#include "view/grant/sheets.h"

enum { CONDITIONS = 4 };

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

static void find_shown(struct check_context *context) {
    for (enum check check = 0; check < CHECK_COUNT; check++)
        if (has_table(context->book, forms[check].of))
            context->shown[context->shown_count++] = check;
}

size_t shown_checks(const struct book *book) {
    size_t count = 0;
    for (enum check check = 0; check < CHECK_COUNT; check++)
        count += has_table(book, forms[check].of);
    return count;
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
    struct text value = in_this_row(context->book, CHECK_VALUE);
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
    write_check_formulas(book, context->formulas);
    find_shown(context);
    *entry = (struct entry_rule){
        .area = {ROW_LABELS, ROW_LABELS, CHECK_RESULT, CHECK_RESULT},
        .kind = ENTRY_DATE,
        .hint = label(labels, TEXT("kontroll-dato-om")),
    };
    struct sheet sheet = table_sheet(book, TABLE_CHECKS, false, NULL);
    sheet.row = make_row;
    sheet.context = context;
    sheet.conditions = conditions(context);
    sheet.condition_count = CONDITIONS;
    sheet.entries = entry;
    sheet.entry_count = 1;
    return sheet;
}
