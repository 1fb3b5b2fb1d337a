// SPDX-License-Identifier: MIT
// The way of a case through the bodies (saksgang).

#include "view/address.h"
#include "view/meeting/meeting.h"

struct step {
    struct text committee;
    struct date date;
    struct text number;
    struct text address;
    bool here; // this meeting
};

// By their days; those that have none come last. Steps of one day stay as they were written.
static void put_in_order(struct step *steps, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct step step = steps[i];
        size_t at = i;
        while (at > 0 && step.date.year > 0 &&
               (steps[at - 1].date.year == 0 || date_compare(steps[at - 1].date, step.date) > 0)) {
            steps[at] = steps[at - 1];
            at--;
        }
        steps[at] = step;
    }
}

static struct step step_of_case(const struct view_context *context, struct text number) {
    const struct known_case *known =
        repository_case(context->repository, context->committee, number);
    if (known == NULL)
        return (struct step){.committee = context->committee, .number = number};
    return (struct step){.committee = known->committee,
                         .date = known->date,
                         .number = known->number,
                         .address = view_case_address(context, known, context->arena)};
}

// A meeting of a body once, though both keys name it.
static bool is_listed(const struct step *steps, size_t count, const struct case_step *step) {
    struct text number = step->number.text;
    bool dated = step->date.date.year > 0;
    for (size_t i = 0; i < count && (dated || number.size > 0); i++)
        if (text_equal(steps[i].committee, step->committee.text) &&
            (!dated || date_compare(steps[i].date, step->date.date) == 0) &&
            (number.size == 0 || text_equal(steps[i].number, number)))
            return true;
    return false;
}

static size_t find_steps(const struct view_context *context, const struct meeting *meeting,
                         const struct case_paper *paper, struct step *steps) {
    size_t count = 0;
    for (size_t i = 0; i < paper->follows.count; i++)
        steps[count++] = step_of_case(context, paper->follows.items[i].text);
    steps[count++] = (struct step){meeting->committee.text, meeting->date.date, paper->number.text,
                                   TEXT(""), true};
    for (size_t i = 0; i < paper->way.count; i++) {
        const struct case_step *step = &paper->way.items[i];
        if (!is_listed(steps, count, step))
            steps[count++] = (struct step){.committee = step->committee.text,
                                           .date = step->date.date,
                                           .number = step->number.text};
    }
    put_in_order(steps, count);
    return count;
}

// A case that only goes back to earlier meetings of its own committee has no way to show.
static bool leaves_committee(const struct step *steps, size_t count, struct text committee) {
    for (size_t i = 0; i < count; i++)
        if (!text_equal(steps[i].committee, committee))
            return true;
    return false;
}

void meeting_put_way(const struct view_context *context, const struct meeting *meeting,
                     const struct case_paper *paper, struct map_builder *map) {
    struct arena *arena = context->arena;
    size_t most = paper->follows.count + paper->way.count + 1;
    struct step *steps = arena_alloc(arena, most * sizeof *steps);
    size_t count = find_steps(context, meeting, paper, steps);
    if (!leaves_committee(steps, count, meeting->committee.text))
        count = 0;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        struct date date = steps[i].date;
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("utvalg"), view_party(context, steps[i].committee, arena));
        map_put(&item, TEXT("dato"),
                value_text_or_none(date.year == 0 ? TEXT("") : date_iso(arena, date)));
        map_put(&item, TEXT("har-dato"), value_truth(date.year > 0));
        map_put(&item, TEXT("dato-tekst"), value_text(label_date(context->labels, date, arena)));
        view_put_text(&item, VIEW_KEY("sak"), steps[i].number);
        view_put_text(&item, VIEW_KEY("lenke"), steps[i].address);
        map_put(&item, TEXT("her"), value_truth(steps[i].here));
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("saksgang"), value_list(items, count));
    map_put(map, TEXT("har-saksgang"), value_truth(count > 0));
}
