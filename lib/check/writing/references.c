// SPDX-License-Identifier: MIT
// References in running text that are no links: "sak 30/24", "tiltak 1.2.1", "mål 1.2".

#include "check/writing/rules.h"

#include "base/suggest.h"
#include "base/date.h"
#include "base/message.h"
#include "base/words.h"
#include "check/writing/classes.h"
#include "input/markdown/markdown.h"
#include "model/plan/numbers.h"

struct reference {
    const struct reference_kind *kind;
    struct text committee; // of a case; empty: of somebody else's
    bool names_committee;  // in the text: the link needs it too
    bool is_ours;          // the committee is named after the number
    size_t from;           // of what becomes the link
    struct text number;
    size_t to;
};

struct reference_kind {
    const char *const *words;
    size_t (*number_end)(struct text text, size_t at); // or `at`
    const char *scheme;
    bool (*exists)(struct text_scan *scan, const struct reference *reference);
    void (*report_missing)(struct text_scan *scan, const struct reference *reference);
};

// --- numbers ---

static size_t skip_digits(struct text text, size_t at) {
    while (text_digit_at(text, at))
        at++;
    return at;
}

// Whether it is a complete number, or part of something longer.
static bool ends_here(struct text text, size_t at) {
    if (at >= text.size)
        return true;
    bool joint = text.data[at] == '.' || text.data[at] == '/' || text.data[at] == '-' ||
                 text.data[at] == ',';
    return !word_at(text, at) && !(joint && text_digit_at(text, at + 1));
}

static size_t case_end(struct text text, size_t at) {
    size_t slash = skip_digits(text, at);
    size_t end = slash < text.size && text.data[slash] == '/' ? skip_digits(text, slash + 1) : at;
    bool good = slash > at && slash - at <= 4 && end == slash + 3 && ends_here(text, end);
    return good ? end : at;
}

// So many numbers with periods between.
static size_t plan_number_end(struct text text, size_t at, int parts) {
    size_t end = skip_digits(text, at);
    for (int i = 1; i < parts; i++) {
        if (end == at || end - at > 12 || end >= text.size || text.data[end] != '.' ||
            !text_digit_at(text, end + 1))
            return at;
        end = skip_digits(text, end + 1);
    }
    return end;
}

static size_t action_end(struct text text, size_t at) {
    size_t end = plan_number_end(text, at, 3);
    bool letter = end > at && end < text.size && text.data[end] >= 'A' && text.data[end] <= 'Z';
    end += letter;
    return ends_here(text, end) ? end : at;
}

static size_t goal_end(struct text text, size_t at) {
    size_t end = plan_number_end(text, at, 2);
    return ends_here(text, end) ? end : at;
}

// --- what they name ---

// The plan whose numbers are meant in the text, where it is known.
static const struct plan *plan_of(struct text_scan *scan) {
    const struct plan *plan = scan->plan != NULL
                                  ? scan->plan
                                  : repository_plan(scan->repository, scan->committee, scan->day);
    return plan == NULL || plan->source->broken ? NULL : plan;
}

static bool action_exists(struct text_scan *scan, const struct reference *reference) {
    const struct plan *plan = plan_of(scan);
    return plan == NULL || plan_action(plan, reference->number, scan->day) != NULL;
}

static bool goal_exists(struct text_scan *scan, const struct reference *reference) {
    const struct plan *plan = plan_of(scan);
    return plan == NULL || plan_goal(plan, reference->number, scan->day) != NULL;
}

static bool case_exists(struct text_scan *scan, const struct reference *reference) {
    return repository_case(scan->repository, reference->committee, reference->number) != NULL;
}

static void report_missing_number(struct text_scan *scan, const struct reference *reference,
                                  const struct index *index, const char *what) {
    size_t at = (size_t)(reference->number.data - scan->text.data);
    struct text near = index_suggestion(index, reference->number, scan->repository->diagnostics);
    if (near.size > 0)
        scan_report(scan, RULE_UNKNOWN_REFERENCE, at, _("there is no %s %.*s; did you mean %.*s?"),
                    what, TEXT_ARGS(reference->number), TEXT_ARGS(near));
    else
        scan_report(scan, RULE_UNKNOWN_REFERENCE, at, _("there is no %s %.*s"), what,
                    TEXT_ARGS(reference->number));
}

static void report_missing_action(struct text_scan *scan, const struct reference *reference) {
    report_missing_number(scan, reference, &plan_of(scan)->actions, _("action"));
}

static void report_missing_goal(struct text_scan *scan, const struct reference *reference) {
    report_missing_number(scan, reference, &plan_of(scan)->goals, _("goal"));
}

// "sak 12/24 i formannskapet" is no case of ours.
static bool is_of_others(const struct text_scan *scan, size_t end) {
    static const char *const words[] = {"i", "hos", "ved", "fra", "frå", "for", NULL};
    return scan_is_one_of(scan_word_after(scan, end), words);
}

static void report_missing_case(struct text_scan *scan, const struct reference *reference) {
    if (!reference->is_ours && is_of_others(scan, reference->to))
        return;
    size_t at = (size_t)(reference->number.data - scan->text.data);
    scan_report(scan, RULE_UNKNOWN_REFERENCE, at,
                _("there is no case %.*s of %.*s in meetings/ or plan/earlier-cases.yaml"),
                TEXT_ARGS(reference->number), TEXT_ARGS(reference->committee));
}

// --- references ---

static const char *const case_words[] = {"sak",    "saka",   "saken",      "saker", "sakene",
                                         "sakane", "saksnr", "saksnummer", NULL};
static const char *const action_words[] = {"tiltak", "tiltaket", "tiltakene", "tiltaka", NULL};
static const char *const goal_words[] = {"mål", "målet", "målene", "måla", NULL};

enum { A_CASE, AN_ACTION, A_GOAL, KIND_COUNT };

static const struct reference_kind kinds[KIND_COUNT] = {
    [A_CASE] = {case_words, case_end, "sak", case_exists, report_missing_case},
    [AN_ACTION] = {action_words, action_end, "tiltak", action_exists, report_missing_action},
    [A_GOAL] = {goal_words, goal_end, "mål", goal_exists, report_missing_goal},
};

// The paper of a case may name the case.
static bool is_own_number(const struct text_scan *scan, struct text number) {
    struct text path = scan->source->path;
    size_t slash = text_find(number, '/');
    struct text name = text_format(scan->repository->arena, "/%.*s-%.*s.md", (int)slash,
                                   number.data, (int)(number.size - slash - (slash < number.size)),
                                   number.data + slash + (slash < number.size));
    return text_ends_with(path, name);
}

static void report_unlinked(struct text_scan *scan, const struct reference *reference) {
    struct text words = text_slice(scan->text, reference->from, reference->to);
    struct text prefix = reference->names_committee
                             ? text_concat(scan->repository->arena, reference->committee, TEXT("-"))
                             : TEXT("");
    struct text link =
        text_format(scan->repository->arena, "[%.*s](%s:%.*s%.*s)", TEXT_ARGS(words),
                    reference->kind->scheme, TEXT_ARGS(prefix), TEXT_ARGS(reference->number));
    bool one_line = text_find(words, '\n') == words.size;
    if (!one_line)
        return;
    scan_report(scan, RULE_UNLINKED_REFERENCE, reference->from, _("'%.*s' can be a link: '%.*s'"),
                TEXT_ARGS(words), TEXT_ARGS(link));
    if (scan->written->from + reference->from >= scan->written->links_from)
        scan_fix(scan, reference->from, reference->to, link);
}

static void judge(struct text_scan *scan, const struct reference *reference) {
    unsigned char class = scan->classes[reference->from];
    if (class > PROSE_TITLE || scan->classes[reference->to - 1] > PROSE_TITLE)
        return;
    bool is_case = reference->kind == &kinds[A_CASE];
    if (is_case && (reference->committee.size == 0 || is_own_number(scan, reference->number)))
        return;
    if (!reference->kind->exists(scan, reference))
        reference->kind->report_missing(scan, reference);
    else if (class == PROSE_WORDS && scan->written->markdown && plan_of(scan) != NULL)
        report_unlinked(scan, reference);
}

// "ASU sak 27/22", "ASUs sak 27/22", "PSU-sak 5/24", "sak 5/24 i PSU"; but "forumets sak 40/24" is
// not ours.
static void find_committee(struct text_scan *scan, size_t at, struct reference *reference) {
    const struct organisation *organisation = scan->repository->organisation;
    bool joined = at > 0 && scan->text.data[at - 1] == '-';
    struct text word = scan_party_before(scan, at - joined);
    struct text without_s =
        text_ends_with(word, TEXT("s")) ? text_slice(word, 0, word.size - 1) : TEXT("");
    reference->committee = scan->committee;
    if (organisation == NULL || word.size == 0)
        return;
    const struct party *party = organisation_party(organisation, word);
    if (party == NULL && without_s.size > 0)
        party = organisation_party(organisation, without_s);
    if (party != NULL)
        reference->committee = party->id;
    else if (without_s.size > 0)
        reference->committee = TEXT("");
    reference->names_committee = party != NULL && !text_equal(party->id, scan->committee);
}

// The offset after "i PSU" or "(PSU)", where that names the committee of the case.
static void find_committee_after(struct text_scan *scan, struct reference *reference) {
    static const char *const in[] = {"i", NULL};
    struct text word = scan_word_after(scan, reference->to);
    size_t end = (size_t)(word.data - scan->text.data) + word.size;
    bool in_brackets = word.size == 0 && end < scan->text.size && scan->text.data[end] == '(';
    if (scan->repository->organisation == NULL || !(in_brackets || scan_is_one_of(word, in)))
        return;
    struct text body = scan_party_after(scan, end + in_brackets);
    const struct party *party = organisation_party(scan->repository->organisation, body);
    if (party == NULL)
        return;
    reference->committee = party->id;
    reference->is_ours = true;
    reference->names_committee = !text_equal(party->id, scan->committee);
}

// Where the next number of "1.1.1, 1.1.2 og 1.1.3" begins; or `at`.
static size_t next_number(struct text text, size_t at) {
    static const struct text joints[] = {TEXT_OF(", "), TEXT_OF(" og "), TEXT_OF(" eller "),
                                         TEXT_OF(" samt "), TEXT_OF("/")};
    struct text rest = text_slice(text, at, text.size);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (text_starts_with(rest, joints[i]))
            return at + joints[i].size;
    return at;
}

// The numbers from `at` on, of which the first belongs to the word at reference->from.
static size_t judge_numbers(struct text_scan *scan, struct reference reference, size_t at) {
    size_t after = at;
    for (;;) {
        size_t end = reference.kind->number_end(scan->text, at);
        if (end == at || scan->full)
            return after;
        reference.number = text_slice(scan->text, at, end);
        reference.to = after = end;
        struct reference this = reference;
        if (this.kind == &kinds[A_CASE] && this.committee.size > 0)
            find_committee_after(scan, &this);
        judge(scan, &this);
        at = next_number(scan->text, end);
        if (at == end)
            return after;
        reference.from = at;
    }
}

static const struct reference_kind *kind_of(struct text word) {
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (scan_is_one_of(word, kinds[i].words))
            return &kinds[i];
    return NULL;
}

// "PSU-5/24", "fagråd-1-5/24"
static size_t check_prefixed_case(struct text_scan *scan, size_t at) {
    size_t end = at + scan->word.size;
    if (end == scan->text.size || scan->text.data[end] != '-')
        return at;
    struct text word = scan_party_after(scan, at);
    size_t from = at + word.size + 1;
    const struct organisation *organisation = scan->repository->organisation;
    if (from >= scan->text.size || scan->text.data[from - 1] != '-' ||
        case_end(scan->text, from) == from || organisation == NULL)
        return at;
    const struct party *party = organisation_party(organisation, word);
    if (party == NULL)
        return at;
    const struct reference reference = {
        .kind = &kinds[A_CASE],
        .committee = party->id,
        .names_committee = true,
        .from = at,
        .number = text_slice(scan->text, from, case_end(scan->text, from)),
        .to = case_end(scan->text, from),
    };
    judge(scan, &reference);
    return reference.to;
}

void mark_reference_words(unsigned char marks[256]) {
    for (size_t i = 0; i < KIND_COUNT; i++)
        for (size_t j = 0; kinds[i].words[j] != NULL; j++)
            marks[word_mark(text_from(kinds[i].words[j]))] |= ASKS_NAMED_REFERENCE;
}

size_t check_named_reference(struct text_scan *scan, size_t at) {
    static const char *const number_words[] = {"nr", "nummer", NULL};
    // In "sakene 27/22 og 30/24" the word belongs to both.
    static const char *const joined[] = {"sak", "tiltak", "mål", NULL};
    struct text word = scan->word;
    struct reference reference = {.kind = kind_of(word), .from = at};
    if (reference.kind == NULL)
        return check_prefixed_case(scan, at);
    size_t end = at + word.size;
    end += text_ends_with(word, TEXT("nr")) && end < scan->text.size && scan->text.data[end] == '.';
    size_t number = scan_skip_space(scan->text, end);
    struct text next = scan_word_after(scan, end);
    if (scan_is_one_of(next, number_words)) {
        number += next.size;
        number += number < scan->text.size && scan->text.data[number] == '.';
        number = scan_skip_space(scan->text, number);
    }
    if (number == end || reference.kind->number_end(scan->text, number) == number)
        return at;
    if (reference.kind == &kinds[A_CASE])
        find_committee(scan, at, &reference);
    if (!scan_is_one_of(word, joined))
        reference.from = number;
    else if (at > 0 && scan->text.data[at - 1] == '-') // "ASU-sak 30/24"
        reference.from = at - 1 - scan_party_before(scan, at - 1).size;
    return judge_numbers(scan, reference, number);
}

// After these words a number is that of something else.
static bool is_of_something_else(struct text word) {
    static const char *const words[] = {"versjon",  "v",      "kapittel", "kap",
                                        "avsnitt",  "tabell", "figur",    "utgave",
                                        "paragraf", "side",   NULL};
    return scan_is_one_of(word, words);
}

// "20.01.22" and "1.2.2024", unless it is the number of an action.
static bool is_date(struct text_scan *scan, size_t at) {
    struct text number = scan_number(scan, at);
    size_t end = 0;
    struct date date = {.day = scan_digits(number, &end, 2)};
    end++; // a period, as in the number of an action
    date.month = scan_digits(number, &end, 2);
    end++;
    date.year = end < number.size ? scan_year(number, &end) : -1;
    const struct reference reference = {.number = number};
    return end == number.size && date.year >= 0 && date_exists(date) &&
           !action_exists(scan, &reference);
}

size_t check_plain_reference(struct text_scan *scan, size_t at) {
    if (scan->plan == NULL || scan_number(scan, at).size == 0 || action_end(scan->text, at) == at ||
        is_date(scan, at) || is_of_something_else(scan_word_before(scan, at)))
        return at;
    return judge_numbers(scan, (struct reference){.kind = &kinds[AN_ACTION], .from = at}, at);
}
