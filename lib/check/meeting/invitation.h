// SPDX-License-Identifier: MIT
// Who is called to a meeting, and what has been changed since.

#ifndef FELLESSKAP_CHECK_MEETING_INVITATION_H
#define FELLESSKAP_CHECK_MEETING_INVITATION_H

#include "check/tree/references.h"

// Who calls and who is called exist, and the days are in order: sent, changed, cancelled, held.
void check_changes(const struct referrer *referrer, const struct meeting *meeting);

// What an invitation by e-mail needs: who calls, who is called, and their addresses.
void check_invitation(const struct repository *repository, const struct meeting *meeting);

#endif
