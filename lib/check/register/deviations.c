// SPDX-License-Identifier: MIT

#include "model/register/deviations.h"

#include "base/message.h"
#include "base/words.h"
#include "check/register/parts.h"
#include "check/register/rules.h"
#include "check/tree/references.h"
#include "check/writing/scan.h"
#include "check/writing/written_dates.h"

#include <string.h>

// --- who ---

static bool has_word(struct text text, struct text words) {
    if (words.size == 0)
        return false;
    const char *found, *from = text.data, *end = text.data + text.size;
    while ((found = memmem(from, (size_t)(end - from), words.data, words.size)) != NULL) {
        size_t at = (size_t)(found - text.data);
        if (!word_before(text, at) && !word_at(text, at + words.size))
            return true;
        from = found + 1;
    }
    return false;
}

static void check_names(const struct referrer *referrer, const struct prose *prose,
                        struct text plain) {
    const struct organisation *organisation = referrer->repository->organisation;
    for (size_t i = 0; organisation != NULL && i < organisation->persons.count; i++) {
        const struct person *person = &organisation->persons.items[i];
        for (size_t j = 0; j < person->names.count; j++)
            if (has_word(plain, person->names.items[j].name.text))
                report(referrer->repository->diagnostics, RULE_DEVIATION_NAME, referrer->file,
                       prose->at,
                       _("the text names '%.*s'; nobody is named in a register of deviations"),
                       TEXT_ARGS(person->names.items[j].name.text));
    }
}

// --- a day together with a place ---

// "Orkdal", and neither "orkdal" nor "ASU".
static bool is_name(struct text word, struct arena *arena) {
    struct text lower = text_lower(arena, word);
    size_t first = 0;
    if (word.size == 0 || text_equal(lower, word))
        return false;
    text_next_code_point(word, &first);
    return text_equal(text_slice(word, first, word.size), text_slice(lower, first, lower.size));
}

static bool begins_with_one(struct text word, const char *const *beginnings) {
    while (*beginnings != NULL && !text_starts_with(word, text_from(*beginnings)))
        beginnings++;
    return *beginnings != NULL;
}

// "ved Orkdal", "Melhus kommune".
static bool has_place(struct text text, struct arena *arena) {
    static const char *const before_a_place[] = {"i", "på", "ved", "fra", "frå", "hos", NULL};
    static const char *const places[] = {
        "kommun",   "sykehus",    "sjukehus", "hospital", "sykehjem", "sjukeheim",
        "legevakt", "legekontor", "helsehus", "DPS",      NULL,
    };
    struct text before = TEXT("");
    for (size_t at = 0; at < text.size;) {
        size_t end = word_end(text, at);
        if (end == at) {
            text_next_code_point(text, &at);
            continue;
        }
        struct text word = text_slice(text, at, end);
        if ((is_name(word, arena) && scan_is_one_of(before, before_a_place)) ||
            (is_name(before, arena) && begins_with_one(word, places)))
            return true;
        before = word;
        at = end;
    }
    return false;
}

struct day_search {
    const struct referrer *referrer;
    struct text plain; // a line for each paragraph
};

static void check_day(void *context, const struct written_date *date) {
    const struct day_search *search = context;
    const struct repository *repository = search->referrer->repository;
    struct text rest = search->plain;
    while (rest.data != NULL) {
        struct text line = text_cut(&rest, '\n');
        if (!has_word(line, date->words) || !has_place(line, repository->arena))
            continue;
        report(repository->diagnostics, RULE_DEVIATION_PLACE, search->referrer->file, date->at,
               _("'%.*s' together with a place can tell who it is about; leave one of them out"),
               TEXT_ARGS(date->words));
        return;
    }
}

static void check_what_it_tells(const struct referrer *referrer, const struct prose *prose) {
    struct arena *arena = referrer->repository->arena;
    struct day_search search = {referrer, prose_plain(prose, false, arena)};
    check_names(referrer, prose, search.plain);
    written_dates_find(prose, arena, check_day, &search);
}

// --- counts ---

static void check_types(const struct referrer *referrer, const struct deviations *deviations) {
    struct index ids;
    index_init(&ids, referrer->repository->arena);
    for (size_t i = 0; i < deviations->types.count; i++) {
        check_register_id(referrer, &ids, deviations->types.items[i].id);
        check_register_words(referrer, &deviations->types.items[i].name, 1);
    }
}

static bool is_type(const struct deviations *deviations, struct text id) {
    size_t i = 0;
    while (i < deviations->types.count && !text_equal(deviations->types.items[i].id.text, id))
        i++;
    return i < deviations->types.count;
}

static void check_counts(const struct referrer *referrer, const struct deviations *deviations,
                         const struct deviation_tertial *tertial) {
    const struct repository *repository = referrer->repository;
    struct index named;
    index_init(&named, repository->arena);
    for (size_t i = 0; i < tertial->deviations.count; i++) {
        struct scalar type = tertial->deviations.items[i].type;
        if (type.text.size == 0)
            continue;
        const char *message =
            !is_type(deviations, type.text) ? _("'%.*s' is not among 'arter' of this register")
            : index_add(&named, type.text, tertial) != NULL ? _("'%.*s' is here twice")
                                                            : NULL;
        if (message == NULL)
            continue;
        struct text told = message_about(repository->arena, message, type.text);
        report(repository->diagnostics, RULE_DEVIATION_TYPE, referrer->file, type.at, "%.*s",
               TEXT_ARGS(told));
    }
}

static void check_period(const struct referrer *referrer, const struct deviations *deviations,
                         size_t index) {
    const struct reporting_period *period = &deviations->tertials.items[index].period;
    const struct repository *repository = referrer->repository;
    if (period->year > 0 && period->kind != PERIOD_TERTIAL)
        report(repository->diagnostics, RULE_REGISTER_PERIOD, referrer->file, period->at,
               _("'%s' is not a tertial; write it like '1. tertial %d'"),
               reporting_period_text(period, repository->arena).data, period->year);
    else if (index > 0)
        check_next_period(referrer, &deviations->tertials.items[index - 1].period, period);
}

void check_deviations(const struct referrer *referrer, const struct registry *registry) {
    const struct deviations *deviations = (const struct deviations *)(const void *)registry;
    check_types(referrer, deviations);
    check_what_it_tells(referrer, &registry->remark);
    for (size_t i = 0; i < deviations->tertials.count; i++) {
        const struct deviation_tertial *tertial = &deviations->tertials.items[i];
        check_period(referrer, deviations, i);
        check_counts(referrer, deviations, tertial);
        check_cases(referrer, &tertial->cases);
        check_register_texts(referrer, (const struct prose *[]){&tertial->lessons}, 1);
        check_what_it_tells(referrer, &tertial->lessons);
    }
}
