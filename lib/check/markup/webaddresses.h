// SPDX-License-Identifier: MIT
// Web addresses in a text: "https://example.no/a".

#ifndef FELLESSKAP_CHECK_MARKUP_WEBADDRESSES_H
#define FELLESSKAP_CHECK_MARKUP_WEBADDRESSES_H

#include "check/writing/scan.h"

// Reports those that are not encrypted, and those whose stars or underlines make a part of them
// emphasised, where the link then ends.
void check_web_addresses(struct text_scan *scan);

#endif
