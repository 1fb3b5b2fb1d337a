// SPDX-License-Identifier: MIT
// tree-new: a new tree, with the files that it begins with.

#include "common/command.h"
#include "common/installed.h"
#include "common/usage.h"

#include "base/hold.h"
#include "base/message.h"
#include "base/system_error.h"
#include "document/newtree.h"

#include <errno.h>
#include <sys/stat.h>

static struct new_tree *tree_of(struct run *run) {
    return run->state;
}

static bool take_language(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("it is one of: nb nn"));
    for (int i = 0; language_names[i] != NULL; i++)
        if (text_is(value, language_names[i])) {
            tree_of(run)->language = (enum language)i;
            return true;
        }
    return false;
}

static bool take_forge(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("it is one of: github gitlab"));
    tree_of(run)->forge = value;
    return text_is(value, "github") || text_is(value, "gitlab");
}

static bool take_name(struct run *run, struct text value, struct text *why) {
    *why = text_from(_("a name in one line is expected"));
    tree_of(run)->name = value;
    return new_tree_name_is_good(value);
}

static int cannot_write(const struct run *run, const char *path) {
    usage_warn(run->command, _("cannot write %s: %s"), path, system_error(errno));
    return EXIT_CANNOT_WRITE;
}

static int tell_files(struct run *run, struct text folder, const struct new_tree_files *files) {
    struct output *output = output_open(NULL, &run->arena, &run->output_arena);
    struct writer *writer = output_writer(output);
    for (size_t i = 0; i < files->count; i++) {
        writer_put(writer, folder);
        writer_byte(writer, '/');
        writer_put(writer, files->items[i].name);
        writer_byte(writer, '\n');
    }
    return output_commit(output) ? EXIT_DONE : cannot_write(run, _("standard output"));
}

// Slashes at the end of the name do not count.
static struct text folder_named(struct run *run) {
    struct text folder = text_from(run->operands[0]);
    while (folder.size > 1 && folder.data[folder.size - 1] == '/')
        folder.size--;
    return text_copy(&run->arena, folder);
}

static int is_there(const struct run *run, struct text folder) {
    usage_error(run->command, _("%.*s is there already"), TEXT_ARGS(folder));
    return EXIT_WRONG_USAGE;
}

// Whole or not at all, even when a signal comes.
static int write_folder(struct run *run, struct text folder, const struct new_tree_files *files) {
    sigset_t before;
    signals_hold(&before);
    bool made = new_folder_write(folder, files->items, files->count, &run->arena);
    int error = errno;
    signals_release(&before);
    errno = error;
    if (!made)
        return error == EEXIST ? is_there(run, folder) : cannot_write(run, folder.data);
    return tell_files(run, folder, files);
}

static int conduct(struct run *run) {
    struct new_tree *tree = tree_of(run);
    struct text folder = folder_named(run);
    struct stat status;
    if (folder.size == 0) {
        usage_error(run->command, _("the argument %s is missing"), run->command->operand);
        return EXIT_WRONG_USAGE;
    }
    if (lstat(folder.data, &status) == 0)
        return is_there(run, folder);
    tree->share = installed_path(&run->arena, "share/fellesskap");
    struct new_tree_files files = new_tree_files(tree, &run->arena);
    if (files.fault.size > 0) {
        usage_warn(run->command, _("cannot read %s: %s"), files.fault.data, system_error(errno));
        return EXIT_CANNOT_WRITE;
    }
    return write_folder(run, folder, &files);
}

static const struct command_option options[] = {
    {"language", "LANG", N_("nb or nn, for what is written"), take_language, 'l'},
    {"ci", "FORGE", N_("with CI files: github or gitlab"), take_forge, 0},
    {"name", "NAME", N_("the name of the cooperation"), take_name, 0},
};

static const struct command command = {
    .name = "tree-new",
    .summary = N_("Makes a new tree, with the files that it begins with."),
    .operand = "FOLDER",
    .formats = "text",
    .conduct = conduct,
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

int main(int argc, char **argv) {
    struct new_tree tree = {.name = TEXT("Helsefellesskapet"), .language = LANGUAGE_NB};
    return command_main(&command, &tree, argc, argv);
}
