// SPDX-License-Identifier: MIT
// Which bytes of a written text are words for people, and which are code, addresses and markup.
//
// The tree of input/markdown/ does not have this: cmark says where a node begins and ends, but not
// where the address of a link is, which bytes an escape or an entity took, or where omitted
// comments and tags were. tests/unit/test_prose_classes.c compares the classes with the tree for
// each letter of all Markdown that the tests have.

#ifndef FELLESSKAP_CHECK_WRITING_CLASSES_H
#define FELLESSKAP_CHECK_WRITING_CLASSES_H

#include "base/text.h"

enum prose_class {
    PROSE_WORDS,
    PROSE_TITLE,   // words of a heading
    PROSE_LINKED,  // words of a link, or for an image
    PROSE_MAIL,    // an e-mail address
    PROSE_ADDRESS, // where a link leads, an address in the text
    PROSE_MARKUP,  // HTML and comments
    PROSE_VERBATIM // code
};

// Sets `classes[i]`, an enum prose_class, for each byte of the text: of Markdown, or else of a
// value that has addresses at most. Lines of Markdown are indented by `indent` bytes that do not
// count. An approximation of CommonMark in linear time, which takes words for code in doubt.
void prose_classify(struct text text, bool markdown, size_t indent, unsigned char *classes);

#endif
