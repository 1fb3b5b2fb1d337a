// SPDX-License-Identifier: MIT

#include "check/register/parts.h"

#include "base/message.h"
#include "check/tree/references.h"
#include "check/writing/cells.h"

void check_time(const struct referrer *referrer, struct register_time time) {
    const struct repository *repository = referrer->repository;
    if (time.from.date.year > 0 && time.to.date.year > 0 &&
        date_compare(time.to.date, time.from.date) < 0)
        report(repository->diagnostics, RULE_REGISTER_TIME, referrer->file, time.to.at,
               _("the last day is before the first, which is %s"),
               date_iso(repository->arena, time.from.date).data);
}

void check_within(const struct referrer *referrer, struct register_time whole, struct dated day) {
    const struct repository *repository = referrer->repository;
    struct date from = whole.from.date, to = whole.to.date;
    if (day.date.year > 0 && from.year > 0 && date_compare(day.date, from) < 0)
        report(repository->diagnostics, RULE_REGISTER_TIME, referrer->file, day.at,
               _("the day is before the first day of the project, %s"),
               date_iso(repository->arena, from).data);
    if (day.date.year > 0 && to.year > 0 && date_compare(day.date, to) > 0)
        report(repository->diagnostics, RULE_REGISTER_TIME, referrer->file, day.at,
               _("the day is after the last day of the project, %s"),
               date_iso(repository->arena, to).data);
}

void check_register_id(const struct referrer *referrer, struct index *ids, struct scalar id) {
    struct repository const *repository = referrer->repository;
    if (id.text.size == 0 || index_add(ids, id.text, repository) == NULL)
        return;
    struct text told = message_about(repository->arena, _("the id '%.*s' is used twice"), id.text);
    report(repository->diagnostics, RULE_DUPLICATE_ID, referrer->file, id.at, "%.*s",
           TEXT_ARGS(told));
}

void check_state(const struct referrer *referrer, const struct choice *state,
                 enum register_state meaning, struct register_time time, struct dated as_of) {
    const struct repository *repository = referrer->repository;
    struct date day = as_of.date, from = time.from.date, to = time.to.date;
    const char *message = NULL;
    struct date other = from;
    if (day.year == 0 || state->at.line == 0)
        return;
    if (meaning == STATE_AHEAD && from.year > 0 && date_compare(from, day) <= 0)
        message = _("this has not begun, and its first day is %.*s");
    else if (meaning == STATE_NOW && from.year > 0 && date_compare(from, day) > 0)
        message = _("this is going on, and its first day is %.*s");
    else if (meaning == STATE_NOW && to.year > 0 && date_compare(to, day) < 0) {
        message = _("this is going on, and its last day was %.*s");
        other = to;
    } else if (meaning == STATE_OVER && to.year > 0 && date_compare(to, day) > 0) {
        message = _("this is over, and its last day is %.*s");
        other = to;
    }
    if (message == NULL)
        return;
    struct text told =
        message_about(repository->arena, message, date_iso(repository->arena, other));
    report(repository->diagnostics, RULE_REGISTER_STATE, referrer->file, state->at, "%.*s",
           TEXT_ARGS(told));
}

static const char *fault_of(const struct reporting_period *before,
                            const struct reporting_period *period) {
    if (period->kind != before->kind)
        return _("'%.*s' is another kind of period than the one before");
    int step = reporting_period_place(period) - reporting_period_place(before);
    if (step == 0)
        return _("'%.*s' is here twice");
    if (step < 0)
        return _("'%.*s' is before the period above it");
    return step > MOST_MISSING_PERIODS + 1
               ? _("'%.*s' is too long after the period above it; is the year right?")
               : NULL;
}

void check_next_period(const struct referrer *referrer, const struct reporting_period *before,
                       const struct reporting_period *period) {
    struct arena *arena = referrer->repository->arena;
    if (before->year == 0 || period->year == 0)
        return;
    const char *message = fault_of(before, period);
    if (message == NULL)
        return;
    struct text told = message_about(arena, message, reporting_period_text(period, arena));
    report(referrer->repository->diagnostics, RULE_REGISTER_PERIOD, referrer->file, period->at,
           "%.*s", TEXT_ARGS(told));
}

void check_register_body(const struct referrer *referrer, struct scalar id) {
    organisation_resolve(referrer->repository->organisation, id, true, referrer->file,
                         referrer->repository->diagnostics);
}

void check_register_party(const struct referrer *referrer, struct scalar id) {
    organisation_resolve(referrer->repository->organisation, id, false, referrer->file,
                         referrer->repository->diagnostics);
}

void check_register_words(const struct referrer *referrer, const struct scalar words[],
                          size_t count) {
    for (size_t i = 0; i < count; i++)
        check_cell(referrer->repository, referrer->file, words[i].at, words[i].text);
}

void check_register_texts(const struct referrer *referrer, const struct prose *const texts[],
                          size_t count) {
    for (size_t i = 0; i < count; i++) {
        check_prose(referrer, texts[i]);
        check_cell_of_prose(referrer->repository, referrer->file, &texts[i], 1);
    }
}
