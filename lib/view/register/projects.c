// SPDX-License-Identifier: MIT

#include "model/register/projects.h"

#include "view/address.h"
#include "view/register/gantt.h"
#include "view/register/show.h"

#define AT(member) .offset = offsetof(struct project, member)
static const struct register_column overview[] = {
    REGISTER_COLUMN("navn", "register-prosjekt", TEXT, 40, AT(name)),
    REGISTER_COLUMN("tilstand", "register-tilstand", CHOICE, 12, AT(state), .is_choice = true,
                    .words = project_state_names),
    REGISTER_COLUMN("eier", "register-eier", PARTY, 28, AT(owner), .is_choice = true),
    REGISTER_COLUMN("leder", "register-leder", PARTY, 28, AT(leader)),
    REGISTER_COLUMN("parter", "register-parter", PARTIES, 28, AT(parties)),
    REGISTER_COLUMN("tiltak", "register-tiltak", ACTIONS, 14, AT(actions)),
    REGISTER_COLUMN("fra", "register-fra", DATE, 12, AT(from)),
    REGISTER_COLUMN("til", "register-til", DATE, 12, AT(to)),
};
#undef AT

enum time_column { TIME_PROJECT, TIME_KIND, TIME_WORDS, TIME_FROM, TIME_TO, TIME_COLUMNS };

static const struct register_column times[TIME_COLUMNS] = {
    [TIME_PROJECT] = REGISTER_COLUMN("prosjekt", "register-prosjekt", TEXT, 40, .offset = 0),
    [TIME_KIND] = REGISTER_COLUMN("hva", "register-hva", TEXT, 14, .offset = 0),
    [TIME_WORDS] = REGISTER_COLUMN("tekst", "register-tekst", TEXT, 60, .offset = 0),
    [TIME_FROM] = REGISTER_COLUMN("fra", "register-fra", DATE, 12, .offset = 0),
    [TIME_TO] = REGISTER_COLUMN("til", "register-til", DATE, 12, .offset = 0),
};

enum money_column {
    MONEY_PROJECT,
    MONEY_GRANT,
    MONEY_ALLOCATION,
    MONEY_AMOUNT,
    MONEY_REPORT,
    MONEY_DUE,
    MONEY_RECEIVED,
    MONEY_COLUMNS
};

static const struct register_column money[MONEY_COLUMNS] = {
    [MONEY_PROJECT] = REGISTER_COLUMN("prosjekt", "register-prosjekt", TEXT, 40, .offset = 0),
    [MONEY_GRANT] = REGISTER_COLUMN("tilskudd", "register-tilskudd", PARTIES, 40, .offset = 0),
    [MONEY_ALLOCATION] = REGISTER_COLUMN("tildeling", "register-tildeling", TEXT, 40, .offset = 0),
    [MONEY_AMOUNT] = REGISTER_COLUMN("beløp", "register-beløp", AMOUNT, 16, .offset = 0),
    [MONEY_REPORT] = REGISTER_COLUMN("rapport", "register-rapport", TEXT, 16, .offset = 0),
    [MONEY_DUE] = REGISTER_COLUMN("rapporteres", "register-rapporteres", DATE, 13, .offset = 0),
    [MONEY_RECEIVED] = REGISTER_COLUMN("mottatt", "register-mottatt", DATE, 13, .offset = 0),
};

static const struct projects *projects_of(const struct register_view *view) {
    return (const struct projects *)(const void *)view->registry;
}

static struct text words_of(const struct register_view *view, const char *key) {
    return label(view->context->labels, text_from(key));
}

// --- when ---

static void add_time(const struct register_view *view, struct register_part *part,
                     const struct project *project, const char *kind_key, struct text words,
                     struct date from, struct date to) {
    struct register_cell *cells = register_add_row(view, part);
    cells[TIME_PROJECT] = register_text_cell(project->name.text);
    cells[TIME_KIND] = register_text_cell(words_of(view, kind_key));
    cells[TIME_WORDS] = register_text_cell(words);
    cells[TIME_FROM] = register_date_cell(view, from);
    cells[TIME_TO] = register_date_cell(view, to);
}

static void add_points(const struct register_view *view, struct register_part *part,
                       const struct project *project, const char *kind_key,
                       const struct project_points *points) {
    for (size_t i = 0; i < points->count; i++)
        add_time(view, part, project, kind_key, points->items[i].text.text,
                 points->items[i].date.date, points->items[i].date.date);
}

static void show_times(struct register_view *view) {
    const struct projects *projects = projects_of(view);
    size_t rows = 0;
    for (size_t i = 0; i < projects->projects.count; i++) {
        const struct project *project = &projects->projects.items[i];
        rows += project->phases.count + project->milestones.count + project->stops.count;
    }
    const struct register_picture *picture = projects_gantt(view->context, projects);
    if (rows == 0 && picture == NULL)
        return;
    struct register_part *part = register_add_part(view, words_of(view, "register-tidslinje"),
                                                   TEXT("tidslinje"), times, TIME_COLUMNS, rows);
    part->picture = picture;
    for (size_t i = 0; i < projects->projects.count; i++) {
        const struct project *project = &projects->projects.items[i];
        for (size_t j = 0; j < project->phases.count; j++) {
            const struct project_phase *phase = &project->phases.items[j];
            add_time(view, part, project, "register-fase", phase->name.text, phase->from.date,
                     phase->to.date);
        }
        add_points(view, part, project, "register-milepæl", &project->milestones);
        add_points(view, part, project, "register-stoppunkt", &project->stops);
    }
}

// --- money ---

static const char *report_key(const struct register_view *view,
                              const struct allocation *allocation) {
    if (allocation->report.received.date.year > 0)
        return "register-rapport-mottatt";
    if (allocation_report_is_overdue(allocation, view->context->repository->today))
        return "register-rapport-forfalt";
    return allocation->report_due.date.year > 0 ? "register-rapport-ventes"
                                                : "register-rapport-ingen";
}

static void add_money(const struct register_view *view, struct register_part *part,
                      const struct project *project, const struct project_funding *funding) {
    const struct view_context *context = view->context;
    const struct grant *grant = repository_grant(context->repository, funding->grant.text);
    const struct allocation *allocation =
        grant == NULL ? NULL : index_find(&grant->allocation_ids, funding->allocation.text);
    if (allocation == NULL)
        return; // an error says so
    struct text url = text_concat(context->arena, TEXT("tilskudd:"), funding->grant.text);
    struct register_cell *cells = register_add_row(view, part);
    cells[MONEY_PROJECT] = register_text_cell(project->name.text);
    cells[MONEY_GRANT] = register_link_cell(
        view, grant->title.text, view_link_address(&context->links, url, context->arena));
    cells[MONEY_ALLOCATION] = register_text_cell(allocation->name.text);
    cells[MONEY_AMOUNT] = register_amount_cell(view, allocation_current(allocation));
    cells[MONEY_REPORT] = register_text_cell(words_of(view, report_key(view, allocation)));
    cells[MONEY_DUE] = register_date_cell(view, allocation->report_due.date);
    cells[MONEY_RECEIVED] = register_date_cell(view, allocation->report.received.date);
}

static void show_money(struct register_view *view) {
    const struct projects *projects = projects_of(view);
    size_t rows = 0;
    for (size_t i = 0; i < projects->projects.count; i++)
        rows += projects->projects.items[i].funding.count;
    if (rows == 0)
        return;
    struct register_part *part = register_add_part(view, words_of(view, "register-tilskudd-til"),
                                                   TEXT("tilskudd"), money, MONEY_COLUMNS, rows);
    for (size_t i = 0; i < projects->projects.count; i++)
        for (size_t j = 0; j < projects->projects.items[i].funding.count; j++)
            add_money(view, part, &projects->projects.items[i],
                      &projects->projects.items[i].funding.items[j]);
}

// --- texts ---

static void show_texts(struct register_view *view, const struct project *project) {
    if (prose_is_empty(&project->mandate) && prose_is_empty(&project->spread) &&
        prose_is_empty(&project->remark))
        return;
    struct register_part *part =
        register_add_part(view, project->name.text, project->id.text, NULL, 0, 0);
    register_add_note(view, part, "register-mandat", &project->mandate);
    register_add_note(view, part, "register-bredding", &project->spread);
    register_add_note(view, part, "register-merknad", &project->remark);
}

void register_show_projects(struct register_view *view) {
    const struct projects *projects = projects_of(view);
    struct register_part *part =
        register_add_part(view, TEXT(""), TEXT("prosjekter"), overview,
                          sizeof overview / sizeof *overview, projects->projects.count);
    for (size_t i = 0; i < projects->projects.count; i++)
        register_add_record(view, part, &projects->projects.items[i]);
    show_times(view);
    show_money(view);
    for (size_t i = 0; i < projects->projects.count; i++)
        show_texts(view, &projects->projects.items[i]);
}
