// SPDX-License-Identifier: MIT

#include "model/organisation/webaddress.h"

#include "base/message.h"

static bool is_address(struct text text) {
    struct text scheme = TEXT("https://");
    return text_starts_with(text, scheme) && text.size > scheme.size &&
           text_find(text, ' ') == text.size;
}

static void read_web_address(struct binding *binding, struct scalar scalar, void *into) {
    *(struct scalar *)into = scalar;
    if (!is_address(scalar.text))
        bind_report(binding, RULE_WRONG_LINK, scalar.at,
                    _("'%.*s' is not a web address; it begins with https:// and has no spaces"),
                    TEXT_ARGS(scalar.text));
}

const struct form web_address_form = {
    .read = read_web_address,
    .how = N_("write an address that begins with https:// and has no spaces"),
    .pattern = "https://[^ \\n]+",
    .example = "https://www.regjeringen.no/",
};
