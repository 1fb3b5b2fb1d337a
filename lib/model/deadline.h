// SPDX-License-Identifier: MIT
// Deadlines of decisions as they are worded: 2025-06-30, "utgangen av juni 2025",
// "første ASU-møte i 2025".

#ifndef FELLESSKAP_MODEL_DEADLINE_H
#define FELLESSKAP_MODEL_DEADLINE_H

#include "model/casepaper.h"

// A reader for binding tables; `into` is a struct deadline.
void deadline_read(struct binding *binding, struct scalar scalar, void *into);

#endif
