// SPDX-License-Identifier: MIT
// Payments as accounting systems export them: whatever a file holds, what is read of it has its
// places in the file, and the sums are those of the lines.

#include "fuzz.h"

#include "base/amount.h"
#include "check/grant/rules.h"
#include "model/tree/reading.h"
#include "input/file/charset.h"

static void require_export(struct text text) {
    static const char marks[] = {0, ',', '.'};
    for (size_t i = 0; i < sizeof marks; i++) {
        int64_t ore;
        if (amount_parse_export(text, marks[i], &ore) == AMOUNT_OK)
            REQUIRE_OF(text, ore <= AMOUNT_LARGEST && ore >= -AMOUNT_LARGEST);
    }
}

static void require_payments(struct fuzz *fuzz, const struct grant *grant,
                             const struct payments *payments) {
    int64_t sum = 0, of_allocations = 0;
    for (size_t i = 0; i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        sum += payment->ore;
        struct source *source = source_find(fuzz->sources, payment->source->path);
        REQUIRE(payment->allocation < grant->allocations.count);
        fuzz_require_text(payment->text);
        for (size_t column = 0; column < PAYMENT_PLACES; column++)
            if (payment->at[column].line > 0)
                fuzz_require_place(fuzz, source, payment->at[column]);
    }
    for (size_t i = 0; i < grant->allocations.count; i++)
        of_allocations += payments->of[i].ore;
    REQUIRE(sum == payments->total && of_allocations == sum);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz fuzz;
    size_t undefined;
    fuzz_begin(&fuzz, data, size);
    fuzz_open_tree(&fuzz);
    require_export(fuzz.input);
    fuzz_require_text(windows_1252_to_utf8(fuzz.input, &fuzz.arena, &undefined));
    fuzz_require_text(utf16_to_utf8(fuzz.input, &fuzz.arena, &undefined));
    const struct text path = TEXT("plan/grant-2024.yaml");
    const struct grant *named = grant_read(fuzz.sources, path);
    source_add(fuzz.sources, payments_path(named, TEXT(""), &fuzz.arena), fuzz.input);
    const struct grant *grant = read_grant(&fuzz.repository, path);
    const struct payments *payments = repository_payments(&fuzz.repository, grant);
    if (payments != NULL) {
        check_payments(&fuzz.repository, grant, payments);
        require_payments(&fuzz, grant, payments);
    }
    fuzz_end(&fuzz);
    return 0;
}
