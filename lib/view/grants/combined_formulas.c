// SPDX-License-Identifier: MIT
// The formulas of the tables of several grants together.

#include "view/grants/combined_tables.h"

struct names {
    struct combined_book *book;
    enum combined_table table;
};

static struct text all(const struct names *names, size_t column) {
    return combined_column(names->book, names->table, column);
}

static struct text here(const struct names *names, size_t column) {
    return formula_here((uint16_t)column, names->book->context->arena);
}

// "SUMIFS(of,key,here" for more criteria to follow.
static struct text sum_of(const struct names *of, size_t values, size_t key,
                          const struct names *where, size_t column) {
    return text_format(of->book->context->arena, "SUMIFS(%.*s,%.*s,%.*s",
                       TEXT_ARGS(all(of, values)), TEXT_ARGS(all(of, key)),
                       TEXT_ARGS(here(where, column)));
}

// Of all that is paid, what the older shares do not hold, and at most what this one is.
static void write_shares(struct combined_book *book) {
    struct arena *arena = book->context->arena;
    const struct names shares = {book, COMBINED_SHARES}, payments = {book, COMBINED_PAYMENTS};
    struct text *formulas = book->formulas[COMBINED_SHARES];
    struct text paid = text_concat(
        arena, sum_of(&payments, PAYMENTS_AMOUNT, PAYMENTS_NUMBER, &shares, SHARES_NUMBER),
        TEXT(")"));
    struct text order = here(&shares, SHARES_ORDER);
    struct text older = text_format(
        arena, "%.*s,%.*s,\"<\"&%.*s)",
        TEXT_ARGS(sum_of(&shares, SHARES_CURRENT, SHARES_NUMBER, &shares, SHARES_NUMBER)),
        TEXT_ARGS(all(&shares, SHARES_ORDER)), TEXT_ARGS(order));
    struct text newer =
        text_format(arena, "COUNTIFS(%.*s,%.*s,%.*s,\">\"&%.*s)",
                    TEXT_ARGS(all(&shares, SHARES_NUMBER)), TEXT_ARGS(here(&shares, SHARES_NUMBER)),
                    TEXT_ARGS(all(&shares, SHARES_ORDER)), TEXT_ARGS(order));
    formulas[SHARES_CURRENT] =
        text_format(arena, "ROUND(%.*s+%.*s,2)", TEXT_ARGS(here(&shares, SHARES_FIRST)),
                    TEXT_ARGS(here(&shares, SHARES_CHANGED)));
    formulas[SHARES_USED] = text_format(
        arena, "ROUND(IF(%.*s=0,%.*s-MAX(0,MIN(%.*s,%.*s)),MAX(0,MIN(%.*s,%.*s-%.*s))),2)",
        TEXT_ARGS(newer), TEXT_ARGS(paid), TEXT_ARGS(paid), TEXT_ARGS(older),
        TEXT_ARGS(here(&shares, SHARES_CURRENT)), TEXT_ARGS(paid), TEXT_ARGS(older));
    formulas[SHARES_LEFT] = text_format(
        arena, "ROUND(%.*s-%.*s-%.*s,2)", TEXT_ARGS(here(&shares, SHARES_CURRENT)),
        TEXT_ARGS(here(&shares, SHARES_USED)), TEXT_ARGS(here(&shares, SHARES_COMMITTED)));
}

// An id is compared as it is: as a criterion it could be read as a pattern.
static void write_grants(struct combined_book *book) {
    struct arena *arena = book->context->arena;
    const struct names grants = {book, COMBINED_GRANTS}, shares = {book, COMBINED_SHARES};
    static const size_t of[GRANTS_COLUMNS] = {
        [GRANTS_FIRST] = SHARES_FIRST,         [GRANTS_CHANGED] = SHARES_CHANGED,
        [GRANTS_CURRENT] = SHARES_CURRENT,     [GRANTS_USED] = SHARES_USED,
        [GRANTS_COMMITTED] = SHARES_COMMITTED, [GRANTS_LEFT] = SHARES_LEFT,
    };
    struct text *formulas = book->formulas[COMBINED_GRANTS];
    for (size_t i = GRANTS_FIRST; i <= GRANTS_LEFT; i++)
        formulas[i] = text_format(
            arena, "ROUND(SUMPRODUCT(--(%.*s=%.*s),%.*s),2)", TEXT_ARGS(all(&shares, SHARES_GRANT)),
            TEXT_ARGS(here(&grants, GRANTS_ID)), TEXT_ARGS(all(&shares, of[i])));
    formulas[GRANTS_UNALLOCATED] =
        text_format(arena, "ROUND(%.*s-%.*s,2)", TEXT_ARGS(here(&grants, GRANTS_FRAME)),
                    TEXT_ARGS(here(&grants, GRANTS_CURRENT)));
}

// What was left of the years before, of a project or, where `number` is empty, of all.
static struct text brought_formula(const struct names *rows, size_t year, struct text number) {
    const struct names projects = {rows->book, COMBINED_PROJECT_YEARS};
    struct arena *arena = rows->book->context->arena;
    struct text years = all(&projects, PROJECT_FIXED + YEARS_YEAR), parts[3];
    for (size_t i = 0; i < 3; i++)
        parts[i] = text_format(arena, "SUMIFS(%.*s,%.*s,\">0\",%.*s,\"<\"&%.*s%.*s)",
                               TEXT_ARGS(all(&projects, PROJECT_FIXED + YEARS_FIRST + i)),
                               TEXT_ARGS(years), TEXT_ARGS(years), TEXT_ARGS(here(rows, year)),
                               TEXT_ARGS(number));
    return text_format(arena, "ROUND(%.*s+%.*s-%.*s,2)", TEXT_ARGS(parts[0]), TEXT_ARGS(parts[1]),
                       TEXT_ARGS(parts[2]));
}

static struct text left_formula(const struct names *rows, size_t first) {
    return text_format(
        rows->book->context->arena, "ROUND(%.*s+%.*s+%.*s-%.*s,2)",
        TEXT_ARGS(here(rows, first + YEARS_BROUGHT)), TEXT_ARGS(here(rows, first + YEARS_FIRST)),
        TEXT_ARGS(here(rows, first + YEARS_CHANGED)), TEXT_ARGS(here(rows, first + YEARS_PAID)));
}

static void write_project_years(struct combined_book *book) {
    struct arena *arena = book->context->arena;
    const struct names rows = {book, COMBINED_PROJECT_YEARS}, payments = {book, COMBINED_PAYMENTS};
    struct text *formulas = book->formulas[COMBINED_PROJECT_YEARS];
    struct text year = here(&rows, PROJECT_FIXED + YEARS_YEAR);
    struct text dates = all(&payments, PAYMENTS_DATE);
    struct text number = text_format(arena, ",%.*s,%.*s", TEXT_ARGS(all(&rows, PROJECT_NUMBER)),
                                     TEXT_ARGS(here(&rows, PROJECT_NUMBER)));
    formulas[PROJECT_FIXED + YEARS_PAID] = text_format(
        arena, "ROUND(%.*s,%.*s,\">=\"&DATE(%.*s,1,1),%.*s,\"<\"&DATE(%.*s,13,1)),2)",
        TEXT_ARGS(sum_of(&payments, PAYMENTS_AMOUNT, PAYMENTS_NUMBER, &rows, PROJECT_NUMBER)),
        TEXT_ARGS(dates), TEXT_ARGS(year), TEXT_ARGS(dates), TEXT_ARGS(year));
    formulas[PROJECT_FIXED + YEARS_BROUGHT] =
        brought_formula(&rows, PROJECT_FIXED + YEARS_YEAR, number);
    formulas[PROJECT_FIXED + YEARS_LEFT] = left_formula(&rows, PROJECT_FIXED);
}

static void write_years(struct combined_book *book) {
    struct arena *arena = book->context->arena;
    const struct names rows = {book, COMBINED_YEARS}, projects = {book, COMBINED_PROJECT_YEARS};
    struct text *formulas = book->formulas[COMBINED_YEARS];
    for (size_t i = YEARS_FIRST; i <= YEARS_PAID; i++)
        formulas[i] = text_format(arena, "ROUND(%.*s),2)",
                                  TEXT_ARGS(sum_of(&projects, PROJECT_FIXED + i,
                                                   PROJECT_FIXED + YEARS_YEAR, &rows, YEARS_YEAR)));
    formulas[YEARS_BROUGHT] = brought_formula(&rows, YEARS_YEAR, TEXT(""));
    formulas[YEARS_LEFT] = left_formula(&rows, 0);
}

// The project by its number, whether that is a text or has been typed.
static void write_payments(struct combined_book *book) {
    struct arena *arena = book->context->arena;
    const struct names rows = {book, COMBINED_PAYMENTS}, shares = {book, COMBINED_SHARES};
    struct text *formulas = book->formulas[COMBINED_PAYMENTS];
    formulas[PAYMENTS_NUMBER] = text_format(
        arena, "IFERROR(INDEX(%.*s,MATCH(%.*s&\"\",INDEX(%.*s&\"\",0),0)),0)",
        TEXT_ARGS(all(&shares, SHARES_NUMBER)), TEXT_ARGS(here(&rows, PAYMENTS_PROJECT)),
        TEXT_ARGS(all(&shares, SHARES_PROJECT)));
    formulas[PAYMENTS_NAME] =
        text_format(arena, "IFERROR(INDEX(%.*s,MATCH(%.*s,%.*s,0))&\"\",\"\")",
                    TEXT_ARGS(all(&shares, SHARES_NAME)), TEXT_ARGS(here(&rows, PAYMENTS_NUMBER)),
                    TEXT_ARGS(all(&shares, SHARES_NUMBER)));
}

static struct text sum_where(const struct names *of, size_t column, size_t number) {
    return formula_sum_where_number(all(of, column), all(of, number), of->book->context->arena);
}

static void write_checks(struct combined_book *book) {
    struct arena *arena = book->context->arena;
    const struct names shares = {book, COMBINED_SHARES}, payments = {book, COMBINED_PAYMENTS},
                       years = {book, COMBINED_YEARS};
    struct text paid = sum_where(&payments, PAYMENTS_AMOUNT, PAYMENTS_DATE);
    struct text used = sum_where(&shares, SHARES_USED, SHARES_NUMBER);
    struct text current = sum_where(&shares, SHARES_CURRENT, SHARES_NUMBER);
    struct text in_years = sum_where(&years, YEARS_PAID, YEARS_YEAR);
    book->check_formulas[CHECK_IS_USED] =
        text_format(arena, "ROUND(%.*s-%.*s,2)", TEXT_ARGS(used), TEXT_ARGS(paid));
    book->check_formulas[CHECK_IS_IN_YEARS] =
        text_format(arena, "ROUND(%.*s-%.*s,2)", TEXT_ARGS(in_years), TEXT_ARGS(paid));
    book->check_formulas[CHECK_IS_LEFT] =
        text_format(arena, "ROUND(%.*s-%.*s-%.*s-%.*s+%.*s,2)", TEXT_ARGS(current), TEXT_ARGS(used),
                    TEXT_ARGS(sum_where(&years, YEARS_FIRST, YEARS_YEAR)),
                    TEXT_ARGS(sum_where(&years, YEARS_CHANGED, YEARS_YEAR)), TEXT_ARGS(in_years));
    book->check_formulas[CHECK_IS_BEYOND] = text_format(
        arena, "SUMPRODUCT(ISNUMBER(%.*s)*(%.*s>%.*s))", TEXT_ARGS(all(&shares, SHARES_NUMBER)),
        TEXT_ARGS(all(&shares, SHARES_USED)), TEXT_ARGS(all(&shares, SHARES_CURRENT)));
}

void combined_write_formulas(struct combined_book *book) {
    write_grants(book);
    write_shares(book);
    write_project_years(book);
    write_years(book);
    write_payments(book);
    write_checks(book);
}
