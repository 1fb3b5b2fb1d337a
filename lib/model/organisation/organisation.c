// SPDX-License-Identifier: MIT

#include "model/organisation/organisation.h"

#include "base/suggest.h"
#include "base/cycles.h"
#include "base/message.h"
#include "input/file/limits.h"
#include "model/organisation/email.h"
#include "model/organisation/organisationnumber.h"
#include "model/organisation/webaddress.h"

#include <stddef.h>

const char *const language_names[] = {"nb", "nn", NULL};

static const char *const kind[] = {"organisasjon", NULL};

const char *const body_levels[] = {
    "politisk",   "administrativt", "faglig",    "sekretariat",  "arbeidsgruppe",
    "regionalt",  "lokalt",         "kommune",   "helseforetak", "partnerskap",
    "strategisk", "brukerutvalg",   "nasjonalt", NULL,
};

const char *const member_roles[] = {
    "leder", "nestleder", "medlem", "observatør", "sekretær", NULL,
};

const char *const attendance_form_names[] = {"liste", "tabell", "grupper", NULL};

#define AT(member) .offset = offsetof(struct membership, member)
static const struct field membership_fields[] = {
    FIELD("hvem", ID, REQUIRED, AT(who), N_("the id of the person"), .example = "leder-asu"),
    FIELD("som", CHOICE, OPTIONAL, AT(role), N_("as what; a member where nothing is given"),
          .choices = member_roles),
    FIELD("representerer", ID, OPTIONAL, AT(represents), N_("the id of the body that it is for"),
          .example = "st-olavs"),
    FIELD("vara-for", ID, OPTIONAL, AT(deputy_for),
          N_("the id of the person in whose place this one comes"), .example = "leder-asu"),
    FIELD("fra", DATE, OPTIONAL, AT(tenure.from), N_("the first day")),
    FIELD("til", DATE, OPTIONAL, AT(tenure.until), N_("the last day")),
};
#undef AT
static const struct shape membership_shape = SHAPE(struct membership, membership_fields);

#define AT(member) .offset = offsetof(struct seats, member)
static const struct field seats_fields[] = {
    FIELD("representerer", ID, REQUIRED, AT(represents), N_("the id of the body that has them"),
          .example = "st-olavs"),
    FIELD("antall", NUMBER, REQUIRED, AT(count), N_("how many"), .example = "6"),
};
#undef AT
static const struct shape seats_shape = SHAPE(struct seats, seats_fields);

#define AT(member) .offset = offsetof(struct body, member)
static const struct field body_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id), N_("the name of the body in all other files"),
          .example = "ASU"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the name of the body in full"),
          .example = "Administrativt samarbeidsutvalg"),
    FIELD("kort", TEXT, OPTIONAL, AT(short_name), N_("its name in narrow columns")),
    FIELD("navn-nn", TEXT, OPTIONAL, AT(name_nn),
          N_("its name in documents in nynorsk, where it is another"),
          .example = "Administrativt samarbeidsutval"),
    FIELD("kort-nn", TEXT, OPTIONAL, AT(short_name_nn),
          N_("its short name in documents in nynorsk")),
    FIELD("også", IDS, OPTIONAL, AT(also),
          N_("other spellings met in papers; who writes one of them is told the id")),
    FIELD("nivå", CHOICE, OPTIONAL, AT(level), N_("what kind of body it is"),
          .choices = body_levels),
    FIELD("orgnummer", SPECIAL, OPTIONAL, AT(number),
          N_("its number in the Brønnøysund registers, for open data"),
          .form = &organisation_number_form),
    FIELD("epost", SPECIAL, OPTIONAL, AT(email), N_("the e-mail address of the body"),
          .form = &email_form),
    FIELD("mandat", TEXT, OPTIONAL, AT(mandate), N_("what it is there for")),
    FIELD("beslutning", TEXT, OPTIONAL, AT(decides), N_("how it decides"),
          .example = "ved enighet"),
    FIELD("møter", TEXT, OPTIONAL, AT(meetings), N_("how often it meets"),
          .example = "fire ganger i året"),
    FIELD("saksnummer", RECORDS, OPTIONAL, AT(numbering),
          N_("how its cases are numbered, where it is not 41/24; a list where it has series"),
          .shape = &case_form_shape),
    FIELD("under", ID, OPTIONAL, AT(under), N_("the id of the body above it"), .example = "PSU"),
    FIELD("består-av", IDS, OPTIONAL, AT(members),
          N_("the ids of the bodies that it is the name of: what it owns, they own"),
          .example = "fagråd-1"),
    FIELD("oppmøte", CHOICE, OPTIONAL, AT(attendance),
          N_("how its minutes show who was there: as a list, a table, or a table by whom they "
             "represent"),
          .choices = attendance_form_names),
    FIELD("plasser", RECORDS, OPTIONAL, AT(seats), N_("how many of its members represent whom"),
          .shape = &seats_shape),
    FIELD("medlemmer", RECORDS, OPTIONAL, AT(memberships), N_("its members, each for a time"),
          .shape = &membership_shape),
};
#undef AT
static const struct shape body_shape = SHAPE(struct body, body_fields);

#define AT(member) .offset = offsetof(struct dated_name, member)
static const struct field dated_name_fields[] = {
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the name of whoever had the role")),
    FIELD("fra", DATE, OPTIONAL, AT(tenure.from), N_("the first day")),
    FIELD("til", DATE, OPTIONAL, AT(tenure.until), N_("the last day")),
};
#undef AT
static const struct shape dated_name_shape =
    SHORT_SHAPE(struct dated_name, dated_name_fields, "navn");

#define AT(member) .offset = offsetof(struct person, member)
static const struct field person_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id),
          N_("the name of the person in all other files; no body has it"), .example = "leder-asu"),
    FIELD("rolle", TEXT, REQUIRED, AT(role), N_("the role; shown wherever the person is named"),
          .example = "Leder ASU"),
    FIELD("rolle-nn", TEXT, OPTIONAL, AT(role_nn),
          N_("the role in documents in nynorsk, where it is called otherwise"),
          .example = "Leiar ASU"),
    FIELD("navn", RECORDS, OPTIONAL, AT(names),
          N_("the name of the person, shown before the role; or one after the other"),
          .shape = &dated_name_shape),
    FIELD("epost", SPECIAL, OPTIONAL, AT(email), N_("the e-mail address"), .form = &email_form),
    FIELD("offentlig-epost", SPECIAL, OPTIONAL, AT(public_email),
          N_("an e-mail address that documents show"), .form = &email_form),
    FIELD("organ", ID, OPTIONAL, AT(body), N_("the id of the body that the person belongs to"),
          .example = "ASU"),
};
#undef AT
static const struct shape person_shape = SHAPE(struct person, person_fields);

#define AT(member) .offset = offsetof(struct organisation, member)
static const struct field organisation_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("navn", TEXT, REQUIRED, AT(name),
          N_("the name of the cooperation, shown on every document")),
    FIELD("navn-nn", TEXT, OPTIONAL, AT(name_nn),
          N_("the name of the cooperation on documents in nynorsk"),
          .example = "Helsefellesskapet i Prøvedalen"),
    FIELD("språk", CHOICE, OPTIONAL, AT(language),
          N_("the language of documents that name none: bokmål or nynorsk"),
          .choices = language_names),
    FIELD("orgnummer", SPECIAL, OPTIONAL, AT(number),
          N_("the number of the organisation that answers for it, nine digits"),
          .form = &organisation_number_form),
    FIELD("epost", SPECIAL, OPTIONAL, AT(email), N_("the e-mail address for questions"),
          .form = &email_form),
    FIELD("innsyn-epost", SPECIAL, OPTIONAL, AT(requests_email),
          N_("the e-mail address for requests for access"), .form = &email_form),
    FIELD("nettsted", SPECIAL, OPTIONAL, AT(website),
          N_("where the documents are published: the address of the web site"),
          .form = &web_address_form),
    FIELD("organer", RECORDS, REQUIRED, AT(bodies),
          N_("the bodies, in the order in which documents list them"), .shape = &body_shape),
    FIELD("personer", RECORDS, OPTIONAL, AT(persons), N_("the people, by their roles"),
          .shape = &person_shape),
};
#undef AT
const struct shape organisation_shape = SHAPE(struct organisation, organisation_fields);

static void add_party(struct organisation *organisation, struct scalar id, struct party party,
                      struct sources *sources) {
    if (id.text.size == 0)
        return;
    struct party *kept = arena_alloc(sources->arena, sizeof *kept);
    *kept = party;
    if (index_add(&organisation->parties, id.text, kept) != NULL)
        report(sources->diagnostics, RULE_DUPLICATE_ID, organisation->source->path, id.at,
               _("the id '%.*s' is used twice"), TEXT_ARGS(id.text));
    index_add(&organisation->spellings, party.name, kept);
}

// What is said in a language: the nynorsk where there is one and it is asked for.
static struct text in_language(const struct scalar *usual, const struct scalar *nynorsk,
                               enum language language) {
    return language == LANGUAGE_NN && nynorsk->text.size > 0 ? nynorsk->text : usual->text;
}

struct party party_of_body(const struct body *body, enum language language) {
    struct text name = in_language(&body->name, &body->name_nn, language);
    struct text short_name = in_language(&body->short_name, &body->short_name_nn, language);
    return (struct party){body->id.text,    name, short_name.size > 0 ? short_name : name, false,
                          body->email.text, body};
}

static void index_bodies(struct organisation *organisation, struct sources *sources) {
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        const struct body *body = &organisation->bodies.items[i];
        add_party(organisation, body->id, party_of_body(body, LANGUAGE_NB), sources);
        if (body->id.text.size > 0)
            index_add(&organisation->body_ids, body->id.text, body);
        const void *party = index_find(&organisation->parties, body->id.text);
        for (size_t j = 0; party != NULL && j < body->also.count; j++)
            index_add(&organisation->spellings, body->also.items[j].text, party);
    }
}

bool tenure_covers(const struct tenure *tenure, struct date day) {
    if (day.year == 0)
        return tenure->until.date.year == 0;
    return date_compare(tenure->from.date, day) <= 0 &&
           (tenure->until.date.year == 0 || date_compare(day, tenure->until.date) <= 0);
}

// Of several whose terms cover the day, the last.
static struct text name_on(const struct person *person, struct date day) {
    for (size_t i = person->names.count; i > 0; i--)
        if (tenure_covers(&person->names.items[i - 1].tenure, day))
            return person->names.items[i - 1].name.text;
    return TEXT("");
}

struct party party_of_person(const struct person *person, struct date day, enum language language,
                             struct arena *arena) {
    struct text role = in_language(&person->role, &person->role_nn, language);
    struct text own = name_on(person, day), name = role;
    if (own.size > 0)
        name = text_format(arena, "%.*s, %.*s", TEXT_ARGS(own), TEXT_ARGS(role));
    return (struct party){person->id.text, name, role, own.size > 0, person->email.text, NULL};
}

static void index_persons(struct organisation *organisation, struct sources *sources) {
    for (size_t i = 0; i < organisation->persons.count; i++) {
        const struct person *person = &organisation->persons.items[i];
        add_party(organisation, person->id,
                  party_of_person(person, organisation->day, LANGUAGE_NB, sources->arena), sources);
    }
}

static void resolve_body(const struct organisation *organisation, const struct body *body,
                         struct diagnostics *diagnostics) {
    struct text file = organisation->source->path;
    organisation_resolve(organisation, body->under, true, file, diagnostics);
    for (size_t i = 0; i < body->members.count; i++)
        organisation_resolve(organisation, body->members.items[i], true, file, diagnostics);
    for (size_t i = 0; i < body->memberships.count; i++) {
        const struct membership *member = &body->memberships.items[i];
        organisation_resolve(organisation, member->who, false, file, diagnostics);
        organisation_resolve(organisation, member->represents, true, file, diagnostics);
        organisation_resolve(organisation, member->deputy_for, false, file, diagnostics);
    }
    for (size_t i = 0; i < body->seats.count; i++)
        organisation_resolve(organisation, body->seats.items[i].represents, true, file,
                             diagnostics);
}

static void resolve_places(const struct organisation *organisation,
                           struct diagnostics *diagnostics) {
    struct text file = organisation->source->path;
    for (size_t i = 0; i < organisation->bodies.count; i++)
        resolve_body(organisation, &organisation->bodies.items[i], diagnostics);
    for (size_t i = 0; i < organisation->persons.count; i++)
        organisation_resolve(organisation, organisation->persons.items[i].body, true, file,
                             diagnostics);
}

// Bodies that lead to others: to the one above, or to those that a group consists of.
struct relation {
    const struct organisation *organisation;
    struct diagnostics *diagnostics;
    bool to_members;
    struct position *places; // where the file says so, an edge
};

static struct scalar_list related(const struct relation *relation, struct body *body) {
    return relation->to_members ? body->members : (struct scalar_list){&body->under, 1, {0, 0}};
}

static void report_cycle(void *context, const struct cycle *cycle) {
    const struct relation *relation = context;
    size_t last = cycle->count - 1;
    const struct body *body = &relation->organisation->bodies.items[cycle->things[last]];
    report(relation->diagnostics, RULE_CIRCULAR_REFERENCE, relation->organisation->source->path,
           relation->places[cycle->edges[last]],
           relation->to_members ? _("'%.*s' consists of itself") : _("'%.*s' is under itself"),
           TEXT_ARGS(body->id.text));
}

static void find_cycles(struct relation *relation, struct arena *arena) {
    struct body *bodies = relation->organisation->bodies.items;
    size_t count = relation->organisation->bodies.count, edges = 0, most = 0;
    for (size_t i = 0; i < count; i++)
        most += related(relation, &bodies[i]).count;
    size_t *first = arena_alloc(arena, (count + 1) * sizeof *first);
    size_t *targets = arena_alloc(arena, (most + 1) * sizeof *targets);
    relation->places = arena_alloc(arena, (most + 1) * sizeof *relation->places);
    for (size_t i = 0; i < count; i++) {
        struct scalar_list list = related(relation, &bodies[i]);
        first[i] = edges;
        for (size_t j = 0; j < list.count; j++) {
            const struct body *body =
                index_find(&relation->organisation->body_ids, list.items[j].text);
            if (body == NULL)
                continue;
            relation->places[edges] = list.items[j].at;
            targets[edges++] = (size_t)(body - bodies);
        }
    }
    first[count] = edges;
    cycles_find(&(struct graph){count, first, targets}, arena, report_cycle, relation);
}

// Each member learns of its groups, each once.
static void tell_members(struct organisation *organisation, struct arena *arena) {
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        const struct body *group = &organisation->bodies.items[i];
        for (size_t j = 0; j < group->members.count; j++) {
            const struct body *found =
                index_find(&organisation->body_ids, group->members.items[j].text);
            if (found == NULL)
                continue;
            struct scalar_list *groups =
                &organisation->bodies.items[found - organisation->bodies.items].groups;
            if (groups->count > 0 &&
                text_equal(groups->items[groups->count - 1].text, group->id.text))
                continue;
            groups->items =
                arena_append(arena, groups->items, groups->count, sizeof *groups->items);
            groups->items[groups->count++] = group->id;
        }
    }
}

// By the id, and as the names of folders have it.
static void index_numberings(const struct organisation *organisation, struct sources *sources) {
    struct arena *arena = sources->arena;
    struct index *numberings = arena_alloc(arena, sizeof *numberings);
    index_init(numberings, arena);
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        const struct body *body = &organisation->bodies.items[i];
        if (body->numbering.count == 0 || body->id.text.size == 0)
            continue;
        numbering_check(&body->numbering, organisation->source->path, sources->diagnostics, arena);
        index_add(numberings, body->id.text, &body->numbering);
        index_add(numberings, text_lower(arena, body->id.text), &body->numbering);
        sources->numberings = numberings;
    }
}

struct organisation *organisation_read(struct sources *sources, struct text path) {
    struct source *source =
        source_read(sources, path, LIMIT_YAML_BYTES, TEXT(""), (struct position){0, 0});
    if (source == NULL)
        return NULL;
    struct organisation *organisation = arena_alloc(sources->arena, sizeof *organisation);
    organisation->source = source;
    organisation->guests = &sources->guests;
    bind_yaml(sources, source, source->text, 1, &organisation_shape, organisation);
    if (organisation->language.index < 0)
        organisation->language.index = LANGUAGE_NB;

    index_init(&organisation->parties, sources->arena);
    index_init(&organisation->body_ids, sources->arena);
    index_init(&organisation->spellings, sources->arena);
    index_bodies(organisation, sources);
    index_numberings(organisation, sources);
    index_persons(organisation, sources);
    resolve_places(organisation, sources->diagnostics);
    for (int to_members = 0; to_members < 2; to_members++)
        find_cycles(&(struct relation){organisation, sources->diagnostics, to_members != 0, NULL},
                    sources->arena);
    tell_members(organisation, sources->arena);
    return organisation;
}

bool body_is_secretariat(const struct body *body) {
    return body->level.at.line > 0 && body->level.index == LEVEL_SECRETARIAT;
}

const struct party *organisation_party(const struct organisation *organisation, struct text id) {
    return index_find(&organisation->parties, id);
}

struct text organisation_short_name(const struct organisation *organisation, struct text id) {
    const struct party *party = organisation_party(organisation, id);
    return party == NULL ? id : party->short_name;
}

bool organisation_is_political(const struct organisation *organisation, struct text id) {
    const struct body *body = index_find(&organisation->body_ids, id);
    return body != NULL && body->level.at.line > 0 && body->level.index == LEVEL_POLITICAL;
}

// The only person with this name or role; NULL: nobody has it, or several have.
static const struct person *called(const struct organisation *organisation, struct text name) {
    const struct person *found = NULL;
    for (size_t i = 0; i < organisation->persons.count; i++) {
        const struct person *person = &organisation->persons.items[i];
        bool is_named = false;
        for (size_t j = 0; j < person->names.count; j++)
            is_named = is_named || text_equal(person->names.items[j].name.text, name);
        if (!is_named && !text_equal(person->role.text, name))
            continue;
        if (found != NULL)
            return NULL;
        found = person;
    }
    return found;
}

// The id of what is called so; empty where nothing is. Looks at all people: not for every fault.
static struct text id_of_name(const struct organisation *organisation, struct text name,
                              const struct diagnostics *diagnostics) {
    const struct party *party = index_find(&organisation->spellings, name);
    if (party != NULL)
        return party->id;
    const struct person *person =
        diagnostics_can_suggest(diagnostics) ? called(organisation, name) : NULL;
    return person == NULL ? TEXT("") : person->id.text;
}

// "ASU, fagråd-1", without brackets.
static bool names_several(const struct organisation *organisation, struct text ids) {
    struct text first = text_trim(text_cut(&ids, ','));
    return ids.data != NULL && organisation_party(organisation, first) != NULL;
}

bool organisation_has_guest(const struct organisation *organisation, struct text named) {
    return organisation != NULL && index_find(&organisation->parties, named) == NULL &&
           index_find(organisation->guests, named) != NULL;
}

const struct party *organisation_resolve(const struct organisation *organisation, struct scalar id,
                                         bool bodies_only, struct text file,
                                         struct diagnostics *diagnostics) {
    if (organisation == NULL || id.text.size == 0)
        return NULL;
    const struct index *index = bodies_only ? &organisation->body_ids : &organisation->parties;
    if (index_find(index, id.text) != NULL)
        return organisation_party(organisation, id.text);
    bool is_guest = !bodies_only && index_find(organisation->guests, id.text) != NULL;
    if (organisation->source->broken || is_guest)
        return NULL;
    struct text meant = id_of_name(organisation, id.text, diagnostics);
    struct text near = index_suggestion(index, id.text, diagnostics);
    if (meant.size > 0)
        report(diagnostics, RULE_UNKNOWN_BODY, file, id.at,
               _("'%.*s' is a name; write the id, which is '%.*s'"), TEXT_ARGS(id.text),
               TEXT_ARGS(meant));
    else if (names_several(organisation, id.text))
        report(diagnostics, RULE_UNKNOWN_BODY, file, id.at,
               _("several ids are written in brackets: [%.*s]"), TEXT_ARGS(id.text));
    else if (bodies_only && organisation_party(organisation, id.text) != NULL)
        report(diagnostics, RULE_UNKNOWN_BODY, file, id.at,
               _("'%.*s' is a person; the id of a body is expected here"), TEXT_ARGS(id.text));
    else if (near.size > 0)
        report(diagnostics, RULE_UNKNOWN_BODY, file, id.at,
               _("there is no body or person '%.*s'; did you mean '%.*s'?"), TEXT_ARGS(id.text),
               TEXT_ARGS(near));
    else
        report(diagnostics, RULE_UNKNOWN_BODY, file, id.at,
               _("there is no body or person '%.*s' in %.*s"), TEXT_ARGS(id.text),
               TEXT_ARGS(organisation->source->path));
    return NULL;
}
