// SPDX-License-Identifier: MIT

#include "common/audience.h"

#include "base/message.h"

bool audience_take(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("it is one of: public, members"));
    for (int i = 0; i < AUDIENCE_COUNT; i++)
        if (text_is(value, audience_names[i])) {
            run->document.choices.audience = (enum audience)i;
            return true;
        }
    return false;
}
