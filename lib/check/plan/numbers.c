// SPDX-License-Identifier: MIT
// The numbering of a plan: each number below that of its parent, in order, without gaps.

#include "check/plan/rules.h"

#include "base/message.h"
#include "model/plan/numbers.h"

// "2.1.3A" is number 3 below "2.1", with the letter 'A'.
struct outline {
    struct text parent;
    int64_t last;
    char letter; // or 0
};

static struct outline cut_number(struct text number) {
    size_t dot = number.size, end = number.size;
    struct outline outline = {.last = 0};
    if (end > 0 && number.data[end - 1] >= 'A' && number.data[end - 1] <= 'Z')
        outline.letter = number.data[--end];
    while (dot > 0 && number.data[dot - 1] != '.')
        dot--;
    outline.parent = text_slice(number, 0, dot > 0 ? dot - 1 : 0);
    // Larger than any number that is written by hand; such numbers all count as this one.
    for (size_t i = dot; i < end && outline.last < INT32_MAX; i++)
        outline.last = 10 * outline.last + (number.data[i] - '0');
    return outline;
}

// The numbers of an area's goals, a goal's actions, or all areas.
struct siblings {
    const struct repository *repository;
    struct text file;
    struct text parent; // empty: of the areas
    struct scalar previous;
    bool (*moved)(const struct plan *plan, struct text number); // NULL: areas keep their numbers
    const struct plan *plan;
};

static void check_parent(const struct siblings *siblings, struct scalar number) {
    struct text file = siblings->file, parent = siblings->parent;
    bool too_deep = parent.size > 0 && text_starts_with(number.text, parent) &&
                    number.text.data[parent.size] == '.';
    if (too_deep)
        report(siblings->repository->diagnostics, RULE_NUMBER_PARENT, file, number.at,
               _("%.*s is below %.*s; its number should have one part more, like %.*s.1"),
               TEXT_ARGS(number.text), TEXT_ARGS(parent), TEXT_ARGS(parent));
    else if (siblings->parent.size > 0)
        report(siblings->repository->diagnostics, RULE_NUMBER_PARENT, file, number.at,
               _("%.*s is below %.*s; its number should begin with '%.*s.'"),
               TEXT_ARGS(number.text), TEXT_ARGS(siblings->parent), TEXT_ARGS(siblings->parent));
    else
        report(siblings->repository->diagnostics, RULE_NUMBER_PARENT, file, number.at,
               _("the number of an area has no period; %.*s is one of a goal or an action"),
               TEXT_ARGS(number.text));
}

// What had the number has another one now, and says so.
static bool has_moved(const struct siblings *siblings, int64_t number, char letter) {
    const char letters[] = {letter, '\0'};
    struct text missing = text_format(siblings->repository->arena, "%.*s.%lld%s",
                                      TEXT_ARGS(siblings->parent), (long long)number, letters);
    return siblings->moved != NULL && siblings->moved(siblings->plan, missing);
}

static void report_gap(const struct siblings *siblings, struct scalar number, int64_t missing,
                       char letter) {
    const char letters[] = {letter, '\0'};
    const char *dot = siblings->parent.size > 0 ? "." : "";
    if (has_moved(siblings, missing, letter))
        return;
    report(siblings->repository->diagnostics, RULE_NUMBER_GAP, siblings->file, number.at,
           _("%.*s%s%lld%s is missing before %.*s; has something been left out?"),
           TEXT_ARGS(siblings->parent), dot, (long long)missing, letters, TEXT_ARGS(number.text));
}

// Numbers that may come first: 0 or 1, and A.
static void check_first(const struct siblings *siblings, struct scalar number,
                        struct outline here) {
    if (here.last > 1)
        report_gap(siblings, number, 1, '\0');
    else if (here.letter > 'A')
        report_gap(siblings, number, here.last, 'A');
}

// The first number from `from` on that nothing has had; `to` - 1 where all of them have moved.
static int64_t first_not_moved(const struct siblings *siblings, int64_t from, int64_t to) {
    while (from + 1 < to && has_moved(siblings, from, '\0'))
        from++;
    return from;
}

static void check_order(const struct siblings *siblings, struct scalar number,
                        struct outline here) {
    struct outline before = cut_number(siblings->previous.text);
    bool same = before.last == here.last;
    char next_letter = (char)(same && before.letter != '\0' ? before.letter + 1 : 'A');
    if (here.last < before.last || (same && here.letter < before.letter))
        report(siblings->repository->diagnostics, RULE_NUMBER_ORDER, siblings->file, number.at,
               _("%.*s comes after %.*s; put them in order"), TEXT_ARGS(number.text),
               TEXT_ARGS(siblings->previous.text));
    else if (here.last > before.last + 1)
        report_gap(siblings, number, first_not_moved(siblings, before.last + 1, here.last), '\0');
    else if (here.letter > next_letter)
        report_gap(siblings, number, here.last, next_letter);
}

static void check_number(struct siblings *siblings, bool is_numbered, struct scalar number) {
    if (!is_numbered || !plan_number_is_good(number.text))
        return;
    struct outline here = cut_number(number.text);
    if (!text_equal(here.parent, siblings->parent)) {
        check_parent(siblings, number);
        return;
    }
    if (siblings->previous.text.size > 0)
        check_order(siblings, number, here);
    else
        check_first(siblings, number, here);
    siblings->previous = number;
}

// Whether the numbers below can be compared with this one.
static bool is_good(struct scalar number) {
    for (size_t i = 0; i < number.text.size; i++)
        if (text_find(TEXT("0123456789."), number.text.data[i]) == 11)
            return false;
    return number.text.size > 0;
}

static struct siblings siblings_below(const struct siblings *above, struct text parent) {
    struct siblings below = *above;
    below.parent = parent;
    below.previous = (struct scalar){.text = TEXT("")};
    return below;
}

// Actions of an area without goals are numbered below the area.
static void check_action_numbers(const struct siblings *above, const struct area *area,
                                 const struct goal *goal) {
    bool is_said = goal_is_said(goal);
    struct scalar parent = is_said ? goal->number : area->number;
    struct siblings actions = siblings_below(above, parent.text);
    actions.moved = plan_action_was;
    if (!is_good(parent) || !(is_said ? goal->is_numbered : area->is_numbered))
        return;
    for (size_t i = 0; i < goal->actions.count; i++)
        check_number(&actions, goal->actions.items[i].is_numbered, goal->actions.items[i].number);
}

// A number is compared with that above it where both are written.
static void check_goal_numbers(const struct siblings *areas, const struct area *area) {
    struct siblings goals = siblings_below(areas, area->number.text), parts = goals;
    goals.moved = parts.moved = plan_goal_was;
    for (size_t i = 0; i < area->goals.count; i++) {
        const struct goal *goal = &area->goals.items[i];
        if (goal->depth == GOAL_MAIN) {
            if (is_good(area->number) && area->is_numbered)
                check_number(&goals, goal->is_numbered, goal->number);
            parts = siblings_below(&goals, goal->number.text);
        } else if (goal->depth == GOAL_PART && is_good(goal->above->number) &&
                   goal->above->is_numbered) {
            check_number(&parts, goal->is_numbered, goal->number);
        }
        check_action_numbers(areas, area, goal);
    }
}

void check_plan_numbers(const struct repository *repository, const struct plan *plan) {
    struct siblings areas = {.repository = repository, .file = plan->source->path, .plan = plan};
    if (plan->source->broken)
        return;
    for (size_t i = 0; i < plan->areas.count; i++) {
        const struct area *area = &plan->areas.items[i];
        check_number(&areas, area->is_numbered, area->number);
        check_goal_numbers(&areas, area);
    }
}
