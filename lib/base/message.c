// SPDX-License-Identifier: MIT

#include "base/message.h"

#include <libintl.h>
#include <stddef.h>

static void (*prepare)(void);

void message_prepare_with(void (*choose_language)(void)) {
    prepare = choose_language;
}

const char *message_translated(const char *english) {
    void (*choose_language)(void) = prepare;
    prepare = NULL;
    if (choose_language != NULL)
        choose_language();
    return dgettext(MESSAGE_DOMAIN, english);
}
