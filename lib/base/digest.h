// SPDX-License-Identifier: MIT
// Fingerprints of files: SHA-256 (FIPS 180-4).

#ifndef FELLESSKAP_BASE_DIGEST_H
#define FELLESSKAP_BASE_DIGEST_H

#include "base/text.h"

enum { DIGEST_SIZE = 32 }; // bytes

// As sha256sum(1) shows it.
struct text digest_text(struct text content, struct arena *arena);

// In base64 (RFC 4648), as a Content-Security-Policy has it.
struct text digest_base64(struct text content, struct arena *arena);

#endif
