// SPDX-License-Identifier: MIT
// The files of a grant's payments, one after the other.

#include "model/grant/export.h"

#include "base/amount.h"
#include "base/message.h"
#include "input/xlsx/table.h"

#include <string.h>

// The file was found to be in another character set than the usual one, and nobody has said so. The
// mark of UTF-16 says it itself.
static void tell_charset(const struct sources *sources, const struct grant *grant,
                         const struct payment_file *file) {
    const struct choice *given = &grant->payments.charset;
    bool was_given = given->at.line > 0 && given->index >= 0;
    if (file->charset == CHARSET_WINDOWS_1252 && !was_given)
        report(sources->diagnostics, RULE_PAYMENT_CHARSET, file->source->path,
               (struct position){1, 1},
               _("the file is not UTF-8 and is read as Windows-1252; write tegnsett: windows-1252 "
                 "under utbetalinger in the file of the grant if that is right"));
}

static void tell_income(const struct sources *sources, const struct payment_file *file) {
    const struct left_rows *left = &file->left[LEFT_AS_INCOME];
    if (left->count > 0)
        report(sources->diagnostics, RULE_PAYMENT_ACCOUNT, file->source->path,
               (struct position){1, 1},
               message_plural("%zu line is on an account of income, kr %s, and is no payment; "
                              "write kontoer: 4000–7999 under utbetalinger in the file of the "
                              "grant if that is right",
                              "%zu lines are on accounts of income, kr %s, and are no payments; "
                              "write kontoer: 4000–7999 under utbetalinger in the file of the "
                              "grant if that is right",
                              left->count),
               left->count, amount_text(sources->arena, left->ore).data);
}

static void read_file(struct export *export, struct payment_file *file) {
    const struct choice *mark = &export->grant->payments.decimal_mark;
    export->file = file;
    export->rows = NULL;
    export->row_count = 0;
    export->has_fault = false;
    export->decimal_mark = 0;
    if (mark->at.line > 0 && mark->index >= 0)
        export->decimal_mark = mark->index == 0 ? ',' : '.';
    tell_charset(export->sources, export->grant, file);
    if (!export_read_head(export))
        return;
    export_read_rows(export);
    export_settle(export);
    file->separator = export->separator;
    file->decimal_mark = export->decimal_mark;
    file->width = export->width;
    memcpy(file->column_of, export->column_of, sizeof file->column_of);
    tell_income(export->sources, file);
}

// The rows of a workbook, as a text. NULL after a report.
static const struct source *open_workbook(struct sources *sources, const struct grant *grant,
                                          struct text path, struct position named) {
    const struct choice *mark = &grant->payments.decimal_mark;
    bool has_point = mark->at.line > 0 && mark->index == 1;
    struct source *known = source_find(sources, path);
    if (known != NULL)
        return known->is_no_text ? NULL : known;
    struct text table,
        bytes = source_read_binary(sources, path, LIMIT_XLSX_BYTES, grant->source->path, named);
    if (bytes.data == NULL)
        return NULL;
    enum xlsx_fault fault = xlsx_as_table(bytes, has_point ? '.' : ',', &table, sources->arena);
    if (fault == XLSX_GOOD)
        return source_add(sources, path, table);
    struct text told = message_about(sources->arena, xlsx_fault_message(fault), path);
    report(sources->diagnostics, RULE_WORKBOOK_FILE, path, (struct position){0, 0}, "%.*s",
           TEXT_ARGS(told));
    return NULL;
}

// Opens one file, and adds it; `named` is where the grant names it, or empty. False after a report.
static bool open_file(struct sources *sources, const struct grant *grant, struct payments *payments,
                      struct scalar named) {
    const struct choice *given = &grant->payments.charset;
    struct text path = payments_path(grant, named.text, sources->arena);
    struct payment_file *file = &payments->files[payments->file_count];
    file->charset =
        given->at.line > 0 && given->index >= 0 ? (enum charset)given->index : CHARSET_ANY;
    if (path.size == 0) {
        report(sources->diagnostics, RULE_FILE_PATH, grant->source->path, named.at,
               _("'%.*s' is not a file beside that of the grant; write its name alone"),
               TEXT_ARGS(named.text));
        return false;
    }
    if (named.text.size == 0 && !source_is_present(sources, path))
        return true;
    if (payments_are_workbook(path, sources->arena)) {
        file->source = open_workbook(sources, grant, path, named.at);
        file->charset = CHARSET_UTF8;
    } else {
        file->source = source_read_foreign(sources, path, LIMIT_CSV_BYTES, grant->source->path,
                                           named.at, &file->charset);
    }
    payments->file_count += file->source != NULL;
    return file->source != NULL;
}

static bool open_files(struct sources *sources, const struct grant *grant,
                       struct payments *payments) {
    const struct scalar_list *named = &grant->payments.files;
    const struct scalar own = {.text = TEXT("")};
    bool opened = true;
    payments->files = arena_alloc(sources->arena, (named->count + 1) * sizeof *payments->files);
    for (size_t i = 0; i < named->count; i++) {
        bool is_again = false;
        for (size_t k = 0; k < i; k++)
            is_again = is_again || text_equal(named->items[k].text, named->items[i].text);
        if (is_again)
            report(sources->diagnostics, RULE_DUPLICATE_ID, grant->source->path, named->items[i].at,
                   _("the file '%.*s' is named twice"), TEXT_ARGS(named->items[i].text));
        else
            opened = open_file(sources, grant, payments, named->items[i]) && opened;
    }
    return named->count > 0 ? opened : open_file(sources, grant, payments, own);
}

static void tell_unused(const struct export *export) {
    const struct scalar_list *skipped = &export->grant->payments.skipped;
    for (size_t i = 0; i<skipped->count &&export->payments->file_count> 0; i++)
        if (!export->skip_is_used[i])
            report(export->sources->diagnostics, RULE_PAYMENT_ROWS, export->grant->source->path,
                   skipped->items[i].at,
                   _("no line of the payments has '%.*s' in a cell, so nothing is passed over"),
                   TEXT_ARGS(skipped->items[i].text));
}

const struct payments *payments_read(struct sources *sources, const struct grant *grant) {
    struct arena *arena = sources->arena, scratch;
    struct payments *payments = arena_alloc(arena, sizeof *payments);
    payments->of = arena_alloc(arena, grant->allocations.count * sizeof *payments->of);
    if (!open_files(sources, grant, payments))
        return NULL;
    arena_init(&scratch, arena->out_of_memory);
    struct export export = {
        .sources = sources, .grant = grant, .payments = payments, .scratch = &scratch};
    export.skip_is_used = arena_alloc(&scratch, grant->payments.skipped.count + 1);
    for (size_t i = 0; i < payments->file_count; i++)
        read_file(&export, &payments->files[i]);
    tell_unused(&export);
    size_t size = payments->count * sizeof *payments->items;
    if (export.growing != NULL)
        payments->items = memcpy(arena_alloc_unset(arena, size), export.growing, size);
    payments->strangers = export.strangers;
    arena_free(&scratch);
    payments_count(payments);
    return payments;
}
