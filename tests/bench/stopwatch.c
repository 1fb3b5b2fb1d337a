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

// Of a line, which it takes apart. Nothing is kept of the lines before, which would make this
// program larger than what it measures.
static struct command parse(char *line) {
    static char **words;
    size_t count = 1;
    for (const char *c = line; *c != '\0'; c++)
        count += *c == '\t';
    words = reallocarray(words, count + 1, sizeof *words);
    if (words == NULL || count < 3)
        exit(2);
    for (size_t i = 0; i < count; i++)
        words[i] = strsep(&line, "\t\n");
    words[count] = NULL;
    return (struct command){words[0], words[1], words + 2};
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

struct job {
    char name[64];
    double start;
    long largest;
};

static void end_job(const struct job *job, int counted) {
    if (counted && job->name[0] != '\0')
        printf("%s\t%.9f\t%ld\n", job->name, now() - job->start, job->largest);
}

static void run_round(FILE *file, int counted) {
    static char *line;
    static size_t room;
    struct job job = {.name = ""};
    rewind(file);
    while (getline(&line, &room, file) > 0) {
        const struct command command = parse(line);
        if (strcmp(command.job, job.name) != 0) {
            end_job(&job, counted);
            job = (struct job){.start = now()};
            snprintf(job.name, sizeof job.name, "%s", command.job);
        }
        long size = run(&command);
        job.largest = size > job.largest ? size : job.largest;
    }
    end_job(&job, counted);
}

int main(int argc, char **argv) {
    FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (file == NULL)
        return 2;
    int rounds = atoi(argv[1]);
    for (int round = 0; round <= rounds; round++)
        run_round(file, round > 0);
    fclose(file);
    return fflush(stdout) == 0 ? 0 : 1;
}
