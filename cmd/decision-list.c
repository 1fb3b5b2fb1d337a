// SPDX-License-Identifier: MIT
// decision-list: every decision of every meeting, and what became of it.

#include "common/command.h"
#include "common/today.h"

#include "base/message.h"
#include "check/check.h"
#include "view/decisions/decisions.h"

struct state {
    const struct decisions *decisions;
    struct decision_selection selection;
    struct date last_meeting;
};

static struct decision_selection *selection_of(struct run *run) {
    return &((struct state *)run->state)->selection;
}

static bool take_today(struct run *run, struct text value, struct text *why) {
    return today_take(value, &selection_of(run)->today, why);
}

static bool take_open(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    return selection_of(run)->open = true;
}

static bool take_overdue(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    return selection_of(run)->overdue = true;
}

static bool take_body(struct run *run, struct text value, struct text *why) {
    selection_of(run)->body = value;
    *why = text_from(_("an id of plan/organisation.yaml is expected"));
    return value.size > 0;
}

static bool take_case(struct run *run, struct text value, struct text *why) {
    struct case_number number;
    selection_of(run)->case_number = value;
    *why = text_from(_("a case number is expected, like 41/24 or PSU-5/24"));
    return case_number_parse(value, &number);
}

// A choice that names nothing would make an empty list, and nobody would know why.
static bool check_selection(struct run *run) {
    const struct decision_selection *selection = selection_of(run);
    const struct index *parties = &run->repository.organisation->parties;
    if (selection->overdue && selection->today.year == 0) {
        run->misuse =
            text_from(_("--overdue needs to know what day it is; add -d and the day, like "
                        "2024-10-29"));
    } else if (selection->body.size > 0 && index_find(parties, selection->body) == NULL) {
        struct text near = index_nearest(parties, selection->body);
        run->misuse =
            text_format(&run->arena,
                        near.size > 0 ? _("there is no body or person '%.*s'; did you mean '%.*s'?")
                                      : _("there is no body or person '%.*s'"),
                        TEXT_ARGS(selection->body), TEXT_ARGS(near));
    }
    return run->misuse.size == 0;
}

static void check_case_is_decided(struct run *run) {
    const struct state *state = run->state;
    struct text number = state->selection.case_number;
    bool found = number.size == 0;
    for (size_t i = 0; i < state->decisions->count && !found; i++)
        found = decision_is_of_case(&state->decisions->items[i], number);
    if (!found)
        run->misuse = text_format(&run->arena, _("nothing has been decided in a case %.*s"),
                                  TEXT_ARGS(number));
}

static const struct meeting *read_meeting(struct run *run, struct text folder) {
    struct state *state = run->state;
    const struct meeting *meeting = meeting_read(&run->repository.sources, folder, true);
    if (meeting == NULL)
        return NULL;
    check_meeting(&run->repository, meeting);
    check_case_papers(&run->repository, meeting);
    check_not_ahead(&run->repository, meeting, state->selection.today);
    if (date_compare(meeting->date.date, state->last_meeting) > 0)
        state->last_meeting = meeting->date.date;
    return meeting_for(meeting, AUDIENCE_PUBLIC, &run->arena);
}

static bool read_meetings(struct run *run, struct text operand) {
    struct state *state = run->state;
    struct text_list folders = repository_meeting_folders(&run->repository);
    const struct meeting **meetings = arena_alloc(&run->arena, folders.count * sizeof *meetings);
    size_t count = 0;
    (void)operand;
    if (!check_selection(run))
        return true;
    for (size_t i = 0; i < folders.count; i++) {
        const struct meeting *meeting = read_meeting(run, folders.items[i]);
        if (meeting != NULL)
            meetings[count++] = meeting;
    }
    if (run->diagnostics.errors > 0)
        return true;
    state->decisions = decisions_of(&run->repository, meetings, count, state->selection.today);
    check_case_is_decided(run);
    return true;
}

static bool write(struct run *run, enum format format, struct output *output) {
    const struct state *state = run->state;
    const struct date day =
        state->selection.today.year != 0 ? state->selection.today : state->last_meeting;
    struct view view;
    view_init(&view, &run->repository, run->maker.arena, run->maker.labels, run->language,
              "decisions", TEXT("meetings/"), TEXT(""), format == FORMAT_MARKDOWN);
    view.created = run->source_date >= 0 ? run->source_date
                   : day.year != 0       ? date_to_seconds(day)
                                         : 0;
    const struct decision_register *list =
        decisions_select(&view, state->decisions, &state->selection);
    if (format == FORMAT_XLSX)
        return document_write_workbook(&run->maker, decisions_workbook(list), output,
                                       &run->message);
    if (format == FORMAT_ICS) {
        document_write_calendar(decisions_calendar(list), output_writer(output));
        return true;
    }
    struct value value = decisions_value(list);
    return document_write(&run->maker, "decisions", format, &value, output_writer(output));
}

static const struct command_option options[] = {
    {"date", "DATE", N_("what day it is: what lies ahead has not been decided"), take_today, 'd'},
    {"open", NULL, N_("only what is to be followed up and not done"), take_open, 0},
    {"overdue", NULL, N_("only what should have been done before the day of -d"), take_overdue, 0},
    {"body", "ID", N_("only what this body or person has decided or follows up"), take_body, 0},
    {"case", "NUMBER", N_("only this case: 41/24, or PSU-5/24"), take_case, 0},
};

static const struct command command = {
    .name = "decision-list",
    .summary =
        N_("Makes the register of decisions: who follows up what, by when, and what is done."),
    .formats = "md html xlsx ics json",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_meetings,
    .write = write,
};

int main(int argc, char **argv) {
    struct state state = {.decisions = NULL};
    return command_main(&command, &state, argc, argv);
}
