// SPDX-License-Identifier: MIT
// Where templates, styles and labels are: in the document tree's own templates/, or else where the
// programs are installed.

#ifndef FELLESSKAP_INPUT_FILE_TEMPLATEFOLDER_H
#define FELLESSKAP_INPUT_FILE_TEMPLATEFOLDER_H

#include "input/file/source.h"

struct template_folder {
    struct sources *sources;
    struct text installed; // a folder
};

// The file `name`, from the first place that has it. NULL where none has; a file that is there and
// cannot be read is reported.
struct source *template_folder_read(const struct template_folder *folder, struct text name);

// The same from one place alone: that of the document tree, or that of the programs.
struct source *template_folder_own(const struct template_folder *folder, struct text name);
struct source *template_folder_installed(const struct template_folder *folder, struct text name);

#endif
