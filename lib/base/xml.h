// SPDX-License-Identifier: MIT
// Reads the XML of a workbook's parts, with libexpat. What a document type declares is never read.

#ifndef FELLESSKAP_BASE_XML_H
#define FELLESSKAP_BASE_XML_H

#include "base/archive.h"

// Functions called while reading; each may be NULL. `attributes` is a name, its value, the next
// name …, and ends with a NULL. Text may come in pieces.
struct xml_events {
    void (*start)(void *context, const char *name, const char **attributes);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, struct text text);
    void *context;
    const bool *stops; // once it is true, no more is read; NULL: all is
};

enum { XML_NESTING = 256 };

// True when the part can be inflated, is well-formed to its end, and has no more elements within
// each other than XML_NESTING and no document type: then no entity is ever expanded or fetched.
bool xml_read(const struct archive_part *part, const struct xml_events *events);

// A name without the prefix of its namespace.
const char *xml_local_name(const char *name);

// The value of an attribute; NULL where it has none.
const char *xml_attribute(const char **attributes, const char *name);

#endif
