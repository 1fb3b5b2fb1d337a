// SPDX-License-Identifier: MIT

#include "input/pdf/pdf.h"

#include "input/pdf/extras.h"
#include "input/pdf/objects.h"
#include "input/pdf/tokens.h"

enum { MOST_EXTRA_BYTES = 16 * 1024 * 1024 }; // that are read in search of extras

static bool is_encrypted(const struct pdf *pdf) {
    struct text value;
    for (size_t i = 0; i < pdf->section_count; i++)
        if (pdf_find(pdf->sections[i].trailer, "Encrypt", &value))
            return true;
    return false;
}

static enum pdf_fault look(struct pdf *pdf, struct pdf_facts *facts) {
    int64_t count;
    struct text catalogue, top;
    if (is_encrypted(pdf))
        return PDF_ENCRYPTED;
    if (!pdf_find_dictionary(pdf, pdf->sections[0].trailer, "Root", &catalogue) ||
        !pdf_find_dictionary(pdf, catalogue, "Pages", &top) ||
        !pdf_find_number(pdf, top, "Count", &count))
        return PDF_DAMAGED;
    if (count < 1 || count > pdf->size || count > INT32_MAX)
        return PDF_DAMAGED;
    if (pdf->budget > MOST_EXTRA_BYTES)
        pdf->budget = MOST_EXTRA_BYTES;
    *facts = (struct pdf_facts){.pages = (int)count, .extras = pdf_find_extras(pdf, catalogue)};
    return PDF_OK;
}

enum pdf_fault pdf_look(int file, int64_t size, struct arena *scratch, struct pdf_facts *facts) {
    struct arena_savepoint saved = arena_save(scratch);
    struct pdf *pdf = arena_alloc(scratch, sizeof *pdf);
    enum pdf_fault fault = pdf_open(pdf, file, size, scratch) ? look(pdf, facts) : PDF_DAMAGED;
    arena_release(scratch, saved);
    return fault;
}
