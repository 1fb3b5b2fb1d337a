// SPDX-License-Identifier: MIT

#include "check/grant/rules.h"

#include "base/suggest.h"
#include "base/amount.h"
#include "base/message.h"
#include "check/writing/cells.h"
#include "model/grant/years.h"

#include <string.h>

struct payment_check {
    const struct repository *repository;
    const struct grant *grant;
    const struct payments *payments;
    struct date decided;
    struct arena scratch;
    struct index vouchers;
};

static struct text kroner(const struct payment_check *check, int64_t ore) {
    return amount_text(check->repository->arena, ore);
}

static void check_stranger(struct payment_check *check, const struct stranger *stranger) {
    struct diagnostics *diagnostics = check->repository->diagnostics;
    struct text number = stranger->project_number;
    struct text near = index_suggestion(&check->grant->project_numbers, number, diagnostics);
    if (near.size > 0)
        report(diagnostics, RULE_UNKNOWN_PROJECT, stranger->source->path, stranger->at,
               _("no allocation has the project number '%.*s'; did you mean '%.*s'?"),
               TEXT_ARGS(number), TEXT_ARGS(near));
    else
        report(diagnostics, RULE_UNKNOWN_PROJECT, stranger->source->path, stranger->at,
               _("no allocation has the project number '%.*s'"), TEXT_ARGS(number));
}

static void check_cost_centre(struct payment_check *check, const struct payment *payment) {
    struct text right = check->grant->allocations.items[payment->allocation].cost_centre.text;
    if (!grant_is_other_centre(check->grant, payment, &check->scratch))
        return;
    if (right.size > 0)
        report(check->repository->diagnostics, RULE_UNKNOWN_COST_CENTRE, payment->source->path,
               payment->at[PAYMENT_COST_CENTRE],
               _("the cost centre '%.*s' is not that of the project, '%.*s'"),
               TEXT_ARGS(payment->cost_centre), TEXT_ARGS(right));
    else
        report(check->repository->diagnostics, RULE_UNKNOWN_COST_CENTRE, payment->source->path,
               payment->at[PAYMENT_COST_CENTRE],
               _("the cost centre '%.*s' is booked; the grant gives this project none"),
               TEXT_ARGS(payment->cost_centre));
}

static void check_date(struct payment_check *check, const struct payment *payment) {
    if (check->decided.year > 0 && payment->date.year > 0 &&
        date_compare(payment->date, check->decided) < 0)
        report(check->repository->diagnostics, RULE_EARLY_PAYMENT, payment->source->path,
               payment->at[PAYMENT_DATE], _("this was paid before the grant was decided, on %s"),
               date_iso(check->repository->arena, check->decided).data);
}

static void check_voucher(struct payment_check *check, const struct payment *payment) {
    const struct payment *first =
        index_add(&check->vouchers, payment_line_key(payment, &check->scratch), payment);
    if (first == NULL)
        return;
    if (first->source != payment->source)
        report(check->repository->diagnostics, RULE_VOUCHER_TWICE, payment->source->path,
               payment->at[PAYMENT_VOUCHER],
               _("the voucher '%.*s' is on line %u of %.*s with the same project and amount"),
               TEXT_ARGS(payment->voucher), (unsigned)first->at[PAYMENT_VOUCHER].line,
               TEXT_ARGS(first->source->path));
    else
        report(check->repository->diagnostics, RULE_VOUCHER_TWICE, payment->source->path,
               payment->at[PAYMENT_VOUCHER],
               _("the voucher '%.*s' is on line %u with the same project and amount"),
               TEXT_ARGS(payment->voucher), (unsigned)first->at[PAYMENT_VOUCHER].line);
}

static bool has_words(struct text text, const char *first, const char *other) {
    const char *found = memmem(text.data, text.size, first, strlen(first));
    return found != NULL && memmem(text.data, text.size, other, strlen(other)) != NULL;
}

// The text of a payment says the opposite of the grant.
static void check_vat(struct payment_check *check, const struct payment *payment) {
    const struct choice *vat = &check->grant->vat;
    if (vat->at.line == 0 || payment->text.size == 0)
        return;
    struct text text = text_lower(&check->scratch, payment->text);
    bool with = has_words(text, "inkl", "mva"), without = has_words(text, "eks", "mva");
    if (!(vat->index == VAT_WITHOUT && with) && !(vat->index == VAT_WITH && without))
        return;
    report(check->repository->diagnostics, RULE_VAT_NOTE, payment->source->path,
           payment->at[PAYMENT_TEXT],
           with ? _("the text says with VAT; the amounts of the grant are without")
                : _("the text says without VAT; the amounts of the grant are with it"));
}

static void check_sum(struct payment_check *check, size_t index) {
    const struct allocation *allocation = &check->grant->allocations.items[index];
    int64_t paid = check->payments->of[index].ore, current = allocation_current(allocation);
    if (paid > 0 && paid > current)
        report(check->repository->diagnostics, RULE_OVER_ALLOCATION, check->grant->source->path,
               allocation->amount.at, _("kr %s is paid of '%.*s', kr %s more than its kr %s"),
               kroner(check, paid).data, TEXT_ARGS(allocation->name.text),
               kroner(check, paid - current).data, kroner(check, current).data);
}

static void check_committed(struct payment_check *check, size_t index) {
    const struct allocation *allocation = &check->grant->allocations.items[index];
    int64_t paid = check->payments->of[index].ore, current = allocation_current(allocation);
    if (allocation_is_over_committed(allocation, paid))
        report(check->repository->diagnostics, RULE_OVER_COMMITTED, check->grant->source->path,
               allocation->committed.at, _("kr %s is committed of '%.*s', and kr %s is left"),
               kroner(check, allocation->committed.ore).data, TEXT_ARGS(allocation->name.text),
               kroner(check, current - paid).data);
    if (paid < 0)
        report(check->repository->diagnostics, RULE_NEGATIVE_PAID, check->grant->source->path,
               allocation->id.at, _("what is paid of '%.*s' comes to less than nothing, kr %s"),
               TEXT_ARGS(allocation->name.text), kroner(check, paid).data);
}

static void check_started(struct payment_check *check, size_t index) {
    const struct grant *grant = check->grant;
    const struct allocation *allocation = &grant->allocations.items[index];
    struct date limit = grant_begins_by(grant, check->decided);
    if (limit.year > 0 && check->payments->of[index].count == 0 &&
        allocation_current(allocation) != 0 && date_compare(check->repository->today, limit) > 0)
        report(check->repository->diagnostics, RULE_NO_PAYMENT, grant->source->path,
               allocation->id.at, _("nothing is paid of '%.*s' yet; it was to begin by %s"),
               TEXT_ARGS(allocation->name.text), date_iso(check->repository->arena, limit).data);
}

static bool is_carried(const struct grant_change *change) {
    return change->of != NULL && change->kind.at.line > 0 && change->kind.index == CHANGE_CARRIED &&
           change->from.at.line > 0;
}

static void check_carried(struct payment_check *check, const struct grant_years *years,
                          const struct grant_change *change) {
    size_t index = (size_t)(change->of - check->grant->allocations.items);
    int64_t left = grant_year_at(years->of[index], change->from.value).left;
    if (left != change->amount.ore)
        report(check->repository->diagnostics, RULE_CARRIED_OVER, check->grant->source->path,
               change->amount.at, _("kr %s is carried over; kr %s is left of '%.*s' from %d"),
               kroner(check, change->amount.ore).data, kroner(check, left).data,
               TEXT_ARGS(change->of->name.text), change->from.value);
}

static void check_all_carried(struct payment_check *check) {
    const struct grant *grant = check->grant;
    bool any = false;
    for (size_t i = 0; i < grant->changes.count; i++)
        any = any || is_carried(&grant->changes.items[i]);
    if (!any)
        return;
    struct grant_years years = grant_years_of(grant, check->payments, FIRST_YEAR, &check->scratch);
    for (size_t i = 0; i < grant->changes.count; i++)
        if (is_carried(&grant->changes.items[i]))
            check_carried(check, &years, &grant->changes.items[i]);
}

static void check_lines(struct payment_check *check) {
    for (size_t i = 0; i < check->payments->stranger_count; i++)
        check_stranger(check, &check->payments->strangers[i]);
    for (size_t i = 0; i < check->payments->count; i++) {
        const struct payment *payment = &check->payments->items[i];
        check_cost_centre(check, payment);
        check_date(check, payment);
        check_vat(check, payment);
        check_cell(check->repository, payment->source->path, payment->at[PAYMENT_TEXT],
                   payment->text);
        check_cell(check->repository, payment->source->path, payment->at[PAYMENT_SUPPLIER],
                   payment->supplier);
        check_voucher(check, payment);
    }
}

void check_payments(const struct repository *repository, const struct grant *grant,
                    const struct payments *payments) {
    const struct known_case *known =
        repository_case(repository, grant->owner.text, grant->decided_by.text);
    struct payment_check check = {
        .repository = repository,
        .grant = grant,
        .payments = payments,
        .decided = known == NULL ? (struct date){0, 0, 0} : known->date,
    };
    arena_init(&check.scratch, repository->arena->out_of_memory);
    index_init(&check.vouchers, &check.scratch);
    check_lines(&check);
    for (size_t i = 0; i < grant->allocations.count; i++) {
        check_sum(&check, i);
        check_committed(&check, i);
        check_started(&check, i);
    }
    check_all_carried(&check);
    if (payments->count > 0 && grant->vat.at.line == 0)
        report(repository->diagnostics, RULE_VAT_NOTE, grant->source->path, grant->frame.at,
               _("there are payments, and nothing says whether the amounts are with VAT; write "
                 "mva: uten, med or kompenseres"));
    arena_free(&check.scratch);
}

struct counted {
    const struct payment *payment;
    const struct grant *grant;
};

static void check_counted(const struct repository *repository, struct index *lines,
                          const struct grant *grant, const struct payment *payment,
                          struct arena *scratch) {
    struct counted *counted = arena_alloc(scratch, sizeof *counted);
    *counted = (struct counted){payment, grant};
    const struct counted *first = index_add(lines, payment_line_key(payment, scratch), counted);
    if (first == NULL || first->grant == grant)
        return;
    report(repository->diagnostics, RULE_VOUCHER_TWICE, payment->source->path,
           payment->at[PAYMENT_VOUCHER],
           _("the voucher '%.*s' is counted in %.*s and in %.*s, with the same project and amount"),
           TEXT_ARGS(payment->voucher), TEXT_ARGS(first->grant->source->path),
           TEXT_ARGS(grant->source->path));
}

void check_vouchers_of_grants(const struct repository *repository) {
    struct arena scratch;
    struct index lines;
    if (repository->grants.count < 2)
        return;
    arena_init(&scratch, repository->arena->out_of_memory);
    index_init(&lines, &scratch);
    for (size_t i = 0; i < repository->grants.count; i++) {
        const struct grant_in_tree *in_tree = &repository->grants.items[i];
        for (size_t k = 0; in_tree->payments != NULL && k < in_tree->payments->count; k++)
            check_counted(repository, &lines, in_tree->grant, &in_tree->payments->items[k],
                          &scratch);
    }
    arena_free(&scratch);
}
