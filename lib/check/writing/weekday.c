// SPDX-License-Identifier: MIT

#include "check/writing/weekday.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/words.h"
#include "check/writing/written_dates.h"

static const char *const weekday_names[] = {
    N_("a Monday"), N_("a Tuesday"),  N_("a Wednesday"), N_("a Thursday"),
    N_("a Friday"), N_("a Saturday"), N_("a Sunday"),
};

// Some year near that of the text has the date on that weekday.
static bool can_be(struct date date, int weekday, int year) {
    for (date.year = year - 1; date.year <= year + 1; date.year++)
        if (date.day <= date_days_in_month(date.year, date.month) && date_weekday(date) == weekday)
            return true;
    return false;
}

static void check_one(void *context, const struct written_date *found) {
    const struct referrer *referrer = context;
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct date date = found->date;
    if (found->weekday == 0 || (date.year == 0 && referrer->day.year == 0))
        return;
    bool has_year = date.year > 0;
    if (has_year ? date_weekday(date) == found->weekday
                 : can_be(date, found->weekday, referrer->day.year))
        return;
    date.year = has_year ? date.year : referrer->day.year;
    const char *name = _(weekday_names[date_weekday(date) - 1]);
    if (has_year)
        report(diagnostics, RULE_WEEKDAY, referrer->file, found->at, _("'%.*s' is %s"),
               TEXT_ARGS(found->words), name);
    else
        report(diagnostics, RULE_WEEKDAY, referrer->file, found->at, _("'%.*s' is %s in %d"),
               TEXT_ARGS(found->words), name, date.year);
}

// A digit, or "den", after a space or a comma; before these, "en" of "tirsdagen".
static bool may_begin_date(struct text text) {
    struct text rest = text_starts_with(text, TEXT("en")) ? text_slice(text, 2, text.size) : text;
    text = rest;
    for (size_t size = 1; size > 0; rest = text_slice(rest, size, rest.size)) {
        bool joint = rest.size > 0 && text_find(TEXT(",\r\n"), rest.data[0]) < 3;
        size = joint ? 1 : word_space(rest, 0);
    }
    return rest.size < text.size && rest.size > 0 &&
           (text_starts_with(rest, TEXT("den ")) || ascii_is_digit(rest.data[0]));
}

// Whether a word that ends in "dag" comes before a possible date: most texts have none, and need
// not be cut into words. Every paper is searched, so by the rarest of the three letters.
static bool may_have_weekday(struct text text) {
    for (size_t at = text_find(text, 'g'); at < text.size;) {
        struct text rest = text_slice(text, at + 1, text.size);
        if (text_ends_with(text_slice(text, 0, at), TEXT("da")) && may_begin_date(rest))
            return true;
        at += 1 + text_find(rest, 'g');
    }
    return false;
}

void check_weekdays(const struct referrer *referrer, const struct prose *prose) {
    struct referrer copy = *referrer;
    if (may_have_weekday(prose->source))
        written_dates_find(prose, referrer->repository->arena, check_one, &copy);
}
