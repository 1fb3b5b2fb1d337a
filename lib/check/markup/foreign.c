// SPDX-License-Identifier: MIT

#include "check/markup/foreign.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/words.h"

#include <string.h>

enum place {
    OUTSIDE_WORDS, // no word touches it
    AFTER_WORD,    // it belongs to a word
    ANYWHERE,
    OWN_LINE, // nothing else is on the line but spaces and '>'
    LINE_FROM // from here on it is the whole line
};

// Whether what is between the marks is such markup; `at` is where it begins.
typedef bool inside_is(const struct text_scan *scan, size_t at, struct text inside);

// What is meant, where that is certain; NULL and 0 where it is not.
typedef struct text mended(const struct text_scan *scan, struct text inside);

struct markup {
    struct text open;
    struct text close; // empty: there is none
    enum place place;
    inside_is *is;
    mended *mend; // NULL: what is meant is never certain
    const char *advice;
};

static bool is_line_break(char byte) {
    return byte == '\n' || byte == '\r';
}

// --- what is between the marks ---

static bool consists_of(struct text text, const char *others) {
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        if (!letter && !ascii_is_digit(byte) && (byte == '\0' || strchr(others, byte) == NULL))
            return false;
    }
    return text.size > 0;
}

static bool begins_with_letter(struct text text) {
    return text.size > 0 && consists_of(text_slice(text, 0, 1), "") &&
           !ascii_is_digit(text.data[0]);
}

static bool is_tight(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    return inside.size == text_trim(inside).size;
}

static bool is_any(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    return inside.size > 0;
}

static bool is_empty(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    return inside.size == 0;
}

static bool is_short(const struct text_scan *scan, size_t at, struct text inside) {
    enum { LONGEST = 12 };
    (void)scan, (void)at;
    return inside.size <= LONGEST && consists_of(inside, "+-");
}

// "x", "n_1", "a = b"; not the amounts of "$5 og $6".
static bool is_formula(const struct text_scan *scan, size_t at, struct text inside) {
    enum { LONGEST_NAME = 3 };
    bool signs = false;
    for (size_t i = 0; i < inside.size; i++)
        signs = signs || strchr("\\^_=<>{}", inside.data[i]) != NULL;
    return is_tight(scan, at, inside) &&
           (signs || (inside.size <= LONGEST_NAME && begins_with_letter(inside)));
}

static bool is_emoji(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    bool letters = inside.size > 1 && begins_with_letter(inside) && consists_of(inside, "_+-");
    return letters || text_is(inside, "+1") || text_is(inside, "-1");
}

// ".class", "#id", ": .class"
static bool is_attributes(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    size_t from = text_starts_with(inside, TEXT(":")) ? 1 : 0;
    struct text list = text_trim(text_slice(inside, from, inside.size));
    return list.size > 1 && (list.data[0] == '.' || list.data[0] == '#') &&
           begins_with_letter(text_slice(list, 1, list.size));
}

static bool is_command(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    size_t end = text_find(inside, '{');
    return end > 1 && end < inside.size && begins_with_letter(inside) &&
           consists_of(text_slice(inside, 0, end), "*");
}

static bool is_capitals(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    for (size_t i = 0; i < inside.size; i++)
        if (inside.data[i] < 'A' || inside.data[i] > 'Z')
            return false;
    return inside.size > 2;
}

static bool is_name(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    return begins_with_letter(inside);
}

// A word, and what it means on the next line.
static bool is_definition(const struct text_scan *scan, size_t at, struct text inside) {
    struct text text = scan->text;
    size_t start = at;
    while (start > 0 && text.data[start - 1] == ' ')
        start--;
    size_t end = start;
    if (end > 0 && text.data[end - 1] == '\n')
        end--;
    if (end > 0 && text.data[end - 1] == '\r')
        end--;
    return inside.size > 0 && end < start && word_before(text, end);
}

static bool is_directive(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    return begins_with_letter(inside) && memmem(inside.data, inside.size, "::", 2) != NULL;
}

static bool is_heading(const struct text_scan *scan, size_t at, struct text inside) {
    (void)scan, (void)at;
    size_t from = 0;
    while (from < inside.size && inside.data[from] == '=')
        from++;
    return from + 1 < inside.size && inside.data[from] == ' ' && word_at(inside, from + 1);
}

// --- what is meant ---

static const struct text not_certain = {NULL, 0};

static struct text with_digits(const struct text_scan *scan, struct text inside,
                               const char *const digits[]) {
    struct text meant = TEXT("");
    for (size_t i = 0; i < inside.size; i++) {
        if (!ascii_is_digit(inside.data[i]))
            return not_certain;
        meant =
            text_concat(scan->repository->arena, meant, text_from(digits[inside.data[i] - '0']));
    }
    return meant;
}

static struct text lowered(const struct text_scan *scan, struct text inside) {
    static const char *const digits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    return with_digits(scan, inside, digits);
}

static struct text raised(const struct text_scan *scan, struct text inside) {
    static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    return with_digits(scan, inside, digits);
}

static struct text nothing(const struct text_scan *scan, struct text inside) {
    (void)scan, (void)inside;
    return TEXT("");
}

// As many '#' as '=', with the one that it begins with.
static struct text heading(const struct text_scan *scan, struct text inside) {
    static const struct text hashes = TEXT_OF("######");
    size_t from = 0, to = inside.size;
    while (inside.data[from] == '=')
        from++;
    while (inside.data[to - 1] == '=' || inside.data[to - 1] == ' ')
        to--;
    return from >= hashes.size
               ? not_certain
               : text_concat(scan->repository->arena, text_slice(hashes, 0, from + 1),
                             text_slice(inside, from, to));
}

static struct text alert(const struct text_scan *scan, struct text inside) {
    static const struct {
        const char *kind, *words[2]; // bokmål, nynorsk
    } alerts[] = {
        {"NOTE", {"**Merk:**", "**Merk:**"}},
        {"TIP", {"**Tips:**", "**Tips:**"}},
        {"IMPORTANT", {"**Viktig:**", "**Viktig:**"}},
        {"WARNING", {"**Advarsel:**", "**Åtvaring:**"}},
        {"CAUTION", {"**Forsiktig:**", "**Ver varsam:**"}},
    };
    for (size_t i = 0; i < sizeof alerts / sizeof *alerts; i++)
        if (text_is(inside, alerts[i].kind))
            return text_from(alerts[i].words[scan->language == LANGUAGE_NN]);
    return not_certain;
}

// --- the table of them ---

#define CONTENTS N_("the documents make their contents themselves; delete it")
#define PAGES N_("the documents divide their pages themselves; delete it")
#define CHANGES N_("others' changes and notes are not taken out; write the text as it is to be")
#define CHARACTERS N_("write the small characters themselves, as in H₂O and m²")
#define FORMULAS N_("formulas are not set; write it with ordinary characters, as in a² + b²")
#define ADMONITION N_("write a paragraph that begins with '**Merk:**'")
#define LINE(text, advice)                                                                         \
    { TEXT_OF(text), TEXT_OF(""), OWN_LINE, is_empty, nothing, advice }

// The first that fits counts: longer marks come before those that they begin with.
static const struct markup markups[] = {
    LINE("[TOC]", CONTENTS),
    LINE("[toc]", CONTENTS),
    LINE("[[TOC]]", CONTENTS),
    LINE("[[_TOC_]]", CONTENTS),
    LINE("{{TOC}}", CONTENTS),
    LINE("\\tableofcontents", CONTENTS),
    LINE("\\newpage", PAGES),
    LINE("\\pagebreak", PAGES),
    {TEXT_OF("[!"), TEXT_OF("]"), OWN_LINE, is_capitals, alert, ADMONITION},
    {TEXT_OF("!!! "), TEXT_OF(""), LINE_FROM, is_name, NULL, ADMONITION},
    {TEXT_OF("??? "), TEXT_OF(""), LINE_FROM, is_name, NULL, ADMONITION},
    {TEXT_OF(":::"), TEXT_OF(""), LINE_FROM, is_tight, NULL,
     N_("delete the line; what is between two of them stays")},
    {TEXT_OF(": "), TEXT_OF(""), LINE_FROM, is_definition, NULL,
     N_("write '**word:** what it means' on one line")},
    {TEXT_OF(".. "), TEXT_OF(""), LINE_FROM, is_directive, NULL,
     N_("nothing follows such an instruction; delete it")},
    {TEXT_OF("="), TEXT_OF(""), LINE_FROM, is_heading, heading, N_("a heading begins with '## '")},
    {TEXT_OF("{++"), TEXT_OF("++}"), ANYWHERE, is_tight, NULL, CHANGES},
    {TEXT_OF("{--"), TEXT_OF("--}"), ANYWHERE, is_tight, NULL, CHANGES},
    {TEXT_OF("{~~"), TEXT_OF("~~}"), ANYWHERE, is_tight, NULL, CHANGES},
    {TEXT_OF("{=="), TEXT_OF("==}"), ANYWHERE, is_tight, NULL, CHANGES},
    {TEXT_OF("{>>"), TEXT_OF("<<}"), ANYWHERE, is_any, NULL, CHANGES},
    {TEXT_OF("%%"), TEXT_OF("%%"), OUTSIDE_WORDS, is_tight, NULL, CHANGES},
    {TEXT_OF("{{"), TEXT_OF("}}"), ANYWHERE, is_any, NULL,
     N_("nothing is filled in here; write the words")},
    {TEXT_OF("{"), TEXT_OF("}"), ANYWHERE, is_attributes, nothing, N_("delete it")},
    {TEXT_OF("=="), TEXT_OF("=="), OUTSIDE_WORDS, is_tight, NULL,
     N_("words cannot be highlighted; write '**' on both sides of what matters")},
    {TEXT_OF("'''"), TEXT_OF("'''"), OUTSIDE_WORDS, is_tight, NULL, N_("write '**' on both sides")},
    {TEXT_OF("~~"), TEXT_OF("~~"), ANYWHERE, is_tight, NULL,
     N_("words cannot be struck through; delete them, or write what has changed")},
    {TEXT_OF("~"), TEXT_OF("~"), AFTER_WORD, is_short, lowered, CHARACTERS},
    {TEXT_OF("^["), TEXT_OF("]"), ANYWHERE, is_tight, NULL,
     N_("write the note in parentheses, or as a paragraph")},
    {TEXT_OF("^"), TEXT_OF("^"), AFTER_WORD, is_short, raised, CHARACTERS},
    {TEXT_OF("$$"), TEXT_OF("$$"), OUTSIDE_WORDS, is_tight, NULL, FORMULAS},
    {TEXT_OF("$$"), TEXT_OF(""), OWN_LINE, is_empty, NULL, FORMULAS},
    {TEXT_OF("$"), TEXT_OF("$"), OUTSIDE_WORDS, is_formula, NULL, FORMULAS},
    {TEXT_OF(":"), TEXT_OF(":"), OUTSIDE_WORDS, is_emoji, NULL,
     N_("write the character itself, or leave it out")},
    {TEXT_OF("\\"), TEXT_OF("}"), OUTSIDE_WORDS, is_command, NULL,
     N_("nothing follows such an instruction; write the words alone")},
};

// --- finding them ---

static bool begins_line(struct text text, size_t at) {
    while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '>'))
        at--;
    return at == 0 || is_line_break(text.data[at - 1]);
}

static bool is_in_place(const struct text_scan *scan, const struct markup *markup, size_t at,
                        struct text whole, struct text line) {
    struct text text = scan->text, rest = text_slice(line, whole.size, line.size);
    bool before = at > 0 && word_before(text, at), after = word_at(rest, 0);
    switch (markup->place) {
    case OUTSIDE_WORDS:
        return !before && !after && (at == 0 || text.data[at - 1] != markup->open.data[0]);
    case AFTER_WORD:
        return before;
    case OWN_LINE:
    case LINE_FROM:
        return begins_line(text, at) && text_trim(rest).size == 0;
    case ANYWHERE:
        break;
    }
    return at == 0 || text.data[at - 1] != markup->open.data[0];
}

// What `markup` marks at the beginning of `line`, between its marks; NULL where it marks nothing.
static struct text inside_of(const struct markup *markup, struct text line) {
    enum { LONGEST = 1000 };
    struct text rest = text_slice(line, markup->open.size, line.size), close = markup->close;
    rest = text_slice(rest, 0, rest.size < LONGEST ? rest.size : LONGEST);
    if (markup->place == LINE_FROM)
        return text_trim(rest);
    if (close.size == 0)
        return TEXT("");
    const char *end = memmem(rest.data, rest.size, close.data, close.size);
    struct text inside = text_slice(rest, 0, end == NULL ? 0 : (size_t)(end - rest.data));
    bool again = inside.size > 0 && inside.data[0] == markup->open.data[0]; // "~~~", "$$$"
    return inside.size == 0 || again ? not_certain : inside;
}

static bool report_markup(struct text_scan *scan, const struct markup *markup, size_t at,
                          struct text line, size_t *end) {
    enum { LONGEST_SHOWN = 40 };
    struct text inside = inside_of(markup, line);
    size_t size = markup->place == LINE_FROM ? text_trim(line).size
                                             : markup->open.size + inside.size + markup->close.size;
    struct text whole = text_slice(line, 0, size);
    if (inside.data == NULL || !is_in_place(scan, markup, at, whole, line) ||
        !markup->is(scan, at, inside))
        return false;
    struct text shown = size <= LONGEST_SHOWN ? whole : text_trim(markup->open);
    scan_report(scan, RULE_NOT_MARKDOWN, at, _("'%.*s' is printed as it is here; %s"),
                TEXT_ARGS(shown), _(markup->advice));
    struct text meant = markup->mend == NULL ? not_certain : markup->mend(scan, inside);
    size_t from = at; // without the space before what goes away
    while (meant.data != NULL && meant.size == 0 && from > 0 && scan->text.data[from - 1] == ' ')
        from--;
    if (meant.data != NULL)
        scan_fix(scan, from, at + size, meant);
    *end = at + size;
    return true;
}

// --- entities ---

// "&nbsp" and others without their ";".
static bool report_entity(struct text_scan *scan, size_t at, struct text line, size_t *end) {
    static const char *const names[] = {
        "nbsp",  "amp",    "lt",    "gt",     "quot",   "aelig", "oslash", "aring",
        "AElig", "Oslash", "Aring", "eacute", "ndash",  "mdash", "shy",    "euro",
        "sect",  "laquo",  "raquo", "hellip", "middot", "bull",  NULL,
    };
    size_t size = 1;
    while (size < line.size && consists_of(text_slice(line, size, size + 1), ""))
        size++;
    const struct text name = text_slice(line, 1, size);
    size_t i = 0;
    while (names[i] != NULL && !text_is(name, names[i]))
        i++;
    if (names[i] == NULL || (size < line.size && line.data[size] == ';') || word_at(line, size))
        return false;
    scan_report(scan, RULE_NOT_MARKDOWN, at, _("'%.*s' is printed as it is here; %s"), (int)size,
                line.data, _("it lacks a ';' at its end"));
    scan_fix(scan, at + size, at + size, TEXT(";"));
    *end = at + size;
    return true;
}

size_t check_foreign(struct text_scan *scan, size_t at) {
    struct text line = text_slice(scan->text, at, scan->text.size);
    size_t end = at;
    line = text_slice(line, 0, text_line_end(line, 0));
    if (line.data[0] == '&')
        return report_entity(scan, at, line, &end) ? end : at;
    for (size_t i = 0; i < sizeof markups / sizeof *markups; i++)
        if (markups[i].open.data[0] == line.data[0] && text_starts_with(line, markups[i].open) &&
            report_markup(scan, &markups[i], at, line, &end))
            return end;
    return at;
}
