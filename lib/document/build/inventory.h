// SPDX-License-Identifier: MIT
// All documents that a tree has, each with what it is made of: a row of the table of kinds for each
// plan, grant and meeting.

#ifndef FELLESSKAP_DOCUMENT_BUILD_INVENTORY_H
#define FELLESSKAP_DOCUMENT_BUILD_INVENTORY_H

#include "document/build/converter.h"
#include "document/documents.h"

// Which part of the output a document is in.
enum room {
    ROOM_PUBLIC,  // may be published
    ROOM_DRAFTS,  // of a meeting whose notice has not been sent
    ROOM_MEMBERS, // for the members alone
    ROOM_COUNT
};

// "public", "drafts", "members", by enum room: the names of the folders.
extern const char *const room_names[];

struct inventory_entry {
    struct document document;
    enum room room;
    struct text operand; // that its command is given; empty: none
    struct text folder;  // in the site: "", "2024-10-29-asu"
    struct text stem;    // "packet"
    // The faults found in its sources, which the document itself shows; NULL: it shows none.
    struct diagnostics *found;
    bool has_pdfs; // PDFs are attached to it that its audience may see
};

struct inventory {
    struct inventory_entry *items; // by kind; within a kind in the order of the file names
    size_t count;
    const struct decisions *decisions; // of all meetings, as the public may see them
};

// The documents of a tree that has been checked and has no errors. Whether a document lacks what
// only it needs, as the delivery to eInnsyn may, is not looked at yet. `today`: year 0 is no day.
struct inventory inventory_of(struct repository *repository, struct date today);

// As drafts, those that have no errors themselves, of a tree in which `found` was found.
struct inventory inventory_of_sound(struct repository *repository, const struct diagnostics *found,
                                    struct date today);

// Where a file of a document is in the site: "2024-10-29-asu/packet.html".
struct text inventory_path(const struct inventory_entry *entry, const char *suffix,
                           struct arena *arena);

// Whether it is the document of a plan itself, which the public may see. Then the plan has a page,
// and each of its actions has one beside that.
bool inventory_is_public_plan(const struct inventory_entry *entry);

// Where that page is in the site; empty of any other document.
struct text inventory_plan_page(const struct inventory_entry *entry, struct arena *arena);

// What is made of its Markdown, where it has any.
enum conversion_kind inventory_office_kind(const struct inventory_entry *entry);

// What its meeting's folder or its grant had as names before; NULL: a document of another kind.
const struct scalar_list *inventory_former_names(const struct inventory_entry *entry);

// Where one of its files was under such a name: "2024-10-29-asu/packet.pdf" of the meeting that was
// on 2024-10-22, "grant-2024.pdf" of the grant that was 2023.
struct text inventory_former_path(const struct inventory_entry *entry, struct text path,
                                  struct text name, struct arena *arena);

#endif
