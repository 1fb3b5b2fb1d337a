// SPDX-License-Identifier: MIT
// A number and what belongs to it have a space between them, at which no line ends. (Språkrådet:
// "15. mars", "25 %", "500 kr".)

#include "check/writing/rules.h"

#include "base/date.h"
#include "base/message.h"
#include "base/words.h"

// The offset after digits with periods and commas between them.
static size_t number_end(struct text text, size_t at) {
    while (text_digit_at(text, at) ||
           (at < text.size && (text.data[at] == '.' || text.data[at] == ',') &&
            text_digit_at(text, at + 1)))
        at++;
    return at;
}

// "1.mars", "1mars": `number` is of a day, `word` a month.
static bool is_day_of_month(struct text number, struct text word) {
    int day = 0;
    char lower[SCAN_LONGEST_WORD];
    return number.size <= 2 && text_to_number(number, &day) && day >= 1 && day <= 31 &&
           scan_lower(word, lower) && month_parse((struct text){lower, word.size}) > 0;
}

static size_t tell(struct text_scan *scan, size_t at, size_t after, size_t end) {
    struct text before = text_slice(scan->text, at, after);
    struct text rest = text_slice(scan->text, after, end);
    struct text better =
        text_format(scan->repository->arena, "%.*s\u00A0%.*s", TEXT_ARGS(before), TEXT_ARGS(rest));
    scan_report(scan, RULE_JOINED_NUMBER, at, _("there is a space after a number: '%.*s'"),
                TEXT_ARGS(better));
    scan_fix(scan, at, end, better);
    return end;
}

// "5%-regelen"
static bool goes_on(struct text text, size_t at) {
    return word_at(text, at) || (at < text.size && text.data[at] == '-' && word_at(text, at + 1));
}

size_t check_joined(struct text_scan *scan, size_t at) {
    static const char *const units[] = {"kr", "kroner", "prosent", NULL};
    struct text text = scan->text;
    size_t after = number_end(text, at);
    struct text number = text_slice(text, at, after);
    if (scan_number(scan, at).size == 0)
        return at;
    if (after < text.size && text.data[after] == '%' && !goes_on(text, after + 1))
        return tell(scan, at, after, after + 1);
    if (scan_is_one_of(text_slice(text, after, word_end(text, after)), units))
        return tell(scan, at, after, word_end(text, after));
    after += after < text.size && text.data[after] == '.';
    size_t end = word_end(text, after);
    if (is_day_of_month(number, text_slice(text, after, end)))
        return tell(scan, at, after, end);
    return at;
}
