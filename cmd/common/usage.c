// SPDX-License-Identifier: MIT

#include "common/usage.h"

#include "base/message.h"
#include "base/system_error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

__attribute__((format(printf, 2, 0))) static void warn(const struct command *command,
                                                       const char *format, va_list arguments) {
    fprintf(stderr, "%s: ", command->name);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void usage_warn(const struct command *command, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    warn(command, format, arguments);
    va_end(arguments);
}

void usage_error(const struct command *command, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    warn(command, format, arguments);
    va_end(arguments);
    fprintf(stderr, _("Try '%s --help'.\n"), command->name);
}

static int finish(const struct command *command) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_DONE;
    usage_warn(command, _("cannot write %s: %s"), _("standard output"), system_error(errno));
    return EXIT_CANNOT_WRITE;
}

static void print_option(const char *option, const char *summary) {
    printf("  %-22s %s\n", option, summary);
}

static void print_own_options(const struct command *command) {
    char option[64], letter[] = "-x, ";
    for (size_t i = 0; i < command->option_count; i++) {
        const struct command_option *own = &command->options[i];
        letter[1] = own->letter;
        snprintf(option, sizeof option, "%s--%s %s", own->letter != 0 ? letter : "    ", own->name,
                 own->value == NULL ? "" : own->value);
        print_option(option, _(own->summary));
    }
}

static void print_options_of_outputs(const struct command *command) {
    print_option("-f, --format FORMAT", _("what to write:"));
    print_option("", command_formats(command));
    print_option("-o, --output FILE",
                 _("write to FILE, in the format of its name; may be repeated"));
    print_option("-l, --language LANG", command->is_check
                                            ? _("nb or nn, for the messages")
                                            : _("nb or nn, for the labels of the document"));
}

int usage_help(const struct command *command) {
    bool many = command->many_operands, needed = command->document_of_many != NULL;
    bool optional = command->default_operand != NULL || (many && !needed);
    const char *operand = command->operand == NULL ? "" : command->operand;
    printf(_("Usage: %s [OPTION]... %s%s%s\n"), command->name, optional ? "[" : "", operand,
           many && needed ? "..."
           : many         ? "]..."
           : optional     ? "]"
                          : "");
    printf("%s\n\n", _(command->summary));
    print_option("-C, --directory DIR", _("work in DIR, as if started there"));
    if (command->conduct == NULL)
        print_options_of_outputs(command);
    print_own_options(command);
    print_option("-h, --help", _("show this and stop"));
    print_option("-V, --version", _("show the version and stop"));
    printf(_("\nThe manual page %s(1) tells the rest.\n"), command->name);
    return finish(command);
}

int usage_version(const struct command *command) {
    printf("%s (fellesskap) %s\n", command->name, FELLESSKAP_VERSION);
    return finish(command);
}
