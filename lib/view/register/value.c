// SPDX-License-Identifier: MIT

#include "view/register/table.h"

static struct value typed_value(const struct register_cell *cell, struct arena *arena) {
    if (cell->type == REGISTER_NUMBER)
        return value_number(cell->number);
    if (cell->type == REGISTER_AMOUNT)
        return value_amount(cell->number);
    return value_text_or_none(cell->type == REGISTER_DATE ? date_iso(arena, cell->date)
                                                          : cell->text);
}

static struct value links_value(const struct register_cell *cell, struct arena *arena) {
    struct value *items = arena_alloc(arena, cell->link_count * sizeof *items);
    for (size_t i = 0; i < cell->link_count; i++) {
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("ord"), value_text(cell->links[i].words));
        view_put_text(&map, VIEW_KEY("lenke"), cell->links[i].address);
        items[i] = map_end(&map);
    }
    return value_list(items, cell->link_count);
}

static bool is_number(const struct register_column *column) {
    return column->type == REGISTER_NUMBER || column->type == REGISTER_AMOUNT;
}

// The first one names the rows.
const bool *register_filled_columns(const struct register_part *parts, size_t count,
                                    struct arena *arena) {
    size_t columns = parts->column_count;
    bool *filled = arena_alloc(arena, columns * sizeof *filled);
    for (size_t i = 0; i < columns; i++)
        filled[i] = i == 0;
    for (size_t part = 0; part < count; part++)
        for (size_t i = 0; i < parts[part].row_count * columns; i++)
            if (parts[part].cells[i].text.size > 0 || parts[part].cells[i].type == REGISTER_NUMBER)
                filled[i % columns] = true;
    return filled;
}

static struct value cell_value(const struct register_view *view, const struct register_part *part,
                               size_t row, size_t index, const bool *filled) {
    const struct register_column *column = &part->columns[index];
    const struct register_cell *cell = &part->cells[row * part->column_count + index];
    struct arena *arena = view->context->arena;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("kolonne"), value_text(column->name));
    map_put(&map, TEXT("navn"), value_text(register_column_title(view, column)));
    map_put(&map, TEXT("verdi"), typed_value(cell, arena));
    map_put(&map, TEXT("ord"), value_text(cell->text));
    map_put(&map, TEXT("lenker"), links_value(cell, arena));
    map_put(&map, TEXT("har-lenker"), value_truth(cell->link_count > 0));
    map_put(&map, TEXT("er-først"), value_truth(index == 0));
    map_put(&map, TEXT("er-tall"), value_truth(is_number(column)));
    map_put(&map, TEXT("vises"), value_truth(filled[index]));
    return map_end(&map);
}

static struct value row_value(const struct register_view *view, const struct register_part *part,
                              size_t row, const bool *filled) {
    struct arena *arena = view->context->arena;
    struct value *cells = arena_alloc(arena, part->column_count * sizeof *cells);
    for (size_t i = 0; i < part->column_count; i++)
        cells[i] = cell_value(view, part, row, i, filled);
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("er-sum"), value_truth(part->has_total && row + 1 == part->row_count));
    map_put(&map, TEXT("celler"), value_list(cells, part->column_count));
    return map_end(&map);
}

static struct value rows_value(const struct register_view *view, const struct register_part *part,
                               const bool *filled) {
    struct value *rows = arena_alloc(view->context->arena, part->row_count * sizeof *rows);
    for (size_t i = 0; i < part->row_count; i++)
        rows[i] = row_value(view, part, i, filled);
    return value_list(rows, part->row_count);
}

// The words of a choice's column, each once, in the order in which they are met.
static struct value words_value(const struct register_view *view, const struct register_part *part,
                                size_t column) {
    struct arena *arena = view->context->arena;
    struct value *words = arena_alloc(arena, part->row_count * sizeof *words);
    struct index seen;
    size_t count = 0;
    index_init(&seen, arena);
    for (size_t i = 0; i < part->row_count; i++) {
        struct text word = part->cells[i * part->column_count + column].text;
        if (word.size == 0 || index_add(&seen, word, part) != NULL)
            continue;
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("valg"), value_text(word));
        words[count++] = map_end(&map);
    }
    return value_list(words, count);
}

static struct value column_value(const struct register_view *view, const struct register_part *part,
                                 size_t column, const bool *filled) {
    const struct register_column *of = &part->columns[column];
    struct map_builder map = map_begin(view->context->arena);
    map_put(&map, TEXT("kolonne"), value_text(of->name));
    map_put(&map, TEXT("navn"), value_text(register_column_title(view, of)));
    map_put(&map, TEXT("er-tall"), value_truth(is_number(of)));
    map_put(&map, TEXT("er-valg"), value_truth(of->is_choice && filled[column]));
    map_put(&map, TEXT("vises"), value_truth(filled[column]));
    struct value words = of->is_choice ? words_value(view, part, column) : value_list(NULL, 0);
    map_put(&map, TEXT("valgene"), words);
    return map_end(&map);
}

static struct value notes_value(const struct register_view *view,
                                const struct register_part *part) {
    struct arena *arena = view->context->arena;
    struct value *notes = arena_alloc(arena, part->note_count * sizeof *notes);
    for (size_t i = 0; i < part->note_count; i++) {
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("navn"), value_text(part->notes[i].title));
        map_put(&map, TEXT("prosa"), value_prose(part->notes[i].prose, &view->context->links, 2));
        notes[i] = map_end(&map);
    }
    return value_list(notes, part->note_count);
}

static struct value part_value(const struct register_view *view, size_t index) {
    const struct register_part *part = &view->parts[index];
    struct arena *arena = view->context->arena;
    struct map_builder map = map_begin(arena);
    struct value *columns = arena_alloc(arena, part->column_count * sizeof *columns);
    const bool *filled =
        part->shown != NULL ? part->shown : register_filled_columns(part, 1, arena);
    for (size_t i = 0; i < part->column_count; i++)
        columns[i] = column_value(view, part, i, filled);
    view_put_text(&map, VIEW_KEY("overskrift"), part->title);
    map_put(&map, TEXT("anker"), value_text(part->anchor));
    map_put(&map, TEXT("er-liste"), value_truth(index == 0));
    map_put(&map, TEXT("kolonner"), value_list(columns, part->column_count));
    map_put(&map, TEXT("rader"), rows_value(view, part, filled));
    map_put(&map, TEXT("har-rader"), value_truth(part->row_count > 0));
    view_put_text(&map, VIEW_KEY("tabellmerknad"), part->remark);
    map_put(&map, TEXT("tekster"), notes_value(view, part));
    map_put(&map, TEXT("figur"),
            part->picture == NULL ? (struct value){.kind = VALUE_NONE}
                                  : picture_value(part->picture, 0, index));
    map_put(&map, TEXT("har-figur"), value_truth(part->picture != NULL));
    return map_end(&map);
}

void register_put_value(const struct register_view *view, struct map_builder *map) {
    const struct view_context *context = view->context;
    const struct registry *registry = view->registry;
    struct arena *arena = context->arena;
    struct value *parts = arena_alloc(arena, view->count * sizeof *parts);
    for (size_t i = 0; i < view->count; i++)
        parts[i] = part_value(view, i);
    view_put_head(context, map, view->document, view->title, registry->source->path);
    map_put(map, TEXT("register"), value_text(text_from(view->name)));
    map_put(map, TEXT("eier"), view_party(context, registry->owner.text, arena));
    map_put(map, TEXT("dato"), value_text_or_none(date_iso(arena, registry->as_of.date)));
    map_put(map, TEXT("dato-tekst"),
            value_text(label_date(context->labels, registry->as_of.date, arena)));
    view_put_prose(context, map, VIEW_KEY("merknad"), &registry->remark);
    map_put(map, TEXT("deler"), value_list(parts, view->count));
}

struct value register_value(const struct register_view *view) {
    struct map_builder map = map_begin(view->context->arena);
    register_put_value(view, &map);
    map_put(&map, TEXT("antall"), value_number((int64_t)(view->parts[0].row_count)));
    map_put(&map, TEXT("har-antall"), value_truth(view->has_count));
    return map_end(&map);
}

// The pictures of the parts, one below the other.
struct value register_picture_value(const struct register_view *view) {
    const struct registry *registry = view->registry;
    struct arena *arena = view->context->arena;
    struct map_builder map = map_begin(arena);
    struct value *pictures = arena_alloc(arena, view->count * sizeof *pictures);
    size_t count = 0;
    int height = 0, width = 0;
    for (size_t i = 0; i < view->count; i++) {
        const struct register_picture *picture = view->parts[i].picture;
        if (picture == NULL)
            continue;
        pictures[count++] = picture_value(picture, height, i);
        height += picture->height;
        width = picture->width > width ? picture->width : width;
    }
    view_put_head(view->context, &map, "register-bilde", registry->title.text,
                  registry->source->path);
    map_put(&map, TEXT("bredde"), value_number(width));
    map_put(&map, TEXT("høyde"), value_number(height));
    map_put(&map, TEXT("figurer"), value_list(pictures, count));
    return map_end(&map);
}
