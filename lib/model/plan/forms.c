// SPDX-License-Identifier: MIT
// How the numbers, percentages and ids of a plan are written.

#include "model/plan/plan.h"

#include "base/ascii.h"
#include "base/message.h"

bool progress_parse(struct text text, int *percent) {
    if (!text_ends_with(text, TEXT("%")))
        return false;
    struct text number = text_trim(text_slice(text, 0, text.size - 1));
    if (text_ends_with(number, TEXT("\u00A0")))
        number = text_slice(number, 0, number.size - 2);
    return text_to_number(number, percent) && *percent <= 100;
}

static void read_progress(struct binding *binding, struct scalar scalar, void *into) {
    int percent;
    *(struct scalar *)into = scalar;
    if (!progress_parse(scalar.text, &percent))
        bind_report(binding, RULE_WRONG_NUMBER, scalar.at,
                    _("'%.*s' is not a percentage; write it like 60 %%"), TEXT_ARGS(scalar.text));
}

bool plan_number_is_good(struct text number) {
    bool good = number.size > 0, digit = false;
    for (size_t at = 0; at < number.size && good; at++) {
        char byte = number.data[at];
        bool letter = byte >= 'A' && byte <= 'Z' && at + 1 == number.size;
        good = ascii_is_digit(byte) || (digit && (byte == '.' || letter));
        digit = ascii_is_digit(byte);
    }
    return good && !text_ends_with(number, TEXT("."));
}

static void read_outline_number(struct binding *binding, struct scalar scalar, void *into) {
    *(struct scalar *)into = scalar;
    if (!plan_number_is_good(scalar.text))
        bind_report(binding, RULE_WRONG_NUMBER, scalar.at,
                    _("'%.*s' is not a number of the plan; write it like 2.1.3 or 2.1.3A"),
                    TEXT_ARGS(scalar.text));
}

static void read_plan_id(struct binding *binding, struct scalar scalar, void *into) {
    *(struct scalar *)into = scalar;
    for (size_t i = 0; i < scalar.text.size; i++)
        if (scalar.text.data[i] == '/' || scalar.text.data[i] == ' ') {
            bind_report(binding, RULE_WRONG_NUMBER, scalar.at,
                        _("'%.*s' is not the id of a plan; write it without slashes and spaces, "
                          "like 2026"),
                        TEXT_ARGS(scalar.text));
            return;
        }
}

const struct form plan_id_form = {
    .read = read_plan_id,
    .how = N_("write it without slashes and spaces, like 2026"),
    .pattern = "[^/ \\t\\r\\n]+",
    .example = "2026",
    .number = ANY_NUMBER,
    .truth = true,
};

const struct form outline_number_form = {
    .read = read_outline_number,
    .how = N_("write the number like 2.1.3 or 2.1.3A"),
    .pattern = "[0-9]+(?:\\.[0-9]+)*[A-Z]?",
    .example = "2.1.3",
    .number = ANY_NUMBER,
    .most_number = INT32_MAX,
};

const struct form progress_form = {
    .read = read_progress,
    .how = N_("write it like 60 %"),
    .pattern = "(?:0*[0-9]{1,2}|0*100)\u00A0?[ \\t]*%",
    .example = "60 %",
};
