// SPDX-License-Identifier: MIT

#include "model/meeting/exemption.h"

#include "base/message.h"

#include <string.h>

// A law, and after a section sign its number: "offl. § 14", "kommuneloven §§ 11-5 og 11-6".
static bool names_a_section(struct text text) {
    static const char sign[] = "§";
    const char *at = memmem(text.data, text.size, sign, sizeof sign - 1);
    if (at == NULL || at == text.data)
        return false;
    size_t next = (size_t)(at - text.data);
    while (next < text.size) {
        uint32_t character = text_next_code_point(text, &next);
        if (character >= '1' && character <= '9')
            return true;
        if (character != 0xA7 && character != ' ' && character != 0xA0)
            return false;
    }
    return false;
}

static void read_legal_basis(struct binding *binding, struct scalar scalar, void *into) {
    *(struct scalar *)into = scalar;
    if (!names_a_section(scalar.text))
        bind_report(binding, RULE_WRONG_EXEMPTION, scalar.at,
                    _("'%.*s' is not a legal basis; name the law and its section, like offl. § 14"),
                    TEXT_ARGS(scalar.text));
}

const struct form legal_basis_form = {
    .read = read_legal_basis,
    .how = N_("name the law and its section, like offl. § 14"),
    .pattern = ".+§[§ \u00A0]*[1-9].*",
    .example = "offl. § 14",
};

bool is_exempt(const struct exemption *exemption) {
    return exemption->basis.at.line > 0;
}
