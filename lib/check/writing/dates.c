// SPDX-License-Identifier: MIT
// Dates with slashes, clock times, and ranges with a hyphen.

#include "check/writing/rules.h"

#include "base/ascii.h"
#include "base/date.h"
#include "base/message.h"
#include "base/words.h"

#include <string.h>

static bool take(struct text text, size_t *at, char byte) {
    bool there = *at < text.size && text.data[*at] == byte;
    *at += there;
    return there;
}

// --- dates with slashes ---

// "7/2", "7/2-24", "7/2-2024", "7/2/24": nothing else. The year is 0 where there is none.
static bool parse_slash_date(struct text number, struct date *date) {
    size_t at = 0;
    *date = (struct date){.day = scan_digits(number, &at, 2)};
    if (!take(number, &at, '/'))
        return false;
    date->month = scan_digits(number, &at, 2);
    if (at == number.size || !date_exists(*date))
        return date_exists(*date);
    if (!take(number, &at, '-') && !take(number, &at, '/'))
        return false;
    date->year = scan_year(number, &at);
    return at == number.size && date->year >= FIRST_YEAR && date->year <= LAST_YEAR &&
           date_exists(*date);
}

// A fraction, "1/2", and a case number, "17/10", look the same.
static bool is_surely_date(const struct text_scan *scan, struct text number, size_t at,
                           struct date date) {
    static const char *const not_dates[] = {
        "sak",     "saka",   "saken",    "saker",     "sakene", "sakane", "nr",  "ref",
        "nummer",  "saksnr", "arkivsak", "journalnr", "jnr",    "gnr",    "bnr", "rom",
        "møterom", "lov",    "versjon",  "punkt",     "pkt",    "side",   "vol", NULL};
    static const char *const dates[] = {"den",  "innen", "frist", "fristen", "dato", "datert",
                                        "møte", "møtet", "møter", "møta",    NULL};
    static const char *const joints[] = {"og", "eller", "til", NULL};
    static const char *const units[] = {"av", "mg", "ml", "g", "kg", "timer", "timar", "del", NULL};
    struct text before = scan_word_before(scan, at);
    if (scan_is_one_of(before, not_dates))
        return false;
    if (date.year != 0)
        return true;
    if (scan_is_one_of(scan_word_after(scan, at + number.size), units) || text_is(number, "24/7"))
        return false;
    bool goes_on = scan->after_date > 0 && at > scan->after_date && at - scan->after_date <= 7 &&
                   (before.size == 0 || scan_is_one_of(before, joints));
    return date.day > 12 || goes_on || scan_is_one_of(before, dates);
}

size_t check_slash_date(struct text_scan *scan, size_t at) {
    struct text number = scan_number(scan, at);
    struct date date;
    if (!parse_slash_date(number, &date) || !is_surely_date(scan, number, at, date))
        return at;
    struct arena *arena = scan->repository->arena;
    struct text better =
        date.year == 0
            ? text_format(arena, "%d. %s", date.day, month_names[date.month - 1])
            : text_format(arena, "%d. %s %d", date.day, month_names[date.month - 1], date.year);
    scan_report(scan, RULE_SLASH_DATE, at, _("the date '%.*s' is written '%.*s'"),
                TEXT_ARGS(number), TEXT_ARGS(better));
    if (date.year != 0)
        scan_fix(scan, at, at + number.size, better);
    scan->after_date = at + number.size;
    return at + number.size;
}

// --- clock times ---

// "13", "13.00", "13:00" and nothing else.
static bool is_clock(struct text text) {
    size_t at = 0;
    int hours = scan_digits(text, &at, 2);
    if (hours < 0 || hours > 24)
        return false;
    if (at == text.size)
        return true;
    if (!take(text, &at, '.') && !take(text, &at, ':'))
        return false;
    size_t from = at;
    int minutes = scan_digits(text, &at, 2);
    return at == text.size && at - from == 2 && minutes < 60;
}

static bool is_clock_span(struct text text) {
    size_t hyphen = text_find(text, '-');
    return is_clock(text_slice(text, 0, hyphen)) &&
           (hyphen == text.size || is_clock(text_slice(text, hyphen + 1, text.size)));
}

static bool is_clock_word(struct text word) {
    return word.size == 2 && (word.data[0] | 0x20) == 'k' && (word.data[1] | 0x20) == 'l';
}

void mark_clock_words(unsigned char marks[256]) {
    marks[word_mark(TEXT("kl"))] |= ASKS_CLOCK;
}

// A time after "kl", whatever is between them.
static struct text clock_after(const struct text_scan *scan, size_t at) {
    struct text_scan from_there = *scan;
    size_t before = at < scan->text.size && scan->text.data[at] == '.' ? at + 1 : at;
    from_there.text = text_slice(scan->text, scan_skip_space(scan->text, before), scan->text.size);
    struct text time = scan_number(&from_there, 0);
    size_t dash = 0; // en dashes end a number
    while (dash < time.size && time.data[dash] != '\xE2')
        dash++;
    return text_slice(time, 0, dash);
}

size_t check_clock(struct text_scan *scan, size_t at) {
    struct text word = scan->word;
    size_t end = at + word.size;
    if (!is_clock_word(word))
        return at;
    bool period = end < scan->text.size && scan->text.data[end] == '.';
    bool space = scan_skip_space(scan->text, end + period) > end + period;
    struct text time = clock_after(scan, end);
    if (period == space || !is_clock_span(time))
        return at;
    struct text abbreviation = text_format(scan->repository->arena, "%.*s. ", TEXT_ARGS(word));
    scan_report(scan, RULE_CLOCK_ABBREVIATION, at,
                _("'%.*s%s%s%.*s' is written '%.*s%.*s', with a period and a space"),
                TEXT_ARGS(word), period ? "." : "", space ? " " : "", TEXT_ARGS(time),
                TEXT_ARGS(abbreviation), TEXT_ARGS(time));
    size_t to = scan_skip_space(scan->text, end + period);
    struct text between = text_slice(scan->text, end, to);
    if (text_find(between, '\n') == between.size)
        scan_fix(scan, end, to, TEXT(". "));
    return end;
}

// --- ranges ---

// Digits, perhaps with decimals: its value in thousandths, or -1.
static int64_t decimal(struct text text) {
    size_t at = 0;
    int64_t value = scan_digits(text, &at, 9);
    if (value < 0)
        return -1;
    int64_t scale = 1000;
    value *= scale;
    if (at < text.size && !take(text, &at, ','))
        return -1;
    while (at < text.size && scale > 1 && ascii_is_digit(text.data[at])) {
        scale /= 10;
        value += scale * (text.data[at++] - '0');
    }
    return at == text.size ? value : -1;
}

static bool is_year(struct text text) {
    int year;
    return year_parse(text, &year);
}

// What a number counts.
static const char *const counted[] = {
    "prosent",  "år",       "måneder",   "månader",   "mnd",       "uker",      "veker",
    "dager",    "dagar",    "døgn",      "timer",     "timar",     "minutter",  "minutt",
    "ganger",   "gonger",   "kroner",    "kr",        "millioner", "millionar", "mill",
    "personer", "personar", "pasienter", "pasientar", "kommuner",  "kommunar",  "ansatte",
    "tilsette", "møter",    "møte",      "plasser",   "plassar",   "årsverk",   NULL};

static bool has_unit(const struct text_scan *scan, size_t at, size_t end) {
    static const char *const before[] = {"side",     "s",     "sidene", "punkt",  "pkt",
                                         "kapittel", "kap",   "fase",   "uke",    "veke",
                                         "trinn",    "alder", "kr",     "fagråd", NULL};
    size_t next = scan_skip_space(scan->text, end);
    return (next < scan->text.size && scan->text.data[next] == '%') ||
           scan_is_one_of(scan_word_after(scan, end), counted) ||
           scan_is_one_of(scan_word_before(scan, at), before);
}

static bool is_reference_number(const struct text_scan *scan, size_t at) {
    static const char *const words[] = {"nr",        "nummer",   "sak",        "saksnr",
                                        "ref",       "prosjekt", "prosjektnr", "prosjektnummer",
                                        "journalnr", "id",       "versjon",    "konto",
                                        "tlf",       "telefon",  NULL};
    return scan_is_one_of(scan_word_before(scan, at), words);
}

// "12.-14. mars": the first period belongs to the number already, the second may have been cut.
static bool is_span_of_days(const struct text_scan *scan, struct text first, struct text second,
                            size_t end) {
    int from, to;
    if (text_ends_with(first, TEXT(".")))
        first = text_slice(first, 0, first.size - 1);
    return text_to_number(first, &from) && text_to_number(second, &to) && from < to && to <= 31 &&
           end < scan->text.size && scan->text.data[end] == '.' &&
           scan_is_one_of(scan_word_after(scan, end + 1), month_names);
}

static bool is_range(const struct text_scan *scan, size_t at, struct text first,
                     struct text second) {
    size_t end = (size_t)(second.data - scan->text.data) + second.size;
    if (is_year(first) && is_year(second))
        return text_compare(first, second) < 0 && !is_reference_number(scan, at);
    bool times = is_clock(first) && is_clock(second);
    if (times && first.size > 2 && second.size > 2 && text_find(first, ',') == first.size)
        return true;
    if (times && is_clock_word(scan_word_before(scan, at)))
        return true;
    if (is_span_of_days(scan, first, second, end))
        return true;
    int64_t low = decimal(first), high = decimal(second);
    return low >= 0 && low < high && has_unit(scan, at, end) && !is_reference_number(scan, at);
}

static void report_range(struct text_scan *scan, size_t from, size_t to, struct text first,
                         struct text second) {
    struct text better =
        text_format(scan->repository->arena, "%.*s–%.*s", TEXT_ARGS(first), TEXT_ARGS(second));
    scan_report(scan, RULE_HYPHEN_RANGE, from,
                _("from–to is written with a dash and no spaces: '%.*s'"), TEXT_ARGS(better));
    scan_fix(scan, from + first.size, to - second.size, TEXT("–"));
}

// "5 000": `number` with the groups of three digits after it.
static struct text with_thousands(struct text text, struct text number) {
    enum { MOST_GROUPS = 3 };
    if (number.size == 0)
        return number;
    size_t at = (size_t)(number.data - text.data), end = at + number.size;
    for (size_t groups = 0; groups < MOST_GROUPS; groups++) {
        size_t next = end + word_space(text, end);
        if (next == end || !text_digit_at(text, next) || !text_digit_at(text, next + 1) ||
            !text_digit_at(text, next + 2) || word_at(text, next + 3))
            break;
        end = next + 3;
    }
    return text_slice(text, at, end);
}

// The value of "5 000" in thousandths, or -1.
static int64_t value_of(struct text number) {
    char digits[sizeof "000000000"];
    size_t count = 0;
    for (size_t at = 0; at < number.size && count < sizeof digits;) {
        size_t space = word_space(number, at);
        if (space == 0)
            digits[count++] = number.data[at];
        at += space > 0 ? space : 1;
    }
    return decimal((struct text){digits, count});
}

// Where "000" of "5 000" begins, that was looked at with the "5".
static bool goes_on_from_number(struct text text, size_t at) {
    return at > 1 && text_digit_at(text, at - 2) && word_space(text, at - 1) == 1;
}

// A hyphen or a dash with space on one side or both; or with none, a hyphen that ends `first`. A
// long dash, and one between amounts, need no space.
static size_t skip_spaced_dash(struct text text, size_t at, bool is_amount) {
    size_t from = at;
    while (word_space(text, at) > 0)
        at += word_space(text, at);
    bool before = at > from;
    struct text rest = text_slice(text, at, text.size);
    bool is_long = text_starts_with(rest, TEXT("—"));
    if (is_long || text_starts_with(rest, TEXT("–")))
        at += sizeof "–" - 1;
    else if (!take(text, &at, '-'))
        return from;
    size_t after = at;
    while (word_space(text, at) > 0)
        at += word_space(text, at);
    bool hyphen = is_amount && text.data[after - 1] == '-';
    return before || at > after || is_long || hyphen ? at : from;
}

// "3 - 5 - 7"
static bool is_of_a_sum(struct text text, size_t at, size_t end) {
    while (at > 0 && text.data[at - 1] == ' ')
        at--;
    size_t next = skip_spaced_dash(text, end, false);
    return (at > 0 && text.data[at - 1] == '-') || (next > end && text_digit_at(text, next));
}

static bool is_time_of_day(struct text text) {
    return text.size > 2 && is_clock(text) && text_find(text, ',') == text.size;
}

// "Vi startet i 2023 – 2024 ble bedre": after the second number something is told of it alone.
static bool begins_a_thought(const struct text_scan *scan, size_t end) {
    static const char *const words[] = {
        "ble", "blei",  "blir",  "vart",  "vert",   "var",    "er",   "skal", "skulle",
        "vil", "ville", "har",   "hadde", "kom",    "kommer", "kjem", "gikk", "gjekk",
        "går", "fikk",  "fekk",  "får",   "tok",    "tar",    "tek",  "må",   "måtte",
        "kan", "kunne", "ga",    "gav",   "gir",    "gjorde", "gjør", "gjer", "mindre",
        "mer", "meir",  "færre", "flere", "fleire", "av",     NULL};
    struct text word = scan_word_after(scan, end);
    if (scan_is_one_of(word, counted))
        word = scan_word_after(scan, (size_t)(word.data - scan->text.data) + word.size);
    return scan_is_one_of(word, words);
}

// "2022 - 2025", "2023- 2027", "kl. 15.00 – 18.00", "10 - 12 personer": a hyphen between numbers
// without a unit can be a minus.
static size_t check_spaced_range(struct text_scan *scan, size_t at, struct text number) {
    struct text first = with_thousands(scan->text, number);
    size_t from = skip_spaced_dash(scan->text, at + first.size, first.size > number.size);
    if (number.size == 0 || from == at + first.size || goes_on_from_number(scan->text, at))
        return at;
    struct text_scan from_there = *scan;
    from_there.text = text_slice(scan->text, from, scan->text.size);
    struct text second = with_thousands(scan->text, scan_number(&from_there, 0));
    bool years = is_year(first) && is_year(second) && text_compare(first, second) < 0 &&
                 !is_reference_number(scan, at);
    bool times = is_clock(first) && is_clock(second) &&
                 (is_clock_word(scan_word_before(scan, at)) ||
                  (is_time_of_day(first) && is_time_of_day(second)));
    bool amounts = value_of(first) >= 0 && value_of(first) < value_of(second) &&
                   has_unit(scan, at, from + second.size) && !is_reference_number(scan, at);
    if ((!years && !times && !amounts) || begins_a_thought(scan, from + second.size) ||
        is_of_a_sum(scan->text, at, from + second.size))
        return at;
    report_range(scan, at, from + second.size, first, second);
    return from + second.size;
}

size_t check_range(struct text_scan *scan, size_t at) {
    struct text number = scan_number(scan, at);
    size_t hyphen = text_find(number, '-');
    struct text first = text_slice(number, 0, hyphen);
    if (number.size == 0 || hyphen + 1 >= number.size)
        return check_spaced_range(scan, at, first);
    struct text second = text_slice(number, hyphen + 1, number.size);
    if (second.size == 0 || !is_range(scan, at, first, second))
        return at;
    report_range(scan, at, at + number.size, first, second);
    return at + number.size;
}
