// SPDX-License-Identifier: MIT
// Output that is written whole or not at all.

#ifndef FELLESSKAP_BASE_OUTPUT_H
#define FELLESSKAP_BASE_OUTPUT_H

#include "base/arena.h"
#include "base/text.h"
#include "base/writer.h"

struct output;

// Opens an output. `path` NULL is standard output. A regular file (or a link to one) gets its
// content by output_commit() alone: until then it goes to a file without a name in the same folder,
// so that a run that is stopped leaves neither half a file nor a temporary one. A device or a pipe
// is written to directly. NULL with errno set when that cannot be done. The buffer is in `buffers`,
// which may be given back after output_flush(), when nothing more is written.
struct output *output_open(const char *path, struct arena *arena, struct arena *buffers);

// An output in memory, for output_writer() and output_content() alone: there is nothing to close.
// Nobody may give back memory of its arena while it is written.
struct output *output_in_memory(struct arena *arena);

// What has been written to an output in memory, in its arena.
struct text output_content(const struct output *output);

// Standard error, written to directly, wherever it leads.
struct output *output_standard_error(struct arena *arena);

// For files that people write: output_commit() waits until the new file is on the disk before it
// replaces the old one.
void output_sync(struct output *output);

// Whether it leads to a terminal.
bool output_is_terminal(const struct output *output);

// The columns of that terminal; 0 where it leads to none, or the terminal does not say.
size_t output_columns(const struct output *output);

// Where to write. It is buffered.
struct writer *output_writer(struct output *output);

// Writes what is still in the buffer. False with errno set when this or any write before failed.
bool output_flush(struct output *output);

// Flushes, and gives the file its name. False with errno set when anything failed; the old file is
// then as it was. It allocates nothing. Call once; the output is closed either way.
bool output_commit(struct output *output);

// Closes without touching the target.
void output_discard(struct output *output);

// For a signal handler: removes temporary files that have a name (file systems without O_TMPFILE).
void output_remove_temporaries(void);

#endif
