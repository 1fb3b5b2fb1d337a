// SPDX-License-Identifier: MIT
// The pages of a PDF: whatever the file is, there is an answer, within the memory that is allowed.

#include "fuzz.h"

#include "input/pdf/pdf.h"

#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static int file = -1;
    struct arena arena;
    struct pdf_facts facts = {0, 0};
    if (file < 0)
        file = memfd_create("pdf", MFD_CLOEXEC);
    REQUIRE(file >= 0 && ftruncate(file, 0) == 0);
    REQUIRE(pwrite(file, data, size, 0) == (ssize_t)size);
    arena_init(&arena, abort);
    enum pdf_fault fault = pdf_look(file, (int64_t)size, &arena, &facts);
    REQUIRE((fault == PDF_OK) == (facts.pages > 0) && facts.pages <= (int)size);
    arena_free(&arena);
    return 0;
}
