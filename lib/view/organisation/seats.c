// SPDX-License-Identifier: MIT

#include "view/organisation/seats.h"

#include "model/organisation/then.h"
#include "view/organisation/words.h"
#include "view/workbook.h"

static struct text party_words(const struct view_context *context, struct text id) {
    const struct party *party = organisation_party(context->repository->organisation, id);
    return party == NULL ? id : party->name;
}

static struct text role_words(const struct view_context *context,
                              const struct membership *membership) {
    if (membership == NULL || membership->role.at.line == 0 || membership->role.index < 0)
        return TEXT("");
    return label(context->labels, text_concat(context->arena, TEXT("organ-som-"),
                                              text_from(member_roles[membership->role.index])));
}

// What is told of a member, in the order in which it is.
enum member_fact {
    FACT_NAME,
    FACT_ROLE,
    FACT_REPRESENTS,
    FACT_DEPUTY_FOR,
    FACT_FROM,
    FACT_UNTIL,
    FACT_EMAIL,
    FACT_COUNT
};

struct member_facts {
    struct text words[FACT_COUNT];
    struct date from, until;
};

static struct text day_words(const struct view_context *context, struct date day) {
    return day.year == 0 ? TEXT("") : date_iso(context->arena, day);
}

static struct member_facts facts_of(const struct view_context *context,
                                    const struct member_of_body *member) {
    static const struct membership none = {.role.index = -1};
    const struct membership *of = member->membership == NULL ? &none : member->membership;
    struct member_facts facts = {.from = of->tenure.from.date, .until = of->tenure.until.date};
    facts.words[FACT_NAME] = party_words(context, member->who);
    facts.words[FACT_ROLE] = role_words(context, member->membership);
    if (of->represents.text.size > 0)
        facts.words[FACT_REPRESENTS] = party_words(context, of->represents.text);
    if (of->deputy_for.text.size > 0)
        facts.words[FACT_DEPUTY_FOR] = party_words(context, of->deputy_for.text);
    facts.words[FACT_FROM] = day_words(context, facts.from);
    facts.words[FACT_UNTIL] = day_words(context, facts.until);
    if (member->person != NULL)
        facts.words[FACT_EMAIL] = member->person->public_email.text;
    return facts;
}

// --- in the section ---

void put_day(const struct view_context *context, struct map_builder *map, struct view_key key,
             struct date day) {
    map_put(map, key.name, value_text_or_none(day_words(context, day)));
    map_put(map, key.has, value_truth(day.year != 0));
    map_put(map, key.words,
            value_text_or_none(day.year == 0 ? TEXT("")
                                             : label_date(context->labels, day, context->arena)));
}

static struct value member_value(const struct view_context *context,
                                 const struct member_of_body *member) {
    struct member_facts facts = facts_of(context, member);
    struct map_builder map = map_begin(context->arena);
    map_put(&map, TEXT("id"), value_text(member->who));
    map_put(&map, TEXT("navn"), value_text(facts.words[FACT_NAME]));
    view_put_text(&map, VIEW_KEY("som"), facts.words[FACT_ROLE]);
    view_put_text(&map, VIEW_KEY("representerer"), facts.words[FACT_REPRESENTS]);
    view_put_text(&map, VIEW_KEY("vara-for"), facts.words[FACT_DEPUTY_FOR]);
    put_day(context, &map, VIEW_KEY("fra"), facts.from);
    put_day(context, &map, VIEW_KEY("til"), facts.until);
    view_put_text(&map, VIEW_KEY("offentlig-epost"), facts.words[FACT_EMAIL]);
    return map_end(&map);
}

static struct value seats_value(const struct view_context *context, const struct body *body,
                                const struct seats *seats) {
    struct date day = context->day;
    int taken = members_for(body, seats->represents.text, day);
    int vacant = day.year != 0 && seats->count.value > taken ? seats->count.value - taken : 0;
    struct map_builder map = map_begin(context->arena);
    map_put(&map, TEXT("representerer"), value_text(party_words(context, seats->represents.text)));
    map_put(&map, TEXT("antall"), value_number(seats->count.value));
    map_put(&map, TEXT("ledige"), value_number(vacant));
    map_put(&map, TEXT("har-ledige"), value_truth(vacant > 0));
    return map_end(&map);
}

void put_seats(const struct view_context *context, struct map_builder *map, const struct body *body,
               const struct body_members *members) {
    struct arena *arena = context->arena;
    struct value *seats = arena_alloc(arena, (body->seats.count + 1) * sizeof *seats);
    struct value *people = arena_alloc(arena, (members->count + 1) * sizeof *people);
    for (size_t i = 0; i < body->seats.count; i++)
        seats[i] = seats_value(context, body, &body->seats.items[i]);
    for (size_t i = 0; i < members->count; i++)
        people[i] = member_value(context, &members->items[i]);
    map_put(map, TEXT("plasser"), value_list(seats, body->seats.count));
    map_put(map, TEXT("har-plasser"), value_truth(body->seats.count > 0));
    map_put(map, TEXT("medlemmer"), value_list(people, members->count));
    map_put(map, TEXT("har-medlemmer"), value_truth(members->count > 0));
}

// --- as a list ---

static const struct {
    struct text key, label_key;
    double width;
} columns[FACT_COUNT + 1] = {
    {TEXT_OF("organ"), TEXT_OF("organ-organ"), 34},
    {TEXT_OF("navn"), TEXT_OF("organ-navn"), 34},
    {TEXT_OF("som"), TEXT_OF("organ-som"), 12},
    {TEXT_OF("representerer"), TEXT_OF("organ-representerer"), 26},
    {TEXT_OF("vara-for"), TEXT_OF("organ-vara-for"), 26},
    {TEXT_OF("fra"), TEXT_OF("organ-fra"), 12},
    {TEXT_OF("til"), TEXT_OF("organ-til"), 12},
    {TEXT_OF("offentlig-epost"), TEXT_OF("organ-epost"), 30},
};

struct listed_member {
    const struct body *body;
    const struct member_of_body *member;
};

struct member_list {
    const struct view_context *context;
    struct listed_member *items;
    size_t count;
};

static const struct member_list *members_listed(const struct view_context *context,
                                                struct text body) {
    const struct organisation *organisation = context->repository->organisation;
    const struct body_members *members = members_of_bodies(organisation, context->arena);
    struct member_list *list = arena_alloc(context->arena, sizeof *list);
    size_t most = 0;
    for (size_t i = 0; i < organisation->bodies.count; i++)
        most += members[i].count;
    *list = (struct member_list){
        .context = context, .items = arena_alloc(context->arena, (most + 1) * sizeof *list->items)};
    for (size_t i = 0; i < organisation->bodies.count; i++)
        for (size_t j = 0;
             (body.size == 0 || text_equal(organisation->bodies.items[i].id.text, body)) &&
             j < members[i].count;
             j++)
            list->items[list->count++] =
                (struct listed_member){&organisation->bodies.items[i], &members[i].items[j]};
    return list;
}

static struct value row_value(struct text body, const struct text words[FACT_COUNT],
                              struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, columns[0].key, value_text(body));
    for (size_t i = 0; i < FACT_COUNT; i++)
        map_put(&map, columns[i + 1].key, value_text_or_none(words[i]));
    return map_end(&map);
}

struct value members_rows(const struct view_context *context, struct text body) {
    static const struct text nothing[FACT_COUNT];
    const struct member_list *list = members_listed(context, body);
    struct value *rows = arena_alloc(context->arena, (list->count + 1) * sizeof *rows);
    for (size_t i = 0; i < list->count; i++) {
        struct member_facts facts = facts_of(context, list->items[i].member);
        rows[i] = row_value(body_name(context, list->items[i].body), facts.words, context->arena);
    }
    return list->count == 0 ? row_value(TEXT(""), nothing, context->arena)
                            : value_list(rows, list->count);
}

enum { ROW_TITLE, ROW_SUBTITLE, ROW_HEADER, HEAD_ROWS };

static struct cell fact_cell(const struct member_facts *facts, enum member_fact fact) {
    if (fact == FACT_FROM || fact == FACT_UNTIL)
        return cell_date(STYLE_BODY_RIGHT, fact == FACT_FROM ? facts->from : facts->until);
    return cell_text(STYLE_BODY, facts->words[fact]);
}

static struct row member_row(const void *of, size_t index, struct arena *arena) {
    const struct member_list *list = of;
    const struct labels *labels = list->context->labels;
    struct cell *cells;
    struct row row = row_empty(index == ROW_HEADER  ? STYLE_HEADER
                               : index >= HEAD_ROWS ? STYLE_BODY
                                                    : STYLE_PLAIN,
                               FACT_COUNT + 1, &cells, arena);
    if (index == ROW_TITLE)
        cells[0] = cell_text(STYLE_TITLE, label(labels, TEXT("organ-medlemmer")));
    else if (index == ROW_SUBTITLE)
        cells[0] = cell_text(STYLE_SUBTITLE, list->context->repository->organisation->name.text);
    else if (index == ROW_HEADER)
        for (size_t i = 0; i <= FACT_COUNT; i++)
            cells[i] = cell_text(STYLE_HEADER, label(labels, columns[i].label_key));
    if (index < HEAD_ROWS)
        return row;
    const struct listed_member *listed = &list->items[index - HEAD_ROWS];
    struct member_facts facts = facts_of(list->context, listed->member);
    cells[0] = cell_text(STYLE_BODY, body_name(list->context, listed->body));
    for (size_t i = 0; i < FACT_COUNT; i++)
        cells[i + 1] = fact_cell(&facts, (enum member_fact)i);
    return row;
}

const struct workbook *members_workbook(const struct view_context *context, struct text body) {
    const struct member_list *list = members_listed(context, body);
    struct arena *arena = context->arena;
    struct sheet *sheet = arena_alloc(arena, sizeof *sheet);
    struct column *widths = arena_alloc(arena, (FACT_COUNT + 1) * sizeof *widths);
    struct text title = label(context->labels, TEXT("organ-medlemmer"));
    for (size_t i = 0; i <= FACT_COUNT; i++)
        widths[i].width = columns[i].width;
    *sheet = (struct sheet){
        .name = title,
        .columns = widths,
        .column_count = FACT_COUNT + 1,
        .row_count = HEAD_ROWS + list->count,
        .row = member_row,
        .context = list,
        .head_rows = HEAD_ROWS,
        .repeated_rows = 1,
        .frozen_columns = 2,
        .filter_rows = (uint32_t)list->count,
        .landscape = true,
        .footer_left =
            text_format(arena, "%.*s %.*s", TEXT_ARGS(label(context->labels, TEXT("laget-fra"))),
                        TEXT_ARGS(TEXT(ORGANISATION_PATH))),
    };
    return view_workbook(context, title, sheet, 1);
}
