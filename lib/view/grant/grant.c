// SPDX-License-Identifier: MIT

#include "view/grant/grant.h"

#include "base/amount.h"
#include "model/tree/plans.h"
#include "view/columns.h"
#include "view/grant/alike.h"
#include "view/grant/applications.h"
#include "view/grant/money.h"
#include "view/grant/picture.h"

struct text grant_leader(const struct view_context *context, const struct allocation *allocation) {
    struct text id = allocation->project_leader.text;
    const struct party *leader = organisation_party(context->repository->organisation, id);
    return leader == NULL ? id : leader->name;
}

// Its actions are those of the day on which it was decided, whatever paper shows it.
static struct view_context of_grants_day(const struct view_context *context,
                                         const struct grant *grant) {
    struct view_context then = *context;
    then.plan = NULL;
    then.committee = grant->owner.text;
    then.day = repository_grant_day(context->repository, grant);
    return then;
}

static struct value allocation_value(const struct grant_money *money, size_t index,
                                     struct arena *arena) {
    const struct view_context *context = money->context;
    const struct allocation *allocation = &money->grant->allocations.items[index];
    const struct view_context of_day = of_grants_day(context, money->grant);
    struct date due = allocation->report_due.date;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("nr"), value_number((int64_t)index + 1));
    map_put(&map, TEXT("id"), value_text(allocation->id.text));
    map_put(&map, TEXT("anker"),
            value_text(text_concat(arena, TEXT("tildeling-"), allocation->id.text)));
    map_put(&map, TEXT("navn"), value_text(allocation->name.text));
    view_put_text(&map, VIEW_KEY("fase"), allocation->phase.text);
    map_put(&map, TEXT("beløp"), value_amount(allocation->amount.ore));
    map_put(&map, TEXT("andel"),
            value_text(share_text(arena, allocation->amount.ore, money->grant->frame.ore)));
    view_put_text(&map, VIEW_KEY("prosjektnummer"), allocation->project_number.text);
    view_put_text(&map, VIEW_KEY("ansvarssted"), allocation->cost_centre.text);
    view_put_text(&map, VIEW_KEY("prosjektleder"), grant_leader(context, allocation));
    view_put_actions(&of_day, &map, VIEW_KEY("tiltak"), &allocation->actions, arena);
    view_put_text(&map, VIEW_KEY("rapporteres"), due.year == 0 ? TEXT("") : date_iso(arena, due));
    map_put(&map, TEXT("rapporteres-tekst"), value_text(label_date(context->labels, due, arena)));
    view_put_prose(context, &map, VIEW_KEY("merknad"), &allocation->remark);
    grant_money_put_allocation(money, &map, index, arena);
    return map_end(&map);
}

static struct value allocation_values(const struct grant_money *money, struct arena *arena) {
    size_t count = money->grant->allocations.count;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = allocation_value(money, i, arena);
    return value_list(items, count);
}

// Where nothing has happened in the year of a report yet, the report is on the year of the
// decision.
static int first_year(const struct grant_money *money) {
    const struct grant *grant = money->grant;
    int year =
        grant_decision_year(grant, repository_decision_day(money->context->repository, grant));
    bool untouched = grant->changes.count + money->payments->count == 0;
    return year == 0 && untouched ? money->year : year;
}

static void put_frame(struct map_builder *map, const struct grant *grant, struct arena *arena) {
    map_put(map, TEXT("id"), value_text(grant->id.text));
    map_put(map, TEXT("ramme"), value_amount(grant->frame.ore));
    map_put(map, TEXT("tildelt"), value_amount(grant->allocated));
    map_put(map, TEXT("rest"), value_amount(grant->frame.ore - grant->allocated));
    map_put(map, TEXT("over-ramme"), value_truth(grant->allocated > grant->frame.ore));
    map_put(map, TEXT("sum-andel"),
            value_text(share_text(arena, grant->allocated, grant->frame.ore)));
}

struct value grant_value(const struct view_context *context, const struct grant *grant,
                         const struct payments *payments, int year, struct arena *arena) {
    static const struct text columns[] = {TEXT_OF("fase"),        TEXT_OF("prosjektnummer"),
                                          TEXT_OF("ansvarssted"), TEXT_OF("prosjektleder"),
                                          TEXT_OF("tiltak"),      TEXT_OF("rapporteres"),
                                          TEXT_OF("merknad"),     TEXT_OF("")};
    const struct known_case *in_case =
        repository_case(context->repository, grant->owner.text, grant->decided_by.text);
    bool decided = grant->decided_by.text.size > 0 &&
                   !standing_is_lost(repository_standing(context->repository, in_case));
    size_t count = grant->allocations.count;
    struct grant_money *money = arena_alloc(arena, sizeof *money);
    *money = (struct grant_money){
        .context = context,
        .grant = grant,
        .payments = payments,
        .periods = periods_of(payments, count, arena),
        .year = year,
        .budget = budget_lines_of(grant, payments, context->repository->today, arena),
    };
    if (payments != NULL)
        money->years = grant_years_of(grant, payments, first_year(money), arena);
    struct map_builder map = map_begin(arena);
    view_put_head(context, &map, "tilskudd", grant->title.text, grant->source->path);
    put_frame(&map, grant, arena);
    map_put(&map, TEXT("vedtatt"),
            decided ? view_case_reference(context, grant->decided_by.text, arena)
                    : (struct value){.kind = VALUE_NONE});
    map_put(&map, TEXT("har-vedtatt"), value_truth(decided));
    view_put_prose(context, &map, VIEW_KEY("merknad"), &grant->remark);
    grant_money_put_grant(money, &map, arena);
    grant_put_budget(money, &map, arena);
    grant_put_frame_account(money, &map, arena);
    struct value allocations = allocation_values(money, arena);
    map_put(&map, TEXT("tildelinger"), allocations);
    view_put_shown(&map, allocations, columns, arena);
    grant_put_applications(context, grant, &map, arena);
    grant_put_picture(money, &map, arena);
    struct value value = map_end(&map);
    return grant_amounts_alike(&value, arena);
}
