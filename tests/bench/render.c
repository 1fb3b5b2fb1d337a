// SPDX-License-Identifier: MIT
// Reads a tree and renders its documents into a folder, with the library and without the rest of
// tree-build: no check but with -c, no comparison with what is there, no site, no manifest.
//
// usage: render [-c] [-a] [-w DIR] TEMPLATES
//   -c      checks the tree as plan-check does
//   -a      all documents in all formats, not the plan, notices and packets in Markdown and HTML
//   -w DIR  writes them, DIR/NUMBER.SUFFIX; else they are rendered and forgotten
// It is run in the folder of the tree.

#include "base/output.h"
#include "check/tree/everything.h"
#include "document/build/inventory.h"
#include "model/tree/reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct renderer {
    struct repository repository;
    struct diagnostics diagnostics;
    struct arena arena;
    struct arena scratch; // of what is made of one output,
    struct arena output;  // and of its bytes
    struct template_folder template_folder;
    struct document_templates templates;
    const struct labels *labels[2]; // by enum language
    bool checks;
    bool makes_all;
    const char *target; // NULL: nothing is written
    int count;
};

static void fail(const char *what) {
    fprintf(stderr, "render: %s\n", what);
    exit(1);
}

__attribute__((noreturn)) static void out_of_memory(void) {
    exit(1);
}

static bool is_chosen(const struct renderer *renderer, const struct inventory_entry *entry,
                      const char *format) {
    static const char *const names[] = {"action-plan", "notice", "packet"};
    if (renderer->makes_all)
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(entry->document.kind->name, names[i]) == 0)
            return strcmp(format, "md") == 0 || strcmp(format, "html") == 0;
    return false;
}

static void write_format(struct renderer *renderer, const struct inventory_entry *entry,
                         struct document_maker *maker, enum format format) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%d.%s", renderer->target == NULL ? "" : renderer->target,
             renderer->count++, document_suffix(format));
    struct output *output = renderer->target == NULL
                                ? output_in_memory(&renderer->output)
                                : output_open(path, maker->arena, maker->arena);
    if (output == NULL || !document_write(&entry->document, format, maker, output))
        fail(path);
    if (renderer->target != NULL && !output_commit(output))
        fail(path);
    arena_reset(&renderer->output);
    arena_reset(maker->arena);
}

static void render(struct renderer *renderer, const struct inventory_entry *entry) {
    enum language language = document_language(&entry->document);
    if (renderer->labels[language] == NULL)
        renderer->labels[language] = labels_read(&renderer->template_folder, language);
    struct document_maker maker = {
        .templates = &renderer->templates,
        .labels = renderer->labels[language],
        .language = language,
        .diagnostics = &renderer->diagnostics,
        .arena = &renderer->scratch,
        .source_date = -1,
    };
    struct text names = text_from(entry->document.kind->formats);
    while (names.data != NULL && maker.labels != NULL) {
        enum format format = format_find(text_cut(&names, ' '));
        if (is_chosen(renderer, entry, format_names[format]) &&
            document_is_due(&entry->document, format))
            write_format(renderer, entry, &maker, format);
    }
}

static void read_options(struct renderer *renderer, int argc, char **argv) {
    for (int option; (option = getopt(argc, argv, "caw:")) != -1;)
        if (option == 'c')
            renderer->checks = true;
        else if (option == 'a')
            renderer->makes_all = true;
        else if (option == 'w')
            renderer->target = optarg;
        else
            exit(2);
    if (optind + 1 != argc)
        exit(2);
    renderer->template_folder = (struct template_folder){.sources = &renderer->repository.sources,
                                                         .installed = text_from(argv[optind])};
    document_templates_init(&renderer->templates, &renderer->template_folder,
                            &renderer->diagnostics, &renderer->arena);
}

int main(int argc, char **argv) {
    static struct renderer renderer;
    arena_init(&renderer.arena, out_of_memory);
    arena_init(&renderer.scratch, out_of_memory);
    arena_init(&renderer.output, out_of_memory);
    read_options(&renderer, argc, argv);
    diagnostics_init(&renderer.diagnostics, &renderer.arena);
    repository_init(&renderer.repository, &renderer.arena, &renderer.diagnostics, true);
    if (!read_organisation(&renderer.repository))
        fail("no tree");
    read_settings(&renderer.repository);
    read_everything(&renderer.repository);
    if (renderer.checks)
        check_everything(&renderer.repository);
    struct inventory inventory = inventory_of(&renderer.repository, (struct date){0, 0, 0});
    for (size_t i = 0; i < inventory.count; i++)
        render(&renderer, &inventory.items[i]);
    if (renderer.diagnostics.errors > 0)
        fail("the tree has errors");
    return 0;
}
