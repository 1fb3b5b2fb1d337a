// SPDX-License-Identifier: MIT

#include "check/meeting/exemption.h"

#include "base/message.h"

void check_exemption(const struct referrer *referrer, const struct exemption *exemption) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (is_exempt(exemption) && exemption->public_title.text.size == 0)
        report(diagnostics, RULE_MISSING_KEY, referrer->file, exemption->basis.at,
               _("what is exempt from publicity needs a title that the public may see; add "
                 "'offentlig-tittel'"));
    if (!is_exempt(exemption) && exemption->public_title.at.line > 0)
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, exemption->public_title.at,
               _("a title for the public belongs to what is exempt; add 'unntatt' with the legal "
                 "basis, or delete it"));
}

void check_agenda_exemption(const struct referrer *referrer, const struct agenda_item *item) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    const struct exemption *exemption = &item->exemption;
    struct position at = is_exempt(exemption) ? exemption->basis.at : exemption->public_title.at;
    if (at.line == 0)
        return;
    if (item->paper != NULL)
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, at,
               _("what is exempt of a case stands in its paper; delete it here"));
    else if (item->case_number.at.line == 0)
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, at,
               _("only a case can be exempt from publicity here"));
    else
        check_exemption(referrer, exemption);
}
