// SPDX-License-Identifier: MIT
// Escaping in Markdown, as render/escape.h has it for the other formats.

#ifndef FELLESSKAP_RENDER_PROSE_ESCAPE_MARKDOWN_H
#define FELLESSKAP_RENDER_PROSE_ESCAPE_MARKDOWN_H

#include "base/writer.h"

// Escapes everything that CommonMark, GitHub or GitLab could take for markup inside a line: \ ` * _
// [ ] < > ~ | $ ^ # and, where they have a meaning, & @ ! % : { and whatever begins a block at the
// start of a line ("1." "-" "+" "=" ":"). `line_start`: the text begins a line of its own. Line
// breaks and tabs become spaces; spaces that Markdown would drop or take for a line break are
// dropped.
void escape_markdown(struct writer *writer, struct text text, bool line_start);

// The address of a Markdown link, between "(" and ")".
void escape_markdown_address(struct writer *writer, struct text address);

#endif
