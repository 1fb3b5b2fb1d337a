// SPDX-License-Identifier: MIT
// What is exempt from publicity (unntatt offentlighet): the legal basis, and the title that the
// public sees instead.

#ifndef FELLESSKAP_MODEL_MEETING_EXEMPTION_H
#define FELLESSKAP_MODEL_MEETING_EXEMPTION_H

#include "input/yaml/binding.h"

struct exemption {
    struct scalar basis;        // unntatt, "offl. § 14"; given: it is exempt
    struct scalar public_title; // offentlig-tittel
};

// The two rows of a binding table. An empty 'unntatt' is reported: it would publish everything.
#define EXEMPTION_FIELDS(type, member)                                                             \
    FIELD("unntatt", SPECIAL, FILLED, .offset = offsetof(type, member.basis),                      \
          N_("exempt from publicity: the law and its section"), .form = &legal_basis_form),        \
        FIELD("offentlig-tittel", TEXT, OPTIONAL, .offset = offsetof(type, member.public_title),   \
              N_("the title that the public sees of what is exempt"), .example = "Personalsak")

// "offl. § 14", into a struct scalar; what names no law and section is reported.
extern const struct form legal_basis_form;

bool is_exempt(const struct exemption *exemption);

#endif
