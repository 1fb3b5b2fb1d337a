// SPDX-License-Identifier: MIT

#include "model/meeting/casenumber.h"

#include "base/message.h"

bool case_number_parse(struct text text, struct case_number *number) {
    size_t slash = text_find(text, '/');
    size_t start = slash;
    int year;
    while (start > 0 && text.data[start - 1] != '-')
        start--;
    if (slash == text.size || text.size != slash + 3 || slash - start > 4 || start == 1 ||
        !text_to_number(text_slice(text, start, slash), &number->number) || number->number == 0 ||
        !text_to_number(text_slice(text, slash + 1, text.size), &year))
        return false;
    number->committee = start == 0 ? TEXT("") : text_slice(text, 0, start - 1);
    number->year = 2000 + year;
    return true;
}

struct text case_number_in_full(struct text number, struct text committee, struct arena *arena) {
    struct case_number parts;
    bool full = case_number_parse(number, &parts) && parts.committee.size > 0;
    return full ? number : text_format(arena, "%.*s-%.*s", TEXT_ARGS(committee), TEXT_ARGS(number));
}

static void read_case_number(struct binding *binding, struct scalar scalar, void *into) {
    struct case_number number;
    *(struct scalar *)into = scalar;
    if (!case_number_parse(scalar.text, &number) || number.committee.size > 0)
        bind_report(binding, RULE_WRONG_CASE_NUMBER, scalar.at,
                    _("'%.*s' is not a case number; write number/year, like 41/24"),
                    TEXT_ARGS(scalar.text));
}

const struct form case_number_form = {
    .read = read_case_number,
    .how = N_("write number/year, like 41/24"),
    .pattern = CASE_NUMBER_PATTERN,
    .example = "41/24",
};

const struct form case_reference_form = {
    .how = N_("write number/year, like 41/24; of another committee PSU-5/24"),
    .pattern = "(?:[^/\\n]+-)?" CASE_NUMBER_PATTERN,
    .example = "42/24",
};
