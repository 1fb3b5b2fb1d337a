// SPDX-License-Identifier: MIT
// A Markdown file with data in front: YAML between two lines "---", then the body.

#ifndef FELLESSKAP_INPUT_FILE_FRONTMATTER_H
#define FELLESSKAP_INPUT_FILE_FRONTMATTER_H

#include "input/file/source.h"

struct front_matter {
    struct text yaml;
    uint32_t yaml_line; // where it begins in the file, 1-based
    struct text body;
    uint32_t body_line;
};

// Cuts the file in two. False after a report (front-matter) when a "---" is missing.
bool front_matter_cut(const struct source *source, struct diagnostics *diagnostics,
                      struct front_matter *parts);

#endif
