// SPDX-License-Identifier: MIT

#include "common/today.h"

#include "base/message.h"

bool today_take(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("a day is expected, like 2024-10-29"));
    return date_parse(value, &run->document.choices.today);
}
