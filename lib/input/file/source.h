// SPDX-License-Identifier: MIT
// The files that people write: read whole, checked to be text, kept for showing their lines.

#ifndef FELLESSKAP_INPUT_FILE_SOURCE_H
#define FELLESSKAP_INPUT_FILE_SOURCE_H

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/index.h"
#include "input/file/charset.h"
#include "input/file/examples.h"

struct ignore_list;

// A value that people read, or the text of a case paper, as written in its file.
struct written_text {
    size_t from; // bytes of the file's text: after the opening quote, or after the line with "|"
    size_t to;
    bool markdown;
    bool block;        // each line is indented as the first is
    size_t links_from; // from here on words can be made a link, "[…](…)", and nothing else changes
};

struct source {
    struct text path; // as shown in messages
    struct text text; // without a byte order mark
    size_t cells;     // of the tables in its texts, as far as they have been read
    size_t forgotten; // bytes at the start of a large file that are no longer in memory
    bool can_forget;
    bool is_as_in_file;   // the text is all the bytes of the file
    enum charset charset; // of the file; not UTF-8: its offsets are not those of the text
    bool may_ignore;      // see source_may_ignore()
    bool is_no_text;      // has been reported; the source is not returned to callers
    bool is_heard;        // read where reports are not dropped
    bool broken;          // its syntax is wrong, or it is of another kind: missing values are
                          // unknown
    size_t *line_starts;  // made on first use
    size_t line_count;
    struct ignore_list *ignores; // found on first use
    size_t known_offset;         // a place whose position was asked for
    struct position known;
    struct written_text *texts; // where sources->keeps_texts
    size_t text_count;
};

// What a file refers to, by one of our link schemes: noted while it is read, so that the reader can
// fetch it.
struct named_thing {
    struct text scheme;    // "sak", "tiltak", "mål", "tilskudd", …
    struct text target;    // "42/24"
    struct text committee; // whose case numbers are meant; for the reader to fill, as is
    struct text by;        // what names it: a file, a meeting's folder, or "tiltak:1.2.1"
    struct date day;       // of the paper that names it; year 0: none is known
    bool embedded;         // it is to be embedded in the text
};

// All files of a run, so that each is read once and diagnostics can show their lines.
struct sources {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct index by_path;
    struct source **read; // in the order of reading, but for those that are no text
    size_t read_count;
    bool is_silent; // reports are dropped: what is read is read again when they are not
    struct examples examples;
    struct index guests; // who is named in the place of an id: "Kari Nes, Statsforvalteren"
    const struct index *numberings; // body → how it numbers its cases; NULL: nobody says
    struct named_thing *named;      // in the order of reading
    size_t named_count;
    bool keeps_texts;         // the texts are needed later: no part of a file is forgotten
    struct text plain_folder; // where the newest file is, without a link on the way; empty: none
};

void sources_init(struct sources *sources, struct arena *arena, struct diagnostics *diagnostics);

// Reads a file of at most `limit` bytes. Reports, and returns NULL, when it is missing, no regular
// file, not readable, too large, not UTF-8, or holds a NUL or another control character (all such
// places are reported). `from` is where the file is named, for the message when it is missing;
// line 0: by the user.
struct source *source_read(struct sources *sources, struct text path, size_t limit,
                           struct text from_file, struct position from);

// Uses `bytes`, which must outlive the sources, as the content of the file `path`, wherever they
// come from. They are checked as a file is, and source_read() returns them from then on. NULL after
// a report.
struct source *source_add(struct sources *sources, struct text path, struct text bytes);

// The first `size` bytes of the text will not be needed again: a large file need not stay in memory
// beside what was read from it. Its lines are read again from disk when a message shows them.
void source_forget(struct source *source, size_t size);

// The file of this path, if it has been read; else NULL.
struct source *source_find(const struct sources *sources, struct text path);

// Reads the bytes of a file again, with its byte order mark. False where they differ from what was
// read before: the file has changed, or was not in UTF-8.
bool source_read_bytes(const struct sources *sources, const struct source *source,
                       struct text *bytes);

// The bytes of a file that is no text and that nobody reads twice; data NULL after a report, as
// source_read() has it.
struct text source_read_binary(struct sources *sources, struct text path, size_t limit,
                               struct text from_file, struct position from);

// Whether there is a file of this path. It may still be unreadable.
bool source_is_present(const struct sources *sources, struct text path);

// Like source_read(), for a file of another program: `*charset` is the character set to expect, and
// becomes the one found. The text is always UTF-8.
struct source *source_read_foreign(struct sources *sources, struct text path, size_t limit,
                                   struct text from_file, struct position from,
                                   enum charset *charset);

// Like source_read(), but returns NULL without a report where there is no such file.
struct source *source_read_if_present(struct sources *sources, struct text path, size_t limit);

// False where the file certainly has no comment that silences rules (base/ignore.h). Where it may
// have one, the whole text is in memory.
bool source_may_ignore(const struct sources *sources, struct source *source);

// Whether `path`, by whatever way it leads there, is a file that has been read.
bool source_is_read(const struct sources *sources, struct text path);

// How many lines it has.
size_t source_line_count(const struct sources *sources, struct source *source);

// The position of byte `offset`. The cost is the number of bytes since the offset asked for last.
struct position source_position(const struct sources *sources, struct source *source,
                                size_t offset);

// Records where a text is, if sources->keeps_texts. A text that is read twice is recorded twice.
void source_keep_text(const struct sources *sources, struct source *source,
                      struct written_text text);

// Records what a file refers to. The texts must outlive the sources.
void source_note_name(struct sources *sources, struct named_thing thing);

// Line `line` (1-based) without its line break; empty after the last. The first call walks over the
// file; the others take constant time.
struct text source_line(const struct sources *sources, struct source *source, uint32_t line);

#endif
