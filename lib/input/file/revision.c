// SPDX-License-Identifier: MIT

#include "input/file/revision.h"

#include "base/message.h"
#include "base/system_error.h"

#include <errno.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// Runs a program of the PATH to its end with these files. False with errno set where it cannot be
// run, and with errno 0 where it has failed.
static bool run(char *const *arguments, int input, int output, int errors) {
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    int error = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    while (error == 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    errno = error;
    return error == 0 && status == 0;
}

// The first line that a program has written to a file.
static struct text first_line(int file, struct arena *arena) {
    char line[500];
    ssize_t size = pread(file, line, sizeof line, 0);
    struct text said = {line, size > 0 ? (size_t)size : 0};
    said = text_trim(text_slice(said, 0, text_find(said, '\n')));
    return text_made_valid(arena, text_copy(arena, said));
}

static bool fails(struct text *fault, const char *program, int errors, struct arena *arena) {
    struct text said =
        errno != 0 ? text_copy(arena, text_from(system_error(errno))) : first_line(errors, arena);
    *fault = text_format(arena, "%s: %.*s", program, TEXT_ARGS(said));
    return false;
}

bool revision_export(struct text revision, struct text folder, struct arena *arena,
                     struct text *fault) {
    // The copies may be changed.
    char *name = (char *)(uintptr_t)text_copy(arena, revision).data;
    char *target = (char *)(uintptr_t)text_copy(arena, folder).data;
    char *const git[] = {"git", "archive", "--format=tar", "--end-of-options", name, NULL};
    char *const tar[] = {"tar", "-x", "-f", "-", "-C", target, NULL};
    int archive = memfd_create("archive", MFD_CLOEXEC),
        errors = memfd_create("errors", MFD_CLOEXEC);
    bool good = archive >= 0 && errors >= 0;
    if (!good)
        *fault = text_copy(arena, text_from(system_error(errno)));
    else if (!(good = run(git, archive, archive, errors)))
        fails(fault, "git", errors, arena);
    else if (lseek(archive, 0, SEEK_SET) != 0 || !(good = run(tar, archive, errors, errors)))
        good = fails(fault, "tar", errors, arena);
    if (archive >= 0)
        close(archive);
    if (errors >= 0)
        close(errors);
    return good;
}
