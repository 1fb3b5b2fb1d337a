// SPDX-License-Identifier: MIT

#include "view/grants/combined_workbook.h"

#include "base/digest.h"
#include "view/across.h"
#include "view/grants/grants.h"
#include "view/grants/combined_tables.h"
#include "view/grant/sheets.h"
#include "view/workbook.h"

struct table_context {
    const struct combined_book *book;
    enum combined_table table;
    int64_t totals[COMBINED_MOST_COLUMNS];
};

static size_t rows_of(const struct combined_book *book, enum combined_table table) {
    return table_rows(book->rows[table]);
}

static void put_head(const struct table_context *context, size_t index, struct cell *cells,
                     struct arena *arena) {
    const struct combined_book *book = context->book;
    const struct combined_form *form = &combined_forms[context->table];
    const struct labels *labels = book->context->labels;
    struct date today = book->context->repository->today;
    if (index == ROW_TITLE)
        cells[0] = cell_text(STYLE_TITLE, text_format(arena, "%.*s · %.*s",
                                                      TEXT_ARGS(label(labels, TEXT("tilskuddene"))),
                                                      TEXT_ARGS(label(labels, form->sheet_key))));
    else if (index == ROW_SUBTITLE)
        cells[0] =
            cell_text(STYLE_SUBTITLE,
                      today.year == 0 ? book->context->repository->organisation->name.text
                                      : text_format(arena, "%.*s %.*s",
                                                    TEXT_ARGS(label(labels, TEXT("rapport-per"))),
                                                    TEXT_ARGS(label_date(labels, today, arena))));
    else if (index == ROW_HINT && form->hint_key.size > 0)
        cells[0] = cell_text(STYLE_SUBTITLE, label(labels, form->hint_key));
    for (size_t i = 0; index == ROW_HEAD && i < form->column_count; i++)
        cells[i] = cell_text(form->columns[i].kind == CELL_TEXT ? STYLE_HEADER : STYLE_HEADER_RIGHT,
                             book->titles[context->table][i]);
}

static void put_total(const struct table_context *context, struct cell *cells,
                      struct arena *arena) {
    const struct combined_book *book = context->book;
    const struct combined_form *form = &combined_forms[context->table];
    cells[0] = cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
    for (size_t i = 0; i < form->column_count; i++)
        if (form->columns[i].is_summed)
            cells[i] = sum_of_column(i, context->totals[i], arena);
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct table_context *context = from;
    const struct combined_book *book = context->book;
    size_t width = combined_forms[context->table].column_count;
    size_t rows = rows_of(book, context->table);
    bool is_total = index >= ROW_DATA + rows;
    struct cell *cells;
    struct row row = row_empty(index < ROW_DATA ? STYLE_PLAIN
                               : is_total       ? STYLE_TOTAL
                                                : STYLE_BODY,
                               width, &cells, arena);
    if (index < ROW_DATA)
        put_head(context, index, cells, arena);
    else if (is_total)
        put_total(context, cells, arena);
    else if (book->rows[context->table] > 0)
        combined_fill(book, context->table, index - ROW_DATA, cells, arena);
    return row;
}

static void sum_up(struct table_context *context) {
    const struct combined_form *form = &combined_forms[context->table];
    struct arena scratch;
    arena_init(&scratch, context->book->context->arena->out_of_memory);
    for (size_t i = 0; i < context->book->rows[context->table]; i++) {
        struct arena_savepoint saved = arena_save(&scratch);
        struct cell cells[COMBINED_MOST_COLUMNS];
        combined_fill(context->book, context->table, i, cells, &scratch);
        for (size_t k = 0; k < form->column_count; k++)
            context->totals[k] += form->columns[k].is_summed ? cells[k].number : 0;
        arena_release(&scratch, saved);
    }
    arena_free(&scratch);
}

static const struct condition *check_conditions(const struct combined_book *book) {
    struct arena *arena = book->context->arena;
    struct condition *made = arena_alloc(arena, sizeof *made);
    struct cell_area results = {ROW_DATA, (uint32_t)(ROW_HEAD + book->rows[COMBINED_CHECKS]), 1, 1};
    struct text bad = formula_words(label(book->context->labels, TEXT("kontroll-avvik")), arena);
    *made = (struct condition){
        .area = results,
        .formula = text_format(arena, "%.*s=%.*s", TEXT_ARGS(formula_row_cell(ROW_DATA, 1, arena)),
                               TEXT_ARGS(bad)),
        .look = CONDITION_RED,
    };
    return made;
}

static struct sheet_table *make_table(const struct combined_book *book, enum combined_table table) {
    const struct combined_form *form = &combined_forms[table];
    struct arena *arena = book->context->arena;
    struct table_column *columns = arena_alloc(arena, form->column_count * sizeof *columns);
    struct sheet_table *made = arena_alloc(arena, sizeof *made);
    uint32_t last = (uint32_t)(ROW_HEAD + rows_of(book, table) + form->has_total);
    for (size_t i = 0; i < form->column_count; i++)
        columns[i] = (struct table_column){book->titles[table][i], book->formulas[table][i]};
    *made = (struct sheet_table){
        .name = form->name,
        .area = {ROW_HEAD, last, 0, (uint16_t)(form->column_count - 1)},
        .columns = columns,
        .total = form->has_total,
    };
    return made;
}

static struct sheet make_sheet(const struct combined_book *book, enum combined_table table) {
    const struct combined_form *form = &combined_forms[table];
    struct arena *arena = book->context->arena;
    struct column *widths = arena_alloc(arena, form->column_count * sizeof *widths);
    struct table_context *context = arena_alloc(arena, sizeof *context);
    *context = (struct table_context){.book = book, .table = table};
    for (size_t i = 0; i < form->column_count; i++)
        widths[i].width = form->columns[i].width;
    sum_up(context);
    return (struct sheet){
        .name = label(book->context->labels, form->sheet_key),
        .columns = widths,
        .column_count = form->column_count,
        .row_count = ROW_DATA + rows_of(book, table) + form->has_total,
        .row = make_row,
        .context = context,
        .head_rows = ROW_DATA,
        .repeated_rows = 1,
        .landscape = true,
        .tables = make_table(book, table),
        .table_count = 1,
        .is_protected = true,
        .conditions = table == COMBINED_CHECKS ? check_conditions(book) : NULL,
        .condition_count = table == COMBINED_CHECKS,
    };
}

// What it was made of.

struct about_line {
    struct text name, words;
};

struct about_context {
    const struct combined_book *book;
    struct about_line *lines;
    size_t count;
};

static void add_line(struct about_context *about, const char *key, struct text words) {
    const struct view_context *context = about->book->context;
    about->lines = arena_append(context->arena, about->lines, about->count, sizeof *about->lines);
    about->lines[about->count++] =
        (struct about_line){label(context->labels, text_from(key)), words};
}

static void add_file(struct about_context *about, const char *key, const struct source *source) {
    struct arena *arena = about->book->context->arena;
    add_line(about, key,
             text_format(arena, "%.*s\nSHA-256 %.*s", TEXT_ARGS(source->path),
                         TEXT_ARGS(digest_text(source->text, arena))));
}

static void collect_about(struct about_context *about) {
    const struct combined *combined = about->book->combined;
    const struct view_context *context = about->book->context;
    struct text repeated = combined_repeated(context->labels, combined, context->arena);
    for (size_t i = 0; i < combined->grant_count; i++) {
        const struct combined_grant *of = &combined->grants[i];
        add_line(about, "tilskudd", of->grant->title.text);
        add_file(about, "bok-om-kilde", of->grant->source);
        for (size_t k = 0; k < of->payments->file_count; k++)
            add_file(about, "bok-ark-utbetalinger", of->payments->files[k].source);
    }
    add_line(about, "rammekonto-brukt", label(context->labels, TEXT("samlet-regnes")));
    if (repeated.size > 0)
        add_line(about, "bok-ark-utbetalinger", repeated);
    add_line(about, "bok-om-formler", label(context->labels, TEXT("bok-om-formler-tekst")));
    add_line(about, "bok-om-beskyttet", label(context->labels, TEXT("bok-om-beskyttet-tekst")));
}

static struct row make_about_row(const void *from, size_t index, struct arena *arena) {
    const struct about_context *about = from;
    struct cell *cells;
    struct row row = row_empty(STYLE_PLAIN, 2, &cells, arena);
    if (index == ROW_TITLE)
        cells[0] =
            cell_text(STYLE_TITLE, label(about->book->context->labels, TEXT("bok-om-tittel")));
    else if (index > ROW_SUBTITLE) {
        const struct about_line *line = &about->lines[index - ROW_SUBTITLE - 1];
        cells[0] = cell_text(STYLE_LABEL, line->name);
        cells[1] = cell_text(STYLE_BODY, line->words);
    }
    return row;
}

static struct sheet make_about(const struct combined_book *book) {
    static const struct column widths[] = {{26}, {96}};
    struct about_context *about = arena_alloc(book->context->arena, sizeof *about);
    about->book = book;
    collect_about(about);
    return (struct sheet){
        .name = label(book->context->labels, TEXT("bok-ark-om")),
        .columns = widths,
        .column_count = sizeof widths / sizeof *widths,
        .row_count = ROW_SUBTITLE + 1 + about->count,
        .row = make_about_row,
        .context = about,
        .is_protected = true,
    };
}

const struct workbook *combined_workbook(const struct view_context *context,
                                         const struct combined *combined) {
    struct combined_book *book = arena_alloc(context->arena, sizeof *book);
    struct sheet *sheets = arena_alloc(context->arena, (COMBINED_TABLES + 1) * sizeof *sheets);
    book->context = context;
    book->combined = combined;
    combined_prepare(book);
    combined_write_formulas(book);
    size_t count = 0;
    for (enum combined_table table = 0; table < COMBINED_TABLES; table++)
        if (table != COMBINED_APPLICATIONS || book->rows[table] > 0)
            sheets[count++] = make_sheet(book, table);
    sheets[count++] = make_about(book);
    for (size_t i = 0; i < count; i++)
        sheet_print_across(&sheets[i], context->arena);
    return view_workbook(context, label(context->labels, TEXT("tilskuddene")), sheets, count);
}
