// SPDX-License-Identifier: MIT

#include "render/archive/xml.h"

#include <expat.h>
#include <string.h>

static void start(void *from, const XML_Char *name, const XML_Char **attributes) {
    const struct xml_events *events = from;
    if (events->start != NULL)
        events->start(events->context, name, attributes);
}

static void end(void *from, const XML_Char *name) {
    const struct xml_events *events = from;
    if (events->end != NULL)
        events->end(events->context, name);
}

static void text(void *from, const XML_Char *data, int size) {
    const struct xml_events *events = from;
    if (events->text != NULL)
        events->text(events->context, (struct text){data, (size_t)size});
}

static bool take(void *parser, struct text piece, bool is_last) {
    return XML_Parse(parser, piece.data, (int)piece.size, is_last) == XML_STATUS_OK;
}

bool xml_read(const struct archive_part *part, const struct xml_events *events) {
    XML_Parser parser = XML_ParserCreate(NULL);
    if (parser == NULL)
        return false;
    XML_SetUserData(parser, (void *)(uintptr_t)events);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, text);
    bool whole = archive_inflate(part, take, parser);
    XML_ParserFree(parser);
    return whole;
}

const char *xml_attribute(const char **attributes, const char *name) {
    for (; attributes[0] != NULL; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}
