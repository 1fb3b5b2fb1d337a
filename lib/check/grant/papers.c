// SPDX-License-Identifier: MIT
// The amounts that the papers of a grant name, against the grant's file. A paper need not name any:
// it can show the table of the grant itself.

#include "check/grant/rules.h"

#include "base/amount.h"
#include "base/message.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ALLOCATIONS = 200, MOST_AMOUNT = 64 };

struct paper_check {
    const struct repository *repository;
    const struct grant *grant;
    const struct case_paper *paper;
    struct text names[MOST_ALLOCATIONS]; // in lower case
    struct arena scratch;
};

static void put_words(struct writer *writer, const struct prose_node *node) {
    for (; node != NULL; node = node->next) {
        if (node->kind == PROSE_TEXT || node->kind == PROSE_CODE)
            writer_put(writer, node->text);
        else if (node->kind == PROSE_SOFT_BREAK || node->kind == PROSE_LINE_BREAK ||
                 node->kind == PROSE_CELL)
            writer_byte(writer, ' ');
        put_words(writer, node->first);
    }
}

static struct text words_of(struct paper_check *check, const struct prose_node *node) {
    struct writer writer;
    writer_to_memory(&writer, &check->scratch);
    put_words(&writer, node->first);
    return text_trim(text_nfc(&check->scratch, writer_text(&writer)));
}

static bool contains(struct text text, struct text part) {
    return part.size > 0 && memmem(text.data, text.size, part.data, part.size) != NULL;
}

// The one allocation that the words name; NULL where they name none or several.
static const struct allocation *named(struct paper_check *check, struct text words) {
    struct text lower = text_lower(&check->scratch, words);
    const struct allocation *found = NULL;
    for (size_t i = 0; i < check->grant->allocations.count; i++)
        if (contains(lower, check->names[i])) {
            if (found != NULL)
                return NULL;
            found = &check->grant->allocations.items[i];
        }
    return found;
}

// What a paper may say of an allocation: what it first got, what it has come to, and each change.
static bool agrees(const struct paper_check *check, const struct allocation *allocation,
                   int64_t ore) {
    const struct grant *grant = check->grant;
    if (ore == allocation->amount.ore || ore == allocation_current(allocation) ||
        ore == allocation->committed.ore)
        return true;
    for (size_t i = 0; i < grant->changes.count; i++)
        if (grant->changes.items[i].of == allocation && grant->changes.items[i].amount.ore == ore)
            return true;
    return false;
}

static void report_other(const struct paper_check *check, struct position at,
                         const struct allocation *allocation, struct text written) {
    struct arena *arena = check->repository->arena;
    report(check->repository->diagnostics, RULE_AMOUNT_DIFFERS, check->paper->source->path, at,
           _("the paper says '%.*s' for '%.*s'; %.*s has kr %s"), TEXT_ARGS(written),
           TEXT_ARGS(allocation->name.text), TEXT_ARGS(check->grant->source->path),
           amount_text(arena, allocation->amount.ore).data);
}

// "12.000": a period with three digits after it, and no fourth.
static bool is_thousands_period(struct text words, size_t at) {
    return words.data[at] == '.' && text_digit_at(words, at + 1) && text_digit_at(words, at + 2) &&
           text_digit_at(words, at + 3) && !text_digit_at(words, at + 4);
}

// A digit, what is between them or before the unit, or the comma of a decimal.
static bool is_of_number(struct text words, size_t at) {
    char byte = words.data[at];
    bool space = byte == ' ' || byte == '\xC2' || byte == '\xA0';
    return space || text_digit_at(words, at) || is_thousands_period(words, at) ||
           (byte == ',' && text_digit_at(words, at + 1));
}

// A number, whose first digit is at `at`, and its unit: "4,5 mill.", "120 000 kroner". Empty where
// there is none.
static struct text amount_at(struct text words, size_t at) {
    static const char *const units[] = {"kroner",  "kr",    "millioner", "millionar",
                                        "million", "mill.", "mill",      "mrd.",
                                        "tusen",   ",-",    ",–"};
    size_t end = at;
    while (end < words.size && end - at < MOST_AMOUNT && is_of_number(words, end))
        end++;
    struct text rest = text_slice(words, end, words.size);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (text_starts_with(rest, text_from(units[i])))
            return text_trim(text_slice(words, at, end + strlen(units[i])));
    struct text before = text_slice(words, 0, at);
    bool after_unit = text_ends_with(before, TEXT("kr ")) || text_ends_with(before, TEXT("Kr "));
    return after_unit ? text_trim(text_slice(words, at, end)) : TEXT("");
}

// Whether nothing follows that the number could count: a mark, or a word that is no thing.
static bool ends_amount(struct text rest) {
    static const char *const words[] = {"i ",   "for ", "til ", "per ", "pr. ",   "og ",
                                        "fra ", "frå ", "av ",  "som ", "hvert ", "kvart "};
    if (rest.size == 0 || strchr(".,;:)", rest.data[0]) != NULL)
        return true;
    rest = text_trim(rest);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts_with(rest, text_from(words[i])))
            return true;
    return false;
}

// Whether the words before say that somebody gets it: "Kurs får 12000". Other numbers without
// spaces are those of projects, years and places.
static bool is_given(struct text before) {
    static const char *const words[] = {"får ",      "fikk ",    "fekk ",     "inntil ",
                                        "tildeles ", "tildelt ", "tildelast "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_ends_with(before, text_from(words[i])))
            return true;
    return false;
}

// "12 000" alone: thousands with a space or a period between, and no word after them for what they
// count.
static struct text bare_amount_at(struct text words, size_t at) {
    size_t end = at, digits = 0;
    while (end < words.size && end - at < MOST_AMOUNT && is_of_number(words, end))
        digits += text_digit_at(words, end++);
    struct text number = text_trim(text_slice(words, at, end));
    bool apart = text_find(number, ' ') < number.size || text_find(number, '\xC2') < number.size ||
                 text_find(number, '.') < number.size;
    bool given = digits > 4 && is_given(text_slice(words, 0, at));
    bool ends = ends_amount(text_slice(words, at + number.size, words.size));
    return (apart || given) && ends && digits >= 4 ? number : TEXT("");
}

static bool begins_number(struct text words, size_t at) {
    return text_digit_at(words, at) &&
           (at == 0 || strchr("0123456789,./-", words.data[at - 1]) == NULL);
}

// Written without its øre, perhaps.
static bool is_about(int64_t a, int64_t b) {
    return a - b < 100 && b - a < 100;
}

// What a paper may say of the grant as a whole, or of any part of it.
static bool grant_has(const struct grant *grant, int64_t ore) {
    const int64_t sums[] = {grant->frame.ore, grant->allocated, grant->allocated + grant->changed,
                            grant->frame.ore - grant->allocated,
                            grant->frame.ore - grant->allocated - grant->changed};
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        if (is_about(ore, sums[i]))
            return true;
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        if (is_about(ore, allocation->amount.ore) ||
            is_about(ore, allocation_current(allocation)) ||
            is_about(ore, allocation->committed.ore))
            return true;
    }
    for (size_t i = 0; i < grant->changes.count; i++)
        if (is_about(ore, grant->changes.items[i].amount.ore))
            return true;
    return false;
}

static void check_any_amount(const struct paper_check *check, struct position at,
                             struct text written, int64_t ore) {
    if (!grant_has(check->grant, ore))
        report(check->repository->diagnostics, RULE_UNKNOWN_AMOUNT, check->paper->source->path, at,
               _("'%.*s' is not an amount of %.*s"), TEXT_ARGS(written),
               TEXT_ARGS(check->grant->source->path));
}

static bool find_place(struct text words, const struct prose_node *node, struct position *at) {
    for (; node != NULL; node = node->next) {
        const char *found = node->kind == PROSE_TEXT
                                ? memmem(node->text.data, node->text.size, words.data, words.size)
                                : NULL;
        if (found != NULL) {
            size_t before = (size_t)(found - node->text.data);
            *at = node->at;
            at->column += (uint32_t)text_length(text_slice(node->text, 0, before));
        }
        if (found != NULL || find_place(words, node->first, at))
            return true;
    }
    return false;
}

// The place of an amount in a paragraph; the start of the paragraph if the amount spans several
// nodes, or the paragraph is so long that many searches would be slow.
static struct position place_of(struct text amount, struct text words,
                                const struct prose_node *paragraph) {
    enum { LONGEST = 8192 };
    struct position at = paragraph->at;
    if (words.size <= LONGEST)
        find_place(amount, paragraph->first, &at);
    return at;
}

// "12.000 kr" and "3.000.000,-" as amounts are written: here a period separates thousands.
static bool parse_amount(struct paper_check *check, struct text written, int64_t *ore) {
    struct writer writer;
    writer_to_memory(&writer, &check->scratch);
    for (size_t i = 0; i < written.size; i++)
        if (!is_thousands_period(written, i))
            writer_byte(&writer, written.data[i]);
    struct text plain = writer_text(&writer);
    if (text_ends_with(plain, TEXT(",-")) || text_ends_with(plain, TEXT(",–")))
        plain.size -= text_ends_with(plain, TEXT(",-")) ? 2 : sizeof ",–" - 1;
    return amount_parse(plain, ore) == AMOUNT_OK;
}

struct written_amount {
    struct text text;
    int64_t ore;
    bool bare; // without a unit
};

// The first one from `*at` on, which then is after it.
static bool next_amount(struct paper_check *check, struct text words, size_t *at,
                        struct written_amount *amount) {
    for (; *at < words.size; ++*at) {
        if (!begins_number(words, *at))
            continue;
        amount->text = amount_at(words, *at);
        amount->bare = amount->text.size == 0;
        if (amount->bare)
            amount->text = bare_amount_at(words, *at);
        if (amount->text.size == 0 || !parse_amount(check, amount->text, &amount->ore))
            continue;
        *at += amount->text.size;
        return true;
    }
    return false;
}

// Reports words that name one allocation, and amounts (with a unit or alone) of which none is
// right; or that name none, and have an amount that no part of the grant has.
static void check_words(struct paper_check *check, const struct prose_node *node,
                        struct text words) {
    const struct allocation *allocation = NULL;
    struct text first = TEXT("");
    struct written_amount amount;
    bool right = false, looked = false; // most paragraphs have no amount
    for (size_t at = 0; !right && next_amount(check, words, &at, &amount);) {
        allocation = looked ? allocation : named(check, words);
        looked = true;
        if (allocation == NULL && amount.bare) // it may be a number of anything
            continue;
        if (allocation == NULL) {
            check_any_amount(check, place_of(amount.text, words, node), amount.text, amount.ore);
            continue;
        }
        first = first.size == 0 ? amount.text : first;
        right = agrees(check, allocation, amount.ore);
    }
    if (first.size > 0 && !right)
        report_other(check, place_of(first, words, node), allocation, first);
}

// --- several in a sentence ---

// Where a sentence names an allocation.
struct naming {
    size_t from;
    size_t to;
};

static int by_place(const void *left, const void *right) {
    const struct naming *a = left, *b = right;
    if (a->from != b->from)
        return (a->from > b->from) - (a->from < b->from);
    return (a->to < b->to) - (a->to > b->to);
}

// In their order; of names within each other the longest. 0 where it is not certain.
static size_t find_namings(struct paper_check *check, struct text words,
                           struct naming namings[MOST_ALLOCATIONS]) {
    struct text lower = text_lower(&check->scratch, words);
    size_t found = 0, kept = 0;
    for (size_t i = 0; lower.size == words.size && i < check->grant->allocations.count; i++) {
        struct text name = check->names[i];
        const char *at =
            name.size == 0 ? NULL : memmem(lower.data, lower.size, name.data, name.size);
        size_t from = at == NULL ? 0 : (size_t)(at - lower.data);
        if (at != NULL)
            namings[found++] = (struct naming){from, from + name.size};
    }
    if (found > 0)
        qsort(namings, found, sizeof *namings, by_place);
    for (size_t i = 0; i < found; i++)
        if (kept == 0 || namings[i].from >= namings[kept - 1].to)
            namings[kept++] = namings[i];
    return kept;
}

// The words that go with naming `i`: "A får 1000 kroner, og" up to the next name, or "1000 kroner
// til A" from the one before, where an amount begins the sentence.
static struct text words_with(struct text words, const struct naming *namings, size_t count,
                              size_t i, bool amount_first) {
    if (amount_first)
        return text_slice(words, i == 0 ? 0 : namings[i - 1].to, namings[i].to);
    return text_slice(words, namings[i].from, i + 1 < count ? namings[i + 1].from : words.size);
}

static bool has_one_amount(struct paper_check *check, struct text words) {
    struct written_amount amount;
    size_t at = 0;
    return next_amount(check, words, &at, &amount) && !next_amount(check, words, &at, &amount);
}

// Each of several allocations with its own amount; false where it is not so.
static bool check_each(struct paper_check *check, const struct prose_node *node,
                       struct text words) {
    struct naming namings[MOST_ALLOCATIONS];
    struct written_amount amount;
    size_t count = find_namings(check, words, namings), at = 0;
    if (count < 2 || !next_amount(check, words, &at, &amount))
        return false;
    bool amount_first = at < namings[0].from;
    for (size_t i = 0; i < count; i++)
        if (!has_one_amount(check, words_with(words, namings, count, i, amount_first)))
            return false;
    for (size_t i = 0; i < count; i++)
        check_words(check, node, words_with(words, namings, count, i, amount_first));
    return true;
}

// --- the texts of a paper ---

// The first sentence: up to a period and a space with a capital letter after it.
static struct text cut_sentence(struct text *words) {
    for (size_t at = 0; at + 2 < words->size; at++) {
        char next = words->data[at + 2];
        if (words->data[at] != '.' || words->data[at + 1] != ' ' ||
            !((next >= 'A' && next <= 'Z') || next == '\xC3'))
            continue;
        struct text sentence = text_slice(*words, 0, at + 1);
        *words = text_slice(*words, at + 2, words->size);
        return sentence;
    }
    struct text rest = *words;
    *words = TEXT("");
    return rest;
}

// Where a paragraph names several allocations, each sentence may name one, or several with an
// amount each.
static void check_paragraph(struct paper_check *check, const struct prose_node *node) {
    struct text words = words_of(check, node);
    if (named(check, words) != NULL)
        check_words(check, node, words);
    else
        while (words.size > 0) {
            struct text sentence = cut_sentence(&words);
            if (!check_each(check, node, sentence))
                check_words(check, node, sentence);
        }
}

// Of a table whose heading says that it has amounts; the units of the heading count too.
static size_t amount_column(struct paper_check *check, const struct prose_node *table,
                            const char **unit) {
    size_t column = 0;
    for (const struct prose_node *cell = table->first->first; cell != NULL; cell = cell->next) {
        struct text words = text_lower(&check->scratch, words_of(check, cell));
        bool millions = contains(words, TEXT("mill"));
        *unit = millions ? " mill." : contains(words, TEXT("tusen")) ? " tusen" : "";
        if (**unit != '\0' || contains(words, TEXT("beløp")) || contains(words, TEXT("tildelt")) ||
            contains(words, TEXT("kroner")) || text_equal(words, TEXT("kr")))
            return column;
        column++;
    }
    return SIZE_MAX;
}

static void check_row(struct paper_check *check, const struct prose_node *row, size_t column,
                      const char *unit) {
    const struct allocation *allocation = named(check, words_of(check, row));
    const struct prose_node *cell = row->first;
    for (size_t i = 0; i < column && cell != NULL; i++)
        cell = cell->next;
    if (allocation == NULL || cell == NULL)
        return;
    struct text written = words_of(check, cell);
    struct text with_unit = text_concat(&check->scratch, written, text_from(unit));
    int64_t ore;
    bool read =
        amount_parse(with_unit, &ore) == AMOUNT_OK || amount_parse(written, &ore) == AMOUNT_OK;
    if (written.size > 0 && (!read || !agrees(check, allocation, ore)))
        report_other(check, cell->at, allocation, written);
}

static void check_table(struct paper_check *check, const struct prose_node *table) {
    const char *unit = "";
    size_t column = amount_column(check, table, &unit);
    if (column == SIZE_MAX)
        return;
    for (const struct prose_node *row = table->first->next; row != NULL; row = row->next)
        check_row(check, row, column, unit);
}

// The depth of the tree is bounded where it is read.
static void check_nodes(struct paper_check *check, const struct prose_node *node,
                        const struct prose_node *end) {
    for (; node != end && node != NULL; node = node->next) {
        struct arena_savepoint saved = arena_save(&check->scratch);
        if (node->kind == PROSE_PARAGRAPH)
            check_paragraph(check, node);
        else if (node->kind == PROSE_TABLE && node->first != NULL)
            check_table(check, node);
        else
            check_nodes(check, node->first, NULL);
        arena_release(&check->scratch, saved);
    }
}

static void check_paper(struct paper_check *check, struct text number) {
    const struct repository *repository = check->repository;
    const struct known_case *known = repository_case(repository, check->grant->owner.text, number);
    check->paper = known == NULL ? NULL : known->paper;
    if (check->paper != NULL)
        check_nodes(check, check->paper->body.first, check->paper->body.end);
}

void check_grant_papers(const struct repository *repository, const struct grant *grant) {
    size_t count = grant->allocations.count;
    if (count == 0 || count > MOST_ALLOCATIONS || grant->changes.count > MOST_ALLOCATIONS)
        return;
    struct paper_check check = {.repository = repository, .grant = grant};
    struct text cases[MOST_ALLOCATIONS + 1];
    size_t case_count = 0;
    arena_init(&check.scratch, repository->arena->out_of_memory);
    for (size_t i = 0; i < count; i++) {
        struct text name = text_nfc(&check.scratch, grant->allocations.items[i].name.text);
        check.names[i] = text_lower(&check.scratch, name);
    }
    if (grant->decided_by.text.size > 0)
        cases[case_count++] = grant->decided_by.text;
    for (size_t i = 0; i < grant->changes.count; i++)
        if (grant->changes.items[i].decided_by.text.size > 0)
            cases[case_count++] = grant->changes.items[i].decided_by.text;
    qsort(cases, case_count, sizeof *cases, text_order);
    for (size_t i = 0; i < case_count; i++)
        if (i == 0 || !text_equal(cases[i], cases[i - 1]))
            check_paper(&check, cases[i]);
    arena_free(&check.scratch);
}
