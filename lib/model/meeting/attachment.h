// SPDX-License-Identifier: MIT
// A file that belongs to a case paper, and what is known of it without reading its text.

#ifndef FELLESSKAP_MODEL_MEETING_ATTACHMENT_H
#define FELLESSKAP_MODEL_MEETING_ATTACHMENT_H

#include "model/meeting/exemption.h"

enum attachment_fault {
    ATTACHMENT_OK,
    ATTACHMENT_OUTSIDE, // of the meeting's folder, or by way of a link
    ATTACHMENT_MISSING,
    ATTACHMENT_UNREADABLE,
    ATTACHMENT_NOT_A_FILE, // a folder, a pipe, a device, a link
    ATTACHMENT_TOO_LARGE,
    ATTACHMENT_DAMAGED,   // a PDF
    ATTACHMENT_ENCRYPTED, // likewise
};

struct attachment {
    struct scalar file; // beside the paper
    struct scalar title;
    struct exemption exemption;
    // Found by attachment_look():
    enum attachment_fault fault;
    int64_t bytes;
    int pages;       // of a file whose name ends in .pdf; 0 for any other
    unsigned extras; // of a PDF: enum pdf_extra
};

extern const struct shape attachment_shape;

// Looks at the file of an attachment in a meeting's folder.
void attachment_look(struct attachment *attachment, struct text folder, struct arena *arena);

#endif
