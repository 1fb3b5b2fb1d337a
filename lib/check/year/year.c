// SPDX-License-Identifier: MIT

#include "model/year/year.h"

#include "base/message.h"
#include "check/register/parts.h"
#include "check/tree/references.h"
#include "check/year/rules.h"

static void report_duty(const struct referrer *referrer, struct position at, const char *message) {
    report(referrer->repository->diagnostics, RULE_YEAR_DUTY, referrer->file, at, "%s", message);
}

// One way to say when is enough, and of two nobody knows which is meant.
static void check_ways(const struct referrer *referrer, const struct duty *duty) {
    const struct position ways[] = {duty->month.at, duty->day.at, duty->week.at};
    bool is_given = false;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (is_given && ways[i].line > 0)
            report(referrer->repository->diagnostics, RULE_CONFLICTING_KEYS, referrer->file,
                   ways[i], "%s", _("'måned', 'dato' and 'uke' exclude each other; keep one"));
        is_given = is_given || ways[i].line > 0;
    }
    if (duty->week.at.line > 0 && duty->every.at.line > 0 && duty->every.index > EVERY_YEAR)
        report_duty(referrer, duty->every.at,
                    _("a week comes once a year; write 'måned' or 'dato' instead of 'uke'"));
}

// Between its first and its last day there is one on which it is to be done.
static void check_happens(const struct referrer *referrer, const struct duty *duty) {
    struct date from = duty->from.date, to = duty->to.date;
    struct due_day days[MOST_DUE_DAYS];
    size_t count = 0;
    if (from.year == 0 || to.year == 0 || !duty_has_day(duty) || date_compare(from, to) > 0)
        return;
    for (int year = from.year - 1; year <= to.year + 1 && count == 0; year++)
        count = duty_days(duty, year, days);
    if (count == 0)
        report_duty(referrer, duty->to.at,
                    _("there is no day between 'fra' and 'til' on which this is to be done"));
}

static void check_preparations(const struct referrer *referrer, const struct duty *duty) {
    for (size_t i = 0; i < duty->preparations.count; i++) {
        const struct preparation *preparation = &duty->preparations.items[i];
        check_parties(referrer, &preparation->who);
        check_register_words(referrer, &preparation->name, 1);
        if (preparation->days_before.value > MOST_DAYS_BEFORE)
            report_duty(referrer, preparation->days_before.at,
                        _("this is more than a year before; at most 365 days"));
        else if (!duty_has_day(duty))
            report_duty(referrer, preparation->days_before.at,
                        _("the duty has no day to count from; add 'måned', 'dato' or 'uke'"));
    }
}

static void check_duty(const struct referrer *referrer, const struct duty *duty) {
    check_parties(referrer, &duty->who);
    check_actions(referrer, &duty->actions);
    check_cases(referrer, &duty->cases);
    check_time(referrer, (struct register_time){duty->from, duty->to});
    check_ways(referrer, duty);
    check_happens(referrer, duty);
    check_preparations(referrer, duty);
    check_register_words(referrer, &duty->name, 1);
    check_register_texts(referrer, (const struct prose *[]){&duty->remark}, 1);
}

static void check_meeting_plans(const struct referrer *referrer, const struct year_wheel *wheel) {
    struct index bodies;
    index_init(&bodies, referrer->repository->arena);
    for (size_t i = 0; i < wheel->meeting_plans.count; i++) {
        struct scalar committee = wheel->meeting_plans.items[i].committee;
        check_register_body(referrer, committee);
        check_register_id(referrer, &bodies, committee);
    }
}

void check_year(const struct repository *repository) {
    const struct year_wheel *wheel = repository->year;
    if (wheel == NULL || wheel->registry.source->broken)
        return;
    const struct referrer referrer = {.repository = repository,
                                      .file = wheel->registry.source->path,
                                      .committee = wheel->registry.owner.text};
    struct index ids;
    index_init(&ids, repository->arena);
    check_register_body(&referrer, wheel->registry.owner);
    check_register_texts(&referrer, (const struct prose *[]){&wheel->registry.remark}, 1);
    check_meeting_plans(&referrer, wheel);
    for (size_t i = 0; i < wheel->duties.count; i++) {
        check_register_id(&referrer, &ids, wheel->duties.items[i].id);
        check_duty(&referrer, &wheel->duties.items[i]);
    }
}
