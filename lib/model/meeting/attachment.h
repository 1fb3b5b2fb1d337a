// SPDX-License-Identifier: MIT
// What belongs to a case paper: a file, and what is known of it without reading its text; a page of
// the web; or what is only listed.

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
    struct scalar file; // beside the paper; empty: it is not enclosed
    struct scalar url;  // where it is, if not here
    struct scalar title;
    struct exemption exemption;
    // Found by attachment_look():
    enum attachment_fault fault;
    int64_t bytes;
    int pages;       // of a file whose name ends in .pdf; 0 for any other
    unsigned extras; // of a PDF: enum pdf_extra
};

extern const struct shape attachment_shape;

// Looks at the file of an attachment in a meeting's folder, if it has one.
void attachment_look(struct attachment *attachment, struct text folder, struct arena *arena);

#endif
