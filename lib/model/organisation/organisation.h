// SPDX-License-Identifier: MIT
// The helsefellesskap itself: its bodies and the people in them (plan/organisation.yaml).

#ifndef FELLESSKAP_MODEL_ORGANISATION_ORGANISATION_H
#define FELLESSKAP_MODEL_ORGANISATION_ORGANISATION_H

#include "base/index.h"
#include "model/meeting/caseform.h"

enum language { LANGUAGE_NB, LANGUAGE_NN };

// "nb", "nn"; for tables of keys that name a language.
extern const char *const language_names[];

// From a day to another, both included; year 0: since ever, or until further notice.
struct tenure {
    struct dated from;
    struct dated until;
};

enum member_role { MEMBER_CHAIR, MEMBER_DEPUTY_CHAIR, MEMBER, MEMBER_OBSERVER, MEMBER_SECRETARY };

// By enum member_role.
extern const char *const member_roles[];

// A seat of a body that somebody has for a time.
struct membership {
    struct scalar who; // a person
    struct choice role;
    struct scalar represents; // a body
    struct scalar deputy_for; // the person in whose place this one comes
    struct tenure tenure;
};

// What kind of body it is (nivå).
enum body_level {
    LEVEL_POLITICAL,
    LEVEL_ADMINISTRATIVE,
    LEVEL_PROFESSIONAL,
    LEVEL_SECRETARIAT,
    LEVEL_WORKING_GROUP,
    LEVEL_REGIONAL,
    LEVEL_LOCAL,
    LEVEL_MUNICIPALITY,
    LEVEL_HOSPITAL_TRUST,
    LEVEL_PARTNERSHIP,
    LEVEL_STRATEGIC,
    LEVEL_USER_COUNCIL,
    LEVEL_NATIONAL,
    LEVEL_COUNT
};

// By enum body_level.
extern const char *const body_levels[];

// How many of the members represent whom.
struct seats {
    struct scalar represents;
    struct number count;
};

struct body {
    struct scalar id;
    struct scalar name;
    struct scalar short_name; // for narrow columns
    struct scalar name_nn;    // in documents in nynorsk, where it is another
    struct scalar short_name_nn;
    struct scalar_list also; // other spellings met in papers
    struct choice level;
    struct scalar number;       // orgnummer: its nine digits in the Brønnøysund registers
    struct scalar email;        // of all of it
    struct scalar mandate;      // mandat
    struct scalar decides;      // beslutning: how it decides
    struct scalar meetings;     // møter: how often it meets
    struct scalar under;        // the body above
    struct scalar_list members; // består-av: ids of the bodies that this one is the group of
    struct numbering numbering; // saksnummer: how its cases are numbered
    struct choice attendance;   // oppmøte: enum attendance_form of its minutes
    struct scalar_list groups;  // ids of the bodies that have this one as a member
    struct {
        struct membership *items;
        size_t count;
    } memberships; // medlemmer: people, each for a time
    struct {
        struct seats *items;
        size_t count;
    } seats;
};

// What a person was called for a time.
struct dated_name {
    struct scalar name;
    struct tenure tenure;
};

struct person {
    struct scalar id;
    struct scalar role;
    struct scalar role_nn; // in documents in nynorsk, where it is another
    struct {
        struct dated_name *items;
        size_t count;
    } names; // of whoever has the role, one after the other
    struct scalar email;
    struct scalar public_email; // offentlig-epost
    struct scalar body;         // organ: in trees that keep no terms
};

// Whoever can be responsible for something: a body or a person.
struct party {
    struct text id;
    struct text name;        // of a body; of a person the role, and the name where it is given
    struct text short_name;  // the name where no short one is given
    bool is_named;           // a person whose own name is known
    struct text email;       // may be empty
    const struct body *body; // which body it is; NULL: a person
};

// How minutes show who was there (oppmøte).
enum attendance_form { ATTENDANCE_LIST, ATTENDANCE_TABLE, ATTENDANCE_GROUPS };
extern const char *const attendance_form_names[];

#define ORGANISATION_PATH "plan/organisation.yaml"

struct organisation {
    const struct source *source;
    const struct index *guests; // who is named without being one of its parties, source.h
    struct date day;            // of which its names and members are; year 0: now
    struct scalar name;
    struct scalar name_nn; // in documents in nynorsk
    struct choice language;
    struct scalar number;         // orgnummer: nine digits
    struct scalar email;          // epost: where questions go
    struct scalar requests_email; // innsyn-epost: where requests for access go
    struct scalar website;        // nettsted: where what make makes is published
    struct {
        struct body *items;
        size_t count;
    } bodies;
    struct {
        struct person *items;
        size_t count;
    } persons;
    struct index parties;   // id → struct party
    struct index body_ids;  // id → struct body
    struct index spellings; // a name or other spelling → struct party
    struct index called;    // what somebody is called in prose, by called_index() → struct party
    size_t most_words;      // of what somebody is called
};

// Reads the file. NULL after a report that it cannot be read; other faults are reported only.
struct organisation *organisation_read(struct sources *sources, struct text path);

// What a body or a person is called on a day, in a language.
struct party party_of_body(const struct body *body, enum language language);
struct party party_of_person(const struct person *person, struct date day, enum language language,
                             struct arena *arena);

// Whether a tenure covers a day; year 0 is now: one that has no end covers it.
bool tenure_covers(const struct tenure *tenure, struct date day);

// Whether it prepares the cases of others, and has none of its own.
bool body_is_secretariat(const struct body *body);

// NULL where nothing has that id.
const struct party *organisation_party(const struct organisation *organisation, struct text id);

// The short name of what has that id; the id where nothing has it.
struct text organisation_short_name(const struct organisation *organisation, struct text id);

// Whether a body is one of politicians.
bool organisation_is_political(const struct organisation *organisation, struct text id);

// Whether it is not an id, but a guest who is named somewhere.
bool organisation_has_guest(const struct organisation *organisation, struct text named);

// Reports unknown-body at the scalar, with what may have been meant, when it names nobody.
// `bodies_only`: persons will not do.
const struct party *organisation_resolve(const struct organisation *organisation, struct scalar id,
                                         bool bodies_only, struct text file,
                                         struct diagnostics *diagnostics);

// The keys of the organisation.
extern const struct shape organisation_shape;

#endif
