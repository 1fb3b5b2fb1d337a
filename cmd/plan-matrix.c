// SPDX-License-Identifier: MIT
// plan-matrix: the action plan as a year matrix.

#include "common/command.h"

#include "base/message.h"
#include "check/check.h"
#include "view/plan/matrix.h"

struct state {
    const struct plan *plan;
    struct matrix_selection selection;
};

static bool take_owner(struct run *run, struct text value, struct text *why) {
    ((struct state *)run->state)->selection.owner = value;
    *why = text_from(_("an id of plan/organisation.yaml is expected"));
    return value.size > 0;
}

static bool take_area(struct run *run, struct text value, struct text *why) {
    ((struct state *)run->state)->selection.area = value;
    *why = text_from(_("the number of an area is expected"));
    return value.size > 0;
}

static bool take_year(struct run *run, struct text value, struct text *why) {
    int to;
    *why = text_from(_("a year is expected"));
    int *year = &((struct state *)run->state)->selection.year;
    return period_parse(value, year, &to) && *year == to;
}

static bool take_status(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("it is one of: ikke startet, pågår, på vent, utsatt, fullført, utgår"));
    for (int i = 0; i < STATUS_COUNT; i++)
        if (text_is(value, status_names[i])) {
            ((struct state *)run->state)->selection.status = i;
            return true;
        }
    return false;
}

// A choice that names nothing would make an empty matrix, and nobody would know why.
static void check_selection(struct run *run, const struct plan *plan,
                            const struct matrix_selection *selection) {
    const struct organisation *organisation = run->repository.organisation;
    const struct text owner = selection->owner;
    bool area_exists = selection->area.size == 0;
    for (size_t i = 0; i < plan->areas.count; i++)
        area_exists |= text_equal(plan->areas.items[i].number.text, selection->area);
    if (owner.size > 0 && organisation_party(organisation, owner) == NULL) {
        struct text near = index_nearest(&organisation->parties, owner);
        run->misuse =
            text_format(&run->arena,
                        near.size > 0 ? _("there is no body or person '%.*s'; did you mean '%.*s'?")
                                      : _("there is no body or person '%.*s'"),
                        TEXT_ARGS(owner), TEXT_ARGS(near));
    } else if (!area_exists) {
        run->misuse =
            text_format(&run->arena, _("the plan has no area %.*s"), TEXT_ARGS(selection->area));
    } else if (selection->year != 0 &&
               (selection->year < plan->period.from || selection->year > plan->period.to)) {
        run->misuse = text_format(&run->arena, _("the year %d is outside the plan's period %d–%d"),
                                  selection->year, plan->period.from, plan->period.to);
    }
}

static bool read_plan(struct run *run, struct text operand) {
    struct state *state = run->state;
    state->plan = plan_read(&run->repository.sources, operand);
    if (state->plan == NULL)
        return false;
    repository_use_plan(&run->repository, state->plan);
    check_plan(&run->repository, state->plan);
    check_selection(run, state->plan, &state->selection);
    return true;
}

static const struct choice *language(const struct run *run) {
    return &((const struct state *)run->state)->plan->language;
}

static bool write(struct run *run, enum format format, struct output *output) {
    const struct state *state = run->state;
    const struct plan *plan = state->plan;
    struct view view;
    view_init(&view, &run->repository, run->maker.arena, run->maker.labels, run->language, "matrix",
              plan->source->path, plan->owner.text, format == FORMAT_MARKDOWN);
    view.created = run->source_date >= 0 ? run->source_date
                                         : date_to_seconds((struct date){plan->period.from, 1, 1});
    const struct matrix *matrix = matrix_select(&view, plan, &state->selection);
    if (format == FORMAT_XLSX)
        return document_write_workbook(&run->maker, matrix_workbook(matrix), output, &run->message);
    struct value value = format == FORMAT_SVG ? matrix_picture(matrix) : matrix_value(matrix);
    return document_write(&run->maker, "matrix", format, &value, output_writer(output));
}

static const struct command_option options[] = {
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
    .formats = "md html xlsx svg json",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_plan,
    .language = language,
    .write = write,
};

int main(int argc, char **argv) {
    struct state state = {.selection.status = -1};
    return command_main(&command, &state, argc, argv);
}
