// SPDX-License-Identifier: MIT

#include "model/plan/short_title.h"

#include "base/message.h"
#include "input/yaml/binding.h"

static void read_short_title(struct binding *binding, struct scalar scalar, void *into) {
    *(struct scalar *)into = scalar;
    size_t length = text_length(scalar.text);
    if (length > TITLE_MOST)
        bind_report(binding, RULE_TEXT_TOO_LONG, scalar.at,
                    _("the short title has %zu characters; at most %d are allowed"), length,
                    TITLE_MOST);
}

const struct form short_title_form = {
    .read = read_short_title,
    .how = N_("at most 60 characters, on one line"),
    .pattern = "[^\\n]{1,60}",
    .number = ANY_NUMBER,
    .truth = true,
    .example = "Forsterket utskrivningsteam",
};
