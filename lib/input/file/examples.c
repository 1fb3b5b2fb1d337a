// SPDX-License-Identifier: MIT

#include "input/file/examples.h"

struct text example_date(const struct examples *examples, struct arena *arena) {
    return text_format(arena, "%d-10-29", examples->year);
}

struct text example_case(const struct examples *examples, struct arena *arena) {
    return text_format(arena, "41/%02d", examples->year % 100);
}
