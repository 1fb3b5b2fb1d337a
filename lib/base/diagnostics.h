// SPDX-License-Identifier: MIT
// Everything that is wrong in the documents goes through here: where, what, and by which rule.

#ifndef FELLESSKAP_BASE_DIAGNOSTICS_H
#define FELLESSKAP_BASE_DIAGNOSTICS_H

#include "base/arena.h"
#include "base/rules.h"
#include "base/text.h"
#include "base/writer.h"

#include <stdarg.h>

struct index;

// A place in a file: 1-based line, 1-based column in characters (code points). Line 0: the file
// as a whole.
struct position {
    uint32_t line;
    uint32_t column;
};

// A certain fix of a fault: bytes `from` to `to` (not included) of the file's text become `with`.
struct fix {
    size_t from;
    size_t to;
    struct text with;
};

struct diagnostic {
    struct text file; // as the user named it
    struct position at;
    enum rule rule;
    enum severity severity;
    bool has_fix;
    struct fix fix;
    struct text message; // one line, in the reader's language
    size_t order;        // of reporting
};

// A key that cannot be read, or is misspelt or missing: its value is unknown, and whatever else
// follows from that is not reported as a fault of its own.
struct unread {
    struct text file;
    struct position from; // of the map that it belongs to
    struct position to;   // the first place after it
    const char *key;      // NULL: any, the file has not been read
};

enum { DIAGNOSTICS_MOST_UNREAD = 1000 };

// Whether a diagnostic is kept; its severity may be changed.
typedef bool diagnostic_judge(void *context, struct diagnostic *diagnostic);

struct diagnostics {
    struct arena *arena;
    struct diagnostic *items;
    size_t count;
    size_t errors;
    struct index *files;       // how many have been reported of each
    struct diagnostic *newest; // NULL: it was not kept
    struct unread *unread;     // the first DIAGNOSTICS_MOST_UNREAD
    size_t unread_count;
    size_t settled;  // of the items; those after them have not been judged
    size_t reported; // ever
    // The text of a line without its line break, for showing it below the message; or NULL. Given
    // by the input layer, which has the files.
    bool (*line_of)(void *context, struct text file, uint32_t line, struct text *content);
    // The place of byte `offset` of a file's text, also given by the input layer; fastest where
    // offsets ascend.
    bool (*place_of)(void *context, struct text file, size_t offset, struct position *place);
    // The other way round.
    bool (*offset_of)(void *context, struct text file, struct position place, size_t *offset);
    void *context;
};

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena);

enum { DIAGNOSTICS_MOST_OF_A_FILE = 10000 };

// Adds one. The message is a printf format, already translated with _(). Its severity comes from
// the rule. File and message are copied, a very long message without its middle. Of the faults of
// one file the first DIAGNOSTICS_MOST_OF_A_FILE are kept, and one that says so (too-many-faults).
void report(struct diagnostics *diagnostics, enum rule rule, struct text file, struct position at,
            const char *format, ...) __attribute__((format(printf, 5, 6)));

// False when there are so many already that looking for what was meant by each would take long.
static inline bool diagnostics_can_suggest(const struct diagnostics *diagnostics) {
    enum { MOST_SUGGESTIONS = 200 };
    return diagnostics->count < MOST_SUGGESTIONS;
}

// Adds a fix to what was reported last.
void report_fix(struct diagnostics *diagnostics, struct fix fix);

// Records what is unknown, after its cause has been reported. `key` and the text of the file's name
// must outlive the diagnostics.
void report_unread(struct diagnostics *diagnostics, struct unread unread);

// The same for a whole file.
void report_unread_file(struct diagnostics *diagnostics, struct text file);

// Judges all new diagnostics, removes those that are not kept, and recounts the errors.
void diagnostics_settle(struct diagnostics *diagnostics, diagnostic_judge *judge, void *context);

// The same for all of them, new or not.
void diagnostics_keep(struct diagnostics *diagnostics, diagnostic_judge *judge, void *context);

// Whether something has been reported of a file, also what has not been kept.
bool diagnostics_tell_of(const struct diagnostics *diagnostics, struct text file);

size_t diagnostics_count(const struct diagnostics *diagnostics, enum severity severity);

// Sorts them by file, position and order of reporting, and removes duplicates. Call it when all
// have been settled.
void diagnostics_sort(struct diagnostics *diagnostics);

// report() with the arguments as a list.
void report_list(struct diagnostics *diagnostics, enum rule rule, struct text file,
                 struct position at, const char *format, va_list arguments)
    __attribute__((format(printf, 5, 0)));

#endif
