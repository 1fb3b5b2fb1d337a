// SPDX-License-Identifier: MIT
// Who has adopted the agreements of a helsefellesskap (plan/adoption.yaml).

#ifndef FELLESSKAP_MODEL_REGISTER_ADOPTION_H
#define FELLESSKAP_MODEL_REGISTER_ADOPTION_H

#include "model/register/registry.h"

enum adoption_state {
    ADOPTION_HEARING,
    ADOPTION_IN_PROGRESS,
    ADOPTION_DECIDED,
    ADOPTION_SIGNED,
    ADOPTION_REFUSED,
    ADOPTION_STATE_COUNT
};

// As they are written: "på høring", "til behandling", "vedtatt", "signert", "avslått".
extern const char *const adoption_state_names[];

// What one party has done with an agreement.
struct adoption {
    struct scalar who;
    struct choice state;
    struct dated date;
    struct scalar number; // sak: the party's own case
    struct prose reservation;
};

enum stance { STANCE_FOR, STANCE_FOR_WITH_REMARKS, STANCE_AGAINST, STANCE_COUNT };

// As they are written: "støtter", "støtter med merknad", "støtter ikke".
extern const char *const stance_names[];

// An answer to the hearing.
struct hearing_answer {
    struct scalar who;
    struct dated received;
    struct choice stance;
    struct prose remark;
    struct prose met; // oppfølging: what came of the remark
};

struct agreement {
    struct scalar id;
    struct scalar name;
    struct scalar version;
    struct scalar_list parties; // who is to adopt it
    struct scalar_list cases;
    struct dated from;
    struct {
        struct adoption *items;
        size_t count;
    } adoptions;
    struct dated hearing_deadline;
    struct {
        struct hearing_answer *items;
        size_t count;
    } answers;
    struct prose remark;
};

struct agreements {
    struct registry registry;
    struct {
        struct agreement *items;
        size_t count;
    } agreements;
};

// Of the parties that are to adopt it, how many have.
struct adoption_count {
    size_t asked;
    size_t adopted;
};

// What a party has done; NULL: nothing is known.
const struct adoption *adoption_of(const struct agreement *agreement, struct text party);

// Whether the agreement is adopted with that; NULL: it is not.
bool is_adopted(const struct adoption *adoption);

struct adoption_count adoption_count_of(const struct agreement *agreement);

// The keys of the register.
extern const struct shape agreements_shape;

#endif
