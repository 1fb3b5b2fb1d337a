// SPDX-License-Identifier: MIT
// A register as a workbook: a sheet for each part that has a table, and one for all texts.

#include "view/register/table.h"

#include "view/columns.h"
#include "view/embeds.h"
#include "view/workbook.h"

enum head_row { ROW_TITLE, ROW_SUBTITLE, ROW_HEADER = REGISTER_HEAD_ROW, HEAD_ROWS };

enum text_column { TEXT_OF_PART, TEXT_TITLE, TEXT_WORDS, TEXT_COLUMNS };

static const struct register_column text_columns[TEXT_COLUMNS] = {
    [TEXT_OF_PART] = {.label_key = TEXT_OF("register-gjelder"), .width = 40},
    [TEXT_TITLE] = {.label_key = TEXT_OF("register-hva"), .width = 22},
    [TEXT_WORDS] = {.label_key = TEXT_OF("register-tekst"), .width = 90},
};

// One sheet: a part's table, or the texts as a table of their own.
struct register_sheet {
    const struct register_view *view;
    struct text title;
    struct register_part table;
};

static struct text subtitle_of(const struct register_view *view, struct arena *arena) {
    const struct view_context *context = view->context;
    struct text name = context->repository->organisation->name.text;
    const struct text words[] = {name, TEXT(" · "), label(context->labels, TEXT("register-per")),
                                 TEXT(" "),
                                 label_date(context->labels, view->registry->as_of.date, arena)};
    return text_join(arena, words, sizeof words / sizeof *words, TEXT(""));
}

static bool is_at_the_right(enum register_type type) {
    return type == REGISTER_NUMBER || type == REGISTER_AMOUNT || type == REGISTER_DATE;
}

static struct row head_row(const struct register_sheet *sheet, enum head_row row,
                           struct arena *arena) {
    const struct register_part *table = &sheet->table;
    struct cell *cells;
    struct row made = row_empty(row == ROW_HEADER ? STYLE_HEADER : STYLE_PLAIN, table->column_count,
                                &cells, arena);
    if (row == ROW_TITLE)
        cells[0] = cell_text(STYLE_TITLE, sheet->title);
    else if (row == ROW_SUBTITLE)
        cells[0] = cell_text(STYLE_SUBTITLE, subtitle_of(sheet->view, arena));
    else
        for (size_t i = 0; i < table->column_count; i++)
            cells[i] = cell_text(is_at_the_right(table->columns[i].type) ? STYLE_HEADER_RIGHT
                                                                         : STYLE_HEADER,
                                 register_column_title(sheet->view, &table->columns[i]));
    return made;
}

// `among_numbers`: words in a column of numbers, as that one is missing, stand where they do.
static struct cell sheet_cell(const struct register_cell *cell, bool among_numbers, bool is_total) {
    enum cell_style at_left = is_total ? STYLE_TOTAL : STYLE_BODY;
    enum cell_style number = is_total ? STYLE_TOTAL_RIGHT : STYLE_BODY_RIGHT;
    enum cell_style words = among_numbers ? number : at_left;
    switch (cell->type) {
    case REGISTER_DATE:
        return cell_date(number, cell->date);
    case REGISTER_NUMBER:
        return cell->formula.size == 0
                   ? cell_number(number, cell->number)
                   : cell_formula(cell->formula, cell_number(number, cell->number));
    case REGISTER_AMOUNT:
        return cell_exact(number, cell->number);
    default:
        return cell->text.size == 0 ? cell_empty(at_left) : cell_text(words, cell->text);
    }
}

static struct row sheet_row(const void *of, size_t index, struct arena *arena) {
    const struct register_sheet *sheet = of;
    const struct register_part *table = &sheet->table;
    if (index < HEAD_ROWS)
        return head_row(sheet, (enum head_row)index, arena);
    size_t row = index - HEAD_ROWS;
    bool is_total = table->has_total && row + 1 == table->row_count;
    struct cell *cells;
    struct row made = row_empty(STYLE_BODY, table->column_count, &cells, arena);
    for (size_t i = 0; i < table->column_count; i++)
        cells[i] = sheet_cell(&table->cells[row * table->column_count + i],
                              is_at_the_right(table->columns[i].type), is_total);
    return made;
}

static struct text plain(const struct register_view *view, const struct prose *prose) {
    struct arena *arena = view->context->arena;
    struct prose text = view_write_embeds(view->context, prose, view_embed_link, arena);
    return prose_is_empty(&text) ? TEXT("") : prose_plain(&text, false, arena);
}

static void add_text(const struct register_view *view, struct register_part *table,
                     struct text part, struct text title, struct text words) {
    if (words.size == 0)
        return;
    struct register_cell *cells = register_add_row(view, table);
    cells[TEXT_OF_PART] = register_text_cell(part);
    cells[TEXT_TITLE] = register_text_cell(title);
    cells[TEXT_WORDS] = register_text_cell(words);
}

// The remark of the register, and the texts of its parts.
static struct register_part texts_of(const struct register_view *view) {
    struct register_part table = {.columns = text_columns, .column_count = TEXT_COLUMNS};
    const struct registry *registry = view->registry;
    const struct labels *labels = view->context->labels;
    struct text remark = label(labels, TEXT("register-merknad"));
    size_t rows = 1;
    for (size_t i = 0; i < view->count; i++)
        rows += view->parts[i].note_count + 1;
    table.cells = arena_alloc(view->context->arena, rows * TEXT_COLUMNS * sizeof *table.cells);
    add_text(view, &table, view->title, remark, plain(view, &registry->remark));
    for (size_t i = 0; i < view->count; i++) {
        const struct register_part *part = &view->parts[i];
        struct text title = part->title.size > 0 ? part->title : registry->title.text;
        add_text(view, &table, title, remark, part->remark);
        for (size_t j = 0; j < part->note_count; j++)
            add_text(view, &table, title, part->notes[j].title, plain(view, part->notes[j].prose));
    }
    return table;
}

static struct sheet sheet_of(const struct register_sheet *of, struct text name,
                             struct arena *arena) {
    const struct register_part *table = &of->table;
    const struct labels *labels = of->view->context->labels;
    struct column *widths = arena_alloc(arena, table->column_count * sizeof *widths);
    for (size_t i = 0; i < table->column_count; i++)
        widths[i].width = table->columns[i].width;
    struct sheet *whole = arena_alloc(arena, sizeof *whole);
    struct sheet_columns *shown = arena_alloc(arena, sizeof *shown);
    *whole = (struct sheet){
        .name = name,
        .columns = widths,
        .column_count = table->column_count,
        .row_count = HEAD_ROWS + table->row_count,
        .row = sheet_row,
        .context = of,
        .head_rows = HEAD_ROWS,
        .repeated_rows = 1,
        .frozen_columns = 1,
        .filter_rows = (uint32_t)(table->row_count - (table->has_total ? 1 : 0)),
        .landscape = true,
        .footer_left = text_format(arena, "%.*s %.*s", TEXT_ARGS(label(labels, TEXT("laget-fra"))),
                                   TEXT_ARGS(of->view->registry->source->path)),
    };
    *shown = sheet_columns_find(whole, 0, arena);
    return sheet_columns_keep(whole, shown, arena);
}

// The parts from `first` on that are one sheet: where they join, those with the same columns.
static size_t parts_of_sheet(const struct register_view *view, size_t first) {
    size_t count = 1;
    while (view->parts[first].joins && first + count < view->count &&
           view->parts[first + count].columns == view->parts[first].columns)
        count++;
    return count;
}

// Their rows as one table, with the part's title in front.
static struct register_part joined_parts(const struct register_view *view, size_t first,
                                         size_t count) {
    struct arena *arena = view->context->arena;
    const struct register_part *parts = &view->parts[first];
    size_t width = parts->column_count + 1, rows = 0;
    for (size_t i = 0; i < count; i++)
        rows += parts[i].row_count;
    struct register_column *columns = arena_alloc(arena, width * sizeof *columns);
    columns[0] = text_columns[TEXT_OF_PART];
    columns[0].label_key = text_from(view->part_label);
    columns[0].width = view->part_width;
    for (size_t i = 1; i < width; i++)
        columns[i] = parts->columns[i - 1];
    struct register_part joined = {.columns = columns, .column_count = width};
    joined.cells = arena_alloc(arena, (rows + 1) * width * sizeof *joined.cells);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < parts[i].row_count; j++) {
            struct register_cell *cells = register_add_row(view, &joined);
            cells[0] = register_text_cell(parts[i].title);
            for (size_t k = 1; k < width; k++)
                cells[k] = parts[i].cells[j * (width - 1) + k - 1];
        }
    return joined;
}

// "1 Prosjekter" and so on would be in the way: the names are those of labels, which differ.
struct text register_sheet_name(const struct register_view *view, size_t index) {
    struct arena *arena = view->context->arena;
    return label(view->context->labels,
                 text_format(arena, "register-ark-%s-%d", view->name, (int)index));
}

static struct text title_of(const struct register_view *view, const struct register_part *part) {
    return part->title.size > 0 ? part->title : view->title;
}

const struct workbook *register_workbook(const struct register_view *view) {
    const struct view_context *context = view->context;
    struct arena *arena = context->arena;
    struct register_sheet *of = arena_alloc(arena, (view->count + 1) * sizeof *of);
    struct sheet *sheets = arena_alloc(arena, (view->count + 1) * sizeof *sheets);
    size_t count = 0;
    for (size_t i = 0, parts; i < view->count; i += parts) {
        const struct register_part *part = &view->parts[i];
        parts = parts_of_sheet(view, i);
        if (part->column_count == 0)
            continue;
        struct text name = register_sheet_name(view, count);
        of[count] = part->joins ? (struct register_sheet){view, name, joined_parts(view, i, parts)}
                                : (struct register_sheet){view, title_of(view, part), *part};
        sheets[count] = sheet_of(&of[count], name, arena);
        count++;
    }
    of[count] = (struct register_sheet){view, label(context->labels, TEXT("register-tekster")),
                                        texts_of(view)};
    if (of[count].table.row_count > 0) {
        sheets[count] = sheet_of(&of[count], of[count].title, arena);
        count++;
    }
    return view_workbook(context, view->title, sheets, count);
}
