// SPDX-License-Identifier: MIT

#include "view/grants/combined_tables.h"

#include "view/grant/sheets.h"
#include "view/grants/grants.h"

static const struct combined_column grants_columns[GRANTS_COLUMNS] = {
    [GRANTS_ID] = {TEXT_OF("tilskudd"), 14, CELL_TEXT, false},
    [GRANTS_TITLE] = {TEXT_OF("vedtaksoversikt-tittel"), 44, CELL_TEXT, false},
    [GRANTS_YEAR] = {TEXT_OF("bok-år"), 8, CELL_NUMBER, false},
    [GRANTS_FRAME] = {TEXT_OF("tilskudd-ramme"), 17, CELL_EXACT, true},
    [GRANTS_FIRST] = {TEXT_OF("bok-vedtatt"), 17, CELL_EXACT, true},
    [GRANTS_CHANGED] = {TEXT_OF("bok-endret"), 16, CELL_EXACT, true},
    [GRANTS_CURRENT] = {TEXT_OF("bok-tildelt"), 17, CELL_EXACT, true},
    [GRANTS_USED] = {TEXT_OF("rammekonto-brukt"), 17, CELL_EXACT, true},
    [GRANTS_COMMITTED] = {TEXT_OF("bok-bundet"), 16, CELL_EXACT, true},
    [GRANTS_LEFT] = {TEXT_OF("bok-gjenstår"), 17, CELL_EXACT, true},
    [GRANTS_UNALLOCATED] = {TEXT_OF("sum-ikke-tildelt"), 17, CELL_EXACT, true},
};

static const struct combined_column shares_columns[SHARES_COLUMNS] = {
    [SHARES_NUMBER] = {TEXT_OF("bok-nr"), 6, CELL_NUMBER, false},
    [SHARES_PROJECT] = {TEXT_OF("bok-prosjektnummer"), 17, CELL_TEXT, false},
    [SHARES_NAME] = {TEXT_OF("bok-prosjekt"), 36, CELL_TEXT, false},
    [SHARES_GRANT] = {TEXT_OF("tilskudd"), 12, CELL_TEXT, false},
    [SHARES_YEAR] = {TEXT_OF("bok-år"), 8, CELL_NUMBER, false},
    [SHARES_ORDER] = {TEXT_OF("samlet-rekkefølge"), 12, CELL_NUMBER, false},
    [SHARES_FIRST] = {TEXT_OF("bok-vedtatt"), 17, CELL_EXACT, true},
    [SHARES_CHANGED] = {TEXT_OF("bok-endret"), 16, CELL_EXACT, true},
    [SHARES_CURRENT] = {TEXT_OF("bok-tildelt"), 17, CELL_EXACT, true},
    [SHARES_USED] = {TEXT_OF("rammekonto-brukt"), 17, CELL_EXACT, true},
    [SHARES_COMMITTED] = {TEXT_OF("bok-bundet"), 16, CELL_EXACT, true},
    [SHARES_LEFT] = {TEXT_OF("bok-gjenstår"), 17, CELL_EXACT, true},
};

static const struct combined_column applications_columns[APPLICATIONS_COLUMNS] = {
    [APPLICATIONS_NAME] = {TEXT_OF("bok-prosjekt"), 36, CELL_TEXT, false},
    [APPLICATIONS_GRANT] = {TEXT_OF("tilskudd"), 12, CELL_TEXT, false},
    [APPLICATIONS_APPLICANT] = {TEXT_OF("søknader-søker"), 30, CELL_TEXT, false},
    [APPLICATIONS_APPLIED] = {TEXT_OF("søknader-omsøkt"), 17, CELL_EXACT, true},
    [APPLICATIONS_GRANTED] = {TEXT_OF("søknader-tildelt"), 17, CELL_EXACT, true},
    [APPLICATIONS_REMARK] = {TEXT_OF("bok-merknad"), 60, CELL_TEXT, false},
};

static const struct combined_column years_columns[YEARS_COLUMNS] = {
    [YEARS_YEAR] = {TEXT_OF("bok-år"), 10, CELL_NUMBER, false},
    [YEARS_BROUGHT] = {TEXT_OF("rapport-inn"), 20, CELL_EXACT, false},
    [YEARS_FIRST] = {TEXT_OF("bok-vedtatt"), 20, CELL_EXACT, true},
    [YEARS_CHANGED] = {TEXT_OF("bok-endret"), 20, CELL_EXACT, true},
    [YEARS_PAID] = {TEXT_OF("bok-utbetalt"), 20, CELL_EXACT, true},
    [YEARS_LEFT] = {TEXT_OF("rapport-igjen"), 20, CELL_EXACT, false},
};

static const struct combined_column project_columns[PROJECT_FIXED + YEARS_COLUMNS] = {
    [PROJECT_NUMBER] = {TEXT_OF("bok-nr"), 6, CELL_NUMBER, false},
    [PROJECT_PROJECT] = {TEXT_OF("bok-prosjektnummer"), 17, CELL_TEXT, false},
    [PROJECT_NAME] = {TEXT_OF("bok-prosjekt"), 36, CELL_TEXT, false},
    [PROJECT_FIXED + YEARS_YEAR] = {TEXT_OF("bok-år"), 8, CELL_NUMBER, false},
    [PROJECT_FIXED + YEARS_BROUGHT] = {TEXT_OF("rapport-inn"), 18, CELL_EXACT, false},
    [PROJECT_FIXED + YEARS_FIRST] = {TEXT_OF("bok-vedtatt"), 18, CELL_EXACT, true},
    [PROJECT_FIXED + YEARS_CHANGED] = {TEXT_OF("bok-endret"), 18, CELL_EXACT, true},
    [PROJECT_FIXED + YEARS_PAID] = {TEXT_OF("bok-utbetalt"), 18, CELL_EXACT, true},
    [PROJECT_FIXED + YEARS_LEFT] = {TEXT_OF("rapport-igjen"), 18, CELL_EXACT, false},
};

static const struct combined_column payments_columns[PAYMENTS_COLUMNS] = {
    [PAYMENTS_DATE] = {TEXT_OF("bok-dato"), 13, CELL_DATE, false},
    [PAYMENTS_VOUCHER] = {TEXT_OF("bok-bilag"), 14, CELL_TEXT, false},
    [PAYMENTS_SUPPLIER] = {TEXT_OF("bok-leverandør"), 30, CELL_TEXT, false},
    [PAYMENTS_PROJECT] = {TEXT_OF("bok-prosjektnummer"), 17, CELL_TEXT, false},
    [PAYMENTS_NUMBER] = {TEXT_OF("bok-nr"), 6, CELL_NUMBER, false},
    [PAYMENTS_NAME] = {TEXT_OF("bok-prosjekt"), 34, CELL_TEXT, false},
    [PAYMENTS_AMOUNT] = {TEXT_OF("bok-beløp"), 17, CELL_EXACT, true},
    [PAYMENTS_TEXT] = {TEXT_OF("bok-tekst"), 40, CELL_TEXT, false},
    [PAYMENTS_FILE] = {TEXT_OF("samlet-fil"), 34, CELL_TEXT, false},
    [PAYMENTS_LINE] = {TEXT_OF("bok-linje"), 9, CELL_NUMBER, false},
};

static const struct combined_column checks_columns[CHECKS_COLUMNS] = {
    [CHECKS_NAME] = {TEXT_OF("bok-kontroll"), 44, CELL_TEXT, false},
    [CHECKS_RESULT] = {TEXT_OF("bok-resultat"), 18, CELL_TEXT, false},
    [CHECKS_VALUE] = {TEXT_OF("bok-verdi"), 18, CELL_EXACT, false},
    [CHECKS_WORDS] = {TEXT_OF("bok-forklaring"), 80, CELL_TEXT, false},
};

const struct combined_form combined_forms[COMBINED_TABLES] = {
    [COMBINED_GRANTS] = {TEXT_OF("Tilskudd"), TEXT_OF("samlet-tilskuddene"),
                         TEXT_OF("samlet-hint-tilskudd"), grants_columns, GRANTS_COLUMNS, true},
    [COMBINED_SHARES] = {TEXT_OF("Andeler"), TEXT_OF("samlet-prosjektene"),
                         TEXT_OF("samlet-regnes"), shares_columns, SHARES_COLUMNS, true},
    [COMBINED_APPLICATIONS] = {TEXT_OF("Søknader"), TEXT_OF("søknader"), TEXT_OF("søknader-tabell"),
                               applications_columns, APPLICATIONS_COLUMNS, true},
    [COMBINED_YEARS] = {TEXT_OF("Regnskap"), TEXT_OF("samlet-ark-år"), TEXT_OF("samlet-hint-år"),
                        years_columns, YEARS_COLUMNS, true},
    [COMBINED_PROJECT_YEARS] = {TEXT_OF("Prosjektregnskap"), TEXT_OF("samlet-ark-prosjektår"),
                                TEXT_OF("samlet-hint-prosjektår"), project_columns,
                                PROJECT_FIXED + YEARS_COLUMNS, true},
    [COMBINED_PAYMENTS] = {TEXT_OF("Utbetalinger"), TEXT_OF("bok-ark-utbetalinger"),
                           TEXT_OF("samlet-hint-utbetalinger"), payments_columns, PAYMENTS_COLUMNS,
                           true},
    [COMBINED_CHECKS] = {TEXT_OF("Kontroller"), TEXT_OF("bok-ark-kontroll"), TEXT_OF(""),
                         checks_columns, CHECKS_COLUMNS, false},
};

struct text combined_column(const struct combined_book *book, enum combined_table table,
                            size_t column) {
    return formula_column(label(book->context->labels, combined_forms[table].sheet_key), ROW_HEAD,
                          table_rows(book->rows[table]), (uint16_t)column, book->context->arena);
}

// The rows.

static void put_grant(const struct combined_book *book, size_t index, struct cell *cells) {
    const struct combined_grant *of = &book->combined->grants[index];
    const int64_t amounts[] = {
        of->sums.frame, of->sums.first,     of->sums.changed, of->sums.current,
        of->used,       of->sums.committed, of->left,         of->sums.unallocated};
    cells[GRANTS_ID].text = of->grant->id.text;
    cells[GRANTS_TITLE].text = of->grant->title.text;
    cells[GRANTS_YEAR].number = of->decided;
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
        cells[GRANTS_FRAME + i].number = amounts[i];
}

static void put_share(const struct combined_book *book, size_t index, struct cell *cells) {
    const struct combined_share_place *place = &book->shares[index];
    const struct combined_project *project = &book->combined->projects[place->project];
    const struct combined_share *share = &project->shares[place->share];
    const struct combined_grant *of = &book->combined->grants[share->grant];
    const struct allocation *allocation = share->allocation;
    int64_t current = allocation_current(allocation), committed = allocation->committed.ore;
    cells[SHARES_NUMBER].number = (int64_t)place->project + 1;
    cells[SHARES_PROJECT].text = project->number;
    cells[SHARES_NAME].text = project->name;
    cells[SHARES_GRANT].text = of->grant->id.text;
    cells[SHARES_YEAR].number = of->decided;
    cells[SHARES_ORDER].number = (int64_t)index + 1;
    cells[SHARES_FIRST].number = allocation->amount.ore;
    cells[SHARES_CHANGED].number = allocation->changed;
    cells[SHARES_CURRENT].number = current;
    cells[SHARES_USED].number = share->used;
    cells[SHARES_COMMITTED].number = committed;
    cells[SHARES_LEFT].number = current - share->used - committed;
}

static void put_application(const struct combined_book *book, size_t index, struct cell *cells) {
    const struct combined_application *of = &book->applications[index];
    const struct application *application = of->application;
    struct text refused = label(book->context->labels, TEXT("søknader-avslått"));
    cells[APPLICATIONS_NAME].text = application->name;
    cells[APPLICATIONS_GRANT].text = of->grant->id.text;
    cells[APPLICATIONS_APPLICANT].text = application->applicant;
    cells[APPLICATIONS_APPLIED].number = application->applied.ore;
    if (application->applied.at.line == 0)
        cells[APPLICATIONS_APPLIED] = cell_blank(STYLE_BODY_RIGHT, CELL_EXACT);
    if (application->allocation == NULL)
        cells[APPLICATIONS_GRANTED] = cell_text(STYLE_BODY_RIGHT, refused);
    else
        cells[APPLICATIONS_GRANTED].number = application->allocation->amount.ore;
    cells[APPLICATIONS_REMARK].text = of->remark;
}

static void put_account(struct grant_year account, struct cell *cells) {
    cells[YEARS_YEAR].number = account.year;
    cells[YEARS_BROUGHT].number = account.brought;
    cells[YEARS_FIRST].number = account.decided;
    cells[YEARS_CHANGED].number = account.changed;
    cells[YEARS_PAID].number = account.paid;
    cells[YEARS_LEFT].number = account.left;
}

static void put_year(const struct combined_book *book, size_t index, struct cell *cells) {
    const struct year_accounts years = book->combined->years;
    put_account(grant_year_at(years, years.items[0].year + (int)index), cells);
}

static void put_project_year(const struct combined_book *book, size_t index, struct cell *cells) {
    const struct combined_year_place *place = &book->project_years[index];
    const struct combined_project *project = &book->combined->projects[place->project];
    cells[PROJECT_NUMBER].number = (int64_t)place->project + 1;
    cells[PROJECT_PROJECT].text = project->number;
    cells[PROJECT_NAME].text = project->name;
    put_account(grant_year_at(project->years, place->year), &cells[PROJECT_FIXED]);
}

static void put_payment(const struct combined_book *book, size_t index, struct cell *cells) {
    const struct combined_payment *of = &book->combined->payments[index];
    const struct payment *payment = of->payment;
    cells[PAYMENTS_DATE].date = payment->date;
    cells[PAYMENTS_VOUCHER].text = payment->voucher;
    cells[PAYMENTS_SUPPLIER].text = payment->supplier;
    cells[PAYMENTS_PROJECT].text = payment->project_number;
    cells[PAYMENTS_NUMBER].number = (int64_t)of->project + 1;
    cells[PAYMENTS_NAME].text = book->combined->projects[of->project].name;
    cells[PAYMENTS_AMOUNT].number = payment->ore;
    cells[PAYMENTS_TEXT].text = payment->text;
    cells[PAYMENTS_FILE].text = payment->source->path;
    cells[PAYMENTS_LINE].number = payment->at[PAYMENT_DATE].line;
}

static int64_t count_beyond(const struct combined_book *book) {
    int64_t count = 0;
    for (size_t i = 0; i < book->combined->project_count; i++)
        for (size_t k = 0; k < book->combined->projects[i].share_count; k++) {
            const struct combined_share *share = &book->combined->projects[i].shares[k];
            count += share->used > allocation_current(share->allocation);
        }
    return count;
}

// Of what is allocated, not paid when the last year ended; none of a grant whose year nobody knows.
static int64_t left_in_years(const struct combined_book *book) {
    const struct year_accounts *years = &book->combined->years;
    return years->count == 0 ? 0 : years->items[years->count - 1].left;
}

// "IF($C7=0,"I orden","Avvik")"
static struct text result_formula(const struct combined_book *book) {
    const struct labels *labels = book->context->labels;
    struct arena *arena = book->context->arena;
    struct text good = formula_words(label(labels, TEXT("kontroll-riktig")), arena);
    struct text bad = formula_words(label(labels, TEXT("kontroll-avvik")), arena);
    return text_format(arena, "IF(%.*s=0,%.*s,%.*s)", TEXT_ARGS(formula_here(CHECKS_VALUE, arena)),
                       TEXT_ARGS(good), TEXT_ARGS(bad));
}

static void put_check(const struct combined_book *book, size_t index, struct cell *cells) {
    static const struct {
        struct text name_key, words_key;
    } keys[CHECK_KINDS] = {
        [CHECK_IS_USED] = {TEXT_OF("samlet-kontroll-brukt"), TEXT_OF("samlet-kontroll-brukt-om")},
        [CHECK_IS_IN_YEARS] = {TEXT_OF("samlet-kontroll-år"), TEXT_OF("samlet-kontroll-år-om")},
        [CHECK_IS_LEFT] = {TEXT_OF("samlet-kontroll-igjen"), TEXT_OF("samlet-kontroll-igjen-om")},
        [CHECK_IS_BEYOND] = {TEXT_OF("samlet-kontroll-utover"),
                             TEXT_OF("samlet-kontroll-utover-om")},
    };
    const struct labels *labels = book->context->labels;
    const int64_t values[CHECK_KINDS] = {
        [CHECK_IS_LEFT] = book->sum.sums.current - book->combined->paid - left_in_years(book),
        [CHECK_IS_BEYOND] = count_beyond(book),
    };
    int64_t value = values[index];
    struct cell result =
        cell_text(STYLE_CHECK_GOOD,
                  label(labels, value == 0 ? TEXT("kontroll-riktig") : TEXT("kontroll-avvik")));
    cells[CHECKS_NAME].text = label(labels, keys[index].name_key);
    cells[CHECKS_RESULT] = cell_formula(result_formula(book), result);
    cells[CHECKS_VALUE] =
        cell_formula(book->check_formulas[index], index == CHECK_IS_BEYOND
                                                      ? cell_number(STYLE_BODY_RIGHT, value)
                                                      : cell_exact(STYLE_BODY_RIGHT, value));
    cells[CHECKS_WORDS].text = label(labels, keys[index].words_key);
}

void combined_fill(const struct combined_book *book, enum combined_table table, size_t index,
                   struct cell *cells, struct arena *arena) {
    static void (*const makers[COMBINED_TABLES])(const struct combined_book *, size_t,
                                                 struct cell *) = {
        [COMBINED_GRANTS] = put_grant,
        [COMBINED_SHARES] = put_share,
        [COMBINED_YEARS] = put_year,
        [COMBINED_PROJECT_YEARS] = put_project_year,
        [COMBINED_APPLICATIONS] = put_application,
        [COMBINED_PAYMENTS] = put_payment,
        [COMBINED_CHECKS] = put_check,
    };
    const struct combined_form *form = &combined_forms[table];
    (void)arena;
    for (size_t i = 0; i < form->column_count; i++)
        cells[i] = (struct cell){.kind = form->columns[i].kind,
                                 .style = form->columns[i].kind == CELL_TEXT ? STYLE_BODY
                                                                             : STYLE_BODY_RIGHT,
                                 .text = TEXT("")};
    makers[table](book, index, cells);
    for (size_t i = 0; i < form->column_count; i++)
        if (book->formulas[table][i].size > 0)
            cells[i] = cell_formula(book->formulas[table][i], cells[i]);
}

// The rows are counted once.

static void list_shares(struct combined_book *book) {
    const struct combined *combined = book->combined;
    struct arena *arena = book->context->arena;
    uint32_t *next = arena_alloc(arena, (combined->project_count + 1) * sizeof *next);
    size_t most = 0, count = 0;
    for (size_t i = 0; i < combined->grant_count; i++)
        most += combined->grants[i].grant->allocations.count;
    book->shares = arena_alloc(arena, (most + 1) * sizeof *book->shares);
    for (size_t i = 0; i < combined->grant_count; i++)
        for (size_t k = 0; k < combined->grants[i].grant->allocations.count; k++) {
            uint32_t project = combined->grants[i].projects[k];
            book->shares[count++] = (struct combined_share_place){project, next[project]++};
        }
    book->rows[COMBINED_SHARES] = count;
}

static void list_applications(struct combined_book *book) {
    struct arena *arena = book->context->arena;
    size_t count = 0;
    for (size_t i = 0; i < book->combined->grant_count; i++) {
        const struct grant *grant = book->combined->grants[i].grant;
        const struct applications applications = applications_of(grant, arena);
        for (size_t k = 0; k < applications.count; k++) {
            const struct application *application = &applications.items[k];
            struct text remark = application->remark == NULL
                                     ? TEXT("")
                                     : prose_plain(application->remark, false, arena);
            book->applications =
                arena_append(arena, book->applications, count, sizeof *book->applications);
            book->applications[count++] = (struct combined_application){grant, application, remark};
        }
    }
    book->rows[COMBINED_APPLICATIONS] = count;
}

static void list_project_years(struct combined_book *book) {
    const struct combined *combined = book->combined;
    size_t count = 0;
    for (uint32_t i = 0; i < combined->project_count; i++) {
        struct combined_years years = combined_years_of(combined, combined->projects[i].years);
        for (size_t k = 0; k < years.count; k++) {
            book->project_years = arena_append(book->context->arena, book->project_years, count,
                                               sizeof *book->project_years);
            book->project_years[count++] = (struct combined_year_place){i, years.first + (int)k};
        }
    }
    book->rows[COMBINED_PROJECT_YEARS] = count;
}

void combined_prepare(struct combined_book *book) {
    const struct combined *combined = book->combined;
    for (size_t table = 0; table < COMBINED_TABLES; table++)
        for (size_t i = 0; i < combined_forms[table].column_count; i++)
            book->titles[table][i] =
                label(book->context->labels, combined_forms[table].columns[i].label_key);
    book->sum = combined_sum(combined);
    book->rows[COMBINED_GRANTS] = combined->grant_count;
    book->rows[COMBINED_YEARS] = combined_years_of(combined, combined->years).count;
    book->rows[COMBINED_PAYMENTS] = combined->payment_count;
    book->rows[COMBINED_CHECKS] = CHECK_KINDS;
    list_shares(book);
    list_applications(book);
    list_project_years(book);
}
