// SPDX-License-Identifier: MIT

#include "view/grant/money.h"

#include "base/amount.h"

static struct value none(void) {
    return (struct value){.kind = VALUE_NONE};
}

static void put_date(const struct grant_money *money, struct map_builder *map, struct view_key key,
                     struct date date, struct arena *arena) {
    view_put_text(map, key, date.year == 0 ? TEXT("") : date_iso(arena, date));
    map_put(map, key.words, value_text(label_date(money->context->labels, date, arena)));
}

static struct value report_value(const struct grant_money *money, const struct grant_report *report,
                                 struct arena *arena) {
    int status = report->status.at.line > 0 && report->status.index >= 0 ? report->status.index
                                                                         : STATUS_COUNT;
    struct map_builder inner = map_begin(arena);
    put_date(money, &inner, VIEW_KEY("mottatt"), report->received.date, arena);
    map_put(
        &inner, TEXT("status"),
        value_text_or_none(status == STATUS_COUNT ? TEXT("") : text_from(status_names[status])));
    map_put(&inner, TEXT("status-tekst"),
            value_text(status == STATUS_COUNT
                           ? money->context->labels->statuses[status]
                           : view_status_words(money->context, &report->status)));
    view_put_prose(money->context, &inner, VIEW_KEY("omtale"), &report->summary);
    view_put_prose(money->context, &inner, VIEW_KEY("avvik"), &report->deviation);
    return map_end(&inner);
}

// The one that was due, and those before it.
static void put_reports(const struct grant_money *money, struct map_builder *map,
                        const struct allocation *allocation, struct arena *arena) {
    const struct grant_report *report = &allocation->report;
    bool received = report->received.date.year > 0;
    size_t earlier = allocation_earlier_reports(allocation);
    struct value *items = arena_alloc(arena, (earlier + 1) * sizeof *items);
    for (size_t i = 0; i < earlier; i++)
        items[i] = report_value(money, &allocation->reports.items[i], arena);
    map_put(map, TEXT("rapport"), received ? report_value(money, report, arena) : none());
    map_put(map, TEXT("har-rapport"), value_truth(received));
    map_put(map, TEXT("tidligere-rapporter"), value_list(items, earlier));
    map_put(map, TEXT("har-tidligere-rapporter"), value_truth(earlier > 0));
    map_put(map, TEXT("uten-årsak"), value_truth(!received || prose_is_empty(&report->deviation)));
    map_put(
        map, TEXT("rapport-forfalt"),
        value_truth(allocation_report_is_overdue(allocation, money->context->repository->today)));
}

static void put_periods(const struct grant_money *money, struct map_builder *map, size_t index,
                        struct arena *arena) {
    const struct periods *periods = &money->periods;
    struct value *items = arena_alloc(arena, periods->count * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < periods->count; i++) {
        int64_t ore = periods->sums[index * periods->count + i];
        if (ore == 0)
            continue;
        struct map_builder period = map_begin(arena);
        map_put(&period, TEXT("periode"), value_text(period_text(periods, i, arena)));
        map_put(&period, TEXT("beløp"), value_amount(ore));
        items[count++] = map_end(&period);
    }
    map_put(map, TEXT("perioder"), value_list(items, count));
}

static struct value account_value(struct grant_year account, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("år"), value_number(account.year));
    map_put(&map, TEXT("inn"), value_amount(account.brought));
    map_put(&map, TEXT("vedtatt"), value_amount(account.decided));
    map_put(&map, TEXT("endret"), value_amount(account.changed));
    map_put(&map, TEXT("utbetalt"), value_amount(account.paid));
    map_put(&map, TEXT("igjen"), value_amount(account.left));
    return map_end(&map);
}

static void put_years(const struct grant_money *money, struct map_builder *map,
                      struct year_accounts accounts, struct arena *arena) {
    struct value *items = arena_alloc(arena, accounts.count * sizeof *items);
    for (size_t i = 0; i < accounts.count; i++)
        items[i] = account_value(accounts.items[i], arena);
    map_put(map, TEXT("per-år"), value_list(items, accounts.count));
    map_put(map, TEXT("har-per-år"), value_truth(accounts.count > 0));
    map_put(map, TEXT("flere-år"), value_truth(accounts.count > 1));
    map_put(map, TEXT("året"),
            money->year == 0 ? none() : account_value(grant_year_at(accounts, money->year), arena));
}

struct text grant_commitment(const struct labels *labels, const struct commitment *commitment,
                             struct arena *arena) {
    const struct {
        struct text word;
        struct date date;
    } days[] = {{label(labels, TEXT("binding-til")), commitment->until.date},
                {label(labels, TEXT("binding-forfall")), commitment->due.date}};
    struct text parts[4];
    size_t count = 0;
    parts[count++] =
        text_format(arena, "%s\u00A0%.*s", amount_text(arena, commitment->amount.ore).data,
                    TEXT_ARGS(label(labels, TEXT("tilskudd-kr"))));
    if (commitment->supplier.text.size > 0)
        parts[count++] = commitment->supplier.text;
    for (size_t i = 0; i < 2; i++)
        if (days[i].date.year > 0)
            parts[count++] = text_format(arena, "%.*s %.*s", TEXT_ARGS(days[i].word),
                                         TEXT_ARGS(label_date(labels, days[i].date, arena)));
    return text_join(arena, parts, count, TEXT(", "));
}

static void put_commitments(const struct grant_money *money, struct map_builder *map,
                            const struct allocation *allocation, struct arena *arena) {
    size_t count = allocation->commitments.count;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        const struct commitment *commitment = &allocation->commitments.items[i];
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("beløp"), value_amount(commitment->amount.ore));
        map_put(&item, TEXT("leverandør"), value_text_or_none(commitment->supplier.text));
        put_date(money, &item, VIEW_KEY("til"), commitment->until.date, arena);
        put_date(money, &item, VIEW_KEY("forfall"), commitment->due.date, arena);
        map_put(&item, TEXT("ord"),
                value_text(grant_commitment(money->context->labels, commitment, arena)));
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("bindinger"), value_list(items, count));
    map_put(map, TEXT("har-bindinger"), value_truth(count > 0));
}

void grant_money_put_allocation(const struct grant_money *money, struct map_builder *map,
                                size_t index, struct arena *arena) {
    const struct allocation *allocation = &money->grant->allocations.items[index];
    int64_t current = allocation_current(allocation), committed = allocation->committed.ore;
    int64_t paid = money->payments == NULL ? 0 : money->payments->of[index].ore;
    map_put(map, TEXT("endret"), value_amount(allocation->changed));
    map_put(map, TEXT("har-endret"), value_truth(allocation->changed != 0));
    map_put(map, TEXT("gjeldende"), value_amount(current));
    map_put(map, TEXT("utbetalt"), money->payments == NULL ? none() : value_amount(paid));
    map_put(map, TEXT("andel-utbetalt"), value_text(share_text(arena, paid, current)));
    map_put(map, TEXT("bundet"), money->grant->is_past ? none() : value_amount(committed));
    put_commitments(money, map, allocation, arena);
    map_put(map, TEXT("gjenstår"),
            money->payments == NULL ? none() : value_amount(current - paid - committed));
    map_put(map, TEXT("egenandel"),
            grant_own_share(money->grant) < 0
                ? none()
                : value_amount(grant_own_part(money->grant, current)));
    bool has_put_in = allocation->put_in.at.line > 0 && !money->grant->is_past;
    map_put(map, TEXT("innskutt"), has_put_in ? value_amount(allocation->put_in.ore) : none());
    map_put(map, TEXT("har-innskutt"), value_truth(has_put_in));
    map_put(map, TEXT("mottaker"),
            allocation->recipient.text.size == 0
                ? none()
                : view_party(money->context, allocation->recipient.text, arena));
    put_date(money, map, VIEW_KEY("siste-utbetaling"),
             money->payments == NULL ? (struct date){0, 0, 0} : money->payments->of[index].last,
             arena);
    put_reports(money, map, allocation, arena);
    put_periods(money, map, index, arena);
    put_years(money, map,
              money->payments == NULL ? (struct year_accounts){NULL, 0} : money->years.of[index],
              arena);
}

static struct value change_value(const struct grant_money *money, const struct grant_change *change,
                                 struct arena *arena) {
    struct text kind = text_from(change_kind_names[change->kind.index]);
    struct text key = text_concat(arena, TEXT("endring-"), kind);
    struct map_builder map = map_begin(arena);
    put_date(money, &map, VIEW_KEY("dato"), change->date.date, arena);
    map_put(&map, TEXT("vedtatt"),
            view_case_reference(money->context, change->decided_by.text, arena));
    map_put(&map, TEXT("nr"), value_number(change->of - money->grant->allocations.items + 1));
    map_put(&map, TEXT("navn"), value_text(change->of->name.text));
    map_put(&map, TEXT("endring"), value_text(kind));
    map_put(&map, TEXT("endring-tekst"), value_text(label(money->context->labels, key)));
    map_put(&map, TEXT("beløp"), value_amount(change->amount.ore));
    map_put(&map, TEXT("virkning"), value_amount(change_effect(change)));
    map_put(&map, TEXT("fra"),
            change->from.at.line == 0 ? none() : value_number(change->from.value));
    map_put(&map, TEXT("har-fra"), value_truth(change->from.at.line > 0));
    view_put_prose(money->context, &map, VIEW_KEY("merknad"), &change->remark);
    return map_end(&map);
}

static void put_changes(const struct grant_money *money, struct map_builder *map,
                        struct arena *arena) {
    size_t count = money->grant->changes.count;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    size_t shown = 0;
    for (size_t i = 0; i < count; i++)
        if (money->grant->changes.items[i].of != NULL)
            items[shown++] = change_value(money, &money->grant->changes.items[i], arena);
    map_put(map, TEXT("endringer"), value_list(items, shown));
    map_put(map, TEXT("har-endringer"), value_truth(shown > 0));
}

static const struct text left_out_names[LEFT_OUT_COUNT] = {
    [LEFT_BY_TEXT] = TEXT_OF("hopp-over"),
    [LEFT_BY_ACCOUNT] = TEXT_OF("kontoer"),
    [LEFT_AS_INCOME] = TEXT_OF("inntekter"),
    [LEFT_BY_PROJECT] = TEXT_OF("andre-prosjekter"),
};

static struct text left_out_words(const struct labels *labels, enum left_out why,
                                  struct left_rows left, struct arena *arena) {
    const struct text names[] = {TEXT("antall"), TEXT("sum")};
    const struct text values[] = {text_format(arena, "%zu", left.count),
                                  amount_text(arena, left.ore)};
    return label_filled(labels, text_concat(arena, TEXT("utelatt-"), left_out_names[why]), names,
                        values, sizeof names / sizeof *names, arena);
}

struct text grant_left_out(const struct labels *labels, const struct payments *payments,
                           struct arena *arena) {
    struct text parts[LEFT_OUT_COUNT];
    size_t count = 0;
    for (enum left_out why = 0; why < LEFT_OUT_COUNT; why++) {
        struct left_rows left = payments_left_out(payments, why);
        if (left.count > 0)
            parts[count++] = left_out_words(labels, why, left, arena);
    }
    return text_join(arena, parts, count, TEXT(" "));
}

static void put_left_out(const struct grant_money *money, struct map_builder *map,
                         struct arena *arena) {
    struct value *items = arena_alloc(arena, LEFT_OUT_COUNT * sizeof *items);
    size_t count = 0;
    for (enum left_out why = 0; money->payments != NULL && why < LEFT_OUT_COUNT; why++) {
        struct left_rows left = payments_left_out(money->payments, why);
        struct map_builder item = map_begin(arena);
        if (left.count == 0)
            continue;
        map_put(&item, TEXT("grunn"), value_text(left_out_names[why]));
        map_put(&item, TEXT("antall"), value_number((int64_t)left.count));
        map_put(&item, TEXT("beløp"), value_amount(left.ore));
        map_put(&item, TEXT("grunn-tekst"),
                value_text(left_out_words(money->context->labels, why, left, arena)));
        items[count++] = map_end(&item);
    }
    map_put(map, TEXT("utelatt"), value_list(items, count));
    map_put(map, TEXT("har-utelatt"), value_truth(count > 0));
}

static struct value payment_value(const void *context, size_t index, struct arena *arena) {
    const struct grant_money *money = context;
    const struct payment *payment = &money->payments->items[index];
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("dato"), value_text(date_iso(arena, payment->date)));
    map_put(&map, TEXT("bilag"), value_text(payment->voucher));
    map_put(&map, TEXT("leverandør"), value_text(payment->supplier));
    map_put(&map, TEXT("prosjektnummer"), value_text(payment->project_number));
    map_put(&map, TEXT("ansvarssted"), value_text_or_none(payment->cost_centre));
    map_put(&map, TEXT("nr"), value_number((int64_t)payment->allocation + 1));
    map_put(&map, TEXT("beløp"), value_amount(payment->ore));
    map_put(&map, TEXT("tekst"), value_text(payment->text));
    map_put(&map, TEXT("konto"), value_text_or_none(payment->account));
    map_put(&map, TEXT("periode"), value_text_or_none(payment->period));
    view_put_text(&map, VIEW_KEY("bilagsdato"),
                  payment->document_date.year == 0 ? TEXT("")
                                                   : date_iso(arena, payment->document_date));
    map_put(&map, TEXT("mva"), value_text_or_none(payment->vat_code));
    map_put(&map, TEXT("fil"), value_text(payment->source->path));
    map_put(&map, TEXT("linje"), value_number(payment->at[PAYMENT_DATE].line));
    return map_end(&map);
}

static void put_summary(const struct grant_money *money, struct map_builder *map,
                        const struct grant_sums *sums, struct arena *arena) {
    const struct grant *grant = money->grant;
    size_t received = 0;
    if (money->payments == NULL) {
        map_put(map, TEXT("sammendrag"), none());
        return;
    }
    for (size_t i = 0; i < grant->allocations.count; i++)
        received += grant->allocations.items[i].report.received.date.year > 0;
    const struct text names[] = {TEXT("ramme"),  TEXT("gjeldende"), TEXT("utbetalt"),
                                 TEXT("andel"),  TEXT("bundet"),    TEXT("gjenstår"),
                                 TEXT("antall"), TEXT("mottatt")};
    const struct text values[] = {
        amount_text(arena, sums->frame),
        amount_text(arena, sums->current),
        amount_text(arena, sums->paid),
        share_text(arena, sums->paid, sums->current),
        amount_text(arena, sums->committed),
        amount_text(arena, sums->left),
        text_format(arena, "%zu", grant->allocations.count),
        text_format(arena, "%zu", received),
    };
    map_put(map, TEXT("sammendrag"),
            value_text(label_filled(money->context->labels,
                                    grant->is_past ? TEXT("rapport-sammendrag-før")
                                                   : TEXT("rapport-sammendrag"),
                                    names, values, sizeof names / sizeof *names, arena)));
}

// The sums by name, each with the words that define it.
static void put_sums(const struct grant_money *money, struct map_builder *map,
                     const struct grant_sums *sums, struct arena *arena) {
    const struct {
        struct text key;
        int64_t ore;
        bool is_known;
    } rows[] = {
        {TEXT("ramme"), sums->frame, true},
        {TEXT("vedtatt"), sums->first, true},
        {TEXT("endret"), sums->changed, true},
        {TEXT("tildelt"), sums->current, true},
        {TEXT("utbetalt"), sums->paid, money->payments != NULL},
        {TEXT("bundet"), sums->committed, !money->grant->is_past},
        {TEXT("gjenstår"), sums->left, money->payments != NULL},
        {TEXT("ikke-tildelt"), sums->unallocated, true},
        {TEXT("ikke-brukt"), sums->unspent, money->payments != NULL},
    };
    const struct labels *labels = money->context->labels;
    struct value *items = arena_alloc(arena, sizeof rows / sizeof *rows * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct map_builder row = map_begin(arena);
        struct text name = text_concat(arena, TEXT("sum-"), rows[i].key);
        if (!rows[i].is_known)
            continue;
        map_put(&row, TEXT("sum"), value_text(rows[i].key));
        map_put(&row, TEXT("sum-tekst"), value_text(label(labels, name)));
        map_put(&row, TEXT("beløp"), value_amount(rows[i].ore));
        map_put(&row, TEXT("forklaring"),
                value_text(label(labels, text_concat(arena, name, TEXT("-om")))));
        items[count++] = map_end(&row);
    }
    map_put(map, TEXT("summer"), value_list(items, count));
    map_put(map, TEXT("ikke-tildelt"), value_amount(sums->unallocated));
    map_put(map, TEXT("ikke-brukt"),
            money->payments == NULL ? none() : value_amount(sums->unspent));
}

void grant_money_put_grant(const struct grant_money *money, struct map_builder *map,
                           struct arena *arena) {
    const struct grant *grant = money->grant;
    const struct payments *payments = money->payments;
    bool paid = payments != NULL && payments->file_count > 0;
    const struct grant_sums sums = grant_sums_of(grant, payments);
    map_put(map, TEXT("endret"), value_amount(grant->changed));
    map_put(map, TEXT("gjeldende"), value_amount(sums.current));
    map_put(map, TEXT("utbetalt"), payments == NULL ? none() : value_amount(sums.paid));
    map_put(map, TEXT("andel-utbetalt"), value_text(share_text(arena, sums.paid, sums.current)));
    map_put(map, TEXT("bundet"), grant->is_past ? none() : value_amount(sums.committed));
    map_put(map, TEXT("har-bundet"), value_truth(!grant->is_past));
    map_put(map, TEXT("gjenstår"), payments == NULL ? none() : value_amount(sums.left));
    put_sums(money, map, &sums, arena);
    view_put_text(map, VIEW_KEY("mva"),
                  grant->vat.at.line > 0 ? text_from(vat_names[grant->vat.index]) : TEXT(""));
    view_put_text(map, VIEW_KEY("egenandel"), grant->own_share.share.text);
    map_put(map, TEXT("egenandel-av-samlet-kostnad"),
            value_truth(grant_own_share_is_of_total(grant)));
    map_put(map, TEXT("giver"),
            grant->giver.text.size == 0 ? none()
                                        : view_party(money->context, grant->giver.text, arena));
    put_date(money, map, VIEW_KEY("dato"), money->context->repository->today, arena);
    put_changes(money, map, arena);
    map_put(map, TEXT("år"), money->year == 0 ? none() : value_number(money->year));
    map_put(map, TEXT("har-år"), value_truth(money->year != 0));
    put_years(money, map, money->years.whole, arena);
    put_summary(money, map, &sums, arena);
    map_put(map, TEXT("har-utbetalinger"), value_truth(paid));
    put_left_out(money, map, arena);
    map_put(map, TEXT("utbetalinger-kilde"),
            value_text_or_none(paid ? payments_paths(payments, arena) : TEXT("")));
    map_put(map, TEXT("utbetalinger"),
            value_lazy_list(payment_value, money, paid ? payments->count : 0));
}
