// SPDX-License-Identifier: MIT

#include "view/grant/open_data.h"

#include "base/message.h"

#define CURRENCY "NOK"
#define STANDARD_VERSION "1.4"
#define REGISTER "NO-BRC-" // of the Brønnøysund Register Centre, in org-id.guide
#define USUAL_PREFIX "helsefellesskap"

struct open_grant {
    const struct view_context *context;
    const struct grant *grant;
    const struct payments *payments;
    struct text prefix;
    struct text award_date;
    size_t *firsts, *nexts; // of payments: the first of each allocation and the next of each, + 1
};

// The first case that the amounts rest on and that has not decided anything; NULL: there is none.
static const struct scalar *undecided(const struct repository *repository,
                                      const struct grant *grant, enum case_standing *standing) {
    *standing = repository_standing(
        repository, repository_case(repository, grant->owner.text, grant->decided_by.text));
    if (*standing != STANDING_DECIDED)
        return &grant->decided_by;
    for (size_t i = 0; i < grant->changes.count; i++) {
        const struct scalar *number = &grant->changes.items[i].decided_by;
        *standing = repository_standing(
            repository, repository_case(repository, grant->owner.text, number->text));
        if (standing_is_lost(*standing))
            return number;
    }
    return NULL;
}

bool grant_open_check(const struct view_context *context, const struct grant *grant) {
    enum case_standing standing;
    const struct scalar *number = undecided(context->repository, grant, &standing);
    if (number != NULL) {
        report(context->repository->diagnostics, RULE_OPEN_DATA, grant->source->path, number->at,
               standing == STANDING_TO_COME
                   ? _("nothing is awarded in case %.*s yet: open data tell what has been decided "
                       "alone")
                   : _("nothing was awarded in case %.*s: open data tell what has been decided "
                       "alone"),
               TEXT_ARGS(number->text));
        return false;
    }
    if (repository_decision_day(context->repository, grant).year > 0 &&
        grant->allocations.count > 0)
        return true;
    report(context->repository->diagnostics, RULE_MISSING_KEY, grant->source->path,
           grant->decided_by.at,
           _("open data need at least one allocation and the date of the decision; write vedtatt: "
             "with a case whose meeting has a date"));
    return false;
}

static struct open_grant open_of(const struct view_context *context, const struct grant *grant,
                                 const struct payments *payments, struct arena *arena) {
    struct open_grant open = {
        .context = context,
        .grant = grant,
        .payments = payments,
        .prefix = grant->id_prefix.text.size > 0 ? grant->id_prefix.text : TEXT(USUAL_PREFIX),
        .award_date = date_iso(arena, repository_decision_day(context->repository, grant)),
        .firsts = arena_alloc(arena, grant->allocations.count * sizeof *open.firsts),
        .nexts = arena_alloc(arena, payments->count * sizeof *open.nexts),
    };
    for (size_t i = payments->count; i-- > 0;) {
        uint32_t of = payments->items[i].allocation;
        open.nexts[i] = open.firsts[of];
        open.firsts[of] = i + 1;
    }
    return open;
}

static struct text grant_id(const struct open_grant *open, const struct allocation *allocation,
                            struct arena *arena) {
    return text_format(arena, "%.*s-%.*s-%.*s", TEXT_ARGS(open->prefix),
                       TEXT_ARGS(open->grant->id.text), TEXT_ARGS(allocation->id.text));
}

// Who pays, and who gets it: where nobody is named, the body that divides the grant.
static struct text giver_of(const struct grant *grant) {
    return grant->giver.text.size > 0 ? grant->giver.text : grant->owner.text;
}

static struct text recipient_of(const struct grant *grant, const struct allocation *allocation) {
    return allocation->recipient.text.size > 0 ? allocation->recipient.text : giver_of(grant);
}

static struct text organisation_id(const struct open_grant *open, struct text id,
                                   struct arena *arena) {
    const struct party *party = organisation_party(open->context->repository->organisation, id);
    struct text number = party == NULL || party->body == NULL ? TEXT("") : party->body->number.text;
    return number.size > 0
               ? text_concat(arena, TEXT(REGISTER), number)
               : text_format(arena, "%.*s-org-%.*s", TEXT_ARGS(open->prefix), TEXT_ARGS(id));
}

static struct text organisation_name(const struct open_grant *open, struct text id) {
    const struct party *party = organisation_party(open->context->repository->organisation, id);
    return party == NULL ? id : party->name;
}

static struct text open_call(const struct grant *grant) {
    if (grant->open_call.at.line == 0)
        return TEXT("");
    return grant->open_call.index == 0 ? TEXT("Yes") : TEXT("No");
}

static struct value organisations(const struct open_grant *open, struct text id,
                                  struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("id"), value_text(organisation_id(open, id, arena)));
    map_put(&map, TEXT("name"), value_text(organisation_name(open, id)));
    return value_list_of_one(map_end(&map), arena);
}

static struct value programmes(const struct open_grant *open, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("code"), value_text(open->grant->id.text));
    map_put(&map, TEXT("title"), value_text(open->grant->title.text));
    return value_list_of_one(map_end(&map), arena);
}

static struct value classification(const struct open_grant *open, const char *label_key,
                                   struct text code, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("vocabulary"),
            value_text(label(open->context->labels, text_from(label_key))));
    map_put(&map, TEXT("code"), value_text(code));
    return map_end(&map);
}

static struct value classifications(const struct open_grant *open,
                                    const struct allocation *allocation, struct arena *arena) {
    struct value *items = arena_alloc(arena, 2 * sizeof *items);
    size_t count = 0;
    if (allocation->cost_centre.text.size > 0)
        items[count++] =
            classification(open, "bok-ansvarssted", allocation->cost_centre.text, arena);
    if (allocation->project_number.text.size > 0)
        items[count++] =
            classification(open, "bok-prosjektnummer", allocation->project_number.text, arena);
    return value_list(items, count);
}

// Only day and amount: suppliers and texts can reveal persons.
static struct value transactions(const struct open_grant *open, size_t index, struct text id,
                                 struct arena *arena) {
    const struct payments *payments = open->payments;
    struct value *items = arena_alloc(arena, payments->of[index].count * sizeof *items);
    size_t count = 0;
    for (size_t at = open->firsts[index]; at > 0; at = open->nexts[at - 1]) {
        const struct payment *payment = &payments->items[at - 1];
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("id"),
                value_text(text_format(arena, "%.*s-%zu", TEXT_ARGS(id), count + 1)));
        map_put(&map, TEXT("transactionDate"), value_text(date_iso(arena, payment->date)));
        map_put(&map, TEXT("currency"), value_text(TEXT(CURRENCY)));
        map_put(&map, TEXT("value"), value_amount(payment->ore));
        items[count++] = map_end(&map);
    }
    return value_list(items, count);
}

static struct text description_of(const struct allocation *allocation, struct arena *arena) {
    struct text remark = prose_plain(&allocation->remark, true, arena);
    struct text phase = allocation->phase.text;
    if (phase.size > 0 && remark.size > 0)
        return text_format(arena, "%.*s. %.*s", TEXT_ARGS(phase), TEXT_ARGS(remark));
    return phase.size > 0 ? phase : remark.size > 0 ? remark : allocation->name.text;
}

static struct value open_item(const void *context, size_t index, struct arena *arena) {
    const struct open_grant *open = context;
    const struct allocation *allocation = &open->grant->allocations.items[index];
    struct text id = grant_id(open, allocation, arena);
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("id"), value_text(id));
    map_put(&map, TEXT("title"), value_text(allocation->name.text));
    map_put(&map, TEXT("description"), value_text(description_of(allocation, arena)));
    map_put(&map, TEXT("currency"), value_text(TEXT(CURRENCY)));
    map_put(&map, TEXT("amountAwarded"), value_amount(allocation_current(allocation)));
    map_put(&map, TEXT("amountDisbursed"), value_amount(open->payments->of[index].ore));
    map_put(&map, TEXT("awardDate"), value_text(open->award_date));
    map_put(&map, TEXT("recipientOrganization"),
            organisations(open, recipient_of(open->grant, allocation), arena));
    map_put(&map, TEXT("fundingOrganization"), organisations(open, giver_of(open->grant), arena));
    map_put(&map, TEXT("grantProgramme"), programmes(open, arena));
    if (open->grant->open_call.at.line > 0)
        map_put(&map, TEXT("fromOpenCall"), value_text(open_call(open->grant)));
    map_put(&map, TEXT("classifications"), classifications(open, allocation, arena));
    map_put(&map, TEXT("disbursementTransaction"), transactions(open, index, id, arena));
    return map_end(&map);
}

struct value grant_open_package(const struct view_context *context, const struct grant *grant,
                                const struct payments *payments, struct arena *arena) {
    struct open_grant *open = arena_alloc(arena, sizeof *open);
    *open = open_of(context, grant, payments, arena);
    struct map_builder publisher = map_begin(arena);
    map_put(&publisher, TEXT("name"), value_text(context->repository->organisation->name.text));
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("version"), value_text(TEXT(STANDARD_VERSION)));
    map_put(&map, TEXT("title"), value_text(grant->title.text));
    map_put(&map, TEXT("publisher"), map_end(&publisher));
    map_put(&map, TEXT("grants"), value_lazy_list(open_item, open, grant->allocations.count));
    return map_end(&map);
}

static struct value open_row(const void *context, size_t index, struct arena *arena) {
    const struct open_grant *open = context;
    const struct allocation *allocation = &open->grant->allocations.items[index];
    struct text recipient = recipient_of(open->grant, allocation), giver = giver_of(open->grant);
    struct text centre = allocation->cost_centre.text;
    const struct member cells[] = {
        {TEXT("Identifier"), value_text(grant_id(open, allocation, arena))},
        {TEXT("Title"), value_text(allocation->name.text)},
        {TEXT("Description"), value_text(description_of(allocation, arena))},
        {TEXT("Currency"), value_text(TEXT(CURRENCY))},
        {TEXT("Amount Awarded"), value_amount(allocation_current(allocation))},
        {TEXT("Amount Disbursed"), value_amount(open->payments->of[index].ore)},
        {TEXT("Award Date"), value_text(open->award_date)},
        {TEXT("Recipient Org:Identifier"), value_text(organisation_id(open, recipient, arena))},
        {TEXT("Recipient Org:Name"), value_text(organisation_name(open, recipient))},
        {TEXT("Funding Org:Identifier"), value_text(organisation_id(open, giver, arena))},
        {TEXT("Funding Org:Name"), value_text(organisation_name(open, giver))},
        {TEXT("Grant Programme:Code"), value_text(open->grant->id.text)},
        {TEXT("Grant Programme:Title"), value_text(open->grant->title.text)},
        {TEXT("From an open call?"), value_text(open_call(open->grant))},
        {TEXT("Classifications:Vocabulary"),
         value_text(centre.size == 0 ? centre
                                     : label(open->context->labels, TEXT("bok-ansvarssted")))},
        {TEXT("Classifications:Code"), value_text(centre)},
    };
    struct map_builder map = map_begin(arena);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        map_put(&map, cells[i].name, cells[i].value);
    return map_end(&map);
}

struct value grant_open_rows(const struct view_context *context, const struct grant *grant,
                             const struct payments *payments, struct arena *arena) {
    struct open_grant *open = arena_alloc(arena, sizeof *open);
    *open = open_of(context, grant, payments, arena);
    return value_lazy_list(open_row, open, grant->allocations.count);
}
