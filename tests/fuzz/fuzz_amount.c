// SPDX-License-Identifier: MIT
// Amounts: what is taken is within the limits, and prints as an amount that is read as the same.

#include "fuzz.h"

#include "base/amount.h"

static void require_same(struct arena *arena, int64_t ore) {
    int64_t again;
    struct text printed = amount_text(arena, ore);
    REQUIRE_OF(printed, amount_parse(printed, &again) == AMOUNT_OK && again == ore);
    struct text words = text_format(arena, "kr %.*s", TEXT_ARGS(printed));
    REQUIRE_OF(words, amount_parse(words, &again) == AMOUNT_OK && again == ore);
}

// A share is read as an amount but for its sign: within half a thousandth of what it should be.
static void require_share(struct arena *arena, int64_t part, int64_t whole) {
    struct text share = share_text(arena, part, whole);
    int64_t hundredths;
    if (whole == 0) {
        REQUIRE_OF(share, text_is(share, "–"));
        return;
    }
    REQUIRE_OF(share, text_ends_with(share, TEXT("\u00A0%")));
    struct text number = text_slice(share, 0, share.size - 3);
    if (part > whole || part < 0 || whole < 0)
        return; // may be longer than an amount
    REQUIRE_OF(share, amount_parse(number, &hundredths) == AMOUNT_OK);
    long double exact = 10000.0L * (long double)part / (long double)whole;
    long double error = (long double)hundredths - exact;
    REQUIRE_OF(share, error < 5.001L && error > -5.001L);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz fuzz;
    int64_t ore, other;
    fuzz_begin(&fuzz, data, size);
    if (amount_parse(fuzz.input, &ore) == AMOUNT_OK) {
        REQUIRE(ore <= AMOUNT_LARGEST && ore >= -AMOUNT_LARGEST);
        require_same(&fuzz.arena, ore);
        require_same(&fuzz.arena, -ore);
        require_share(&fuzz.arena, ore, AMOUNT_LARGEST);
        require_share(&fuzz.arena, ore / 3, ore);
    }
    size_t half = text_find(fuzz.input, ';');
    if (half < size && amount_parse(text_slice(fuzz.input, 0, half), &ore) == AMOUNT_OK &&
        amount_parse(text_slice(fuzz.input, half + 1, size), &other) == AMOUNT_OK)
        require_share(&fuzz.arena, ore, other);
    fuzz_end(&fuzz);
    return 0;
}
