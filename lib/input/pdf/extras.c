// SPDX-License-Identifier: MIT

#include "input/pdf/extras.h"

#include "input/pdf/tokens.h"

#include <string.h>

enum {
    MOST_NODES = 65536, // of a page tree
    HIDDEN = 2,         // a flag of an annotation
};

static bool has_key(struct text dictionary, const char *key) {
    struct text value;
    return pdf_find(dictionary, key, &value);
}

// Whether a key has one of the names, "/GoTo/URI/".
static bool is_one_of(struct text dictionary, const char *key, const char *names) {
    struct text value;
    size_t at = 0;
    if (!pdf_find(dictionary, key, &value))
        return false;
    struct text name = pdf_next_token(value, &at).text;
    const char *found = name.size > 1 ? memmem(names, strlen(names), name.data, name.size) : NULL;
    return found != NULL && found[name.size] == '/';
}

// A place in the document, or an address, is a link; all else does something.
static unsigned of_action(struct pdf *pdf, struct text dictionary, const char *key) {
    struct text action;
    bool acts = pdf_find_dictionary(pdf, dictionary, key, &action) &&
                (!is_one_of(action, "S", "/GoTo/URI/") || has_key(action, "Next"));
    return acts || has_key(dictionary, "AA") ? PDF_ACTIONS : 0;
}

static unsigned of_annotation(struct pdf *pdf, struct text annotation) {
    int64_t flags = 0;
    unsigned extras = of_action(pdf, annotation, "A");
    pdf_find_number(pdf, annotation, "F", &flags);
    if (is_one_of(annotation, "Subtype", "/FileAttachment/"))
        return extras | PDF_FILES;
    if (is_one_of(annotation, "Subtype", "/Link/"))
        return extras;
    bool is_printed = is_one_of(annotation, "Subtype", "/Widget/Stamp/") && (flags & HIDDEN) == 0;
    return is_printed ? extras : extras | PDF_COMMENTS;
}

static unsigned of_page(struct pdf *pdf, struct text page) {
    struct text annotations, annotation;
    unsigned extras = has_key(page, "AA") ? PDF_ACTIONS : 0;
    size_t at = 1;
    if (has_key(page, "AF"))
        extras |= PDF_FILES;
    if (!pdf_find_array(pdf, page, "Annots", &annotations))
        return extras;
    while (pdf_next_dictionary(pdf, annotations, &at, &annotation))
        extras |= of_annotation(pdf, annotation);
    return extras;
}

static unsigned of_document(struct pdf *pdf, struct text catalogue) {
    struct text names;
    unsigned extras = of_action(pdf, catalogue, "OpenAction");
    bool has_names = pdf_find_dictionary(pdf, catalogue, "Names", &names);
    if (has_names && has_key(names, "JavaScript"))
        extras |= PDF_ACTIONS;
    if (has_key(catalogue, "AF") || (has_names && has_key(names, "EmbeddedFiles")))
        extras |= PDF_FILES;
    return extras;
}

// Level by level. A tree that goes round in circles ends at MOST_NODES.
unsigned pdf_find_extras(struct pdf *pdf, struct text catalogue) {
    unsigned extras = of_document(pdf, catalogue);
    struct text *nodes = arena_append(pdf->arena, NULL, 0, sizeof *nodes);
    size_t count = pdf_find_dictionary(pdf, catalogue, "Pages", &nodes[0]) ? 1 : 0;
    for (size_t i = 0; i < count; i++) {
        struct text kids, kid;
        size_t at = 1;
        if (!pdf_find_array(pdf, nodes[i], "Kids", &kids)) {
            extras |= of_page(pdf, nodes[i]);
            continue;
        }
        while (count < MOST_NODES && pdf_next_dictionary(pdf, kids, &at, &kid)) {
            nodes = arena_append(pdf->arena, nodes, count, sizeof *nodes);
            nodes[count++] = kid;
        }
    }
    return extras;
}
