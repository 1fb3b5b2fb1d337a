// SPDX-License-Identifier: MIT

#include "model/register/reporting_period.h"

#include "base/message.h"
#include "input/yaml/binding.h"

static const struct {
    int count; // in a year
    struct text word;
} kinds[] = {
    [PERIOD_YEAR] = {1, TEXT_OF("")},           [PERIOD_HALF] = {2, TEXT_OF("halvår")},
    [PERIOD_TERTIAL] = {3, TEXT_OF("tertial")}, [PERIOD_QUARTER] = {4, TEXT_OF("kvartal")},
    [PERIOD_MONTH] = {12, TEXT_OF("")},
};

int reporting_period_place(const struct reporting_period *period) {
    return period->year * kinds[period->kind].count + period->number - 1;
}

struct reporting_period reporting_period_at(enum period_kind kind, int place) {
    int count = kinds[kind].count;
    return (struct reporting_period){
        .kind = kind, .year = place / count, .number = place % count + 1};
}

struct text reporting_period_text(const struct reporting_period *period, struct arena *arena) {
    if (period->kind == PERIOD_YEAR)
        return text_format(arena, "%d", period->year);
    if (period->kind == PERIOD_MONTH)
        return text_format(arena, "%s %d", month_names[period->number - 1], period->year);
    return text_format(arena, "%d. %.*s %d", period->number, TEXT_ARGS(kinds[period->kind].word),
                       period->year);
}

// "1." of "1. tertial 2024"; 0 for anything else.
static int read_ordinal(struct text word) {
    bool is_ordinal = word.size == 2 && text_digit_at(word, 0) && word.data[1] == '.';
    return is_ordinal ? word.data[0] - '0' : 0;
}

static bool read_words(struct text text, struct reporting_period *period) {
    struct text first = text_cut(&text, ' ');
    if (text.data == NULL) {
        *period = (struct reporting_period){.kind = PERIOD_YEAR, .number = 1};
        return year_parse(first, &period->year);
    }
    struct text second = text_cut(&text, ' ');
    *period = (struct reporting_period){.kind = PERIOD_MONTH, .number = month_parse(first)};
    if (text.data == NULL)
        return period->number > 0 && year_parse(second, &period->year);
    period->number = read_ordinal(first);
    for (enum period_kind kind = PERIOD_HALF; kind <= PERIOD_QUARTER; kind++)
        if (text_equal(second, kinds[kind].word)) {
            period->kind = kind;
            return period->number >= 1 && period->number <= kinds[kind].count &&
                   year_parse(text, &period->year);
        }
    return false;
}

static void read_period(struct binding *binding, struct scalar scalar, void *into) {
    struct reporting_period *period = into;
    if (!read_words(scalar.text, period)) {
        *period = (struct reporting_period){.year = 0};
        bind_report(binding, RULE_WRONG_PERIOD, scalar.at,
                    _("'%.*s' is not a period; write it like 2024, 1. tertial 2024 or mars 2024"),
                    TEXT_ARGS(scalar.text));
    }
    period->at = scalar.at;
}

const struct form reporting_period_form = {
    .read = read_period,
    .how = N_("write a period like 2024, 1. halvår 2024, 1. tertial 2024, 1. kvartal 2024 or mars "
              "2024"),
    .pattern =
        "(?:(?:[12]\\. halvår|[1-3]\\. tertial|[1-4]\\. kvartal|" MONTH_PATTERN ") )?" YEAR_PATTERN,
    .example = "1. tertial 2024",
    .number = WHOLE_NUMBER,
    .least_number = FIRST_YEAR,
    .most_number = LAST_YEAR,
};
