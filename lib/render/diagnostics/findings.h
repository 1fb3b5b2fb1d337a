// SPDX-License-Identifier: MIT
// The header of render/diagnostics/: the findings of a check, in the formats of forges and tools.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_FINDINGS_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_FINDINGS_H

#include "base/diagnostics_write.h"

struct findings {
    struct diagnostics *diagnostics; // settled and sorted
    struct text_list files;          // that were read and are reported on, by name
    struct text folder;              // where they are in their repository: "docs/tree/", mostly ""
    struct text program;             // "plan-check"
    struct text version;
    struct diagnostics_look look; // of the text
    bool counts_rules;            // the text shows how often each rule is broken, instead of where
    bool has_fixed;
    size_t fixed_places;
    size_t fixed_file_count;
    struct arena *arena;
};

// As a compiler writes it, with a summary at the end.
void findings_text(const struct findings *findings, struct writer *writer);

// What docs/rules.md says about a rule, in the reader's language: as Markdown, or for a terminal in
// lines of 80 characters, without its marks.
void findings_explanation(enum rule rule, bool terminal, struct writer *writer,
                          struct arena *arena);

// All others name files from the top of the repository. docs/views.md describes this one.
void findings_json(const struct findings *findings, struct writer *writer);

// SARIF 2.1.0, with the explanations of docs/rules.md.
void findings_sarif(const struct findings *findings, struct writer *writer);

// GitLab's Code Quality.
void findings_gitlab(const struct findings *findings, struct writer *writer);

// The workflow commands by which GitHub Actions annotates lines.
void findings_github(const struct findings *findings, struct writer *writer);

// JUnit's XML: each file a test suite; only errors are failures.
void findings_junit(const struct findings *findings, struct writer *writer);

#endif
