// SPDX-License-Identifier: MIT
// plan-matrix: the action plan as a year matrix.

#include "common/command.h"
#include "common/today.h"

#include "base/message.h"

static struct matrix_selection *selection_of(struct run *run) {
    return &run->document.choices.matrix;
}

static bool take_owner(struct run *run, struct text value, struct text *why) {
    selection_of(run)->owner = value;
    *why = text_from(_("an id of plan/organisation.yaml is expected"));
    return value.size > 0;
}

static bool take_area(struct run *run, struct text value, struct text *why) {
    selection_of(run)->area = value;
    *why = text_from(_("the number of an area is expected"));
    return value.size > 0;
}

static bool take_year(struct run *run, struct text value, struct text *why) {
    int to;
    *why = text_from(_("a year is expected"));
    int *year = &selection_of(run)->year;
    return period_parse(value, year, &to) && *year == to;
}

static bool take_status(struct run *run, struct text value, struct text *why) {
    selection_of(run)->status = value;
    *why = text_from(_("a status of the plan is expected"));
    return value.size > 0;
}

static bool take_overview(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    run->document.kind = document_kind_find(TEXT("overview"));
    return true;
}

static const struct command_option options[] = {
    {"date", "DATE", N_("today; on an earlier day, with the statuses reported by then"), today_take,
     'd'},
    {"overview", NULL, N_("all actions on one sheet, in html and svg"), take_overview, 0},
    {"owner", "ID", N_("only what this body or person owns or supports"), take_owner, 0},
    {"area", "NR", N_("only this area"), take_area, 0},
    {"year", "YEAR", N_("only what is planned in this year"), take_year, 0},
    {"status", "STATUS", N_("only what has this status"), take_status, 0},
};

static const struct command command = {
    .name = "plan-matrix",
    .summary = N_("Makes the year matrix of an action plan."),
    .operand = "PLAN",
    .default_operand = "plan/action-plan.yaml",
    .document = "action-plan",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
