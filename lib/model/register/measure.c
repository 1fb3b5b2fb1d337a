// SPDX-License-Identifier: MIT

#include "model/register/measure.h"

#include "base/amount.h"
#include "base/ascii.h"
#include "base/message.h"
#include "base/words.h"
#include "base/writer.h"
#include "input/yaml/binding.h"

enum { MOST_DECIMALS = 2 };

struct text measure_text(const struct measure *measure, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    amount_write_with_ore(&writer, measure->hundredths);
    struct text text = writer_text(&writer);
    size_t left_out =
        measure->decimals == 0 ? MOST_DECIMALS + 1 : (size_t)(MOST_DECIMALS - measure->decimals);
    return text_slice(text, 0, text.size - left_out);
}

// Digits, spaces, a comma and a minus sign: neither "kr" nor "mill.".
static bool is_plain(struct text text) {
    for (size_t at = 0; at < text.size;) {
        size_t space = word_space(text, at);
        bool is_sign = text.data[at] == ',' || text.data[at] == '-';
        size_t minus = text_starts_with(text_slice(text, at, text.size), TEXT("−")) ? 3 : 0;
        if (space == 0 && minus == 0 && !is_sign && !ascii_is_digit(text.data[at]))
            return false;
        at += space > 0 ? space : minus > 0 ? minus : 1;
    }
    return true;
}

static void read_measure(struct binding *binding, struct scalar scalar, void *into) {
    struct measure *measure = into;
    struct text decimals = scalar.text;
    text_cut(&decimals, ',');
    measure->at = scalar.at;
    measure->decimals = decimals.data == NULL ? 0 : (int)decimals.size;
    if (is_plain(scalar.text) && amount_parse(scalar.text, &measure->hundredths) == AMOUNT_OK &&
        measure->decimals <= MOST_DECIMALS)
        return;
    measure->decimals = 0;
    bind_report(binding, RULE_WRONG_NUMBER, scalar.at,
                _("'%.*s' is not a number; write it like 81 or 11,6, and its unit in 'enhet'"),
                TEXT_ARGS(scalar.text));
}

const struct form measure_form = {
    .read = read_measure,
    .how = N_("write a number like 81 or 11,6, with two decimals at most; its unit is in 'enhet'"),
    .pattern = "[-−]?[ \u00A0\u202F\u2009]*"
               "(?:[0-9]{1,3}(?:[ \u00A0\u202F\u2009][0-9]{3})+|[0-9]+)(?:,[0-9]{1,2})?",
    .example = "11,6",
    .number = WHOLE_NUMBER,
};
