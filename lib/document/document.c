// SPDX-License-Identifier: MIT

#include "document/document.h"

#include "document/page.h"
#include "render/json.h"
#include "render/template.h"
#include "render/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *const format_names[] = {"md", "html", "xlsx", "svg", "json", NULL};

enum format format_find(struct text name) {
    enum format format = FORMAT_MARKDOWN;
    while (format < FORMAT_COUNT && !text_is(name, format_names[format]))
        format++;
    return format;
}

enum format format_of_file(struct text path) {
    size_t start = path.size;
    while (start > 0 && path.data[start - 1] != '.' && path.data[start - 1] != '/')
        start--;
    bool has_suffix = start > 0 && path.data[start - 1] == '.';
    return has_suffix ? format_find(text_slice(path, start, path.size)) : FORMAT_COUNT;
}

// Templates from the folder; the first member, so that the source leads back to it.
struct folder_source {
    struct template_source source;
    const struct template_folder *folder;
};

static bool load(const struct template_source *source, struct text name, struct text *path,
                 struct text *content) {
    const struct folder_source *from = (const struct folder_source *)(const void *)source;
    const struct source *file = template_folder_read(from->folder, name);
    if (file == NULL)
        return false;
    *path = file->path;
    *content = file->text;
    return true;
}

static struct value labels_context(const struct document_maker *maker) {
    struct map_builder map = map_begin(maker->arena, 1);
    map_put(&map, TEXT("tekst"), maker->labels->map);
    return map_end(&map);
}

bool document_write(const struct document_maker *maker, const char *name, enum format format,
                    const struct value *view, struct writer *writer) {
    if (format == FORMAT_JSON) {
        json_write(writer, view, maker->arena);
        return true;
    }
    const struct folder_source source = {{load}, maker->templates};
    struct value contexts[3] = {labels_context(maker), *view};
    size_t count = 2;
    if (format == FORMAT_HTML &&
        !page_assets(maker, name, &source.source, contexts, 2, &contexts[count++]))
        return false;
    struct text suffix = text_format(maker->arena, ".%s", format_names[format]);
    struct template_set *set = template_set_new(
        &source.source, suffix, format == FORMAT_MARKDOWN ? ESCAPE_MARKDOWN : ESCAPE_HTML,
        maker->diagnostics, maker->arena);
    return template_render(set, text_concat(maker->arena, text_from(name), suffix), contexts, count,
                           writer);
}

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

bool document_write_workbook(const struct document_maker *maker, const struct workbook *workbook,
                             struct output *output, struct text *message) {
    struct xlsx_problem problem;
    const char *name = output_file_name(output);
    bool written = name == NULL ? write_through_temporary(maker, workbook, output, &problem)
                                : xlsx_write(name, workbook, maker->arena, &problem) == XLSX_OK;
    if (!written)
        *message = xlsx_explain(&problem, maker->arena);
    return written;
}
