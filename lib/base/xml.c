// SPDX-License-Identifier: MIT

#include "base/xml.h"

#include <expat.h>
#include <string.h>

struct reading {
    XML_Parser parser;
    const struct xml_events *events;
    int depth;
};

static void start(void *from, const XML_Char *name, const XML_Char **attributes) {
    struct reading *reading = from;
    const struct xml_events *events = reading->events;
    if (++reading->depth > XML_NESTING)
        XML_StopParser(reading->parser, XML_FALSE);
    else if (events->start != NULL)
        events->start(events->context, name, attributes);
}

static void end(void *from, const XML_Char *name) {
    struct reading *reading = from;
    const struct xml_events *events = reading->events;
    reading->depth--;
    if (events->end != NULL)
        events->end(events->context, name);
}

static void text(void *from, const XML_Char *data, int size) {
    const struct xml_events *events = ((const struct reading *)from)->events;
    if (events->text != NULL)
        events->text(events->context, (struct text){data, (size_t)size});
}

static void refuse(void *from, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                   int has_internal) {
    (void)name;
    (void)system;
    (void)public;
    (void)has_internal;
    XML_StopParser(((struct reading *)from)->parser, XML_FALSE);
}

static bool take(void *from, struct text piece, bool is_last) {
    const struct reading *reading = from;
    const bool *stops = reading->events->stops;
    return XML_Parse(reading->parser, piece.data, (int)piece.size, is_last) == XML_STATUS_OK &&
           (stops == NULL || !*stops);
}

bool xml_read(const struct archive_part *part, const struct xml_events *events) {
    XML_Parser parser = XML_ParserCreate(NULL);
    if (parser == NULL)
        return false;
    struct reading reading = {parser, events, 0};
    XML_SetUserData(parser, &reading);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, text);
    XML_SetStartDoctypeDeclHandler(parser, refuse);
    bool whole = archive_inflate(part, take, &reading);
    XML_ParserFree(parser);
    return whole;
}

const char *xml_local_name(const char *name) {
    const char *colon = strchr(name, ':');
    return colon == NULL ? name : colon + 1;
}

const char *xml_attribute(const char **attributes, const char *name) {
    for (; attributes[0] != NULL; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}
