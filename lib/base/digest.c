// SPDX-License-Identifier: MIT

#include "base/digest.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

static void digest_of(struct text content, uint8_t digest[DIGEST_SIZE]) {
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, content.size, (const uint8_t *)content.data);
    sha256_digest(&context, DIGEST_SIZE, digest);
}

struct text digest_text(struct text content, struct arena *arena) {
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[DIGEST_SIZE];
    char *text = arena_alloc(arena, 2 * DIGEST_SIZE + 1);
    digest_of(content, digest);
    for (size_t i = 0; i < DIGEST_SIZE; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    return (struct text){text, 2 * DIGEST_SIZE};
}

struct text digest_base64(struct text content, struct arena *arena) {
    uint8_t digest[DIGEST_SIZE];
    const size_t size = BASE64_ENCODE_RAW_LENGTH(DIGEST_SIZE);
    char *text = arena_alloc(arena, size);
    digest_of(content, digest);
    base64_encode_raw(text, DIGEST_SIZE, digest);
    return (struct text){text, size};
}
