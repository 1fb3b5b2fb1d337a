// SPDX-License-Identifier: MIT
// What the commands and the plugin that writes workbooks agree on.
//
// The plugin is one shared object: every render/xlsx*.c but xlsx_loader.c, with copies of its own
// of lib/base/{arena,text,date,writer}.c, all compiled with -fPIC -fvisibility=hidden, linked with
// -shared -lxlsxwriter -lutf8proc. The commands link xlsx_loader.c instead of it, and find it from
// the folder that they run from, in a build tree and in an installation alike:
//
//     PREFIX/bin/plan-matrix
//     PREFIX/lib/fellesskap/xlsx.so
//
// It shows two symbols: xlsx_plugin_write below, and lxw_tmpfile, which stands in for the library's
// function of that name (see render/xlsx_scratch.h).

#ifndef FELLESSKAP_RENDER_XLSX_PLUGIN_H
#define FELLESSKAP_RENDER_XLSX_PLUGIN_H

#include "render/xlsx.h"

#define XLSX_PLUGIN_FILE "../lib/fellesskap/xlsx.so"
#define XLSX_PLUGIN_SYMBOL "xlsx_plugin_write"
#define XLSX_PLUGIN_EXPORT __attribute__((visibility("default")))

// A command and a plugin of different versions may lay out what they exchange differently.
#define XLSX_PLUGIN_SHAPE                                                                          \
    (sizeof(struct workbook) << 48 | sizeof(struct sheet) << 32 | sizeof(struct cell) << 16 |      \
     (uint64_t)STYLE_COUNT << 8 | sizeof(struct xlsx_problem))

// As xlsx_write(). XLSX_MISSING when `shape` is not the plugin's own.
typedef enum xlsx_fault xlsx_plugin_function(uint64_t shape, const char *name,
                                             const struct workbook *workbook, struct arena *arena,
                                             struct xlsx_problem *problem);

XLSX_PLUGIN_EXPORT xlsx_plugin_function xlsx_plugin_write;

#endif
