// SPDX-License-Identifier: MIT

#include "common/command.h"

#include "base/message.h"
#include "base/system_error.h"
#include "check/tree/settle.h"
#include "common/alone.h"
#include "common/installed.h"
#include "common/language.h"
#include "common/several.h"
#include "common/usage.h"
#include "model/tree/kinds.h"
#include "model/tree/places.h"
#include "model/tree/reading.h"

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_OUTPUTS = 16, MOST_OPTIONS = 16, FIRST_OWN_OPTION = 256 };

struct planned_output {
    const char *path; // NULL: standard output
    enum format format;
    struct output *output;
};

struct arguments {
    const char *folder;
    struct text operand;
    bool has_operand;
    struct planned_output outputs[MOST_OUTPUTS];
    size_t output_count;
    enum format format; // of -f; FORMAT_COUNT when it is not given
    int language;       // of -l; -1 when it is not given
};

__attribute__((noreturn)) static void out_of_memory(void) {
    static const char message[] = "out of memory\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    output_remove_temporaries();
    _exit(EXIT_CANNOT_WRITE);
}

static void stop_cleanly(int signal_number) {
    output_remove_temporaries();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void catch_signals(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction action = {.sa_handler = stop_cleanly};
        struct sigaction old;
        if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
}

const char *command_formats(const struct command *command) {
    return command->formats != NULL ? command->formats
                                    : document_kind_find(text_from(command->document))->formats;
}

static bool can_write(const struct command *command, enum format format) {
    return format_is_among(format, command_formats(command));
}

static bool take_format(const struct command *command, struct arguments *arguments) {
    arguments->format = format_find(text_from(optarg));
    if (can_write(command, arguments->format))
        return true;
    usage_error(command, _("unknown format '%s'; it is one of: %s"), optarg,
                command_formats(command));
    return false;
}

static bool take_output(const struct command *command, struct arguments *arguments) {
    if (arguments->output_count == MOST_OUTPUTS) {
        usage_error(command, _("at most %d outputs can be written in one run"), MOST_OUTPUTS);
        return false;
    }
    bool standard = strcmp(optarg, "-") == 0;
    arguments->outputs[arguments->output_count++].path = standard ? NULL : optarg;
    return true;
}

static bool take_language(const struct command *command, struct arguments *arguments) {
    for (int i = 0; language_names[i] != NULL; i++)
        if (strcmp(optarg, language_names[i]) == 0)
            arguments->language = i;
    if (arguments->language < 0)
        usage_error(command, _("unknown language '%s'; it is one of: %s"), optarg, "nb nn");
    return arguments->language >= 0;
}

static bool take_own_option(struct run *run, const struct command_option *option) {
    struct text why = TEXT("");
    struct text value = optarg == NULL ? TEXT("") : text_nfc(&run->arena, text_from(optarg));
    if (option->take(run, value, &why))
        return true;
    usage_error(run->command, _("'%s' is not a value of --%s; %.*s"), optarg, option->name,
                TEXT_ARGS(why));
    return false;
}

// The usual one of what an option may have chosen.
static enum format first_format(const struct run *run) {
    const struct document_kind *kind = run->document.kind;
    struct text names = text_from(kind != NULL ? kind->formats : command_formats(run->command));
    return format_find(text_cut(&names, ' '));
}

// What the suffixes of -o and the name of -f make of the outputs.
static bool settle_formats(const struct run *run, struct arguments *arguments) {
    const struct command *command = run->command;
    if (arguments->output_count == 0)
        arguments->output_count = 1; // standard output
    for (size_t i = 0; i < arguments->output_count; i++) {
        struct planned_output *output = &arguments->outputs[i];
        output->format = arguments->format;
        if (output->format == FORMAT_COUNT && output->path != NULL)
            output->format = format_of_file(text_from(output->path));
        else if (output->format == FORMAT_COUNT)
            output->format = first_format(run);
        if (can_write(command, output->format))
            continue;
        usage_error(command,
                    _("the name '%s' does not tell a format; name it with -f, or end it in one of: "
                      "%s"),
                    output->path, command_formats(command));
        return false;
    }
    return true;
}

static bool settle_operand(struct run *run, struct arguments *arguments, int argc, char **argv) {
    const struct command *command = run->command;
    int given = argc - optind;
    bool needed = command->operand != NULL && command->default_operand == NULL;
    run->operands = argv + optind;
    run->operand_count = (size_t)given;
    if (command->many_operands && command->document_of_many == NULL)
        return true;
    if (given > 1 && command->document_of_many != NULL) {
        several_take(run, run->operands, run->operand_count);
        return true;
    }
    if (given > (command->operand != NULL)) {
        usage_error(command, _("one argument too many: '%s'"),
                    argv[optind + (command->operand != NULL)]);
        return false;
    }
    if (given < 1 && needed) {
        usage_error(command, _("the argument %s is missing"), command->operand);
        return false;
    }
    if (command->operand != NULL)
        arguments->operand = text_from(given > 0 ? argv[optind] : command->default_operand);
    return true;
}

// For getopt_long(): `options` ends with an empty one, `letters` with a NUL.
static void list_options(const struct command *command, struct option *options, char *letters) {
    static const struct option common[] = {
        {"directory", required_argument, NULL, 'C'}, {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'V'},         {"format", required_argument, NULL, 'f'},
        {"output", required_argument, NULL, 'o'},    {"language", required_argument, NULL, 'l'},
    };
    bool is_conductor = command->conduct != NULL; // it has the first three alone
    size_t count = is_conductor ? 3 : sizeof common / sizeof *common;
    memcpy(options, common, count * sizeof *common);
    letters = stpcpy(letters, is_conductor ? ":C:hV" : ":C:hVf:o:l:");
    for (size_t i = 0; i < command->option_count; i++) {
        const struct command_option *own = &command->options[i];
        bool has_value = own->value != NULL;
        options[count++] =
            (struct option){own->name, has_value ? required_argument : no_argument, NULL,
                            own->letter != 0 ? own->letter : FIRST_OWN_OPTION + (int)i};
        if (own->letter != 0)
            *letters++ = own->letter;
        if (own->letter != 0 && has_value)
            *letters++ = ':';
    }
    *letters = '\0';
    options[count] = (struct option){NULL, 0, NULL, 0};
}

// By the description that list_options() has made.
static const struct command_option *own_option(const struct command *command, int option) {
    if (option >= FIRST_OWN_OPTION)
        return &command->options[option - FIRST_OWN_OPTION];
    const struct command_option *own = command->options;
    while (own->letter != option)
        own++;
    return own;
}

// Of a command that has a common letter for something else.
static bool is_own_letter(const struct command *command, int option) {
    for (size_t i = 0; i < command->option_count; i++)
        if (command->options[i].letter == option)
            return true;
    return false;
}

// `why` is what getopt_long() says of it. False.
static bool refuse_option(const struct command *command, int why, const char *option) {
    usage_error(command, why == ':' ? _("the option '%s' needs a value") : _("unknown option '%s'"),
                option);
    return false;
}

// EXIT_DONE with `*stop` set after --help and --version.
static int read_arguments(struct run *run, struct arguments *arguments, int argc, char **argv,
                          bool *stop) {
    const struct command *command = run->command;
    struct option options[MOST_OPTIONS];
    char letters[64];
    bool good = true;
    list_options(command, options, letters);
    opterr = 0;
    for (int option; good && (option = getopt_long(argc, argv, letters, options, NULL)) != -1;)
        switch (is_own_letter(command, option) ? FIRST_OWN_OPTION : option) {
        case 'C':
            arguments->folder = optarg;
            break;
        case 'f':
            good = take_format(command, arguments);
            break;
        case 'o':
            good = take_output(command, arguments);
            break;
        case 'l':
            good = take_language(command, arguments);
            break;
        case 'h':
        case 'V':
            *stop = true;
            return option == 'h' ? usage_help(command) : usage_version(command);
        case ':':
        case '?':
            good = refuse_option(command, option, argv[optind - 1]);
            break;
        default:
            good = take_own_option(run, own_option(command, option));
            break;
        }
    good = good && settle_operand(run, arguments, argc, argv) &&
           (command->conduct != NULL || settle_formats(run, arguments));
    for (size_t i = 0; good && i < arguments->output_count; i++)
        good = run_has_format(run, arguments->outputs[i].format);
    return good ? EXIT_DONE : EXIT_WRONG_USAGE;
}

struct diagnostics_look command_look(const struct output *output) {
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (!output_is_terminal(output))
        return (struct diagnostics_look){DIAGNOSTICS_PLAIN, 0};
    bool colour = (no_colour == NULL || *no_colour == '\0') &&
                  (terminal == NULL || strcmp(terminal, "dumb") != 0);
    return (struct diagnostics_look){colour ? DIAGNOSTICS_COLOUR : DIAGNOSTICS_FRAMED,
                                     output_columns(output)};
}

void command_show_diagnostics(struct run *run) {
    if (run->diagnostics.count == 0)
        return;
    struct output *output = output_standard_error(&run->arena);
    diagnostics_write(&run->diagnostics, command_look(output), output_writer(output));
    output_flush(output); // more may follow
}

// After settling the levels of rules, and what is exempt.
static bool has_errors(struct run *run) {
    check_settle(&run->repository, &run->levels);
    return run->diagnostics.errors > 0;
}

int64_t command_source_date(void) {
    const char *seconds = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    if (seconds == NULL || *seconds < '0' || *seconds > '9')
        return -1;
    errno = 0;
    long long value = strtoll(seconds, &end, 10);
    return errno != 0 || *end != '\0' ? -1 : value;
}

static bool prepare(struct run *run, const struct arguments *arguments) {
    if (run->command->is_check)
        return true;
    enum language language = arguments->language >= 0 ? (enum language)arguments->language
                                                      : document_language(&run->document);
    run->maker = (struct document_maker){
        .templates = &run->templates,
        .labels = labels_read(&run->template_folder, language),
        .language = language,
        .diagnostics = &run->diagnostics,
        .arena = &run->output_arena,
        .source_date = command_source_date(),
    };
    return !has_errors(run);
}

static int cannot_write(const struct run *run, const struct planned_output *planned,
                        struct text reason) {
    usage_warn(run->command, _("cannot write %s: %.*s"),
               planned->path == NULL ? _("standard output") : planned->path, TEXT_ARGS(reason));
    return EXIT_CANNOT_WRITE;
}

// A command that writes by itself says itself what it could not write.
static int tell_message(const struct run *run, const struct planned_output *planned) {
    if (run->command->write == NULL && run->write == NULL)
        return cannot_write(run, planned, run->message);
    usage_warn(run->command, "%.*s", TEXT_ARGS(run->message));
    return EXIT_CANNOT_WRITE;
}

static void discard_from(struct arguments *arguments, size_t from) {
    for (size_t i = from; i < arguments->output_count; i++)
        if (arguments->outputs[i].output != NULL)
            output_discard(arguments->outputs[i].output);
}

static bool write_format(struct run *run, enum format format, struct output *output) {
    if (run->write != NULL)
        return run->write(run, format, output);
    if (run->command->write != NULL)
        return run->command->write(run, format, output);
    bool written = document_write(&run->document, format, &run->maker, output);
    if (run->maker.is_misused)
        run->misuse = run->maker.message;
    else
        run->message = run->maker.message;
    return written;
}

static int refuse_to_replace(const struct run *run, const struct planned_output *planned) {
    usage_error(run->command,
                _("'%s' is a file that documents are made of; give the output another name"),
                planned->path);
    return EXIT_WRONG_USAGE;
}

// A file that people write; of another tree, too.
static bool is_written(struct run *run, struct text path) {
    return is_file_of_tree(path.data) || source_is_read(&run->repository.sources, path) ||
           file_says_its_kind(path, &run->output_arena);
}

static int write_output(struct run *run, struct planned_output *planned) {
    if (planned->path != NULL && is_written(run, text_from(planned->path)))
        return refuse_to_replace(run, planned);
    planned->output = output_open(planned->path, &run->arena, &run->output_arena);
    if (planned->output == NULL)
        return cannot_write(run, planned, text_from(system_error(errno)));
    bool written = write_format(run, planned->format, planned->output);
    int status = EXIT_DONE;
    if (!written && run->misuse.size > 0)
        status = EXIT_WRONG_USAGE; // what is wrong is told at the end
    else if (!written)
        status = run->message.size > 0 ? tell_message(run, planned) : EXIT_DOCUMENTS_HAVE_ERRORS;
    else if (!output_flush(planned->output))
        status = cannot_write(run, planned, text_from(system_error(errno)));
    arena_free(&run->output_arena);
    return status;
}

// Whole, but without their names.
static int write_outputs(struct run *run, struct arguments *arguments) {
    for (size_t i = 0; i < arguments->output_count; i++) {
        int status = write_output(run, &arguments->outputs[i]);
        if (status != EXIT_DONE) {
            discard_from(arguments, 0);
            return status;
        }
    }
    if (!run->command->is_check && has_errors(run)) { // a label that is missing, say
        discard_from(arguments, 0);
        return EXIT_DOCUMENTS_HAVE_ERRORS;
    }
    return EXIT_DONE;
}

// All outputs are whole before the first one gets its name, and all is said: from here on no memory
// is needed, so a document that is there is never reported as failed.
static int commit_outputs(struct run *run, struct arguments *arguments) {
    for (size_t i = 0; i < arguments->output_count; i++)
        if (!output_commit(arguments->outputs[i].output)) {
            int status = cannot_write(run, &arguments->outputs[i], text_from(system_error(errno)));
            discard_from(arguments, i + 1);
            return status;
        }
    return EXIT_DONE;
}

static int misuse(const struct run *run) {
    usage_error(run->command, "%.*s", TEXT_ARGS(run->misuse));
    return EXIT_WRONG_USAGE;
}

// Writes the faults, and returns the exit status that they mean.
static int make_check(struct run *run, struct arguments *arguments) {
    run->command->read(run, arguments->operand);
    if (run->misuse.size > 0)
        return misuse(run);
    if (run->message.size > 0) {
        usage_warn(run->command, "%.*s", TEXT_ARGS(run->message));
        return EXIT_CANNOT_WRITE;
    }
    check_settle(&run->repository, &run->levels);
    int status = write_outputs(run, arguments);
    if (status == EXIT_DONE)
        status = commit_outputs(run, arguments);
    if (run->misuse.size > 0)
        return misuse(run);
    return status == EXIT_DONE && run->diagnostics.errors > 0 ? EXIT_DOCUMENTS_HAVE_ERRORS : status;
}

static bool read_what_is_written(struct run *run, struct text operand) {
    return run->command->read != NULL
               ? run->command->read(run, operand)
               : document_open(&run->document, &run->repository, operand, &run->misuse);
}

static int make_documents(struct run *run, struct arguments *arguments) {
    bool is_check = run->command->is_check;
    if (run->command->conduct != NULL)
        return run->command->conduct(run);
    if (is_check && arguments->language >= 0)
        language_of_messages_must_be(arguments->language);
    if ((run->changes_tree || run->command->changes_tree) && alone_in(run->command, ".", false) < 0)
        return EXIT_CANNOT_WRITE;
    repository_init(&run->repository, &run->arena, &run->diagnostics, is_check);
    bool good = read_organisation(&run->repository);
    if (run->repository.organisation != NULL)
        language_of_messages_is(run->repository.organisation->language.index);
    if (run->without_tree) { // it has given its language, if it exists
        diagnostics_init(&run->diagnostics, &run->arena);
        int status = write_outputs(run, arguments);
        return status == EXIT_DONE ? commit_outputs(run, arguments) : status;
    }
    read_settings(&run->repository);
    run->template_folder.sources = &run->repository.sources;
    run->template_folder.installed = installed_path(&run->arena, "share/fellesskap/templates");
    document_templates_init(&run->templates, &run->template_folder, &run->diagnostics, &run->arena);
    if (is_check)
        return make_check(run, arguments);
    good = good && read_what_is_written(run, arguments->operand) && !has_errors(run) &&
           run->misuse.size == 0 && prepare(run, arguments);
    int status = good ? write_outputs(run, arguments) : EXIT_DOCUMENTS_HAVE_ERRORS;
    check_settle(&run->repository, &run->levels);
    command_show_diagnostics(run);
    if (status == EXIT_DONE)
        status = commit_outputs(run, arguments);
    return run->misuse.size > 0 && run->diagnostics.errors == 0 ? misuse(run) : status;
}

int command_main(const struct command *command, void *state, int argc, char **argv) {
    struct run run = {.command = command, .state = state};
    run.document = (struct document){.repository = &run.repository};
    if (command->document != NULL)
        run.document.kind = document_kind_find(text_from(command->document));
    struct arguments arguments = {.format = FORMAT_COUNT, .language = -1};
    bool stop = false;
    arena_init(&run.arena, out_of_memory);
    arena_init(&run.output_arena, out_of_memory);
    diagnostics_init(&run.diagnostics, &run.arena);
    language_start();
    catch_signals();
    int status = read_arguments(&run, &arguments, argc, argv, &stop);
    if (status == EXIT_DONE && !stop && arguments.folder != NULL && chdir(arguments.folder) != 0) {
        usage_warn(command, _("cannot enter the folder '%s': %s"), arguments.folder,
                   system_error(errno));
        status = EXIT_WRONG_USAGE;
    }
    if (status == EXIT_DONE && !stop)
        status = make_documents(&run, &arguments);
    arena_free(&run.output_arena);
    arena_free(&run.arena);
    return status;
}
