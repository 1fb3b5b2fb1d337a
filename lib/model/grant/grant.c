// SPDX-License-Identifier: MIT

#include "model/grant/grant.h"

#include "base/amount.h"
#include "base/message.h"
#include "input/file/limits.h"
#include "model/meeting/casenumber.h"
#include "model/plan/plan.h"

#include <stddef.h>
#include <stdlib.h>

static const char *const kind[] = {"tilskudd", NULL};

const char *const change_kind_names[] = {
    [CHANGE_ADDED] = "tillegg",        [CHANGE_REDUCED] = "reduksjon",
    [CHANGE_RETURNED] = "tilbakeført", [CHANGE_CARRIED] = "overført",
    [CHANGE_KIND_COUNT] = NULL,
};

const char *const vat_names[] = {
    [VAT_WITHOUT] = "uten",
    [VAT_WITH] = "med",
    [VAT_COMPENSATED] = "kompenseres",
    [VAT_COUNT] = NULL,
};

static const char *const own_share_bases[] = {
    [OWN_SHARE_OF_ALLOCATION] = "tildeling", [OWN_SHARE_OF_TOTAL] = "samlet kostnad", NULL};

static const char *const charset_names[] = {[CHARSET_UTF8] = "utf-8",
                                            [CHARSET_WINDOWS_1252] = "windows-1252",
                                            [CHARSET_UTF16] = "utf-16",
                                            [CHARSET_ANY] = NULL};

static const char *const others_names[] = {"hopp over", NULL};

static const char *const yes_no[] = {"ja", "nei", NULL};

static const char *const decimal_mark_names[] = {"komma", "punktum", NULL};

#define AT(member) .offset = offsetof(struct grant_report, member)
static const struct field report_fields[] = {
    FIELD("mottatt", DATE, REQUIRED, AT(received), N_("the day when the report came")),
    FIELD("status", SPECIAL, OPTIONAL, AT(status), N_("how the project stands"),
          .choices = status_names, .form = &status_form),
    FIELD("omtale", PROSE, OPTIONAL, AT(summary), N_("what has been done, in Markdown")),
    FIELD("avvik", PROSE, OPTIONAL, AT(deviation),
          N_("why more or less has been spent than planned, in Markdown")),
};
#undef AT
static const struct shape report_shape = SHAPE_WITH_PLACE(struct grant_report, report_fields);

#define AT(member) .offset = offsetof(struct commitment, member)
static const struct field commitment_fields[] = {
    FIELD("beløp", AMOUNT, REQUIRED, AT(amount), N_("how much is agreed on and not yet paid")),
    FIELD("leverandør", TEXT, OPTIONAL, AT(supplier), N_("with whom it is agreed"),
          .example = "Kommune A"),
    FIELD("til", DATE, OPTIONAL, AT(until), N_("the last day that it is agreed on for")),
    FIELD("forfall", DATE, OPTIONAL, AT(due), N_("the day when it is to be paid")),
};
#undef AT
static const struct shape commitment_shape =
    SHORT_SHAPE(struct commitment, commitment_fields, "beløp");

#define AT(member) .offset = offsetof(struct allocation, member)
static const struct field allocation_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id),
          N_("a short name of the project; no other allocation of the grant has it"),
          .example = "forsterket-utskrivningsteam"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the project"),
          .example = "Forsterket utskrivningsteam"),
    FIELD("søker", TEXT, OPTIONAL, AT(applicant), N_("who has applied"),
          .example = "Melhus kommune"),
    FIELD("omsøkt", AMOUNT, OPTIONAL, AT(applied), N_("how much was applied for")),
    FIELD("fase", TEXT, OPTIONAL, AT(phase), N_("how far the project is"), .example = "pilotering"),
    FIELD("beløp", AMOUNT, REQUIRED, AT(amount),
          N_("how much the project got when the grant was divided")),
    FIELD("prosjektnummer", ID, OPTIONAL, AT(project_number),
          N_("the number that the economy office gives the project"), .example = "970101"),
    FIELD("ansvarssted", ID, OPTIONAL, AT(cost_centre),
          N_("the cost centre, from the economy office"), .example = "260110"),
    FIELD("prosjektleder", ID, OPTIONAL, AT(project_leader),
          N_("the leader of the project: the id of a body or a person")),
    FIELD("mottaker", ID, OPTIONAL, AT(recipient),
          N_("the body that gets the money, for open data")),
    FIELD("tiltak", IDS, OPTIONAL, AT(actions), N_("the actions of the plan that it pays for"),
          .example = "2.1.1"),
    FIELD("bundet", RECORDS, OPTIONAL, AT(commitments),
          N_("what is agreed on and not yet paid: one amount, or a list with suppliers and days"),
          .shape = &commitment_shape),
    FIELD("budsjett", VARIANT, OPTIONAL, AT(budget),
          N_("how much is to be spent in each year; by group of accounts, if wanted"),
          .form = &budget_form),
    FIELD("rapporteres", DATE, OPTIONAL, AT(report_due), N_("the day when the project reports")),
    FIELD("rapport", RECORD, OPTIONAL, AT(report), N_("what the project has reported"),
          .shape = &report_shape),
    FIELD("rapporter", RECORDS, OPTIONAL, AT(reports),
          N_("what the project has reported over the years, where it reports more than once"),
          .shape = &report_shape),
    FIELD("innskutt", AMOUNT, OPTIONAL, AT(put_in),
          N_("how much the partners have put in themselves so far")),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark below the table, in Markdown")),
};
#undef AT
static const struct shape allocation_shape = SHAPE(struct allocation, allocation_fields);

#define AT(member) .offset = offsetof(struct refusal, member)
static const struct field refusal_fields[] = {
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the project")),
    FIELD("søker", TEXT, OPTIONAL, AT(applicant), N_("who has applied"),
          .example = "Melhus kommune"),
    FIELD("omsøkt", AMOUNT, OPTIONAL, AT(applied), N_("how much was applied for")),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("why, in Markdown")),
};
#undef AT
static const struct shape refusal_shape = SHAPE(struct refusal, refusal_fields);

#define AT(member) .offset = offsetof(struct grant_change, member)
static const struct field change_fields[] = {
    FIELD("dato", DATE, REQUIRED, AT(date), N_("the day of the decision")),
    FIELD("sak", ID, REQUIRED, AT(decided_by), N_("the case that decided it"),
          .form = &case_reference_form),
    FIELD("tildeling", ID, REQUIRED, AT(allocation), N_("the id of the allocation"),
          .example = "forsterket-utskrivningsteam"),
    FIELD("endring", CHOICE, REQUIRED, AT(kind), N_("what was decided"),
          .choices = change_kind_names),
    FIELD("beløp", AMOUNT, REQUIRED, AT(amount), N_("how much; never negative")),
    FIELD("fra", NUMBER, OPTIONAL, AT(from), N_("of overført: the year in which it was not spent"),
          .example = "2024"),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("why, in Markdown")),
};
#undef AT
static const struct shape change_shape = SHAPE(struct grant_change, change_fields);

#define AT(column) .offset = sizeof(struct scalar) * (column)
static const struct field title_fields[] = {
    FIELD("dato", ID, OPTIONAL, AT(PAYMENT_DATE), N_("the title of the column with the date")),
    FIELD("prosjektnummer", ID, OPTIONAL, AT(PAYMENT_PROJECT),
          N_("the title of the column with the project number")),
    FIELD("bilag", ID, OPTIONAL, AT(PAYMENT_VOUCHER),
          N_("the title of the column with the number of the voucher")),
    FIELD("leverandør", ID, OPTIONAL, AT(PAYMENT_SUPPLIER),
          N_("the title of the column with the supplier")),
    FIELD("beløp", ID, OPTIONAL, AT(PAYMENT_AMOUNT), N_("the title of the column with the amount")),
    FIELD("tekst", ID, OPTIONAL, AT(PAYMENT_TEXT), N_("the title of the column with the text")),
    FIELD("ansvarssted", ID, OPTIONAL, AT(PAYMENT_COST_CENTRE),
          N_("the title of the column with the cost centre")),
    FIELD("konto", ID, OPTIONAL, AT(PAYMENT_ACCOUNT),
          N_("the title of the column with the account")),
    FIELD("periode", ID, OPTIONAL, AT(PAYMENT_PERIOD),
          N_("the title of the column with the period of the accounts")),
    FIELD("bilagsdato", ID, OPTIONAL, AT(PAYMENT_DOCUMENT_DATE),
          N_("the title of the column with the date of the voucher")),
    FIELD("mva", ID, OPTIONAL, AT(PAYMENT_VAT_CODE),
          N_("the title of the column with the VAT code")),
    FIELD("debet", ID, OPTIONAL, AT(PAYMENT_DEBIT),
          N_("the title of the column with debits, where no column has all amounts")),
    FIELD("kredit", ID, OPTIONAL, AT(PAYMENT_CREDIT),
          N_("the title of the column with credits, where no column has all amounts")),
    FIELD("fortegn", ID, OPTIONAL, AT(PAYMENT_SIDE),
          N_("the title of the column that says whether the amount is a debit or a credit")),
    FIELD("valuta", ID, OPTIONAL, AT(PAYMENT_CURRENCY),
          N_("the title of the column with the currency; kroner is expected")),
};
#undef AT
static const struct shape title_shape = SHAPE(struct scalar[PAYMENT_COLUMN_COUNT], title_fields);

#define AT(member) .offset = offsetof(struct receipt, member)
static const struct field receipt_fields[] = {
    FIELD("dato", DATE, REQUIRED, AT(date), N_("the day when the money came or went")),
    FIELD("beløp", AMOUNT, REQUIRED, AT(amount), N_("how much; never negative")),
    FIELD("bilag", ID, OPTIONAL, AT(voucher), N_("the number of the voucher"),
          .example = "40240017"),
};
#undef AT
static const struct shape receipt_shape = SHAPE(struct receipt, receipt_fields);

#define AT(member) .offset = offsetof(struct own_share, member)
static const struct field own_share_fields[] = {
    FIELD("andel", SPECIAL, REQUIRED, AT(share), N_("the share that the partners put in"),
          .form = &progress_form),
    FIELD("av", CHOICE, OPTIONAL, AT(of), N_("what it is a share of"), .choices = own_share_bases),
};
#undef AT
static const struct shape own_share_shape =
    SHORT_SHAPE(struct own_share, own_share_fields, "andel");

#define AT(member) .offset = offsetof(struct payment_form, member)
static const struct field payment_fields[] = {
    FIELD("fil", IDS, OPTIONAL, AT(files),
          N_("the file with the payments, beside this one; or several"),
          .example = "grant-2024-payments.csv"),
    FIELD("tegnsett", CHOICE, OPTIONAL, AT(charset), N_("the character set of the file"),
          .choices = charset_names),
    FIELD("desimaltegn", CHOICE, OPTIONAL, AT(decimal_mark),
          N_("what comes before the decimals in the file"), .choices = decimal_mark_names),
    FIELD("kolonner", RECORD, OPTIONAL, AT(titles),
          N_("the titles of the columns, where they are other ones than the names of these keys"),
          .shape = &title_shape),
    FIELD("kontoer", IDS, OPTIONAL, AT(accounts.written),
          N_("the accounts whose rows are payments, each from–to or one; other rows are passed "
             "over"),
          .form = &account_range_form),
    FIELD("andre-prosjekter", CHOICE, OPTIONAL, AT(others),
          N_("rows on projects of other grants, or on none, are passed over"),
          .choices = others_names),
    FIELD("hopp-over", IDS, OPTIONAL, AT(skipped),
          N_("rows that are no payments: each has one of these texts in a cell"),
          .example = "30241107"),
};
#undef AT
static const struct shape payment_shape = SHAPE(struct payment_form, payment_fields);

#define AT(member) .offset = offsetof(struct grant, member)
static const struct field grant_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("id", ID, REQUIRED, AT(id),
          N_("the id of the grant, as in the file name; mostly the year"), .example = "2024"),
    FIELD("flyttet-fra", IDS, OPTIONAL, AT(moved_from),
          N_("ids that the grant had before: the addresses still lead to its documents"),
          .example = "2024"),
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("the title of the grant")),
    FIELD("eier", ID, REQUIRED, AT(owner), N_("the body that divides the grant"), .example = "ASU"),
    FIELD("giver", ID, OPTIONAL, AT(giver), N_("the body that pays the grant out")),
    FIELD("språk", CHOICE, OPTIONAL, AT(language),
          N_("the language of labels and dates: bokmål or nynorsk"), .choices = language_names),
    FIELD("ramme", AMOUNT, REQUIRED, AT(frame),
          N_("the amount to be divided; the allocations do not exceed it")),
    FIELD("vedtatt", ID, OPTIONAL, AT(decided_by), N_("the case that decided the allocations"),
          .form = &case_reference_form),
    FIELD("mva", CHOICE, OPTIONAL, AT(vat),
          N_("whether the amounts are without or with VAT, or it is compensated"),
          .choices = vat_names),
    FIELD("egenandel", RECORD, OPTIONAL, AT(own_share),
          N_("what the partners put in themselves: a share of each allocation, or of what the "
             "project costs"),
          .shape = &own_share_shape),
    FIELD("første-utbetaling-innen", NUMBER, OPTIONAL, AT(first_within),
          N_("so many months after the decision, each project has its first payment"),
          .example = "6"),
    FIELD("utlyst", CHOICE, OPTIONAL, AT(open_call),
          N_("whether the projects have applied after a public call, for open data"),
          .choices = yes_no),
    FIELD("id-prefiks", ID, OPTIONAL, AT(id_prefix),
          N_("what the ids of the projects begin with in open data"),
          .example = "360G-helsefellesskap"),
    FIELD("mottatt", RECORDS, OPTIONAL, AT(received),
          N_("what the giver has paid in, for the account of the frame"), .shape = &receipt_shape),
    FIELD("tilbakebetalt", RECORDS, OPTIONAL, AT(returned),
          N_("what was given back to the giver, for the account of the frame"),
          .shape = &receipt_shape),
    FIELD("kontogrupper", RECORDS, OPTIONAL, AT(account_groups),
          N_("groups of accounts of the budgets, where they are others than lønn (5000–5999) and "
             "drift (4000–4999, 6000–7999)"),
          .shape = &account_group_shape),
    FIELD("utbetalinger", RECORD, OPTIONAL, AT(payments),
          N_("the file with what has been paid, and how it is written"), .shape = &payment_shape),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark on the whole grant, in Markdown")),
    FIELD("tildelinger", RECORDS, REQUIRED, AT(allocations),
          N_("the allocations, one for each project"), .shape = &allocation_shape),
    FIELD("avslag", RECORDS, OPTIONAL, AT(refusals), N_("the applications that were refused"),
          .shape = &refusal_shape),
    FIELD("endringer", RECORDS, OPTIONAL, AT(changes),
          N_("what was decided of the allocations later; what was first decided stays as it is"),
          .shape = &change_shape),
};
#undef AT
const struct shape grant_shape = SHAPE(struct grant, grant_fields);

static void report_twice(struct sources *sources, const struct grant *grant, struct scalar id,
                         const char *message) {
    struct text told = message_about(sources->arena, message, id.text);
    report(sources->diagnostics, RULE_DUPLICATE_ID, grant->source->path, id.at, "%.*s",
           TEXT_ARGS(told));
}

// False where the sum would be beyond what any amount can be: then nothing is added.
static bool add(struct sources *sources, const struct grant *grant, int64_t *sum,
                struct money amount, int64_t ore) {
    if (*sum + ore <= AMOUNT_LARGEST && *sum + ore >= -AMOUNT_LARGEST) {
        *sum += ore;
        return true;
    }
    report(sources->diagnostics, RULE_WRONG_AMOUNT, grant->source->path, amount.at,
           _("the sum of the amounts is too large here"));
    return false;
}

// Spreadsheets read these as wildcards, or as the escape of one, when they look a number up.
static void check_characters(struct sources *sources, const struct grant *grant,
                             struct scalar number) {
    for (size_t i = 0; i < number.text.size; i++)
        if (number.text.data[i] == '*' || number.text.data[i] == '?' ||
            number.text.data[i] == '~') {
            report(sources->diagnostics, RULE_WRONG_NUMBER, grant->source->path, number.at,
                   _("'%.*s' cannot be a number of the accounts: it has '%c' in it"),
                   TEXT_ARGS(number.text), number.text.data[i]);
            return;
        }
}

static void index_project(struct sources *sources, struct grant *grant,
                          const struct allocation *allocation) {
    struct scalar project = allocation->project_number;
    struct text lower = text_lower(sources->arena, project.text);
    check_characters(sources, grant, project);
    check_characters(sources, grant, allocation->cost_centre);
    if (project.text.size == 0)
        return;
    bool twice = index_add(&grant->project_numbers, project.text, allocation) != NULL;
    if (!text_equal(lower, project.text))
        twice = index_add(&grant->project_numbers, lower, allocation) != NULL || twice;
    if (twice)
        report_twice(sources, grant, project, _("the project number '%.*s' is used twice"));
}

const struct allocation *grant_project(const struct grant *grant, struct text number,
                                       struct arena *arena) {
    const struct allocation *found = index_find(&grant->project_numbers, number);
    return found != NULL ? found : index_find(&grant->project_numbers, text_lower(arena, number));
}

static void sum_commitments(struct sources *sources, const struct grant *grant,
                            struct allocation *allocation) {
    for (size_t i = 0; i < allocation->commitments.count; i++) {
        struct money amount = allocation->commitments.items[i].amount;
        if (i == 0)
            allocation->committed.at = amount.at;
        add(sources, grant, &allocation->committed.ore, amount, amount.ore);
    }
}

static int by_day(const void *a, const void *b) {
    const struct grant_report *first = a, *second = b;
    int order = date_compare(first->received.date, second->received.date);
    return order != 0 ? order
                      : (first->at.line > second->at.line) - (first->at.line < second->at.line);
}

// What rapport says is one of them. Those of one day stay as they are in the file.
static void gather_reports(struct sources *sources, struct allocation *allocation) {
    size_t count = allocation->reports.count;
    if (allocation->report.at.line > 0) {
        struct grant_report *all = arena_alloc(sources->arena, (count + 1) * sizeof *all);
        for (size_t i = 0; i < count; i++)
            all[i] = allocation->reports.items[i];
        all[count++] = allocation->report;
        allocation->reports.items = all;
        allocation->reports.count = count;
    }
    if (count == 0)
        return;
    qsort(allocation->reports.items, count, sizeof *allocation->reports.items, by_day);
    allocation_settle_report(allocation);
}

static void index_allocations(struct grant *grant, struct sources *sources) {
    index_init(&grant->allocation_ids, sources->arena);
    index_init(&grant->project_numbers, sources->arena);
    for (size_t i = 0; i < grant->allocations.count; i++) {
        struct allocation *allocation = &grant->allocations.items[i];
        sum_commitments(sources, grant, allocation);
        gather_reports(sources, allocation);
        if (allocation->id.text.size > 0 &&
            index_add(&grant->allocation_ids, allocation->id.text, allocation) != NULL)
            report_twice(sources, grant, allocation->id, _("the id '%.*s' is used twice"));
        index_project(sources, grant, allocation);
        add(sources, grant, &grant->allocated, allocation->amount, allocation->amount.ore);
        add(sources, grant, &grant->applied, allocation->applied, allocation->applied.ore);
    }
    for (size_t i = 0; i < grant->refusals.count; i++) {
        struct money applied = grant->refusals.items[i].applied;
        add(sources, grant, &grant->applied, applied, applied.ore);
    }
}

void allocation_settle_report(struct allocation *allocation) {
    const struct date due = allocation->report_due.date;
    const struct date earlier = {due.year - 1, due.month, due.day};
    size_t count = allocation->reports.count;
    allocation->report = (struct grant_report){.at = {0, 0}};
    if (count == 0)
        return;
    const struct grant_report *newest = &allocation->reports.items[count - 1];
    if (due.year == 0 || date_compare(newest->received.date, earlier) > 0)
        allocation->report = *newest;
}

bool allocation_report_is_overdue(const struct allocation *allocation, struct date today) {
    struct date due = allocation->report_due.date;
    return today.year > 0 && due.year > 0 && allocation->report.received.date.year == 0 &&
           date_compare(today, due) > 0;
}

int64_t change_effect(const struct grant_change *change) {
    static const int directions[CHANGE_KIND_COUNT] = {
        [CHANGE_ADDED] = 1, [CHANGE_REDUCED] = -1, [CHANGE_RETURNED] = -1};
    bool known = change->kind.at.line > 0 && change->kind.index >= 0;
    return known ? directions[change->kind.index] * change->amount.ore : 0;
}

// The allocations are in the grant's own array.
static void apply_changes(struct grant *grant, struct sources *sources) {
    for (size_t i = 0; i < grant->changes.count; i++) {
        struct grant_change *change = &grant->changes.items[i];
        change->of = index_find(&grant->allocation_ids, change->allocation.text);
        if (change->of == NULL)
            continue;
        struct allocation *of = &grant->allocations.items[change->of - grant->allocations.items];
        int64_t effect = change_effect(change);
        if (add(sources, grant, &grant->changed, change->amount, effect))
            of->changed += effect;
    }
}

bool allocation_is_over_committed(const struct allocation *allocation, int64_t paid) {
    int64_t current = allocation_current(allocation);
    return allocation->committed.at.line > 0 && paid <= current &&
           paid + allocation->committed.ore > current;
}

bool grant_pays_for_actions(const struct grant *grant) {
    for (size_t i = 0; i < grant->allocations.count; i++)
        if (grant->allocations.items[i].actions.count > 0)
            return true;
    return false;
}

int grant_own_share(const struct grant *grant) {
    int share;
    return progress_parse(grant->own_share.share.text, &share) ? share : -1;
}

bool grant_own_share_is_of_total(const struct grant *grant) {
    const struct choice *of = &grant->own_share.of;
    return of->at.line > 0 && of->index == OWN_SHARE_OF_TOTAL;
}

int64_t grant_own_part(const struct grant *grant, int64_t ore) {
    enum { PERCENT = 100 };
    int share = grant_own_share(grant);
    int64_t product = ore * (share < 0 ? 0 : share);
    int64_t of = grant_own_share_is_of_total(grant) ? PERCENT - share : PERCENT;
    if (of <= 0)
        return 0;
    int64_t rest = product % of;
    return product / of + (2 * rest >= of) - (2 * rest <= -of); // half an øre is a whole one
}

struct date grant_begins_by(const struct grant *grant, struct date decided) {
    const struct number *months = &grant->first_within;
    if (months->at.line == 0 || months->value < 0 || decided.year == 0)
        return (struct date){0, 0, 0};
    return date_months_later(decided, months->value);
}

struct grant *grant_read(struct sources *sources, struct text path) {
    struct source *source =
        source_read(sources, path, LIMIT_YAML_BYTES, TEXT(""), (struct position){0, 0});
    if (source == NULL)
        return NULL;
    struct grant *grant = arena_alloc(sources->arena, sizeof *grant);
    grant->source = source;
    bind_yaml(sources, source, source->text, 1, &grant_shape, grant);
    index_allocations(grant, sources);
    apply_changes(grant, sources);
    account_ranges_read(sources, source->path, &grant->payments.accounts);
    account_groups_read(sources, source->path, &grant->account_groups);
    for (size_t i = 0; i < grant->allocations.count; i++)
        account_groups_take(sources, source->path, &grant->account_groups,
                            &grant->allocations.items[i].budget);
    return grant;
}
