// SPDX-License-Identifier: MIT
// E-mail addresses and telephone numbers, which stay in public papers for ever.

#include "check/writing/rules.h"

#include "base/message.h"
#include "base/words.h"
#include "check/writing/classes.h"

#include <string.h>

// The offset after groups of digits of the lengths in `groups`, with single spaces between; 0 for
// any others.
static size_t groups_end(struct text text, size_t at, const int *groups) {
    for (int group = 0; groups[group] > 0; group++) {
        size_t space = group == 0 ? 0 : word_space(text, at);
        if (group > 0 && space == 0)
            return 0;
        at += space;
        for (int i = 0; i < groups[group]; i++)
            if (!text_digit_at(text, at++))
                return 0;
    }
    size_t after = at + word_space(text, at);
    return word_at(text, at) || text_digit_at(text, after) ? 0 : at;
}

static bool is_called(const struct text_scan *scan, size_t at) {
    static const char *const words[] = {"tlf",   "telefon", "telefonnummer", "telefonnr",
                                        "mobil", "mob",     "mobilnummer",   "mobilnr",
                                        "sms",   "ring",    "vakttelefon",   NULL};
    at -= at > 1 && scan->text.data[at - 1] == ' ' && scan->text.data[at - 2] == ':';
    at -= at > 0 && scan->text.data[at - 1] == ':';
    return scan_is_one_of(scan_word_before(scan, at), words);
}

static size_t country_code_end(struct text text, size_t at) {
    static const struct text codes[] = {TEXT_OF("+47"), TEXT_OF("0047")};
    struct text rest = text_slice(text, at, text.size);
    for (size_t i = 0; i < 2; i++)
        if (text_starts_with(rest, codes[i]))
            return at + codes[i].size + word_space(text, at + codes[i].size);
    return at;
}

// Land lines are written 73 86 00 00, mobile numbers 913 12 345.
static size_t telephone_end(const struct text_scan *scan, size_t at) {
    static const struct {
        const char *first; // digit
        int groups[5];
        bool only_called;
    } ways[] = {
        {"2345679", {2, 2, 2, 2, 0}, false},
        {"489", {3, 2, 3, 0}, false},
        {"2345679", {8, 0}, true},
        {"8", {3, 2, 3, 0}, true},
    };
    size_t from = country_code_end(scan->text, at);
    bool called = from > at || is_called(scan, at);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        size_t end = groups_end(scan->text, from, ways[i].groups);
        if (end > 0 && (called || !ways[i].only_called) &&
            strchr(ways[i].first, scan->text.data[from]) != NULL)
            return end;
    }
    return at;
}

size_t check_contact(struct text_scan *scan, size_t at) {
    static const char *const money[] = {"kr", "kroner", "nok", NULL};
    struct text before = scan_word_before(scan, at);
    bool number_before = before.size > 0 && text_digit_at(before, before.size - 1);
    bool begins = scan->text.data[at] == '+' || scan_number(scan, at).size > 0;
    size_t end = begins && !number_before ? telephone_end(scan, at) : at;
    if (end == at || scan_is_one_of(before, money) ||
        scan_is_one_of(scan_word_after(scan, end), money))
        return at;
    scan_report(scan, RULE_CONTACT_DETAILS, at,
                _("the telephone number '%.*s' is in a public document; must it be?"),
                (int)(end - at), scan->text.data + at);
    return end;
}

// Mailboxes of offices are meant to be public.
static bool is_office(struct text name) {
    static const char *const offices[] = {
        "post",   "postmottak",      "firmapost",   "info",    "kontakt", "servicetorg",
        "innsyn", "personvernombud", "sekretariat", "noreply", NULL};
    size_t end = 0;
    while (end < name.size && strchr(".-_+", name.data[end]) == NULL)
        end++;
    return scan_is_one_of(text_slice(name, 0, end), offices);
}

void check_mail_address(struct text_scan *scan, size_t at) {
    enum { LONGEST = 256 };
    size_t from = at, to = at;
    while (from > 0 && at - from < LONGEST && scan->classes[from - 1] == PROSE_MAIL)
        from--;
    while (to < scan->text.size && to - at < LONGEST && scan->classes[to] == PROSE_MAIL)
        to++;
    if (!is_office(text_slice(scan->text, from, at)))
        scan_report(scan, RULE_CONTACT_DETAILS, from,
                    _("the e-mail address '%.*s' is in a public document; must it be?"),
                    (int)(to - from), scan->text.data + from);
}
