// SPDX-License-Identifier: MIT

#include "render/xlsx/language.h"

#include <string.h>

static char *find(char *data, size_t size, const char *words) {
    return memmem(data, size, words, strlen(words));
}

// No user's text can contain these: it has no quotes within tags, and no "<" at all.
static void replace_in_chart(char *data, size_t size, struct text language) {
    static const char *const marks[] = {"<c:lang val=\"", "<a:rPr lang=\"",
                                        "<a:endParaRPr lang=\""};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (char *at = data; (at = find(at, size - (size_t)(at - data), marks[i])) != NULL;) {
            at += strlen(marks[i]);
            memcpy(at, language.data, language.size);
        }
}

static size_t add_to_properties(char *data, size_t size, struct text language) {
    static const char end[] = "</cp:coreProperties>";
    static const char before[] = "<dc:language>", after[] = "</dc:language>";
    char *at = find(data, size, end);
    if (at == NULL || find(data, size, before) != NULL)
        return size;
    size_t more = sizeof before - 1 + language.size + sizeof after - 1;
    memmove(at + more, at, size - (size_t)(at - data));
    at = mempcpy(at, before, sizeof before - 1);
    at = mempcpy(at, language.data, language.size);
    memcpy(at, after, sizeof after - 1);
    return size + more;
}

size_t xlsx_set_language(char *data, size_t size, struct text language) {
    enum { LOOKED_AT = 256, ENGLISH = sizeof "en-US" - 1 };
    size_t head = size < LOOKED_AT ? size : LOOKED_AT;
    if (language.size != ENGLISH)
        return size;
    if (find(data, head, "<c:chartSpace") != NULL)
        replace_in_chart(data, size, language);
    else if (find(data, head, "<cp:coreProperties") != NULL)
        return add_to_properties(data, size, language);
    return size;
}
