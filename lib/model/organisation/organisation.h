// SPDX-License-Identifier: MIT
// The helsefellesskap itself: its bodies and the people in them (plan/organisation.yaml).

#ifndef FELLESSKAP_MODEL_ORGANISATION_ORGANISATION_H
#define FELLESSKAP_MODEL_ORGANISATION_ORGANISATION_H

#include "base/index.h"
#include "model/meeting/caseform.h"

enum language { LANGUAGE_NB, LANGUAGE_NN };

// "nb", "nn"; for tables of keys that name a language.
extern const char *const language_names[];

struct body {
    struct scalar id;
    struct scalar name;
    struct scalar short_name; // for narrow columns
    struct scalar_list also;  // other spellings met in papers
    struct choice level;
    struct scalar number;       // orgnummer: its nine digits in the Brønnøysund registers
    struct scalar email;        // of all of it
    struct scalar under;        // the body above
    struct scalar_list members; // består-av: ids of the bodies that this one is the group of
    struct numbering numbering; // saksnummer: how its cases are numbered
    struct scalar_list groups;  // ids of the bodies that have this one as a member
};

struct person {
    struct scalar id;
    struct scalar role;
    struct scalar name;
    struct scalar email;
    struct scalar body;
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

#define ORGANISATION_PATH "plan/organisation.yaml"

struct organisation {
    const struct source *source;
    struct scalar name;
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
};

// Reads the file. NULL after a report that it cannot be read; other faults are reported only.
struct organisation *organisation_read(struct sources *sources, struct text path);

// NULL where nothing has that id.
const struct party *organisation_party(const struct organisation *organisation, struct text id);

// `organisation` NULL: nobody is known, and nothing is reported. Those with an e-mail address among
// `ids`: a body counts itself where it has an address, otherwise as the people in it and
// those of what it consists of. Each address once, in the order of `ids`; `*count` of them, owned
// by the arena.
const struct party **organisation_addressees(const struct organisation *organisation,
                                             const struct scalar_list *ids, struct arena *arena,
                                             size_t *count);

// Whether a body is one of politicians.
bool organisation_is_political(const struct organisation *organisation, struct text id);

// Reports unknown-body at the scalar, with what may have been meant, when it names nobody.
// `bodies_only`: persons will not do.
const struct party *organisation_resolve(const struct organisation *organisation, struct scalar id,
                                         bool bodies_only, struct text file,
                                         struct diagnostics *diagnostics);

// The keys of the organisation.
extern const struct shape organisation_shape;

#endif
