// SPDX-License-Identifier: MIT
// Large numbers: their thousands are separated by a no-break space.

#include "check/writing/rules.h"

#include "base/message.h"
#include "base/words.h"

static const struct text no_break_space = TEXT_OF("\u00A0");

static const char *const money[] = {"kr", "kroner", "nok", NULL};

// Counts groups of three digits from `*at` on, the first of one to three digits, with `separator`
// between. `*at` moves past them.
static size_t read_groups(struct text text, size_t *at, char separator) {
    size_t from = *at, end = *at, count = 1;
    while (text_digit_at(text, end) && end - from < 3)
        end++;
    if (end == from || text.data[from] == '0')
        return 0;
    while (end < text.size && text.data[end] == separator && text_digit_at(text, end + 1) &&
           text_digit_at(text, end + 2) && text_digit_at(text, end + 3)) {
        end += 4;
        count++;
    }
    *at = end;
    return text_digit_at(text, end) ? 0 : count;
}

static struct text with_no_break_spaces(struct text number, char separator, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < number.size; i++)
        if (number.data[i] == separator)
            writer_put(&writer, no_break_space);
        else
            writer_byte(&writer, number.data[i]);
    return writer_text(&writer);
}

static bool is_money(const struct text_scan *scan, size_t at, size_t end) {
    struct text rest = text_slice(scan->text, end, scan->text.size);
    return text_starts_with(rest, TEXT(",-")) ||
           scan_is_one_of(scan_word_before(scan, at), money) ||
           scan_is_one_of(scan_word_after(scan, end), money);
}

// Nobody counts people or hours in thousandths.
static bool is_counted(const struct text_scan *scan, size_t end) {
    static const char *const things[] = {"personer",       "personar",     "pasienter",
                                         "pasientar",      "innbyggere",   "innbyggjarar",
                                         "ansatte",        "tilsette",     "årsverk",
                                         "timer",          "timar",        "døgn",
                                         "stillinger",     "stillingar",   "konsultasjoner",
                                         "konsultasjonar", "henvisninger", "tilvisingar",
                                         "innleggelser",   "innleggingar", NULL};
    return scan_is_one_of(scan_word_after(scan, end), things);
}

size_t check_thousands(struct text_scan *scan, size_t at) {
    static const char *const other[] = {"nr",  "nummer", "konto",   "kontonummer", "versjon",
                                        "org", "ip",     "adresse", "id",          NULL};
    struct text number = scan_number(scan, at);
    size_t end = 0;
    size_t groups = read_groups(number, &end, '.');
    struct text whole = text_slice(number, 0, end);
    bool decimals = end < number.size && number.data[end] == ',';
    if (groups < 2 || (end < number.size && !decimals) ||
        scan_is_one_of(scan_word_before(scan, at), other))
        return at;
    if (groups == 2 && !(decimals && number.size > end + 1) && !is_money(scan, at, at + end) &&
        !is_counted(scan, at + end))
        return at;
    struct text better = with_no_break_spaces(whole, '.', scan->repository->arena);
    scan_report(scan, RULE_THOUSANDS_PERIOD, at,
                _("thousands are separated by a space, not by a period: '%.*s'"),
                TEXT_ARGS(better));
    scan_fix(scan, at, at + whole.size, better);
    return at + number.size;
}

size_t check_breakable(struct text_scan *scan, size_t at) {
    size_t end = at;
    struct text before = scan_word_before(scan, at);
    bool number_before = before.size > 0 && text_digit_at(before, before.size - 1);
    if (number_before || scan_number(scan, at).size == 0 ||
        read_groups(scan->text, &end, ' ') < 2 || word_at(scan->text, end) ||
        !is_money(scan, at, end))
        return at;
    struct text number = text_slice(scan->text, at, end);
    scan_report(scan, RULE_BREAKABLE_NUMBER, at,
                _("a line can break within '%.*s'; write no-break spaces (U+00A0) in it"),
                TEXT_ARGS(number));
    scan_fix(scan, at, end, with_no_break_spaces(number, ' ', scan->repository->arena));
    return end;
}
