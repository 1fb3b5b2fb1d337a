// SPDX-License-Identifier: MIT
// tree-build: every document of a tree.

#include "common/alone.h"
#include "common/command.h"
#include "common/installed.h"
#include "common/language.h"
#include "common/today.h"
#include "common/usage.h"

#include "base/lock.h"
#include "base/message.h"
#include "base/path.h"
#include "base/system_error.h"
#include "check/tree/everything.h"
#include "model/tree/reading.h"
#include "check/tree/settle.h"
#include "document/build/build.h"
#include "document/build/lines.h"
#include "document/build/manifest.h"
#include "document/build/single.h"
#include "document/site/parts.h"
#include "base/folders.h"
#include "input/file/folder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct state {
    struct text folder; // -o
    bool has_folder;
    bool keeps_going; // -k
    bool only_tells;  // -n
    bool is_without[CONVERSION_COUNT];
    bool is_without_search;
    int processes;
    struct diagnostics refusals; // of single documents
};

static struct state *state_of(struct run *run) {
    return run->state;
}

static bool take_folder(struct run *run, struct text value, struct text *why) {
    state_of(run)->folder = text_copy(&run->arena, value);
    state_of(run)->has_folder = true;
    *why = text_from(_("a folder is expected"));
    return value.size > 0;
}

static bool take_processes(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("a number from 1 to 1000 is expected"));
    return text_to_number(value, &state_of(run)->processes) && state_of(run)->processes >= 1 &&
           state_of(run)->processes <= 1000;
}

static bool take_keep_going(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    return state_of(run)->keeps_going = true;
}

static bool take_only_tells(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    return state_of(run)->only_tells = true;
}

static bool take_without(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("formats with commas between are expected: pdf, docx, pptx, search"));
    while (value.data != NULL) {
        struct text name = text_cut(&value, ',');
        int kind = 0;
        while (kind < CONVERSION_COUNT && !text_is(name, conversion_names[kind]))
            kind++;
        bool is_search = text_is(name, "search");
        if (kind == CONVERSION_COUNT && !is_search)
            return false;
        if (is_search)
            state_of(run)->is_without_search = true;
        else
            state_of(run)->is_without[kind] = true;
    }
    return true;
}

// --- the run ---

static int cannot(const struct run *run, struct text fault) {
    usage_warn(run->command, "%.*s", TEXT_ARGS(fault));
    return EXIT_CANNOT_WRITE;
}

static void show_progress(void *context, size_t done, size_t all) {
    (void)context;
    if (isatty(STDERR_FILENO) != 0)
        fprintf(stderr, done == all ? "\r\033[K" : "\r%zu/%zu ", done, all);
}

static bool is_below(const char *folder, const char *of, struct arena *arena) {
    char *inner = realpath(folder, NULL), *outer = realpath(of, NULL);
    bool is_it = inner != NULL && outer != NULL &&
                 (strcmp(inner, outer) == 0 ||
                  text_starts_with(text_from(inner), text_format(arena, "%s/", outer)));
    free(inner);
    free(outer);
    return is_it;
}

// What is made must not land where people write.
static bool is_good_folder(struct run *run) {
    static const char *const written[] = {"plan", "meetings", "templates", "web"};
    const char *folder = state_of(run)->folder.data;
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        if (is_below(folder, written[i], &run->arena)) {
            usage_error(run->command, _("'%s' is in the folder %s/, where the sources are"), folder,
                        written[i]);
            return false;
        }
    return true;
}

// Reads and checks everything.
static void read_tree(struct run *run) {
    repository_init(&run->repository, &run->arena, &run->diagnostics, true);
    read_organisation(&run->repository);
    if (run->repository.organisation != NULL)
        language_of_messages_is(run->repository.organisation->language.index);
    read_settings(&run->repository);
    run->repository.today = run->document.choices.today;
    read_everything(&run->repository);
    check_everything(&run->repository);
    check_settle(&run->repository, &run->levels);
    check_ignores(&run->repository);
    check_settle(&run->repository, &run->levels);
}

static struct diagnostics without_items(const struct diagnostics *like, struct arena *arena) {
    struct diagnostics fresh;
    diagnostics_init(&fresh, arena);
    fresh.line_of = like->line_of;
    fresh.place_of = like->place_of;
    fresh.context = like->context;
    return fresh;
}

// What has been found is shown. What is found from here on holds single documents back, or, in
// templates, everything.
static void begin_documents(struct run *run) {
    struct diagnostics *refusals = &state_of(run)->refusals;
    command_show_diagnostics(run);
    *refusals = without_items(&run->diagnostics, &run->arena);
    run->diagnostics = without_items(&run->diagnostics, &run->arena);
    run->repository.diagnostics = refusals;
    run->repository.sources.diagnostics = &run->diagnostics;
}

static bool is_error(void *context, struct diagnostic *diagnostic) {
    (void)context;
    return diagnostic->severity == SEVERITY_ERROR;
}

// Warnings have been shown with those of the tree.
static void show_refusals(struct run *run, const struct build *build) {
    for (size_t i = 0; i < build->held_back.count; i++)
        usage_warn(run->command, _("%.*s is not made:"), TEXT_ARGS(build->held_back.items[i]));
    if (build->held_back.count == 0)
        return;
    run->diagnostics = state_of(run)->refusals;
    diagnostics_keep(&run->diagnostics, is_error, NULL);
    command_show_diagnostics(run);
}

// "docx,pptx": what lacks the same package.
static struct text formats_without(const struct run *run, const struct build *build,
                                   struct text package) {
    struct text names[CONVERSION_COUNT];
    size_t count = 0;
    for (int kind = 0; kind < CONVERSION_COUNT; kind++) {
        bool lacks = false;
        for (size_t i = 0; i < build->conversion_count; i++)
            lacks = lacks || ((int)build->conversions[i].kind == kind &&
                              text_equal(build->conversions[i].package, package));
        if (lacks)
            names[count++] = text_from(conversion_names[kind]);
    }
    return text_join(run->repository.arena, names, count, TEXT(","));
}

// What is not installed is told once for all documents.
static void say_what_is_missing(const struct run *run, const struct build *build, size_t number) {
    struct text package = build->conversions[number].package;
    for (size_t i = 0; i < number; i++)
        if (text_equal(build->conversions[i].package, package))
            return;
    struct text formats = formats_without(run, build, package);
    usage_warn(run->command,
               _("no %s is made without the package %.*s; install it, or leave the format out with "
                 "--without %s"),
               formats.data, TEXT_ARGS(package), formats.data);
}

static int say_why(struct run *run, const struct build *build) {
    int status = EXIT_DOCUMENTS_HAVE_ERRORS;
    for (size_t i = 0; i < build->conversion_count; i++) {
        const struct conversion *conversion = &build->conversions[i];
        if (conversion->fault.size == 0)
            continue;
        status = EXIT_CANNOT_WRITE;
        if (conversion->package.size > 0)
            say_what_is_missing(run, build, i);
        else
            usage_warn(run->command, _("cannot make %.*s: %.*s"),
                       TEXT_ARGS(build->converted[2 * i]->path), TEXT_ARGS(conversion->fault));
    }
    if (build->fault.size > 0)
        return cannot(run, build->fault);
    if (status == EXIT_DOCUMENTS_HAVE_ERRORS)
        command_show_diagnostics(run);
    return status;
}

// Those in the language of the tree.
static struct text schemas_of(struct run *run) {
    const struct organisation *organisation = run->repository.organisation;
    int language = organisation == NULL ? LANGUAGE_NB : organisation->language.index;
    struct text folder = installed_path(&run->arena, "share/fellesskap/schemas");
    return text_format(&run->arena, "%.*s/%s", TEXT_ARGS(folder), language_names[language]);
}

static struct build build_of(struct run *run, struct site *site) {
    const struct state *state = run->state;
    int processors = (int)sysconf(_SC_NPROCESSORS_ONLN);
    struct build build = {
        .options = {.processes = state->processes > 0 ? state->processes
                                 : processors > 0     ? processors
                                                      : 1,
                    .source_date = command_source_date(),
                    .templates = installed_path(&run->arena, "share/fellesskap/templates"),
                    .converters = installed_path(&run->arena, "share/fellesskap/convert"),
                    .schemas = schemas_of(run),
                    .progress = show_progress},
        .repository = &run->repository,
        .levels = run->levels,
        .site = site,
        .diagnostics = &run->diagnostics,
        .arena = &run->arena,
        .scratch = &run->output_arena,
    };
    memcpy(build.options.is_without, state->is_without, sizeof build.options.is_without);
    return build;
}

static bool has_drafts(const struct inventory *inventory) {
    for (size_t i = 0; i < inventory->count; i++)
        if (inventory->items[i].room == ROOM_DRAFTS)
            return true;
    return false;
}

static bool build_everything(struct build *build, const struct inventory *inventory) {
    return build_documents(build, inventory) && build_pages(build, inventory) &&
           build_former(build) && build_extras(build) && build_calendars(build) &&
           build_feeds(build) && build_index(build, ROOM_PUBLIC) &&
           (!has_drafts(inventory) ||
            (build_index(build, ROOM_DRAFTS) && site_share(build->site))) &&
           build_search(build) && build_for_web(build);
}

static int finish(struct run *run, struct build *build, bool good) {
    int status = EXIT_DONE;
    if (!good) {
        status = say_why(run, build);
        site_discard(build->site);
        return status;
    }
    struct output *manifest;
    if (manifest_write(build, &manifest) && site_finish(build->site, manifest))
        return status;
    site_discard(build->site);
    return cannot(run, build->site->fault);
}

// Only a tree that says where it is published is told what its readers lack.
static void find_search(struct run *run, struct build *build) {
    if (state_of(run)->is_without_search)
        return;
    build->search = search_program(&run->arena);
    if (build->search.size == 0 && run->repository.organisation->website.text.size > 0)
        usage_warn(run->command,
                   _("the site has no search without the program %s; install it, or leave the "
                     "search out with %s"),
                   "pagefind", "--without search");
}

// The whole site; `-k` alone where the tree has errors.
static int build_site(struct run *run, struct site *site) {
    struct build build = build_of(run, site);
    struct date today = run->document.choices.today;
    const struct diagnostics found = run->diagnostics;
    bool sound_only = found.errors > 0;
    begin_documents(run);
    if (sound_only && !state_of(run)->keeps_going)
        return EXIT_DOCUMENTS_HAVE_ERRORS;
    struct inventory inventory = sound_only ? inventory_of_sound(&run->repository, &found, today)
                                            : inventory_of(&run->repository, today);
    if (!sound_only) {
        find_search(run, &build);
        int status = finish(run, &build, build_everything(&build, &inventory));
        show_refusals(run, &build);
        return status;
    }
    site->is_kept[ROOM_PUBLIC] = site->is_kept[ROOM_MEMBERS] = true;
    int status = finish(run, &build,
                        build_documents(&build, &inventory) && build_index(&build, ROOM_DRAFTS));
    return status == EXIT_DONE ? EXIT_DOCUMENTS_HAVE_ERRORS : status;
}

static int build_in(struct run *run) {
    const struct text folder = state_of(run)->folder;
    struct site site;
    if (mkdir(folder.data, 0777) != 0 && errno != EEXIST)
        return cannot(run, text_format(&run->arena, _("cannot make the folder %s: %s"), folder.data,
                                       system_error(errno)));
    if (alone_in(run->command, folder.data, true) < 0)
        return EXIT_CANNOT_WRITE;
    int lock = is_below(folder.data, ".", &run->arena) && is_below(".", folder.data, &run->arena)
                   ? -1
                   : alone_in(run->command, ".", false);
    read_tree(run);
    lock_release(lock);
    if (!site_open(&site, folder, &run->arena))
        return cannot(run, site.fault);
    struct text foreign = site_foreign_file(&site);
    if (foreign.size > 0)
        return cannot(run,
                      text_format(&run->arena,
                                  _("%s/%.*s was not made by this command; move it away, or into "
                                    "web/; where the whole folder is an older build, delete it"),
                                  folder.data, TEXT_ARGS(folder_shown_name(foreign, &run->arena))));
    return build_site(run, &site);
}

static int say_unknown(const struct run *run, const char *unknown) {
    usage_error(run->command, _("there is no document '%s'; it is named like %s"), unknown,
                "2024-10-29-asu/packet.pdf");
    return EXIT_WRONG_USAGE;
}

static int tell_lines(struct run *run) {
    read_tree(run);
    struct build build = build_of(run, NULL);
    bool has_errors = run->diagnostics.errors > 0;
    begin_documents(run);
    if (has_errors)
        return EXIT_DOCUMENTS_HAVE_ERRORS;
    struct inventory inventory = inventory_of(&run->repository, run->document.choices.today);
    if (run->operand_count > 0) {
        const struct names names = {run->operands, run->operand_count};
        const char *unknown;
        inventory = single_select(&inventory, names, &run->arena, &unknown);
        if (unknown != NULL)
            return say_unknown(run, unknown);
    }
    struct output *output = output_open(NULL, &run->arena, &run->arena);
    lines_write(&build, &inventory, state_of(run)->folder, output_writer(output));
    return output_commit(output)
               ? EXIT_DONE
               : cannot(run, text_format(&run->arena, _("cannot write %s: %s"),
                                         _("standard output"), system_error(errno)));
}

// --- single documents ---

// What was asked for, and what that is converted from.
static void need_formats(struct build_options *options, struct names names) {
    bool pdf = !options->is_without[CONVERSION_PDF];
    bool office = !options->is_without[CONVERSION_DOCX] || !options->is_without[CONVERSION_PPTX];
    options->makes_some = true;
    for (int format = 0; format < FORMAT_COUNT; format++) {
        const char *suffix = strrchr(document_suffix((enum format)format), '.');
        options->needs[format] =
            single_needs(names, suffix != NULL ? suffix + 1 : document_suffix((enum format)format));
    }
    options->needs[FORMAT_HTML] |= pdf;
    options->needs[FORMAT_MARKDOWN] |= office;
    options->needs[FORMAT_JSON] |= pdf || office;
}

static int make_single(struct run *run, struct site *site, struct names names) {
    struct build build = build_of(run, site);
    const char *unknown, *missing = NULL;
    struct inventory all = inventory_of(&run->repository, run->document.choices.today);
    struct inventory chosen = single_select(&all, names, &run->arena, &unknown);
    if (unknown != NULL)
        return say_unknown(run, unknown);
    for (int kind = 0; kind < CONVERSION_COUNT; kind++)
        build.options.is_without[kind] |= !single_needs(names, conversion_names[kind]);
    need_formats(&build.options, names);
    if (!build_documents(&build, &chosen))
        return say_why(run, &build);
    if (!single_move(&build, names, state_of(run)->folder, &missing))
        return cannot(run, build.fault);
    show_refusals(run, &build);
    if (missing == NULL)
        return EXIT_DONE;
    usage_warn(run->command, _("%s is not due, or has no such format"), missing);
    return EXIT_DOCUMENTS_HAVE_ERRORS;
}

// A site is exchanged as a whole: nothing else goes into it.
static bool is_in_a_site(const char *folder, struct arena *arena) {
    char *real = realpath(folder, NULL);
    struct text path = real == NULL ? TEXT("") : text_from(real);
    bool found = false;
    for (; path.size > 0 && !found; path = path_folder(path)) {
        struct text ledger = text_format(arena, "%.*s/" LEDGER_NAME, TEXT_ARGS(path_folder(path)));
        bool is_room = false;
        for (int room = 0; room < ROOM_COUNT; room++)
            is_room |= text_is(path_name(path), room_names[room]);
        found = is_room && access(ledger.data, F_OK) == 0;
    }
    free(real);
    return found;
}

static int build_single(struct run *run) {
    const struct names names = {run->operands, run->operand_count};
    struct text folder = state_of(run)->folder;
    struct site site;
    if (mkdir(folder.data, 0777) != 0 && errno != EEXIST)
        return cannot(run, text_format(&run->arena, _("cannot make the folder %s: %s"), folder.data,
                                       system_error(errno)));
    if (is_in_a_site(folder.data, &run->arena)) {
        usage_error(run->command, _("%s is part of a site, which is only made as a whole"),
                    folder.data);
        return EXIT_WRONG_USAGE;
    }
    read_tree(run);
    bool has_errors = run->diagnostics.errors > 0;
    begin_documents(run);
    if (has_errors)
        return EXIT_DOCUMENTS_HAVE_ERRORS;
    struct text aside = text_format(&run->arena, "%s/.tree-build-XXXXXX", folder.data);
    if (mkdtemp((char *)(uintptr_t)aside.data) == NULL)
        return cannot(run, text_format(&run->arena, _("cannot make the folder %s: %s"), aside.data,
                                       system_error(errno)));
    int status = site_open(&site, aside, &run->arena) ? make_single(run, &site, names)
                                                      : cannot(run, site.fault);
    folders_remove(aside);
    return status;
}

static int conduct(struct run *run) {
    struct state *state = run->state;
    bool single = run->operand_count > 0;
    if (!state->has_folder)
        state->folder = single ? TEXT(".") : TEXT("build");
    if (!is_good_folder(run))
        return EXIT_WRONG_USAGE;
    bool is_tree = access("plan", F_OK) == 0 || access("meetings", F_OK) == 0;
    if (state->only_tells || !is_tree) // nothing is made, not even the folder
        return tell_lines(run);
    return single ? build_single(run) : build_in(run);
}

static const struct command_option options[] = {
    {"output", "DIR", N_("where it is made; build if not given"), take_folder, 'o'},
    {"date", "DATE", N_("what day it is, for what is late"), today_take, 'd'},
    {"jobs", "N", N_("so many conversions at a time; as many as processors if not given"),
     take_processes, 'j'},
    {"keep-going", NULL, N_("where there are errors, make the rest as drafts"), take_keep_going,
     'k'},
    {"dry-run", NULL, N_("print the command of each document, and make nothing"), take_only_tells,
     'n'},
    {"without", "FORMATS", N_("without these formats and the links to them: pdf,docx,pptx,search"),
     take_without, 0},
};

static const struct command command = {
    .name = "tree-build",
    .summary = N_("Makes every document of a tree, and a web site of them."),
    .operand = "DOCUMENT",
    .many_operands = true,
    .formats = "html",
    .conduct = conduct,
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    struct state state = {.processes = 0};
    return command_main(&command, &state, argc, argv);
}
