// SPDX-License-Identifier: MIT

#ifndef FELLESSKAP_VIEW_DEADLINE_H
#define FELLESSKAP_VIEW_DEADLINE_H

#include "model/meeting/deadline.h"
#include "view/labels.h"

// In the words of the language, "30. juni 2025", "utgangen av juni 2025" or "første ASU-møte i
// 2025"; others as they are written; empty where there is none.
struct text deadline_words(const struct labels *labels, const struct deadline *deadline,
                           struct arena *arena);

#endif
