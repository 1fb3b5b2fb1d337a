// SPDX-License-Identifier: MIT
// Where a file silences rules: "# plan-check: ignore no-owner – reason" in YAML, at the end of the
// line that it is about or alone above it; "<!-- plan-check: ignore … -->" alone on a line of
// Markdown.

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
    bool at_top;        // before everything else: it is also about the file as a whole
    bool understood;
    bool has_reason;
    struct ignored_rule *rules;
    size_t rule_count;
};

struct ignore_list {
    struct ignore *items; // by line
    size_t count;
};

// All of a file, which is YAML, or Markdown with data in front, by its name. The first call walks
// over the file, and reads it once more if there are any.
struct ignore_list *ignores_of(const struct sources *sources, struct source *source);

// Whether one of them silences the rule on this line (0: in the file as a whole). Marks it as used.
bool ignores_use(const struct ignore_list *ignores, uint32_t line, enum rule rule);

#endif
