// SPDX-License-Identifier: MIT
// The way back: what somebody changed in the workbook of a grant, as changes of the files that it
// was made from.

#ifndef FELLESSKAP_DOCUMENT_BACK_BACK_H
#define FELLESSKAP_DOCUMENT_BACK_BACK_H

#include "check/fix/join.h"
#include "document/documents.h"
#include "input/file/templatefolder.h"

struct back {
    struct repository *repository;
    const struct template_folder *templates;
    const struct document *document; // of the grant
    struct text path;                // of the workbook
    struct fixed_file files[2];      // the grant's, and that of its payments
    size_t file_count;
};

// Reads the workbook and finds what has to change. All that is wrong with it, and all that is not
// taken, is reported with the cell as its place; where there is an error, no file is to be changed.
void back_read(struct back *back);

#endif
