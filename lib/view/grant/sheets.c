// SPDX-License-Identifier: MIT

#include "view/grant/sheets.h"

#include "base/writer.h"
#include "view/view.h"

static const struct sheet_column allocation_columns[ALLOCATION_COLUMNS] = {
    [ALLOCATION_NUMBER] = {TEXT_OF("bok-nr"), 6, STYLE_HEADER_CENTRE},
    [ALLOCATION_NAME] = {TEXT_OF("bok-prosjekt"), 27, STYLE_HEADER},
    [ALLOCATION_PHASE] = {TEXT_OF("bok-fase"), 16, STYLE_HEADER},
    [ALLOCATION_CASE] = {TEXT_OF("bok-vedtak"), 11, STYLE_HEADER},
    [ALLOCATION_PROJECT] = {TEXT_OF("bok-prosjektnummer"), 17, STYLE_HEADER},
    [ALLOCATION_CENTRE] = {TEXT_OF("bok-ansvarssted"), 14, STYLE_HEADER},
    [ALLOCATION_LEADER] = {TEXT_OF("bok-prosjektleder"), 15, STYLE_HEADER},
    [ALLOCATION_FIRST] = {TEXT_OF("bok-vedtatt"), 15, STYLE_HEADER_RIGHT},
    [ALLOCATION_CHANGED] = {TEXT_OF("bok-endret"), 14, STYLE_HEADER_RIGHT},
    [ALLOCATION_CURRENT] = {TEXT_OF("bok-tildelt"), 15, STYLE_HEADER_RIGHT},
    [ALLOCATION_SHARE] = {TEXT_OF("bok-andel"), 9, STYLE_HEADER_RIGHT},
    [ALLOCATION_PAID] = {TEXT_OF("bok-utbetalt"), 15, STYLE_HEADER_RIGHT},
    [ALLOCATION_COMMITTED] = {TEXT_OF("bok-bundet"), 15, STYLE_HEADER_RIGHT},
    [ALLOCATION_LEFT] = {TEXT_OF("bok-gjenstår"), 15, STYLE_HEADER_RIGHT},
    [ALLOCATION_OWN] = {TEXT_OF("bok-egenandel"), 15, STYLE_HEADER_RIGHT},
    [ALLOCATION_DUE] = {TEXT_OF("bok-frist"), 12, STYLE_HEADER_RIGHT},
    [ALLOCATION_RECEIVED] = {TEXT_OF("bok-mottatt"), 12, STYLE_HEADER_RIGHT},
    [ALLOCATION_REMARK] = {TEXT_OF("bok-merknad"), 24, STYLE_HEADER},
    [ALLOCATION_PUT_IN] = {TEXT_OF("bok-innskutt"), 16, STYLE_HEADER_RIGHT},
};

static const struct sheet_column change_columns[CHANGE_COLUMNS] = {
    [CHANGE_COLUMN_DATE] = {TEXT_OF("bok-dato"), 13, STYLE_HEADER_RIGHT},
    [CHANGE_COLUMN_CASE] = {TEXT_OF("bok-vedtak"), 14, STYLE_HEADER},
    [CHANGE_COLUMN_NUMBER] = {TEXT_OF("bok-nr"), 6, STYLE_HEADER_CENTRE},
    [CHANGE_COLUMN_NAME] = {TEXT_OF("bok-prosjekt"), 34, STYLE_HEADER},
    [CHANGE_COLUMN_KIND] = {TEXT_OF("bok-endring"), 14, STYLE_HEADER},
    [CHANGE_COLUMN_AMOUNT] = {TEXT_OF("bok-beløp"), 16, STYLE_HEADER_RIGHT},
    [CHANGE_COLUMN_EFFECT] = {TEXT_OF("bok-virkning"), 16, STYLE_HEADER_RIGHT},
    [CHANGE_COLUMN_FROM] = {TEXT_OF("bok-fra"), 10, STYLE_HEADER_CENTRE},
    [CHANGE_COLUMN_REMARK] = {TEXT_OF("bok-merknad"), 44, STYLE_HEADER},
    [CHANGE_COLUMN_ID] = {TEXT_OF("bok-id"), 8, STYLE_HEADER_RIGHT},
};

static const struct sheet_column paid_columns[PAID_COLUMNS] = {
    [PAID_DATE] = {TEXT_OF("bok-dato"), 13, STYLE_HEADER_RIGHT},
    [PAID_VOUCHER] = {TEXT_OF("bok-bilag"), 14, STYLE_HEADER},
    [PAID_SUPPLIER] = {TEXT_OF("bok-leverandør"), 30, STYLE_HEADER},
    [PAID_PROJECT] = {TEXT_OF("bok-prosjektnummer"), 17, STYLE_HEADER},
    [PAID_NUMBER] = {TEXT_OF("bok-nr"), 6, STYLE_HEADER_CENTRE},
    [PAID_NAME] = {TEXT_OF("bok-prosjekt"), 34, STYLE_HEADER},
    [PAID_CENTRE] = {TEXT_OF("bok-ansvarssted"), 14, STYLE_HEADER},
    [PAID_AMOUNT] = {TEXT_OF("bok-beløp"), 16, STYLE_HEADER_RIGHT},
    [PAID_TEXT] = {TEXT_OF("bok-tekst"), 44, STYLE_HEADER},
    [PAID_LINE] = {TEXT_OF("bok-linje"), 9, STYLE_HEADER_RIGHT},
    [PAID_FAULT] = {TEXT_OF("bok-feil"), 24, STYLE_HEADER},
    [PAID_ACCOUNT] = {TEXT_OF("bok-konto"), 24, STYLE_HEADER},
    [PAID_PERIOD] = {TEXT_OF("bok-bilagsperiode"), 10, STYLE_HEADER},
    [PAID_DOCUMENT_DATE] = {TEXT_OF("bok-bilagsdato"), 13, STYLE_HEADER_RIGHT},
    [PAID_VAT_CODE] = {TEXT_OF("bok-mva-kode"), 12, STYLE_HEADER},
    [PAID_GROUP] = {TEXT_OF("bok-kontogruppe"), 16, STYLE_HEADER},
};

static const struct sheet_column period_columns[PERIOD_FIXED] = {
    [PERIOD_NUMBER] = {TEXT_OF("bok-nr"), 6, STYLE_HEADER_CENTRE},
    [PERIOD_NAME] = {TEXT_OF("bok-prosjekt"), 34, STYLE_HEADER},
};

static const struct sheet_column account_columns[ACCOUNT_FIXED] = {
    [ACCOUNT_NUMBER] = {TEXT_OF("bok-nr"), 6, STYLE_HEADER_CENTRE},
    [ACCOUNT_PROJECT] = {TEXT_OF("bok-prosjekt"), 34, STYLE_HEADER},
    [ACCOUNT_NAME] = {TEXT_OF("bok-konto"), 26, STYLE_HEADER},
};

static const struct sheet_column budget_columns[BUDGET_FIXED] = {
    [BUDGET_NUMBER] = {TEXT_OF("bok-nr"), 6, STYLE_HEADER_CENTRE},
    [BUDGET_PROJECT] = {TEXT_OF("bok-prosjekt"), 34, STYLE_HEADER},
    [BUDGET_YEAR] = {TEXT_OF("bok-år"), 8, STYLE_HEADER_RIGHT},
    [BUDGET_AMOUNT] = {TEXT_OF("bok-budsjett"), 16, STYLE_HEADER_RIGHT},
    [BUDGET_TERTIALS] = {TEXT_OF("bok-t1"), 15, STYLE_HEADER_RIGHT},
    [BUDGET_TERTIALS + 1] = {TEXT_OF("bok-t2"), 15, STYLE_HEADER_RIGHT},
    [BUDGET_TERTIALS + 2] = {TEXT_OF("bok-t3"), 15, STYLE_HEADER_RIGHT},
    [BUDGET_PAID] = {TEXT_OF("bok-regnskap"), 16, STYLE_HEADER_RIGHT},
    [BUDGET_DUE] = {TEXT_OF("bok-forfaller"), 15, STYLE_HEADER_RIGHT},
    [BUDGET_COMMITTED] = {TEXT_OF("bok-bundet"), 15, STYLE_HEADER_RIGHT},
    [BUDGET_FORECAST] = {TEXT_OF("bok-prognose"), 16, STYLE_HEADER_RIGHT},
    [BUDGET_LEFT] = {TEXT_OF("bok-budsjettavvik"), 16, STYLE_HEADER_RIGHT},
    [BUDGET_WITHOUT] = {TEXT_OF("bok-uten-gruppe"), 16, STYLE_HEADER_RIGHT},
};

static const struct sheet_column receipt_columns[RECEIPT_COLUMNS] = {
    [RECEIPT_DATE] = {TEXT_OF("bok-dato"), 14, STYLE_HEADER_RIGHT},
    [RECEIPT_VOUCHER] = {TEXT_OF("bok-bilag"), 16, STYLE_HEADER},
    [RECEIPT_KIND] = {TEXT_OF("rammekonto-hva"), 18, STYLE_HEADER},
    [RECEIPT_AMOUNT] = {TEXT_OF("bok-beløp"), 18, STYLE_HEADER_RIGHT},
    [RECEIPT_EFFECT] = {TEXT_OF("bok-virkning"), 18, STYLE_HEADER_RIGHT},
};

static const struct sheet_column frame_columns[FRAME_COLUMNS] = {
    [FRAME_YEAR] = {TEXT_OF("bok-år"), 10, STYLE_HEADER_RIGHT},
    [FRAME_OPENING] = {TEXT_OF("rammekonto-inn"), 20, STYLE_HEADER_RIGHT},
    [FRAME_RECEIVED] = {TEXT_OF("rammekonto-mottatt"), 18, STYLE_HEADER_RIGHT},
    [FRAME_SPENT] = {TEXT_OF("rammekonto-brukt"), 18, STYLE_HEADER_RIGHT},
    [FRAME_RETURNED] = {TEXT_OF("rammekonto-tilbakebetalt"), 18, STYLE_HEADER_RIGHT},
    [FRAME_CLOSING] = {TEXT_OF("rammekonto-ut"), 20, STYLE_HEADER_RIGHT},
    [FRAME_CARRIED] = {TEXT_OF("rammekonto-overført"), 20, STYLE_HEADER_RIGHT},
};

static const struct sheet_column report_columns[REPORT_COLUMNS] = {
    [REPORT_NUMBER] = {TEXT_OF("bok-nr"), 6, STYLE_HEADER_CENTRE},
    [REPORT_NAME] = {TEXT_OF("bok-prosjekt"), 34, STYLE_HEADER},
    [REPORT_LEADER] = {TEXT_OF("bok-prosjektleder"), 16, STYLE_HEADER},
    [REPORT_DUE] = {TEXT_OF("bok-frist"), 14, STYLE_HEADER_RIGHT},
    [REPORT_RECEIVED] = {TEXT_OF("bok-mottatt"), 14, STYLE_HEADER_RIGHT},
    [REPORT_STATE] = {TEXT_OF("bok-tilstand"), 12, STYLE_HEADER},
    [REPORT_STATUS] = {TEXT_OF("bok-status"), 14, STYLE_HEADER},
    [REPORT_CURRENT] = {TEXT_OF("bok-tildelt"), 16, STYLE_HEADER_RIGHT},
    [REPORT_PAID] = {TEXT_OF("bok-utbetalt"), 16, STYLE_HEADER_RIGHT},
    [REPORT_LEFT] = {TEXT_OF("bok-gjenstår"), 16, STYLE_HEADER_RIGHT},
    [REPORT_SUMMARY] = {TEXT_OF("bok-omtale"), 40, STYLE_HEADER},
    [REPORT_DEVIATION] = {TEXT_OF("bok-avvik"), 34, STYLE_HEADER},
};

static const struct sheet_column earlier_columns[EARLIER_COLUMNS] = {
    [EARLIER_NUMBER] = {TEXT_OF("bok-nr"), 6, STYLE_HEADER_CENTRE},
    [EARLIER_NAME] = {TEXT_OF("bok-prosjekt"), 34, STYLE_HEADER},
    [EARLIER_RECEIVED] = {TEXT_OF("bok-mottatt"), 14, STYLE_HEADER_RIGHT},
    [EARLIER_STATUS] = {TEXT_OF("bok-status"), 14, STYLE_HEADER},
    [EARLIER_SUMMARY] = {TEXT_OF("bok-omtale"), 60, STYLE_HEADER},
    [EARLIER_DEVIATION] = {TEXT_OF("bok-avvik"), 50, STYLE_HEADER},
};

static const struct sheet_column application_columns[APPLICATION_COLUMNS] = {
    [APPLICATION_NAME] = {TEXT_OF("bok-prosjekt"), 34, STYLE_HEADER},
    [APPLICATION_APPLICANT] = {TEXT_OF("søknader-søker"), 30, STYLE_HEADER},
    [APPLICATION_APPLIED] = {TEXT_OF("søknader-omsøkt"), 16, STYLE_HEADER_RIGHT},
    [APPLICATION_GRANTED] = {TEXT_OF("søknader-tildelt"), 16, STYLE_HEADER_RIGHT},
    [APPLICATION_REMARK] = {TEXT_OF("bok-merknad"), 60, STYLE_HEADER},
};

static const struct sheet_column check_columns[CHECK_COLUMNS] = {
    [CHECK_NAME] = {TEXT_OF("bok-kontroll"), 44, STYLE_HEADER},
    [CHECK_RESULT] = {TEXT_OF("bok-resultat"), 32, STYLE_HEADER},
    [CHECK_VALUE] = {TEXT_OF("bok-verdi"), 18, STYLE_HEADER_RIGHT},
    [CHECK_EXPLANATION] = {TEXT_OF("bok-forklaring"), 80, STYLE_HEADER},
};

const struct table_form grant_tables[TABLE_COUNT] = {
    [TABLE_ALLOCATIONS] = {TEXT_OF("Tildelinger"), TEXT_OF("bok-ark-tildeling"), allocation_columns,
                           ALLOCATION_COLUMNS},
    [TABLE_CHANGES] = {TEXT_OF("Endringer"), TEXT_OF("bok-ark-endringer"), change_columns,
                       CHANGE_COLUMNS},
    [TABLE_PAYMENTS] = {TEXT_OF("Utbetalinger"), TEXT_OF("bok-ark-utbetalinger"), paid_columns,
                        PAID_COLUMNS},
    [TABLE_PERIODS] = {TEXT_OF("Perioder"), TEXT_OF("bok-ark-perioder"), period_columns,
                       PERIOD_FIXED},
    [TABLE_ACCOUNTS] = {TEXT_OF("Arter"), TEXT_OF("bok-ark-arter"), account_columns, ACCOUNT_FIXED},
    [TABLE_BUDGET] = {TEXT_OF("Budsjett"), TEXT_OF("bok-ark-budsjett"), budget_columns,
                      BUDGET_FIXED},
    [TABLE_RECEIPTS] = {TEXT_OF("Innbetalinger"), TEXT_OF("bok-ark-mottatte"), receipt_columns,
                        RECEIPT_COLUMNS},
    [TABLE_FRAME] = {TEXT_OF("Rammekonto"), TEXT_OF("bok-ark-rammekonto"), frame_columns,
                     FRAME_COLUMNS},
    [TABLE_REPORTS] = {TEXT_OF("Rapportering"), TEXT_OF("bok-ark-rapportering"), report_columns,
                       REPORT_COLUMNS},
    [TABLE_EARLIER] = {TEXT_OF("Rapporter"), TEXT_OF("bok-ark-tidligere"), earlier_columns,
                       EARLIER_COLUMNS},
    [TABLE_APPLICATIONS] = {TEXT_OF("Søknader"), TEXT_OF("søknader"), application_columns,
                            APPLICATION_COLUMNS},
    [TABLE_CHECKS] = {TEXT_OF("Kontroller"), TEXT_OF("bok-ark-kontroll"), check_columns,
                      CHECK_COLUMNS},
};

struct text column_name(const struct book *book, enum grant_table table, size_t column) {
    return formula_column(book->sheet_names[table], ROW_HEAD, book->rows[table], (uint16_t)column,
                          book->context->arena);
}

size_t column_of_sums(const struct book *book, enum grant_table table) {
    return table == TABLE_PERIODS ? PERIOD_FIXED + book->periods.count
                                  : ACCOUNT_FIXED + book->accounts.period_count;
}

struct text in_this_row(const struct book *book, size_t column) {
    return formula_here((uint16_t)column, book->context->arena);
}

struct text sum_where_number(const struct book *book, enum grant_table table, size_t column,
                             size_t where) {
    return formula_sum_where_number(column_name(book, table, column),
                                    column_name(book, table, where), book->context->arena);
}

struct text sum_where_written(const struct book *book, enum grant_table table, size_t column,
                              size_t where) {
    return text_format(book->context->arena, "SUMPRODUCT(--(%.*s<>\"\"),%.*s)",
                       TEXT_ARGS(column_name(book, table, where)),
                       TEXT_ARGS(column_name(book, table, column)));
}

struct text name_of_cell(const struct book *book, enum grant_table table, uint32_t row,
                         uint16_t column) {
    struct cell_area area = {row, row, column, column};
    struct text range = formula_range(book->sheet_names[table], area, book->context->arena);
    return text_slice(range, 0, text_find(range, ':'));
}

bool has_table(const struct book *book, enum grant_table table) {
    switch (table) {
    case TABLE_PERIODS:
        return book->periods.count > 0;
    case TABLE_ACCOUNTS:
        return book->accounts.count > 0;
    case TABLE_BUDGET:
        return book->budget.count > 0;
    case TABLE_EARLIER:
        return book->earlier_count > 0;
    case TABLE_APPLICATIONS:
        return book->applications.count > 0;
    case TABLE_RECEIPTS:
    case TABLE_FRAME:
        return book->frame.count > 0;
    default:
        return true;
    }
}

size_t shown_columns(const struct book *book, enum grant_table table) {
    const bool *has = book->payments->has_column;
    if (table == TABLE_ALLOCATIONS && !book->has_put_in)
        return ALLOCATION_ALWAYS;
    if (table == TABLE_BUDGET && book->budget.group_count == 0)
        return BUDGET_WITHOUT;
    if (table != TABLE_PAYMENTS || book->budget.group_count > 0)
        return grant_tables[table].column_count;
    bool any = has[PAYMENT_ACCOUNT] || has[PAYMENT_PERIOD] || has[PAYMENT_DOCUMENT_DATE] ||
               has[PAYMENT_VAT_CODE];
    return any ? PAID_GROUP : PAID_ALWAYS;
}

struct row top_row(const struct book *book, enum grant_table table, size_t index,
                   struct cell **cells, struct arena *arena) {
    const struct table_form *form = &grant_tables[table];
    size_t count = shown_columns(book, table);
    struct row row = row_empty(STYLE_PLAIN, count, cells, arena);
    if (index == ROW_TITLE)
        (*cells)[0] = cell_text(
            STYLE_TITLE, text_concat(arena, book->grant->title.text,
                                     text_concat(arena, TEXT(" · "), book->sheet_names[table])));
    else if (index == ROW_SUBTITLE)
        (*cells)[0] = cell_text(STYLE_SUBTITLE, book->subtitle);
    else if (index == ROW_HEAD)
        for (size_t i = 0; i < count; i++)
            (*cells)[i] = cell_text(form->columns[i].header, book->titles[table][i]);
    return row;
}

static struct column *widths_of(const struct table_form *form, size_t count, struct arena *arena) {
    struct column *widths = arena_alloc(arena, count * sizeof *widths);
    for (size_t i = 0; i < count; i++)
        widths[i].width = form->columns[i].width;
    return widths;
}

size_t table_rows(size_t count) {
    return count + (count == 0);
}

uint32_t last_data_row(const struct book *book, enum grant_table table) {
    return (uint32_t)(ROW_HEAD + book->rows[table]);
}

struct sheet table_sheet(const struct book *book, enum grant_table table, bool total,
                         const struct text *formulas) {
    const struct table_form *form = &grant_tables[table];
    struct arena *arena = book->context->arena;
    size_t count = shown_columns(book, table);
    struct table_column *columns = arena_alloc(arena, count * sizeof *columns);
    struct sheet_table *made = arena_alloc(arena, sizeof *made);
    for (size_t i = 0; i < count; i++)
        columns[i] = (struct table_column){book->titles[table][i],
                                           formulas == NULL ? (struct text){"", 0} : formulas[i]};
    *made = (struct sheet_table){
        .name = form->name,
        .area = {ROW_HEAD, last_data_row(book, table) + total, 0, (uint16_t)(count - 1)},
        .columns = columns,
        .total = total,
    };
    const struct labels *labels = book->context->labels;
    return (struct sheet){
        .name = book->sheet_names[table],
        .columns = widths_of(form, count, arena),
        .column_count = count,
        .row_count = ROW_DATA + book->rows[table] + total,
        .context = book,
        .head_rows = ROW_DATA,
        .repeated_rows = 1,
        .landscape = true,
        .tables = made,
        .table_count = 1,
        .is_protected = true,
        .footer_left = text_format(arena, "%.*s %.*s", TEXT_ARGS(label(labels, TEXT("laget-fra"))),
                                   TEXT_ARGS(book->grant->source->path)),
    };
}

struct sheet wide_sheet(const struct book *book, enum grant_table table, const struct text *titles,
                        size_t width, double other_width) {
    const struct table_form *form = &grant_tables[table];
    struct arena *arena = book->context->arena;
    struct sheet sheet = table_sheet(book, table, true, NULL);
    struct table_column *columns = arena_alloc(arena, width * sizeof *columns);
    struct column *widths = arena_alloc(arena, width * sizeof *widths);
    for (size_t i = 0; i < width; i++) {
        columns[i].title = titles[i];
        widths[i].width = i < form->column_count ? form->columns[i].width : other_width;
    }
    struct sheet_table *made = arena_alloc(arena, sizeof *made);
    *made = *sheet.tables;
    made->columns = columns;
    made->area.last_column = (uint16_t)(width - 1);
    sheet.tables = made;
    sheet.columns = widths;
    sheet.column_count = width;
    return sheet;
}

struct row wide_head(enum grant_table table, const struct text *titles, size_t fixed, size_t width,
                     struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_HEADER_RIGHT, width, &cells, arena);
    for (size_t i = 0; i < width; i++)
        cells[i] = cell_text(i < fixed ? grant_tables[table].columns[i].header : STYLE_HEADER_RIGHT,
                             titles[i]);
    return row;
}

struct cell sum_of_column(size_t column, int64_t ore, struct arena *arena) {
    return cell_formula(formula_total(ROW_HEAD, (uint16_t)column, arena),
                        cell_exact(STYLE_TOTAL_RIGHT, ore));
}

static size_t number_column(enum grant_table table) {
    return table == TABLE_CHANGES    ? (size_t)CHANGE_COLUMN_NUMBER
           : table == TABLE_PAYMENTS ? (size_t)PAID_NUMBER
           : table == TABLE_REPORTS  ? (size_t)REPORT_NUMBER
           : table == TABLE_PERIODS  ? (size_t)PERIOD_NUMBER
           : table == TABLE_ACCOUNTS ? (size_t)ACCOUNT_NUMBER
           : table == TABLE_BUDGET   ? (size_t)BUDGET_NUMBER
           : table == TABLE_EARLIER  ? (size_t)EARLIER_NUMBER
                                     : (size_t)ALLOCATION_NUMBER;
}

// "INDEX('Tildeling'!$B$6:$B$14,MATCH($A8,'Tildeling'!$A$6:$A$14,0))"
static struct text look_up(const struct book *book, enum grant_table table, enum grant_table from,
                           size_t column) {
    struct text values = column_name(book, from, column);
    struct text keys = column_name(book, from, number_column(from));
    struct text number = in_this_row(book, number_column(table));
    return text_format(book->context->arena, "INDEX(%.*s,MATCH(%.*s,%.*s,0))", TEXT_ARGS(values),
                       TEXT_ARGS(number), TEXT_ARGS(keys));
}

struct text look_up_text(const struct book *book, enum grant_table table, enum grant_table from,
                         size_t column) {
    struct text found = look_up(book, table, from, column);
    return text_format(book->context->arena, "IFERROR(%.*s&\"\",\"\")", TEXT_ARGS(found));
}

struct text look_up_number(const struct book *book, enum grant_table table, enum grant_table from,
                           size_t column) {
    struct text found = look_up(book, table, from, column);
    return text_format(book->context->arena, "IFERROR(%.*s,0)", TEXT_ARGS(found));
}

struct text look_up_date(const struct book *book, enum grant_table table, enum grant_table from,
                         size_t column) {
    struct text found = look_up(book, table, from, column);
    return text_format(book->context->arena, "IFERROR(IF(%.*s=\"\",\"\",%.*s),\"\")",
                       TEXT_ARGS(found), TEXT_ARGS(found));
}

struct text case_in_words(const struct book *book, struct text number, struct arena *arena) {
    const struct known_case *known =
        repository_case(book->context->repository, book->grant->owner.text, number);
    if (number.size == 0 || standing_is_lost(repository_standing(book->context->repository, known)))
        return TEXT("");
    return text_format(arena, "%.*s\u00A0%.*s",
                       TEXT_ARGS(label(book->context->labels, TEXT("sak"))),
                       TEXT_ARGS(view_case_number(book->context, number, arena)));
}

// Cells that somebody has yet to fill in look like this; those that are filled in can be changed
// too.
struct cell cell_to_fill_in(struct text text) {
    return text.size == 0 ? cell_empty(STYLE_FILL_IN) : cell_text(STYLE_OPEN, text);
}
