// SPDX-License-Identifier: MIT

#include "model/register/references.h"

#include "base/message.h"

const struct form action_reference_form = {
    .scheme = "tiltak",
    .how = N_("write the number of an action of the plan, like 2.1.1"),
    .pattern = "[0-9]+(?:\\.[0-9]+)*[A-Z]?",
    .example = "2.1.1",
    .number = ANY_NUMBER,
};

const struct form grant_reference_form = {
    .scheme = "tilskudd",
    .how = N_("write the id of a grant, as in the name of its file, like 2024"),
    .pattern = "[^ \\t\\n/]+",
    .example = "2024",
    .number = WHOLE_NUMBER,
};
