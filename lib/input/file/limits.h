// SPDX-License-Identifier: MIT
// Limits on a document. Within them, time and memory grow linearly with its size. docs/format.md
// has the same table for its writers.

#ifndef FELLESSKAP_INPUT_FILE_LIMITS_H
#define FELLESSKAP_INPUT_FILE_LIMITS_H

enum {
    LIMIT_YAML_BYTES = 64 * 1024 * 1024,
    LIMIT_YAML_NESTING = 64,
    LIMIT_KEY_CHARACTERS = 128,
    LIMIT_TEXT_BYTES = 64 * 1024,
    LIMIT_BODY_BYTES = 128 * 1024, // cmark needs 300 bytes for each at most
    LIMIT_CONTAINERS = 10,         // lists and quotes within each other, in prose
    LIMIT_EMBEDS = 100,            // in a text: each may show a whole table
    LIMIT_TABLE_COLUMNS = 64,
    LIMIT_TABLE_CELLS = 20000, // of a file
    LIMIT_ATTACHMENT_BYTES = 64 * 1024 * 1024,
    LIMIT_CSV_BYTES = 256 * 1024 * 1024,
    LIMIT_CSV_COLUMNS = 64,
};

#endif
