// SPDX-License-Identifier: MIT

#include "model/register/adoption.h"

#include "base/message.h"
#include "base/words.h"
#include "check/register/parts.h"
#include "check/register/rules.h"
#include "check/tree/references.h"

// --- who ---

// Reports who is named twice in a list.
static void check_once(const struct referrer *referrer, struct index *named, struct scalar who) {
    if (who.text.size == 0 || index_add(named, who.text, referrer) == NULL)
        return;
    report(referrer->repository->diagnostics, RULE_ADOPTION_PARTY, referrer->file, who.at,
           _("'%.*s' is here twice"), TEXT_ARGS(who.text));
}

static void check_those_asked(const struct referrer *referrer, const struct agreement *agreement) {
    struct index named;
    index_init(&named, referrer->repository->arena);
    check_parties(referrer, &agreement->parties);
    for (size_t i = 0; i < agreement->parties.count; i++)
        check_once(referrer, &named, agreement->parties.items[i]);
}

static void check_day(const struct referrer *referrer, const struct adoption *adoption,
                      struct dated as_of) {
    const struct repository *repository = referrer->repository;
    if (!is_adopted(adoption))
        return;
    if (adoption->date.at.line == 0)
        report(repository->diagnostics, RULE_REGISTER_STATE, referrer->file, adoption->state.at,
               "%s", _("this is decided, and has no day; add 'dato'"));
    else if (adoption->date.date.year > 0 && as_of.date.year > 0 &&
             date_compare(adoption->date.date, as_of.date) > 0)
        report(repository->diagnostics, RULE_REGISTER_STATE, referrer->file, adoption->state.at,
               _("this is decided, and its day is %s"),
               date_iso(repository->arena, adoption->date.date).data);
}

static void check_adoptions(const struct referrer *referrer, const struct agreement *agreement,
                            struct dated as_of) {
    struct index named;
    index_init(&named, referrer->repository->arena);
    for (size_t i = 0; i < agreement->adoptions.count; i++) {
        const struct adoption *adoption = &agreement->adoptions.items[i];
        check_once(referrer, &named, adoption->who);
        check_register_party(referrer, adoption->who);
        if (adoption->who.text.size > 0 &&
            !scalar_list_has(&agreement->parties, adoption->who.text))
            report(referrer->repository->diagnostics, RULE_ADOPTION_PARTY, referrer->file,
                   adoption->who.at,
                   _("'%.*s' is not among 'parter' of the agreement, so nobody counts it"),
                   TEXT_ARGS(adoption->who.text));
        check_day(referrer, adoption, as_of);
        check_register_words(referrer, &adoption->number, 1);
        check_register_texts(referrer, (const struct prose *[]){&adoption->reservation}, 1);
    }
}

static void check_answers(const struct referrer *referrer, const struct agreement *agreement) {
    for (size_t i = 0; i < agreement->answers.count; i++) {
        const struct hearing_answer *answer = &agreement->answers.items[i];
        const struct prose *const texts[] = {&answer->remark, &answer->met};
        check_register_party(referrer, answer->who);
        check_register_texts(referrer, texts, 2);
    }
}

// --- sums ---

// What a text says of so many of so many.
struct told_sum {
    int part, whole;
};

// Digits that begin at byte `*at`, which moves behind them; -1 where no number is.
static int number_at(struct text text, size_t *at) {
    size_t from = *at;
    int number;
    while (text_digit_at(text, *at))
        (*at)++;
    return text_to_number(text_slice(text, from, *at), &number) ? number : -1;
}

// "20 av 23", from byte `at` on, where no word or number is before it.
static bool sum_at(struct text text, size_t at, struct told_sum *sum) {
    if (!text_digit_at(text, at) || word_before(text, at) ||
        (at > 0 && (text.data[at - 1] == '.' || text.data[at - 1] == ',')))
        return false;
    sum->part = number_at(text, &at);
    size_t space = word_space(text, at);
    if (space == 0 || !text_starts_with(text_slice(text, at + space, text.size), TEXT("av")))
        return false;
    at += space + 2;
    space = word_space(text, at);
    at += space;
    if (space == 0 || !text_digit_at(text, at))
        return false;
    sum->whole = number_at(text, &at);
    return sum->part >= 0 && sum->whole >= 0 && !word_at(text, at);
}

static bool is_counted(const struct agreements *of, const struct agreement *alone,
                       struct told_sum sum) {
    size_t count = alone != NULL ? 1 : of->agreements.count;
    const struct agreement *agreements = alone != NULL ? alone : of->agreements.items;
    for (size_t i = 0; i < count; i++) {
        struct adoption_count counted = adoption_count_of(&agreements[i]);
        if ((size_t)sum.part == counted.adopted && (size_t)sum.whole == counted.asked)
            return true;
    }
    return false;
}

// Of a text about one agreement, or where `alone` is NULL about all of them.
static void check_sums(const struct referrer *referrer, const struct agreements *of,
                       const struct agreement *alone, const struct prose *prose) {
    struct arena *arena = referrer->repository->arena;
    if (prose_is_empty(prose))
        return;
    struct text text = prose_plain(prose, true, arena);
    struct told_sum sum;
    for (size_t at = 0; at < text.size; at++)
        if (sum_at(text, at, &sum) && !is_counted(of, alone, sum))
            report(referrer->repository->diagnostics, RULE_ADOPTION_SUM, referrer->file, prose->at,
                   _("the text says %d of %d, and the register counts otherwise; leave the sum to "
                     "the register"),
                   sum.part, sum.whole);
}

// The text of one line as prose.
static struct prose words_as_prose(struct scalar words) {
    return (struct prose){.source = words.text, .at = words.at};
}

static void check_sums_of(const struct referrer *referrer, const struct agreements *of,
                          const struct agreement *agreement) {
    const struct prose name = words_as_prose(agreement->name);
    const struct prose version = words_as_prose(agreement->version);
    check_sums(referrer, of, agreement, &name);
    check_sums(referrer, of, agreement, &version);
    check_sums(referrer, of, agreement, &agreement->remark);
    for (size_t i = 0; i < agreement->adoptions.count; i++)
        check_sums(referrer, of, agreement, &agreement->adoptions.items[i].reservation);
    for (size_t i = 0; i < agreement->answers.count; i++) {
        check_sums(referrer, of, agreement, &agreement->answers.items[i].remark);
        check_sums(referrer, of, agreement, &agreement->answers.items[i].met);
    }
}

void check_agreements(const struct referrer *referrer, const struct registry *registry) {
    const struct agreements *agreements = (const struct agreements *)(const void *)registry;
    const struct prose title = words_as_prose(registry->title);
    struct index ids;
    index_init(&ids, referrer->repository->arena);
    check_sums(referrer, agreements, NULL, &title);
    check_sums(referrer, agreements, NULL, &registry->remark);
    for (size_t i = 0; i < agreements->agreements.count; i++) {
        const struct agreement *agreement = &agreements->agreements.items[i];
        const struct scalar words[] = {agreement->name, agreement->version};
        check_register_id(referrer, &ids, agreement->id);
        check_those_asked(referrer, agreement);
        check_cases(referrer, &agreement->cases);
        check_adoptions(referrer, agreement, registry->as_of);
        check_answers(referrer, agreement);
        check_sums_of(referrer, agreements, agreement);
        check_register_words(referrer, words, 2);
        check_register_texts(referrer, (const struct prose *[]){&agreement->remark}, 1);
    }
}
