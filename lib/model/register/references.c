// SPDX-License-Identifier: MIT

#include "model/register/references.h"

#include "base/message.h"

// Which ones there are, is for the checks to say.
#define ON_ONE_LINE "[^ \\t\\r\\n][^\\n]*"

const struct form action_reference_form = {
    .scheme = "tiltak",
    .how = N_("write the number of an action of the plan, like 2.1.1"),
    .pattern = ON_ONE_LINE,
    .example = "2.1.1",
    .number = ANY_NUMBER,
    .truth = true,
};

const struct form grant_reference_form = {
    .scheme = "tilskudd",
    .how = N_("write the id of a grant, as in the name of its file, like 2024"),
    .pattern = ON_ONE_LINE,
    .example = "2024",
    .number = WHOLE_NUMBER,
    .truth = true,
};
