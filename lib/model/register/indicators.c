// SPDX-License-Identifier: MIT

#include "model/register/indicators.h"

#include "base/message.h"
#include "model/meeting/casenumber.h"
#include "model/organisation/organisation.h"
#include "model/register/references.h"

#include <stddef.h>

static const char *const kind[] = {"indikatorer", NULL};

const char *const better_names[] = {
    [BETTER_HIGHER] = "høyere",
    [BETTER_LOWER] = "lavere",
    [BETTER_COUNT] = NULL,
};

#define AT(member) .offset = offsetof(struct measurement, member)
static const struct field point_fields[] = {
    FIELD("periode", SPECIAL, REQUIRED, AT(period), N_("the period"),
          .form = &reporting_period_form),
    FIELD("verdi", SPECIAL, REQUIRED, AT(value), N_("the number"), .form = &measure_form),
};
static const struct shape point_shape = SHAPE(struct measurement, point_fields);

static const struct field value_fields[] = {
    FIELD("periode", SPECIAL, REQUIRED, AT(period), N_("the period"),
          .form = &reporting_period_form),
    FIELD("verdi", SPECIAL, OPTIONAL, AT(value),
          N_("the number; without one the period is shown as missing"), .form = &measure_form),
    FIELD("merknad", TEXT, OPTIONAL, AT(remark), N_("a remark on this number")),
};
#undef AT
static const struct shape value_shape = SHAPE(struct measurement, value_fields);

#define AT(member) .offset = offsetof(struct indicator, member)
static const struct field indicator_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id),
          N_("a short name of the indicator; no other indicator of the register has it"),
          .example = "dag-null"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("what is measured"),
          .example = "Utskrevet på dag null"),
    FIELD("enhet", TEXT, REQUIRED, AT(unit), N_("the unit of its numbers"), .example = "prosent"),
    FIELD("kilde", TEXT, REQUIRED, AT(source_of), N_("where the numbers come from")),
    FIELD("eier", ID, OPTIONAL, AT(owner), N_("the body that has defined the indicator"),
          .example = "analysegruppa"),
    FIELD("bedre", CHOICE, OPTIONAL, AT(better), N_("which way is better: higher or lower"),
          .choices = better_names),
    FIELD("nullpunkt", RECORD, OPTIONAL, AT(baseline), N_("where it stood at the beginning"),
          .shape = &point_shape),
    FIELD("mål", RECORD, OPTIONAL, AT(target), N_("where it is to be"), .shape = &point_shape),
    FIELD("verdier", RECORDS, REQUIRED, AT(values), N_("what was measured, period by period"),
          .shape = &value_shape),
    FIELD("tiltak", IDS, OPTIONAL, AT(actions), N_("the actions of the plan that it is about"),
          .form = &action_reference_form),
    FIELD("saker", IDS, OPTIONAL, AT(cases), N_("the cases in which it was shown"),
          .form = &case_reference_form),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark, in Markdown")),
};
#undef AT
static const struct shape indicator_shape = SHAPE(struct indicator, indicator_fields);

static const struct field indicators_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    REGISTRY_FIELDS(struct indicators),
    FIELD("indikatorer", RECORDS, REQUIRED, .offset = offsetof(struct indicators, indicators),
          N_("the indicators"), .shape = &indicator_shape),
};
const struct shape indicators_shape = SHAPE(struct indicators, indicators_fields);

size_t indicator_periods(const struct indicator *indicator) {
    size_t count = indicator->values.count;
    if (count == 0)
        return 0;
    int first = reporting_period_place(&indicator->values.items[0].period);
    int last = reporting_period_place(&indicator->values.items[count - 1].period);
    return (size_t)last - (size_t)first + 1;
}

const struct measurement *indicator_value(const struct indicator *indicator, size_t index,
                                          struct reporting_period *period) {
    const struct reporting_period *first = &indicator->values.items[0].period;
    int place = reporting_period_place(first) + (int)index;
    size_t from = 0, to = indicator->values.count;
    *period = reporting_period_at(first->kind, place);
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (reporting_period_place(&indicator->values.items[middle].period) < place)
            from = middle + 1;
        else
            to = middle;
    }
    bool is_there = from < indicator->values.count &&
                    reporting_period_place(&indicator->values.items[from].period) == place;
    return is_there ? &indicator->values.items[from] : NULL;
}

static bool has_value(const struct indicator *indicator) {
    for (size_t i = 0; i < indicator->values.count; i++)
        if (indicator->values.items[i].value.at.line > 0)
            return true;
    return false;
}

bool indicators_have_values(const struct registry *registry) {
    const struct indicators *indicators = (const struct indicators *)(const void *)registry;
    for (size_t i = 0; i < indicators->indicators.count; i++)
        if (has_value(&indicators->indicators.items[i]))
            return true;
    return false;
}
