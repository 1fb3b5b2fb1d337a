// SPDX-License-Identifier: MIT
// Where a file silences rules: "# plan-check: ignore no-owner – reason" in YAML, behind the line
// that it is about or alone above it; "<!-- plan-check: ignore … -->" alone on a line of Markdown.

#ifndef FELLESSKAP_INPUT_FILE_IGNORE_H
#define FELLESSKAP_INPUT_FILE_IGNORE_H

#include "input/file/source.h"

struct ignored_rule {
    struct text id;
    struct position at;
    enum rule rule; // RULE_COUNT: there is none of this id
    bool used;      // it has silenced something
};

struct ignore {
    struct position at; // where the comment begins
    uint32_t line;      // that it is about
    bool at_top;        // before everything else: it is about the file as a whole, too
    bool understood;
    bool has_reason;
    struct ignored_rule *rules;
    size_t rule_count;
};

struct ignore_list {
    struct ignore *items; // by line
    size_t count;
};

// All of a file, which is YAML, or Markdown with data in front, by its name. The first call costs a
// walk over the file; where there are any, another reading.
struct ignore_list *ignores_of(const struct sources *sources, struct source *source);

// Does one of them silence the rule on this line (0: in the file as a whole)? Then it is used.
bool ignores_use(const struct ignore_list *ignores, uint32_t line, enum rule rule);

#endif
