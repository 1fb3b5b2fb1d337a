// SPDX-License-Identifier: MIT
// Who was at a meeting: as lists, and as a table of names, positions and organisations.

#include "view/meeting/meeting.h"

// Somebody in the table.
struct row {
    struct text name;
    struct text position;
    struct text organisation;
    struct text remark;
    bool is_other; // without a vote
};

struct table {
    const struct view_context *context;
    const struct meeting *meeting;
    enum attendance_form form;
    struct row *rows;
    size_t count;
};

static struct text name_of(const struct view_context *context, struct text id) {
    const struct party *party = organisation_party(context->repository->organisation, id);
    return party == NULL ? id : party->name;
}

// "på Teams; fra sak 42/24". In a list, whom somebody represents comes first.
static struct text attendee_remark(const struct view_context *context,
                                   const struct attendee *attendee, bool in_list,
                                   struct arena *arena) {
    const struct text name = TEXT_OF("sak"), body = TEXT_OF("organ");
    struct text represented = name_of(context, attendee->represents.text), parts[5];
    size_t count = 0;
    if (in_list && attendee->who.text.size > 0 && attendee->position.text.size > 0)
        parts[count++] = attendee->position.text;
    if (in_list && represented.size > 0)
        parts[count++] =
            label_filled(context->labels, TEXT("oppmøte-for"), &body, &represented, 1, arena);
    if (attendee->remark.text.size > 0)
        parts[count++] = attendee->remark.text;
    if (attendee->from_case.text.size > 0)
        parts[count++] = label_filled(context->labels, TEXT("oppmøte-fra-sak"), &name,
                                      &attendee->from_case.text, 1, arena);
    if (attendee->to_case.text.size > 0)
        parts[count++] = label_filled(context->labels, TEXT("oppmøte-til-sak"), &name,
                                      &attendee->to_case.text, 1, arena);
    return text_join(arena, parts, count, TEXT("; "));
}

// "Kari Nes, klinikksjef, St. Olavs hospital"
static struct text guest_words(const struct attendee *attendee, struct arena *arena) {
    const struct text all[] = {attendee->guest.text, attendee->position.text,
                               attendee->belongs.text};
    struct text parts[3];
    size_t count = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].size > 0)
            parts[count++] = all[i];
    return text_join(arena, parts, count, TEXT(", "));
}

static struct value attendee_value(const struct view_context *context,
                                   const struct attendee *attendee, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    if (attendee->who.text.size > 0) {
        struct value party = view_party(context, attendee->who.text, arena);
        map_put(&map, TEXT("id"), *value_find(&party, TEXT("id")));
        map_put(&map, TEXT("navn"), *value_find(&party, TEXT("navn")));
        map_put(&map, TEXT("kort"), *value_find(&party, TEXT("kort")));
    } else {
        map_put(&map, TEXT("id"), value_text(TEXT("")));
        map_put(&map, TEXT("navn"), value_text(guest_words(attendee, arena)));
        map_put(&map, TEXT("kort"), value_text(attendee->guest.text));
    }
    view_put_text(&map, VIEW_KEY("merknad"), attendee_remark(context, attendee, true, arena));
    return map_end(&map);
}

static struct value people_value(const struct view_context *context, const struct attendees *people,
                                 struct arena *arena) {
    struct value *items = arena_alloc(arena, people->count * sizeof *items);
    for (size_t i = 0; i < people->count; i++)
        items[i] = attendee_value(context, &people->items[i], arena);
    return value_list(items, people->count);
}

// --- the table ---

static const struct person *person_of(const struct organisation *organisation, struct text id) {
    for (size_t i = 0; i < organisation->persons.count; i++)
        if (text_equal(organisation->persons.items[i].id.text, id))
            return &organisation->persons.items[i];
    return NULL;
}

// The body that a member of the committee is there for; else the one that the person belongs to.
static struct text represented_by(const struct table *table, struct text id) {
    const struct organisation *organisation = table->context->repository->organisation;
    struct text committee = table->meeting->committee.text;
    const struct body *body = index_find(&organisation->body_ids, committee);
    const struct person *person = person_of(organisation, id);
    for (size_t i = 0; body != NULL && i < body->memberships.count; i++) {
        const struct membership *member = &body->memberships.items[i];
        if (text_equal(member->who.text, id) && member->represents.text.size > 0 &&
            tenure_covers(&member->tenure, organisation->day))
            return member->represents.text;
    }
    bool elsewhere = person != NULL && !text_equal(person->body.text, committee);
    return elsewhere ? person->body.text : TEXT("");
}

// Of a person with a name the name alone: the role is the position.
static void set_party(const struct table *table, struct text id, struct row *row) {
    const struct organisation *organisation = table->context->repository->organisation;
    const struct person *person = person_of(organisation, id);
    struct text name = name_of(table->context, id);
    const struct party *party = organisation_party(organisation, id);
    row->name = name;
    row->organisation = name_of(table->context, represented_by(table, id));
    if (person == NULL || party == NULL || !party->is_named)
        return;
    size_t rest = party->short_name.size + 2; // ", ", and the role
    row->name = text_slice(name, 0, name.size > rest ? name.size - rest : name.size);
    row->position = party->short_name;
}

static void add_attendees(struct table *table, const struct attendees *people, bool others) {
    for (size_t i = 0; i < people->count; i++) {
        const struct attendee *attendee = &people->items[i];
        struct row row = {
            .name = attendee->guest.text,
            .organisation = attendee->belongs.text,
            .is_other = others,
        };
        if (attendee->who.text.size > 0)
            set_party(table, attendee->who.text, &row);
        if (attendee->position.text.size > 0)
            row.position = attendee->position.text;
        if (attendee->represents.text.size > 0)
            row.organisation = name_of(table->context, attendee->represents.text);
        row.remark = attendee_remark(table->context, attendee, false, table->context->arena);
        table->rows[table->count++] = row;
    }
}

struct text meeting_place_taken(const struct view_context *context, struct text id,
                                struct arena *arena) {
    static const struct text representative = TEXT_OF("Representant for ");
    const struct party *party = organisation_party(context->repository->organisation, id);
    if (party == NULL || party->body != NULL || party->is_named)
        return party == NULL ? id : party->name;
    struct text role = party->name;
    if (text_starts_with(role, representative))
        return text_concat(arena, TEXT("representanten for "),
                           text_slice(role, representative.size, role.size));
    size_t first = 0, second;
    if (role.size > 0)
        text_next_code_point(role, &first);
    second = first;
    if (second < role.size)
        text_next_code_point(role, &second);
    struct text letters = text_slice(role, 0, second), small = text_lower(arena, letters);
    bool abbreviation = !text_equal(text_slice(letters, first, second),
                                    text_slice(small, small.size - (second - first), small.size));
    return abbreviation ? role
                        : text_concat(arena, text_lower(arena, text_slice(role, 0, first)),
                                      text_slice(role, first, role.size));
}

static void add_deputies(struct table *table) {
    const struct substitutions *absent = &table->meeting->minutes.absent;
    struct arena *arena = table->context->arena;
    for (size_t i = 0; i < absent->count; i++) {
        struct row row = {.is_other = false};
        if (absent->items[i].deputy.text.size == 0)
            continue;
        set_party(table, absent->items[i].deputy.text, &row);
        const struct text words[] = {
            label(table->context->labels, TEXT("oppmøte-vara-for")),
            meeting_place_taken(table->context, absent->items[i].who.text, arena),
        };
        row.remark = text_join(arena, words, 2, TEXT(" "));
        table->rows[table->count++] = row;
    }
}

// Those of one organisation after each other, in the order in which the organisations come up.
static void put_in_groups(struct table *table) {
    struct row *sorted = arena_alloc(table->context->arena, table->count * sizeof *sorted);
    bool *taken = arena_alloc(table->context->arena, table->count * sizeof *taken);
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++)
        taken[i] = false;
    for (size_t i = 0; i < table->count; i++)
        for (size_t j = i; j < table->count && !taken[i]; j = j + 1) {
            const struct row *row = &table->rows[j];
            if (j > i && (taken[j] || row->is_other != table->rows[i].is_other ||
                          !text_equal(row->organisation, table->rows[i].organisation)))
                continue;
            sorted[count++] = *row;
            taken[j] = j > i;
        }
    table->rows = sorted;
}

// The heading before a row: the organisation in a table by groups, and that of those without a
// vote.
static struct text heading_of(const struct table *table, size_t index) {
    const struct row *row = &table->rows[index], *before = index > 0 ? row - 1 : NULL;
    bool others_begin = row->is_other && (before == NULL || !before->is_other);
    if (others_begin)
        return label(table->context->labels, TEXT("oppmøte-andre"));
    bool same = before != NULL && text_equal(before->organisation, row->organisation);
    return table->form == ATTENDANCE_GROUPS && !row->is_other && !same ? row->organisation
                                                                       : TEXT("");
}

static void put_rows(const struct table *table, struct map_builder *map) {
    struct arena *arena = table->context->arena;
    struct value *items = arena_alloc(arena, table->count * sizeof *items);
    bool positions = false, organisations = false, remarks = false;
    for (size_t i = 0; i < table->count; i++) {
        const struct row *row = &table->rows[i];
        bool in_heading = table->form == ATTENDANCE_GROUPS && !row->is_other;
        struct map_builder item = map_begin(arena);
        view_put_text(&item, VIEW_KEY("gruppe"), heading_of(table, i));
        map_put(&item, TEXT("navn"), value_text(row->name));
        view_put_text(&item, VIEW_KEY("stilling"), row->position);
        view_put_text(&item, VIEW_KEY("organisasjon"), in_heading ? TEXT("") : row->organisation);
        view_put_text(&item, VIEW_KEY("merknad"), row->remark);
        items[i] = map_end(&item);
        positions = positions || row->position.size > 0;
        organisations = organisations || (!in_heading && row->organisation.size > 0);
        remarks = remarks || row->remark.size > 0;
    }
    map_put(map, TEXT("deltakere"), value_list(items, table->count));
    map_put(map, TEXT("viser-stilling"), value_truth(positions));
    map_put(map, TEXT("viser-organisasjon"), value_truth(organisations));
    map_put(map, TEXT("viser-merknad"), value_truth(remarks));
    map_put(map, TEXT("deltaker-kolonner"), value_number(1 + positions + organisations + remarks));
}

static enum attendance_form form_of(const struct view_context *context,
                                    const struct meeting *meeting) {
    const struct body *body =
        index_find(&context->repository->organisation->body_ids, meeting->committee.text);
    const struct choice *own = &meeting->minutes.attendance;
    const struct choice *usual = body == NULL ? own : &body->attendance;
    const struct choice *choice = own->at.line > 0 ? own : usual;
    return choice->at.line > 0 && choice->index > 0 ? (enum attendance_form)choice->index
                                                    : ATTENDANCE_LIST;
}

void meeting_put_attendees(const struct view_context *context, const struct meeting *meeting,
                           struct map_builder *map) {
    const struct minutes *minutes = &meeting->minutes;
    struct arena *arena = context->arena;
    struct table table = {context, meeting, form_of(context, meeting), NULL, 0};
    size_t most = minutes->present.count + minutes->absent.count + minutes->others.count;
    map_put(map, TEXT("til-stede"), people_value(context, &minutes->present, arena));
    map_put(map, TEXT("andre"), people_value(context, &minutes->others, arena));
    map_put(map, TEXT("har-andre"), value_truth(minutes->others.count > 0));
    map_put(map, TEXT("som-tabell"), value_truth(table.form != ATTENDANCE_LIST));
    table.rows = arena_alloc(arena, most * sizeof *table.rows);
    if (table.form != ATTENDANCE_LIST) {
        add_attendees(&table, &minutes->present, false);
        add_deputies(&table);
        add_attendees(&table, &minutes->others, true);
    }
    if (table.form == ATTENDANCE_GROUPS)
        put_in_groups(&table);
    put_rows(&table, map);
}
