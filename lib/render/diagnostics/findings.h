// SPDX-License-Identifier: MIT
// The header of render/diagnostics/: what a check has found, in the formats of those who read it.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_REPORT_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_REPORT_H

#include "base/diagnostics_write.h"

struct report {
    struct diagnostics *diagnostics; // settled and sorted
    struct text_list files;          // that were read and are reported on, by name
    struct text folder;              // where they are in their repository: "docs/tree/", mostly ""
    struct text program;             // "plan-check"
    struct text version;
    enum diagnostics_style style; // of the text
    bool counts_rules;            // the text says how often each rule is broken, and not where
    bool has_mended;
    size_t mended_places;
    size_t mended_files;
    struct arena *arena;
};

// As a compiler writes it, and what it comes to at the end.
void report_text(const struct report *report, struct writer *writer);

// What docs/rules.md says of a rule, in the reader's language.
void report_explanation(enum rule rule, struct writer *writer);

// All others name files from the top of the repository. docs/views.md describes this one.
void report_json(const struct report *report, struct writer *writer);

// SARIF 2.1.0, with the explanations of docs/rules.md.
void report_sarif(const struct report *report, struct writer *writer);

// GitLab's Code Quality.
void report_gitlab(const struct report *report, struct writer *writer);

// The workflow commands by which GitHub Actions annotates lines.
void report_github(const struct report *report, struct writer *writer);

// JUnit's XML: each file a test suite; only errors are failures.
void report_junit(const struct report *report, struct writer *writer);

#endif
