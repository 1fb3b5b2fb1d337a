// SPDX-License-Identifier: MIT
// manifest.json: what a build has made, for people and programs.

#ifndef FELLESSKAP_DOCUMENT_BUILD_MANIFEST_H
#define FELLESSKAP_DOCUMENT_BUILD_MANIFEST_H

#include "document/build/build.h"

// Writes manifest.json beside the rooms but for its name: `*output` is to be committed, and NULL
// where the file is there as it should be. False with build->site->fault.
bool manifest_write(struct build *build, struct output **output);

#endif
