// SPDX-License-Identifier: MIT
// grant-sheet: a grant and how it is divided, for the economy office.

#include "common/command.h"
#include "common/usage.h"

#include "base/message.h"
#include "base/system_error.h"
#include "check/fix/fix.h"
#include "document/back/back.h"
#include "render/diagnostics/diff.h"

#include <errno.h>

// Of the way back from a workbook.
struct state {
    struct text workbook; // --from; empty: the document is made
    bool writes;          // --write
    struct back back;
};

static bool write_files(struct run *run) {
    const struct back *back = &((struct state *)run->state)->back;
    for (size_t i = 0; i < back->file_count; i++)
        if (!fixed_file_write(&back->files[i], &run->arena)) {
            run->message = text_format(&run->arena, _("cannot write %s: %.*s"),
                                       text_copy(&run->arena, back->files[i].path).data,
                                       TEXT_ARGS(text_from(system_error(errno))));
            return false;
        }
    return true;
}

static bool write_diff(struct run *run, enum format format, struct output *output) {
    const struct state *state = run->state;
    (void)format;
    for (size_t i = 0; i < state->back.file_count; i++) {
        const struct fixed_file *file = &state->back.files[i];
        diff_write(output_writer(output), file->path, file->bytes, file->fixes, file->count,
                   &run->output_arena);
    }
    return !state->writes || write_files(run);
}

static bool take_workbook(struct run *run, struct text value, struct text *why) {
    ((struct state *)run->state)->workbook = text_copy(&run->arena, value);
    run->write = write_diff;
    *why = text_from(_("the name of a workbook is expected"));
    return value.size > 0;
}

static bool take_write(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    run->changes_tree = true;
    return ((struct state *)run->state)->writes = true;
}

static bool take_report(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    run->document.kind = document_kind_find(TEXT("grant-report"));
    return true;
}

static bool take_date(struct run *run, struct text value, struct text *why) {
    struct document_choices *choices = &run->document.choices;
    struct date date;
    *why = text_from(_("write year-month-day, like 2024-10-29"));
    if (!date_parse(value, &date))
        return false;
    *why = text_from(_("--date and --year do not go together: a year means its last day"));
    if (choices->year != 0)
        return false;
    choices->today = date;
    return true;
}

static bool take_year(struct run *run, struct text value, struct text *why) {
    struct document_choices *choices = &run->document.choices;
    int year;
    *why = text_from(_("a year is expected"));
    if (!year_parse(value, &year))
        return false;
    *why = text_from(_("--date and --year do not go together: a year means its last day"));
    if (choices->today.year != 0 && choices->year == 0)
        return false;
    choices->year = year;
    choices->today = (struct date){year, 12, 31};
    return take_report(run, value, why);
}

static bool read_document(struct run *run, struct text operand) {
    struct state *state = run->state;
    bool opened = document_open(&run->document, &run->repository, operand, &run->misuse);
    if (state->writes && state->workbook.size == 0)
        run->misuse = text_from(_("--write goes with --from"));
    if (!opened || run->misuse.size > 0 || state->workbook.size == 0)
        return opened;
    if (run->document.grant == NULL) {
        run->misuse = text_from(_("--from goes with one grant"));
        return false;
    }
    state->back = (struct back){.repository = &run->repository,
                                .templates = &run->template_folder,
                                .document = &run->document,
                                .path = state->workbook};
    back_read(&state->back);
    return true;
}

static const struct command_option options[] = {
    {"date", "DATE", N_("today, for what is due; without it, nothing is"), take_date, 'd'},
    {"report", NULL, N_("as a report on what became of it, in md and html"), take_report, 0},
    {"from", "XLSX", N_("show as a diff what was changed in a workbook of the grant"),
     take_workbook, 0},
    {"write", NULL, N_("with --from: change the files"), take_write, 0},
    {"year", "YEAR", N_("as the report on what became of it in this year"), take_year, 0},
};

static const struct command command = {
    .name = "grant-sheet",
    .summary = N_("Makes the sheet of a grant: its frame, and how it is allocated."),
    .operand = "GRANT",
    .many_operands = true,
    .document_of_many = "grants",
    .document = "grant",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_document,
};

int main(int argc, char **argv) {
    struct state state = {.writes = false};
    return command_main(&command, &state, argc, argv);
}
