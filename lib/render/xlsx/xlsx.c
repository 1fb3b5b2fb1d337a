// SPDX-License-Identifier: MIT

#include "render/xlsx/xlsx.h"

#include "base/child.h"
#include "base/archive.h"
#include "render/xlsx/book.h"
#include "render/xlsx/check.h"
#include "render/xlsx/language.h"
#include "render/xlsx/verify.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool name_is_free(const struct workbook *workbook, size_t index, struct arena *arena) {
    struct text name = workbook->sheets[index].name;
    if (!xlsx_name_is_allowed(name))
        return false;
    for (size_t i = 0; i < index; i++)
        if (xlsx_names_collide(workbook->sheets[i].name, name, arena))
            return false;
    return true;
}

// Excel calls a file damaged where two columns of a table have one title.
static bool titles_are_good(const struct sheet *sheet, struct arena *arena, struct text *title) {
    for (size_t i = 0; i < sheet->table_count; i++) {
        const struct sheet_table *table = &sheet->tables[i];
        size_t count = (size_t)(table->area.last_column - table->area.first_column) + 1;
        for (size_t k = 0; k < count; k++) {
            *title = table->columns[k].title;
            if (!xlsx_title_is_free(table->columns, k, arena))
                return false;
        }
    }
    return true;
}

// Faults that can be found before anything is written.
static enum xlsx_fault check(const struct workbook *workbook, struct arena *arena,
                             struct text *sheet_name, struct text *title) {
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        const struct sheet *sheet = &workbook->sheets[i];
        *sheet_name = sheet->name;
        if (!name_is_free(workbook, i, arena))
            return XLSX_SHEET_NAME;
        if (sheet->row_count > WORKBOOK_ROWS || sheet->column_count > WORKBOOK_COLUMNS ||
            sheet->head_rows > WORKBOOK_ROWS ||
            sheet->filter_rows > WORKBOOK_ROWS - sheet->head_rows)
            return XLSX_TOO_LARGE;
        if (!titles_are_good(sheet, arena, title))
            return XLSX_COLUMN_TITLE;
    }
    *sheet_name = (struct text){"", 0};
    return XLSX_OK;
}

// Where the library's archive is made: a file without a name, which goes away with the run.
static int open_scratch(struct arena *arena) {
    const char *folder = getenv("TMPDIR");
    if (folder == NULL || *folder == '\0')
        folder = "/tmp";
    int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return file;
    char *name = (char *)text_format(arena, "%s/fellesskap-XXXXXX", folder).data;
    file = mkostemp(name, O_CLOEXEC);
    if (file >= 0)
        unlink(name);
    return file;
}

struct job {
    const struct workbook *workbook;
    struct arena *arena;
    int file;
};

static bool work(void *context, void *result) {
    const struct job *job = context;
    char name[32];
    snprintf(name, sizeof name, "/proc/self/fd/%d", job->file);
    return xlsx_write_book(name, job->workbook, job->arena, result);
}

// The library does not write the language.
static bool tell_language(struct archive *archive, struct text language, struct arena *arena) {
    for (size_t i = 0; i < archive->count; i++) {
        struct archive_part *part = &archive->parts[i];
        if (!text_starts_with(part->name, TEXT("xl/charts/")) &&
            !text_is(part->name, "docProps/core.xml"))
            continue;
        struct text content = archive_content(part, arena);
        if (content.data == NULL)
            return false;
        char *data = arena_alloc(arena, content.size + XLSX_LANGUAGE_ROOM);
        memcpy(data, content.data, content.size);
        size_t size = xlsx_set_language(data, content.size, language);
        if (!archive_replace(part, (struct text){data, size}, arena))
            return false;
    }
    return true;
}

// Checks what the library has made, and copies it.
static enum xlsx_fault copy_whole(struct text bytes, const struct job *job, struct writer *writer) {
    struct archive archive;
    if (!archive_read(bytes, &archive, job->arena) ||
        !xlsx_is_whole(&archive, job->workbook, job->arena) ||
        !tell_language(&archive, job->workbook->language, job->arena))
        return XLSX_NOT_WHOLE;
    archive_write(&archive, writer);
    return XLSX_OK;
}

static enum xlsx_fault copy_file(const struct job *job, struct writer *writer, int *error) {
    struct stat status;
    if (fstat(job->file, &status) != 0 || status.st_size == 0)
        return XLSX_NOT_WHOLE;
    size_t size = (size_t)status.st_size;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, job->file, 0);
    if (bytes == MAP_FAILED) {
        *error = errno;
        return XLSX_WRITE;
    }
    enum xlsx_fault fault = copy_whole((struct text){bytes, size}, job, writer);
    munmap(bytes, size);
    return fault;
}

static enum xlsx_fault make(const struct workbook *workbook, struct writer *writer,
                            struct arena *arena, struct xlsx_problem *problem) {
    struct job job = {workbook, arena, open_scratch(arena)};
    if (job.file < 0) {
        problem->error = errno;
        return XLSX_TEMPORARY;
    }
    enum xlsx_fault fault = XLSX_OK;
    switch (child_do(work, &job, problem, sizeof *problem)) {
    case CHILD_DONE:
        fault = copy_file(&job, writer, &problem->error);
        break;
    case CHILD_REFUSED:
        fault = problem->fault;
        break;
    case CHILD_DIED:
        fault = XLSX_NOT_WHOLE;
        break;
    case CHILD_NOT_MADE:
        problem->error = errno;
        fault = XLSX_WRITE;
        break;
    }
    close(job.file);
    return fault;
}

enum xlsx_fault xlsx_write(const struct workbook *workbook, struct writer *writer,
                           struct arena *arena, struct xlsx_problem *problem) {
    *problem = (struct xlsx_problem){.sheet = {"", 0}, .detail = {"", 0}};
    problem->fault = check(workbook, arena, &problem->sheet, &problem->detail);
    if (problem->fault != XLSX_OK)
        return problem->fault;
    // The library prints numbers in the locale of the program: "0,5" is not a number in XML.
    locale_t neutral = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t before = uselocale(neutral);
    problem->fault = make(workbook, writer, arena, problem);
    uselocale(before);
    if (neutral != (locale_t)0)
        freelocale(neutral);
    return problem->fault;
}
