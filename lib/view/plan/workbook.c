// SPDX-License-Identifier: MIT
// The plan as a workbook: the matrix, the texts, the counts.

#include "view/plan/matrix.h"

#include "view/plan/counts.h"
#include "view/plan/matrix_sheet.h"
#include "view/plan/texts_sheet.h"
#include "view/workbook.h"

enum { SHEET_COUNT = 3 };

static const struct text word_keys[WORD_COUNT] = {
    [WORD_SAME_AS] = TEXT_OF("plan-samme-som"),
    [WORD_SEE] = TEXT_OF("plan-se"),
    [WORD_DEPENDS_ON] = TEXT_OF("plan-avhenger-av"),
    [WORD_NEEDED_BY] = TEXT_OF("plan-nødvendig-for"),
    [WORD_SHOWN_AS] = TEXT_OF("plan-omtalt-av"),
    [WORD_DECIDED_IN] = TEXT_OF("plan-vedtak-i"),
    [WORD_CASE] = TEXT_OF("sak"),
    [WORD_REMARK] = TEXT_OF("ark-merknad"),
    [WORD_GOAL_REMARK] = TEXT_OF("ark-merknad-mål"),
    [WORD_COMMENT] = TEXT_OF("plan-kommentar"),
    [WORD_LEGEND] = TEXT_OF("plan-forklaring"),
    [WORD_START] = TEXT_OF("ark-start"),
    [WORD_SPRING] = TEXT_OF("plan-vår"),
    [WORD_AUTUMN] = TEXT_OF("plan-høst"),
    [WORD_TEXTS] = TEXT_OF("ark-tekster-forklaring"),
};

static const struct {
    struct text label_key;
    bool in_matrix, in_texts;
} columns[COLUMN_KINDS] = {
    [COLUMN_AREA] = {TEXT_OF("kolonne-område"), true, true},
    [COLUMN_NUMBER] = {TEXT_OF("kolonne-nr"), true, true},
    [COLUMN_GOAL] = {TEXT_OF("kolonne-mål"), false, true},
    [COLUMN_ACTION] = {TEXT_OF("kolonne-tiltak"), true, true},
    [COLUMN_OWNERS] = {TEXT_OF("kolonne-ansvar"), true, true},
    [COLUMN_SUPPORT] = {TEXT_OF("kolonne-støtte"), true, true},
    [COLUMN_STATUS] = {TEXT_OF("kolonne-status"), true, true},
    [COLUMN_PROGRESS] = {TEXT_OF("ark-fremdrift"), true, false},
    [COLUMN_DEADLINE] = {TEXT_OF("kolonne-frist"), true, false},
    [COLUMN_WHEN] = {TEXT_OF("ark-når"), false, true},
    [COLUMN_YEARS] = {TEXT_OF("filter-år"), true, false},
    [COLUMN_REFERENCES] = {TEXT_OF("kolonne-henvisninger"), true, true},
};

// Which columns the shown actions have anything for.
static void find_used(const struct plan_sheet *plan, bool *used) {
    const struct matrix *matrix = plan->matrix;
    for (int i = 0; i < COLUMN_KINDS; i++)
        used[i] = i != COLUMN_PROGRESS && i != COLUMN_DEADLINE;
    used[COLUMN_SUPPORT] = plan->owners.supporters > 0;
    used[COLUMN_GOAL] = matrix->shows.goals;
    used[COLUMN_OWNERS] = matrix->shows.owners;
    for (size_t i = 0; i < plan->rows.place_count; i++)
        for (size_t j = 0; j < plan->rows.places[i].goal->action_count; j++) {
            const struct action *action = plan->rows.places[i].goal->actions[j];
            used[COLUMN_PROGRESS] |=
                action->progress.at.line > 0 || action->original->progress.at.line > 0;
            used[COLUMN_DEADLINE] |= action->deadline.text.text.size > 0;
        }
}

static void find_columns(struct plan_sheet *plan) {
    bool used[COLUMN_KINDS];
    find_used(plan, used);
    for (int i = 0; i < COLUMN_KINDS; i++) {
        size_t width = i == COLUMN_YEARS ? 2 * (size_t)plan->matrix->year_count : 1;
        plan->columns.has[i] = used[i] && columns[i].in_matrix;
        plan->columns.at[i] = plan->columns.count;
        if (plan->columns.has[i])
            plan->columns.count = (uint16_t)(plan->columns.count + width);
        plan->text_columns.has[i] = used[i] && columns[i].in_texts;
        plan->text_columns.at[i] = plan->text_columns.count;
        plan->text_columns.count += plan->text_columns.has[i];
    }
}

// Rows are made in an arena that is emptied again and again: what the labels keep must not be asked
// for here for the first time.
static void find_words(struct plan_sheet *plan) {
    const struct view_context *context = plan->matrix->context;
    const struct labels *labels = context->labels;
    for (size_t i = 0; i < WORD_COUNT; i++)
        plan->words[i] = label(labels, word_keys[i]);
    for (size_t i = 0; i < COLUMN_KINDS; i++)
        plan->titles[i] = label(labels, columns[i].label_key);
    plan->name = label(labels, TEXT("ark-plan"));
    plan->texts_name = label(labels, TEXT("ark-tekster"));
    plan->summary = matrix_summary(plan->matrix);
    plan->selection = matrix_selection_words(plan->matrix);
    plan->footer =
        text_format(context->arena, "%.*s %.*s", TEXT_ARGS(label(labels, TEXT("laget-fra"))),
                    TEXT_ARGS(plan->matrix->plan->source->path));
}

const struct workbook *matrix_workbook(const struct matrix *matrix) {
    const struct view_context *context = matrix->context;
    struct plan_sheet *plan = arena_alloc(context->arena, sizeof *plan);
    *plan = (struct plan_sheet){
        .matrix = matrix,
        .rows = matrix_rows_make(matrix, plan_matrix_headings),
        .text_rows = matrix_rows_make(matrix, plan_texts_headings),
        .owners = matrix_owners_find(matrix),
        .signs = matrix_find_signs(matrix),
        .text_head_rows = PLAN_TEXTS_HEAD_ROWS,
    };
    // A bar has no progress here.
    plan->signs.has[SIGN_ONGOING] |= plan->signs.has[SIGN_PROGRESS];
    find_words(plan);
    find_columns(plan);
    plan->head_rows = plan_matrix_head_rows(plan);
    plan->numbers = plan_matrix_range(plan, plan->columns.at[COLUMN_NUMBER], context->arena);
    plan->statuses = plan_matrix_range(plan, plan->columns.at[COLUMN_STATUS], context->arena);
    struct sheet *sheets = arena_alloc(context->arena, SHEET_COUNT * sizeof *sheets);
    sheets[0] = plan_matrix_sheet(plan);
    sheets[1] = plan_texts_sheet(plan);
    sheets[2] = matrix_counts_sheet(plan);
    return view_workbook(context, matrix->plan->title.text, sheets, SHEET_COUNT);
}
