// SPDX-License-Identifier: MIT

#include "model/organisation/organisationnumber.h"

#include "base/message.h"

enum { DIGITS = 9 };

static bool read_digits(struct text text, char *digits) {
    size_t count = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t character = text_next_code_point(text, &at);
        if (character == ' ' || character == 0xA0)
            continue;
        if (character < '0' || character > '9' || count == DIGITS)
            return false;
        digits[count++] = (char)character;
    }
    return count == DIGITS && digits[0] != '0';
}

// Modulo 11.
static bool check_digit_is_right(const char *digits) {
    static const int weights[DIGITS] = {3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (int i = 0; i < DIGITS; i++)
        sum += weights[i] * (digits[i] - '0');
    return sum % 11 == 0;
}

static void read_organisation_number(struct binding *binding, struct scalar scalar, void *into) {
    char *digits = arena_alloc(binding->arena, DIGITS + 1);
    *(struct scalar *)into = (struct scalar){{digits, DIGITS}, scalar.at};
    if (!read_digits(scalar.text, digits) || !check_digit_is_right(digits))
        bind_report(binding, RULE_WRONG_ORGANISATION_NUMBER, scalar.at,
                    _("'%.*s' is not the number of an organisation; look its nine digits up in "
                      "Brønnøysund"),
                    TEXT_ARGS(scalar.text));
}

const struct form organisation_number_form = {
    .read = read_organisation_number,
    .how = N_("write the nine digits of the organisation"),
    .pattern = "[0-9](?:[ \u00A0]?[0-9]){8}",
    .example = "974 760 673",
    .least_number = 100000000,
    .number = WHOLE_NUMBER,
    .most_number = 999999999,
};
