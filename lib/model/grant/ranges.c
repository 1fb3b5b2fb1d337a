// SPDX-License-Identifier: MIT

#include "model/grant/ranges.h"

#include "base/message.h"

// "4000–7999" or "6300".
static bool read_range(struct text text, struct account_range *range) {
    enum { MOST_DIGITS = 18 };
    int64_t *const ends[] = {&range->first, &range->last};
    struct text rest = text;
    size_t end = 0;
    *range = (struct account_range){0, 0};
    for (; end < 2 && rest.size > 0; end++) {
        size_t digits = 0;
        for (; text_digit_at(rest, digits) && digits < MOST_DIGITS; digits++)
            *ends[end] = *ends[end] * 10 + (rest.data[digits] - '0');
        rest = text_trim(text_slice(rest, digits, rest.size));
        size_t dash = text_starts_with(rest, TEXT("–"))   ? TEXT("–").size
                      : text_starts_with(rest, TEXT("-")) ? 1
                                                          : 0;
        if (digits == 0 || (rest.size > 0 && (dash == 0 || dash == rest.size || end == 1)))
            return false;
        rest = text_trim(text_slice(rest, dash, rest.size));
    }
    if (end == 1)
        range->last = range->first;
    return end > 0 && range->last >= range->first;
}

const struct form account_range_form = {
    .how = N_("write the first and the last account, like 4000–7999, or one, like 6300"),
    .pattern = "[0-9]{1,18}(?:" RANGE_PATTERN "[0-9]{1,18})?",
    .example = "4000–7999",
    .number = WHOLE_NUMBER,
};

void account_ranges_read(struct sources *sources, struct text path, struct account_ranges *ranges) {
    const struct scalar_list *written = &ranges->written;
    ranges->items = arena_alloc(sources->arena, written->count * sizeof *ranges->items);
    for (size_t i = 0; i < written->count; i++) {
        const struct scalar *account = &written->items[i];
        if (read_range(account->text, &ranges->items[ranges->count]))
            ranges->count++;
        else
            report(sources->diagnostics, RULE_WRONG_NUMBER, path, account->at,
                   _("'%.*s' is no range of accounts; write the first and the last, like "
                     "4000–7999, or one, like 6300"),
                   TEXT_ARGS(account->text));
    }
}

bool account_ranges_have(const struct account_ranges *ranges, int64_t account) {
    for (size_t i = 0; i < ranges->count; i++)
        if (account >= ranges->items[i].first && account <= ranges->items[i].last)
            return true;
    return false;
}
