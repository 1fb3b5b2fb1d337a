// SPDX-License-Identifier: MIT
// The files of a build: what is the same as the last time is not touched, the rest is made beside
// it, and all of it takes its place at once.

#ifndef FELLESSKAP_DOCUMENT_BUILD_SITE_H
#define FELLESSKAP_DOCUMENT_BUILD_SITE_H

#include "base/output.h"
#include "base/staging.h"
#include "document/build/inventory.h"
#include "document/build/ledger.h"

struct site_file {
    enum room room;
    struct text path; // in the room: "2024-10-29-asu/packet.html"
    struct text digest;
    struct text converted_from; // empty: it was not
    int64_t size;
    bool is_same; // as what is there
    bool is_staged;
    const struct site_file *of; // it is the same file as another: in the drafts one that is
                                // public, or a former address; NULL: it is one of its own
    bool is_former;             // a page at a former address, that leads on
    bool is_listed;             // in the page that lists the documents
    const struct inventory_entry *entry; // NULL: it is no document
    const char *format;                  // "html", "pdf"
    struct text_list former;             // of a page of the site: where it was before, in the site
    struct text title;                   // of a page of the site; empty: that of its document
    struct text_list shows; // of a page of the site: files beside those that its document is made
                            // of, some twice
};

struct site {
    struct text folder; // "build"
    struct arena *arena;
    struct ledger ledger;
    struct staging rooms[ROOM_COUNT];
    struct text_list old[ROOM_COUNT]; // what is there
    struct index by_path[ROOM_COUNT]; // → struct site_file
    struct site_file **files;         // in the order in which they were put
    size_t count;
    bool is_kept[ROOM_COUNT]; // it stays as it is, whatever is put
    struct text fault;        // what could not be done, for people
};

// Puts right what a killed run has left, and looks at what is there. The folder exists, and nobody
// else works on it. False with site->fault.
bool site_open(struct site *site, struct text folder, struct arena *arena);

// A file in a folder that no run has made, with its folder; empty: there is none.
struct text site_foreign_file(const struct site *site);

// Puts a file. One that is there already with the same bytes stays as it is. NULL with site->fault:
// also where another file has the path.
struct site_file *site_put(struct site *site, enum room room, struct text path,
                           struct text content);

// Expects a file that is to be converted from something of which `converted_from` is the digest:
// `is_same` says that the last run has done it. NULL with site->fault.
struct site_file *site_expect(struct site *site, enum room room, struct text path,
                              struct text converted_from);

// Where a file is now: in the new folder or in the old one.
struct text site_place(const struct site *site, const struct site_file *file);

// Makes the new folder of a room whole but for what is to be converted. False with site->fault.
bool site_complete(struct site *site, enum room room);

// A file that was expected has been made. False with site->fault.
bool site_take(struct site *site, struct site_file *file);

// Puts the file at a former address too, when it is as it will be. False with site->fault.
bool site_put_again(struct site *site, const struct site_file *file, struct text path);

// Puts the public pages, and what is attached to them, into the drafts too: a draft may lead to
// each of them. Their other formats are in the public room alone.
bool site_share(struct site *site);

// Puts everything in its place, and after it `list`, a file that has been written but for its name;
// NULL: there is none. False with site->fault: then all is as it was, and
// is to be discarded.
bool site_finish(struct site *site, struct output *list);

// Puts nothing in its place, and removes what was made.
void site_discard(struct site *site);

#endif
