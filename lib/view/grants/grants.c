// SPDX-License-Identifier: MIT

#include "view/grants/grants.h"

#include "base/amount.h"
#include "view/grant/applications.h"
#include "view/view.h"

struct viewer {
    const struct view_context *context;
    const struct combined *combined;
    int year;
    bool with_ore; // all amounts with two decimals, because one has øre
};

static bool is_whole(int64_t ore) {
    return ore % 100 == 0;
}

// Whether an amount that the documents show has øre.
static bool any_has_ore(const struct combined *combined) {
    for (size_t i = 0; i < combined->grant_count; i++) {
        const struct grant *grant = combined->grants[i].grant;
        if (!is_whole(grant->frame.ore) || !is_whole(grant->applied))
            return true;
        for (size_t k = 0; k < grant->allocations.count; k++)
            if (!is_whole(grant->allocations.items[k].amount.ore) ||
                !is_whole(grant->allocations.items[k].changed) ||
                !is_whole(grant->allocations.items[k].committed.ore))
                return true;
        for (size_t k = 0; k < grant->changes.count; k++)
            if (!is_whole(grant->changes.items[k].amount.ore))
                return true;
    }
    for (size_t i = 0; i < combined->payment_count; i++)
        if (!is_whole(combined->payments[i].payment->ore))
            return true;
    return false;
}

static struct value amount(const struct viewer *viewer, int64_t ore) {
    struct value value = value_amount(ore);
    value.with_ore = viewer->with_ore;
    return value;
}

struct combined_years combined_years_of(const struct combined *combined,
                                        struct year_accounts accounts) {
    const struct year_accounts *whole = &combined->years;
    if (accounts.count == 0)
        return (struct combined_years){0, 0};
    int first = accounts.items[0].year, last = whole->items[whole->count - 1].year;
    return (struct combined_years){first, (size_t)(last - first + 1)};
}

struct combined_grant combined_sum(const struct combined *combined) {
    struct combined_grant sum = {.used = 0};
    for (size_t i = 0; i < combined->grant_count; i++) {
        const struct combined_grant *of = &combined->grants[i];
        sum.sums.frame += of->sums.frame;
        sum.sums.first += of->sums.first;
        sum.sums.changed += of->sums.changed;
        sum.sums.current += of->sums.current;
        sum.sums.committed += of->sums.committed;
        sum.sums.unallocated += of->sums.unallocated;
        sum.used += of->used;
        sum.left += of->left;
    }
    return sum;
}

struct text combined_repeated(const struct labels *labels, const struct combined *combined,
                              struct arena *arena) {
    const struct text names[] = {TEXT("antall"), TEXT("beløp")};
    const struct text values[] = {text_format(arena, "%zu", combined->repeated_count),
                                  amount_text(arena, combined->repeated)};
    return combined->repeated_count == 0
               ? TEXT("")
               : label_filled(labels, TEXT("samlet-gjentatt"), names, values, 2, arena);
}

static void put_sums(const struct viewer *viewer, struct map_builder *map,
                     const struct combined_grant *of) {
    map_put(map, TEXT("ramme"), amount(viewer, of->sums.frame));
    map_put(map, TEXT("vedtatt"), amount(viewer, of->sums.first));
    map_put(map, TEXT("endret"), amount(viewer, of->sums.changed));
    map_put(map, TEXT("tildelt"), amount(viewer, of->sums.current));
    map_put(map, TEXT("brukt"), amount(viewer, of->used));
    map_put(map, TEXT("bundet"), amount(viewer, of->sums.committed));
    map_put(map, TEXT("gjenstår"), amount(viewer, of->left));
    map_put(map, TEXT("ikke-tildelt"), amount(viewer, of->sums.unallocated));
}

static void put_year(struct map_builder *map, int year) {
    map_put(map, TEXT("år"), year == 0 ? (struct value){.kind = VALUE_NONE} : value_number(year));
}

static struct text address_of(const struct viewer *viewer, const struct grant *grant,
                              struct arena *arena) {
    const struct prose_links *links = &viewer->context->links;
    struct text url = text_concat(arena, TEXT("tilskudd:"), grant->id.text);
    return links->resolve(links, url, arena);
}

static struct value grant_item(const void *from, size_t index, struct arena *arena) {
    const struct viewer *viewer = from;
    const struct combined_grant *of = &viewer->combined->grants[index];
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("id"), value_text(of->grant->id.text));
    map_put(&map, TEXT("navn"), value_text(of->grant->title.text));
    view_put_text(&map, VIEW_KEY("lenke"), address_of(viewer, of->grant, arena));
    put_year(&map, of->decided);
    put_sums(viewer, &map, of);
    return map_end(&map);
}

static struct value account_value(const struct viewer *viewer, struct grant_year account,
                                  struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("år"), value_number(account.year));
    map_put(&map, TEXT("inn"), amount(viewer, account.brought));
    map_put(&map, TEXT("vedtatt"), amount(viewer, account.decided));
    map_put(&map, TEXT("endret"), amount(viewer, account.changed));
    map_put(&map, TEXT("utbetalt"), amount(viewer, account.paid));
    map_put(&map, TEXT("igjen"), amount(viewer, account.left));
    return map_end(&map);
}

// Of one year alone, where that is chosen.
static void put_accounts(const struct viewer *viewer, struct map_builder *map,
                         struct year_accounts accounts, struct arena *arena) {
    struct combined_years years = combined_years_of(viewer->combined, accounts);
    struct value *items = arena_alloc(arena, (years.count + 1) * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < years.count; i++)
        if (viewer->year == 0 || viewer->year == years.first + (int)i)
            items[count++] =
                account_value(viewer, grant_year_at(accounts, years.first + (int)i), arena);
    map_put(map, TEXT("per-år"), value_list(items, count));
}

static struct value share_value(const struct viewer *viewer, const struct combined_share *share,
                                struct arena *arena) {
    const struct combined_grant *of = &viewer->combined->grants[share->grant];
    int64_t current = allocation_current(share->allocation);
    int64_t committed = share->allocation->committed.ore;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("tilskudd"), value_text(of->grant->id.text));
    put_year(&map, of->decided);
    map_put(&map, TEXT("tildelt"), amount(viewer, current));
    map_put(&map, TEXT("brukt"), amount(viewer, share->used));
    map_put(&map, TEXT("bundet"), amount(viewer, committed));
    map_put(&map, TEXT("gjenstår"), amount(viewer, current - share->used - committed));
    return map_end(&map);
}

static struct value project_item(const void *from, size_t index, struct arena *arena) {
    const struct viewer *viewer = from;
    const struct combined_project *project = &viewer->combined->projects[index];
    struct map_builder map = map_begin(arena);
    struct value *shares = arena_alloc(arena, project->share_count * sizeof *shares);
    for (size_t i = 0; i < project->share_count; i++)
        shares[i] = share_value(viewer, &project->shares[i], arena);
    map_put(&map, TEXT("nr"), value_number((int64_t)index + 1));
    view_put_text(&map, VIEW_KEY("prosjektnummer"), project->number);
    map_put(&map, TEXT("navn"), value_text(project->name));
    map_put(&map, TEXT("tildelt"), amount(viewer, project->current));
    map_put(&map, TEXT("brukt"), amount(viewer, project->paid));
    map_put(&map, TEXT("bundet"), amount(viewer, project->committed));
    map_put(&map, TEXT("gjenstår"),
            amount(viewer, project->current - project->paid - project->committed));
    map_put(&map, TEXT("deler"), value_list(shares, project->share_count));
    put_accounts(viewer, &map, project->years, arena);
    return map_end(&map);
}

static struct value payment_item(const void *from, size_t index, struct arena *arena) {
    const struct viewer *viewer = from;
    const struct combined_payment *of = &viewer->combined->payments[index];
    const struct payment *payment = of->payment;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("dato"), value_text(date_iso(arena, payment->date)));
    map_put(&map, TEXT("bilag"), value_text(payment->voucher));
    map_put(&map, TEXT("leverandør"), value_text(payment->supplier));
    map_put(&map, TEXT("prosjektnummer"), value_text(payment->project_number));
    map_put(&map, TEXT("nr"), value_number((int64_t)of->project + 1));
    map_put(&map, TEXT("beløp"), value_amount(payment->ore));
    map_put(&map, TEXT("tekst"), value_text(payment->text));
    map_put(&map, TEXT("fil"), value_text(payment->source->path));
    map_put(&map, TEXT("linje"), value_number(payment->at[PAYMENT_DATE].line));
    return map_end(&map);
}

// What was applied for, grant by grant, as each of them lists it.
static void put_applications(const struct viewer *viewer, struct map_builder *map,
                             struct arena *arena) {
    struct value *items = NULL;
    size_t count = 0;
    int64_t applied = 0;
    bool have_applicants = false;
    for (size_t i = 0; i < viewer->combined->grant_count; i++) {
        const struct grant *grant = viewer->combined->grants[i].grant;
        const struct applications applications = applications_of(grant, arena);
        applied += grant->applied;
        have_applicants = have_applicants || applications.have_applicants;
        for (size_t k = 0; k < applications.count; k++) {
            struct map_builder item = map_begin(arena);
            map_put(&item, TEXT("tilskudd"), value_text(grant->id.text));
            grant_put_application(viewer->context, &applications.items[k], viewer->with_ore, &item);
            items = arena_append(arena, items, count, sizeof *items);
            items[count++] = map_end(&item);
        }
    }
    map_put(map, TEXT("søknader"), value_list(items, count));
    map_put(map, TEXT("har-søknader"), value_truth(count > 0));
    map_put(map, TEXT("viser-søker"), value_truth(have_applicants));
    map_put(map, TEXT("sum-omsøkt"), amount(viewer, applied));
}

// "plan/grant-2023.yaml, plan/grant-2023-payments.csv, …"
static struct text sources_of(const struct combined *combined, struct arena *arena) {
    struct text *paths = arena_alloc(arena, combined->grant_count * 2 * sizeof *paths);
    size_t count = 0;
    for (size_t i = 0; i < combined->grant_count; i++) {
        const struct combined_grant *of = &combined->grants[i];
        paths[count++] = of->grant->source->path;
        if (of->payments->file_count > 0)
            paths[count++] = payments_paths(of->payments, arena);
    }
    return text_join(arena, paths, count, TEXT(", "));
}

static struct text summary(const struct viewer *viewer, const struct combined_grant *sum,
                           struct arena *arena) {
    const struct combined *combined = viewer->combined;
    const struct text names[] = {TEXT("antall"), TEXT("tildelt"), TEXT("prosjekter"), TEXT("brukt"),
                                 TEXT("gjenstår")};
    const struct text values[] = {
        text_format(arena, "%zu", combined->grant_count), amount_text(arena, sum->sums.current),
        text_format(arena, "%zu", combined->project_count), amount_text(arena, combined->paid),
        amount_text(arena, sum->left)};
    return label_filled(viewer->context->labels, TEXT("samlet-sammendrag"), names, values,
                        sizeof names / sizeof *names, arena);
}

static void put_day(const struct viewer *viewer, struct map_builder *map, struct arena *arena) {
    const struct date day = viewer->context->repository->today;
    view_put_text(map, VIEW_KEY("dato"), day.year == 0 ? TEXT("") : date_iso(arena, day));
    map_put(map, TEXT("dato-tekst"), value_text(label_date(viewer->context->labels, day, arena)));
    put_year(map, viewer->year);
    map_put(map, TEXT("har-år"), value_truth(viewer->year != 0));
}

struct value combined_value(const struct view_context *context, const struct combined *combined,
                            int year, struct arena *arena) {
    struct viewer *viewer = arena_alloc(arena, sizeof *viewer);
    struct map_builder map = map_begin(arena), inner = map_begin(arena);
    const struct combined_grant sum = combined_sum(combined);
    *viewer = (struct viewer){context, combined, year, any_has_ore(combined)};
    view_put_head(context, &map, "tilskuddsoversikt", label(context->labels, TEXT("tilskuddene")),
                  sources_of(combined, arena));
    put_day(viewer, &map, arena);
    map_put(&map, TEXT("sammendrag"), value_text(summary(viewer, &sum, arena)));
    view_put_text(&map, VIEW_KEY("gjentatt"), combined_repeated(context->labels, combined, arena));
    map_put(&map, TEXT("antall-gjentatt"), value_number((int64_t)combined->repeated_count));
    map_put(&map, TEXT("sum-gjentatt"), value_amount(combined->repeated));
    map_put(&map, TEXT("tilskudd"), value_lazy_list(grant_item, viewer, combined->grant_count));
    put_sums(viewer, &inner, &sum);
    map_put(&map, TEXT("sum"), map_end(&inner));
    put_accounts(viewer, &map, combined->years, arena);
    map_put(&map, TEXT("prosjekter"),
            value_lazy_list(project_item, viewer, combined->project_count));
    put_applications(viewer, &map, arena);
    map_put(&map, TEXT("utbetalinger"),
            value_lazy_list(payment_item, viewer, combined->payment_count));
    return map_end(&map);
}
