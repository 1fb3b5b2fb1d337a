// SPDX-License-Identifier: MIT
// What the words of a status note say, against each other and against its data: "25 av 26 kommuner"
// here and "20 av 23" there, a number of goals or actions that there are not, a plan with two last
// years. Each part tells of other bodies, and what stands outside of them of its own.

#include "check/status/rules.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/words.h"
#include "check/writing/scan.h"

// Of whom there is one number in a part.
static const char *const bodies[] = {
    "kommune",         "kommuner",     "kommunene",     "kommunar",  "kommunane",
    "sykehus",         "sykehusene",   "sjukehus",      "sjukehusa", "helseforetak",
    "helseforetakene", "helseføretak", "helseføretaka", NULL};
static const char *const goals[] = {"mål", "målene", "måla", NULL};
static const char *const actions[] = {"tiltak", "tiltakene", "tiltaka", NULL};

// "25 av 26 kommuner".
struct count {
    int64_t some;
    int64_t all;
    struct text words;
    struct position at; // of the text that has it
    struct text noun;   // its first letters
};

struct told {
    const struct referrer *referrer;
    const struct note_part *part;   // NULL: outside of the parts,
    const struct status_note *note; // of this one
    size_t goal_count;
    struct count first; // of bodies; `all` of 0: none yet
    int from, to;       // the years of the part's plan; 0: not given
};

static struct text next_word(struct text text, size_t *at) {
    size_t space;
    while ((space = word_space(text, *at)) > 0 || (*at < text.size && text.data[*at] == '\n'))
        *at += space > 0 ? space : 1;
    size_t from = *at;
    *at = word_end(text, from);
    return text_slice(text, from, *at);
}

static bool small_number(struct text word, int64_t *number) {
    enum { MOST_DIGITS = 5 };
    int value;
    bool good = word.size <= MOST_DIGITS && text_to_number(word, &value);
    *number = good ? value : 0;
    return good;
}

// Reads "25 av (de) 26 kommuner" at a digit.
static bool read_count(struct text text, size_t at, struct count *count) {
    static const char *const article[] = {"de", "dei", NULL};
    size_t from = at;
    if (!small_number(next_word(text, &at), &count->some) || !text_is(next_word(text, &at), "av"))
        return false;
    struct text all = next_word(text, &at);
    if (scan_is_one_of(all, article))
        all = next_word(text, &at);
    if (!small_number(all, &count->all))
        return false;
    count->noun = next_word(text, &at);
    count->words = text_slice(text, from, at);
    return true;
}

static size_t count_goals(const struct note_part *part) {
    size_t count = 0;
    for (size_t i = 0; i < part->groups.count; i++)
        if (!goal_group_is_listed(&part->groups.items[i]))
            count += part->groups.items[i].goals.count;
    return count;
}

// Whether a number is that of the goals of the whole note, of a part or of a group.
static bool counts_goals(const struct status_note *note, int64_t number) {
    size_t sum = 0;
    for (size_t i = 0; i < note->parts.count; i++) {
        const struct note_part *part = &note->parts.items[i];
        if ((int64_t)count_goals(part) == number)
            return true;
        sum += count_goals(part);
        for (size_t j = 0; j < part->groups.count; j++)
            if ((int64_t)part->groups.items[j].goals.count == number)
                return true;
    }
    return sum == 0 || (int64_t)sum == number; // of no goals nothing is known
}

static size_t count_actions(const struct area *area) {
    size_t count = 0;
    for (size_t i = 0; i < area->goals.count; i++)
        count += area->goals.items[i].actions.count;
    return count;
}

// The same of the actions of the plan, of an area, or of the note.
static bool counts_actions(const struct told *told, int64_t number) {
    const struct plan *plan = told->referrer->repository->plan;
    if (plan == NULL || (int64_t)plan->action_count == number ||
        (int64_t)told->note->actions.count == number)
        return true;
    for (size_t i = 0; i < plan->areas.count; i++)
        if ((int64_t)count_actions(&plan->areas.items[i]) == number)
            return true;
    return false;
}

// What is counted that the data have, too.
static void judge_against_data(const struct told *told, const struct count *count) {
    const struct repository *repository = told->referrer->repository;
    struct diagnostics *diagnostics = repository->diagnostics;
    struct text file = told->referrer->file;
    bool of_goals = scan_is_one_of(count->noun, goals);
    if (told->part != NULL && of_goals && count->all != (int64_t)told->goal_count)
        report(diagnostics, RULE_TOTAL_DIFFERS, file, count->at,
               _("'%.*s', but the number of goals of '%.*s' is %zu"), TEXT_ARGS(count->words),
               TEXT_ARGS(told->part->name.text), told->goal_count);
    if (told->part != NULL)
        return;
    if (of_goals && !counts_goals(told->note, count->all))
        report(diagnostics, RULE_TOTAL_DIFFERS, file, count->at,
               _("'%.*s', but so many goals are neither in the note nor in one of its parts"),
               TEXT_ARGS(count->words));
    if (scan_is_one_of(count->noun, actions) && !counts_actions(told, count->all))
        report(
            diagnostics, RULE_TOTAL_DIFFERS, file, count->at,
            _("'%.*s', but so many actions are neither in the plan, nor in one of its areas, nor "
              "in the note"),
            TEXT_ARGS(count->words));
}

static void judge_count(struct told *told, const struct count *count) {
    enum { STEM = 6 };
    const struct repository *repository = told->referrer->repository;
    struct diagnostics *diagnostics = repository->diagnostics;
    judge_against_data(told, count);
    if (!scan_is_one_of(count->noun, bodies))
        return;
    struct text stem = text_slice(count->noun, 0, STEM), first = told->first.noun;
    if (told->first.all == 0)
        told->first = *count;
    else if (text_equal(text_slice(first, 0, STEM), stem) && told->first.all != count->all)
        report(diagnostics, RULE_TOTAL_DIFFERS, told->referrer->file, count->at,
               _("'%.*s', but '%.*s' at line %u: the totals differ; correct one, or say of whom "
                 "each is"),
               TEXT_ARGS(count->words), TEXT_ARGS(told->first.words), told->first.at.line);
}

static void judge_period(const struct told *told, struct text words, struct position at) {
    int from, to;
    if (told->from == 0 || !period_parse(words, &from, &to) || from == to || from != told->from ||
        to == told->to)
        return;
    report(told->referrer->repository->diagnostics, RULE_PERIOD_DIFFERS, told->referrer->file, at,
           _("the years '%.*s' begin as those of '%.*s', and end in another year"),
           TEXT_ARGS(words), TEXT_ARGS(told->part->plan.text));
}

// "2019–2035" at `at`; empty where there is none.
static struct text years_at(struct text text, size_t at) {
    enum { YEAR = 4 };
    size_t end = at + YEAR;
    int from, to;
    while (end < text.size && !ascii_is_digit(text.data[end]) && end - at < 2 * YEAR)
        end++;
    end += YEAR;
    struct text words = end <= text.size ? text_slice(text, at, end) : TEXT("");
    bool good = words.size > 0 && !word_at(text, end) && period_parse(words, &from, &to);
    return good ? words : TEXT("");
}

static void read_text(struct told *told, struct text text, struct position position) {
    for (size_t at = 0; at < text.size; at++) {
        struct count count = {.at = position};
        if (!ascii_is_digit(text.data[at]) || word_before(text, at))
            continue;
        if (read_count(text, at, &count))
            judge_count(told, &count);
        judge_period(told, years_at(text, at), position);
    }
}

static void find_period(struct told *told) {
    struct text plan = told->part->plan.text;
    for (size_t at = 0; at < plan.size; at++)
        if (ascii_is_digit(plan.data[at]) && !word_before(plan, at) &&
            period_parse(years_at(plan, at), &told->from, &told->to))
            return;
    told->from = 0;
}

static void read_prose(struct told *told, const struct prose *prose) {
    read_text(told, prose->source, prose->at);
}

void check_told(const struct referrer *referrer, const struct note_part *part) {
    struct told told = {.referrer = referrer, .part = part, .goal_count = count_goals(part)};
    find_period(&told);
    read_prose(&told, &part->remark);
    for (size_t i = 0; i < part->groups.count; i++) {
        const struct goal_group *group = &part->groups.items[i];
        read_text(&told, group->name.text, group->name.at);
        read_prose(&told, &group->remark);
        for (size_t j = 0; j < group->goals.count; j++) {
            read_prose(&told, &group->goals.items[j].text);
            read_prose(&told, &group->goals.items[j].comment);
        }
    }
}

void check_told_outside(const struct referrer *referrer, const struct status_note *note) {
    struct told told = {.referrer = referrer, .note = note};
    read_prose(&told, &note->text);
    for (size_t i = 0; i < note->actions.count; i++)
        read_prose(&told, &note->actions.items[i].comment);
    for (size_t i = 0; i < note->slides.count; i++) {
        const struct slide *slide = &note->slides.items[i];
        for (size_t j = 0; j < slide->points.count; j++)
            read_prose(&told, &slide->points.items[j]);
        read_prose(&told, &slide->script);
    }
    read_prose(&told, &note->appendix);
}
