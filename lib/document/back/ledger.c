// SPDX-License-Identifier: MIT

#include "document/back/ledger.h"

#include "base/amount.h"
#include "base/message.h"
#include "base/path.h"
#include "check/fix/lines.h"
#include "document/back/values.h"
#include "input/file/limits.h"

// --- which ---

// The columns of the workbook that the file is made beside, or the usual ones, side by side.
static void choose_columns(struct ledger *ledger, const struct payment_file *workbook,
                           const struct grant *grant, struct arena *arena) {
    static const enum payment_column order[] = {
        PAYMENT_DATE,          PAYMENT_PROJECT,     PAYMENT_VOUCHER, PAYMENT_SUPPLIER,
        PAYMENT_AMOUNT,        PAYMENT_DEBIT,       PAYMENT_CREDIT,  PAYMENT_SIDE,
        PAYMENT_TEXT,          PAYMENT_COST_CENTRE, PAYMENT_ACCOUNT, PAYMENT_PERIOD,
        PAYMENT_DOCUMENT_DATE, PAYMENT_VAT_CODE,    PAYMENT_CURRENCY};
    struct payment_file *columns = &ledger->columns;
    struct text titles[PAYMENT_COLUMN_COUNT];
    *columns = (struct payment_file){.separator = ';', .decimal_mark = ','};
    if (grant->payments.decimal_mark.at.line > 0 && grant->payments.decimal_mark.index == 1)
        columns->decimal_mark = '.';
    for (size_t i = 0; i < PAYMENT_COLUMN_COUNT; i++)
        columns->column_of[i] = PAYMENT_COLUMN_COUNT;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        bool is_there = workbook != NULL ? workbook->column_of[order[i]] < workbook->width
                                         : order[i] < PAYMENT_PLACES ||
                                               grant->payments.titles[order[i]].text.size > 0;
        if (!is_there)
            continue;
        titles[columns->width] = payments_title(grant, order[i]);
        columns->column_of[order[i]] = columns->width++;
    }
    ledger->head =
        text_concat(arena, text_join(arena, titles, columns->width, TEXT(";")), TEXT("\n"));
}

struct ledger ledger_of(const struct grant *grant, const struct payments *payments,
                        struct arena *arena) {
    const struct choice *charset = &grant->payments.charset;
    const struct payment_file *last = NULL;
    for (size_t i = 0; i < payments->file_count; i++)
        if (!payments_are_workbook(payments->files[i].source->path, arena))
            last = &payments->files[i];
    if (last != NULL)
        return (struct ledger){.path = last->source->path,
                               .source = last->source,
                               .charset = last->charset,
                               .columns = *last};
    struct ledger ledger = {.path = payments_path(grant, TEXT(""), arena)};
    if (charset->at.line > 0 && charset->index >= 0)
        ledger.charset = (enum charset)charset->index;
    if (payments->file_count > 0)
        ledger.beside = &grant->payments.files.items[grant->payments.files.count - 1];
    choose_columns(&ledger,
                   payments->file_count == 0 ? NULL : &payments->files[payments->file_count - 1],
                   grant, arena);
    return ledger;
}

// --- rows ---

static struct text amount_words(const struct payment_file *file, int64_t ore, struct arena *arena) {
    return amount_plain(arena, ore, file->decimal_mark == 0 ? ',' : file->decimal_mark);
}

// What a column of the file gets: in some files amounts are debits and credits.
static struct text words_for(const struct payment_file *file, const struct typed_payment *typed,
                             enum payment_column column, struct arena *arena) {
    int64_t ore = value_ore(typed->values[PAYMENT_AMOUNT]);
    bool has_side = file->column_of[PAYMENT_SIDE] < file->width;
    switch (column) {
    case PAYMENT_AMOUNT:
        return amount_words(file, has_side && ore < 0 ? -ore : ore, arena);
    case PAYMENT_DEBIT:
        return ore >= 0 ? amount_words(file, ore, arena) : TEXT("");
    case PAYMENT_CREDIT:
        return ore < 0 ? amount_words(file, -ore, arena) : TEXT("");
    case PAYMENT_SIDE:
        return ore < 0 ? TEXT("K") : TEXT("D");
    case PAYMENT_CURRENCY:
        return TEXT("NOK");
    default:
        return typed->values[column];
    }
}

static void put_cell(struct writer *writer, struct text words, char separator) {
    bool quoted = text_find(words, separator) < words.size || text_find(words, '"') < words.size ||
                  text_find(words, '\n') < words.size || text_find(words, '\r') < words.size;
    if (!quoted) {
        writer_put(writer, words);
        return;
    }
    writer_byte(writer, '"');
    for (size_t i = 0; i < words.size; i++) {
        if (words.data[i] == '"')
            writer_byte(writer, '"');
        writer_byte(writer, words.data[i]);
    }
    writer_byte(writer, '"');
}

void ledger_put(const struct ledger *ledger, const struct typed_payment *typed,
                struct writer *writer, struct arena *arena) {
    const struct payment_file *file = &ledger->columns;
    for (size_t at = 0; at < file->width; at++) {
        if (at > 0)
            writer_byte(writer, file->separator);
        for (enum payment_column column = 0; column < PAYMENT_COLUMN_COUNT; column++)
            if (file->column_of[column] == at)
                put_cell(writer, words_for(file, typed, column, arena), file->separator);
    }
    writer_byte(writer, '\n');
}

// --- the file ---

// With the line breaks that the file has.
static struct text with_breaks(struct text rows, bool crlf, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < rows.size; i++) {
        if (crlf && rows.data[i] == '\n')
            writer_byte(&writer, '\r');
        writer_byte(&writer, rows.data[i]);
    }
    return writer_text(&writer);
}

// The bytes of a file that is not UTF-8; false where they are not what was read.
static bool read_encoded(const struct ledger *ledger, struct sources *sources, struct text *bytes) {
    size_t undefined;
    *bytes = source_read_binary(sources, ledger->path, LIMIT_CSV_BYTES, TEXT(""),
                                (struct position){0, 0});
    if (bytes->data == NULL)
        return false;
    struct text read = ledger->charset == CHARSET_UTF16
                           ? utf16_to_utf8(*bytes, sources->arena, &undefined)
                           : windows_1252_to_utf8(*bytes, sources->arena, &undefined);
    return text_equal(read, ledger->source->text);
}

static bool encode(const struct ledger *ledger, struct sources *sources, struct text begin,
                   struct text rows, struct text *encoded) {
    struct text added;
    bool is_there = charset_from_utf8(rows, ledger->charset, begin, &added, sources->arena);
    *encoded = is_there ? text_concat(sources->arena, begin, added) : rows;
    return is_there;
}

// `*text` of the file as it is, and where that is not UTF-8, its bytes. Where it is made, there is
// no text, and in UTF-16 the byte order mark alone.
static bool read_file(const struct ledger *ledger, struct sources *sources, bool is_utf8,
                      struct text *text, struct text *bytes, const char **why) {
    *text = *bytes = TEXT("");
    if (ledger->source == NULL) {
        *bytes = ledger->charset == CHARSET_UTF16 ? TEXT("\xFF\xFE") : TEXT("");
        *why = _("there is a file of this name already, which the grant does not name; name it "
                 "under utbetalinger: fil:");
        return !source_is_present(sources, ledger->path);
    }
    *why = _("the file is not what it was when it was read; it is left as it is");
    if (is_utf8)
        return source_read_bytes(sources, ledger->source, text);
    *text = ledger->source->text;
    return read_encoded(ledger, sources, bytes);
}

// After a last line that is whole, and with the line breaks of the others.
static struct text rows_after(const struct ledger *ledger, struct text whole, struct text rows,
                              struct arena *arena) {
    size_t first = text_find(whole, '\n');
    bool crlf = first > 0 && first < whole.size && whole.data[first - 1] == '\r';
    if (ledger->source == NULL)
        return text_concat(arena, ledger->head, rows);
    if (whole.size > 0 && whole.data[whole.size - 1] != '\n')
        rows = text_concat(arena, TEXT("\n"), rows);
    return with_breaks(rows, crlf, arena);
}

bool ledger_add(const struct ledger *ledger, struct sources *sources, struct text rows,
                struct fixed_file *file, const char **why) {
    struct arena *arena = sources->arena;
    bool is_utf8 = ledger->charset == CHARSET_UTF8 || ledger->charset == CHARSET_ANY;
    struct text whole, bytes;
    if (!read_file(ledger, sources, is_utf8, &whole, &bytes, why))
        return false;
    struct fix *fix = arena_alloc(arena, sizeof *fix);
    *fix = (struct fix){whole.size, whole.size, rows_after(ledger, whole, rows, arena)};
    *file = (struct fixed_file){.path = ledger->path, .bytes = whole, .fixes = fix, .count = 1};
    *why = _("a new payment has a character that this file, which is Windows-1252, cannot have");
    return is_utf8 || encode(ledger, sources, bytes, fix->with, &file->encoded);
}

bool ledger_name(const struct ledger *ledger, struct sources *sources, const struct grant *grant,
                 struct fix *fix) {
    struct source *source = source_find(sources, grant->source->path);
    const struct scalar_list *named = &grant->payments.files;
    struct line_place place;
    if (ledger->beside->at.line == 0 ||
        !line_find_place(sources, source, ledger->beside->at, &place))
        return false;
    struct text before = text_trim(line_before(&place));
    bool in_list = named->count > 1 || text_ends_with(before, TEXT("["));
    bool in_lines = text_ends_with(before, TEXT("-"));
    struct text names =
        text_format(sources->arena, in_list ? "%.*s, %.*s" : "[%.*s, %.*s]",
                    TEXT_ARGS(ledger->beside->text), TEXT_ARGS(path_name(ledger->path)));
    return !in_lines && line_replace_value(sources, source, ledger->beside->at, names, fix);
}
