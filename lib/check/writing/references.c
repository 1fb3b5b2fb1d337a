// SPDX-License-Identifier: MIT
// References in running text that are no links: "sak 30/24", "tiltak 1.2.1", "mål 1.2".

#include "check/writing/rules.h"

#include "base/suggest.h"
#include "base/date.h"
#include "base/message.h"
#include "base/words.h"
#include "check/writing/classes.h"
#include "check/writing/holders.h"
#include "input/markdown/markdown.h"
#include "model/plan/numbers.h"

#include <string.h>

struct reference {
    const struct reference_kind *kind;
    struct text committee; // of a case; empty: of somebody else's
    bool names_committee;  // in the text: the link needs it too
    bool is_ours;          // the committee is named after the number
    bool is_told;          // whose case it is, right at the number
    size_t word;           // where the word begins that says what it is
    size_t from;           // of what becomes the link
    struct text number;    // as its file has it
    size_t at;             // of the number in the text
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
    bool century =
        end == slash + 5 && text_starts_with(text_slice(text, slash + 1, end), TEXT("20"));
    bool good =
        slash > at && slash - at <= 4 && (end == slash + 3 || century) && ends_here(text, end);
    return good ? end : at;
}

// "39/24" of "39/2024"
static struct text with_short_year(struct text number, struct arena *arena) {
    enum { CENTURY = 2 };
    size_t slash = text_find(number, '/') + 1;
    if (number.size != slash + 4)
        return number;
    return text_concat(arena, text_slice(number, 0, slash),
                       text_slice(number, slash + CENTURY, number.size));
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
    struct text near = index_suggestion(index, reference->number, scan->repository->diagnostics);
    if (near.size > 0)
        scan_report(scan, RULE_UNKNOWN_REFERENCE, reference->at,
                    _("there is no %s %.*s; did you mean %.*s?"), what,
                    TEXT_ARGS(reference->number), TEXT_ARGS(near));
    else
        scan_report(scan, RULE_UNKNOWN_REFERENCE, reference->at, _("there is no %s %.*s"), what,
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
    scan_report(scan, RULE_UNKNOWN_REFERENCE, reference->at,
                _("there is no case %.*s of %.*s in meetings/ or plan/earlier-cases.yaml"),
                TEXT_ARGS(reference->number), TEXT_ARGS(reference->committee));
}

// --- references ---

static const char *const case_words[] = {"sak",
                                         "saka",
                                         "saken",
                                         "saker",
                                         "sakene",
                                         "sakane",
                                         "saksnr",
                                         "saknr",
                                         "saksnummer",
                                         "saksframlegg",
                                         "saksframlegget",
                                         "saksfremlegg",
                                         "saksfremlegget",
                                         NULL};
// Their numbers are those of cases only when they follow a body: "ASU-vedtak 42/24".
static const char *const decision_words[] = {"vedtak", "vedtaket", "vedtaka", "vedtakene", NULL};
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

static void name_committee(const struct text_scan *scan, struct reference *reference,
                           const struct party *party) {
    reference->committee = party->id;
    reference->is_told = true;
    reference->names_committee = !text_equal(party->id, scan->committee);
}

// Whose case it is, by the sentence where nothing at the number says it. False where that is not
// certain, or a case that is not known here.
static bool find_holder(struct text_scan *scan, struct reference *reference) {
    enum { MOST_HOLDERS = 1000 }; // of one text; each costs a look at its sentence
    if (reference->is_told)
        return true;
    if (++scan->holder_count > MOST_HOLDERS)
        return false;
    struct case_holder holder = case_holder(scan, reference->word, reference->to);
    if (holder.body != NULL)
        name_committee(scan, reference, holder.body);
    return !holder.is_unclear && (holder.body == NULL || case_exists(scan, reference));
}

static void judge(struct text_scan *scan, struct reference *reference) {
    unsigned char class = scan->classes[reference->from];
    if (class > PROSE_TITLE || scan->classes[reference->to - 1] > PROSE_TITLE)
        return;
    bool is_case = reference->kind == &kinds[A_CASE];
    if (is_case && (reference->committee.size == 0 || is_own_number(scan, reference->number) ||
                    !find_holder(scan, reference)))
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
        name_committee(scan, reference, party);
    else if (without_s.size > 0 || is_acronym(word))
        reference->committee = TEXT("");
}

// The offset after "i PSU" or "(PSU)", where that names the committee of the case.
static void find_committee_after(struct text_scan *scan, struct reference *reference) {
    static const char *const in[] = {"i", "hos", "ved", "fra", "frå", NULL};
    struct text word = scan_word_after(scan, reference->to);
    size_t end = (size_t)(word.data - scan->text.data) + word.size;
    bool in_brackets = word.size == 0 && end < scan->text.size && scan->text.data[end] == '(';
    if (scan->repository->organisation == NULL || !(in_brackets || scan_is_one_of(word, in)))
        return;
    struct text body = scan_party_after(scan, end + in_brackets);
    const struct party *party = organisation_party(scan->repository->organisation, body);
    if (party == NULL) {
        if (is_acronym(body))
            reference->committee = TEXT("");
        return;
    }
    name_committee(scan, reference, party);
    reference->is_ours = true;
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

// The numbers from `at` on, of which the first belongs to the word at reference->from.
static size_t judge_numbers(struct text_scan *scan, struct reference reference, size_t at) {
    size_t after = at;
    for (;;) {
        size_t end = reference.kind->number_end(scan->text, at);
        if (end == at || scan->full)
            return after;
        reference.number = text_slice(scan->text, at, end);
        reference.at = at;
        reference.to = after = end;
        struct reference this = reference;
        if (this.kind == &kinds[A_CASE]) {
            this.number = with_short_year(this.number, scan->repository->arena);
            if (this.committee.size > 0)
                find_committee_after(scan, &this);
        }
        judge(scan, &this);
        at = next_number(scan->text, end);
        if (at == end || (reference.kind == &kinds[AN_ACTION] && is_date(scan, at)))
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

// After these words the number is that of a meeting.
static bool is_of_a_meeting(const struct text_scan *scan, size_t at) {
    static const char *const words[] = {"møte",       "møtet",       "møta",         "møter",
                                        "protokoll",  "referat",     "protokollen",  "referatet",
                                        "innkalling", "innkallinga", "innkallingen", NULL};
    struct text before = scan_word_before(scan, at);
    static const char *const joints[] = {"i", "for", "frå", "fra", "til", NULL};
    if (scan_is_one_of(before, joints))
        before = scan_word_before(scan, (size_t)(before.data - scan->text.data));
    return scan_is_one_of(before, words);
}

// Whether a number comes after the word that ends at `end`, or more of the word, as nearly never.
static bool may_prefix(struct text text, size_t end) {
    bool hyphen = end < text.size && text.data[end] == '-';
    return hyphen || text_digit_at(text, end + word_space(text, end));
}

// "PSU-5/24", "fagråd-1-5/24", "PSU 5/24"
size_t check_prefixed_case(struct text_scan *scan, size_t at) {
    if (!may_prefix(scan->text, at + scan->word.size))
        return at;
    struct text text = scan->text, word = scan_party_after(scan, at);
    const struct organisation *organisation = scan->repository->organisation;
    size_t before = at + word.size;
    bool hyphen = before < text.size && text.data[before] == '-';
    size_t from = before + (hyphen ? 1 : word_space(text, before));
    size_t end = case_end(text, from);
    if (from == before || end == from || organisation == NULL)
        return at;
    const struct party *party = organisation_party(organisation, word);
    if (party == NULL || (!hyphen && (party->body == NULL || is_of_a_meeting(scan, at))))
        return at;
    struct reference reference = {
        .kind = &kinds[A_CASE],
        .committee = party->id,
        .names_committee = true,
        .is_told = true,
        .from = at,
        .number = with_short_year(text_slice(text, from, end), scan->repository->arena),
        .at = from,
        .to = end,
    };
    judge(scan, &reference);
    return reference.to;
}

void mark_reference_words(const struct organisation *organisation, unsigned char marks[256]) {
    for (size_t i = 0; i < KIND_COUNT; i++)
        for (size_t j = 0; kinds[i].words[j] != NULL; j++)
            marks[word_mark(text_from(kinds[i].words[j]))] |= ASKS_NAMED_REFERENCE;
    for (size_t i = 0; decision_words[i] != NULL; i++)
        marks[word_mark(text_from(decision_words[i]))] |= ASKS_NAMED_REFERENCE;
    for (size_t i = 0; organisation != NULL && i < organisation->bodies.count; i++)
        marks[word_mark(organisation->bodies.items[i].id.text)] |= ASKS_PREFIXED_CASE;
    if (organisation != NULL)
        mark_holders(organisation, marks);
}

// Where the number begins that belongs to the word before `end`: "sak nr. 27/22", "sak ASU 34/24",
// "sak *48/24*"; or `end`.
static size_t find_number(const struct text_scan *scan, size_t end, struct reference *reference) {
    static const char *const number_words[] = {"nr", "nummer", NULL};
    struct text text = scan->text;
    size_t number = scan_skip_space(text, end);
    struct text next = scan_word_after(scan, end), body = scan_party_after(scan, end);
    const struct party *party = reference->kind == &kinds[A_CASE] && scan->repository->organisation
                                    ? organisation_party(scan->repository->organisation, body)
                                    : NULL;
    if (scan_is_one_of(next, number_words)) {
        number += next.size;
        number += number < text.size && text.data[number] == '.';
    } else if (party != NULL && party->body != NULL) {
        number += body.size;
        name_committee(scan, reference, party);
    }
    number = scan_skip_space(text, number);
    while (number > end && number < text.size && strchr("*_", text.data[number]) != NULL)
        number++;
    return reference->kind->number_end(text, number) == number ? end : number;
}

size_t check_named_reference(struct text_scan *scan, size_t at) {
    // In "sakene 27/22 og 30/24" the word belongs to both.
    static const char *const joined[] = {"sak", "tiltak", "mål", NULL};
    struct text word = scan->word;
    bool decision = scan_is_one_of(word, decision_words);
    struct reference reference = {
        .kind = decision ? &kinds[A_CASE] : kind_of(word), .word = at, .from = at};
    if (reference.kind == NULL)
        return at;
    size_t end = at + word.size;
    end += text_ends_with(word, TEXT("nr")) && end < scan->text.size && scan->text.data[end] == '.';
    size_t number = find_number(scan, end, &reference);
    if (number == end)
        return at;
    if (reference.kind == &kinds[A_CASE] && !reference.is_told)
        find_committee(scan, at, &reference);
    if (decision && !reference.is_told)
        return at;
    if (!scan_is_one_of(word, joined) || strchr("*_", scan->text.data[number - 1]) != NULL)
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

size_t check_plain_reference(struct text_scan *scan, size_t at) {
    if (scan->plan == NULL || scan_number(scan, at).size == 0 || action_end(scan->text, at) == at ||
        is_date(scan, at) || is_of_something_else(scan_word_before(scan, at)))
        return at;
    return judge_numbers(scan, (struct reference){.kind = &kinds[AN_ACTION], .from = at}, at);
}
