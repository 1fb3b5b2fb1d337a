// SPDX-License-Identifier: MIT

#include "input/markdown/table.h"

#include "base/message.h"
#include "input/file/limits.h"

#include <string.h>

// A blank within a line, as cmark has it.
static bool is_space_of_cmark(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\v' || byte == '\f';
}

static struct text without_blanks_in_front(struct text text) {
    size_t at = 0;
    while (at < text.size && is_space_of_cmark(text.data[at]))
        at++;
    return text_slice(text, at, text.size);
}

static struct text without_blanks_after(struct text text) {
    while (text.size > 0 && is_space_of_cmark(text.data[text.size - 1]))
        text.size--;
    return text;
}

static struct text row_cells(struct text row) {
    row = without_blanks_in_front(row);
    if (row.size > 0 && row.data[0] == '|')
        row = without_blanks_in_front(text_slice(row, 1, row.size));
    return row;
}

// A pipe after a backslash does not divide cells, even in code.
static bool next_cell(struct text *rest, struct text *cell) {
    if (rest->size == 0)
        return false;
    size_t end = 0;
    while (end < rest->size && (rest->data[end] != '|' || (end > 0 && rest->data[end - 1] == '\\')))
        end++;
    *cell = without_blanks_after(text_slice(*rest, 0, end));
    *rest =
        without_blanks_in_front(text_slice(*rest, end == rest->size ? end : end + 1, rest->size));
    return true;
}

static size_t count_cells(struct text row) {
    struct text rest = row_cells(row), cell;
    size_t count = 0;
    while (next_cell(&rest, &cell))
        count++;
    return count;
}

static bool read_align(struct text cell, enum prose_align *align) {
    bool left = cell.size > 0 && cell.data[0] == ':';
    bool right = cell.size > (left ? 1U : 0U) && cell.data[cell.size - 1] == ':';
    struct text dashes = text_slice(cell, left, cell.size - right);
    for (size_t i = 0; i < dashes.size; i++)
        if (dashes.data[i] != '-')
            return false;
    *align = left && right ? PROSE_ALIGN_CENTRE
             : left        ? PROSE_ALIGN_LEFT
             : right       ? PROSE_ALIGN_RIGHT
                           : PROSE_ALIGN_NONE;
    return dashes.size > 0;
}

// The number of cells in a delimiter row; 0 when the line is not one.
static size_t count_delimiters(struct text row) {
    struct text rest = row_cells(row), cell;
    enum prose_align align;
    size_t count = 0;
    while (next_cell(&rest, &cell)) {
        if (!read_align(cell, &align))
            return 0;
        count++;
    }
    return count;
}

// A paragraph, or a heading with a line of "=" or "-" below it, by its lines.
struct lines_of_block {
    const struct markdown_lines *lines;
    struct markdown_containers containers;
    int first;
    int last;
    int underline; // 0: none
    size_t first_start;
};

static struct markdown_continuation continuation(const struct lines_of_block *block, int number) {
    struct text line = markdown_line(block->lines, number)->text;
    if (number > block->first)
        return markdown_continue(&block->containers, line);
    return (struct markdown_continuation){
        .matched = block->containers.count,
        .prefix = block->first_start,
        .start = block->first_start,
    };
}

static struct text row_on(const struct lines_of_block *block, int number) {
    struct text line = markdown_line(block->lines, number)->text;
    return text_slice(line, continuation(block, number).start, line.size);
}

static bool goes_on(const struct lines_of_block *block, int number) {
    struct markdown_continuation found = continuation(block, number);
    return found.matched == block->containers.count && found.indent < MARKDOWN_CODE_INDENT;
}

// cmark says that a heading ends with its underline, or with the line after it.
static void find_underline(struct lines_of_block *block) {
    int number = block->first + 1;
    while (number <= block->last &&
           !markdown_ends_heading(&block->containers, markdown_line(block->lines, number)->text))
        number++;
    block->underline = number;
    block->last = number - 1;
}

static bool find_lines(cmark_node *block, const struct markdown_lines *lines,
                       struct lines_of_block *found) {
    *found = (struct lines_of_block){
        .lines = lines,
        .first = cmark_node_get_start_line(block),
        .last = cmark_node_get_end_line(block),
    };
    const struct markdown_line *first = markdown_line(lines, found->first);
    int column = cmark_node_get_start_column(block);
    if (first == NULL || markdown_line(lines, found->last) == NULL || column < 1 ||
        (size_t)column > first->text.size)
        return false;
    found->first_start = (size_t)column - 1;
    bool any = false;
    for (int number = found->first + 1; number <= found->last && !any; number++)
        any = markdown_line(lines, number)->delimiter;
    if (!any || !markdown_containers_of(block, lines, &found->containers))
        return false;
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
        find_underline(found);
    return true;
}

static bool begins_item(struct text text) {
    size_t at = 0;
    while (text_digit_at(text, at))
        at++;
    if (at >= text.size || strchr(at > 0 ? ".)" : "-+*", text.data[at]) == NULL)
        return false;
    return at < 10 && (at + 1 == text.size || is_space_of_cmark(text.data[at + 1]));
}

// A line that continues a paragraph, but would not begin one.
static bool begins_block(const struct lines_of_block *block, int number) {
    struct text row = row_on(block, number);
    bool indented = continuation(block, number).indent >= MARKDOWN_CODE_INDENT;
    return begins_item(row) || (indented && strchr("#>~`<*_-+", row.data[0]) != NULL);
}

static bool is_row(const struct lines_of_block *block, int number) {
    struct text row = row_on(block, number);
    return goes_on(block, number) && !begins_item(row) && count_cells(row) > 0;
}

// Columns of the table whose delimiter row is line `number`; 0 when there is none.
static size_t columns_of_table(const struct lines_of_block *block, int number) {
    if (!markdown_line(block->lines, number)->delimiter || !goes_on(block, number))
        return 0;
    if (continuation(block, number - 1).matched < block->containers.count)
        return 0;
    size_t columns = count_delimiters(row_on(block, number));
    bool table = columns > 0 && columns <= LIMIT_TABLE_COLUMNS &&
                 columns == count_cells(row_on(block, number - 1));
    return table ? columns : 0;
}

// Lines before which a paragraph is to end, in ascending order.
struct breaks {
    struct arena *arena;
    struct paragraph_break {
        int line;
        bool header; // of a table: its indent means nothing
        struct markdown_continuation at;
    } * items;
    size_t count;
};

static void add_break(struct breaks *breaks, const struct lines_of_block *block, int line,
                      bool header) {
    breaks->items =
        arena_append(breaks->arena, breaks->items, breaks->count, sizeof *breaks->items);
    breaks->items[breaks->count++] =
        (struct paragraph_break){line, header, continuation(block, line)};
}

// Whether the line below a table begins a paragraph, as it went on with one. It may end an item or
// a quotation whose mark or indent it has not, begin an item, be code, or have an underline below
// it that then is none.
static bool begins_paragraph(const struct lines_of_block *block, int number) {
    struct markdown_continuation at = continuation(block, number);
    return block->underline == 0 && at.matched == block->containers.count &&
           at.indent < MARKDOWN_CODE_INDENT && !begins_item(row_on(block, number));
}

// Those up to where a table is followed by something other than a paragraph, and false then: what
// comes after is in other blocks from now on, which the next round finds.
static bool find_breaks(struct breaks *breaks, const struct lines_of_block *block) {
    int paragraph = block->first;
    bool in_table = false;
    for (int number = block->first; number <= block->last; number++) {
        if (in_table && !is_row(block, number)) {
            in_table = false;
            paragraph = number;
            add_break(breaks, block, number, false);
            if (!begins_paragraph(block, number))
                return false;
        } else if (!in_table && number > paragraph && columns_of_table(block, number) > 0) {
            bool alone = number - 1 == paragraph;
            in_table = alone || !begins_block(block, number - 1);
            if (in_table && !alone)
                add_break(breaks, block, number - 1, true);
        }
    }
    bool is_heading = block->underline > 0 && markdown_line(block->lines, block->underline) != NULL;
    if (in_table && is_heading)
        add_break(breaks, block, block->underline, false);
    return !in_table || !is_heading;
}

// A comment ends a paragraph without the empty line that would make a list loose.
#define END_OF_PARAGRAPH "<!---->"

static void insert_breaks(struct markdown_lines *lines, const struct breaks *breaks) {
    struct markdown_lines with = {
        .any_delimiter = lines->any_delimiter,
        .only_place = lines->only_place,
    };
    struct writer writer;
    writer_to_memory(&writer, breaks->arena);
    size_t total = lines->count + breaks->count;
    with.items = arena_alloc(breaks->arena, total * sizeof *with.items);
    size_t *starts = arena_alloc(breaks->arena, total * sizeof *starts);
    size_t next = 0;
    for (size_t i = 0; i < lines->count; i++) {
        struct markdown_line line = lines->items[i];
        size_t prefix = 0, start = 0;
        if (next < breaks->count && (size_t)breaks->items[next].line == i + 1) {
            const struct paragraph_break *here = &breaks->items[next++];
            prefix = here->at.prefix;
            start = here->header ? here->at.start : prefix;
            with.items[with.count].inserted = true;
            with.items[with.count].line = line.line;
            starts[with.count++] = writer.used;
            writer_put(&writer, text_slice(line.text, 0, prefix));
            writer_put(&writer, TEXT(END_OF_PARAGRAPH "\n"));
        }
        with.items[with.count] = line;
        with.items[with.count].column += (int64_t)(start - prefix);
        if (line.backslash > 0)
            with.items[with.count].backslash -= start - prefix;
        starts[with.count++] = writer.used;
        writer_put(&writer, text_slice(line.text, 0, prefix));
        writer_put(&writer, text_slice(line.text, start, line.text.size));
        writer_byte(&writer, '\n');
    }
    with.source = writer_text(&writer);
    for (size_t i = 0; i < total; i++) {
        size_t end = i + 1 < total ? starts[i + 1] : with.source.size;
        with.items[i].text = text_slice(with.source, starts[i], end - 1);
    }
    *lines = with;
}

// Text below an empty line, at the margin: it is in no container, and goes on with nothing above.
static bool stands_alone(cmark_node *text, const struct markdown_lines *lines) {
    const struct markdown_line *above = markdown_line(lines, cmark_node_get_start_line(text) - 1);
    return cmark_node_get_type(cmark_node_parent(text)) == CMARK_NODE_DOCUMENT &&
           cmark_node_get_start_column(text) == 1 && above != NULL &&
           text_trim(above->text).size == 0;
}

bool markdown_tables_separate(struct markdown_lines *lines, cmark_node *document,
                              struct arena *arena) {
    struct breaks breaks = {.arena = arena};
    if (!lines->any_delimiter)
        return false;
    cmark_iter *iterator = cmark_iter_new(document);
    bool is_sound = true;
    for (cmark_node *node; (node = markdown_next_running_text(iterator)) != NULL;) {
        struct lines_of_block block;
        is_sound |= stands_alone(node, lines);
        if (is_sound && find_lines(node, lines, &block))
            is_sound = find_breaks(&breaks, &block);
    }
    cmark_iter_free(iterator);
    if (breaks.count > 0)
        insert_breaks(lines, &breaks);
    return breaks.count > 0;
}

static void report_no_table(struct markdown_tables *tables, const struct lines_of_block *block,
                            int number) {
    struct text header = row_on(block, number - 1), row = row_on(block, number);
    size_t columns = count_delimiters(row), wanted = count_cells(header);
    if (columns == 0 || !goes_on(block, number) || text_find(header, '|') == header.size ||
        text_find(row, '|') == row.size)
        return;
    struct position at =
        markdown_place(tables->lines, number, 1 + (int)continuation(block, number).start);
    if (columns != wanted)
        report(tables->diagnostics, RULE_TABLE_WIDTH, tables->file, at,
               _("a table needs as many cells in the line of dashes as in its header; "
                 "the header has %zu, the line of dashes %zu"),
               wanted, columns);
    else if (columns > LIMIT_TABLE_COLUMNS)
        report(tables->diagnostics, RULE_TABLE_WIDTH, tables->file, at,
               _("a table can have at most %d columns; this one has %zu"), LIMIT_TABLE_COLUMNS,
               columns);
}

// A table that is being made.
struct table {
    struct markdown_tables *tables;
    const struct lines_of_block *block;
    size_t columns;
    enum prose_align aligns[LIMIT_TABLE_COLUMNS];
    // Empty cells for rows that are too short; they share them, so that many short rows under a
    // wide header cost no more than they are long.
    struct prose_node *missing[LIMIT_TABLE_COLUMNS + 1];
    bool goes_on_with_text; // reported
};

static struct prose_node *new_node(struct markdown_tables *tables, enum prose_kind kind,
                                   struct position at) {
    struct prose_node *node = arena_alloc(tables->arena, sizeof *node);
    node->kind = kind;
    node->at = at;
    return node;
}

static void read_columns(struct table *table, struct text row, struct position at) {
    struct text rest = row_cells(row), cell;
    for (size_t i = 0; i < table->columns && next_cell(&rest, &cell); i++)
        read_align(cell, &table->aligns[i]);
    for (size_t i = table->columns; i-- > 0;) {
        table->missing[i] = new_node(table->tables, PROSE_CELL, at);
        table->missing[i]->align = table->aligns[i];
        table->missing[i]->next = table->missing[i + 1];
    }
}

static struct text without_escapes(struct text cell, struct arena *arena) {
    if (text_find(cell, '\\') == cell.size)
        return cell;
    char *bytes = arena_alloc(arena, cell.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < cell.size; i++)
        if (cell.data[i] != '\\' || i + 1 == cell.size || cell.data[i + 1] != '|')
            bytes[size++] = cell.data[i];
    return (struct text){bytes, size};
}

static void keep_text(struct markdown_tables *tables, struct prose_node *node, struct text text,
                      const struct markdown_line *line) {
    size_t begin = (size_t)(text.data - line->text.data);
    bool has_backslash = line->backslash > begin && line->backslash < begin + text.size;
    tables->cells =
        arena_append(tables->arena, tables->cells, tables->cell_count, sizeof *tables->cells);
    tables->cells[tables->cell_count++] = (struct markdown_cell){
        .node = node,
        .text = without_escapes(text, tables->arena),
        .at = node->at,
        .backslash = has_backslash ? line->backslash - begin : 0,
    };
}

// A few bytes of short rows below a wide header could be shown as millions of cells.
static void count_shown(struct markdown_tables *tables, size_t columns, size_t written,
                        struct position at) {
    bool was_too_many = *tables->shown > LIMIT_TABLE_CELLS;
    *tables->shown += columns;
    tables->missing += written < columns ? columns - written : 0;
    if (tables->too_many ||
        (*tables->shown <= LIMIT_TABLE_CELLS && tables->missing <= tables->lines->source.size))
        return;
    tables->too_many = true;
    if (was_too_many) // and is reported
        return;
    if (*tables->shown > LIMIT_TABLE_CELLS)
        report(tables->diagnostics, RULE_TABLE_WIDTH, tables->file, at,
               _("the tables of a file can have at most %d cells"), LIMIT_TABLE_CELLS);
    else
        report(tables->diagnostics, RULE_TABLE_WIDTH, tables->file, at,
               message_plural(
                   "the rows lack %zu cell of the header; write it, or make the table narrower",
                   "the rows lack %zu cells of the header; write them, or make the table narrower",
                   tables->missing),
               tables->missing);
}

// A line without the bars that the header has.
static bool is_text(const struct table *table, struct text row) {
    struct text header = row_on(table->block, table->block->first);
    bool bar = text_find(row, '|')<row.size, begins = row.size> 0 && row.data[0] == '|';
    return (text_starts_with(header, TEXT("|")) && !begins) || (table->columns > 1 && !bar);
}

static struct prose_node *read_row(struct table *table, int number) {
    struct markdown_tables *tables = table->tables;
    const struct markdown_line *line = markdown_line(tables->lines, number);
    struct text row = row_on(table->block, number);
    int start = 1 + (int)(row.data - line->text.data);
    struct prose_node *node =
        new_node(tables, PROSE_ROW, markdown_place(tables->lines, number, start));
    struct prose_node **tail = &node->first;
    struct text rest = row_cells(row), cell;
    size_t count = 0;
    for (; next_cell(&rest, &cell); count++) {
        if (count >= table->columns)
            continue;
        int column = 1 + (int)(cell.data - line->text.data);
        *tail = new_node(tables, PROSE_CELL, markdown_place(tables->lines, number, column));
        (*tail)->align = table->aligns[count];
        if (cell.size > 0)
            keep_text(tables, *tail, cell, line);
        tail = &(*tail)->next;
    }
    count_shown(tables, table->columns, count, node->at);
    bool text = number > table->block->first && is_text(table, row);
    if (text && !table->goes_on_with_text)
        report(tables->diagnostics, RULE_TEXT_BELOW_TABLE, tables->file, node->at,
               _("this line is shown as a row of the table above; put an empty line between"));
    table->goes_on_with_text |= text;
    if (count > table->columns)
        report(tables->diagnostics, RULE_TABLE_WIDTH, tables->file, node->at,
               _("the row has %zu cells, the header %zu"), count, table->columns);
    else
        *tail = table->missing[count];
    return node;
}

struct prose_node *markdown_table_read(struct markdown_tables *tables, cmark_node *paragraph) {
    struct lines_of_block block;
    if (!tables->lines->any_delimiter || !find_lines(paragraph, tables->lines, &block))
        return NULL;
    struct table table = {tables, &block, columns_of_table(&block, block.first + 1),
                          {0},    {NULL}, false};
    if (table.columns == 0) {
        for (int number = block.first + 1; number <= block.last; number++)
            if (markdown_line(tables->lines, number)->delimiter)
                report_no_table(tables, &block, number);
        return NULL;
    }
    struct position at = markdown_place(tables->lines, block.first, 1 + (int)block.first_start);
    struct prose_node *node = new_node(tables, PROSE_TABLE, at);
    struct prose_node **tail = &node->first;
    read_columns(&table, row_on(&block, block.first + 1), at);
    for (int number = block.first; number <= block.last; number++) {
        tables->lines->items[number - 1].in_table = true;
        if (number == block.first + 1 || tables->too_many)
            continue;
        *tail = read_row(&table, number);
        tail = &(*tail)->next;
    }
    return node;
}
