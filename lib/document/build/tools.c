// SPDX-License-Identifier: MIT

#include "document/build/tools.h"

#include "base/digest.h"
#include "base/writer.h"

#include <glob.h>
#include <stdlib.h>
#include <sys/stat.h>

struct text tools_find(const char *name, struct arena *arena) {
    const char *path = getenv("PATH");
    struct text folders = text_from(path == NULL ? "/usr/bin" : path);
    while (folders.data != NULL) {
        struct stat status;
        struct text folder = text_cut(&folders, ':');
        struct text file = text_format(arena, "%.*s/%s", TEXT_ARGS(folder), name);
        if (folder.size > 0 && stat(file.data, &status) == 0 && S_ISREG(status.st_mode))
            return file;
    }
    return TEXT("");
}

static void add_program(struct writer *writer, const char *name, struct arena *arena) {
    struct text file = tools_find(name, arena);
    struct stat status;
    if (file.size > 0 && stat(file.data, &status) == 0)
        writer_put(writer,
                   text_format(arena, "%s %lld %lld.%09ld\n", name, (long long)status.st_size,
                               (long long)status.st_mtim.tv_sec, status.st_mtim.tv_nsec));
}

// "weasyprint-57.2.dist-info", wherever Python looks.
static void add_library(struct writer *writer, const char *name, struct arena *arena) {
    static const char *const places[] = {"/usr/lib", "/usr/local/lib", "~/.local/lib"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        glob_t found = {0};
        struct text pattern = text_format(arena, "%s/python3*/*-packages/%s-*", places[i], name);
        if (glob(pattern.data, GLOB_TILDE, NULL, &found) == 0)
            for (size_t j = 0; j < found.gl_pathc; j++)
                writer_put(writer, text_format(arena, "%s\n", found.gl_pathv[j]));
        globfree(&found);
    }
}

struct text tools_digest(struct arena *arena) {
    static const char *const programs[] = {"pandoc", "qpdf", "python3"};
    static const char *const libraries[] = {
        "[Ww]easy[Pp]rint", "pydyf",     "tinycss2",  "cssselect2", "tinyhtml5", "html5lib",
        "pikepdf",          "[Pp]illow", "fonttools", "[Pp]yphen",  "cffi"};
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        add_program(&writer, programs[i], arena);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        add_library(&writer, libraries[i], arena);
    return digest_text(writer_text(&writer), arena);
}
