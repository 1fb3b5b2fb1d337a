// SPDX-License-Identifier: MIT

#include "model/register/indicators.h"

#include "check/register/parts.h"
#include "check/register/rules.h"
#include "check/tree/references.h"

// They are of one kind, and in order.
static void check_periods(const struct referrer *referrer, const struct indicator *indicator) {
    for (size_t i = 1; i < indicator->values.count; i++)
        check_next_period(referrer, &indicator->values.items[i - 1].period,
                          &indicator->values.items[i].period);
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
