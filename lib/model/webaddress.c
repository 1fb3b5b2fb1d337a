// SPDX-License-Identifier: MIT

#include "model/webaddress.h"

#include "base/message.h"

static bool is_address(struct text text) {
    struct text scheme = TEXT("https://");
    return text_starts_with(text, scheme) && text.size > scheme.size &&
           text_find(text, ' ') == text.size;
}

void web_address_read(struct binding *binding, struct scalar scalar, void *into) {
    *(struct scalar *)into = scalar;
    if (!is_address(scalar.text))
        bind_report(binding, RULE_WRONG_LINK, scalar.at,
                    _("'%.*s' is not a web address; it begins with https:// and has no spaces"),
                    TEXT_ARGS(scalar.text));
}
