// SPDX-License-Identifier: MIT
// The words that a helsefellesskap writes in one way (plan/terms.yaml), and how they are met.

#ifndef FELLESSKAP_MODEL_TREE_TERMS_H
#define FELLESSKAP_MODEL_TREE_TERMS_H

#include "base/index.h"
#include "input/yaml/binding.h"

#define TERMS_PATH "plan/terms.yaml"

struct term {
    struct scalar right;
    struct scalar_list wrong;
    struct scalar_list endings;
    struct choice language; // -1: in both
    struct scalar remark;
};

// One form of a wrong word, in small letters, and what is written instead.
struct spelling {
    struct text wrong;
    struct text right;
    const struct term *term;
    const struct spelling *next; // whose wrong form begins with the same word
};

struct terms {
    const struct source *source;
    struct {
        struct term *items;
        size_t count;
    } list;
    struct index by_first_word; // small letters → struct spelling
};

extern const struct shape terms_shape;

// NULL where there is no such file, or it cannot be read.
const struct terms *terms_read(struct sources *sources);

#endif
