// SPDX-License-Identifier: MIT

#include "model/meeting/casenumber.h"

#include "base/message.h"
#include "input/yaml/wrong_value.h"

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

// "2/26" for "2-26", "02/26", "2/2026", "sak 2/26"; empty where nobody can be sure.
static struct text case_number_meant(struct arena *arena, struct text text) {
    struct text rest = text_trim(text);
    if (text_starts_with(text_lower(arena, rest), TEXT("sak ")))
        rest = text_trim(text_slice(rest, sizeof "sak", rest.size));
    size_t cut = 0;
    while (text_digit_at(rest, cut))
        cut++;
    struct text year = text_slice(rest, cut + (cut < rest.size), rest.size);
    int number, whole_year;
    bool separated = cut < rest.size && (rest.data[cut] == '/' || rest.data[cut] == '-');
    if (!separated || cut > 4 || !text_to_number(text_slice(rest, 0, cut), &number) ||
        number == 0 || !text_to_number(year, &whole_year) ||
        !(year.size == 2 || (year.size == 4 && whole_year / 100 == 20)))
        return TEXT("");
    return text_format(arena, "%d/%02d", number, whole_year % 100);
}

static void read_case_number(struct binding *binding, struct scalar scalar, void *into) {
    struct case_number number;
    *(struct scalar *)into = scalar;
    if (case_number_parse(scalar.text, &number) && number.committee.size == 0)
        return;
    struct text example = example_case(&binding->sources->examples, binding->arena);
    bind_wrong_value(binding, RULE_WRONG_CASE_NUMBER, scalar,
                     case_number_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a case number; write number/year, like %.*s"),
                     TEXT_ARGS(scalar.text), TEXT_ARGS(example));
}

const struct form case_number_form = {
    .read = read_case_number,
    .how = N_("write number/year, like 41/24"),
    .pattern = CASE_NUMBER_PATTERN,
    .example = "41/24",
};

const struct form case_reference_form = {
    .scheme = "sak",
    .how = N_("write number/year, like 41/24; of another committee PSU-5/24"),
    .pattern = "(?:[^/\\n]+-)?" CASE_NUMBER_PATTERN,
    .example = "42/24",
};
