// SPDX-License-Identifier: MIT
// Runs jobs in turns and says how long each took and how much memory its largest process had.
// A small program, for a child counts as large as the one that started it was.
//
// usage: stopwatch ROUNDS JOBS
//   JOBS has a command a line: the name of its job, its folder and its arguments, with tabs
//   between. Lines of one job stand together and run one after another. A first round is not
//   counted.
// Standard output, a line a job and round: name, seconds, kilobytes, with tabs between.
// A command that fails ends it all.

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

struct command {
    char *job, *folder, **arguments;
};

static struct command parse(char *line) {
    size_t count = 1;
    for (const char *c = line; *c != '\0'; c++)
        count += *c == '\t';
    char **words = calloc(count + 1, sizeof *words);
    for (size_t i = 0; words != NULL && i < count; i++)
        words[i] = strsep(&line, "\t\n");
    if (words == NULL || count < 3)
        exit(2);
    return (struct command){words[0], words[1], words + 2};
}

static struct command *read_jobs(const char *path, size_t *count) {
    FILE *file = fopen(path, "r");
    struct command *commands = NULL;
    *count = 0;
    char *line = NULL;
    size_t room = 0;
    while (file != NULL && getline(&line, &room, file) > 0) {
        if (line[strlen(line) - 1] == '\n')
            line[strlen(line) - 1] = '\0';
        commands = reallocarray(commands, *count + 1, sizeof *commands);
        commands[(*count)++] = parse(line);
        line = NULL;
        room = 0;
    }
    if (file == NULL || *count == 0)
        exit(2);
    fclose(file);
    return commands;
}

// In kilobytes.
static long run(const struct command *command) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, command->folder);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child;
    int status = 0;
    struct rusage usage;
    int error =
        posix_spawn(&child, command->arguments[0], &actions, NULL, command->arguments, environ);
    if (error == 0)
        wait4(child, &status, 0, &usage);
    posix_spawn_file_actions_destroy(&actions);
    if (error == 0 && status == 0)
        return usage.ru_maxrss;
    fprintf(stderr, "stopwatch: failed (%s), in %s:", error != 0 ? strerror(error) : "exit status",
            command->folder);
    for (char **argument = command->arguments; *argument != NULL; argument++)
        fprintf(stderr, " %s", *argument);
    fputc('\n', stderr);
    exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

// Runs the job that begins at `at`; where the next begins.
static size_t run_job(const struct command *commands, size_t count, size_t at, int counted) {
    const char *job = commands[at].job;
    long largest = 0;
    double start = now();
    while (at < count && strcmp(commands[at].job, job) == 0) {
        long size = run(&commands[at++]);
        largest = size > largest ? size : largest;
    }
    if (counted)
        printf("%s\t%.9f\t%ld\n", job, now() - start, largest);
    return at;
}

int main(int argc, char **argv) {
    if (argc != 3)
        return 2;
    size_t count;
    int rounds = atoi(argv[1]);
    struct command *commands = read_jobs(argv[2], &count);
    for (int round = 0; round <= rounds; round++)
        for (size_t at = 0; at < count;)
            at = run_job(commands, count, at, round > 0);
    return 0;
}
