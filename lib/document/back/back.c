// SPDX-License-Identifier: MIT

#include "document/back/back.h"

#include "base/message.h"
#include "check/fix/fix.h"
#include "document/back/compare.h"
#include "document/documents.h"
#include "model/tree/reading.h"
#include "view/grant/workbook.h"
#include "view/setup.h"

#include <string.h>

static void add_new_parts(struct comparison *comparison) {
    const struct grant *grant = comparison->grant;
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct new_report *made = &comparison->new_reports[i];
        const struct back_table of_reports = {.sheet = made->sheet};
        if (made->count > 0 && !made->is_dated)
            back_tell(comparison, RULE_WORKBOOK_VALUE, &of_reports, made->at.line, made->at.column,
                      _("a report has come on a day; write it in the same row"), TEXT(""));
        else if (made->count > 0 &&
                 !edit_add_report(&comparison->edits, &grant->allocations.items[i], made->lines,
                                  made->count))
            back_tell(comparison, RULE_WORKBOOK_VALUE, &of_reports, made->at.line, made->at.column,
                      _("the report cannot be brought into the file as that is written; write it "
                        "there"),
                      TEXT(""));
    }
    if (comparison->new_change_count > 0 &&
        !edit_add_changes(&comparison->edits, comparison->new_changes,
                          comparison->new_change_count))
        back_tell_book(comparison, RULE_WORKBOOK_VALUE,
                       _("the new changes cannot be brought into the file as endringer is written; "
                         "write them there"),
                       TEXT(""));
}

// A file of payments that is made beside a workbook has to be named.
static void name_ledger(struct comparison *comparison) {
    struct fix fix;
    const struct ledger *ledger = &comparison->ledger;
    if (writer_text(&comparison->new_payments).size == 0 || ledger->beside == NULL)
        return;
    if (ledger_name(ledger, &comparison->repository->sources, comparison->grant, &fix))
        edits_keep(&comparison->edits, fix);
    else
        back_tell_book(comparison, RULE_WORKBOOK_VALUE,
                       _("the new payments would be in a file of their own beside '%.*s'; name it "
                         "under utbetalinger: fil: first"),
                       ledger->beside->text);
}

static const struct labels *labels_of(const struct comparison *comparison,
                                      enum language *language) {
    struct text name = origin_of_book(&comparison->made, ORIGIN_KEY_LANGUAGE, comparison->arena);
    *language = text_is(name, language_names[LANGUAGE_NN]) ? LANGUAGE_NN : LANGUAGE_NB;
    return labels_read(comparison->templates, *language);
}

static void know_files(const struct comparison *comparison, const struct repository *repository,
                       const struct grant *grant, const struct payments *payments,
                       struct known_origin *known) {
    struct view_context context;
    view_context_init(&context, repository, comparison->arena, comparison->edits.labels,
                      comparison->language, VIEW_OF_GRANT, grant->source->path, grant->owner.text,
                      false);
    view_on_day(&context);
    origin_know(known, grant_workbook_origin(&context, grant, payments), comparison->arena);
}

static bool open_book(struct comparison *comparison) {
    struct text bytes = source_read_binary(&comparison->repository->sources, comparison->path,
                                           LIMIT_XLSX_BYTES, TEXT(""), (struct position){0, 0});
    if (bytes.data == NULL)
        return false;
    enum xlsx_fault fault = xlsx_open(bytes, &comparison->book, comparison->arena);
    if (fault == XLSX_GOOD)
        fault = origin_read(&comparison->made, &comparison->book, comparison->arena);
    struct text id = origin_of_book(&comparison->made, ORIGIN_KEY_GRANT, comparison->arena);
    if (fault != XLSX_GOOD)
        back_tell_book(comparison, RULE_WORKBOOK_FILE, xlsx_fault_message(fault), comparison->path);
    else if (id.size == 0)
        back_tell_book(comparison, RULE_WORKBOOK_FILE,
                       _("'%.*s' is no workbook of grant-sheet, or its hidden sheet is gone"),
                       comparison->path);
    else if (!text_equal(id, comparison->grant->id.text))
        back_tell_book(comparison, RULE_WORKBOOK_FILE,
                       _("this is the workbook of the grant '%.*s'"), id);
    else
        return true;
    return false;
}

static void find_whether_same_accounts(struct comparison *comparison) {
    const struct origin *made = &comparison->made.origin, *now = &comparison->now.origin;
    size_t files = 0, same = 0;
    for (size_t i = 0; i < now->count; i++) {
        const struct text *parts = now->items[i].parts;
        if (!text_is(parts[ORIGIN_KEY], ORIGIN_KEY_FILE) ||
            text_equal(parts[ORIGIN_ID], comparison->grant->source->path))
            continue;
        files++;
        for (size_t k = 0; k < made->count; k++)
            same += text_is(made->items[k].parts[ORIGIN_KEY], ORIGIN_KEY_FILE) &&
                    text_equal(made->items[k].parts[ORIGIN_ID], parts[ORIGIN_ID]) &&
                    text_equal(made->items[k].parts[ORIGIN_VALUE], parts[ORIGIN_VALUE]);
    }
    comparison->same_accounts = files == same;
}

static void keep_grant(struct comparison *comparison) {
    struct edits *edits = &comparison->edits;
    struct text bytes;
    edits_settle(edits);
    if (edits->count == 0)
        return;
    if (!source_read_bytes(&comparison->repository->sources, edits->source, &bytes)) {
        back_tell_book(comparison, RULE_WORKBOOK_MOVED_ON,
                       _("'%.*s' is not what it was when it was read; it is left as it is"),
                       edits->source->path);
        return;
    }
    for (size_t i = 0; i < edits->count; i++) { // after a byte order mark
        edits->fixes[i].from += bytes.size - edits->source->text.size;
        edits->fixes[i].to += bytes.size - edits->source->text.size;
    }
    comparison->files[comparison->file_count++] = (struct fixed_file){
        .path = edits->source->path, .bytes = bytes, .fixes = edits->fixes, .count = edits->count};
}

// Reads the files as they will be: what is wrong with them then is told, and nothing is changed.
static void read_again(struct comparison *comparison) {
    struct diagnostics diagnostics;
    struct repository *repository = arena_alloc(comparison->arena, sizeof *repository);
    const struct fixed_files list = {.items = comparison->files, .count = comparison->file_count};
    diagnostics_init(&diagnostics, comparison->arena);
    repository_init(repository, comparison->arena, &diagnostics, false);
    fixes_show(&list, &repository->sources);
    if (!read_organisation(repository))
        return;
    read_settings(repository);
    const struct grant *grant = read_grant(repository, comparison->grant->source->path);
    const struct payments *payments = grant == NULL ? NULL : repository_payments(repository, grant);
    if (payments != NULL && diagnostics.errors == 0) {
        struct known_origin after;
        know_files(comparison, repository, grant, payments, &after);
        back_check_taken(comparison, &after);
    }
    for (size_t i = 0; i < diagnostics.count; i++) {
        const struct diagnostic *found = &diagnostics.items[i];
        if (found->severity == SEVERITY_ERROR)
            report(comparison->repository->diagnostics, found->rule, found->file, found->at, "%.*s",
                   TEXT_ARGS(found->message));
    }
}

// False after a report.
static bool prepare(struct comparison *comparison) {
    struct arena *arena = comparison->arena;
    const struct grant *grant = comparison->grant;
    comparison->edits = (struct edits){
        .sources = &comparison->repository->sources,
        .source = source_find(&comparison->repository->sources, grant->source->path),
        .grant = grant,
        .organisation = comparison->repository->organisation,
        .labels = labels_of(comparison, &comparison->language),
        .arena = arena,
    };
    if (comparison->edits.labels == NULL)
        return false;
    know_files(comparison, comparison->repository, grant, comparison->payments, &comparison->now);
    find_whether_same_accounts(comparison);
    back_tables_know(&comparison->tables, &comparison->made);
    comparison->ledger = ledger_of(grant, comparison->payments, arena);
    index_init(&comparison->seen, arena);
    writer_to_memory(&comparison->new_payments, arena);
    comparison->new_reports =
        arena_alloc(arena, (grant->allocations.count + 1) * sizeof *comparison->new_reports);
    return true;
}

void back_read(struct back *back) {
    struct diagnostics *diagnostics = back->repository->diagnostics;
    struct comparison comparison = {.repository = back->repository,
                                    .templates = back->templates,
                                    .path = back->path,
                                    .arena = back->repository->arena,
                                    .grant = back->document->grant,
                                    .payments = back->document->payments};
    struct arena *arena = comparison.arena;
    if (!open_book(&comparison) || !prepare(&comparison))
        return;
    enum xlsx_fault fault =
        back_tables_read(&comparison.tables, &comparison.book, back_take_row, &comparison, arena);
    if (fault != XLSX_GOOD)
        back_tell_book(&comparison, RULE_WORKBOOK_FILE, xlsx_fault_message(fault), back->path);
    back_tell_deleted(&comparison);
    add_new_parts(&comparison);
    name_ledger(&comparison);
    keep_grant(&comparison);
    back_add_payments(&comparison);
    if (diagnostics->errors == 0 && comparison.file_count > 0)
        read_again(&comparison);
    memcpy(back->files, comparison.files, sizeof back->files);
    back->file_count = comparison.file_count;
}
