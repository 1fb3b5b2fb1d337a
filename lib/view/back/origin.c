// SPDX-License-Identifier: MIT

#include "view/back/origin.h"

#include "base/amount.h"
#include "base/digest.h"

const struct text origin_titles[ORIGIN_COLUMNS] = {
    [ORIGIN_TABLE] = TEXT_OF("Tabell"),  [ORIGIN_ROW] = TEXT_OF("Rad"),
    [ORIGIN_ID] = TEXT_OF("Id"),         [ORIGIN_KEY] = TEXT_OF("Nøkkel"),
    [ORIGIN_TITLE] = TEXT_OF("Kolonne"), [ORIGIN_VALUE] = TEXT_OF("Verdi"),
};

// What people may change, and by what the rows are known.
static const struct {
    enum grant_table table;
    size_t column;
    struct text key;
} fields[] = {
    {TABLE_ALLOCATIONS, ALLOCATION_NUMBER, TEXT_OF(ORIGIN_KEY_ROW)},
    {TABLE_ALLOCATIONS, ALLOCATION_NAME, TEXT_OF("navn")},
    {TABLE_ALLOCATIONS, ALLOCATION_PHASE, TEXT_OF("fase")},
    {TABLE_ALLOCATIONS, ALLOCATION_CASE, TEXT_OF("vedtatt")},
    {TABLE_ALLOCATIONS, ALLOCATION_FIRST, TEXT_OF("beløp")},
    {TABLE_ALLOCATIONS, ALLOCATION_PROJECT, TEXT_OF("prosjektnummer")},
    {TABLE_ALLOCATIONS, ALLOCATION_CENTRE, TEXT_OF("ansvarssted")},
    {TABLE_ALLOCATIONS, ALLOCATION_LEADER, TEXT_OF("prosjektleder")},
    {TABLE_ALLOCATIONS, ALLOCATION_COMMITTED, TEXT_OF("bundet")},
    {TABLE_ALLOCATIONS, ALLOCATION_PUT_IN, TEXT_OF("innskutt")},
    {TABLE_ALLOCATIONS, ALLOCATION_REMARK, TEXT_OF("merknad")},
    {TABLE_REPORTS, REPORT_NUMBER, TEXT_OF(ORIGIN_KEY_ROW)},
    {TABLE_REPORTS, REPORT_DUE, TEXT_OF("rapporteres")},
    {TABLE_REPORTS, REPORT_RECEIVED, TEXT_OF("mottatt")},
    {TABLE_REPORTS, REPORT_STATUS, TEXT_OF("status")},
    {TABLE_REPORTS, REPORT_SUMMARY, TEXT_OF("omtale")},
    {TABLE_REPORTS, REPORT_DEVIATION, TEXT_OF("avvik")},
    {TABLE_CHANGES, CHANGE_COLUMN_ID, TEXT_OF(ORIGIN_KEY_ROW)},
    {TABLE_CHANGES, CHANGE_COLUMN_NUMBER, TEXT_OF("tildeling")},
    {TABLE_CHANGES, CHANGE_COLUMN_DATE, TEXT_OF("dato")},
    {TABLE_CHANGES, CHANGE_COLUMN_CASE, TEXT_OF("sak")},
    {TABLE_CHANGES, CHANGE_COLUMN_KIND, TEXT_OF("endring")},
    {TABLE_CHANGES, CHANGE_COLUMN_AMOUNT, TEXT_OF("beløp")},
    {TABLE_CHANGES, CHANGE_COLUMN_FROM, TEXT_OF("fra")},
    {TABLE_CHANGES, CHANGE_COLUMN_REMARK, TEXT_OF("merknad")},
    {TABLE_PAYMENTS, PAID_LINE, TEXT_OF(ORIGIN_KEY_ROW)},
    {TABLE_PAYMENTS, PAID_DATE, TEXT_OF("dato")},
    {TABLE_PAYMENTS, PAID_PROJECT, TEXT_OF("prosjektnummer")},
    {TABLE_PAYMENTS, PAID_VOUCHER, TEXT_OF("bilag")},
    {TABLE_PAYMENTS, PAID_SUPPLIER, TEXT_OF("leverandør")},
    {TABLE_PAYMENTS, PAID_AMOUNT, TEXT_OF("beløp")},
    {TABLE_PAYMENTS, PAID_TEXT, TEXT_OF("tekst")},
    {TABLE_PAYMENTS, PAID_CENTRE, TEXT_OF("ansvarssted")},
    {TABLE_PAYMENTS, PAID_ACCOUNT, TEXT_OF("konto")},
    {TABLE_PAYMENTS, PAID_PERIOD, TEXT_OF("periode")},
    {TABLE_PAYMENTS, PAID_DOCUMENT_DATE, TEXT_OF("bilagsdato")},
    {TABLE_PAYMENTS, PAID_VAT_CODE, TEXT_OF("mva")},
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields };

struct origin_maker {
    const struct book *book;
    struct arena *arena;
    struct origin made;
};

static void add(struct origin_maker *maker, struct origin_entry entry) {
    struct origin *made = &maker->made;
    made->items = arena_append(maker->arena, made->items, made->count, sizeof *made->items);
    made->items[made->count++] = entry;
}

static void add_of_book(struct origin_maker *maker, struct text key, struct text id,
                        struct text value) {
    add(maker, (struct origin_entry){
                   .parts = {[ORIGIN_KEY] = key, [ORIGIN_ID] = id, [ORIGIN_VALUE] = value}});
}

static void add_of_column(struct origin_maker *maker, enum grant_table table, size_t column,
                          const char *key, struct text value) {
    add(maker, (struct origin_entry){.parts = {[ORIGIN_TABLE] = grant_tables[table].name,
                                               [ORIGIN_KEY] = text_from(key),
                                               [ORIGIN_TITLE] = maker->book->titles[table][column],
                                               [ORIGIN_VALUE] = value}});
}

static struct text as_text(const struct cell *cell, struct arena *arena) {
    switch (cell->kind) {
    case CELL_TEXT:
        return cell->text;
    case CELL_NUMBER:
        return text_format(arena, "%lld", (long long)cell->number);
    case CELL_EXACT:
        return amount_plain(arena, cell->number, '.');
    case CELL_DATE:
        return cell->date.year > 0 ? date_iso(arena, cell->date) : TEXT("");
    default:
        return TEXT("");
    }
}

// What the table has rows of; those of payments are told by their lines.
static size_t count_rows(const struct book *book, enum grant_table table) {
    return table == TABLE_CHANGES    ? book->grant->changes.count
           : table == TABLE_PAYMENTS ? 0
                                     : book->grant->allocations.count;
}

static void add_row(struct origin_maker *maker, enum grant_table table, const struct row *row,
                    size_t index) {
    struct arena *arena = maker->arena;
    struct text number = text_format(arena, "%zu", index + 1);
    const struct text id =
        table == TABLE_CHANGES ? number : maker->book->grant->allocations.items[index].id.text;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (fields[i].table == table && fields[i].column < row->count)
            add(maker,
                (struct origin_entry){.parts = {grant_tables[table].name, number, id, fields[i].key,
                                                maker->book->titles[table][fields[i].column],
                                                as_text(&row->cells[fields[i].column], arena)}});
}

// The titles of what people may change, and those of formulas.
static void add_columns(struct origin_maker *maker, enum grant_table table, const struct row *row) {
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (fields[i].table == table && fields[i].column < row->count)
            add_of_column(maker, table, fields[i].column, fields[i].key.data, TEXT(""));
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].kind == CELL_FORMULA)
            add_of_column(maker, table, i, ORIGIN_KEY_FORMULA, TEXT(""));
}

static void add_table(struct origin_maker *maker, enum grant_table table,
                      const struct sheet *sheet) {
    struct arena *arena = maker->arena;
    for (size_t i = 0; i == 0 || i < count_rows(maker->book, table); i++) {
        struct row row = sheet->row(sheet->context, ROW_DATA + i, arena);
        if (i == 0)
            add_columns(maker, table, &row);
        if (i < count_rows(maker->book, table))
            add_row(maker, table, &row, i);
    }
}

static void add_file(struct origin_maker *maker, const struct source *source) {
    add_of_book(maker, TEXT(ORIGIN_KEY_FILE), source->path,
                digest_text(source->text, maker->arena));
}

struct origin origin_of(const struct book *book, const struct sheet *sheets) {
    struct origin_maker maker = {.book = book, .arena = book->context->arena};
    struct text sum = label(book->context->labels, TEXT("ark-sum"));
    add_of_book(&maker, TEXT(ORIGIN_KEY_GRANT), TEXT(""), book->grant->id.text);
    add_of_book(&maker, TEXT(ORIGIN_KEY_LANGUAGE), TEXT(""),
                text_from(language_names[book->context->language]));
    add_file(&maker, book->grant->source);
    for (size_t i = 0; i < book->payments->file_count; i++)
        add_file(&maker, book->payments->files[i].source);
    if (book->grant->allocations.count == 0)
        return maker.made;
    static const enum grant_table tables[] = {TABLE_ALLOCATIONS, TABLE_CHANGES, TABLE_PAYMENTS,
                                              TABLE_REPORTS};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        add_table(&maker, tables[i], &sheets[tables[i]]);
    add_of_column(&maker, TABLE_ALLOCATIONS, ALLOCATION_NAME, ORIGIN_KEY_SUM, sum);
    add_of_column(&maker, TABLE_CHANGES, CHANGE_COLUMN_NAME, ORIGIN_KEY_SUM, sum);
    return maker.made;
}

// Numbers that are names stay text.
static struct row make_row(const void *context, size_t index, struct arena *arena) {
    const struct origin *origin = context;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, ORIGIN_COLUMNS, &cells, arena);
    for (size_t i = 0; i < ORIGIN_COLUMNS; i++)
        cells[i] = index == 0 ? cell_text(STYLE_HEADER, origin_titles[i])
                              : cell_text(STYLE_NUMBER_KEY, origin->items[index - 1].parts[i]);
    return row;
}

struct sheet origin_sheet(const struct book *book, const struct origin *origin) {
    static const struct column widths[ORIGIN_COLUMNS] = {{14}, {8}, {30}, {18}, {24}, {60}};
    return (struct sheet){
        .name = label(book->context->labels, TEXT("bok-ark-kilde")),
        .columns = widths,
        .column_count = ORIGIN_COLUMNS,
        .row_count = 1 + origin->count,
        .row = make_row,
        .context = origin,
        .head_rows = 1,
        .is_hidden = true,
        .is_protected = true,
        .footer_left = book->grant->source->path,
    };
}
