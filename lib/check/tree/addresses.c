// SPDX-License-Identifier: MIT

#include "check/tree/addresses.h"

#include "base/message.h"
#include "model/plan/numbers.h"
#include "model/tree/plans.h"

struct addresses {
    const struct repository *repository;
    struct index folders; // names of today's meetings
    struct index former;  // "2024-10-29-asu", "grant-2024", "tiltak 2.1.1" → its file's name
};

// `key` tells it from all others; `is_taken`: something has it today.
static void check_former(struct addresses *addresses, const struct source *source,
                         struct scalar written, struct text key, bool is_taken) {
    struct diagnostics *diagnostics = addresses->repository->diagnostics;
    if (is_taken)
        report(diagnostics, RULE_ADDRESS_TAKEN, source->path, written.at,
               _("'%.*s' is the address of something else today; a former one must be free"),
               TEXT_ARGS(written.text));
    else if (index_add(&addresses->former, key, source) != NULL)
        report(diagnostics, RULE_ADDRESS_TAKEN, source->path, written.at,
               _("'%.*s' is given as a former address twice; it can only lead to one place"),
               TEXT_ARGS(written.text));
}

// "2024-10-29-asu".
static bool is_folder_of_a_meeting(struct text name) {
    enum { DAY = 10 };
    struct date date;
    return name.size > DAY + 1 && date_parse(text_slice(name, 0, DAY), &date) &&
           name.data[DAY] == '-' && text_find(name, '/') == name.size;
}

static void check_meeting_names(struct addresses *addresses, const struct meeting *meeting) {
    const struct repository *repository = addresses->repository;
    for (size_t i = 0; i < meeting->moved_from.count; i++) {
        const struct scalar *name = &meeting->moved_from.items[i];
        if (is_folder_of_a_meeting(name->text))
            check_former(addresses, meeting->source, *name, name->text,
                         index_find(&addresses->folders, name->text) != NULL);
        else
            report(repository->diagnostics, RULE_ADDRESS_TAKEN, meeting->source->path, name->at,
                   _("'%.*s' is not the name of a meeting's folder; write it like %s"),
                   TEXT_ARGS(name->text), "2024-10-29-asu");
    }
}

static void check_grant_ids(struct addresses *addresses, const struct grant *grant) {
    const struct repository *repository = addresses->repository;
    for (size_t i = 0; i < grant->moved_from.count; i++) {
        const struct scalar *id = &grant->moved_from.items[i];
        if (text_find(id->text, '/') == id->text.size)
            check_former(addresses, grant->source, *id,
                         text_concat(repository->arena, TEXT("grant-"), id->text),
                         index_find(&repository->grant_ids, id->text) != NULL);
        else
            report(repository->diagnostics, RULE_ADDRESS_TAKEN, grant->source->path, id->at,
                   _("'%.*s' is not the id of a grant; write it like %s"), TEXT_ARGS(id->text),
                   "2024");
    }
}

// The plan in which it had the number has a file of its own, which has the number still.
static void check_number_elsewhere(struct addresses *addresses, const struct plan *plan,
                                   const struct former_number *former, const char *kind) {
    const struct repository *repository = addresses->repository;
    const struct plan *other = repository_plan_of_id(repository, former->plan.text);
    bool is_goal = text_is(text_from(kind), "mål");
    const struct date any = {0, 0, 0};
    if (other->source->broken || (is_goal ? plan_goal(other, former->number.text, any) != NULL
                                          : plan_action(other, former->number.text, any) != NULL))
        return;
    report(repository->diagnostics, is_goal ? RULE_UNKNOWN_GOAL : RULE_UNKNOWN_ACTION,
           plan->source->path, former->number.at, _("the plan '%.*s' has no %s %.*s"),
           TEXT_ARGS(former->plan.text), is_goal ? _("goal") : _("action"),
           TEXT_ARGS(former->number.text));
}

static void check_numbers(struct addresses *addresses, const struct plan *plan,
                          const struct former_numbers *former, const struct index *today,
                          const char *kind) {
    for (size_t i = 0; i < former->count; i++) {
        const struct scalar *number = &former->items[i].number;
        bool is_taken = index_find(today, number->text) != NULL;
        struct text key = text_format(addresses->repository->arena, "%.*s %s %.*s",
                                      TEXT_ARGS(plan->source->path), kind, TEXT_ARGS(number->text));
        if (number->text.size == 0)
            continue;
        if (former->items[i].is_elsewhere) {
            check_number_elsewhere(addresses, plan, &former->items[i], kind);
            continue;
        }
        if (is_taken && former->items[i].until.at.line == 0)
            report(addresses->repository->diagnostics, RULE_ADDRESS_TAKEN, plan->source->path,
                   number->at,
                   _("'%.*s' is the number of something else today; write its last day here as "
                     "'til'"),
                   TEXT_ARGS(number->text));
        else
            check_former(addresses, plan->source, *number, key, false);
    }
}

static void check_plan_numbers_before(struct addresses *addresses, const struct plan *plan) {
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct goal *goal = &plan->areas.items[i].goals.items[j];
            check_numbers(addresses, plan, &goal->former, &plan->goals, "mål");
            for (size_t k = 0; k < goal->actions.count; k++)
                check_numbers(addresses, plan, &goal->actions.items[k].former, &plan->actions,
                              "tiltak");
        }
}

void check_addresses(const struct repository *repository) {
    struct addresses addresses = {
        .repository = repository,
        .folders = repository_folder_names(repository),
    };
    index_init(&addresses.former, repository->arena);
    for (size_t i = 0; i < repository->plans.count; i++)
        check_plan_numbers_before(&addresses, repository->plans.items[i]);
    for (size_t i = 0; i < repository->grants.count; i++)
        check_grant_ids(&addresses, repository->grants.items[i].grant);
    for (size_t i = 0; i < repository->meetings.count; i++)
        check_meeting_names(&addresses, repository->meetings.items[i]);
}
