// SPDX-License-Identifier: MIT

#include "model/organisation/email.h"

#include "base/ascii.h"
#include "base/message.h"

#include <string.h>

static bool is_letter_or_digit(char byte) {
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

static bool all_are(struct text text, const char *others) {
    for (size_t i = 0; i < text.size; i++)
        if (!is_letter_or_digit(text.data[i]) &&
            memchr(others, text.data[i], strlen(others)) == NULL)
            return false;
    return text.size > 0;
}

static bool is_host_name(struct text text) {
    while (text.data != NULL) {
        struct text label = text_cut(&text, '.');
        if (label.size > 63 || !all_are(label, "-") || label.data[0] == '-' ||
            label.data[label.size - 1] == '-')
            return false;
    }
    return true;
}

static void read_email(struct binding *binding, struct scalar scalar, void *into) {
    struct text host = scalar.text;
    struct text mailbox = text_cut(&host, '@');
    *(struct scalar *)into = scalar;
    if (host.data == NULL || !all_are(mailbox, ".!#$%&'*+/=?^_`{|}~-") || !is_host_name(host))
        bind_report(binding, RULE_WRONG_EMAIL, scalar.at,
                    _("'%.*s' is not an e-mail address; write it like navn@kommune.no"),
                    TEXT_ARGS(scalar.text));
}

#define LABEL "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

const struct form email_form = {
    .read = read_email,
    .how = N_("write it like navn@kommune.no"),
    .pattern = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@" LABEL "(?:\\." LABEL ")*",
    .example = "navn@kommune.no",
};
