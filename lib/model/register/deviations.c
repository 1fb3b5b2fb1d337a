// SPDX-License-Identifier: MIT

#include "model/register/deviations.h"

#include "base/message.h"
#include "input/yaml/wrong_value.h"
#include "model/meeting/casenumber.h"
#include "model/organisation/organisation.h"

#include <stddef.h>

static const char *const kind[] = {"avvik", NULL};

// The file is in git, which is often public.
static void report_few(struct binding *binding, struct scalar scalar) {
    bind_report(binding, RULE_SMALL_COUNT, scalar.at,
                _("'%.*s' is under five, which can tell who it is about; write <5"),
                TEXT_ARGS(scalar.text));
    struct yaml_extent extent = yaml_extent(binding->yaml);
    if (yaml_is_as_written(binding->yaml))
        report_fix(binding->diagnostics, (struct fix){extent.from, extent.to, TEXT("<5")});
}

static void read_count(struct binding *binding, struct scalar scalar, void *into) {
    struct deviation_count *count = into;
    count->at = scalar.at;
    count->is_few = text_is(scalar.text, "<5");
    if (count->is_few)
        return;
    if (!text_to_number(scalar.text, &count->number)) {
        bool is_few = text_is(scalar.text, "< 5");
        bind_wrong_value(binding, RULE_WRONG_NUMBER, scalar, is_few ? TEXT("<5") : TEXT(""),
                         _("'%.*s' is not a number of deviations; write it like 31, or <5"),
                         TEXT_ARGS(scalar.text));
        count->is_few = true; // nothing is shown of what could not be read
        return;
    }
    count->is_few = count->number < DEVIATIONS_LEAST_SHOWN;
    if (count->is_few)
        report_few(binding, scalar);
}

static const struct form count_form = {
    .read = read_count,
    .how = N_("write a whole number; <5 where it is under five"),
    .pattern = "[0-9]{1,9}|<5",
    .example = "31",
    .number = WHOLE_NUMBER,
    .most_number = 999999999,
};

#define AT(member) .offset = offsetof(struct deviation_type, member)
static const struct field type_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id),
          N_("a short name of the type; no other type of the register has it"),
          .example = "pasient"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the type of deviation"),
          .example = "Pasientrelaterte avvik"),
};
#undef AT
static const struct shape type_shape = SHAPE(struct deviation_type, type_fields);

#define AT(member) .offset = offsetof(struct deviation, member)
static const struct field deviation_fields[] = {
    FIELD("art", ID, REQUIRED, AT(type), N_("the id of the type"), .example = "pasient"),
    FIELD("antall", SPECIAL, REQUIRED, AT(count), N_("how many were reported; <5 for fewer"),
          .form = &count_form),
};
#undef AT
static const struct shape deviation_shape = SHAPE(struct deviation, deviation_fields);

#define AT(member) .offset = offsetof(struct deviation_tertial, member)
static const struct field tertial_fields[] = {
    FIELD("tertial", SPECIAL, REQUIRED, AT(period), N_("the tertial, as '1. tertial 2024'"),
          .form = &reporting_period_form),
    FIELD("avvik", RECORDS, REQUIRED, AT(deviations), N_("how many there were of each type"),
          .shape = &deviation_shape),
    FIELD("saker", IDS, OPTIONAL, AT(cases), N_("the cases in which it was reported"),
          .form = &case_reference_form),
    FIELD("læringspunkter", PROSE, OPTIONAL, AT(lessons),
          N_("what was learnt, in Markdown: no names, and no day together with a place")),
};
#undef AT
static const struct shape tertial_shape = SHAPE(struct deviation_tertial, tertial_fields);

static const struct field deviations_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    REGISTRY_FIELDS(struct deviations),
    FIELD("arter", RECORDS, REQUIRED, .offset = offsetof(struct deviations, types),
          N_("the types of deviations, in the order in which they are shown"),
          .shape = &type_shape),
    FIELD("tertialer", RECORDS, REQUIRED, .offset = offsetof(struct deviations, tertials),
          N_("the tertials, the earliest first"), .shape = &tertial_shape),
};
const struct shape deviations_shape = SHAPE(struct deviations, deviations_fields);

const struct deviation_count *deviation_count_of(const struct deviation_tertial *tertial,
                                                 struct text type) {
    for (size_t i = 0; i < tertial->deviations.count; i++)
        if (text_equal(tertial->deviations.items[i].type.text, type))
            return &tertial->deviations.items[i].count;
    return NULL;
}

enum deviation_sum deviation_sum(const struct deviations *deviations,
                                 const struct deviation_tertial *tertial, int64_t *sum) {
    enum deviation_sum found = SUM_IS_KNOWN;
    *sum = 0;
    for (size_t i = 0; i < deviations->types.count; i++) {
        const struct deviation_count *count =
            deviation_count_of(tertial, deviations->types.items[i].id.text);
        if (count != NULL && count->is_few)
            return SUM_IS_HIDDEN;
        if (count == NULL)
            found = SUM_IS_MISSING;
        else
            *sum += count->number;
    }
    return found;
}
