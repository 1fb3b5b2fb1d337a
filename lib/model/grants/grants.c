// SPDX-License-Identifier: MIT

#include "model/grants/grants.h"

#include "base/amount.h"

#include <stdlib.h>

static int oldest_first(const void *a, const void *b) {
    const struct combined_grant *first = a, *second = b;
    if (first->decided != second->decided)
        return first->decided < second->decided ? -1 : 1;
    int order = text_compare(first->grant->id.text, second->grant->id.text);
    return order != 0 ? order
                      : text_compare(first->grant->source->path, second->grant->source->path);
}

struct combiner {
    struct combined *combined;
    struct arena *arena;
    struct index numbers_of_ids; // id → struct text, the project number of an allocation with it
    struct index projects;       // key → struct combined_project, by its index plus one
};

static struct text lower_number(const struct combiner *combiner,
                                const struct allocation *allocation) {
    return text_lower(combiner->arena, allocation->project_number.text);
}

static void index_ids(struct combiner *combiner, const struct grant *grant) {
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        struct text *number = arena_alloc(combiner->arena, sizeof *number);
        *number = lower_number(combiner, allocation);
        if (number->size > 0 && allocation->id.text.size > 0)
            index_add(&combiner->numbers_of_ids, allocation->id.text, number);
    }
}

// A number and an id never make the same key.
static struct text project_key(const struct combiner *combiner,
                               const struct allocation *allocation) {
    struct text number = lower_number(combiner, allocation);
    const struct text *of_id = index_find(&combiner->numbers_of_ids, allocation->id.text);
    if (number.size == 0 && of_id != NULL)
        number = *of_id;
    return number.size > 0 ? text_concat(combiner->arena, TEXT("#"), number)
                           : text_concat(combiner->arena, TEXT("="), allocation->id.text);
}

static uint32_t find_project(struct combiner *combiner, const struct allocation *allocation) {
    struct combined *combined = combiner->combined;
    uint32_t *place = arena_alloc(combiner->arena, sizeof *place);
    *place = (uint32_t)combined->project_count;
    const uint32_t *known =
        index_add(&combiner->projects, project_key(combiner, allocation), place);
    if (known != NULL)
        return *known;
    combined->projects = arena_append(combiner->arena, combined->projects, combined->project_count,
                                      sizeof *combined->projects);
    return (uint32_t)combined->project_count++;
}

static void add_share(struct combiner *combiner, size_t grant, const struct allocation *allocation,
                      uint32_t at) {
    struct combined_project *project = &combiner->combined->projects[at];
    project->shares = arena_append(combiner->arena, project->shares, project->share_count,
                                   sizeof *project->shares);
    project->shares[project->share_count++] =
        (struct combined_share){.grant = (uint32_t)grant, .allocation = allocation};
    project->name = allocation->name.text;
    if (allocation->project_number.text.size > 0)
        project->number = allocation->project_number.text;
    project->current += allocation_current(allocation);
    project->committed += allocation->committed.ore;
}

static void add_allocations(struct combiner *combiner, size_t index) {
    struct combined_grant *of = &combiner->combined->grants[index];
    size_t count = of->grant->allocations.count;
    uint32_t *projects = arena_alloc(combiner->arena, (count + 1) * sizeof *projects);
    for (size_t i = 0; i < count; i++) {
        const struct allocation *allocation = &of->grant->allocations.items[i];
        projects[i] = find_project(combiner, allocation);
        add_share(combiner, index, allocation, projects[i]);
    }
    of->projects = projects;
}

// How often a line has been met: in all grants before, and in the one that is read.
struct met {
    size_t taken;
    size_t here;
    size_t grant;
};

// A ledger may have the same line twice; what it has more often than those before it is new.
static bool is_new(struct index *lines, const struct payment *payment, size_t grant,
                   struct arena *scratch) {
    struct met *fresh = arena_alloc(scratch, sizeof *fresh);
    struct text key =
        text_format(scratch, "%.*s %d-%d-%d", TEXT_ARGS(payment_line_key(payment, scratch)),
                    payment->date.year, payment->date.month, payment->date.day);
    *fresh = (struct met){.grant = grant};
    // The index gives what this function itself has put there.
    struct met *met = (struct met *)(uintptr_t)index_add(lines, key, fresh);
    if (met == NULL)
        met = fresh;
    if (met->grant != grant)
        *met = (struct met){.taken = met->taken, .grant = grant};
    if (++met->here <= met->taken)
        return false;
    met->taken = met->here;
    return true;
}

static void add_payments(struct combined *combined, size_t index, struct index *lines,
                         struct arena *scratch) {
    const struct combined_grant *of = &combined->grants[index];
    for (size_t i = 0; i < of->payments->count; i++) {
        const struct payment *payment = &of->payments->items[i];
        uint32_t project = of->projects[payment->allocation];
        if (!is_new(lines, payment, index, scratch)) {
            combined->repeated_count++;
            combined->repeated += payment->ore;
            continue;
        }
        combined->payments[combined->payment_count++] = (struct combined_payment){payment, project};
        combined->projects[project].paid += payment->ore;
        combined->paid += payment->ore;
    }
}

static void count_payments(struct combiner *combiner) {
    struct combined *combined = combiner->combined;
    struct arena scratch;
    struct index lines;
    size_t most = 0;
    for (size_t i = 0; i < combined->grant_count; i++)
        most += combined->grants[i].payments->count;
    combined->payments = arena_alloc(combiner->arena, (most + 1) * sizeof *combined->payments);
    arena_init(&scratch, combiner->arena->out_of_memory);
    index_init(&lines, &scratch);
    for (size_t i = 0; i < combined->grant_count; i++)
        add_payments(combined, i, &lines, &scratch);
    arena_free(&scratch);
}

// The oldest money first. What is paid beyond all shares is of the newest.
static void use_shares(struct combined *combined, struct combined_project *project) {
    int64_t rest = project->paid;
    for (size_t i = 0; i < project->share_count; i++) {
        struct combined_share *share = &project->shares[i];
        struct combined_grant *of = &combined->grants[share->grant];
        int64_t current = allocation_current(share->allocation);
        bool is_newest = i + 1 == project->share_count;
        share->used = is_newest || (rest >= 0 && rest < current) ? rest : rest < 0 ? 0 : current;
        rest -= share->used;
        of->used += share->used;
        of->left += current - share->used - share->allocation->committed.ore;
    }
}

// What moved the accounts of a grant's projects, but for the payments.
static size_t add_events(const struct combined_grant *of, struct grant_event *events) {
    size_t kept = 0, count = grant_events(of->grant, of->payments, of->decided, events);
    for (size_t i = 0; i < count; i++)
        if (events[i].decided != 0 || events[i].changed != 0) {
            events[kept] = events[i];
            events[kept].of = of->projects[events[i].of];
            kept++;
        }
    return kept;
}

static void settle_years(struct combined *combined, struct arena *arena) {
    size_t count = 0, most = combined->payment_count + 1;
    for (size_t i = 0; i < combined->grant_count; i++)
        most += combined->grants[i].grant->allocations.count +
                combined->grants[i].grant->changes.count + combined->grants[i].payments->count;
    struct grant_event *events = arena_alloc_unset(arena, most * sizeof *events);
    for (size_t i = 0; i < combined->grant_count; i++)
        count += add_events(&combined->grants[i], &events[count]);
    for (size_t i = 0; i < combined->payment_count; i++)
        events[count++] = (struct grant_event){.of = combined->payments[i].project,
                                               .year = combined->payments[i].payment->date.year,
                                               .paid = combined->payments[i].payment->ore};
    struct grant_years years = grant_years_settle(events, count, combined->project_count, arena);
    for (size_t i = 0; i < combined->project_count; i++)
        combined->projects[i].years = years.of[i];
    combined->years = years.whole;
}

const struct combined *combine_grants(struct combined_grant *grants, size_t count,
                                      struct arena *arena) {
    struct combined *combined = arena_alloc(arena, sizeof *combined);
    struct combiner combiner = {.combined = combined, .arena = arena};
    *combined = (struct combined){.grants = grants, .grant_count = count};
    index_init(&combiner.numbers_of_ids, arena);
    index_init(&combiner.projects, arena);
    qsort(grants, count, sizeof *grants, oldest_first);
    for (size_t i = 0; i < count; i++) {
        grants[i].sums = grant_sums_of(grants[i].grant, grants[i].payments);
        grants[i].used = grants[i].left = 0;
        index_ids(&combiner, grants[i].grant);
    }
    for (size_t i = 0; i < count; i++)
        add_allocations(&combiner, i);
    count_payments(&combiner);
    for (size_t i = 0; i < combined->project_count; i++)
        use_shares(combined, &combined->projects[i]);
    settle_years(combined, arena);
    return combined;
}

bool combined_is_too_large(const struct combined *combined) {
    int64_t sums[] = {0, 0, 0, 0};
    for (size_t i = 0; i < combined->grant_count; i++) {
        const struct grant_sums *of = &combined->grants[i].sums;
        sums[0] += of->frame;
        sums[1] += of->first;
        sums[2] += of->current;
        sums[3] += of->committed;
        for (size_t k = 0; k < sizeof sums / sizeof *sums; k++)
            if (sums[k] > AMOUNT_LARGEST)
                return true;
    }
    return combined->paid > AMOUNT_LARGEST || combined->paid < -AMOUNT_LARGEST;
}
