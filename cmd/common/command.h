// SPDX-License-Identifier: MIT
// The skeleton of every command: common options, outputs, diagnostics, exit status.

#ifndef FELLESSKAP_CMD_COMMAND_H
#define FELLESSKAP_CMD_COMMAND_H

#include "base/diagnostics_write.h"
#include "document/documents.h"
#include "model/tree/repository.h"

enum exit_status {
    EXIT_DONE = 0,
    EXIT_DOCUMENTS_HAVE_ERRORS = 1,
    EXIT_WRONG_USAGE = 2,
    EXIT_CANNOT_WRITE = 74, // EX_IOERR of sysexits(3)
};

struct run;

// An option that one command has beyond the common ones.
struct command_option {
    const char *name;    // "owner"
    const char *value;   // "ID", for --help; NULL: it takes none
    const char *summary; // one line
    // False when the value (empty where it takes none) is not one that it takes: `*why` says what
    // is expected.
    bool (*take)(struct run *run, struct text value, struct text *why);
    char letter; // of its short form; 0: it has none
};

struct command {
    const char *name;
    const char *summary;          // one line
    const char *operand;          // "MEETING", or NULL
    const char *default_operand;  // NULL: the operand must be given
    bool many_operands;           // any number of them: run->operands
    const char *document_of_many; // made where there are several of them; NULL: none is
    // What it makes: the name of a row in document/documents.h; NULL: something other than a
    // document, described by the members that follow.
    const char *document;
    // "text json": the formats that it can write; the first is the default. NULL: those of the
    // document.
    const char *formats;
    // What it writes is what it finds wrong, so it writes even then.
    bool is_check;
    // It changes what people wrote: only one such run at a time works on a tree.
    bool changes_tree;
    // Does everything itself once the options are taken, of which -f, -o and -l are its own if it
    // has them; returns the exit status. NULL: what is above is written.
    int (*conduct)(struct run *run);
    const struct command_option *options;
    size_t option_count;
    // Reads and checks what is to be written. False when there is nothing to go on with; what is
    // wrong is in the diagnostics, or in `run->misuse`.
    bool (*read)(struct run *run, struct text operand);
    // Writes one format. False after a report, or with `run->message` set.
    bool (*write)(struct run *run, enum format format, struct output *output);
};

struct run {
    const struct command *command;
    struct arena arena;
    struct arena output_arena; // for one output: emptied after each
    struct diagnostics diagnostics;
    struct repository repository;
    struct rule_levels levels; // as an option has set them
    struct template_folder template_folder;
    struct document_templates templates;
    struct document_maker maker;
    struct document document; // options make its choices
    char **operands;          // as given
    size_t operand_count;
    struct text message; // why nothing was written; of read() and write(), the whole message
    struct text misuse;  // the message about an argument that only read() can find wrong
    bool changes_tree;   // as the command does, or set by an option
    // Set by an option: writes in the place of the command.
    bool (*write)(struct run *run, enum format format, struct output *output);
    bool without_tree; // set by an option: what is written needs no documents
    void *state;       // of the command
};

// The names of what it can write.
const char *command_formats(const struct command *command);

// SOURCE_DATE_EPOCH; -1: it is not set.
int64_t command_source_date(void);

// Shows what is wrong on standard error, if anything is.
void command_show_diagnostics(struct run *run);

// Frames on a terminal, in colour unless NO_COLOR or TERM says otherwise; elsewhere a line each,
// because logs are read by more people than the papers.
struct diagnostics_look command_look(const struct output *output);

// Does everything. Returns the exit status.
int command_main(const struct command *command, void *state, int argc, char **argv);

#endif
