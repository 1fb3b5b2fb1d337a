// SPDX-License-Identifier: MIT
// The cells of the workbook against what it was made from, and against the files as they are now.

#include "document/back/compare.h"

#include "base/message.h"

// --- cells ---

static bool is_table(const struct back_row *row, const char *name) {
    return text_is(row->table->name, name);
}

// "42/24" of "sak 42/24".
static struct text without_word(enum typed_kind kind, struct text value, struct arena *arena) {
    struct text number = value;
    if (kind == TYPED_CASE)
        value_read(&(struct xlsx_cell){.kind = XLSX_TEXT, .text = value}, kind, false, &number,
                   arena);
    return number;
}

// What a value means, whatever the file numbers its allocations.
static struct text meaning(const struct comparison *comparison, const struct known_origin *known,
                           struct text key, struct text value) {
    return text_is(key, "tildeling")
               ? origin_id(known, TEXT(TABLE_OF_ALLOCATIONS), value, comparison->arena)
               : value;
}

static struct allocation *allocation_of(const struct comparison *comparison, struct text id) {
    return (struct allocation *)(uintptr_t)index_find(&comparison->grant->allocation_ids, id);
}

// Into the report that is added to an allocation without one.
static void add_to_report(struct comparison *comparison, const struct back_row *row,
                          const struct allocation *allocation, const struct back_column *column,
                          struct text words) {
    struct new_report *made =
        &comparison->new_reports[allocation - comparison->grant->allocations.items];
    if (made->count == 0) {
        made->sheet = row->table->sheet;
        made->at = (struct position){row->row->number, column->column};
    }
    made->is_dated = made->is_dated || text_is(column->key, "mottatt");
    made->lines[made->count++] =
        text_format(comparison->arena, "%.*s: %.*s", TEXT_ARGS(column->key), TEXT_ARGS(words));
}

static bool edit(struct comparison *comparison, const struct back_row *row, struct text id,
                 const struct back_column *column, struct text words) {
    int number;
    if (is_table(row, TABLE_OF_CHANGES))
        return text_to_number(id, &number) && number > 0 &&
               (size_t)number <= comparison->grant->changes.count &&
               edit_change(&comparison->edits, &comparison->grant->changes.items[number - 1],
                           column->key, words);
    const struct allocation *allocation = allocation_of(comparison, id);
    bool is_report = is_table(row, TABLE_OF_REPORTS) && !text_is(column->key, "rapporteres");
    if (allocation == NULL)
        return false;
    if (is_report && allocation->report.at.line == 0) {
        add_to_report(comparison, row, allocation, column, words);
        return true;
    }
    return edit_allocation(&comparison->edits, allocation, column->key, words);
}

// Whether the file would be written in the same way: "ASU" is what the sheet calls
// "Administrativt samarbeidsutvalg".
static bool is_same_in_file(const struct comparison *comparison, struct text key, struct text a,
                            struct text b) {
    const char *expected;
    struct text left, right;
    return value_is_same(typed_kind_of(key), a, b) ||
           (edit_words(&comparison->edits, key, a, &left, &expected) &&
            edit_words(&comparison->edits, key, b, &right, &expected) && text_equal(left, right));
}

static void keep_taken(struct comparison *comparison, const struct back_row *row, struct text id,
                       const struct back_column *column, struct text value) {
    comparison->taken = arena_append(comparison->arena, comparison->taken, comparison->taken_count,
                                     sizeof *comparison->taken);
    comparison->taken[comparison->taken_count++] = (struct taken_change){
        row->table, {row->row->number, column->column}, id, column->key, value};
}

static void take_change(struct comparison *comparison, const struct back_row *row, struct text id,
                        const struct back_column *column, struct text value) {
    const char *expected = NULL;
    struct text words;
    if (!edit_words(&comparison->edits, column->key, value, &words, &expected))
        back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number, column->column,
                  expected, value);
    else if (text_is(column->key, "vedtatt"))
        back_tell(comparison, RULE_WORKBOOK_LEFT, row->table, row->row->number, column->column,
                  _("the case is that of the whole grant; change it in the file"), value);
    else if (edit(comparison, row, id, column,
                  text_is(column->key, "tildeling")
                      ? meaning(comparison, &comparison->made, column->key, value)
                      : words))
        keep_taken(comparison, row, id, column, value);
    else
        back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number, column->column,
                  _("'%.*s' cannot be brought into the file as that is written; change it there"),
                  value);
}

static bool read_cell(struct comparison *comparison, const struct back_row *row,
                      const struct back_column *column, struct text *value) {
    enum typed_kind kind = typed_kind_of(column->key);
    const struct xlsx_cell *cell = xlsx_cell_in(row->row, column->column);
    if (value_read(cell, kind, comparison->book.from_1904, value, comparison->arena))
        return true;
    back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number, column->column,
              kind == TYPED_DATE     ? _("'%.*s' is not a date")
              : kind == TYPED_AMOUNT ? _("'%.*s' is not an amount")
                                     : _("'%.*s' is not a value that the file can have here"),
              cell->text);
    return false;
}

// `made`: what the cell was made with.
static void compare_cell(struct comparison *comparison, const struct back_row *row,
                         const struct origin_entry *made, const struct back_column *column) {
    struct arena *arena = comparison->arena;
    enum typed_kind kind = typed_kind_of(column->key);
    const struct text id = made->parts[ORIGIN_ID], key = column->key;
    struct text before = without_word(kind, made->parts[ORIGIN_VALUE], arena), value;
    if (!read_cell(comparison, row, column, &value) || value_is_same(kind, value, before))
        return;
    const struct origin_entry *now =
        origin_find(&comparison->now, row->table->name, id, key, arena);
    struct text current =
        now == NULL ? TEXT("") : without_word(kind, now->parts[ORIGIN_VALUE], arena);
    struct text meant_now = meaning(comparison, &comparison->now, key, current);
    if (now != NULL &&
        is_same_in_file(comparison, key, meaning(comparison, &comparison->made, key, value),
                        meant_now))
        return;
    if (now != NULL &&
        value_is_same(kind, meaning(comparison, &comparison->made, key, before), meant_now))
        take_change(comparison, row, id, column, value);
    else
        back_tell(comparison, RULE_WORKBOOK_MOVED_ON, row->table, row->row->number, column->column,
                  now == NULL ? _("this row is no longer in the file; make a new workbook")
                              : _("the file says '%.*s' here by now; make a new workbook"),
                  current);
}

static void compare_row(struct comparison *comparison, const struct back_row *row, struct text id) {
    const struct back_table *table = row->table;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct back_column *column = &table->columns[i];
        const struct xlsx_cell *cell = xlsx_cell_in(row->row, column->column);
        const struct origin_entry *made =
            origin_find(&comparison->made, table->name, id, column->key, comparison->arena);
        if (text_is(column->key, ORIGIN_KEY_FORMULA) && (cell == NULL || !cell->is_formula))
            back_tell(comparison, RULE_WORKBOOK_LEFT, table, row->row->number, column->column,
                      _("a formula stood here and is overwritten; what is here now is not taken"),
                      TEXT(""));
        else if (made != NULL && !text_is(column->key, ORIGIN_KEY_ROW))
            compare_cell(comparison, row, made, column);
    }
}

// --- rows ---

static bool read_new_value(struct comparison *comparison, const struct back_row *row,
                           const struct back_column *column, struct text *words) {
    const struct xlsx_cell *cell = xlsx_cell_in(row->row, column->column);
    const char *expected = _("'%.*s' is not a value that the file can have here");
    struct text value = TEXT("");
    bool good = value_read(cell, typed_kind_of(column->key), comparison->book.from_1904, &value,
                           comparison->arena);
    *words = TEXT("");
    if (good && value.size == 0)
        return true;
    good = good && edit_words(&comparison->edits, column->key, value, words, &expected);
    if (good && text_is(column->key, "tildeling")) {
        *words = meaning(comparison, &comparison->made, column->key, value);
        expected = _("no allocation has the number '%.*s'");
        good = allocation_of(comparison, *words) != NULL;
    }
    if (!good)
        back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number, column->column,
                  expected, cell->text);
    return good;
}

// Whether the file has a change by now that it had not when the workbook was made, and that says
// what the row says.
static bool has_change(const struct comparison *comparison, const struct back_row *row) {
    const struct text table = row->table->name;
    struct arena *arena = comparison->arena;
    bool has = false;
    for (size_t i = 0; i < comparison->grant->changes.count && !has; i++) {
        struct text id = text_format(arena, "%zu", i + 1), value;
        has = origin_find(&comparison->made, table, id, TEXT(ORIGIN_KEY_ROW), arena) == NULL;
        for (size_t k = 0; k < row->table->column_count && has; k++) {
            const struct back_column *column = &row->table->columns[k];
            const struct origin_entry *now =
                origin_find(&comparison->now, table, id, column->key, arena);
            enum typed_kind kind = typed_kind_of(column->key);
            if (now == NULL || text_is(column->key, ORIGIN_KEY_ROW))
                continue;
            struct text current = without_word(kind, now->parts[ORIGIN_VALUE], arena);
            has = value_read(xlsx_cell_in(row->row, column->column), kind,
                             comparison->book.from_1904, &value, arena) &&
                  is_same_in_file(comparison, column->key,
                                  meaning(comparison, &comparison->made, column->key, value),
                                  meaning(comparison, &comparison->now, column->key, current));
        }
    }
    return has;
}

static void take_new_change(struct comparison *comparison, const struct back_row *row) {
    static const struct {
        const char *key;
        bool needed;
    } keys[] = {{"tildeling", true}, {"dato", true},  {"sak", true},     {"endring", true},
                {"fra", false},      {"beløp", true}, {"merknad", false}};
    enum { KEYS = sizeof keys / sizeof *keys };
    struct arena *arena = comparison->arena;
    struct text_list lines = {arena_alloc(arena, KEYS * sizeof(struct text)), 0};
    if (has_change(comparison, row)) {
        back_tell(comparison, RULE_WORKBOOK_LEFT, row->table, row->row->number, 0,
                  _("the file has this change by now; it is not added"), TEXT(""));
        return;
    }
    for (size_t i = 0; i < KEYS; i++) {
        const struct back_table *table = row->table;
        struct back_column column = {.key = text_from(keys[i].key),
                                     .column = back_column_of(table, text_from(keys[i].key))};
        struct text words;
        if (!read_new_value(comparison, row, &column, &words))
            return;
        if (words.size > 0) {
            lines.items[lines.count++] =
                text_format(arena, "%s: %.*s", keys[i].key, TEXT_ARGS(words));
        } else if (keys[i].needed) {
            back_tell(comparison, RULE_WORKBOOK_VALUE, table, row->row->number, column.column,
                      _("a change has a value here: %.*s"), column.key);
            return;
        }
    }
    comparison->new_changes =
        arena_append(arena, comparison->new_changes, comparison->new_change_count,
                     sizeof *comparison->new_changes);
    comparison->new_changes[comparison->new_change_count++] = lines;
}

static void take_unknown_row(struct comparison *comparison, const struct back_row *row) {
    if (!back_row_is_written(row))
        return;
    if (is_table(row, TABLE_OF_CHANGES))
        take_new_change(comparison, row);
    else
        back_tell(comparison, RULE_WORKBOOK_LEFT, row->table, row->row->number, 0,
                  _("this row was not in the workbook, and is not taken; a new allocation is "
                    "written in the file"),
                  TEXT(""));
}

void back_take_row(void *context, const struct back_row *row) {
    struct comparison *comparison = context;
    struct arena *arena = comparison->arena;
    struct text number, id = TEXT("");
    if (is_table(row, TABLE_OF_PAYMENTS)) {
        back_take_payment(comparison, row);
        return;
    }
    if (value_read(back_cell(row, TEXT(ORIGIN_KEY_ROW)), TYPED_NUMBER, false, &number, arena))
        id = origin_id(&comparison->made, row->table->name, number, arena);
    struct text key = text_format(arena, "%.*s\t%.*s", TEXT_ARGS(row->table->name), TEXT_ARGS(id));
    if (id.size == 0 || index_add(&comparison->seen, key, comparison) != NULL)
        take_unknown_row(comparison, row);
    else
        compare_row(comparison, row, id);
}

// The id of an allocation; "kurs, 2024-06-01" of a change.
static struct text name_of_row(const struct comparison *comparison, const struct text *parts) {
    struct arena *arena = comparison->arena;
    const struct origin_entry *date =
        origin_find(&comparison->made, parts[ORIGIN_TABLE], parts[ORIGIN_ID], TEXT("dato"), arena);
    const struct origin_entry *of = origin_find(&comparison->made, parts[ORIGIN_TABLE],
                                                parts[ORIGIN_ID], TEXT("tildeling"), arena);
    if (date == NULL || of == NULL)
        return parts[ORIGIN_ID];
    struct text id =
        origin_id(&comparison->made, TEXT(TABLE_OF_ALLOCATIONS), of->parts[ORIGIN_VALUE], arena);
    return text_format(arena, "%.*s, %.*s", TEXT_ARGS(id), TEXT_ARGS(date->parts[ORIGIN_VALUE]));
}

void back_tell_deleted(const struct comparison *comparison) {
    const struct origin *made = &comparison->made.origin;
    for (size_t i = 0; i < made->count; i++) {
        const struct text *parts = made->items[i].parts;
        const struct back_table *table = NULL;
        if (parts[ORIGIN_ID].size == 0 || !text_is(parts[ORIGIN_KEY], ORIGIN_KEY_ROW))
            continue;
        for (size_t k = 0; k < comparison->tables.count; k++)
            if (text_equal(comparison->tables.items[k].name, parts[ORIGIN_TABLE]))
                table = &comparison->tables.items[k];
        struct text key = text_format(comparison->arena, "%.*s\t%.*s",
                                      TEXT_ARGS(parts[ORIGIN_TABLE]), TEXT_ARGS(parts[ORIGIN_ID]));
        if (table != NULL && table->is_found && index_find(&comparison->seen, key) == NULL)
            back_tell(comparison, RULE_WORKBOOK_LEFT, table, table->head, 0,
                      _("the row of '%.*s' is gone; it stays in the file"),
                      name_of_row(comparison, parts));
    }
    for (size_t k = 0; k < comparison->tables.count; k++)
        if (!comparison->tables.items[k].is_found)
            back_tell_book(comparison, RULE_WORKBOOK_LEFT,
                           _("the table '%.*s' is not there with all its columns; nothing of it is "
                             "taken"),
                           comparison->tables.items[k].name);
}

// --- what was taken ---

void back_check_taken(const struct comparison *comparison, const struct known_origin *after) {
    for (size_t i = 0; i < comparison->taken_count; i++) {
        const struct taken_change *taken = &comparison->taken[i];
        const struct origin_entry *made =
            origin_find(after, taken->table->name, taken->id, taken->key, comparison->arena);
        struct text value = made == NULL ? TEXT("") : made->parts[ORIGIN_VALUE];
        if (!is_same_in_file(
                comparison, taken->key,
                meaning(comparison, &comparison->made, taken->key, taken->value),
                meaning(comparison, after, taken->key,
                        without_word(typed_kind_of(taken->key), value, comparison->arena))))
            back_tell(comparison, RULE_WORKBOOK_VALUE, taken->table, taken->at.line,
                      taken->at.column,
                      _("'%.*s' cannot be brought into the file as that is written; change it "
                        "there"),
                      taken->value);
    }
}
