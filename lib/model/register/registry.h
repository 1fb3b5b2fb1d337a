// SPDX-License-Identifier: MIT
// The registers of a helsefellesskap: lists that are kept up to date and reported on. Each is a
// file of its own in plan/. A register is called a registry here, because C has taken the other
// word.

#ifndef FELLESSKAP_MODEL_REGISTER_REGISTRY_H
#define FELLESSKAP_MODEL_REGISTER_REGISTRY_H

#include "input/yaml/binding.h"

enum registry_id {
    REGISTRY_PROJECTS,
    REGISTRY_NETWORKS,
    REGISTRY_ADOPTION,
    REGISTRY_INDICATORS,
    REGISTRY_DEVIATIONS,
    REGISTRY_COUNT
};

// What every register says of itself. It is the first member of what a register is read into.
struct registry {
    const struct source *source;
    enum registry_id id;
    struct scalar title;
    struct scalar owner; // the body that keeps it, and whose case numbers are meant
    struct choice language;
    struct dated as_of; // dato: the day that it was last gone through
    struct prose remark;
};

// The rows of a register's table for what every register says, but for its kind. `type` is the
// struct whose member `registry` they fill.
#define REGISTRY_FIELDS(type)                                                                      \
    FIELD("tittel", TEXT, REQUIRED, .offset = offsetof(type, registry.title),                      \
          N_("the title of the register")),                                                        \
        FIELD("eier", ID, REQUIRED, .offset = offsetof(type, registry.owner),                      \
              N_("the body that keeps the register"), .example = "ASU"),                           \
        FIELD("språk", CHOICE, OPTIONAL, .offset = offsetof(type, registry.language),              \
              N_("the language of labels and dates: bokmål or nynorsk"),                           \
              .choices = language_names),                                                          \
        FIELD("dato", DATE, REQUIRED, .offset = offsetof(type, registry.as_of),                    \
              N_("the day when the register was last gone through")),                              \
        FIELD("merknad", PROSE, OPTIONAL, .offset = offsetof(type, registry.remark),               \
              N_("a remark above the register, in Markdown"))

#endif
