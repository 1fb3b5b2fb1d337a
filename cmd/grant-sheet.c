// SPDX-License-Identifier: MIT
// grant-sheet: a grant and how it is divided, for the economy office.

#include "common/command.h"

#include "base/message.h"
#include "check/check.h"
#include "model/grant/past.h"
#include "view/grant/grant.h"
#include "view/grant/open_data.h"

struct state {
    const struct grant *grant;
    const struct payments *payments;
    struct date today;
    bool is_report;
    int year; // of the report; 0: all of them
};

// A report on a day before there was anything to report on would be none.
static bool is_decided(struct run *run) {
    const struct state *state = run->state;
    const struct known_case *known =
        repository_case(&run->repository, state->grant->owner.text, state->grant->decided_by.text);
    if (!state->is_report || state->today.year == 0 || known == NULL || known->date.year == 0 ||
        date_compare(known->date, state->today) <= 0)
        return true;
    run->misuse = text_format(
        &run->arena, _("the grant was decided on %s; there is no report on it from before"),
        date_iso(&run->arena, known->date).data);
    return false;
}

static bool read_grant(struct run *run, struct text operand) {
    struct state *state = run->state;
    state->grant = grant_read(&run->repository.sources, operand);
    if (state->grant == NULL)
        return false;
    run->repository.today = state->today;
    state->payments = check_whole_grant(&run->repository, state->grant);
    return state->payments != NULL && is_decided(run);
}

static bool take_date(struct run *run, struct text value, struct text *why) {
    struct state *state = run->state;
    struct date date;
    *why = text_from(_("write year-month-day, like 2024-10-29"));
    if (!date_parse(value, &date))
        return false;
    *why = text_from(_("--date and --year do not go together: a year means its last day"));
    if (state->year != 0)
        return false;
    state->today = date;
    return true;
}

static bool take_year(struct run *run, struct text value, struct text *why) {
    struct state *state = run->state;
    int year;
    *why = text_from(_("a year is expected"));
    if (!year_parse(value, &year))
        return false;
    *why = text_from(_("--date and --year do not go together: a year means its last day"));
    if (state->today.year != 0 && state->year == 0)
        return false;
    state->year = year;
    state->today = (struct date){year, 12, 31};
    state->is_report = true;
    return true;
}

static bool take_report(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    ((struct state *)run->state)->is_report = true;
    return true;
}

static const struct command_option options[] = {
    {"date", "DATE", N_("today, for what is due; without it, nothing is"), take_date, 'd'},
    {"report", NULL, N_("as a report on what became of it, in md and html"), take_report, 0},
    {"year", "YEAR", N_("as the report on what became of it in this year"), take_year, 0},
};

static const struct choice *language(const struct run *run) {
    return &((const struct state *)run->state)->grant->language;
}

// The year in the grant's id, or else 1970: a workbook wants some day.
static int64_t first_day(const struct grant *grant) {
    int year, to;
    if (!period_parse(grant->id.text, &year, &to))
        return 0;
    return date_to_seconds((struct date){year, 1, 1});
}

static bool is_open_data(enum format format) {
    return format == FORMAT_360GIVING || format == FORMAT_CSV;
}

static struct value view_of(const struct view *view, const struct state *state,
                            enum format format) {
    if (format == FORMAT_360GIVING)
        return grant_open_package(view, state->grant, state->payments, view->arena);
    if (format == FORMAT_CSV)
        return grant_open_rows(view, state->grant, state->payments, view->arena);
    const struct grant *grant = state->grant;
    const struct payments *payments = state->payments;
    if (state->is_report && state->today.year > 0) {
        grant = grant_until(state->grant, payments, state->today, view->arena);
        payments = payments_until(payments, grant, state->today, view->arena);
    }
    return grant_value(view, grant, payments, state->year, view->arena);
}

static bool write(struct run *run, enum format format, struct output *output) {
    const struct state *state = run->state;
    const struct grant *grant = state->grant;
    struct view view;
    view_init(&view, &run->repository, run->maker.arena, run->maker.labels, run->language, "grant",
              grant->source->path, grant->owner.text, format == FORMAT_MARKDOWN);
    view.created = run->source_date >= 0 ? run->source_date : first_day(grant);
    if (format == FORMAT_XLSX)
        return document_write_workbook(&run->maker, grant_workbook(&view, grant, state->payments),
                                       output, &run->message);
    struct value value = view_of(&view, state, format);
    return (!is_open_data(format) || grant_open_check(&view, grant)) &&
           document_write(&run->maker, state->is_report ? "grant-report" : "grant", format, &value,
                          output_writer(output));
}

static const struct command command = {
    .name = "grant-sheet",
    .summary = N_("Makes the sheet of a grant: its frame, and how it is allocated."),
    .operand = "GRANT",
    .formats = "md html xlsx json 360giving csv",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_grant,
    .language = language,
    .write = write,
};

int main(int argc, char **argv) {
    struct state state = {.grant = NULL};
    return command_main(&command, &state, argc, argv);
}
