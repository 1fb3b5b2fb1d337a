// SPDX-License-Identifier: MIT

#include "model/meeting/caseform.h"

#include "base/ascii.h"
#include "base/message.h"

#include <stddef.h>

enum { MOST_DIGITS = 6, MOST_LETTERS = 8, CENTURY = 2000 };

// --- what a number is made of ---

// A text that is being read from its start.
struct scan {
    struct text text;
    size_t at;
    bool in_file; // "/" and " " are written "-"
};

static size_t digits_at(const struct scan *scan) {
    size_t count = 0;
    while (text_digit_at(scan->text, scan->at + count))
        count++;
    return count;
}

// A number above 0 of so many digits at most.
static bool take_number(struct scan *scan, size_t most, int *number, size_t *digits) {
    *digits = digits_at(scan);
    struct text text = text_slice(scan->text, scan->at, scan->at + *digits);
    scan->at += *digits;
    return *digits > 0 && *digits <= most && text_to_number(text, number) && *number > 0;
}

// "00" is a year.
static bool take_year(struct scan *scan, size_t digits, int *year) {
    struct text text = text_slice(scan->text, scan->at, scan->at + digits);
    if (digits_at(scan) != digits || !text_to_number(text, year))
        return false;
    scan->at += digits;
    *year += digits == 2 ? CENTURY : 0;
    return true;
}

// A file's name has no slash, and a reference no space.
static bool is_same_sign(const struct scan *scan, char written, char expected) {
    return written == expected ||
           (written == '-' && (expected == ' ' || (scan->in_file && expected == '/')));
}

static bool take_words(struct scan *scan, struct text words) {
    if (scan->text.size - scan->at < words.size)
        return false;
    for (size_t i = 0; i < words.size; i++)
        if (!is_same_sign(scan, scan->text.data[scan->at + i], words.data[i]))
            return false;
    scan->at += words.size;
    return true;
}

// "A" or " A" at the end; true also where there is none.
static bool take_letter(struct scan *scan, struct text *letter) {
    struct text rest = text_slice(scan->text, scan->at, scan->text.size);
    bool spaced = rest.size == 2 && is_same_sign(scan, rest.data[0], ' ');
    char last = rest.size == 0 ? '\0' : rest.data[rest.size - 1];
    bool found = (rest.size == 1 || spaced) && last >= 'A' && last <= 'Z';
    *letter = found ? text_slice(rest, rest.size - 1, rest.size) : TEXT("");
    scan->at += found ? rest.size : 0;
    return scan->at == scan->text.size;
}

// --- a form that is known ---

bool case_form_read(const struct case_form *form, struct text text, bool in_file,
                    struct case_number *number) {
    struct scan scan = {text, 0, in_file};
    struct case_number found = {.rest = text};
    size_t digits;
    bool whole = form->digits > 0 && take_words(&scan, form->before);
    if (whole && form->year_digits == 0)
        whole = take_number(&scan, MOST_DIGITS, &found.number, &digits);
    else if (whole && form->year_first)
        whole = take_year(&scan, (size_t)form->year_digits, &found.year) &&
                take_words(&scan, form->between) &&
                take_number(&scan, MOST_DIGITS, &found.number, &digits);
    else if (whole)
        whole = take_number(&scan, MOST_DIGITS, &found.number, &digits) &&
                take_words(&scan, form->between) &&
                take_year(&scan, (size_t)form->year_digits, &found.year);
    if (!whole || !take_words(&scan, form->after) || !take_letter(&scan, &found.letter))
        return false;
    found.series = form->before;
    found.starts = form->starts.index > 0 ? (enum case_restart)form->starts.index : 0;
    *number = found;
    return true;
}

static struct text digits_text(int number, int digits, struct arena *arena) {
    return text_format(arena, "%0*d", digits, number);
}

// The parts of a number, or of its picture, in the order of the form.
static struct text put_together(const struct case_form *form, struct text count, struct text year,
                                struct text letter, struct arena *arena) {
    const struct text parts[] = {
        form->before,  form->year_first ? year : count,
        form->between, form->year_first ? count : year,
        form->after,   letter.size > 0 && form->is_spaced ? TEXT(" ") : TEXT(""),
        letter,
    };
    return text_join(arena, parts, sizeof parts / sizeof *parts, TEXT(""));
}

struct text case_form_write(const struct case_form *form, const struct case_number *number,
                            struct arena *arena) {
    int shown = form->year_digits == 2 ? number->year % 100 : number->year;
    struct text count = digits_text(number->number, form->digits, arena);
    struct text year =
        form->year_digits > 0 ? digits_text(shown, form->year_digits, arena) : TEXT("");
    return put_together(form, count, year, form->has_letter ? number->letter : TEXT(""), arena);
}

struct text case_form_picture(const struct case_form *form, struct arena *arena) {
    static const struct text years[] = {
        [0] = TEXT_OF(""), [2] = TEXT_OF("åå"), [4] = TEXT_OF("åååå")};
    struct text count = form->digits > 1 ? TEXT("nn") : TEXT("n"), year = years[form->year_digits];
    return put_together(form, count, year, form->has_letter ? TEXT("A") : TEXT(""), arena);
}

bool case_forms_are_alike(const struct case_form *a, const struct case_form *b) {
    return text_equal(a->before, b->before) && text_equal(a->between, b->between) &&
           text_equal(a->after, b->after) && a->year_digits == b->year_digits &&
           a->year_first == b->year_first;
}

// --- a form that nobody has told ---

static bool looks_like_year(size_t digits, int number) {
    return digits == 4 && number >= 1900 && number < 2100;
}

// "PS ". Whoever writes "PS-5/24" says so: without that, PS is a committee.
static struct text take_series(struct scan *scan) {
    struct text text = scan->text;
    size_t end = 0;
    if (text.size == 0 || ascii_is_digit(text.data[0]) || text_starts_with(text, TEXT("Sak")) ||
        text_starts_with(text, TEXT("sak")))
        return TEXT("");
    while (end < text.size && end < 2 * MOST_LETTERS &&
           ((unsigned char)text.data[end] >= 0x80 || ascii_is_letter(text.data[end])))
        end++;
    if (end == 0 || end == text.size || !is_same_sign(scan, text.data[end], ' ') ||
        (text.data[end] == '-' && !scan->in_file))
        return TEXT("");
    scan->at = end + 1;
    return text_slice(text, 0, end + 1);
}

// Which of two numbers is the year: the one that looks like one, else the second.
bool case_form_find(struct text text, bool in_file, struct case_form *form,
                    struct case_number *number) {
    struct scan scan = {text, 0, in_file};
    *form = (struct case_form){.before = take_series(&scan), .starts = {.index = -1}};
    size_t first_digits, second_digits, start = scan.at;
    int first, second;
    if (!take_number(&scan, MOST_DIGITS, &first, &first_digits) || scan.at == text.size ||
        text_find(TEXT("/-"), text.data[scan.at]) == 2)
        return false;
    form->between = text_slice(text, scan.at, scan.at + 1);
    scan.at++;
    second_digits = digits_at(&scan);
    struct text year = text_slice(text, scan.at, scan.at + second_digits);
    if (!text_to_number(year, &second))
        return false;
    bool is_year = second_digits == 2 || looks_like_year(second_digits, second);
    form->year_first = looks_like_year(first_digits, first) &&
                       !looks_like_year(second_digits, second) && second > 0;
    if (!form->year_first && (!is_year || first_digits > 4))
        return false;
    form->year_digits = form->year_first ? 4 : (int)second_digits;
    size_t digits = form->year_first ? second_digits : first_digits;
    char lead = text.data[form->year_first ? scan.at : start];
    form->digits = lead == '0' ? (int)digits : 1;
    form->has_letter = true;
    form->is_spaced = scan.at + second_digits + 2 == text.size;
    return case_form_read(form, text, in_file, number);
}

// --- saksnummer ---

static const char *const restart_names[] = {"år", "møte", "aldri", NULL};

// A run of a letter that is no part of a word: "n", "åå". Returns its length in letters.
static int run_at(struct text text, size_t at, struct text letter, size_t *end) {
    int count = 0;
    *end = at;
    while (text_starts_with(text_slice(text, *end, text.size), letter)) {
        *end += letter.size;
        count++;
    }
    bool before = at > 0 && ascii_is_word(text.data[at - 1]);
    bool after = *end < text.size && ascii_is_word(text.data[*end]);
    return before || after ? 0 : count;
}

// "A" or " A" at the end of a picture is a letter that may follow.
static struct text cut_letter(struct text picture, struct case_form *form) {
    const struct text marks[] = {TEXT(" A"), TEXT("nA"), TEXT("åA")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_ends_with(picture, marks[i])) {
            form->has_letter = true;
            form->is_spaced = i == 0;
            return text_slice(picture, 0, picture.size - (i == 0 ? 2 : 1));
        }
    return picture;
}

struct picture_parts {
    int numbers;
    int years;
    size_t end; // of the last of them
};

// The next run of the picture, or its end.
static size_t take_run(struct text picture, size_t at, struct case_form *form,
                       struct picture_parts *parts) {
    size_t end;
    int count = run_at(picture, at, TEXT("n"), &end);
    int years = count > 0 ? 0 : run_at(picture, at, TEXT("å"), &end);
    if (count + years == 0)
        return at + 1;
    struct text words = text_slice(picture, parts->end, at);
    if (parts->numbers + parts->years == 0)
        form->before = words;
    else
        form->between = words;
    form->year_first = form->year_first || (years > 0 && parts->numbers == 0);
    form->digits = count > 0 ? count : form->digits;
    form->year_digits = years > 0 ? years : form->year_digits;
    parts->numbers += count > 0;
    parts->years += years > 0;
    return parts->end = end;
}

static bool has_digit(struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if (text_digit_at(text, i))
            return true;
    return false;
}

static bool parse_picture(struct text text, struct case_form *form) {
    struct picture_parts parts = {0, 0, 0};
    struct text picture = cut_letter(text, form);
    for (size_t at = 0; at < picture.size;)
        at = take_run(picture, at, form, &parts);
    form->after = text_slice(picture, parts.end, picture.size);
    bool years = parts.years == 0 || form->year_digits == 2 || form->year_digits == 4;
    bool apart = parts.years == 0 || form->between.size > 0;
    return parts.numbers == 1 && parts.years <= 1 && years && apart && form->digits <= 4 &&
           !has_digit(form->before) && !has_digit(form->between) && !has_digit(form->after);
}

// An example takes the place of the picture: "2014/15" for "åååå/n".
static void report_picture(struct binding *binding, struct scalar scalar) {
    struct case_form form, other;
    struct case_number number;
    struct arena *arena = binding->arena;
    if (!case_form_find(scalar.text, false, &form, &number)) {
        bind_report(binding, RULE_WRONG_CASE_NUMBER, scalar.at,
                    _("'%.*s' is no picture of case numbers; write n for the number and åå or "
                      "åååå for the year, like n/åå"),
                    TEXT_ARGS(scalar.text));
        return;
    }
    form.has_letter = number.letter.size > 0;
    struct text picture = case_form_picture(&form, arena);
    other = form;
    other.year_first = !form.year_first;
    other.digits = 1;
    if (form.year_digits == 2 && number.number < 100)
        bind_report(binding, RULE_WRONG_CASE_NUMBER, scalar.at,
                    _("'%.*s' is an example, and fits '%.*s' and '%.*s'; write one of these"),
                    TEXT_ARGS(scalar.text), TEXT_ARGS(picture),
                    TEXT_ARGS(case_form_picture(&other, arena)));
    else
        bind_report(binding, RULE_WRONG_CASE_NUMBER, scalar.at,
                    _("'%.*s' is an example; write its picture, '%.*s'"), TEXT_ARGS(scalar.text),
                    TEXT_ARGS(picture));
}

// The picture alone is filled in: a map has other keys, too.
static void read_picture(struct binding *binding, struct scalar scalar, void *into) {
    struct case_form *form = (struct case_form *)into, read = {.starts = form->starts};
    read.picture = (struct scalar){text_nfc(binding->arena, scalar.text), scalar.at};
    if (parse_picture(read.picture.text, &read)) {
        *form = read;
        return;
    }
    form->picture = read.picture;
    report_picture(binding, scalar);
}

#define OTHER "[^0-9A-Za-zÆØÅæøå\\n]"
#define YEAR "(?:åå|åååå)"
static const struct form picture_form = {
    .read = read_picture,
    .how = N_("write a picture of the numbers: n/åå, åååå/n, nn-åå or PS n/åå"),
    .pattern =
        "(?:[^0-9\\n]*" OTHER ")?(?:n{1,4}(?:" OTHER "+" YEAR ")?|" YEAR OTHER "+n{1,4})(?: ?A)?",
    .example = "n/åå",
};

static const struct field case_form_fields[] = {
    FIELD("form", SPECIAL, REQUIRED, .offset = 0,
          N_("a picture of the numbers: n is the number, nn with a zero before it, åå or åååå the "
             "year"),
          .form = &picture_form),
    FIELD("starter", CHOICE, OPTIONAL, .offset = offsetof(struct case_form, starts),
          N_("when the numbers begin at 1 again: each year, in each meeting, or never"),
          .choices = restart_names),
};
const struct shape case_form_shape = SHORT_SHAPE(struct case_form, case_form_fields, "form");

// Whether one reads what the other writes.
static bool overlap(const struct case_form *a, const struct case_form *b, struct arena *arena) {
    const struct case_number sample = {.number = 12, .year = 2024};
    struct case_number number;
    return case_form_read(a, case_form_write(b, &sample, arena), false, &number) ||
           case_form_read(b, case_form_write(a, &sample, arena), false, &number);
}

void numbering_check(const struct numbering *numbering, struct text file,
                     struct diagnostics *diagnostics, struct arena *arena) {
    enum { MOST_FORMS = 20 };
    for (size_t i = 0; i < numbering->count; i++) {
        const struct case_form *form = &numbering->items[i];
        if (form->digits == 0)
            continue;
        if (form->year_digits == 0 && form->starts.index <= RESTARTS_EACH_YEAR)
            report(diagnostics, RULE_CONFLICTING_KEYS, file, form->picture.at,
                   _("numbers without a year are the same each year; add the year to 'form', or "
                     "write 'starter: aldri' or 'starter: møte'"));
        for (size_t j = 0; j < i && j < MOST_FORMS; j++)
            if (numbering->items[j].digits > 0 && overlap(form, &numbering->items[j], arena))
                report(diagnostics, RULE_CONFLICTING_KEYS, file, form->picture.at,
                       _("what is written as '%.*s' is '%.*s', too; each series needs a form of "
                         "its own"),
                       TEXT_ARGS(form->picture.text), TEXT_ARGS(numbering->items[j].picture.text));
    }
}
