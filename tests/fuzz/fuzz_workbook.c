// SPDX-License-Identifier: MIT
// A workbook that comes back: whatever the file is, there is an answer, and each cell is in its
// place and is text. An input that is no ZIP file is taken as the XML of a sheet, so that the
// fuzzer need not know how to compress.

#include "fuzz.h"

#include "document/back/tables.h"
#include "document/back/values.h"

#include <string.h>

struct walk {
    struct arena *arena;
    uint32_t row;
};

static bool take_row(void *context, const struct xlsx_row *row) {
    struct walk *walk = context;
    REQUIRE(row->number > walk->row && row->count > 0 && row->count <= LIMIT_XLSX_COLUMNS);
    walk->row = row->number;
    for (size_t i = 0; i < row->count; i++) {
        const struct xlsx_cell *cell = &row->cells[i];
        REQUIRE(i == 0 || cell->column > row->cells[i - 1].column);
        REQUIRE(xlsx_cell_in(row, cell->column) == cell);
        fuzz_require_text(cell->text);
        for (enum typed_kind kind = TYPED_TEXT; kind <= TYPED_CASE; kind++) {
            struct text value, again;
            if (!value_read(cell, kind, false, &value, walk->arena))
                continue;
            fuzz_require_text(value);
            const struct xlsx_cell written = {.kind = XLSX_TEXT, .text = value};
            REQUIRE_OF(value, value_read(&written, kind, false, &again, walk->arena));
            REQUIRE_OF(value, value_is_same(kind, value, again));
        }
    }
    return true;
}

static void take_table_row(void *context, const struct back_row *row) {
    (void)context;
    REQUIRE(row->table->is_found && row->row->number > row->table->head);
}

static void read_whole(const struct xlsx_book *book, struct arena *arena) {
    struct known_origin origin;
    struct back_tables tables;
    for (size_t i = 0; i < book->sheet_count; i++) {
        struct walk walk = {arena, 0};
        xlsx_read_rows(book, &book->sheets[i], take_row, &walk, arena);
    }
    if (origin_read(&origin, book, arena) != XLSX_GOOD)
        return;
    back_tables_know(&tables, &origin);
    back_tables_read(&tables, book, take_table_row, NULL, arena);
}

static uint32_t checksum_of(struct text text) {
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < text.size; i++) {
        sum ^= (unsigned char)text.data[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320u : 0);
    }
    return ~sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    struct xlsx_book book;
    const struct text bytes = {(const char *)data, size};
    arena_init(&arena, abort);
    if (xlsx_open(bytes, &book, &arena) == XLSX_GOOD)
        read_whole(&book, &arena);
    const struct archive_part part = {
        .packed = bytes, .size = (uint32_t)size, .checksum = checksum_of(bytes), .is_stored = true};
    struct text strings[] = {TEXT("Tabell"), TEXT("Rad"), TEXT("Id"), TEXT("Nøkkel")};
    struct xlsx_sheet sheet = {TEXT("Ark"), &part};
    book = (struct xlsx_book){.sheets = &sheet,
                              .sheet_count = 1,
                              .strings = strings,
                              .string_count = sizeof strings / sizeof *strings};
    read_whole(&book, &arena);
    arena_free(&arena);
    return 0;
}
