// SPDX-License-Identifier: MIT
// Reads the XML of a workbook's parts, with libexpat.

#ifndef FELLESSKAP_RENDER_ARCHIVE_XML_H
#define FELLESSKAP_RENDER_ARCHIVE_XML_H

#include "render/archive/archive.h"

// Functions called while reading; each may be NULL. `attributes` is a name, its value, the next
// name …, and ends with a NULL. Text may come in pieces.
struct xml_events {
    void (*start)(void *context, const char *name, const char **attributes);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, struct text text);
    void *context;
};

// True when the part can be inflated, and is well-formed to its end.
bool xml_read(const struct archive_part *part, const struct xml_events *events);

// The value of an attribute; NULL where it has none.
const char *xml_attribute(const char **attributes, const char *name);

#endif
