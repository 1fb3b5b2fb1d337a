// SPDX-License-Identifier: MIT
// pdf-pages FILE...: how many pages each has, or what is wrong with it, as the library finds it.

#include "input/pdf/pdf.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv) {
    static const char *const faults[] = {
        [PDF_OK] = "", [PDF_DAMAGED] = "damaged", [PDF_ENCRYPTED] = "encrypted"};
    struct arena arena;
    arena_init(&arena, abort);
    for (int i = 1; i < argc; i++) {
        int file = open(argv[i], O_RDONLY | O_CLOEXEC);
        struct pdf_facts facts;
        struct stat status;
        if (file < 0 || fstat(file, &status) != 0)
            return 1;
        enum pdf_fault fault = pdf_look(file, status.st_size, &arena, &facts);
        if (fault == PDF_OK)
            printf("%d\n", facts.pages);
        else
            puts(faults[fault]);
        close(file);
    }
    arena_free(&arena);
    return 0;
}
