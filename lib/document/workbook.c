// SPDX-License-Identifier: MIT
// Apart from the other formats: a command without workbooks has no use for it.

#include "document/maker.h"

#include "render/xlsx/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct text temporary_folder(void) {
    const char *folder = getenv("TMPDIR");
    return folder == NULL || *folder == '\0' ? TEXT("/tmp") : text_from(folder);
}

// Standard output and devices get the bytes of a file that has no name.
static bool copy_file(int file, struct writer *writer) {
    char bytes[64 * 1024];
    for (;;) {
        ssize_t size = read(file, bytes, sizeof bytes);
        if (size == 0)
            return true;
        if (size > 0)
            writer_put(writer, (struct text){bytes, (size_t)size});
        else if (errno != EINTR)
            return false;
    }
}

static bool write_through_temporary(const struct document_maker *maker,
                                    const struct workbook *workbook, struct output *output,
                                    struct xlsx_problem *problem) {
    struct text folder = text_copy(maker->arena, temporary_folder());
    int file = open(folder.data, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    char name[32];
    *problem = (struct xlsx_problem){.fault = XLSX_TEMPORARY, .error = errno};
    if (file < 0)
        return false;
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    bool written = xlsx_write(name, workbook, maker->arena, problem) == XLSX_OK;
    if (written && !copy_file(file, output_writer(output))) {
        *problem = (struct xlsx_problem){.fault = XLSX_TEMPORARY, .error = errno};
        written = false;
    }
    close(file);
    return written;
}

bool maker_write_workbook(struct document_maker *maker, const struct workbook *workbook,
                          struct output *output) {
    struct xlsx_problem problem;
    const char *name = output_file_name(output);
    bool written = name == NULL ? write_through_temporary(maker, workbook, output, &problem)
                                : xlsx_write(name, workbook, maker->arena, &problem) == XLSX_OK;
    if (!written)
        maker->message = xlsx_explain(&problem, maker->arena);
    return written;
}
