// SPDX-License-Identifier: MIT
// The sum of a grant against its frame.

#ifndef FELLESSKAP_CHECK_GRANT_FRAME_H
#define FELLESSKAP_CHECK_GRANT_FRAME_H

#include "model/tree/repository.h"

// Reports what is divided beyond the frame; enough where a grant is shown in another document.
void check_frame(const struct repository *repository, const struct grant *grant);

#endif
