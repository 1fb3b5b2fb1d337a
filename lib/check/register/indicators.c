// SPDX-License-Identifier: MIT

#include "model/register/indicators.h"

#include "base/message.h"
#include "check/register/parts.h"
#include "check/register/rules.h"
#include "check/tree/references.h"

static const char *fault_of(const struct reporting_period *before,
                            const struct reporting_period *period) {
    if (period->kind != before->kind)
        return _("'%.*s' is another kind of period than the one before");
    int step = reporting_period_place(period) - reporting_period_place(before);
    if (step == 0)
        return _("'%.*s' is here twice");
    if (step < 0)
        return _("'%.*s' is before the period above it");
    return step > INDICATOR_MOST_MISSING + 1
               ? _("'%.*s' is too long after the period above it; is the year right?")
               : NULL;
}

// They are of one kind, and in order.
static void check_periods(const struct referrer *referrer, const struct indicator *indicator) {
    const struct repository *repository = referrer->repository;
    for (size_t i = 1; i < indicator->values.count; i++) {
        const struct reporting_period *before = &indicator->values.items[i - 1].period;
        const struct reporting_period *period = &indicator->values.items[i].period;
        if (before->year == 0 || period->year == 0)
            continue;
        const char *message = fault_of(before, period);
        if (message == NULL)
            continue;
        struct text told = message_about(repository->arena, message,
                                         reporting_period_text(period, repository->arena));
        report(repository->diagnostics, RULE_INDICATOR_PERIOD, referrer->file, period->at, "%.*s",
               TEXT_ARGS(told));
    }
}

void check_indicators(const struct referrer *referrer, const struct registry *registry) {
    const struct indicators *indicators = (const struct indicators *)(const void *)registry;
    struct index ids;
    index_init(&ids, referrer->repository->arena);
    for (size_t i = 0; i < indicators->indicators.count; i++) {
        const struct indicator *indicator = &indicators->indicators.items[i];
        const struct scalar words[] = {indicator->name, indicator->unit, indicator->source_of};
        check_register_id(referrer, &ids, indicator->id);
        check_register_body(referrer, indicator->owner);
        check_actions(referrer, &indicator->actions);
        check_cases(referrer, &indicator->cases);
        check_periods(referrer, indicator);
        check_register_words(referrer, words, sizeof words / sizeof *words);
        for (size_t j = 0; j < indicator->values.count; j++)
            check_register_words(referrer, &indicator->values.items[j].remark, 1);
        check_register_texts(referrer, (const struct prose *[]){&indicator->remark}, 1);
    }
}
