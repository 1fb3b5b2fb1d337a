// SPDX-License-Identifier: MIT

#include "base/suggest.h"

struct text index_suggestion(const struct index *index, struct text text,
                             const struct diagnostics *diagnostics) {
    return diagnostics_can_suggest(diagnostics) ? index_nearest(index, text) : TEXT("");
}
