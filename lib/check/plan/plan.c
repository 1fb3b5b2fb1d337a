// SPDX-License-Identifier: MIT

#include "check/plan/rules.h"
#include "check/tree/references.h"

#include "base/message.h"
#include "check/writing/cells.h"

static void report_in_plan(const struct referrer *referrer, enum rule rule, struct position at,
                           const char *message, struct text word) {
    struct text told = message_about(referrer->repository->arena, message, word);
    report(referrer->repository->diagnostics, rule, referrer->file, at, "%.*s", TEXT_ARGS(told));
}

static void check_years(const struct referrer *referrer, const struct plan *plan,
                        const struct action *action) {
    for (size_t i = 0; i < action->years.count; i++) {
        const struct year_mark *mark = &action->years.items[i];
        if (plan->period.from != 0 &&
            (mark->year < plan->period.from || mark->year > plan->period.to))
            report(referrer->repository->diagnostics, RULE_YEAR_OUTSIDE_PERIOD, referrer->file,
                   mark->at, _("the year %d is outside the plan's period %d–%d"), mark->year,
                   plan->period.from, plan->period.to);
    }
}

// Among the first of a list: no organisation has more owners, and the time stays linear.
static bool is_among(const struct scalar_list *list, size_t count, struct text id) {
    enum { MOST_OWNERS = 64 };
    for (size_t i = 0; i < count && i < MOST_OWNERS; i++)
        if (text_equal(list->items[i].text, id))
            return true;
    return false;
}

static void check_twice(const struct referrer *referrer, const struct action *action) {
    const struct scalar_list *owners = &action->owners, *support = &action->support;
    for (size_t i = 0; i < owners->count; i++)
        if (is_among(owners, i, owners->items[i].text))
            report_in_plan(referrer, RULE_OWNER_TWICE, owners->items[i].at,
                           _("'%.*s' is named as owner twice"), owners->items[i].text);
    for (size_t i = 0; i < support->count; i++)
        if (is_among(support, i, support->items[i].text))
            report_in_plan(referrer, RULE_OWNER_TWICE, support->items[i].at,
                           _("'%.*s' is named as support twice"), support->items[i].text);
        else if (is_among(owners, owners->count, support->items[i].text))
            report_in_plan(referrer, RULE_OWNER_TWICE, support->items[i].at,
                           _("'%.*s' is named as owner and as support"), support->items[i].text);
}

// Where no action has an owner the plan has none: it says elsewhere who does what.
static void check_owners(const struct referrer *referrer, const struct plan *plan,
                         const struct action *action) {
    const struct scalar_list *owners = &action->owners;
    check_parties(referrer, owners);
    check_parties(referrer, &action->support);
    check_twice(referrer, action);
    if (owners->count == 0 && plan->has_owners)
        report_in_plan(referrer, RULE_NO_OWNER, action->number.at,
                       _("action %.*s has no owner; add 'ansvar'"), action->number.text);
}

// What the original has must be there only: two copies would come to differ.
static void check_copy(const struct referrer *referrer, const struct action *action) {
    const struct {
        const char *key;
        struct position at;
    } own[] = {
        {"kort", action->title.at},     {"tiltak", action->text.at}, {"ansvar", action->owners.at},
        {"støtte", action->support.at}, {"år", action->years.at},
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i].at.line > 0)
            report(referrer->repository->diagnostics, RULE_COPY_WITH_OWN_DATA, referrer->file,
                   own[i].at,
                   _("action %.*s is the same as %.*s; '%s' is given there, delete it here"),
                   TEXT_ARGS(action->number.text), TEXT_ARGS(action->same_as.text), own[i].key);
}

static void check_not_itself(const struct referrer *referrer, const struct action *action,
                             const struct scalar_list *numbers) {
    for (size_t i = 0; i < numbers->count; i++)
        if (text_equal(numbers->items[i].text, action->number.text))
            report_in_plan(referrer, RULE_CIRCULAR_REFERENCE, numbers->items[i].at,
                           _("action %.*s refers to itself"), action->number.text);
}

static void check_one_action(const struct referrer *in_plan, const struct plan *plan,
                             const struct action *action) {
    struct referrer own = *in_plan;
    const struct referrer *referrer = &own;
    own.scheme = TEXT("tiltak");
    own.self = action->number.text;
    check_actions(referrer, &action->see);
    check_actions(referrer, &action->depends_on);
    check_action(referrer, action->same_as);
    check_not_itself(referrer, action, &action->see);
    check_deciding_cases(referrer, &action->decided_by);
    check_years(referrer, plan, action);
    organisation_resolve(referrer->repository->organisation, action->deadline.committee, true,
                         referrer->file, referrer->repository->diagnostics);
    check_prose(referrer, &action->text);
    check_prose(referrer, &action->remark);
    check_prose(referrer, &action->comment);
    if (action->same_as.text.size > 0) {
        check_copy(referrer, action);
        return;
    }
    if (action->number.text.size == 0)
        return; // is missing, and reported
    check_owners(referrer, plan, action);
    if (action->text.at.line == 0)
        report_in_plan(referrer, RULE_MISSING_KEY, action->number.at,
                       _("action %.*s has no text; add 'tiltak' or 'samme-som'"),
                       action->number.text);
}

// Years in the title that are not those of the plan.
static void check_title(const struct referrer *referrer, const struct plan *plan) {
    struct text title = plan->title.text;
    for (size_t at = 0; at + 4 <= title.size; at++) {
        int year;
        if (!text_to_number(text_slice(title, at, at + 4), &year) || year < 1900 || year > 2200)
            continue;
        if (year != plan->period.from && year != plan->period.to)
            report(referrer->repository->diagnostics, RULE_TITLE_PERIOD, referrer->file,
                   plan->title.at, _("the title names %d, while the plan runs %d–%d"), year,
                   plan->period.from, plan->period.to);
        at += 3;
    }
}

// The workbook shows these together; the remark of a goal beside its first action.
static void check_action_cell(const struct referrer *referrer, const struct goal *goal,
                              size_t index) {
    const struct action *action = &goal->actions.items[index];
    const struct prose title = {.source = action->title.text, .at = action->title.at};
    const struct prose *const texts[] = {&action->text, &action->remark, &action->comment, &title,
                                         &goal->remark};
    check_cell_of_prose(referrer->repository, referrer->file, texts, index == 0 ? 5 : 4);
}

static void check_goal_texts(const struct referrer *referrer, const struct plan *plan,
                             const struct goal *goal) {
    struct referrer own = *referrer;
    own.scheme = TEXT("mål");
    own.self = goal->number.text;
    check_deciding_cases(referrer, &goal->decided_by);
    check_prose(&own, &goal->text);
    check_prose(&own, &goal->remark);
    check_cell_of_prose(own.repository, own.file, (const struct prose *[]){&goal->text}, 1);
    for (size_t i = 0; i < goal->actions.count; i++)
        check_one_action(referrer, plan, &goal->actions.items[i]);
    for (size_t i = 0; i < goal->actions.count; i++)
        check_action_cell(referrer, goal, i);
}

// The names of the levels: four at most, each another, and enough for those that the plan uses.
static void check_levels(const struct referrer *referrer, const struct plan *plan) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    size_t count = plan->levels.count, depth = plan_depth(plan);
    for (size_t i = 0; i < count; i++) {
        struct scalar name = plan->levels.items[i].name;
        if (i == MOST_LEVELS)
            report_in_plan(referrer, RULE_WRONG_LEVEL, name.at,
                           _("a plan has at most four levels; '%.*s' is one too many"), name.text);
        for (size_t j = 0; j < i && i < MOST_LEVELS; j++)
            if (name.text.size > 0 && text_equal(plan->levels.items[j].name.text, name.text))
                report_in_plan(referrer, RULE_WRONG_LEVEL, name.at,
                               _("two levels are called '%.*s'"), name.text);
    }
    if (count > 0 && count < depth)
        report(diagnostics, RULE_WRONG_LEVEL, referrer->file, plan->levels.items[0].name.at,
               _("the plan has %zu levels, and 'nivåer' names %zu"), depth, count);
}

// The plan's own words for how actions stand: not too many, and each of them once.
static void check_statuses(const struct referrer *referrer, const struct plan *plan) {
    struct arena *arena = referrer->repository->arena;
    struct index words;
    index_init(&words, arena);
    for (size_t i = 0; i < plan->statuses.count; i++) {
        const struct own_status *own = &plan->statuses.items[i];
        struct text name = text_lower(arena, own->name.text);
        struct text name_nn = text_lower(arena, own->name_nn.text);
        if (i == MOST_OWN_STATUSES)
            report_in_plan(referrer, RULE_OWN_STATUS, own->name.at,
                           _("a plan has at most 16 words for statuses; '%.*s' is one too many"),
                           own->name.text);
        if (name.size > 0 && index_add(&words, name, own) != NULL)
            report_in_plan(referrer, RULE_OWN_STATUS, own->name.at,
                           _("two statuses are called '%.*s'"), own->name.text);
        if (name_nn.size > 0 && !text_equal(name_nn, name) &&
            index_add(&words, name_nn, own) != NULL)
            report_in_plan(referrer, RULE_OWN_STATUS, own->name_nn.at,
                           _("two statuses are called '%.*s'"), own->name_nn.text);
    }
}

void check_plan(const struct repository *repository, const struct plan *plan) {
    const struct referrer referrer = {
        .repository = repository, .file = plan->source->path, .committee = plan->owner.text};
    if (plan->source->broken)
        return;
    organisation_resolve(repository->organisation, plan->owner, true, referrer.file,
                         repository->diagnostics);
    check_levels(&referrer, plan);
    check_statuses(&referrer, plan);
    if (plan->period.from != 0)
        check_title(&referrer, plan);
    for (size_t i = 0; i < plan->areas.count; i++) {
        check_prose(&referrer, &plan->areas.items[i].remark);
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++)
            check_goal_texts(&referrer, plan, &plan->areas.items[i].goals.items[j]);
    }
    check_plan_cycles(repository, plan);
}
